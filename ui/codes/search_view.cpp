#include "ui/codes/search_view.h"

#include "ui/codes/code_text.h"
#include "ui/codes/jump_field.h"
#include "ui/codes/marked_delegate.h"
#include "ui/codes/search_filters.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <chrono>

namespace cw::ui {

namespace {

constexpr int mostHits = 100;

}  // namespace

SearchView::SearchView(const CodesContext& context, QWidget* parent)
    : CodesView(context, parent),
      m_query(new JumpField(QStringLiteral("Search codes"),
                            QStringLiteral("Code, or words in any order  (%1)").arg(keyHint("codes.find")), this)),
      m_filters(new SearchFilters(context.page.theme, this)),
      m_header(new PaneHeader(context.page.theme, QStringLiteral("Results"), this)),
      m_table(new ListTable(context.page.theme, QStringLiteral("Codes"), 29, this)),
      m_model(new FoundModel(this)),
      m_state(nullptr),
      m_finder(context.page.lookup, this)
{
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(15);
    connect(&m_typing, &QTimer::timeout, this, &SearchView::search);
    connect(m_query, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_filters, &SearchFilters::changed, this, [this] { m_typing.start(); });
    connect(m_query, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_table, &ListTable::currentRowChanged, this, [this] { showCurrent(false); });
    connect(m_table, &ListTable::rowActivated, this, [this] { showCurrent(true); });
    bindCommand("codes.into", m_table, [this] { browseInto(); });
    bindCommand("codes.up", m_table, [this] { browseUp(); });
}

void SearchView::build()
{
    auto& theme = m_context.page.theme;
    m_query->setObjectName(QStringLiteral("codes.query"));
    m_query->setList(m_table);
    m_table->setObjectName(QStringLiteral("codes.table"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MarkedDelegate(theme, m_table));
    m_table->setColumnWidths({84, 0, 190, 92, 108}, FoundModel::description);
    m_header->addHint(keyHint("codes.open"), QStringLiteral("details"));
    m_header->addHint(keyHint("codes.into"), QStringLiteral("codes below"));
    m_header->addHint(keyHint("codes.up"), QStringLiteral("back"));
    m_state = new EmptyState(theme, m_table);
    auto* bar = new QWidget(this);
    bar->setProperty("area", QStringLiteral("surface"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* rows = new QVBoxLayout(bar);
    rows->setContentsMargins(theme.scaled(10), theme.scaled(6), theme.scaled(10), theme.scaled(6));
    rows->setSpacing(theme.scaled(6));
    auto* first = new QHBoxLayout;
    first->setSpacing(theme.scaled(8));
    first->addWidget(m_query, 1);
    first->addWidget(m_filters->chapterBox());
    rows->addLayout(first);
    rows->addWidget(m_filters);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    m_header->setTopLine(true);
}

void SearchView::activate()
{
    m_query->setFocus();
    search();
}

void SearchView::find()
{
    m_query->setFocus();
    m_query->selectAll();
}

std::vector<QWidget*> SearchView::panes() const
{
    return {m_query, m_table};
}

search::Query SearchView::query() const
{
    search::Query query;
    query.text = utf8(m_query->text().trimmed());
    query.on = m_context.on();
    query.limit = mostHits;
    m_filters->applyTo(query);
    return query;
}

void SearchView::search()
{
    m_levels.clear();
    const auto asked = query();
    if (asked.text.empty() && (!asked.system || !asked.firstCategory.empty())) {
        m_finder.forget();
        fill(std::vector<FoundCode>(), {});
        m_state->showEmpty(QStringLiteral("Type a code or words, or choose a code system to browse it."),
                           keyHint("codes.system"), QStringLiteral("next system"));
        return emit ready();
    }
    // Only the first answer after an import can be slow: it waits for the new search index.
    if (m_model->rowCount() == 0) m_state->showLoading(QStringLiteral("Searching"));
    m_finder.ask([asked](app::Workspace& workspace) { return findCodes(workspace, asked); },
                 [this, isBrowse = asked.text.empty(),
                  begun = std::chrono::steady_clock::now()](Result<std::vector<FoundCode>> rows) {
                     const auto count = rows ? static_cast<int>(rows->size()) : 0;
                     const double milliseconds =
                         std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
                     fill(std::move(rows), isBrowse
                                               ? QStringLiteral("categories, %1").arg(count)
                                               : QStringLiteral("%1%2 \u00b7 %3 ms")
                                                     .arg(count == mostHits ? QStringLiteral("the best ") : QString())
                                                     .arg(count)
                                                     .arg(milliseconds, 0, 'f', 1));
                     emit ready();
                 });
}

void SearchView::fill(Result<std::vector<FoundCode>> rows, const QString& detail)
{
    m_detail = detail;
    m_header->setDetail(detail);
    if (!rows) {
        m_model->setRows({});
        return m_state->showFailed(rows.error());
    }
    m_model->setRows(std::move(*rows));
    m_table->selectRow(0);
    if (m_model->rowCount() == 0)
        m_state->showEmpty(
            m_filters->isNarrowed()
                ? QStringLiteral("No code of this choice has these words. Widen the choice, or use fewer words.")
                : QStringLiteral("No code has these words. Fewer or shorter words find more."),
            keyHint("codes.find"), QStringLiteral("change them"));
    else
        m_state->showNothing();
    emit statusText(m_model->rowCount() == 0 ? QString() : QStringLiteral("%1 codes").arg(m_model->rowCount()));
    showCurrent(false);
}

void SearchView::browseInto()
{
    const int row = m_table->currentRow();
    if (row < 0) return;
    search::Query below;
    const CodeEntry entry = m_model->row(row).entry;
    below.system = entry.system;
    below.on = m_context.on();
    m_finder.ask([below, entry](app::Workspace& workspace) { return findCodes(workspace, below, entry.code); },
                 [this, row, entry](Result<std::vector<FoundCode>> children) {
                     if (children && (children->empty() || entry.isModifier))
                         return emit statusText(QStringLiteral("Nothing lies below %1").arg(qs(entry.displayCode())));
                     m_levels.push_back({m_model->rows(), row, m_detail});
                     fill(std::move(children), QStringLiteral("below %1").arg(qs(entry.displayCode())));
                 });
}

void SearchView::browseUp()
{
    if (m_levels.empty()) return m_query->setFocus();
    m_finder.forget();
    Level level = std::move(m_levels.back());
    m_levels.pop_back();
    const int row = level.row;
    fill(std::move(level.rows), level.detail);
    m_table->selectRow(row);
}

void SearchView::showCurrent(bool isOpened)
{
    if (!isVisible()) return;
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_model->rowCount()) return emit nothingShown();
    const auto& entry = m_model->row(row).entry;
    const auto target = targetOf(entry.system, entry.code);
    if (isOpened)
        emit targetOpened(target);
    else
        emit targetShown(target);
}

}  // namespace cw::ui
