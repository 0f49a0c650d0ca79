#include "ui/codes/index_model.h"
#include "ui/codes/index_view.h"
#include "ui/codes/jump_field.h"
#include "ui/codes/main_term_model.h"
#include "ui/codes/outline_table.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"

#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

QVBoxLayout* tightColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

}  // namespace

IndexView::IndexView(const CodesContext& context, ListKind index, QWidget* parent)
    : CodesView(context, parent),
      m_index(index),
      m_jump(new JumpField(QStringLiteral("Main term"), QStringLiteral("Main term"), this)),
      m_terms(new ListTable(context.page.theme, QStringLiteral("Main terms"), 25, this)),
      m_termModel(new MainTermModel(this)),
      m_state(nullptr),
      m_way(new PaneHeader(context.page.theme, QStringLiteral("Sub-terms"), this)),
      m_find(new JumpField(QStringLiteral("Find within the sub-terms"),
                           QStringLiteral("Find within the sub-terms, Esc ends"), this)),
      m_below(new OutlineTable(context.page.theme, QStringLiteral("Sub-terms"), 25, this)),
      m_model(new IndexModel(this)),
      m_loader(context.page.lookup, this)
{
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(buildTerms());
    split->addWidget(buildBelow());
    split->setStretchFactor(1, 1);
    split->setSizes({context.page.theme.scaled(220), context.page.theme.scaled(640)});
    tightColumn(this)->addWidget(split);
    m_state = new EmptyState(context.page.theme, split);
    bindKeys();
}

QWidget* IndexView::buildTerms()
{
    auto* pane = new QWidget(this);
    pane->setProperty("area", QStringLiteral("surface"));
    pane->setAttribute(Qt::WA_StyledBackground);
    m_jump->setObjectName(QStringLiteral("codes.indexJump"));
    m_jump->setList(m_terms);
    m_terms->setObjectName(QStringLiteral("codes.mainTerms"));
    m_terms->setModel(m_termModel);
    m_terms->setColumnWidths({0}, 0);
    m_terms->horizontalHeader()->hide();
    auto* column = tightColumn(pane);
    const int gap = m_context.page.theme.scaled(6);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(gap, gap, gap, gap);
    top->addWidget(m_jump);
    column->addLayout(top);
    column->addWidget(m_terms, 1);
    return pane;
}

QWidget* IndexView::buildBelow()
{
    auto* pane = new QWidget(this);
    m_way->addHint(keyHint("codes.open"), QStringLiteral("code or see"));
    m_way->addHint(keyHint("codes.findBelow"), QStringLiteral("find"));
    m_find->setObjectName(QStringLiteral("codes.findBelow"));
    m_find->setList(m_below, false);
    m_find->hide();
    m_below->setObjectName(QStringLiteral("codes.subTerms"));
    m_below->setOutline(m_model);
    m_below->setColumnWidths({0, 112, 176}, 0);
    auto* column = tightColumn(pane);
    column->addWidget(m_way);
    column->addWidget(m_find);
    column->addWidget(m_below, 1);
    return pane;
}

void IndexView::bindKeys()
{
    connect(m_jump, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!text.isEmpty()) placeMainTerm(m_termModel->rowFor(text));
    });
    connect(m_jump, &QLineEdit::returnPressed, this, [this] { m_below->setFocus(); });
    connect(m_terms, &ListTable::currentRowChanged, this, &IndexView::loadMainTerm);
    connect(m_terms, &ListTable::rowActivated, this, [this] { m_below->setFocus(); });
    connect(m_below, &ListTable::currentRowChanged, this, &IndexView::showWay);
    connect(m_below, &ListTable::rowActivated, this, [this] { openCurrent(); });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->narrowTo(text);
        m_below->selectRow(m_model->rowForWords(text));
    });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_below->setFocus(); });
    bindCommand("codes.findBelow", m_below, [this] { showFind(true); });
    bindCommand("codes.follow", m_below, [this] { follow(); });
    bindCommand("codes.into", m_terms, [this] { m_below->setFocus(); });
    bindCommand("codes.leave", m_find, [this] {
        showFind(false);
        m_below->setFocus();
    });
}

}  // namespace cw::ui
