#include "ui/admin/field_form.h"

#include "ui/theme/theme.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

FieldForm::FieldForm(Theme& theme, const QString& prefix, int columns, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_prefix(prefix),
      m_columns(columns),
      m_header(new PaneHeader(theme, {}, this)),
      m_general(new QLabel(this)),
      m_grid(new QGridLayout),
      m_buttons(new QHBoxLayout)
{
    m_header->setTopLine(true);
    m_general->setProperty("role", QStringLiteral("error"));
    m_general->setObjectName(prefix + QStringLiteral(".fault"));
    m_general->hide();
    const int space = theme.scaled(10);
    m_grid->setHorizontalSpacing(theme.scaled(8));
    m_grid->setVerticalSpacing(theme.scaled(4));
    for (int column = 0; column < columns; ++column) m_grid->setColumnStretch(2 * column + 1, 1);
    m_buttons->setSpacing(theme.scaled(8));
    m_buttons->addStretch(1);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(space, theme.scaled(6), space, theme.scaled(8));
    body->setSpacing(theme.scaled(6));
    body->addWidget(m_general);
    body->addLayout(m_grid);
    body->addLayout(m_buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(body);
}

void FieldForm::setTitle(const QString& title, const QString& detail)
{
    m_header->setTitle(title);
    m_header->setDetail(detail);
}

void FieldForm::place(const QString& name, const QString& label, QWidget* input)
{
    input->setObjectName(m_prefix + QLatin1Char('.') + name);
    input->setAccessibleName(label);
    auto* fault = new QLabel(this);
    fault->setProperty("role", QStringLiteral("error"));
    fault->setObjectName(input->objectName() + QStringLiteral(".fault"));
    fault->setWordWrap(true);
    fault->hide();
    auto* cell = new QVBoxLayout;
    cell->setSpacing(0);
    cell->addWidget(input);
    cell->addWidget(fault);
    const auto count = static_cast<int>(m_order.size());
    const int row = count / m_columns;
    const int column = 2 * (count % m_columns);
    if (!qobject_cast<QCheckBox*>(input)) {
        auto* words = new QLabel(label, this);
        words->setProperty("role", QStringLiteral("muted"));
        words->setBuddy(input);
        words->setContentsMargins(0, m_theme.scaled(5), 0, 0);
        m_grid->addWidget(words, row, column, Qt::AlignTop);
    }
    m_grid->addLayout(cell, row, column + 1, Qt::AlignTop);
    m_order.append(name);
    m_fields.insert(name, {input, fault});
}

void FieldForm::addLine(const QString& name, const QString& label, const QString& example)
{
    auto* edit = new QLineEdit(this);
    edit->setPlaceholderText(example);
    place(name, label, edit);
}

void FieldForm::addChoice(const QString& name, const QString& label, const QStringList& names,
                          const QStringList& values)
{
    place(name, label, new QComboBox(this));
    setChoices(name, names, values);
}

void FieldForm::addCheck(const QString& name, const QString& label)
{
    place(name, label, new QCheckBox(label, this));
}

void FieldForm::addButton(const QString& text, const QString& name, std::function<void()> run)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(m_prefix + QLatin1Char('.') + name);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    connect(button, &QPushButton::clicked, this, std::move(run));
}

void FieldForm::setChoices(const QString& name, const QStringList& names, const QStringList& values)
{
    auto* choice = qobject_cast<QComboBox*>(m_fields.value(name).input);
    if (!choice) return;
    const auto before = text(name);
    choice->clear();
    for (qsizetype i = 0; i < names.size(); ++i) choice->addItem(names[i], values.value(i));
    setText(name, before);
}

QString FieldForm::text(const QString& name) const
{
    auto* input = m_fields.value(name).input;
    if (const auto* edit = qobject_cast<QLineEdit*>(input)) return edit->text().trimmed();
    if (const auto* choice = qobject_cast<QComboBox*>(input)) return choice->currentData().toString();
    const auto* check = qobject_cast<QCheckBox*>(input);
    return check && check->isChecked() ? QStringLiteral("yes") : QString();
}

void FieldForm::setText(const QString& name, const QString& text)
{
    auto* input = m_fields.value(name).input;
    if (auto* edit = qobject_cast<QLineEdit*>(input)) edit->setText(text);
    if (auto* check = qobject_cast<QCheckBox*>(input)) check->setChecked(!text.isEmpty());
    if (auto* choice = qobject_cast<QComboBox*>(input)) {
        // A value that the list does not know stays what it is.
        if (choice->findData(text) < 0 && !text.isEmpty()) choice->addItem(text, text);
        choice->setCurrentIndex(std::max(0, choice->findData(text)));
    }
}

QStringList FieldForm::values() const
{
    QStringList all;
    for (const auto& name : m_order) all.append(text(name));
    return all;
}

void FieldForm::setUntouched()
{
    m_untouched = values();
    showFaults({});
}

bool FieldForm::isTouched() const
{
    return m_untouched != values();
}

void FieldForm::showFaults(const std::vector<FieldFault>& faults)
{
    m_general->hide();
    for (const auto& field : std::as_const(m_fields)) {
        field.fault->hide();
        field.input->setAccessibleDescription({});
    }
    for (const auto& fault : faults) {
        const auto sentence = qs(fault.sentence);
        const auto field = m_fields.value(qs(fault.field));
        if (!field.input) {
            m_general->setText(qs(fault.field) + QLatin1Char(' ') + sentence);
            m_general->show();
            continue;
        }
        field.fault->setText(sentence);
        field.fault->show();
        field.input->setAccessibleDescription(sentence);
    }
    const auto first = std::find_if(m_order.begin(), m_order.end(), [this](const QString& name) {
        return !m_fields.value(name).input->accessibleDescription().isEmpty();
    });
    if (first != m_order.end()) m_fields.value(*first).input->setFocus();
}

void FieldForm::focusFirst()
{
    if (!m_order.isEmpty()) m_fields.value(m_order.first()).input->setFocus();
}

}  // namespace cw::ui
