#include "ui/codes/codes_page.h"

#include "app/code_lookup.h"
#include "ui/async/background.h"
#include "ui/codes/code_details_pane.h"
#include "ui/codes/code_list_model.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/keep_width.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTimer>

#include <array>

namespace cw::ui {

namespace {

constexpr std::array<CodeSystem, 4> systems = {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::cpt,
                                               CodeSystem::hcpcs};
constexpr int limit = 200;

}  // namespace

CodesPage::CodesPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent),
      m_query(new QLineEdit(this)),
      m_date(new QLineEdit(this)),
      m_header(new PaneHeader(m_context.theme, QStringLiteral("Results"), this)),
      m_table(new ListTable(m_context.theme, QStringLiteral("Codes"), 31, this)),
      m_model(new CodeListModel(this)),
      m_state(nullptr),
      m_details(new CodeDetailsPane(m_context.theme, this)),
      m_typing(new QTimer(this))
{
    m_table->setObjectName(QStringLiteral("codes.table"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({96, 0, 96, 170, 100}, CodeListModel::description);
    m_header->addHint(keyHint("codes.into"), QStringLiteral("codes below"));
    m_header->addHint(keyHint("codes.up"), QStringLiteral("back"));
    m_state = new EmptyState(m_context.theme, m_table);
    auto* left = new QWidget(this);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_header);
    leftColumn->addWidget(m_table, 1);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(left);
    split->addWidget(m_details);
    split->setStretchFactor(0, 1);
    split->setSizes({m_context.theme.scaled(900), m_context.theme.scaled(380)});
    m_details->setMinimumWidth(m_context.theme.scaled(300));
    auto* line = new QWidget(this);
    line->setFixedHeight(1);
    line->setProperty("area", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(line);
    column->addWidget(split, 1);

    m_typing->setSingleShot(true);
    m_typing->setInterval(30);
    connect(m_typing, &QTimer::timeout, this, &CodesPage::search);
    connect(m_query, &QLineEdit::textChanged, m_typing, [this] { m_typing->start(); });
    connect(m_date, &QLineEdit::textChanged, m_typing, [this] { m_typing->start(); });
    connect(m_query, &QLineEdit::returnPressed, m_table, [this] { m_table->setFocus(); });
    connect(m_table, &ListTable::currentRowChanged, this, &CodesPage::showDetails);
    connect(m_table, &ListTable::rowActivated, this, &CodesPage::browseInto);
    bind();
}

QWidget* CodesPage::makeBar()
{
    auto* bar = new QWidget(this);
    const auto& theme = m_context.theme;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.scaled(14), theme.scaled(8), theme.scaled(14), theme.scaled(8));
    row->setSpacing(theme.scaled(8));
    auto* title = new QLabel(QStringLiteral("Codes"), bar);
    title->setProperty("role", QStringLiteral("heading"));
    m_query->setObjectName(QStringLiteral("codes.query"));
    m_query->setAccessibleName(QStringLiteral("Search codes"));
    m_query->setPlaceholderText(QStringLiteral("Code, or words in any order  (%1)").arg(keyHint("codes.find")));
    keepWidth(m_context.theme, *m_query, 200, 346);
    row->addWidget(title);
    row->addWidget(m_query);
    m_systems.push_back(new Chip(m_context.theme, Tone::neutral, QStringLiteral("All"), bar));
    for (const auto system : systems)
        m_systems.push_back(new Chip(m_context.theme, Tone::neutral, qs(displayName(system)), bar));
    for (std::size_t i = 0; i < m_systems.size(); ++i) {
        auto* chip = m_systems[i];
        chip->setClickable(true);
        chip->setAccessibleName(QStringLiteral("Search in: ") + chip->text());
        row->addWidget(chip);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { chooseSystem(i); });
    }
    row->addStretch();
    auto* label = new QLabel(QStringLiteral("Valid on"), bar);
    label->setProperty("role", QStringLiteral("muted"));
    label->setBuddy(m_date);
    m_date->setObjectName(QStringLiteral("codes.date"));
    m_date->setAccessibleName(QStringLiteral("Valid on, year-month-day"));
    m_date->setText(QDate::currentDate().toString(Qt::ISODate));
    keepWidth(m_context.theme, *m_date, 104, 104);
    row->addWidget(label);
    row->addWidget(m_date);
    chooseSystem(0);
    return bar;
}

void CodesPage::bind()
{
    bindCommand("codes.find", this, [this] {
        m_query->setFocus();
        m_query->selectAll();
    });
    bindCommand("codes.system", this, [this] { chooseSystem((m_system + 1) % m_systems.size()); });
    bindCommand("codes.into", m_table, [this] { browseInto(); });
    bindCommand("codes.up", m_table, [this] { browseUp(); });
}

void CodesPage::activate()
{
    m_query->setFocus();
    search();
}

std::optional<Date> CodesPage::date() const
{
    const auto parsed = Date::parse(utf8(m_date->text().trimmed()));
    return parsed ? std::optional<Date>(*parsed) : std::nullopt;
}

