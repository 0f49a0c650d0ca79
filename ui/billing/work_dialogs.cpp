#include "ui/billing/work_dialogs.h"

#include "app/billing/denial_desk.h"
#include "ui/shell/prompt_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

void addRow(PromptDialog& dialog, const QString& label, QWidget* field, const char* name)
{
    auto* words = new QLabel(label, &dialog);
    words->setProperty("role", QStringLiteral("muted"));
    words->setBuddy(field);
    field->setAccessibleName(label);
    field->setObjectName(QString::fromLatin1(name));
    dialog.body()->addWidget(words);
    dialog.body()->addWidget(field);
}

PromptDialog* makeDialog(QWidget* parent, const Theme& theme, const QString& title, const char* name)
{
    auto* dialog = new PromptDialog(parent, title);
    dialog->setObjectName(QString::fromLatin1(name));
    dialog->setMinimumWidth(theme.scaled(500));
    return dialog;
}

void openWith(PromptDialog* dialog, const QString& yes, std::function<void()> taken, QWidget* focus)
{
    dialog->addButton(QStringLiteral("Cancel"), false, QDialog::Rejected);
    dialog->addButton(yes, true, QDialog::Accepted);
    for (auto* button : dialog->findChildren<QPushButton*>())
        if (!focus && button->isDefault()) button->setFocus();
    if (focus) focus->setFocus();
    QObject::connect(dialog, &QDialog::finished, dialog, [taken = std::move(taken)](int code) {
        if (code == QDialog::Accepted) taken();
    });
    dialog->open();
}

}  // namespace

std::string defaultFrequency(ClaimStatus status)
{
    return status == ClaimStatus::denied || status == ClaimStatus::paid || status == ClaimStatus::accepted ? "7" : "1";
}

QString outcomeText(WorkItemOutcome outcome)
{
    QString text = qs(toString(outcome));
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

void askResend(QWidget* parent, Theme& theme, const ClaimRecord& claim, std::function<void(ResendChoice)> done)
{
    auto* dialog =
        makeDialog(parent, theme, QStringLiteral("Send %1 again").arg(qs(claim.claimNumber)), "resend.dialog");
    dialog->addText(claim.payerControlNumber.empty()
                        ? QStringLiteral("The payer has given no number of its own: a replacement or void needs one.")
                        : QStringLiteral("The payer's number %1 goes with a replacement or void.")
                              .arg(qs(claim.payerControlNumber)),
                    "muted");
    auto* frequency = new QComboBox(dialog);
    frequency->addItem(QStringLiteral("1  New claim"), QStringLiteral("1"));
    frequency->addItem(QStringLiteral("7  Replacement of the earlier claim"), QStringLiteral("7"));
    frequency->addItem(QStringLiteral("8  Void of the earlier claim"), QStringLiteral("8"));
    frequency->setCurrentIndex(frequency->findData(qs(defaultFrequency(claim.status))));
    addRow(*dialog, QStringLiteral("Sent as"), frequency, "resend.frequency");
    auto* now = new QCheckBox(QStringLiteral("Write its file at once"), dialog);
    now->setObjectName(QStringLiteral("resend.now"));
    now->setChecked(true);
    dialog->body()->addSpacing(4);
    dialog->body()->addWidget(now);
    openWith(
        dialog, QStringLiteral("Send again"),
        [frequency, now, done = std::move(done)] {
            done({utf8(frequency->currentData().toString()), now->isChecked()});
        },
        nullptr);
}

void askOutcome(QWidget* parent, Theme& theme, const WorkItem& item, std::function<void(OutcomeChoice)> done)
{
    auto* dialog = makeDialog(parent, theme,
                              QStringLiteral("Close the %1 of %2").arg(qs(toString(item.kind)), qs(item.claimNumber)),
                              "outcome.dialog");
    auto* outcome = new QComboBox(dialog);
    using O = WorkItemOutcome;
    for (const auto one :
         {O::resent, O::paid, O::partlyPaid, O::upheld, O::writtenOff, O::patientBilled, O::voided, O::noAction})
        outcome->addItem(outcomeText(one), static_cast<int>(one));
    addRow(*dialog, QStringLiteral("Outcome"), outcome, "outcome.outcome");
    auto* cause = new QComboBox(dialog);
    cause->setEditable(true);
    cause->addItem(QString());
    for (const auto& one : app::DenialDesk::rootCauses()) cause->addItem(qs(one));
    cause->setCurrentText(qs(item.rootCause));
    addRow(*dialog, QStringLiteral("Root cause"), cause, "outcome.cause");
    auto* recovered = new QLineEdit(qs(item.recovered.decimal()), dialog);
    recovered->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{0,9}(\\.\\d{0,2})?")), recovered));
    addRow(*dialog, QStringLiteral("Recovered, in dollars"), recovered, "outcome.recovered");
    auto* note = new QLineEdit(dialog);
    addRow(*dialog, QStringLiteral("Note; needed when written off or upheld"), note, "outcome.note");
    openWith(
        dialog, QStringLiteral("Close"),
        [outcome, cause, recovered, note, done = std::move(done)] {
            OutcomeChoice choice;
            choice.outcome = static_cast<WorkItemOutcome>(outcome->currentData().toInt());
            choice.rootCause = cause->currentText().trimmed();
            if (const auto amount = Money::parse(utf8(recovered->text()))) choice.recovered = *amount;
            choice.note = note->text().trimmed();
            done(choice);
        },
        outcome);
}

void askLetter(QWidget* parent, Theme& theme, const WorkItem& item, std::function<void(QString)> done)
{
    auto* dialog =
        makeDialog(parent, theme, QStringLiteral("Appeal packet of %1").arg(qs(item.claimNumber)), "letter.dialog");
    dialog->addText(
        QStringLiteral(
            "The letter stands before the claim, the answer, the evidence, the text of the rules and the attestations."),
        "muted");
    auto* letter = new QPlainTextEdit(dialog);
    letter->setTabChangesFocus(true);
    letter->setMinimumHeight(theme.scaled(190));
    letter->setPlainText(
        QStringLiteral("We ask you to look at this claim again. The record supports the services as they were billed; "
                       "the places in it are named in this packet."));
    addRow(*dialog, QStringLiteral("Letter"), letter, "letter.text");
    openWith(
        dialog, QStringLiteral("Choose the folder\u2026"),
        [letter, done = std::move(done)] { done(letter->toPlainText()); }, nullptr);
}

}  // namespace cw::ui
