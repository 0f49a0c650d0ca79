#include "search/phrase_table.h"

#include "search/words.h"

#include <algorithm>
#include <limits>

namespace cw::search {

namespace {

constexpr std::size_t mostTargets = 40;
constexpr std::uint32_t mostDescendants = 800;

auto orderOf(const SourceCode& code)
{
    return std::tuple(static_cast<int>(code.system), code.isModifier, std::string_view(code.code));
}

/// Greater for the code that says least beyond its header.
int plainness(const SourceCode& code)
{
    const std::string_view title = code.spans.back().longTitle;
    int score = 0;
    for (auto at = title.find("nspecified"); at != std::string_view::npos; at = title.find("nspecified", at + 1))
        score += 30;
    for (const std::string_view plain : {"without", "NOS", "uncomplicated"})
        if (title.find(plain) != std::string_view::npos) score += 12;
    const bool hasSeventh = code.code.size() == 7;
    const char last = hasSeventh ? code.code[code.code.find_last_not_of('X', 5)] : code.code.back();
    if (last == '9') score += 15;
    if (last == '0') score += 5;
    if (hasSeventh && code.code.back() == 'A') score += 25;
    return score - static_cast<int>(title.size() / 16);
}

class PhraseMaker {
public:
    PhraseMaker(const EntryTable& entries, PhraseTable& table) : m_entries(entries), m_table(table) {}

    void addTitles()
    {
        for (std::uint32_t entry = 0; entry < m_entries.size(); ++entry) {
            const auto& code = m_entries.code(entry);
            std::string_view before;
            for (const auto& span : code.spans) {
                if (span.longTitle == before) continue;
                before = span.longTitle;
                add(PhraseKind::title, {}, span.longTitle, {}, {entry});
            }
            const bool hasOwnWords = code.system == CodeSystem::hcpcs || code.system == CodeSystem::cpt;
            const auto& last = m_entries.latest(entry);
            if (hasOwnWords && last.shortTitle != last.longTitle)
                add(PhraseKind::shortTitle, last.shortTitle, last.shortTitle, {}, {entry});
        }
    }

    void addPhrase(const SourcePhrase& phrase)
    {
        add(phrase.kind, phrase.text, phrase.text, phrase.optional, targetsOf(phrase.codes));
    }

    void addTerm(const SourceTerm& term)
    {
        if (term.codes.empty()) return;
        auto targets = targetsOf(term.codes);
        const auto rank = static_cast<std::uint8_t>(std::clamp(term.rank, 1, 200));
        add(term.kind, term.term, term.term, {}, targets, rank);
        if (!term.sense.empty() && term.sense != term.term) add(term.kind, term.sense, term.sense, {}, targets, rank);
    }

private:
    std::vector<std::uint32_t> targetsOf(const std::vector<CodeReference>& references) const
    {
        std::vector<std::uint32_t> all;
        for (const auto& reference : references) {
            for (const auto target : m_entries.targetsOf(reference)) {
                if (all.size() < mostTargets && std::find(all.begin(), all.end(), target) == all.end())
                    all.push_back(target);
            }
        }
        return all;
    }

    void add(PhraseKind kind, std::string_view label, std::string_view text, std::string_view optional,
             const std::vector<std::uint32_t>& targets, std::uint8_t rank = 1)
    {
        if (targets.empty()) return;
        BuiltPhrase phrase;
        phrase.kind = kind;
        phrase.rank = rank;
        phrase.text = label;
        phrase.firstWord = static_cast<std::uint32_t>(m_table.words.size());
        m_table.vocabulary.addWords(text, m_table.words);
        const auto essential = m_table.words.size() - phrase.firstWord;
        if (!optional.empty()) m_table.vocabulary.addWords(optional, m_table.words);
        const auto all = std::min<std::size_t>(m_table.words.size() - phrase.firstWord, 400);
        m_table.words.resize(phrase.firstWord + all);
        if (essential == 0) {
            m_table.words.resize(phrase.firstWord);
            return;
        }
        phrase.wordCount = static_cast<std::uint16_t>(all);
        phrase.optionalCount = static_cast<std::uint16_t>(all - std::min(all, essential));
        phrase.firstTarget = static_cast<std::uint32_t>(m_table.targets.size());
        phrase.targetCount = static_cast<std::uint16_t>(targets.size());
        m_table.targets.insert(m_table.targets.end(), targets.begin(), targets.end());
        m_table.phrases.push_back(phrase);
    }

