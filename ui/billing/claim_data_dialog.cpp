#include "ui/billing/claim_data_dialog.h"

#include "ui/async/background.h"
#include "ui/billing/billing_view.h"
#include "ui/billing/claim_data_form.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cw::ui {

namespace {

/// The pointer that an error of the form names: "/coverages/0/member_id: …".
std::string pointerIn(const std::string& detail)
{
    const auto begin = detail.find('/');
    if (begin == std::string::npos) return {};
    const auto end = detail.find_first_of(" :,;", begin);
    return detail.substr(begin, end == std::string::npos ? end : end - begin);
}

}  // namespace

ClaimDataDialog::ClaimDataDialog(PageContext& context, std::string encounterId,
                                 const std::vector<app::ClaimDataField>& fields, const std::string& pointer,
                                 QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr),
      m_context(context),
      m_encounterId(std::move(encounterId)),
      m_form(new ClaimDataForm(context.theme, fields, this))
{
    auto& theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("claim.data"));
    setWindowTitle(QStringLiteral("Claim data of %1").arg(qs(m_encounterId)));
    setProperty("area", QStringLiteral("surface"));
    auto* header = new PaneHeader(theme, QStringLiteral("Claim data"), this);
    header->setDetail(qs(m_encounterId));
    header->addHint(QStringLiteral("Ctrl F"), QStringLiteral("find a field"));
    header->addHint(QStringLiteral("Enter"), QStringLiteral("save"));
    header->addHint(QStringLiteral("Esc"), QStringLiteral("leave"));
    auto* search = makeSearch();
    stack(this, {header, search, m_form, makeFooter()});
    setTabOrder(m_filter, m_form);
    resize(theme.scaled(800), theme.scaled(600));
    bindKeys();
    connect(m_form, &ClaimDataForm::changed, this, [this](int count) {
        m_changed->setText(count == 0   ? QStringLiteral("Nothing is changed.")
                           : count == 1 ? QStringLiteral("1 field is changed.")
                                        : QStringLiteral("%1 fields are changed.").arg(count));
    });
    if (!m_form->focusField(pointer)) m_form->focusFirstShown();
}

QWidget* ClaimDataDialog::makeSearch()
{
    auto& theme = m_context.theme;
    auto* search = new QWidget(this);
    m_filter = new QLineEdit(search);
    m_filter->setObjectName(QStringLiteral("claim.data.filter"));
    m_filter->setPlaceholderText(QStringLiteral("Find a field by its name, place or box"));
    m_filter->setAccessibleName(QStringLiteral("Find a field"));
    auto* row = new QHBoxLayout(search);
    row->setContentsMargins(theme.scaled(14), theme.scaled(8), theme.scaled(14), theme.scaled(8));
    row->addWidget(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) { m_form->filter(text.trimmed()); });
    return search;
}

QWidget* ClaimDataDialog::makeFooter()
{
    auto& theme = m_context.theme;
    auto* footer = new QWidget(this);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(theme.scaled(14), theme.scaled(10), theme.scaled(14), theme.scaled(10));
    m_changed = new QLabel(QStringLiteral("Nothing is changed."), footer);
    m_changed->setProperty("role", QStringLiteral("muted"));
    auto* cancel = new QPushButton(QStringLiteral("Cancel"), footer);
    cancel->setAutoDefault(false);
    auto* take = new QPushButton(QStringLiteral("Save"), footer);
    take->setProperty("primary", true);
    take->setDefault(true);
    row->addWidget(m_changed, 1);
    row->addWidget(cancel);
    row->addWidget(take);
    connect(cancel, &QPushButton::clicked, this, &ClaimDataDialog::reject);
    connect(take, &QPushButton::clicked, this, &ClaimDataDialog::save);
    return footer;
}

void ClaimDataDialog::bindKeys()
{
    const auto bind = [this](const char* keys, std::function<void()> run) {
        auto* action = new QAction(this);
        action->setShortcut(QKeySequence(QString::fromLatin1(keys), QKeySequence::PortableText));
        connect(action, &QAction::triggered, this, std::move(run));
        addAction(action);
    };
    bind("Ctrl+S", [this] { save(); });
    bind("Ctrl+F", [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
}

void ClaimDataDialog::save()
{
    if (m_isSaving) return;
    // Enter in the filter goes to the first field found.
    if (m_filter->hasFocus()) return m_form->focusFirstShown();
    const auto changes = m_form->changes();
    if (changes.empty()) return accept();
    m_isSaving = true;
    m_context.work.run<bool>(
        this,
        [id = m_encounterId, changes](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::ClaimData(workspace).save(id, changes));
            return true;
        },
        [this](const Result<bool>& done) {
            m_isSaving = false;
            if (!done) return showError(done.error());
            emit saved();
            accept();
        });
}

void ClaimDataDialog::showError(const Error& error)
{
    const auto pointer = pointerIn(error.detail);
    if (pointer.empty()) return m_context.prompter.showError(this, error);
    QString reason = qs(error.detail).section(qs(pointer), 1).trimmed();
    while (reason.startsWith(QLatin1Char(':'))) reason = reason.mid(1).trimmed();
    m_filter->clear();
    if (!m_form->showFault(pointer, QStringLiteral("%1 (%2)").arg(reason, qs(error.id))))
        m_context.prompter.showError(this, error);
}

void ClaimDataDialog::reject()
{
    const auto count = m_form->changes().size();
    if (count == 0 || m_isSaving) return QDialog::reject();
    m_context.prompter.confirm(this, QStringLiteral("Leave without saving?"),
                               count == 1 ? QStringLiteral("One changed field is not kept.")
                                          : QStringLiteral("%1 changed fields are not kept.").arg(count),
                               QStringLiteral("Leave"), [this](bool yes) {
                                   if (yes) QDialog::reject();
                               });
}

void openClaimData(QWidget* parent, PageContext& context, const std::string& encounterId, const std::string& pointer,
                   std::function<void()> saved)
{
    using Fields = std::vector<app::ClaimDataField>;
    context.lookup.run<Fields>(
        parent, [encounterId](app::Workspace& workspace) { return app::ClaimData(workspace).fields(encounterId); },
        [parent, &context, encounterId, pointer, saved = std::move(saved)](const Result<Fields>& fields) {
            if (!fields) return context.prompter.showError(parent, fields.error());
            auto* dialog = new ClaimDataDialog(context, encounterId, *fields, pointer, parent);
            QObject::connect(dialog, &ClaimDataDialog::saved, parent, saved);
            dialog->open();
        });
}

}  // namespace cw::ui
