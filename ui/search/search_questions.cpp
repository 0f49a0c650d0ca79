#include "ui/search/search_questions.h"

#include "app/code_lookup.h"
#include "base/text.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace cw::ui {

namespace {

constexpr int hitLimit = 50;
constexpr int pairsLookedFor = 4;  ///< Hits at the top whose index terms are read for a second code.
constexpr int successorsLookedFor = 12;
constexpr std::size_t companionLimit = 2;

QString tr(const char* text)
{
    return QCoreApplication::translate("SearchQuestions", text);
}

std::string compactOf(std::string_view written)
{
    std::string code = text::upperAscii(text::trim(written));
    std::erase_if(code, [](char c) { return c == '.' || c == '-' || c == '[' || c == ']'; });
    return code;
}

std::string pathText(const std::vector<IndexEntry>& path)
{
    std::string words;
    for (const auto& step : path) words += (words.empty() ? "" : ", ") + step.term.title;
    return words;
}

/// Second codes that the index prints behind the hit's. All index terms of the code count only when they agree; else the
/// term that was found must be the one.
Result<std::vector<std::string>> companionsOf(const ReferenceTables& tables, const search::Hit& hit)
{
    std::vector<std::string> of;
    std::vector<std::string> ofThisTerm;
    CW_TRY(const auto terms, tables.indexTermsOf(hit.entry.code, app::CodeLookup::shownTerms));
    for (const auto& term : terms) {
        const auto& codes = term.term.codes;
        if (codes.size() < 2 || compactOf(codes.front()) != hit.entry.code) continue;
        CW_TRY(const auto path, tables.indexPath(term.id));
        const bool isThisTerm = hit.phrase == search::PhraseKind::index &&
                                text::lowerAscii(pathText(path)) == text::lowerAscii(hit.phraseText);
        for (std::size_t i = 1; i < codes.size(); ++i) {
            const auto code = compactOf(codes[i]);
            if (std::find(of.begin(), of.end(), code) == of.end()) of.push_back(code);
            if (isThisTerm) ofThisTerm.push_back(code);
        }
    }
    if (!ofThisTerm.empty()) of = std::move(ofThisTerm);
    if (of.size() > companionLimit) of.clear();
    return of;
}

bool isListed(const std::vector<FoundRow>& rows, CodeSystem system, const std::string& code, bool asCompanion)
{
    return std::any_of(rows.begin(), rows.end(), [&](const FoundRow& row) {
        return row.entry.system == system && row.entry.code == code && (row.isCompanion || !asCompanion);
    });
}

/// Each second code once: several hits lead to the same one (G30.- to F02.80).
Status addCompanions(app::Workspace& workspace, const search::Hit& hit, std::optional<Date> on,
                     std::vector<FoundRow>& rows)
{
    CW_TRY(const auto codes, companionsOf(workspace.tables(), hit));
    std::vector<CodeEntry> entries;
    for (const auto& code : codes) {
        CW_TRY(auto entry, workspace.library().find(hit.entry.system, code, on));
        if (entry && entry->validOnDate) entries.push_back(std::move(*entry));
    }
    if (std::any_of(entries.begin(), entries.end(), [](const CodeEntry& entry) { return entry.billable; }))
        std::erase_if(entries, [](const CodeEntry& entry) { return !entry.billable; });
    for (const auto& entry : entries) {
        if (isListed(rows, entry.system, entry.code, false)) continue;
        FoundRow row = codeRow(entry, on);
        row.isCompanion = true;
        const QString also = tr("also add: the index gives it after %1").arg(qs(hit.entry.displayCode()));
        row.reason = row.reason.isEmpty() ? also : also + QStringLiteral(" \u00b7 ") + row.reason;
        rows.push_back(std::move(row));
    }
    return {};
}

const std::string& titleTextOf(const CodeEntry& entry)
{
    return entry.longTitle.empty() ? entry.shortTitle : entry.longTitle;
}

/// The words to mark in the title of each hit. All titles go through the index as one text, which takes a tenth of the time.
Result<std::vector<std::vector<search::TextRange>>> rangesOf(app::Workspace& workspace, const std::string& query,
                                                             const std::vector<search::Hit>& hits)
{
    std::string all;
    std::vector<std::size_t> begins;
    for (const auto& hit : hits) {
        begins.push_back(all.size());
        all += titleTextOf(hit.entry) + "\n";
    }
    CW_TRY(const auto found, workspace.codeFinder().highlights(query, all));
    std::vector<std::vector<search::TextRange>> ranges(hits.size());
    for (const auto& range : found) {
        const auto after = std::upper_bound(begins.begin(), begins.end(), range.begin);
        const auto number = static_cast<std::size_t>(after - begins.begin()) - 1;
        ranges[number].push_back({range.begin - begins[number], range.size});
    }
    return ranges;
}

Result<std::vector<FoundRow>> rowsOf(app::Workspace& workspace, const CodeQuestion& question,
                                     const std::vector<search::Hit>& hits)
{
    std::vector<FoundRow> rows;
    int outOfForce = 0;
    int looked = 0;
    CW_TRY(const auto ranges, rangesOf(workspace, utf8(question.text), hits));
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const auto& hit = hits[i];
        const auto& entry = hit.entry;
        if (isListed(rows, entry.system, entry.code, true)) continue;
        std::vector<CodeEntry> successors;
        if (!entry.validOnDate && hit.isChecked && ++outOfForce <= successorsLookedFor) {
            CW_TRY(successors,
                   app::successorsOf(workspace.library(), workspace.tables(), entry.system, entry.code, question.on));
        }
        rows.push_back(hitRow(hit, question.on, successors, marksOf(titleTextOf(entry), ranges[i])));
        const bool mayBePaired = entry.system == CodeSystem::icd10cm && entry.validOnDate && entry.billable;
        if (mayBePaired && ++looked <= pairsLookedFor) CW_CHECK(addCompanions(workspace, hit, question.on, rows));
    }
    return rows;
}

}  // namespace

