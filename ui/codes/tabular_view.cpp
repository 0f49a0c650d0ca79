#include "ui/codes/tabular_view.h"

#include "ui/async/background.h"
#include "ui/codes/jump_field.h"
#include "ui/codes/outline_table.h"
#include "ui/codes/tabular_model.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/keep_width.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace cw::ui {

TabularView::TabularView(const CodesContext& context, QWidget* parent)
    : CodesView(context, parent),
      m_header(new PaneHeader(context.page.theme, QStringLiteral("Tabular List"), this)),
      m_jump(new JumpField(QStringLiteral("Go to a code"), QStringLiteral("Go to a code"), this)),
      m_table(new OutlineTable(context.page.theme, QStringLiteral("Tabular List"), 27, this)),
      m_model(new TabularModel(this)),
      m_state(nullptr),
      m_way(context.page.lookup, this)
{
    m_jump->setObjectName(QStringLiteral("codes.tabularJump"));
    m_jump->setList(m_table);
    m_jump->setCompact();
    keepWidth(context.page.theme, *m_jump, 120, 150);
    m_header->addHint(keyHint("codes.into"), QStringLiteral("open"));
    m_header->addHint(keyHint("codes.up"), QStringLiteral("close"));
    m_header->addRight(m_jump);
    m_table->setObjectName(QStringLiteral("codes.tabular"));
    m_table->setOutline(m_model);
    m_table->setColumnWidths({0}, 0);
    m_table->horizontalHeader()->hide();
    m_table->outlineDelegate()->setLeadWidth(34);
    m_state = new EmptyState(context.page.theme, m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    connect(m_model, &OutlineModel::childrenWanted, this, &TabularView::loadBelow);
    connect(m_table, &ListTable::currentRowChanged, this, [this] { showCurrent(false); });
    connect(m_table, &ListTable::rowActivated, this, [this] { showCurrent(true); });
    connect(m_jump, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (compactOf(utf8(text)).size() >= 3) reveal(utf8(text));
    });
    connect(m_jump, &QLineEdit::returnPressed, this, [this] {
        reveal(utf8(m_jump->text()));
        m_table->setFocus();
    });
}

void TabularView::activate()
{
    m_table->setFocus();
    if (!m_isLoaded)
        reload();
    else
        showCurrent(false);
}

void TabularView::reload()
{
    m_isLoaded = true;
    m_state->showLoading(QStringLiteral("Opening the Tabular List"));
    m_context.page.lookup.run<TabularRows>(
        this, [on = m_context.on()](app::Workspace& workspace) { return tabularRoots(workspace, on); },
        [this](Result<TabularRows> rows) { showRoots(std::move(rows)); });
}

void TabularView::find()
{
    m_jump->setFocus();
    m_jump->selectAll();
}

std::vector<QWidget*> TabularView::panes() const
{
    return {m_table};
}

void TabularView::showRoots(Result<TabularRows> rows)
{
    if (!rows) {
        m_model->setRoots({});
        return m_state->showFailed(rows.error(), keyHint("go.reload"), QStringLiteral("try again"));
    }
    const bool isFromList = rows->isFromList;
    m_model->setRoots(std::move(*rows));
    m_header->setDetail(isFromList ? QString()
                                   : QStringLiteral("categories of the code table; no Tabular List is installed"));
    if (m_model->rowCount() == 0)
        m_state->showEmpty(QStringLiteral("No Tabular List is installed. Admin > Code tables: import "
                                          "icd10cm_tabular.xml."),
                           keyHint("go.admin"), QStringLiteral("Admin"));
    else
        m_state->showNothing();
    m_table->selectRow(0);
    emit ready();
}

void TabularView::loadBelow(std::int64_t parent)
{
    m_context.page.lookup.run<std::vector<TabularEntry>>(
        this,
        [entry = m_model->entry(parent), isFromList = m_model->isFromList(),
         on = m_context.on()](app::Workspace& workspace) { return tabularBelow(workspace, entry, isFromList, on); },
        [this, parent](Result<std::vector<TabularEntry>> entries) {
            if (!entries) return emit statusText(qs(entries.error().detail));
            m_model->setBelow(parent, std::move(*entries));
        });
}

void TabularView::reveal(const std::string& code)
{
    m_isLoaded = true;
    m_way.ask([code, on = m_context.on()](app::Workspace& workspace) { return tabularWay(workspace, code, on); },
              [this, code](Result<TabularWay> way) {
                  if (!way) return emit statusText(qs(way.error().detail));
                  if (way->names.empty()) return emit statusText(QStringLiteral("%1 is not in the list").arg(qs(code)));
                  const auto id = m_model->openWay(std::move(*way));
                  m_state->showNothing();
                  m_table->selectId(id);
                  if (const int row = m_table->currentRow(); row >= 0)
                      m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
                  showCurrent(false);
                  emit ready();
              });
}

void TabularView::showCurrent(bool isOpened)
{
    const auto id = m_table->currentId();
    if (!isVisible()) return;
    if (id == 0) return emit nothingShown();
    const auto& entry = m_model->entry(id);
    DetailsTarget target = NodeTarget{m_model->pathTo(id)};
    if (entry.level == TabularLevel::code) target = targetOf(CodeSystem::icd10cm, compactOf(entry.name));
    if (isOpened)
        emit targetOpened(target);
    else
        emit targetShown(target);
}

}  // namespace cw::ui
