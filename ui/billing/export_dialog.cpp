#include "ui/billing/export_dialog.h"

#include "ui/shell/prompt_dialog.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

struct Fields {
    QComboBox* form;
    QLineEdit* folder;
    QCheckBox* partners;
    QCheckBox* test;
    QCheckBox* allOrNothing;
    QCheckBox* labels;
};

QCheckBox* addCheck(PromptDialog& dialog, const QString& text, const char* name)
{
    auto* box = new QCheckBox(text, &dialog);
    box->setObjectName(QString::fromLatin1(name));
    dialog.body()->addWidget(box);
    return box;
}

QComboBox* makeForms(QWidget* parent)
{
    auto* forms = new QComboBox(parent);
    forms->setObjectName(QStringLiteral("export.form"));
    forms->addItem(QStringLiteral("837P or 837I, by setting"), -1);
    for (const auto form :
         {ClaimForm::cms1500, ClaimForm::ub04, ClaimForm::csv, ClaimForm::xlsx, ClaimForm::json, ClaimForm::fhir})
        forms->addItem(qs(displayName(form)), static_cast<int>(form));
    return forms;
}

void addRow(QGridLayout& grid, int row, const QString& label, QWidget* field)
{
    auto* words = new QLabel(label, field->parentWidget());
    words->setProperty("role", QStringLiteral("muted"));
    words->setBuddy(field);
    field->setAccessibleName(label);
    grid.addWidget(words, row, 0);
    grid.addWidget(field, row, 1);
}

Fields addFields(PromptDialog& dialog, Prompter& prompter, const QString& folder)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    Fields fields{};
    fields.form = makeForms(&dialog);
    fields.folder = new QLineEdit(folder, &dialog);
    fields.folder->setObjectName(QStringLiteral("export.folder"));
    addRow(*grid, 0, QStringLiteral("Form"), fields.form);
    addRow(*grid, 1, QStringLiteral("Folder"), fields.folder);
    auto* choose = new QPushButton(QStringLiteral("Choose\u2026"), &dialog);
    choose->setAutoDefault(false);
    choose->setAccessibleName(QStringLiteral("Choose the folder for claim files"));
    grid->addWidget(choose, 1, 2);
    dialog.body()->addLayout(grid);
    dialog.body()->addSpacing(4);
    fields.partners =
        addCheck(dialog, QStringLiteral("Into the folders of the partners, where they have one"), "export.partners");
    fields.test = addCheck(dialog, QStringLiteral("Test file: nothing counts as sent"), "export.test");
    fields.allOrNothing = addCheck(dialog, QStringLiteral("Nothing if one is refused"), "export.all");
    fields.labels = addCheck(dialog, QStringLiteral("Paper with boxes and labels, to read"), "export.labels");
    fields.labels->setEnabled(false);
    QObject::connect(fields.form, &QComboBox::currentIndexChanged, fields.labels, [fields] {
        const int form = fields.form->currentData().toInt();
        fields.labels->setEnabled(form == static_cast<int>(ClaimForm::cms1500) ||
                                  form == static_cast<int>(ClaimForm::ub04));
    });
    QObject::connect(choose, &QPushButton::clicked, &dialog, [&dialog, &prompter, edit = fields.folder] {
        prompter.pickFolder(&dialog, QStringLiteral("Folder for claim files"), [edit](const QString& chosen) {
            if (!chosen.isEmpty()) edit->setText(chosen);
        });
    });
    return fields;
}

ExportChoice choiceOf(const Fields& fields)
{
    ExportChoice choice;
    if (const int form = fields.form->currentData().toInt(); form >= 0) choice.form = static_cast<ClaimForm>(form);
    choice.folder = fields.folder->text().trimmed();
    choice.usePartnerFolders = fields.partners->isChecked();
    choice.test = fields.test->isChecked();
    choice.allOrNothing = fields.allOrNothing->isChecked();
    choice.withLabels = fields.labels->isEnabled() && fields.labels->isChecked();
    return choice;
}

}  // namespace

void askExport(QWidget* parent, Theme& theme, Prompter& prompter, const QString& what, const QString& folder,
               std::function<void(ExportChoice)> done)
{
    auto* dialog = new PromptDialog(parent, QStringLiteral("Export claims"));
    dialog->setObjectName(QStringLiteral("export.dialog"));
    dialog->setMinimumWidth(theme.scaled(520));
    dialog->addText(what, "muted");
    const Fields fields = addFields(*dialog, prompter, folder);
    dialog->addButton(QStringLiteral("Cancel"), false, QDialog::Rejected);
    dialog->addButton(QStringLiteral("Export"), true, QDialog::Accepted);
    for (auto* button : dialog->findChildren<QPushButton*>())
        if (button->isDefault()) button->setFocus();
    QObject::connect(dialog, &QDialog::finished, dialog, [fields, done = std::move(done)](int code) {
        if (code == QDialog::Accepted) done(choiceOf(fields));
    });
    dialog->open();
}

}  // namespace cw::ui
