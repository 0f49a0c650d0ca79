#include "edits/notes/code_mentions.h"

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isCodeCharacter(char c)
{
    return isDigit(c) || isCapital(c);
}

bool isWordCharacter(char c)
{
    return isCodeCharacter(c) || (c >= 'a' && c <= 'z');
}

struct Scanned {
    std::string code;  ///< Dotted; empty: none here.
    std::size_t end = 0;
};

/// A code that begins at `at`, with the dot and hyphens that stand for more characters.
Scanned scanCode(std::string_view text, std::size_t at)
{
    const auto charAt = [text](std::size_t place) { return place < text.size() ? text[place] : '\0'; };
    if (!isCapital(charAt(at)) || !isDigit(charAt(at + 1)) || !isCodeCharacter(charAt(at + 2))) return {};
    if (at > 0 && (isWordCharacter(text[at - 1]) || text[at - 1] == '.')) return {};
    std::size_t end = at + 3;
    std::string code(text.substr(at, 3));
    if (charAt(end) == '.') {
        std::size_t rest = end + 1;
        while (isCodeCharacter(charAt(rest)) && rest - end <= 4) ++rest;
        if (rest > end + 1) code += text.substr(end, rest - end);
        end = rest;
    }
    if (isWordCharacter(charAt(end))) return {};
    if (charAt(end) == '.' && charAt(end + 1) == '-') ++end;  // "M50.1.-"
    return {std::move(code), end};
}

/// The code behind "-", "--", " -" or " to " at `at`; empty when the text goes on otherwise.
Scanned scanRangeEnd(std::string_view text, std::size_t at)
{
    std::size_t next = at;
    while (next < text.size() && text[next] == '-') ++next;
    if (next > at)
        if (auto last = scanCode(text, next); !last.code.empty()) return last;
    if (text.substr(next, 2) == " -") return scanCode(text, next + 2);
    if (text.substr(next, 4) == " to ") return scanCode(text, next + 4);
    return {};
}

/// "except", "except for", "other than" right before `at`.
bool followsExcept(std::string_view text, std::size_t at)
{
    auto before = text.substr(0, at);
    constexpr std::array<std::string_view, 6> words = {"except ",  "except for ", "except codes ",
                                                       "except (", "other than ", "other than codes "};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return before.ends_with(word); });
}

/// True behind "(" and ", ", where nothing but a code begins so.
bool beginsItem(std::string_view text, std::size_t at)
{
    return text.substr(0, at).ends_with('(') || text.substr(0, at).ends_with(", ");
}

}  // namespace

std::string patternText(const CodeMention& mention)
{
    return mention.last.empty() ? mention.first : mention.first + "-" + mention.last;
}

std::vector<CodeMention> findCodes(std::string_view text, const IsCategory& isCategory)
{
    std::vector<CodeMention> found;
    int depth = 0;
    int opened = 0;
    bool isExcepted = false;  // Goes on over "except A, B".
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '(' && ++depth == 1) ++opened;
        if (text[at] == ')') {
            depth = std::max(0, depth - 1);
            isExcepted = false;
        }
        if (!isCapital(text[at])) continue;
        auto code = scanCode(text, at);
        if (code.code.empty()) continue;
        CodeMention mention{.first = std::move(code.code), .begin = at, .end = code.end};
        if (auto last = scanRangeEnd(text, mention.end); !last.code.empty()) {
            mention.last = std::move(last.code);
            mention.end = last.end;
        } else if (!(depth > 0 && beginsItem(text, at)) && !isCategory(mention.first.substr(0, 3))) {
            continue;
        }
        while (mention.end < text.size() && text[mention.end] == '-') ++mention.end;
        mention.parenthesis = depth > 0 ? opened : 0;
        isExcepted = isExcepted || followsExcept(text, at);
        mention.isExcepted = isExcepted;
        at = mention.end - 1;
        found.push_back(std::move(mention));
    }
    return found;
}

}  // namespace cw::edits