std::optional<CodeSystem> CodesPage::system() const
{
    return m_system == 0 ? std::nullopt : std::optional<CodeSystem>(systems.at(m_system - 1));
}

void CodesPage::chooseSystem(std::size_t index)
{
    m_system = index;
    for (std::size_t i = 0; i < m_systems.size(); ++i) {
        m_systems[i]->setChecked(i == index);
        m_systems[i]->setTone(i == index ? Tone::accent : Tone::neutral);
    }
    m_typing->start();
}

void CodesPage::search()
{
    const int turn = ++m_searchTurn;
    m_levels.clear();
    SearchRequest request;
    request.query = utf8(m_query->text().trimmed());
    request.system = system();
    request.on = date();
    request.limit = limit;
    if (!m_date->text().trimmed().isEmpty() && !request.on) {
        fill(std::vector<CodeEntry>(), {});
        m_state->showEmpty(QStringLiteral("\u201cValid on\u201d is not a date: write it as 2025-03-18."));
        return;
    }
    if (request.query.empty() && !request.system) {
        fill(std::vector<CodeEntry>(), {});
        m_state->showEmpty(QStringLiteral("Type a code or words, or choose a code system to browse it."),
                           keyHint("codes.system"), QStringLiteral("next system"));
        emit ready();
        return;
    }
    m_context.lookup.run<std::vector<CodeEntry>>(
        this,
        [request](app::Workspace& workspace) -> Result<std::vector<CodeEntry>> {
            const app::CodeLookup lookup(workspace.library());
            if (request.query.empty()) return lookup.children(*request.system, {}, request.on);
            CW_TRY(const auto hits, lookup.search(request));
            std::vector<CodeEntry> entries;
            for (const auto& hit : hits) entries.push_back(hit.entry);
            return entries;
        },
        [this, turn, isBrowse = request.query.empty()](Result<std::vector<CodeEntry>> entries) {
            if (turn != m_searchTurn) return;
            const auto count = entries ? static_cast<int>(entries->size()) : 0;
            fill(std::move(entries), isBrowse         ? QStringLiteral("categories, %1").arg(count)
                                     : count == limit ? QStringLiteral("the first %1").arg(limit)
                                                      : QString::number(count));
            emit ready();
        });
}

void CodesPage::fill(Result<std::vector<CodeEntry>> entries, const QString& detail)
{
    m_detail = detail;
    m_header->setDetail(detail);
    if (!entries) {
        m_model->setEntries({});
        m_state->showFailed(entries.error());
        return;
    }
    m_model->setEntries(std::move(*entries));
    m_table->selectRow(0);
    if (m_model->rowCount() == 0)
        m_state->showEmpty(QStringLiteral("No code has these words. Fewer or shorter words find more."),
                           keyHint("codes.find"), QStringLiteral("change them"));
    else
        m_state->showNothing();
    emit statusText(m_model->rowCount() == 0 ? QString() : QStringLiteral("%1 codes").arg(m_model->rowCount()));
    showDetails();
}

void CodesPage::browseInto()
{
    const int row = m_table->currentRow();
    if (row < 0) return;
    const CodeEntry entry = m_model->entry(row);
    const int turn = ++m_searchTurn;
    m_context.lookup.run<std::vector<CodeEntry>>(
        this,
        [entry, on = date()](app::Workspace& workspace) {
            return app::CodeLookup(workspace.library()).children(entry.system, entry.code, on);
        },
        [this, turn, row, entry](Result<std::vector<CodeEntry>> children) {
            if (turn != m_searchTurn) return;
            if (children && children->empty())
                return emit statusText(QStringLiteral("Nothing lies below %1").arg(qs(entry.displayCode())));
            Level level{{}, row, m_detail};
            for (int i = 0; i < m_model->rowCount(); ++i) level.entries.push_back(m_model->entry(i));
            m_levels.push_back(std::move(level));
            fill(std::move(children), QStringLiteral("below %1").arg(qs(entry.displayCode())));
        });
}

void CodesPage::browseUp()
{
    if (m_levels.empty()) return m_query->setFocus();
    ++m_searchTurn;
    Level level = std::move(m_levels.back());
    m_levels.pop_back();
    const int row = level.row;
    fill(std::move(level.entries), level.detail);
    m_table->selectRow(row);
}

void CodesPage::showDetails()
{
    const int turn = ++m_detailsTurn;
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_model->rowCount()) return m_details->showNothing();
    const CodeEntry entry = m_model->entry(row);
    m_context.lookup.run<app::CodeDetails>(
        this,
        [entry, on = date()](app::Workspace& workspace) {
            return app::CodeLookup(workspace.library()).details(entry.code, entry.system, on);
        },
        [this, turn](Result<app::CodeDetails> details) {
            if (turn != m_detailsTurn) return;
            if (details)
                m_details->showCode(*details);
            else
                m_details->showFailed(details.error());
        });
}

}  // namespace cw::ui
