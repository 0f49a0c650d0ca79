#include "search/corrections.h"

#include <algorithm>
#include <array>

namespace cw::search {

namespace {

constexpr std::size_t longestWord = 30;
constexpr std::size_t mostCorrections = 8;
constexpr std::uint8_t outOfReach = 100;
using Row = std::array<std::uint8_t, longestWord + 1>;

int allowedErrors(std::string_view word)
{
    const bool hasDigit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (hasDigit || word.size() < 4 || word.size() > longestWord - 3) return 0;
    return word.size() >= 8 ? 2 : 1;
}

/// Walks the sorted words, keeping the rows of the distance table for the letters that neighbours share.
class Walk {
public:
    Walk(const Index& index, std::string_view word, int allowed)
        : m_index(index), m_word(word), m_allowed(static_cast<std::uint8_t>(allowed))
    {
        m_rows[0].fill(outOfReach);
        for (std::size_t i = 0; i <= std::min<std::size_t>(word.size(), m_allowed); ++i)
            m_rows[0][i] = static_cast<std::uint8_t>(i);
    }

    std::vector<Correction> run(bool allowBeginning)
    {
        const auto terms = m_index.terms();
        std::string_view before;
        for (std::uint32_t at = 0; at < terms.size();) {
            const auto term = m_index.text(terms[at].text);
            std::size_t depth = static_cast<std::size_t>(
                std::mismatch(term.begin(), term.end(), before.begin(), before.end()).first - term.begin());
            before = term;
            std::uint32_t next = at + 1;
            bool isHopeless = false;
            for (; depth < term.size(); ++depth) {
                fillRow(term, depth);
                const auto distance = m_rows[depth + 1][m_word.size()];
                if (allowBeginning && depth + 1 < term.size() && distance <= 1 && m_word.size() >= 5)
                    addBeginning(term.substr(0, depth + 1), distance);
                if (m_least > m_allowed) {
                    next = endOf(term.substr(0, depth + 1), at);
                    before = term.substr(0, depth + 1);
                    isHopeless = true;
                    break;
                }
            }
            if (!isHopeless && m_rows[term.size()][m_word.size()] <= m_allowed)
                m_found.push_back({{at, at + 1}, m_rows[term.size()][m_word.size()], true});
            at = next;
        }
        return best();
    }

private:
    /// Only the cells that can still be within the allowed distance; their neighbours are set out of reach.
    void fillRow(std::string_view term, std::size_t depth)
    {
        auto& row = m_rows[depth + 1];
        const auto& above = m_rows[depth];
        const char letter = term[depth];
        const std::size_t first = depth + 1 > m_allowed ? depth + 1 - m_allowed : 1;
        const std::size_t last = std::min(m_word.size(), depth + 1 + m_allowed);
        row[first - 1] = first == 1 ? static_cast<std::uint8_t>(depth + 1) : outOfReach;
        if (last < longestWord) row[last + 1] = outOfReach;
        row[m_word.size()] = outOfReach;
        m_least = row[first - 1];
        for (std::size_t i = first; i <= last; ++i) {
            const int same = above[i - 1] + (m_word[i - 1] == letter ? 0 : 1);
            int least = std::min({same, above[i] + 1, row[i - 1] + 1});
            if (depth > 0 && i > 1 && m_word[i - 1] == term[depth - 1] && m_word[i - 2] == letter)
                least = std::min(least, m_rows[depth - 1][i - 2] + 1);
            row[i] = static_cast<std::uint8_t>(least);
            m_least = std::min(m_least, row[i]);
        }
    }

    /// One past the last term with the prefix of term `at`, looked for nearby first: most prefixes have few terms.
    std::uint32_t endOf(std::string_view prefix, std::uint32_t at) const
    {
        const auto terms = m_index.terms();
        const auto hasIt = [&](std::uint32_t term) {
            const auto text = m_index.text(terms[term].text);
            return text.size() >= prefix.size() &&
                   std::equal(prefix.rbegin(), prefix.rend(),
                              text.rbegin() + static_cast<std::ptrdiff_t>(text.size() - prefix.size()));
        };
        std::uint32_t low = at;  // Has the prefix.
        std::uint32_t step = 1;
        while (low + step < terms.size() && hasIt(low + step)) {
            low += step;
            step *= 2;
        }
        auto high = std::min<std::uint32_t>(low + step, static_cast<std::uint32_t>(terms.size()));  // Has not.
        while (low + 1 < high) {
            const auto middle = low + (high - low) / 2;
            (hasIt(middle) ? low : high) = middle;
        }
        return high;
    }

    void addBeginning(std::string_view prefix, int distance)
    {
        if (!m_beginnings.empty() && prefix.starts_with(m_lastBeginning)) return;
        m_lastBeginning = prefix;
        m_beginnings.push_back({m_index.termsWithPrefix(prefix), distance, false});
    }

    std::uint32_t postings(const Correction& correction) const
    {
        std::uint32_t sum = 0;
        for (auto term = correction.terms.first; term < correction.terms.last; ++term)
            sum += m_index.terms()[term].postingCount;
        return sum;
    }
    bool hasOtherFirstLetter(const Correction& correction) const
    {
        return m_index.text(m_index.terms()[correction.terms.first].text)[0] != m_word[0];
    }

    std::vector<Correction> best()
    {
        const auto isBetter = [this](const Correction& a, const Correction& b) {
            const auto rank = [this](const Correction& c) { return c.distance * 2 + (hasOtherFirstLetter(c) ? 1 : 0); };
            if (rank(a) != rank(b)) return rank(a) < rank(b);
            return postings(a) > postings(b);
        };
        std::stable_sort(m_found.begin(), m_found.end(), isBetter);
        std::stable_sort(m_beginnings.begin(), m_beginnings.end(), isBetter);
        if (m_found.size() > mostCorrections) m_found.resize(mostCorrections);
        for (const auto& beginning : m_beginnings) {
            if (m_found.size() >= mostCorrections) break;
            m_found.push_back(beginning);
        }
        return m_found;
    }

    const Index& m_index;
    std::string_view m_word;
    std::uint8_t m_allowed;
    std::uint8_t m_least = 0;  ///< Of the row filled last.
    std::array<Row, longestWord + 2> m_rows = {};
    std::vector<Correction> m_found;
    std::vector<Correction> m_beginnings;
    std::string_view m_lastBeginning;
};

}  // namespace

const std::vector<Correction>& CorrectionCache::of(const Index& index, std::string_view word, bool allowBeginning)
{
    constexpr std::size_t mostKept = 200;
    if (m_known.size() > mostKept) m_known.clear();
    const auto [known, isNew] = m_known.try_emplace(std::pair(std::string(word), allowBeginning));
    if (isNew) {
        const int allowed = allowedErrors(word);
        if (allowed > 0) known->second = Walk(index, word, allowed).run(allowBeginning);
    }
    return known->second;
}

}  // namespace cw::search
