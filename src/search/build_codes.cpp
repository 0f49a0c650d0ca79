#include "search/build_state.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace cw::search {

namespace {

std::int32_t dayOf(const std::optional<Date>& date, std::int32_t open)
{
    return date ? static_cast<std::int32_t>(Date::of(1970, 1, 1).daysUntil(*date)) : open;
}

}  // namespace

void writeEntries(BuildState& state)
{
    std::vector<format::Entry> entries;
    std::vector<format::Span> spans;
    std::vector<format::Text> releases;
    std::unordered_map<std::string_view, std::uint16_t> releaseNumbers;
    entries.reserve(state.entries.size());
    std::vector<std::uint32_t> titleOf(state.entries.size());
    for (std::uint32_t at = 0; at < state.phrases.size(); ++at)
        if (state.phrases[at].kind == static_cast<std::uint8_t>(PhraseKind::title))
            titleOf[state.table.targets[state.phrases[at].firstTarget]] = at;
    for (std::uint32_t at = 0; at < state.entries.size(); ++at) {
        const auto& code = state.entries.code(at);
        format::Entry entry = {};
        entry.codeSize = static_cast<std::uint8_t>(std::min<std::size_t>(code.code.size(), entry.code.size()));
        code.code.copy(entry.code.data(), entry.code.size());
        entry.system = static_cast<std::uint8_t>(code.system);
        entry.flags = static_cast<std::uint8_t>((code.isModifier ? format::isModifierFlag : 0) |
                                                (code.isCommon ? format::isCommonFlag : 0) |
                                                (state.isEpisode[at] != 0 ? format::isEpisodeFlag : 0));
        entry.titlePhrase = titleOf[at];
        entry.firstSpan = static_cast<std::uint32_t>(spans.size());
        entry.spanCount = static_cast<std::uint16_t>(code.spans.size());
        format::Text lastLong = {};
        format::Text lastShort = {};
        const CodeSpan* before = nullptr;
        for (const auto& span : code.spans) {
            const auto [known, isNew] =
                releaseNumbers.try_emplace(span.releaseName, static_cast<std::uint16_t>(releaseNumbers.size()));
            if (isNew) releases.push_back(state.put(span.releaseName));
            if (before == nullptr || before->longTitle != span.longTitle) lastLong = state.put(span.longTitle);
            if (before == nullptr || before->shortTitle != span.shortTitle)
                lastShort = span.shortTitle == span.longTitle ? lastLong : state.put(span.shortTitle);
            before = &span;
            spans.push_back({dayOf(span.applies.first, format::openFirst), dayOf(span.applies.last, format::openLast),
                             dayOf(span.valid.first, format::openFirst), dayOf(span.valid.last, format::openLast),
                             lastShort, lastLong, known->second, static_cast<std::uint8_t>(span.kind),
                             static_cast<std::uint8_t>(span.billable ? 1 : 0), 0});
        }
        entries.push_back(entry);
    }
    state.sections.put(format::SectionId::entries, entries);
    state.sections.put(format::SectionId::spans, spans);
    state.sections.put(format::SectionId::releases, releases);
}

void writeTermEntries(BuildState& state)
{
    std::vector<std::uint32_t> begins(state.entries.size() + 1);
    for (const auto& phrase : state.phrases)
        for (std::uint16_t i = 0; i < phrase.targetCount; ++i)
            ++begins[state.table.targets[phrase.firstTarget + i] + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::uint32_t> phrasesOf(begins.back());
    auto next = begins;
    for (std::uint32_t at = 0; at < state.phrases.size(); ++at)
        for (std::uint16_t i = 0; i < state.phrases[at].targetCount; ++i)
            phrasesOf[next[state.table.targets[state.phrases[at].firstTarget + i]]++] = at;

    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  ///< Term and entry.
    pairs.reserve(state.table.words.size());
    std::vector<std::uint32_t> bag;
    std::vector<std::uint32_t> above;  ///< Headers over the current code.
    const auto gather = [&](std::uint32_t from, bool onlyOfficial) {
        for (auto i = begins[from]; i < begins[from + 1]; ++i) {
            const auto& phrase = state.phrases[phrasesOf[i]];
            const auto kind = static_cast<PhraseKind>(phrase.kind);
            if (onlyOfficial && kind != PhraseKind::title && kind != PhraseKind::inclusion) continue;
            // A second sense of an abbreviation would lend its words to codes of another kind.
            if (phrase.rank > 1) continue;
            for (std::uint16_t word = 0; word < phrase.wordCount; ++word)
                bag.push_back(state.table.words[phrase.firstWord + word] & ~format::optionalBit);
        }
    };
    for (std::uint32_t entry = 0; entry < state.entries.size(); ++entry) {
        const auto& code = state.entries.code(entry);
        while (!above.empty() && !(state.entries.code(above.back()).system == code.system &&
                                   code.code.starts_with(state.entries.code(above.back()).code)))
            above.pop_back();
        bag.clear();
        gather(entry, false);
        for (const auto header : above) gather(header, true);
        std::sort(bag.begin(), bag.end());
        bag.erase(std::unique(bag.begin(), bag.end()), bag.end());
        for (const auto term : bag) pairs.emplace_back(term, entry);
        if (!state.entries.latest(entry).billable && code.system == CodeSystem::icd10cm) above.push_back(entry);
    }
    for (const auto& [term, entry] : pairs) ++state.terms[term].entryCount;
    std::uint32_t first = 0;
    for (auto& term : state.terms) {
        term.firstEntry = first;
        first += term.entryCount;
        term.entryCount = 0;
    }
    state.termEntries.resize(first);
    for (const auto& [term, entry] : pairs)
        state.termEntries[state.terms[term].firstEntry + state.terms[term].entryCount++] = entry;
    state.sections.put(format::SectionId::termEntries, state.termEntries);
}

void writeCoverage(BuildState& state)
{
    std::vector<format::Coverage> coverage;
    for (const auto& [system, days] : state.source.covered)
        coverage.push_back({dayOf(days.first, format::openFirst), dayOf(days.last, format::openLast),
                            static_cast<std::uint32_t>(system)});
    state.sections.put(format::SectionId::coverage, coverage);
}

}  // namespace cw::search
