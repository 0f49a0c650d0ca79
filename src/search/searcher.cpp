#include "search/searcher.h"

#include "search/candidates.h"
#include "search/ranking.h"
#include "search/words.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace cw::search {

namespace {

constexpr std::size_t headerReach = 60;  ///< Candidates among which headers are put behind their codes.
constexpr std::size_t usageReach = 200;  ///< Candidates whose use is looked up.

std::optional<Date> dateOf(std::int32_t day, std::int32_t open)
{
    if (day == open) return std::nullopt;
    return Date::of(1970, 1, 1).plusDays(day);
}

/// The query as a compact code, or nothing when it cannot be one.
std::string compactCode(std::string_view query)
{
    const auto trimmed = text::trim(query);
    std::string compact = text::upperAscii(trimmed);
    std::erase_if(compact, [](char c) { return c == '.' || c == '-'; });
    const bool hasDigit = std::any_of(compact.begin(), compact.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool isPlain = std::all_of(compact.begin(), compact.end(),
                                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
    if (!hasDigit || !isPlain || compact.size() < 2 || compact.size() > 7) return {};
    return compact;
}

}  // namespace

std::string_view displayName(PhraseKind kind) noexcept
{
    switch (kind) {
    case PhraseKind::title: return "title";
    case PhraseKind::shortTitle: return "short title";
    case PhraseKind::inclusion: return "inclusion term";
    case PhraseKind::index: return "index";
    case PhraseKind::abbreviation: return "abbreviation";
    case PhraseKind::lay: return "everyday term";
    case PhraseKind::clinical: return "clinical term";
    case PhraseKind::drug: return "drug name";
    case PhraseKind::procedure: return "procedure term";
    case PhraseKind::site: return "own term";
    }
    return "";
}

std::string reasonOf(const Hit& hit)
{
    if (hit.match == MatchKind::code) return "code";
    if (hit.match == MatchKind::codePrefix) return "code prefix";
    std::string reason(displayName(hit.phrase));
    if (!hit.phraseText.empty()) reason += ": " + hit.phraseText;
    if (hit.match == MatchKind::corrected)
        reason = "spelling: " + hit.correction + "; " + reason;
    else if (!hit.correction.empty())
        reason += " (" + hit.correction + ")";
    if (hit.match == MatchKind::partial) reason = "some words; " + reason;
    return reason;
}

struct Searcher::Scratch {
    explicit Scratch(const Index& opened) : index(opened), candidates(opened) {}

    std::vector<Hit> find(const Query& query)
    {
        if (query.limit <= 0) return {};
        understanding = understand(index, query.text);
        candidates.begin(query, understanding);
        const auto compact = query.modifiers ? text::upperAscii(text::trim(query.text)) : compactCode(query.text);
        const bool isCode = addCodes(query, compact);
        if (!isCode) addWords();
        return collect(query, isCode && compact.size() < 6);
    }

    /// True when the query is a code or the beginning of one.
    bool addCodes(const Query& query, const std::string& compact)
    {
        if (compact.empty()) return false;
        constexpr std::array systems = {CodeSystem::icd10cm, CodeSystem::cpt, CodeSystem::hcpcs, CodeSystem::icd10pcs};
        bool isFound = false;
        for (const auto system : systems) {
            if (query.system && *query.system != system) continue;
            const auto range = index.codesWithPrefix(system, query.modifiers, compact);
            if (range.empty()) continue;
            isFound = true;
            const bool isShort = compact.size() < 3 && system == CodeSystem::icd10cm;
            float score = 1.0F - 0.01F * static_cast<float>(system);
            std::size_t taken = 0;
            for (const auto& entry : range) {
                if (isShort && entry.codeSize > 3) continue;
                const bool isExact = entry.codeSize == compact.size();
                // In the order of the book; headers follow the codes that can be used.
                const bool isHeader = index.spansOf(entry).back().billable == 0;
                const bool isLater =
                    (entry.flags & format::isEpisodeFlag) != 0 && entry.code[6] != 'A' && compact.size() < 6;
                score -= 1e-5F;
                candidates.addCode(static_cast<std::uint32_t>(&entry - index.entries().data()),
                                   score - (isHeader ? 0.2F : 0.0F) - (isLater ? 0.1F : 0.0F),
                                   isExact ? MatchKind::code : MatchKind::codePrefix);
                if (++taken > 4000) break;
            }
        }
        // "a1c" and "b12" are words unless the tables say otherwise; two characters may be either.
        if (isFound && compact.size() < 3) addWords();
        return isFound;
    }

    void addWords()
    {
        if (understanding.readings.empty()) return;
        addAll(&Candidates::addMatches, 0, understanding.readings.size());
        std::size_t done = 0;
        for (const auto& term : understanding.terms) {
            if (term.synonym->targetCount == 0 || term.synonym->rank > 2) continue;
            if (++done > 4) break;
            candidates.addFamily(term);
        }
        if (candidates.inForce() < ranking::enough) addCorrections(false);
        if (candidates.inForce() < ranking::enough) addAll(&Candidates::addSpread, 0, 6);
        if (candidates.inForce() == 0) addCorrections(true);
        if (candidates.inForce() < ranking::enoughForPartial) addAll(&Candidates::addPartial, 0, 5);
    }
    void addAll(void (Candidates::*add)(std::uint16_t), std::size_t first, std::size_t count)
    {
        for (auto i = first; i < std::min(understanding.readings.size(), first + count); ++i)
            (candidates.*add)(static_cast<std::uint16_t>(i));
    }

    void addCorrections(bool known)
    {
        const auto before = understanding.readings.size();
        if (!addCorrected(index, corrections, understanding, known)) return;
        addAll(&Candidates::addMatches, before, understanding.readings.size());
        if (candidates.inForce() < ranking::enough) addAll(&Candidates::addSpread, before, 2);
    }

    std::vector<Hit> collect(const Query& query, bool byCode)
    {
        auto& ranked = candidates.ranked(static_cast<std::size_t>(query.limit) * 2 + 300);
        if (query.usage != nullptr && !query.usage->empty()) useUsage(query, ranked);
        if (!byCode) putHeadersBehindTheirCodes(ranked);
        std::vector<Hit> hits;
        std::unordered_map<std::string_view, std::size_t> families;
        for (const auto& candidate : ranked) {
            const auto& entry = index.entries()[candidate.entry];
            const std::string_view code(entry.code.data(), entry.codeSize);
            const bool isEpisode = (entry.flags & format::isEpisodeFlag) != 0;
            const bool folds = query.foldEpisodes && isEpisode && candidate.match != MatchKind::code &&
                               (candidate.match != MatchKind::codePrefix || byCode);
            if (folds) {
                const auto [known, isNew] = families.try_emplace(code.substr(0, 6), hits.size());
                if (!isNew) {
                    if (known->second < hits.size()) ++hits[known->second].episodes;
                    continue;
                }
            }
            // What has only some of the words fills the first page, no more.
            if (candidate.match == MatchKind::partial && hits.size() >= ranking::mostPartial) break;
            if (hits.size() >= static_cast<std::size_t>(query.limit)) {
                if (folds) families.erase(code.substr(0, 6));
                break;
            }
            hits.push_back(hitOf(candidate));
        }
        return hits;
    }

    /// A header cannot be coded: it stands behind the best of the codes under it that were found.
    void putHeadersBehindTheirCodes(std::vector<Candidate>& ranked) const
    {
        const auto codeOf = [this](const Candidate& candidate) {
            const auto& entry = index.entries()[candidate.entry];
            return std::string_view(entry.code.data(), entry.codeSize);
        };
        const auto isHeader = [this](const Candidate& candidate) {
            return index.spansOf(index.entries()[candidate.entry]).back().billable == 0;
        };
        const auto reach = std::min(ranked.size(), headerReach);
        for (std::size_t at = reach; at-- > 0;) {
            if (ranked[at].match == MatchKind::code || !isHeader(ranked[at])) continue;
            const auto header = codeOf(ranked[at]);
            const auto begin = ranked.begin() + static_cast<std::ptrdiff_t>(at);
            const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(reach);
            const auto below = std::find_if(begin + 1, end, [&](const Candidate& other) {
                const auto code = codeOf(other);
                return other.isInForce && code.size() > header.size() && code.starts_with(header) && !isHeader(other);
            });
            if (below != end) std::rotate(begin, begin + 1, below + 1);
        }
    }

    void useUsage(const Query& query, std::vector<Candidate>& ranked) const
    {
        const auto reach = std::min(ranked.size(), usageReach);
        for (std::size_t i = 0; i < reach; ++i) {
            const auto& entry = index.entries()[ranked[i].entry];
            const auto used = query.usage->find(
                {static_cast<CodeSystem>(entry.system), std::string(entry.code.data(), entry.codeSize)});
            if (used == query.usage->end() || used->second <= 0) continue;
            ranked[i].score *= 1.0F + std::min(0.10F, 0.02F * std::log2(1.0F + static_cast<float>(used->second)));
        }
        const auto rank = [](const Candidate& c) {
            return std::tuple(!c.isInForce, -tierOf(c.match), -c.score, c.entry);
        };
        std::sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(reach),
                  [&](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
    }

    Hit hitOf(const Candidate& candidate) const
    {
        const auto& entry = index.entries()[candidate.entry];
        bool isInForce = true;
        const auto& span = candidates.judge().spanOf(entry, isInForce);
        Hit hit;
        hit.entry.system = static_cast<CodeSystem>(entry.system);
        hit.entry.code.assign(entry.code.data(), entry.codeSize);
        hit.entry.shortTitle = index.text(span.shortTitle);
        hit.entry.longTitle = index.text(span.longTitle);
        hit.entry.billable = span.billable != 0;
        hit.entry.isModifier = (entry.flags & format::isModifierFlag) != 0;
        hit.entry.valid.first = dateOf(span.validFirst, format::openFirst);
        hit.entry.valid.last = dateOf(span.validLast, format::openLast);
        hit.entry.validOnDate = isInForce;
        hit.isChecked = isInForce || candidates.judge().isCovered(entry.system);
        hit.entry.kind = static_cast<ReleaseKind>(span.kind);
        hit.entry.releaseName = index.releaseName(span.release);
        hit.match = candidate.match;
        hit.score = candidate.score;
        if (candidate.match == MatchKind::code || candidate.match == MatchKind::codePrefix) return hit;
        if (candidate.phrase < index.phrases().size()) {
            const auto& phrase = index.phrases()[candidate.phrase];
            hit.phrase = static_cast<PhraseKind>(phrase.kind);
            hit.phraseText = index.text(phrase.text);
        }
        if (candidate.reading < understanding.readings.size())
            hit.correction = understanding.readings[candidate.reading].via;
        return hit;
    }

    const Index& index;
    Candidates candidates;
    CorrectionCache corrections;
    Understanding understanding;
};

Searcher::Searcher(std::shared_ptr<const Index> index)
    : m_index(std::move(index)), m_scratch(std::make_unique<Scratch>(*m_index))
{}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

std::vector<Hit> Searcher::find(const Query& query)
{
    return m_scratch->find(query);
}

std::vector<TextRange> Searcher::highlights(std::string_view queryText, std::string_view text) const
{
    std::vector<TextRange> ranges;
    const auto understanding = understand(*m_index, queryText);
    for (const auto& word : placedWordsOf(text)) {
        const auto term = m_index->exactTerm(word.stem);
        if (term.isEmpty()) continue;
        const bool isMatched =
            std::any_of(understanding.readings.begin(), understanding.readings.end(), [&](const Reading& reading) {
                return std::any_of(reading.slots.begin(), reading.slots.end(), [&](std::uint32_t number) {
                    const auto& slot = understanding.slots[number];
                    return slot.isRequired && slot.quality(*m_index, term.first) > 0;
                });
            });
        if (isMatched) ranges.push_back({word.begin, word.size});
    }
    return ranges;
}

}  // namespace cw::search
