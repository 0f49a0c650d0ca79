#include "ui/search/code_search.h"

#include "ui/widgets/text.h"

#include <chrono>
#include <utility>

namespace cw::ui {

namespace {

constexpr int pauseMilliseconds = 90;
constexpr int hitLimit = 50;

Result<FoundCodes> search(const CodeLibrary& library, const std::string& query, std::optional<CodeSystem> system,
                          std::optional<Date> on)
{
    const app::CodeLookup lookup(library);
    FoundCodes found;
    found.query = qs(query);
    const auto start = std::chrono::steady_clock::now();
    CW_TRY(found.hits, lookup.search({.query = query, .system = std::nullopt, .on = on, .limit = hitLimit}));
    const auto taken = std::chrono::steady_clock::now() - start;
    found.milliseconds = std::chrono::duration<double, std::milli>(taken).count();
    for (const auto& hit : found.hits) ++found.counts[hit.entry.system];
    found.total = static_cast<int>(found.hits.size());
    if (system) {
        CW_TRY(found.hits, lookup.search({.query = query, .system = system, .on = on, .limit = hitLimit}));
        found.counts[*system] = static_cast<int>(found.hits.size());
    }
    return found;
}

Result<FoundCodes> below(const CodeLibrary& library, const CodeEntry& parent, std::optional<Date> on)
{
    FoundCodes found;
    found.parent = parent;
    CW_TRY(const auto children, app::CodeLookup(library).children(parent.system, parent.code, on));
    for (const auto& child : children) found.hits.push_back({child, "code"});
    found.total = static_cast<int>(found.hits.size());
    found.counts[parent.system] = found.total;
    return found;
}

}  // namespace

CodeSearch::CodeSearch(Background& lookup, QObject* parent) : QObject(parent), m_lookup(lookup)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &CodeSearch::askDetails);
}

void CodeSearch::find(const QString& query, std::optional<CodeSystem> system)
{
    ++m_turn;
    if (query.trimmed().isEmpty()) {
        m_next.reset();
        emit found({});
        return;
    }
    ask({query, system, std::nullopt});
}

void CodeSearch::showBelow(const CodeEntry& parent)
{
    ++m_turn;
    ask({{}, parent.system, parent});
}

void CodeSearch::forget()
{
    ++m_turn;
    m_next.reset();
    m_wanted.reset();
    m_pause.stop();
}

void CodeSearch::ask(Question question)
{
    if (m_isAsking) {
        m_next = std::move(question);
        return;
    }
    m_isAsking = true;
    m_lookup.run<FoundCodes>(
        this,
        [question, on = m_on](app::Workspace& workspace) {
            return question.parent ? below(workspace.library(), *question.parent, on)
                                   : search(workspace.library(), utf8(question.query), question.system, on);
        },
        [this, turn = m_turn](Result<FoundCodes> result) {
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
            return app::CodeLookup(workspace.library()).details(entry.code, entry.system, on);
        },
        [this, code = m_wanted->code](Result<app::CodeDetails> details) {
            if (details && m_wanted && m_wanted->code == code) emit detailsFound(*details);
        });
}

}  // namespace cw::ui
