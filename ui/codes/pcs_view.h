#pragma once

#include "ui/async/latest.h"
#include "ui/codes/codes_view.h"

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;
class PcsModel;
class PcsSlots;

/// Building an ICD-10-PCS code, one key an axis: the character picks its value, Backspace takes the last one back.
class PcsView final : public CodesView {
    Q_OBJECT

public:
    PcsView(const CodesContext& context, QWidget* parent);
    void activate() override;
    void reload() override;
    void find() override;
    std::vector<QWidget*> panes() const override;
    /// Goes on from these characters.
    void setPrefix(const std::string& prefix);
    const std::string& prefix() const noexcept { return m_prefix; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void pick(char character);
    void typed(char character);
    void goUp();
    void load();
    void showStep(const app::PcsStep& step);
    void showDone(const app::PcsStep& step);

    PcsSlots* m_slots;
    PaneHeader* m_header;
    ListTable* m_table;
    PcsModel* m_model;
    EmptyState* m_state;
    Latest<app::PcsStep> m_loader;
    std::string m_prefix;
    std::string m_shown;  ///< The prefix that the list belongs to.
    std::string m_ahead;  ///< Typed while the list was on its way.
    app::PcsStep m_step;
};

}  // namespace cw::ui