    const EntryTable& m_entries;
    PhraseTable& m_table;
};

}  // namespace

EntryTable::EntryTable(const Source& source)
{
    m_codes.reserve(source.codes.size());
    for (const auto& code : source.codes)
        if (!code.spans.empty()) m_codes.push_back(&code);
    std::sort(m_codes.begin(), m_codes.end(),
              [](const SourceCode* a, const SourceCode* b) { return orderOf(*a) < orderOf(*b); });
}

std::pair<std::uint32_t, std::uint32_t> EntryTable::under(CodeSystem system, std::string_view prefix) const
{
    const auto key = std::tuple(static_cast<int>(system), false, prefix);
    const auto first = std::partition_point(m_codes.begin(), m_codes.end(),
                                            [&](const SourceCode* code) { return orderOf(*code) < key; });
    const auto last = std::partition_point(first, m_codes.end(), [&](const SourceCode* code) {
        return code->system == system && !code->isModifier && code->code.starts_with(prefix);
    });
    return {static_cast<std::uint32_t>(first - m_codes.begin()), static_cast<std::uint32_t>(last - m_codes.begin())};
}

std::optional<std::uint32_t> EntryTable::find(CodeSystem system, std::string_view compact) const
{
    const auto [first, last] = under(system, compact);
    if (first == last || m_codes[first]->code != compact) return std::nullopt;
    return first;
}

bool EntryTable::isEpisode(std::uint32_t entry) const
{
    const auto& code = *m_codes[entry];
    if (code.system != CodeSystem::icd10cm || code.code.size() != 7 || code.code[6] < 'A') return false;
    const auto isTwin = [&](std::uint32_t other) {
        return other < size() && m_codes[other]->code.size() == 7 &&
               std::string_view(m_codes[other]->code).substr(0, 6) == std::string_view(code.code).substr(0, 6);
    };
    return isTwin(entry + 1) || (entry > 0 && isTwin(entry - 1));
}

std::optional<std::uint32_t> EntryTable::defaultUnder(std::uint32_t header) const
{
    const auto known = m_defaults.find(header);
    if (known != m_defaults.end()) return known->second;
    const auto [first, last] = under(m_codes[header]->system, m_codes[header]->code);
    std::optional<std::uint32_t> best;
    int bestScore = std::numeric_limits<int>::min();
    for (auto entry = first; entry < last && entry - first < mostDescendants; ++entry) {
        if (!latest(entry).billable) continue;
        const int score = plainness(*m_codes[entry]);
        if (score > bestScore) {
            bestScore = score;
            best = entry;
        }
    }
    m_defaults.emplace(header, best);
    return best;
}

std::vector<std::uint32_t> EntryTable::targetsOf(const CodeReference& reference) const
{
    if (const auto exact = find(reference.system, reference.code)) {
        if (latest(*exact).billable || reference.system == CodeSystem::icd10pcs) {
            if (reference.system != CodeSystem::icd10pcs || reference.code.size() == 7) return {*exact};
        } else {
            const auto plain = defaultUnder(*exact);
            if (plain) return {*plain, *exact};
            return {*exact};
        }
    }
    std::vector<std::uint32_t> all;
    if (reference.system == CodeSystem::icd10cm) {
        // A complete seventh character that the tables do not have: its stem still tells the family.
        if (reference.code.size() == 7)
            if (const auto stem = find(reference.system, std::string_view(reference.code).substr(0, 6))) return {*stem};
        return all;
    }
    if (reference.system != CodeSystem::icd10pcs) return all;
    const auto [first, last] = under(reference.system, reference.code);
    for (auto entry = first; entry < last && all.size() < mostTargets; ++entry)
        if (latest(entry).billable) all.push_back(entry);
    return all;
}

PhraseTable makePhrases(const Source& source, const EntryTable& entries)
{
    PhraseTable table;
    table.phrases.reserve(entries.size() + source.phrases.size() + 2 * source.knowledge.terms.size());
    table.words.reserve(table.phrases.capacity() * 10);
    PhraseMaker maker(entries, table);
    maker.addTitles();
    for (const auto& phrase : source.phrases) maker.addPhrase(phrase);
    for (const auto& term : source.knowledge.terms) maker.addTerm(term);
    return table;
}

}  // namespace cw::search