Result<FoundCodes> findCodes(app::Workspace& workspace, const CodeQuestion& question)
{
    search::Query query;
    query.text = utf8(question.text);
    query.on = question.on;
    query.limit = hitLimit;
    query.billableOnly = question.billableOnly;
    query.setting = question.setting;
    query.usage = question.usage;
    FoundCodes found;
    found.query = question.text;
    const auto start = std::chrono::steady_clock::now();
    CW_TRY(auto hits, workspace.codeFinder().find(query));
    const auto taken = std::chrono::steady_clock::now() - start;
    found.milliseconds = std::chrono::duration<double, std::milli>(taken).count();
    for (const auto& hit : hits) ++found.counts[hit.entry.system];
    found.total = static_cast<int>(hits.size());
    if (question.system) {
        query.system = question.system;
        CW_TRY(hits, workspace.codeFinder().find(query));
        found.counts[*question.system] = static_cast<int>(hits.size());
    }
    CW_TRY(found.rows, rowsOf(workspace, question, hits));
    return found;
}

Result<FoundCodes> codesUnder(app::Workspace& workspace, const CodeEntry& parent, std::optional<Date> on)
{
    FoundCodes found;
    found.parent = parent;
    const app::CodeLookup lookup(workspace.library(), &workspace.tables());
    if (!parent.validOnDate) {
        CW_TRY(const auto successors,
               app::successorsOf(workspace.library(), workspace.tables(), parent.system, parent.code, on));
        for (const auto& entry : successors) found.rows.push_back(codeRow(entry, on));
    } else if (parent.system == CodeSystem::icd10cm) {
        CW_TRY(const auto choices, lookup.seventhChoices(parent.code, on));
        for (const auto& choice : choices) {
            FoundRow row = codeRow(choice.entry, on);
            row.reason =
                QStringLiteral("%1: %2").arg(QLatin1Char(choice.character.character)).arg(qs(choice.character.meaning));
            found.rows.push_back(std::move(row));
        }
    }
    if (found.rows.empty() && parent.validOnDate) {
        CW_TRY(const auto children, lookup.children(parent.system, parent.code, on));
        for (const auto& child : children) found.rows.push_back(codeRow(child, on));
    }
    found.total = static_cast<int>(found.rows.size());
    found.counts[parent.system] = found.total;
    return found;
}

}  // namespace cw::ui
