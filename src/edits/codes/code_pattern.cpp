#include "edits/codes/code_pattern.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace cw::edits {

namespace {

constexpr std::size_t categorySize = 3;
constexpr std::size_t codeSize = 7;

/// Categories that the order of the characters would put elsewhere than the Tabular List does, with the category that
/// they follow. Others with a letter in the third place follow all digits ("O9A" after O99). J4A stands where block
/// J40-J4A needs it; the order file has it before J45.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> placedAfter = {{
    {"C4A", "C43"},
    {"C7A", "C75"},
    {"C7B", "C75"},
    {"D3A", "D36"},
    {"I1A", "I16"},
    {"I5A", "I52"},
    {"J4A", "J47"},
    {"M1A", "M08"},
    {"O9A", "O99"},
    {"Z3A", "Z36"},
}};

/// A code as a text that sorts as the Tabular List does, without heap: category, a place for the letter of a category
/// such as C4A, and the rest of the code.
class OrderKey {
public:
    explicit OrderKey(std::string_view compact) noexcept
    {
        add(compact.substr(0, categorySize));
        if (compact.size() < categorySize) return;
        char letter = ' ';
        if (compact[2] > '9') {
            const auto* found = std::find_if(placedAfter.begin(), placedAfter.end(),
                                             [&](const auto& one) { return compact.starts_with(one.first); });
            if (found != placedAfter.end()) {
                letter = compact[2];
                m_size = 0;
                add(found->second);
            }
        }
        add({&letter, 1});
        const auto restAt = m_size;
        add(compact.substr(categorySize));
        if (compact[0] > '9') std::replace(m_chars.begin() + restAt, m_chars.begin() + m_size, '9', nine);
    }
    std::string_view view() const noexcept { return {m_chars.data(), m_size}; }

private:
    /// Within a category letters stand before 9, mostly: C91.Z before C91.9. So "C91.0-C91.9" holds all of them.
    static constexpr char nine = '[';

    void add(std::string_view text) noexcept
    {
        for (const char c : text)
            if (m_size < m_chars.size()) m_chars[m_size++] = c;
    }

    std::array<char, 12> m_chars{};
    std::size_t m_size = 0;
};

bool isCodeCharacter(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// True when `code` begins with `pattern`, ? in the pattern being any character.
bool beginsLike(std::string_view code, std::string_view pattern) noexcept
{
    if (code.size() < pattern.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (pattern[i] != '?' && pattern[i] != code[i]) return false;
    return true;
}

Error notAPattern(std::string_view text, std::string_view reason)
{
    return {ErrorKind::invalidInput, "EDITS-010",
            "\"" + std::string(text.substr(0, 40)) + "\" is no code or range of codes: " + std::string(reason)};
}

/// "E11.2-", "E11.-" and "E11.2" as "E112"; empty when it is none of these.
std::string compactStem(std::string_view text)
{
    if (text.ends_with('-')) text.remove_suffix(1);
    if (text.ends_with('.')) text.remove_suffix(1);
    std::string compact;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.' && i == categorySize) continue;
        if (!isCodeCharacter(text[i]) && text[i] != '?') return {};
        compact += text[i];
    }
    return compact.size() <= codeSize ? compact : std::string();
}

/// The hyphen between the two codes of a range, npos when there is none.
std::size_t rangeHyphen(std::string_view text)
{
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == '-' && (isCodeCharacter(text[i + 1]) || text[i + 1] == '?')) return i;
    return std::string_view::npos;
}

std::string withPlainHyphens(std::string_view text)
{
    std::string plain = text::upperAscii(text::trim(text));
    constexpr std::string_view enDash = "\xE2\x80\x93";
    for (auto at = plain.find(enDash); at != std::string::npos; at = plain.find(enDash)) plain.replace(at, 3, "-");
    return plain;
}

}  // namespace

std::string categoryKey(std::string_view category)
{
    return std::string(OrderKey(category.substr(0, categorySize)).view());
}

