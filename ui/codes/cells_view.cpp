#include "ui/codes/cells_view.h"

#include "ui/async/background.h"
#include "ui/codes/cell_delegate.h"
#include "ui/codes/details_html.h"
#include "ui/codes/index_load.h"
#include "ui/codes/index_model.h"
#include "ui/codes/jump_field.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/keep_width.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QVBoxLayout>

namespace cw::ui {

CellsView::CellsView(const CodesContext& context, ListKind table, QWidget* parent)
    : CodesView(context, parent),
      m_kind(table),
      m_header(new PaneHeader(context.page.theme, qs(displayName(table)), this)),
      m_jump(new JumpField(table == ListKind::drugs ? QStringLiteral("Substance") : QStringLiteral("Site"),
                           table == ListKind::drugs ? QStringLiteral("Substance") : QStringLiteral("Site"), this)),
      m_table(new ListTable(context.page.theme, qs(displayName(table)), 25, this)),
      m_model(new IndexModel(this)),
      m_state(nullptr)
{
    build();
    connect(m_jump, &QLineEdit::textChanged, this, &CellsView::jump);
    connect(m_jump, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_table, &ListTable::rowActivated, this, [this] { showCell(true); });
}

void CellsView::build()
{
    auto& theme = m_context.page.theme;
    m_header->addHint(QStringLiteral("\u2190 \u2192"), QStringLiteral("cells"));
    m_header->addHint(keyHint("codes.open"), QStringLiteral("code"));
    m_header->addRight(m_jump);
    m_jump->setObjectName(QStringLiteral("codes.cellJump"));
    m_jump->setList(m_table);
    m_jump->setCompact();
    keepWidth(theme, *m_jump, 130, 180);
    m_table->setObjectName(QStringLiteral("codes.cells"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(theme, m_table));
    m_state = new EmptyState(theme, m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showCell(false); });
}

void CellsView::activate()
{
    m_table->setFocus();
    if (!m_isLoaded)
        reload();
    else
        showCell(false);
}

void CellsView::reload()
{
    m_isLoaded = true;
    m_state->showLoading(QStringLiteral("Opening the table"));
    m_context.page.lookup.run<Table>(
        this,
        [kind = m_kind](app::Workspace& workspace) -> Result<Table> {
            Table table;
            CW_TRY(table.columns, workspace.tables().indexColumns(kind));
            CW_TRY(table.terms, wholeIndex(workspace, kind));
            return table;
        },
        [this](Result<Table> table) { showTable(std::move(table)); });
}

void CellsView::find()
{
    m_jump->setFocus();
    m_jump->selectAll();
}

std::vector<QWidget*> CellsView::panes() const
{
    return {m_table};
}

void CellsView::showTable(Result<Table> table)
{
    if (!table) return m_state->showFailed(table.error(), keyHint("go.reload"), QStringLiteral("try again"));
    m_header->setDetail(table->terms.empty() ? QString() : QStringLiteral("%1 rows").arg(table->terms.size()));
    const bool isEmpty = table->terms.empty();
    constexpr int allLevels = 20;
    std::vector<int> widths(table->columns.size() + 1, 97);
    widths[0] = 200;
    m_model->setColumns(std::move(table->columns));
    m_model->setTerms(std::move(table->terms), allLevels);
    m_table->setColumnWidths(widths, 0);
    if (isEmpty) {
        m_state->showEmpty(QString::fromLatin1(notInstalledText(m_kind)), keyHint("go.admin"), QStringLiteral("Admin"));
        if (isVisible()) emit nothingShown();
        return emit ready();
    }
    m_state->showNothing();
    if (m_pending != 0)
        select(std::exchange(m_pending, 0));
    else
        m_table->setCurrentIndex(m_model->index(0, 1));
    if (m_table->currentIndex().row() == 0) jump(m_jump->text());
    emit ready();
}

void CellsView::openTerm(std::int64_t term)
{
    if (m_model->rowCount() == 0)
        m_pending = term;
    else
        select(term);
}

void CellsView::select(std::int64_t term)
{
    const int row = m_model->rowOf(term);
    if (row < 0) return emit statusText(QStringLiteral("The term is no longer there"));
    const auto index = m_model->index(row, std::max(1, m_table->currentIndex().column()));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtTop);
}

void CellsView::jump(const QString& typed)
{
    if (typed.isEmpty()) return;
    const int row = m_model->rowFor(typed);
    if (row < 0) return emit statusText(QStringLiteral("Nothing begins with \u201c%1\u201d").arg(typed));
    emit statusText({});
    select(m_model->idAt(row));
}

void CellsView::showCell(bool isOpened)
{
    if (!isVisible()) return;
    const auto index = m_table->currentIndex();
    if (!index.isValid()) return emit nothingShown();
    const auto code = m_model->codeAt(index.row(), index.column());
    if (code.empty()) {
        if (isOpened) return follow();
        return emit nothingShown();
    }
    const auto target = targetOf({code}, CodeSystem::icd10cm);
    if (isOpened)
        emit targetOpened(target);
    else
        emit targetShown(target);
}

void CellsView::follow()
{
    // No key of its own: letters jump here.
    const auto index = m_table->currentIndex();
    if (!index.isValid()) return;
    const auto& term = m_model->term(m_model->idAt(index.row())).term;
    const std::string see = term.see.empty() ? term.seeAlso : term.see;
    if (see.empty()) return emit statusText(QStringLiteral("This row has no reference"));
    m_context.page.lookup.run<std::optional<IndexEntry>>(
        this, [kind = m_kind, see](app::Workspace& workspace) { return followSee(workspace, kind, see); },
        [this, see](Result<std::optional<IndexEntry>> found) {
            if (!found) return emit statusText(qs(found.error().detail));
            if (!*found) return emit statusText(QStringLiteral("No installed index has \u201c%1\u201d").arg(qs(see)));
            if ((*found)->kind == m_kind)
                select((*found)->id);
            else
                emit termWanted((*found)->kind, (*found)->id);
        });
}

}  // namespace cw::ui
