#include "edits/notes/code_mentions.h"

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isCodeCharacter(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z');
}

bool isWordCharacter(char c)
{
    return isCodeCharacter(c) || (c >= 'a' && c <= 'z');
}

/// The 7th characters of open fractures (Tabular List, S12, S52, S72 ...).
constexpr std::string_view openFractures = "BCEFHJMNQR";

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = text.find_first_not_of(" ,-", at);
        if (begin == std::string_view::npos) break;
        const auto end = std::min(text.find_first_of(" ,-", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        at = end;
    }
    return words;
}

/// 4 for "4th" and "fourth"; 0 for other words, -1 for "final".
int ordinal(std::string_view word)
{
    constexpr std::array<std::string_view, 4> names = {"fourth", "fifth", "sixth", "seventh"};
    if (word == "final") return -1;
    if (word == "six") return 6;  // Written so at D84.821.
    for (std::size_t i = 0; i < names.size(); ++i)
        if (word == names[i] || (word.size() == 3 && word[0] == static_cast<char>('4' + i) && word.ends_with("th")))
            return static_cast<int>(i) + 4;
    return 0;
}

/// "1-4 or 6" as "12346", "B or C" as "BC"; the text up to the first other word.
std::string characterSet(std::string_view text)
{
    std::string set;
    for (std::size_t used = 0; used < text.size();) {
        const char c = text[used];
        const bool isSingle = isCodeCharacter(c) && (used + 1 == text.size() || !isWordCharacter(text[used + 1]));
        if (isSingle) {
            if (used > 0 && text[used - 1] == '-' && !set.empty())
                for (char between = static_cast<char>(set.back() + 1); between < c; ++between) set += between;
            set += c;
            ++used;
        } else if (text.substr(used, 3) == "or " || text.substr(used, 4) == "and ") {
            used += text[used] == 'o' ? 3 : 4;
        } else if (c == ' ' || c == ',' || c == '-' || c == '.') {
            ++used;
        } else {
            break;
        }
    }
    return set;
}

std::string compactOf(std::string code)
{
    code.erase(std::remove(code.begin(), code.end(), '.'), code.end());
    return code;
}

std::string dotted(std::string compact)
{
    if (compact.size() > 3) compact.insert(3, ".");
    return compact;
}

/// The mention with `tail` behind the category in every category of it: "E08-E13" and "?42" give "E08.?42-E13.?42".
std::string withTail(const CodeMention& mention, const std::string& tail)
{
    const auto first = mention.first.substr(0, 3) + "." + tail;
    return mention.last.empty() ? first : first + "-" + mention.last.substr(0, 3) + "." + tail;
}

/// The mention with one of `set` as its character number `position`.
void addPosition(const CodeMention& mention, int position, const std::string& set, std::vector<std::string>& out)
{
    if (set.empty()) return;
    if (position == 7) {
        out.push_back(patternText(mention) + "@" + set);
        return;
    }
    const auto known = mention.last.empty() ? compactOf(mention.first).substr(3) : std::string();
    if (known.size() + 4 > static_cast<std::size_t>(position)) return;
    for (const char c : set) {
        auto tail = known;
        tail.resize(static_cast<std::size_t>(position) - 4, '?');
        out.push_back(withTail(mention, tail + c));
    }
}

/// "fifth or sixth": the last character that a code has before its 7th, be it the fifth (then X follows) or the sixth.
void addLastOfTwo(const CodeMention& mention, const std::string& set, std::vector<std::string>& out)
{
    const auto known = mention.last.empty() ? compactOf(mention.first).substr(3) : std::string();
    if (known.size() > 1) return addPosition(mention, 6, set, out);
    const auto fourth = known.empty() ? std::string("?") : known;
    for (const char c : set) {
        out.push_back(withTail(mention, fourth + c + "X"));
        out.push_back(withTail(mention, fourth + "?" + c));
    }
}

/// Every category of the mention with these characters: ranges by the categories that exist.
void addSubcode(const CodeMention& mention, const std::string& characters, const IsCategory& isCategory,
                std::vector<std::string>& out)
{
    if (mention.last.empty()) {
        out.push_back(dotted(compactOf(mention.first) + characters));
        return;
    }
    if (const auto known = compactOf(mention.first).size(); known > 3) {  // "B27.0-B27.9 with .9"
        out.push_back(withTail(mention, std::string(known - 3, '?') + characters));
        return;
    }
    std::string category = mention.first.substr(0, 3);
    const std::string last = mention.last.substr(0, 3);
    if (category[0] != last[0] || !isDigit(category[2]) || !isDigit(last[2])) return;
    while (category <= last) {
        if (isCategory(category)) out.push_back(dotted(category + characters));
        if (++category[2] > '9') {
            category[2] = '0';
            ++category[1];
        }
    }
}

