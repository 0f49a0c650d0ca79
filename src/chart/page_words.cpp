#include "chart/page_text.h"

#include <array>
#include <charconv>

namespace cw {

namespace {

constexpr std::size_t numbersOfWord = 7;
using Numbers = std::array<int, numbersOfWord>;

Error corrupt(std::size_t word)
{
    return {ErrorKind::corrupt, "CHART-021", "the words of a page cannot be read at word " + std::to_string(word + 1)};
}

/// Seven numbers parted by spaces, then ';'. Takes them off the text.
bool takeNumbers(std::string_view& text, Numbers& numbers)
{
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
        if (failure != std::errc()) return false;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const char separator = i + 1 < numbers.size() ? ' ' : ';';
        if (!text.starts_with(separator)) return false;
        text.remove_prefix(1);
    }
    return true;
}

}  // namespace

std::string writeWords(const std::vector<RecognisedWord>& words)
{
    std::string out;
    for (const auto& word : words) {
        const Numbers numbers = {word.begin,      word.end,         word.area.left, word.area.top,
                                 word.area.width, word.area.height, word.confidence};
        for (const int number : numbers) out += std::to_string(number) + " ";
        out.back() = ';';
    }
    return out;
}

Result<std::vector<RecognisedWord>> readWords(std::string_view text)
{
    std::vector<RecognisedWord> words;
    while (!text.empty()) {
        Numbers numbers{};
        if (!takeNumbers(text, numbers)) return corrupt(words.size());
        RecognisedWord word;
        word.begin = numbers[0];
        word.end = numbers[1];
        word.area = {numbers[2], numbers[3], numbers[4], numbers[5]};
        word.confidence = numbers[6];
        if (word.begin < 0 || word.end < word.begin) return corrupt(words.size());
        words.push_back(word);
    }
    return words;
}

}  // namespace cw
