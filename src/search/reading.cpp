#include "search/reading.h"

#include "search/ranking.h"

#include <algorithm>
#include <tuple>

namespace cw::search {

namespace {

constexpr std::size_t mostWords = 14;
constexpr std::size_t longestTerm = 7;  ///< Words.

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumber(std::string_view word)
{
    return !word.empty() && isDigit(word[0]);
}

PlacedWord placed(std::string_view word)
{
    return {std::string(word), std::string(word), 0, 0};
}

template <typename Take>
void eachWordOf(std::string_view key, Take take)
{
    while (!key.empty()) {
        const auto blank = key.find(' ');
        take(key.substr(0, blank));
        key = blank == std::string_view::npos ? std::string_view{} : key.substr(blank + 1);
    }
}

/// "ckd3" as "ckd" and "3" when the index does not know the whole.
void splitAtDigits(const Index& index, std::vector<PlacedWord>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& raw = words[i].raw;
        const auto boundary = std::adjacent_find(
            raw.begin(), raw.end(), [](char a, char b) { return isDigit(a) != isDigit(b) && a != '.' && b != '.'; });
        if (boundary == raw.end() || !index.termsWithPrefix(raw).isEmpty()) continue;
        if (!index.exactTerm(words[i].stem).isEmpty() || !synonymsOf(index, words[i].stem).empty()) continue;
        const auto size = static_cast<std::size_t>(boundary - raw.begin()) + 1;
        auto head = placed(raw.substr(0, size));
        auto tail = placed(raw.substr(size));
        words[i] = std::move(head);
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(tail));
    }
}

class Understander {
public:
    Understander(const Index& index, std::string_view query) : m_index(index)
    {
        m_result.words = placedWordsOf(query);
        if (m_result.words.size() > mostWords) m_result.words.resize(mostWords);
        splitAtDigits(index, m_result.words);
        m_isOpen = !query.empty() && query.back() != ' ';
    }

