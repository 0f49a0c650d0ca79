#pragma once

#include "ui/billing/billing_view.h"
#include "ui/billing/preview_load.h"
#include "ui/billing/queue_pane.h"

namespace cw::ui {

class PreviewPane;
struct ExportChoice;

/// Approved encounters on their way out, with a preview of the file; or those that fail, with what is wrong.
class ReadyView final : public BillingView {
    Q_OBJECT

public:
    ReadyView(PageContext& context, ClaimQueue queue, QWidget* parent);
    void load() override;
    void focusFirst() override;
    std::vector<QWidget*> panes() const override;
    void find(const QString& text) override;
    /// Asks form and folder, the focus on Export: what is ready of the chosen payer goes out.
    void exportClaims() override;

private:
    void bind();
    void preview();
    void showCurrent();
    void write(const std::optional<std::string>& payerId, const ExportChoice& choice);
    void sendBack();
    void openData();

    QueuePane* m_queue;
    PreviewPane* m_preview;
    Latest<PreviewSheet> m_askPreview;
    QString m_folder;
    bool m_isWriting = false;
};

}  // namespace cw::ui
