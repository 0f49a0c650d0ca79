#include "store/reference/search_source.h"

#include "base/digest.h"
#include "search/knowledge_files.h"
#include "store/reference/code_validity.h"
#include "store/reference/search_phrases.h"

#include <algorithm>
#include <set>

namespace cw::store {

namespace {

Result<std::optional<Date>> day(const Statement& row, int column)
{
    if (row.isNull(column)) return std::optional<Date>();
    CW_TRY(const auto parsed, Date::parse(row.view(column)));
    return std::optional(parsed);
}

/// Works out the answers of a code over time.
class Stretches {
public:
    explicit Stretches(const std::vector<Release>& releases) : m_releases(releases)
    {
        for (const auto& release : releases) {
            if (release.kind == ReleaseKind::starter) continue;
            for (const auto& other : releases)
                if (&other != &release && other.system == release.system && other.kind != ReleaseKind::starter &&
                    overlap(release.inForce, other.inForce))
                    m_overlapping.insert(release.system);
        }
    }

    std::vector<search::CodeSpan> of(const StoredCode& code) const
    {
        const bool isPlain = code.rows.size() == 1 && code.rows[0].release->kind != ReleaseKind::starter &&
                             !m_overlapping.contains(code.system);
        if (isPlain) return {spanOf(code.rows[0])};
        std::vector<search::CodeSpan> spans;
        const auto days = boundaries(code);
        for (std::size_t i = 0; i <= days.size(); ++i) {
            const Date probe = i == 0 ? days.empty() ? Date::of(2000, 1, 1) : days[0].plusDays(-1) : days[i - 1];
            const auto found = resolve(code, m_releases, probe);
            if (!found || !found->entry.validOnDate) continue;
            auto span = spanOf(found->entry);
            if (i > 0) span.applies.first = days[i - 1];
            if (i < days.size()) span.applies.last = days[i].plusDays(-1);
            if (!spans.empty() && isContinued(spans.back(), span))
                spans.back().applies.last = span.applies.last;
            else
                spans.push_back(std::move(span));
        }
        if (spans.empty()) {
            // Known, but in force on no day: shown as it was last known.
            if (const auto found = resolve(code, m_releases, std::nullopt)) {
                auto span = spanOf(found->entry);
                span.applies = {Date::of(1900, 1, 2), Date::of(1900, 1, 1)};
                spans.push_back(std::move(span));
            }
        }
        return spans;
    }

private:
    static bool overlap(const DateInterval& a, const DateInterval& b)
    {
        const bool endsBefore = a.last && b.first && *a.last < *b.first;
        const bool beginsAfter = a.first && b.last && *b.last < *a.first;
        return !endsBefore && !beginsAfter;
    }
    static search::CodeSpan spanOf(const StoredRow& row)
    {
        const auto days = rowInterval(row);
        return {days, days, row.shortTitle, row.longTitle, row.billable, row.release->kind, row.release->name};
    }
    static search::CodeSpan spanOf(const CodeEntry& entry)
    {
        return {{}, entry.valid, entry.shortTitle, entry.longTitle, entry.billable, entry.kind, entry.releaseName};
    }
    static bool isContinued(const search::CodeSpan& before, const search::CodeSpan& next)
    {
        return before.applies.last && next.applies.first && before.applies.last->plusDays(1) == *next.applies.first &&
               before.longTitle == next.longTitle && before.shortTitle == next.shortTitle &&
               before.billable == next.billable && before.kind == next.kind && before.releaseName == next.releaseName &&
               before.valid == next.valid;
    }
    /// Days on which the answer may change.
    std::vector<Date> boundaries(const StoredCode& code) const
    {
        std::set<Date> days;
        const auto add = [&](const DateInterval& interval) {
            if (interval.first) days.insert(*interval.first);
            if (interval.last) days.insert(interval.last->plusDays(1));
        };
        for (const auto& row : code.rows) add(rowInterval(row));
        for (const auto& release : m_releases)
            if (release.system == code.system && release.kind != ReleaseKind::starter) add(release.inForce);
        return {days.begin(), days.end()};
    }