/// The number behind: "52" of "51". Of all nines the text that sorts behind them.
std::string next(std::string digits)
{
    for (auto place = digits.rbegin(); place != digits.rend(); ++place) {
        if (*place != '9') {
            ++*place;
            return digits;
        }
        *place = '0';
    }
    return std::string(digits.size(), ':');
}

/// "E08-E13 with .51-.52", "F10-F19, with .15. .25, .95". Returns false when the text does not begin so.
bool readSubcodes(const std::vector<CodeMention>& mentions, std::string_view text, const IsCategory& isCategory,
                  std::vector<std::string>& out)
{
    std::string before;
    for (std::size_t used = 0; used < text.size();) {
        if (text[used] == '.' && used + 1 < text.size() && isDigit(text[used + 1])) {
            const bool goesOnRange = used > 0 && text[used - 1] == '-' && !before.empty();
            std::size_t end = used + 1;
            while (end < text.size() && isDigit(text[end])) ++end;
            const std::string characters(text.substr(used + 1, end - used - 1));
            if (goesOnRange && before.size() <= 3 && before.size() == characters.size())
                for (auto between = next(before); between < characters; between = next(between))
                    for (const auto& mention : mentions) addSubcode(mention, between, isCategory, out);
            for (const auto& mention : mentions) addSubcode(mention, characters, isCategory, out);
            before = characters;
            used = end;
        } else if (text[used] == ' ' || text[used] == ',' || text[used] == '-' || text[used] == '.') {
            ++used;
        } else if (text.substr(used, 3) == "or ") {
            used += 3;
        } else {
            break;
        }
    }
    return !before.empty();
}

/// What "fifth or sixth character 1-4" says before its values.
struct Positions {
    std::vector<int> numbers;  ///< 4 to 7, -1 for "final".
    bool isSpan = false;       ///< "fifth to sixth characters 51"
};

Positions positionsIn(std::string_view text)
{
    constexpr std::size_t longest = 48;
    Positions positions;
    for (const auto word : wordsOf(text.substr(0, longest))) {
        if (const int number = ordinal(word); number != 0)
            positions.numbers.push_back(number);
        else if (word == "to")
            positions.isSpan = true;
        else if (word != "or")
            break;
    }
    return positions;
}

/// "final characters -91": the last ones, behind a fourth of any kind.
void addFinal(const std::vector<CodeMention>& mentions, std::string_view values, std::vector<std::string>& out)
{
    const auto begin = std::min(values.find_first_not_of(" -"), values.size());
    const auto size = std::min(values.find_first_of(" ,)", begin), values.size()) - begin;
    for (const auto& mention : mentions)
        out.push_back(withTail(mention, "?" + std::string(values.substr(begin, size))));
}

/// "B27.0-B27.9 with 1": the next character.
void addNext(const std::vector<CodeMention>& mentions, std::string_view text, std::vector<std::string>& out)
{
    const auto set = characterSet(text);
    if (set.empty() || !std::all_of(set.begin(), set.end(), isDigit)) return;
    for (const auto& mention : mentions)
        addPosition(mention, static_cast<int>(compactOf(mention.first).size()) + 1, set, out);
}

}  // namespace

std::vector<std::string> narrowed(const std::vector<CodeMention>& mentions, std::string_view text,
                                  const IsCategory& isCategory)
{
    std::vector<std::string> patterns;
    const auto start = std::min(text.find_first_not_of(" ,)"), text.size());
    constexpr std::string_view with = "with ";
    if (!text.substr(start).starts_with(with)) return patterns;
    const auto rest = text.substr(start + with.size());
    if (rest.starts_with("open fracture 7th character")) {
        for (const auto& mention : mentions)
            patterns.push_back(patternText(mention) + "@" + std::string(openFractures));
        return patterns;
    }
    if (readSubcodes(mentions, rest, isCategory, patterns)) return patterns;
    const auto positions = positionsIn(rest);
    if (positions.numbers.empty()) {
        const bool isInside = text.substr(0, start).find(')') == std::string_view::npos;
        if (isInside) addNext(mentions, rest, patterns);
        return patterns;
    }
    const auto word = rest.find("character");
    if (word == std::string_view::npos) return patterns;
    const auto values = rest.substr(std::min(rest.find(' ', word), rest.size()));
    if (positions.numbers.front() < 0 || positions.isSpan) {
        addFinal(mentions, values, patterns);
        return patterns;
    }
    const auto set = characterSet(values);
    for (const auto& mention : mentions) {
        if (positions.numbers.size() > 1)
            addLastOfTwo(mention, set, patterns);
        else
            addPosition(mention, positions.numbers.front(), set, patterns);
    }
    return patterns;
}

}  // namespace cw::edits
