#include "ui/admin/form_grid.h"

#include "ui/theme/theme.h"
#include "ui/widgets/pane_header.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

FormGrid::FormGrid(Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, title, this)),
      m_grid(new QGridLayout),
      m_buttons(new QHBoxLayout)
{
    m_header->setTopLine(true);
    const int space = theme.scaled(10);
    m_grid->setHorizontalSpacing(space);
    m_grid->setVerticalSpacing(theme.scaled(6));
    m_grid->setColumnStretch(1, 1);
    m_buttons->setSpacing(theme.scaled(8));
    m_buttons->addStretch(1);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(space, theme.scaled(8), space, theme.scaled(8));
    body->setSpacing(theme.scaled(8));
    body->addLayout(m_grid);
    body->addLayout(m_buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(body);
}

void FormGrid::setTitle(const QString& title)
{
    m_header->setTitle(title);
}

void FormGrid::addLabel(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text, this);
    label->setProperty("role", QStringLiteral("muted"));
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    m_grid->addWidget(label, m_row, 0);
}

QLineEdit* FormGrid::addLine(const QString& label, const char* object, const QString& example)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(QString::fromLatin1(object));
    edit->setPlaceholderText(example);
    addLabel(label, edit);
    m_grid->addWidget(edit, m_row++, 1);
    return edit;
}

QComboBox* FormGrid::addChoice(const QString& label, const char* object, const QStringList& names)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(QString::fromLatin1(object));
    choice->addItems(names);
    addLabel(label, choice);
    m_grid->addWidget(choice, m_row++, 1, Qt::AlignLeft);
    return choice;
}

QPushButton* FormGrid::addButton(const QString& text, const char* object)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(object));
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void FormGrid::addWide(const QString& label, QWidget* widget)
{
    addLabel(label, widget);
    m_grid->addWidget(widget, m_row++, 1);
}

QLabel* FormGrid::addText(const char* object)
{
    auto* label = new QLabel(this);
    label->setObjectName(QString::fromLatin1(object));
    label->setProperty("role", QStringLiteral("muted"));
    label->setWordWrap(true);
    m_grid->addWidget(label, m_row++, 1);
    return label;
}

}  // namespace cw::ui