Result<CodePattern> CodePattern::parse(std::string_view text)
{
    CodePattern pattern;
    pattern.m_text = withPlainHyphens(text);
    std::string_view codes = pattern.m_text;
    if (const auto at = codes.find('@'); at != std::string_view::npos) {
        pattern.m_seventh = codes.substr(at + 1);
        codes = codes.substr(0, at);
        if (pattern.m_seventh.empty() ||
            !std::all_of(pattern.m_seventh.begin(), pattern.m_seventh.end(), isCodeCharacter))
            return notAPattern(text, "7th characters must follow @");
    }
    const auto hyphen = rangeHyphen(codes);
    const auto first = compactStem(codes.substr(0, hyphen));
    if (first.empty()) return notAPattern(text, "a code has one to seven letters and digits, a dot after the third");
    pattern.m_first = first;
    pattern.m_hasWildcard = first.find('?') != std::string::npos;
    if (hyphen == std::string_view::npos) return pattern;
    const auto last = compactStem(codes.substr(hyphen + 1));
    if (last.empty()) return notAPattern(text, "the end of the range is no code");
    const bool lastHasWildcard = last.find('?') != std::string::npos;
    if (pattern.m_hasWildcard || lastHasWildcard) {
        const bool isForm = first.size() > categorySize && last.size() > categorySize &&
                            first.substr(categorySize) == last.substr(categorySize) &&
                            first.find('?') >= categorySize && last.find('?') >= categorySize;
        if (!isForm) return notAPattern(text, "a range with ? needs the same characters after both categories");
    }
    pattern.m_last = last;
    pattern.m_firstKey = OrderKey(first).view();
    pattern.m_lastKey = OrderKey(last).view();
    if (pattern.m_lastKey < pattern.m_firstKey) return notAPattern(text, "the range ends before it begins");
    return pattern;
}

CodePattern CodePattern::of(std::string_view text)
{
    auto pattern = parse(text);
    assert(pattern && "a literal that is no code pattern");
    return pattern ? std::move(*pattern) : CodePattern();
}

bool CodePattern::matches(std::string_view compact) const noexcept
{
    if (m_first.empty()) return false;
    if (!m_seventh.empty() && (compact.size() != codeSize || m_seventh.find(compact[6]) == std::string::npos))
        return false;
    if (m_last.empty()) return m_hasWildcard ? beginsLike(compact, m_first) : compact.starts_with(m_first);
    const OrderKey orderKey(compact);
    const auto key = orderKey.view();
    if (m_hasWildcard) {  // The categories are the range, what follows them is the form.
        const std::string_view form = std::string_view(m_first).substr(categorySize);
        const auto category = key.substr(0, categorySize + 1);
        return compact.size() > categorySize && beginsLike(compact.substr(categorySize), form) &&
               category >= std::string_view(m_firstKey).substr(0, categorySize + 1) &&
               category <= std::string_view(m_lastKey).substr(0, categorySize + 1);
    }
    return key >= m_firstKey && (key <= m_lastKey || key.starts_with(m_lastKey));
}

std::string_view CodePattern::single() const noexcept
{
    const bool isSingle = m_last.empty() && !m_hasWildcard && m_seventh.empty();
    return isSingle ? std::string_view(m_first) : std::string_view();
}

Result<CodePatterns> CodePatterns::parse(std::string_view text)
{
    std::vector<CodePattern> all;
    constexpr std::string_view separators = ", \t";
    while (!text.empty()) {
        const auto size = std::min(text.find_first_of(separators), text.size());
        if (size > 0) {
            CW_TRY(auto pattern, CodePattern::parse(text.substr(0, size)));
            all.push_back(std::move(pattern));
        }
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return CodePatterns(std::move(all));
}

CodePatterns CodePatterns::of(std::string_view text)
{
    auto patterns = parse(text);
    assert(patterns && "a literal that is no list of code patterns");
    return patterns ? std::move(*patterns) : CodePatterns();
}

bool CodePatterns::matches(std::string_view compact) const noexcept
{
    for (const auto& pattern : m_all)
        if (pattern.matches(compact)) return true;
    return false;
}

std::string CodePatterns::text() const
{
    std::string text;
    for (const auto& pattern : m_all) {
        if (!text.empty()) text += ", ";
        text += pattern.text();
    }
    return text;
}

}  // namespace cw::edits
