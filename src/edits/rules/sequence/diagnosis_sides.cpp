#include "edits/rules/sequence/diagnosis_sides.h"

namespace cw::edits {

namespace {

bool isLetter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::size_t findWord(std::string_view title, std::string_view lowerWord, std::size_t from) noexcept
{
    // From the second letter on, so that "Right" counts as "right"; no two of the words asked for share their rest.
    const auto rest = lowerWord.substr(1);
    for (auto at = title.find(rest, from + 1); at != std::string_view::npos; at = title.find(rest, at + 1)) {
        const char first = title[at - 1];
        const bool begins =
            (first == lowerWord[0] || first == lowerWord[0] - ('a' - 'A')) && (at < 2 || !isLetter(title[at - 2]));
        const auto end = at + rest.size();
        if (begins && (end >= title.size() || !isLetter(title[end]))) return at - 1;
    }
    return std::string_view::npos;
}

Side sideOf(std::string_view title) noexcept
{
    const auto has = [title](std::string_view word) { return findWord(title, word) != std::string_view::npos; };
    if (has("bilateral")) return Side::bilateral;
    const bool right = has("right");
    if (right == has("left")) return Side::none;
    return right ? Side::right : Side::left;
}

bool areOppositeSides(std::string_view title, std::string_view other) noexcept
{
    const auto one = sideOf(title);
    if (one != Side::right && one != Side::left) return false;
    return sideOf(other) == (one == Side::right ? Side::left : Side::right);
}

bool saysUnspecified(std::string_view title) noexcept
{
    return title.find("nspecified") != std::string_view::npos;
}

}  // namespace cw::edits
