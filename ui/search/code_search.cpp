#include "ui/search/code_search.h"

#include "app/code_sets.h"
#include "app/own_codes.h"
#include "ui/widgets/text.h"

#include <algorithm>
#include <utility>

namespace cw::ui {

namespace {

constexpr int pauseMilliseconds = 90;

}  // namespace

CodeSearch::CodeSearch(Background& lookup, QObject* parent) : QObject(parent), m_lookup(lookup)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &CodeSearch::askDetails);
}

void CodeSearch::begin(const std::string& encounterId, std::optional<Date> on, search::Setting setting,
                       bool recentFirst)
{
    if (encounterId != m_encounterId || on != m_on) {
        m_home.reset();
        m_unsaved.clear();
    }
    if (m_home && recentFirst != m_recentFirst) m_home->rows.clear();
    m_encounterId = encounterId;
    m_on = on;
    m_recentFirst = recentFirst;
    m_setting = setting;
    if (!m_usage) loadUsage();
    loadHome();
}

void CodeSearch::loadUsage()
{
    m_lookup.run<std::vector<UsedCode>>(
        this, [](app::Workspace& workspace) { return app::OwnCodes(workspace).usage(); },
        [this](Result<std::vector<UsedCode>> used) {
            if (!used) return;  // Ranks by the rest; the next visit asks again.
            auto usage = std::make_shared<search::Usage>();
            for (const auto& one : *used) (*usage)[{one.key.system, one.key.code}] = static_cast<int>(one.count);
            m_usage = std::move(usage);
        });
}

void CodeSearch::loadHome()
{
    HomeQuestion question{m_encounterId, m_on, m_recentFirst, m_unsaved, m_home ? m_home->earlier : nullptr};
    m_lookup.run<HomeCodes>(
        this, [question = std::move(question)](app::Workspace& workspace) { return homeCodes(workspace, question); },
        [this, turn = ++m_homeTurn](Result<HomeCodes> home) {
            if (turn != m_homeTurn) return;
            if (!home) {
                if (m_isHomeWanted) emit failed(home.error());
                return;
            }
            m_home = std::move(*home);
            emit homeLoaded();
            if (m_isHomeWanted) showHome();
        });
}

void CodeSearch::showHome()
{
    FoundCodes found;
    std::optional<FoundRow> heading;
    for (const auto& row : m_home->rows) {
        if (row.kind == FoundRow::Kind::heading) {
            heading = row;
            continue;
        }
        const bool isCode = row.kind == FoundRow::Kind::code;
        if (isCode) ++found.counts[row.entry.system];
        found.total += isCode ? 1 : 0;
        if (m_system && (!isCode || row.entry.system != *m_system)) continue;
        if (auto due = std::exchange(heading, std::nullopt)) found.rows.push_back(std::move(*due));
        found.rows.push_back(row);
    }
    emit this->found(found);
}

void CodeSearch::find(const QString& query, std::optional<CodeSystem> system)
{
    ++m_turn;
    m_system = system;
    m_isHomeWanted = query.trimmed().isEmpty();
    if (m_isHomeWanted) {
        m_next.reset();
        if (m_home && !m_home->rows.empty())
            showHome();
        else
            emit found({});
        return;
    }
    CodeQuestion question{query, system, m_on, m_setting, m_billableOnly, m_usage};
    ask([question = std::move(question)](app::Workspace& workspace) { return findCodes(workspace, question); });
}

void CodeSearch::showUnder(const CodeEntry& parent)
{
    ++m_turn;
    m_isHomeWanted = false;
    ask([parent, on = m_on](app::Workspace& workspace) { return codesUnder(workspace, parent, on); });
}

void CodeSearch::forget()
{
    ++m_turn;
    m_isHomeWanted = false;
    m_next.reset();
    m_wanted.reset();
    m_pause.stop();
}

void CodeSearch::ask(Ask question)
{
    if (m_isAsking) {
        m_next = std::move(question);
        return;
    }
    m_isAsking = true;
    m_lookup.run<FoundCodes>(this, std::move(question), [this, turn = m_turn](Result<FoundCodes> result) {
        m_isAsking = false;
        if (auto next = std::exchange(m_next, std::nullopt)) ask(std::move(*next));
        if (turn != m_turn) return;
        if (result) {
            emit found(*result);
        } else {
            emit failed(result.error());
        }
    });
}

void CodeSearch::wantDetails(const CodeEntry& entry)
{
    m_wanted = entry;
    m_pause.start();
}

void CodeSearch::askDetails()
{
    if (!m_wanted) return;
    m_lookup.run<app::CodeDetails>(
        this,
        [entry = *m_wanted, on = m_on](app::Workspace& workspace) {
            return app::CodeLookup(workspace.library(), &workspace.tables()).details(entry.code, entry.system, on);
        },
        [this, code = m_wanted->code](Result<app::CodeDetails> details) {
            if (details && m_wanted && m_wanted->code == code) emit detailsFound(*details);
        });
}

void CodeSearch::noteUsed(const std::vector<CodeKey>& codes)
{
    auto usage = m_usage ? std::make_shared<search::Usage>(*m_usage) : nullptr;
    for (const auto& key : codes) {
        if (usage) ++(*usage)[{key.system, key.code}];
        std::erase(m_unsaved, key);
        m_unsaved.insert(m_unsaved.begin(), key);
    }
    m_usage = std::move(usage);
    loadHome();
}

void CodeSearch::toggleFavourite(const CodeEntry& entry)
{
    m_lookup.run<bool>(
        this,
        [entry](app::Workspace& workspace) {
            return app::CodeSets(workspace).toggleFavourite(entry.system, entry.code);
        },
        [this, entry](Result<bool> isNow) {
            if (!isNow) {
                emit favouriteFailed(isNow.error());
                return;
            }
            loadHome();
            emit favouriteChanged(entry, *isNow);
        });
}

QString CodeSearch::usedBefore(const CodeEntry& entry) const
{
    if (!m_home || !m_home->earlier) return {};
    for (const auto& row : *m_home->earlier)
        if (row.entry.system == entry.system && row.entry.code == entry.code) return row.reason;
    return {};
}

bool CodeSearch::isFavourite(const CodeEntry& entry) const
{
    if (!m_home) return false;
    const auto& all = m_home->favourites;
    return std::find(all.begin(), all.end(), CodeKey{entry.system, entry.code}) != all.end();
}

}  // namespace cw::ui
