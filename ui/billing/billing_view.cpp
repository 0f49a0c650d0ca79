#include "ui/billing/billing_view.h"

#include "ui/theme/theme.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace cw::ui {

void stack(QWidget* on, std::initializer_list<QWidget*> widgets)
{
    auto* column = new QVBoxLayout(on);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (auto* widget : widgets) column->addWidget(widget);
}

QSplitter* BillingView::split(QWidget* left, QWidget* right)
{
    auto& theme = m_context.theme;
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({theme.scaled(770), theme.scaled(520)});
    right->setMinimumWidth(theme.scaled(380));
    left->setMinimumWidth(theme.scaled(420));
    stack(this, {splitter});
    return splitter;
}

}  // namespace cw::ui
