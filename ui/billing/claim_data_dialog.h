#pragma once

#include "app/billing/claim_data.h"
#include "ui/shell/page.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;

namespace cw::ui {

class ClaimDataForm;

/// The form "Claim data" of an encounter: patient, insurance, providers, visit and claim. Enter or Ctrl+S saves all changes at
/// once, Esc leaves and asks when something was changed.
class ClaimDataDialog final : public QDialog {
    Q_OBJECT

public:
    /// `context` must outlive it. `pointer` gets the focus; empty: the first field.
    ClaimDataDialog(PageContext& context, std::string encounterId, const std::vector<app::ClaimDataField>& fields,
                    const std::string& pointer, QWidget* parent);
    void reject() override;

signals:
    void saved();

private:
    QWidget* makeSearch();
    QWidget* makeFooter();
    void bindKeys();
    void save();
    void showError(const Error& error);

    PageContext& m_context;
    std::string m_encounterId;
    QLineEdit* m_filter = nullptr;
    ClaimDataForm* m_form;
    QLabel* m_changed = nullptr;
    bool m_isSaving = false;
};

/// Loads the fields and opens the dialog; `saved` is called after a save. Errors go to the person.
void openClaimData(QWidget* parent, PageContext& context, const std::string& encounterId, const std::string& pointer,
                   std::function<void()> saved);

}  // namespace cw::ui