    Understanding run()
    {
        const auto& words = m_result.words;
        if (words.empty()) return std::move(m_result);
        for (std::size_t i = 0; i < words.size(); ++i) {
            m_result.slotOfWord.push_back(static_cast<std::uint32_t>(m_result.slots.size()));
            const bool isOpen = m_isOpen && i + 1 == words.size();
            m_result.slots.push_back(makeSlot(m_index, words[i].raw, words[i].stem, isOpen, false));
        }
        relax();
        m_result.readings.push_back({m_result.slotOfWord, 1.0F, {}, false});
        findTerms();
        for (const auto& term : m_result.terms) addRewriting({&term});
        for (const auto& first : m_result.terms) {
            for (const auto& second : m_result.terms) {
                if (first.end <= second.begin && first.synonym->rank == 1 && second.synonym->rank == 1)
                    addRewriting({&first, &second});
            }
        }
        addVariants();
        addJoined();
        addSplit();
        return std::move(m_result);
    }

private:
    /// A query of words that say nothing must still be answered.
    void relax()
    {
        auto& slots = m_result.slots;
        if (std::none_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.isRequired; }))
            for (auto& slot : slots) slot.isRequired = true;
    }

    std::string joined(std::size_t begin, std::size_t end) const
    {
        std::string key;
        for (auto i = begin; i < end; ++i) {
            if (!key.empty()) key.push_back(' ');
            key += m_result.words[i].stem;
        }
        return key;
    }

    void addTyped(Reading& reading, std::size_t begin, std::size_t end) const
    {
        for (auto i = begin; i < end; ++i) reading.slots.push_back(m_result.slotOfWord[i]);
    }
    void addKnown(Reading& reading, std::string_view key)
    {
        eachWordOf(key, [&](std::string_view word) {
            const auto same = std::find_if(m_known.begin(), m_known.end(),
                                           [&](std::uint32_t slot) { return m_result.slots[slot].raw == word; });
            if (same != m_known.end()) {
                reading.slots.push_back(*same);
                return;
            }
            m_known.push_back(static_cast<std::uint32_t>(m_result.slots.size()));
            reading.slots.push_back(m_known.back());
            m_result.slots.push_back(makeSlot(m_index, word, word, false, true));
        });
    }

    void findTerms()
    {
        const auto count = m_result.words.size();
        for (std::size_t begin = 0; begin < count; ++begin) {
            for (auto end = begin + 1; end <= std::min(count, begin + longestTerm); ++end) {
                for (const auto& synonym : synonymsOf(m_index, joined(begin, end)))
                    if (synonym.rank <= 3) m_result.terms.push_back({&synonym, begin, end});
            }
        }
        // Longer terms say more than the shorter ones inside them.
        std::stable_sort(m_result.terms.begin(), m_result.terms.end(), [](const TermInQuery& a, const TermInQuery& b) {
            return std::tuple(a.synonym->rank, b.end - b.begin) < std::tuple(b.synonym->rank, a.end - a.begin);
        });
        if (m_result.terms.size() > ranking::mostReadings) m_result.terms.resize(ranking::mostReadings);
    }

    bool isFull() const { return m_result.readings.size() >= ranking::mostReadings; }

    void addRewriting(std::initializer_list<const TermInQuery*> terms)
    {
        if (isFull()) return;
        Reading reading;
        std::size_t at = 0;
        for (const auto* term : terms) {
            const auto words = m_index.text(term->synonym->words);
            if (words.empty() || words == joined(term->begin, term->end)) return;
            addTyped(reading, at, term->begin);
            addKnown(reading, words);
            reading.factor *= ranking::ofRewriting(term->synonym->rank);
            reading.via += (reading.via.empty() ? "" : ", ") + std::string(m_index.text(term->synonym->label));
            at = term->end;
        }
        addTyped(reading, at, m_result.words.size());
        const bool isSame = std::any_of(m_result.readings.begin(), m_result.readings.end(),
                                        [&](const Reading& other) { return other.slots == reading.slots; });
        if (!isSame) m_result.readings.push_back(std::move(reading));
    }

    /// Forms of several words, which no single slot can hold: "cancer" as "malignant neoplasm".
    void addVariants()
    {
        const auto count = m_result.words.size();
        for (std::size_t begin = 0; begin < count; ++begin) {
            for (auto end = begin + 1; end <= std::min(count, begin + 2); ++end) {
                for (const auto& variant : variantsOf(m_index, joined(begin, end))) {
                    const auto sameAs = m_index.text(variant.sameAs);
                    if (end == begin + 1 && sameAs.find(' ') == std::string_view::npos) continue;
                    if (isFull()) return;
                    Reading reading;
                    reading.factor = ranking::variantWord;
                    addTyped(reading, 0, begin);
                    addKnown(reading, sameAs);
                    addTyped(reading, end, count);
                    m_result.readings.push_back(std::move(reading));
                }
            }
        }
    }

    /// "non union" as "nonunion".
    void addJoined()
    {
        const auto& words = m_result.words;
        for (std::size_t i = 0; i + 1 < words.size() && !isFull(); ++i) {
            if (isNumber(words[i].raw)) continue;
            const auto whole = words[i].raw + words[i + 1].stem;
            if (m_index.exactTerm(whole).isEmpty()) continue;
            Reading reading;
            reading.factor = 0.97F;
            addTyped(reading, 0, i);
            addKnown(reading, whole);
            addTyped(reading, i + 2, words.size());
            m_result.readings.push_back(std::move(reading));
        }
    }
    /// "heartattack" as "heart attack".
    void addSplit()
    {
        const auto& words = m_result.words;
        for (std::size_t i = 0; i < words.size() && !isFull(); ++i) {
            const auto& raw = words[i].raw;
            if (raw.size() < 7 || !m_index.termsWithPrefix(raw).isEmpty()) continue;
            for (std::size_t at = 3; at + 3 <= raw.size(); ++at) {
                const auto head = raw.substr(0, at);
                const auto tail = stemOf(raw.substr(at));
                if (m_index.exactTerm(head).isEmpty() || m_index.exactTerm(tail).isEmpty()) continue;
                Reading reading;
                reading.factor = 0.9F;
                reading.via = head + " " + raw.substr(at);
                reading.isCorrected = true;
                addTyped(reading, 0, i);
                addKnown(reading, head);
                addKnown(reading, tail);
                addTyped(reading, i + 1, words.size());
                m_result.readings.push_back(std::move(reading));
                break;
            }
        }
    }

    const Index& m_index;
    Understanding m_result;
    std::vector<std::uint32_t> m_known;  ///< Slots of whole words that readings share.
    bool m_isOpen = true;
};

}  // namespace

Understanding understand(const Index& index, std::string_view query)
{
    return Understander(index, query).run();
}

bool addCorrected(const Index& index, CorrectionCache& cache, Understanding& understanding, bool known)
{
    constexpr std::size_t mostReadings = 3;
    bool isAdded = false;
    std::vector<std::pair<std::uint32_t, std::optional<std::uint32_t>>> done;
    const auto count = std::min(understanding.readings.size(), mostReadings);
    for (std::size_t i = 0; i < count; ++i) {
        if (understanding.readings[i].isCorrected) continue;
        Reading better;
        better.factor = understanding.readings[i].factor;
        better.isCorrected = true;
        bool isChanged = false;
        for (const auto number : understanding.readings[i].slots) {
            const auto& slot = understanding.slots[number];
            if (!slot.isRequired || slot.isCorrected || (slot.hasExact && !known)) {
                better.slots.push_back(number);
                continue;
            }
            auto seen = std::find_if(done.begin(), done.end(), [&](const auto& pair) { return pair.first == number; });
            if (seen == done.end()) {
                auto corrected = correctedSlot(index, cache, slot, number == understanding.slotOfWord.back(), known);
                std::optional<std::uint32_t> place;
                if (corrected) {
                    place = static_cast<std::uint32_t>(understanding.slots.size());
                    understanding.slots.push_back(std::move(*corrected));
                }
                seen = done.insert(done.end(), {number, place});
            }
            better.slots.push_back(seen->second.value_or(number));
            if (!seen->second) continue;
            isChanged = true;
            better.via += (better.via.empty() ? "" : " ") + understanding.slots[*seen->second].raw;
        }
        if (!isChanged) continue;
        understanding.readings.push_back(std::move(better));
        isAdded = true;
    }
    return isAdded;
}

}  // namespace cw::search
