#include "ui/codes/sets_view.h"

#include "ui/async/background.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

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

SetsView::SetsView(const CodesContext& context, QWidget* parent)
    : CodesView(context, parent),
      m_shelfHeader(new PaneHeader(context.page.theme, QStringLiteral("Sets"), this)),
      m_shelf(new ListTable(context.page.theme, QStringLiteral("Code sets"), 36, this)),
      m_shelfModel(new ShelfModel(this)),
      m_codesHeader(new PaneHeader(context.page.theme, QStringLiteral("Codes"), this)),
      m_codes(new ListTable(context.page.theme, QStringLiteral("Codes of the set"), 36, this)),
      m_codesModel(new SetCodeModel(this)),
      m_state(nullptr)
{
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(buildShelf());
    split->addWidget(buildCodes());
    split->setStretchFactor(1, 1);
    split->setSizes({context.page.theme.scaled(300), context.page.theme.scaled(560)});
    tightColumn(this)->addWidget(split);
    bindKeys();
}

QWidget* SetsView::buildShelf()
{
    auto* pane = new QWidget(this);
    m_shelfHeader->addHint(keyHint("codes.newSet"), QStringLiteral("new"));
    m_shelfHeader->addHint(keyHint("codes.rename"), QStringLiteral("rename"));
    m_shelf->setObjectName(QStringLiteral("codes.sets"));
    m_shelf->setModel(m_shelfModel);
    m_shelf->setColumnWidths({0, 90, 58}, ShelfModel::name);
    auto* column = tightColumn(pane);
    column->addWidget(m_shelfHeader);
    column->addWidget(m_shelf, 1);
    return pane;
}

QWidget* SetsView::buildCodes()
{
    auto* pane = new QWidget(this);
    m_codesHeader->addHint(keyHint("codes.addCode"), QStringLiteral("add"));
    m_codesHeader->addHint(keyHint("codes.moveUp"), QStringLiteral("move"));
    m_codesHeader->addHint(keyHint("codes.remove"), QStringLiteral("remove"));
    m_codes->setObjectName(QStringLiteral("codes.setCodes"));
    m_codes->setModel(m_codesModel);
    m_codes->setColumnWidths({84, 0, 88, 100}, SetCodeModel::title);
    m_state = new EmptyState(m_context.page.theme, m_codes);
    auto* column = tightColumn(pane);
    column->addWidget(m_codesHeader);
    column->addWidget(m_codes, 1);
    return pane;
}

void SetsView::activate()
{
    m_shelf->setFocus();
    load();
}

void SetsView::find()
{
    m_shelf->setFocus();
}

std::vector<QWidget*> SetsView::panes() const
{
    return {m_shelf, m_codes};
}

void SetsView::load()
{
    const int turn = ++m_turn;
    m_context.page.work.run<Shelf>(
        this, [on = m_context.on()](app::Workspace& workspace) { return loadShelf(workspace, on); },
        [this, turn](Result<Shelf> shelf) {
            if (turn != m_turn) return;
            if (!shelf) return m_state->showFailed(shelf.error(), keyHint("go.reload"), QStringLiteral("try again"));
            show(std::move(*shelf));
            emit ready();
        });
}

void SetsView::show(Shelf shelf)
{
    const auto set = m_set;
    const auto code = m_code;
    m_shelfModel->setShelf(std::move(shelf));
    m_shelf->selectRow(set.isValid() ? std::max(0, m_shelfModel->rowOf(set)) : 0);
    m_code = code;
    showCodes();
}

void SetsView::showCodes()
{
    const int row = std::max(0, m_shelf->currentRow());
    const auto* opened = m_shelfModel->set(row);
    m_set = opened ? opened->set.id : CodeSetId();
    m_codesHeader->setTitle(opened ? qs(opened->set.header.name) : QStringLiteral("Recent codes"));
    m_codesHeader->setDetail(!opened
                                 ? QStringLiteral("coded by you, latest first")
                                 : QStringLiteral("%1%2%3").arg(
                                       opened->set.header.owner ? QStringLiteral("yours") : QStringLiteral("shared"),
                                       opened->set.header.patientType.empty() ? QString() : QStringLiteral(" \u00b7 "),
                                       qs(opened->set.header.patientType)));
    m_codesModel->setCodes(m_shelfModel->codes(row));
    const int at = m_code ? m_codesModel->rowOf(*m_code) : -1;
    m_codes->selectRow(std::max(0, at));
    if (m_codesModel->rowCount() > 0)
        m_state->showNothing();
    else if (!opened)
        m_state->showEmpty(QStringLiteral("The codes that you put on charts appear here."), keyHint("go.worklist"),
                           QStringLiteral("worklist"));
    else
        m_state->showEmpty(QStringLiteral("This set has no codes yet."), keyHint("codes.addCode"),
                           QStringLiteral("add a code"));
    showCurrent(false);
}

const app::SetCode* SetsView::currentCode() const
{
    const int row = m_codes->currentRow();
    return row < 0 || row >= m_codesModel->rowCount() ? nullptr : &m_codesModel->row(row);
}

void SetsView::showCurrent(bool isOpened)
{
    const auto* code = currentCode();
    if (code) m_code = code->member.key;
    if (!isVisible()) return;
    if (!code) return emit nothingShown();
    const auto target = targetOf(code->member.key.system, code->member.key.code);
    if (isOpened)
        emit targetOpened(target);
    else
        emit targetShown(target);
}

}  // namespace cw::ui