    const std::vector<Release>& m_releases;
    std::set<CodeSystem> m_overlapping;
};

Status readCodes(Database& database, const std::vector<Release>& releases, std::vector<search::SourceCode>& codes)
{
    CW_TRY(auto query,
           database.prepare(
               "SELECT t.system, t.is_modifier, t.code, t.short_title, t.long_title, m.release_id, m.billable, "
               "m.position, m.valid_from, m.valid_until FROM code_text t "
               "JOIN code_in_release m ON m.text_id = t.id ORDER BY t.system, t.is_modifier, t.code"));
    const Stretches stretches(releases);
    StoredCode code;
    const auto finish = [&] {
        if (code.rows.empty()) return;
        const bool isCommon = std::any_of(code.rows.begin(), code.rows.end(), [](const StoredRow& row) {
            return row.release->kind == ReleaseKind::starter;
        });
        codes.push_back({code.system, code.code, code.isModifier, isCommon, stretches.of(code)});
        code.rows.clear();
    };
    std::string systemText;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) break;
        const auto release = std::find_if(releases.begin(), releases.end(),
                                          [&](const Release& known) { return known.id.value == query.integer(5); });
        if (release == releases.end()) continue;
        const bool isModifier = query.integer(1) != 0;
        if (query.view(0) != systemText || isModifier != code.isModifier || query.view(2) != code.code) {
            finish();
            if (query.view(0) != systemText) {
                systemText = query.text(0);
                CW_TRY(code.system, parseCodeSystem(systemText));
            }
            code.isModifier = isModifier;
            code.code = query.text(2);
        }
        StoredRow row{&*release, query.text(3), query.text(4), query.integer(6) != 0, query.integer(7), {}, {}};
        CW_TRY(row.validFrom, day(query, 8));
        CW_TRY(row.validUntil, day(query, 9));
        code.rows.push_back(std::move(row));
    }
    finish();
    return {};
}

/// A site's code as it was typed: compact, of any system.
search::CodeReference referenceOf(const std::string& code)
{
    const bool isNumber = !code.empty() && code[0] >= '0' && code[0] <= '9';
    if (code.size() == 7 && isNumber) return {CodeSystem::icd10pcs, code};
    if (code.size() == 5 && isNumber) return {CodeSystem::cpt, code};
    return {CodeSystem::icd10cm, code};
}

search::SourceTerm termOf(const SiteTerm& term)
{
    search::SourceTerm made;
    made.kind = search::PhraseKind::site;
    made.term = term.term;
    made.words = term.words;
    for (const auto& code : term.codes) {
        made.codes.push_back(referenceOf(code));
        // A letter and four digits may be either; the index keeps the one that exists.
        if (code.size() == 5 && made.codes.back().system == CodeSystem::icd10cm)
            made.codes.push_back({CodeSystem::hcpcs, code});
        if (code.size() == 7 && made.codes.back().system == CodeSystem::icd10cm)
            made.codes.push_back({CodeSystem::icd10pcs, code});
    }
    return made;
}

}  // namespace

Result<std::string> searchKey(ReferenceLibrary& library)
{
    std::string all;
    for (
        const std::string_view sql :
        {"SELECT id || ' ' || system || ' ' || name || ' ' || source_digest || ' ' || row_count FROM code_release ORDER BY id",
         "SELECT id || ' ' || kind || ' ' || name || ' ' || source_digest FROM reference_list ORDER BY id",
         "SELECT id || ' ' || term || ' ' || words || ' ' || codes FROM site_term ORDER BY id"}) {
        CW_TRY(auto query, library.database().prepare(sql));
        for (;;) {
            CW_TRY(const bool hasRow, query.step());
            if (!hasRow) break;
            all += query.text(0);
            all += '\n';
        }
    }
    return sha256Hex(all);
}

Result<search::Source> readSearchSource(ReferenceLibrary& library, const ReferenceTables& tables,
                                        const SiteTerms& terms)
{
    search::Source source;
    CW_TRY(const auto releases, library.releases());
    for (const auto& release : releases)
        if (release.kind != ReleaseKind::starter) source.covered.emplace_back(release.system, release.inForce);
    CW_CHECK(readCodes(library.database(), releases, source.codes));
    CW_CHECK(readSearchPhrases(library.database(), tables, source.phrases));
    CW_TRY(const auto own, terms.siteTerms());
    for (const auto& term : own) source.knowledge.terms.push_back(termOf(term));
    return source;
}

}  // namespace cw::store
