#pragma once

#include "base/date.h"
#include "base/money.h"

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace cw::property {

/// Random values that are the same everywhere for one seed (std::mt19937 is; the distributions of the library are not).
class Dice {
public:
    explicit Dice(std::uint32_t seed) : m_random(seed) {}

    std::size_t below(std::size_t limit) { return m_random() % limit; }
    int from(int first, int last)
    {
        return first + static_cast<int>(below(static_cast<std::size_t>(last - first + 1)));
    }
    /// True once in `of` times.
    bool once(std::size_t of) { return below(of) == 0; }
    bool coin() { return once(2); }
    template <class Value>
    const Value& pick(const std::vector<Value>& all)
    {
        return all[below(all.size())];
    }
    std::string digits(std::size_t count);
    std::string id(std::size_t least, std::size_t most);  ///< Of A-Z, 0-9, dash inside.
    std::string words(std::size_t most);  ///< Text of at most so many characters, without blanks at its ends.
    std::string npi();
    Money money(int most = 500000) { return Money::cents(from(1, most)); }
    Date day(Date first, int span) { return first.plusDays(from(0, span)); }

private:
    std::mt19937 m_random;
};

}  // namespace cw::property
