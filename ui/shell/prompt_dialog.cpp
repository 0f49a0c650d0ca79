#include "ui/shell/prompt_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

PromptDialog::PromptDialog(QWidget* parent, const QString& title)
    : QDialog(parent ? parent->window() : nullptr), m_body(new QVBoxLayout), m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(14);
    auto* heading = new QLabel(title, this);
    heading->setProperty("role", QStringLiteral("heading"));
    heading->setWordWrap(true);
    column->addWidget(heading);
    m_body->setSpacing(6);
    column->addLayout(m_body);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    column->addLayout(m_buttons);
}

QLabel* PromptDialog::addText(const QString& text, const char* role)
{
    auto* label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    m_body->addWidget(label);
    return label;
}

void PromptDialog::addButton(const QString& text, bool primary, DialogCode code)
{
    auto* button = new QPushButton(text, this);
    button->setProperty("primary", primary);
    button->setDefault(primary);
    button->setAutoDefault(primary);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, code] { done(code); });
}

}  // namespace cw::ui
