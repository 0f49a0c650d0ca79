#include "ui/shell/dialog_prompter.h"

#include "ui/shell/prompt_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

void openFileDialog(QWidget* parent, const QString& title, QFileDialog::FileMode mode, const QString& filter,
                    std::function<void(QStringList)> done)
{
    auto* dialog = new QFileDialog(parent ? parent->window() : nullptr, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    if (mode == QFileDialog::Directory) dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, done = std::move(done)](int code) {
        done(code == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
    });
    dialog->open();
}

}  // namespace

QString headingFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::invalidInput: return QStringLiteral("This cannot be used as it is");
    case ErrorKind::notReady: return QStringLiteral("Not ready yet");
    case ErrorKind::notFound: return QStringLiteral("Not found");
    case ErrorKind::conflict: return QStringLiteral("It has changed meanwhile");
    case ErrorKind::denied: return QStringLiteral("Not permitted");
    case ErrorKind::unsupported: return QStringLiteral("Not supported");
    case ErrorKind::corrupt: return QStringLiteral("Damaged data");
    case ErrorKind::io: return QStringLiteral("The disk or the system refused");
    case ErrorKind::busy: return QStringLiteral("Busy");
    case ErrorKind::cancelled: return QStringLiteral("Cancelled");
    }
    return {};
}

namespace {

QLineEdit* openQuestion(QWidget* parent, const QString& title, const QString& label, const QString& initial,
                        std::function<void(std::optional<QString>)> done)
{
    auto* dialog = new PromptDialog(parent, title);
    auto* words = dialog->addText(label, "muted");
    auto* edit = new QLineEdit(initial, dialog);
    edit->setObjectName(QStringLiteral("answer"));
    edit->selectAll();
    words->setBuddy(edit);
    edit->setAccessibleName(label);
    dialog->body()->addWidget(edit);
    dialog->addButton(QStringLiteral("Cancel"), false, QDialog::Rejected);
    dialog->addButton(QStringLiteral("OK"), true, QDialog::Accepted);
    QObject::connect(dialog, &QDialog::finished, dialog, [edit, done = std::move(done)](int code) {
        done(code == QDialog::Accepted ? std::optional<QString>(edit->text()) : std::nullopt);
    });
    edit->setFocus();
    dialog->open();
    return edit;
}

}  // namespace

void DialogPrompter::askText(QWidget* parent, const QString& title, const QString& label, const QString& initial,
                             std::function<void(std::optional<QString>)> done)
{
    openQuestion(parent, title, label, initial, std::move(done));
}

void DialogPrompter::askPassword(QWidget* parent, const QString& title, const QString& label,
                                 std::function<void(std::optional<QString>)> done)
{
    openQuestion(parent, title, label, {}, std::move(done))->setEchoMode(QLineEdit::Password);
}

void DialogPrompter::confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes,
                             std::function<void(bool)> done)
{
    auto* dialog = new PromptDialog(parent, title);
    dialog->addText(text);
    dialog->addButton(QStringLiteral("Cancel"), false, QDialog::Rejected);
    dialog->addButton(yes, true, QDialog::Accepted);
    QObject::connect(dialog, &QDialog::finished, dialog,
                     [done = std::move(done)](int code) { done(code == QDialog::Accepted); });
    dialog->open();
}

void DialogPrompter::pickFiles(QWidget* parent, const QString& title, const QString& filter,
                               std::function<void(QStringList)> done)
{
    openFileDialog(parent, title, QFileDialog::ExistingFiles, filter, std::move(done));
}

void DialogPrompter::pickFolder(QWidget* parent, const QString& title, std::function<void(QString)> done)
{
    openFileDialog(parent, title, QFileDialog::Directory, {},
                   [done = std::move(done)](const QStringList& chosen) { done(chosen.value(0)); });
}

void DialogPrompter::showError(QWidget* parent, const Error& error)
{
    if (error.kind == ErrorKind::cancelled) return;
    auto* dialog = new PromptDialog(parent, headingFor(error.kind));
    dialog->addText(sentenceFor(error));
    dialog->addText(qs(error.id), "label");
    dialog->addButton(QStringLiteral("Close"), true, QDialog::Accepted);
    dialog->open();
}

void DialogPrompter::showText(QWidget* parent, const QString& title, const QString& text)
{
    auto* dialog = new PromptDialog(parent, title);
    if (text.count(QLatin1Char('\n')) < 8 && text.size() < 900) {
        dialog->addText(text);
    } else {
        auto* area = new QPlainTextEdit(text, dialog);
        area->setReadOnly(true);
        area->setTabChangesFocus(true);
        area->setLineWrapMode(QPlainTextEdit::NoWrap);
        area->setFont(QFont(QStringLiteral("DejaVu Sans Mono"), 9));
        area->setAccessibleName(title);
        area->setMinimumSize(area->fontMetrics().averageCharWidth() * 84, area->fontMetrics().height() * 22);
        dialog->body()->addWidget(area);
    }
    dialog->addButton(QStringLiteral("Close"), true, QDialog::Accepted);
    dialog->open();
}

}  // namespace cw::ui
