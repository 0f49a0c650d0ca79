#include "ui/billing/claim_data_form.h"

#include "ui/widgets/text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

#include <algorithm>
#include <map>

namespace cw::ui {

namespace {

void setRole(QLabel& label, const char* role)
{
    label.setProperty("role", QString::fromLatin1(role));
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

const QString mark = QStringLiteral("\u25cf ");

}  // namespace

ClaimDataForm::ClaimDataForm(Theme& theme, const std::vector<app::ClaimDataField>& fields, QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto* form = new QWidget(this);
    form->setProperty("area", QStringLiteral("surface"));
    form->setAttribute(Qt::WA_StyledBackground);
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(theme.scaled(14), 0, theme.scaled(14), theme.scaled(14));
    grid->setHorizontalSpacing(theme.scaled(12));
    grid->setVerticalSpacing(theme.scaled(5));
    grid->setColumnMinimumWidth(0, theme.scaled(190));
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(2, theme.scaled(190));
    m_fields.reserve(fields.size());
    QLabel* group = nullptr;
    for (const auto& field : fields) {
        if (!group || group->text() != qs(field.group)) {
            group = new QLabel(qs(field.group), form);
            group->setProperty("role", QStringLiteral("strong"));
            group->setContentsMargins(0, theme.scaled(10), 0, theme.scaled(2));
            grid->addWidget(group, grid->rowCount(), 0, 1, 3);
        }
        add(*grid, field, group);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    setWidget(form);
}

void ClaimDataForm::add(QGridLayout& grid, const app::ClaimDataField& field, QLabel* group)
{
    auto* form = grid.parentWidget();
    Field made;
    made.pointer = field.pointer;
    made.value = field.value;
    made.words = QStringLiteral("%1 %2 %3").arg(qs(field.label), qs(field.group), qs(field.place));
    made.group = group;
    made.label = new QLabel(qs(field.label), form);
    made.place = new QLabel(qs(field.place), form);
    made.place->setProperty("role", QStringLiteral("label"));
    made.error = new QLabel(form);
    made.error->setProperty("role", QStringLiteral("error"));
    made.error->setWordWrap(true);
    made.error->hide();
    made.editor = makeEditor(field, form);
    made.editor->setObjectName(qs(field.pointer));
    made.editor->setAccessibleName(QStringLiteral("%1, %2").arg(qs(field.label), qs(field.group)));
    made.label->setBuddy(made.editor);
    const int row = grid.rowCount();
    grid.addWidget(made.label, row, 0);
    grid.addWidget(made.editor, row, 1);
    grid.addWidget(made.place, row, 2);
    grid.addWidget(made.error, row + 1, 1, 1, 2);
    m_fields.push_back(made);
}

QWidget* ClaimDataForm::makeEditor(const app::ClaimDataField& field, QWidget* parent)
{
    if (field.choices.empty()) {
        auto* line = new QLineEdit(qs(field.value), parent);
        connect(line, &QLineEdit::textChanged, this, &ClaimDataForm::markChanges);
        return line;
    }
    auto* box = new QComboBox(parent);
    box->addItem(QString());
    for (const auto& choice : field.choices)
        if (!choice.empty()) box->addItem(qs(choice));
    if (box->findText(qs(field.value)) < 0) box->addItem(qs(field.value));
    box->setCurrentIndex(box->findText(qs(field.value)));
    connect(box, &QComboBox::currentIndexChanged, this, &ClaimDataForm::markChanges);
    return box;
}

std::string ClaimDataForm::valueOf(const Field& field)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(field.editor)) return utf8(line->text().trimmed());
    return utf8(qobject_cast<const QComboBox*>(field.editor)->currentText());
}

std::vector<app::ClaimData::Change> ClaimDataForm::changes() const
{
    std::vector<app::ClaimData::Change> all;
    for (const auto& field : m_fields)
        if (auto value = valueOf(field); value != field.value) all.push_back({field.pointer, std::move(value)});
    return all;
}

void ClaimDataForm::markChanges()
{
    int count = 0;
    for (auto& field : m_fields) {
        const bool isChanged = valueOf(field) != field.value;
        count += isChanged ? 1 : 0;
        const QString text = field.label->text();
        if (isChanged == text.startsWith(mark)) continue;
        field.label->setText(isChanged ? mark + text : text.mid(mark.size()));
        setRole(*field.label, isChanged ? "strong" : "");
        field.error->hide();
    }
    emit changed(count);
}

void ClaimDataForm::filter(const QString& text)
{
    std::map<QLabel*, bool> groups;
    for (auto& field : m_fields) {
        const bool isShown = text.isEmpty() || field.words.contains(text, Qt::CaseInsensitive);
        field.label->setVisible(isShown);
        field.editor->setVisible(isShown);
        field.place->setVisible(isShown);
        if (!isShown) field.error->hide();
        groups[field.group] = groups[field.group] || isShown;
    }
    for (const auto& [group, isShown] : groups) group->setVisible(isShown);
}

ClaimDataForm::Field* ClaimDataForm::find(const std::string& pointer)
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&pointer](const Field& field) { return field.pointer == pointer; });
    return found == m_fields.end() ? nullptr : &*found;
}

void ClaimDataForm::focus(Field& field)
{
    field.editor->setFocus();
    if (auto* line = qobject_cast<QLineEdit*>(field.editor)) line->selectAll();
    // Once it has its size: before, there is nothing to scroll.
    QMetaObject::invokeMethod(
        this, [this, editor = field.editor] { ensureWidgetVisible(editor, 0, 120); }, Qt::QueuedConnection);
}

bool ClaimDataForm::focusField(const std::string& pointer)
{
    auto* field = find(pointer);
    if (field) focus(*field);
    return field != nullptr;
}

void ClaimDataForm::focusFirstShown()
{
    for (auto& field : m_fields)
        if (!field.editor->isHidden()) return focus(field);
}

bool ClaimDataForm::showFault(const std::string& pointer, const QString& sentence)
{
    auto* field = find(pointer);
    if (!field) return false;
    field->error->setText(QStringLiteral("\u2715 ") + sentence);
    field->error->show();
    focus(*field);
    return true;
}

}  // namespace cw::ui
