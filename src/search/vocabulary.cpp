#include "search/vocabulary.h"

#include "search/words.h"

#include <algorithm>
#include <numeric>

namespace cw::search {

std::uint32_t Vocabulary::numberOf(std::string_view stem)
{
    const auto found = m_numbers.find(stem);
    if (found != m_numbers.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(m_words.size());
    m_words.emplace_back(stem);
    m_numbers.emplace(m_words.back(), number);
    return number;
}

void Vocabulary::addWords(std::string_view text, std::vector<std::uint32_t>& into)
{
    eachRawWord(text, [&](const std::string& raw, std::size_t, std::size_t) {
        const auto [known, isNew] = m_numberOfRaw.try_emplace(raw, 0);
        if (isNew) known->second = numberOf(stemOf(raw));
        into.push_back(known->second);
    });
}

Vocabulary::Order Vocabulary::sorted() const
{
    Order order;
    order.numberAt.resize(m_words.size());
    std::iota(order.numberAt.begin(), order.numberAt.end(), 0U);
    std::sort(order.numberAt.begin(), order.numberAt.end(),
              [this](std::uint32_t a, std::uint32_t b) { return m_words[a] < m_words[b]; });
    order.placeOf.resize(m_words.size());
    for (std::uint32_t place = 0; place < order.numberAt.size(); ++place) order.placeOf[order.numberAt[place]] = place;
    return order;
}

}  // namespace cw::search
