#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cw::search {

/// Numbers for the words of an index while it is built.
class Vocabulary {
public:
    std::uint32_t numberOf(std::string_view stem);
    /// The words of a text by number, appended to `into`.
    void addWords(std::string_view text, std::vector<std::uint32_t>& into);
    const std::deque<std::string>& words() const noexcept { return m_words; }
    /// For each number its place when the words are sorted; and the numbers in that order.
    struct Order {
        std::vector<std::uint32_t> placeOf;
        std::vector<std::uint32_t> numberAt;
    };
    Order sorted() const;

private:
    std::deque<std::string> m_words;
    std::unordered_map<std::string_view, std::uint32_t> m_numbers;  ///< Views into m_words.
    std::unordered_map<std::string, std::uint32_t> m_numberOfRaw;   ///< Spares the stemming of words seen before.
};

}  // namespace cw::search
