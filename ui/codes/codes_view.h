#pragma once

#include "ui/codes/details_target.h"
#include "ui/shell/page.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace cw::ui {

/// What the views of the Codes page are given; lives as long as the page.
struct CodesContext {
    PageContext page;
    std::function<std::optional<Date>()> on;  ///< The day on which codes are judged; nothing when none is written.
};

/// One view of the Codes page. The details pane beside it is the page's.
class CodesView : public QWidget {
    Q_OBJECT

public:
    CodesView(const CodesContext& context, QWidget* parent) : QWidget(parent), m_context(context) {}

    /// Comes to the front: loads what it lacks and takes the focus.
    virtual void activate() = 0;
    /// The day or what is installed changed: what was loaded is old.
    virtual void reload() = 0;
    /// Focuses the field to type in.
    virtual void find() = 0;
    /// What F6 goes through, in order.
    virtual std::vector<QWidget*> panes() const = 0;
    /// False when there is nothing to go back or forward to here.
    virtual bool goBack() { return false; }
    virtual bool goForward() { return false; }

signals:
    void targetShown(const cw::ui::DetailsTarget& target);   ///< The current row.
    void targetOpened(const cw::ui::DetailsTarget& target);  ///< Enter: the details take the focus.
    void nothingShown();
    void termWanted(cw::ListKind index, qint64 term);  ///< A term of another index.
    void statusText(const QString& text);
    void ready();

protected:
    const CodesContext& m_context;
};

}  // namespace cw::ui
