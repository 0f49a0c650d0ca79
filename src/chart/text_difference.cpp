#include "chart/text_difference.h"

#include "chart/shortest_edit.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace cw {

namespace {

using Index = std::int32_t;
using Indices = std::vector<Index>;

struct Word {
    std::size_t begin;  ///< Of the word; the white space after it belongs to it.
    std::size_t end;    ///< Of the word alone.
};

struct Line {
    std::size_t first;  ///< Word.
    std::size_t last;   ///< One past the last word.
};

struct Text {
    std::string_view text;
    std::vector<Word> words;
    std::vector<Line> lines;  ///< Those that have words.
    Indices wordIds;
    Indices lineIds;

    /// The bytes of words [first, last): white space before the first word of all belongs to it.
    TextRange range(std::size_t first, std::size_t last) const
    {
        const auto edge = [this](std::size_t word) {
            return static_cast<std::int64_t>(word == 0 ? 0 : word >= words.size() ? text.size() : words[word].begin);
        };
        return {edge(first), edge(last)};
    }
};

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Text split(std::string_view text)
{
    Text result;
    result.text = text;
    std::size_t lineStart = 0;
    const auto endLine = [&] {
        if (result.words.size() > lineStart) result.lines.push_back({lineStart, result.words.size()});
        lineStart = result.words.size();
    };
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            if (text[at] == '\n') endLine();
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() && !isSpace(text[at])) ++at;
        result.words.push_back({begin, at});
    }
    endLine();
    return result;
}

/// The same number for the same words, and for lines of the same words, on both sides.
void number(Text& left, Text& right)
{
    std::unordered_map<std::string_view, Index> words;
    std::unordered_map<std::u32string, Index> lines;
    for (auto* side : {&left, &right}) {
        for (const auto& word : side->words) {
            const auto text = side->text.substr(word.begin, word.end - word.begin);
            side->wordIds.push_back(words.emplace(text, static_cast<Index>(words.size())).first->second);
        }
        for (const auto& line : side->lines) {
            std::u32string key;
            for (auto word = line.first; word < line.last; ++word) key += static_cast<char32_t>(side->wordIds[word]);
            side->lineIds.push_back(lines.emplace(std::move(key), static_cast<Index>(lines.size())).first->second);
        }
    }
}

/// For each word of the left its word on the right, or -1; found among words [left, leftEnd) and [right, rightEnd).
void matchWords(const Text& left, const Text& right, Line leftPart, Line rightPart, Indices& matches)
{
    if (leftPart.first == leftPart.last || rightPart.first == rightPart.last) return;
    const auto part = [](const Indices& ids, Line words) {
        return Indices(ids.begin() + static_cast<std::ptrdiff_t>(words.first),
                       ids.begin() + static_cast<std::ptrdiff_t>(words.last));
    };
    const auto found = matchSequences(part(left.wordIds, leftPart), part(right.wordIds, rightPart));
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i] >= 0) matches[leftPart.first + i] = found[i] + static_cast<Index>(rightPart.first);
}

/// Whole lines first: they hold a copied note together. What lies between two of them is compared word by word.
Indices matchTexts(const Text& left, const Text& right)
{
    Indices matches(left.words.size(), -1);
    const auto lines = matchSequences(left.lineIds, right.lineIds);
    std::size_t leftDone = 0;
    std::size_t rightDone = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] < 0) continue;
        const auto mine = left.lines[i];
        const auto theirs = right.lines[static_cast<std::size_t>(lines[i])];
        matchWords(left, right, {leftDone, mine.first}, {rightDone, theirs.first}, matches);
        for (std::size_t word = 0; word < mine.last - mine.first; ++word)
            matches[mine.first + word] = static_cast<Index>(theirs.first + word);
        leftDone = mine.last;
        rightDone = theirs.last;
    }
    matchWords(left, right, {leftDone, left.words.size()}, {rightDone, right.words.size()}, matches);
    return matches;
}

/// A run of words, same on both sides or not.
struct Run {
    bool isSame = false;
    std::size_t left = 0;
    std::size_t leftEnd = 0;
    std::size_t right = 0;
    std::size_t rightEnd = 0;
    std::size_t changed() const { return isSame ? 0 : leftEnd - left + rightEnd - right; }
};

std::vector<Run> runsOf(const Indices& matches, std::size_t rightSize)
{
    std::vector<Run> runs;
    std::size_t left = 0;
    std::size_t right = 0;
    while (left < matches.size() || right < rightSize) {
        Run run{false, left, left, right, right};
        while (left < matches.size() && matches[left] == static_cast<Index>(right)) ++left, ++right;
        run.isSame = left > run.left;
        if (!run.isSame) {
            while (left < matches.size() && matches[left] < 0) ++left;
            right = left < matches.size() ? static_cast<std::size_t>(matches[left]) : rightSize;
        }
        run.leftEnd = left;
        run.rightEnd = right;
        runs.push_back(run);
    }
    return runs;
}

/// One or two common words ("of the") amid longer changes are chance, and only make the change hard to read.
std::vector<Run> withoutChance(const std::vector<Run>& runs)
{
    std::vector<Run> kept;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        auto run = runs[i];
        const auto words = run.leftEnd - run.left;
        const bool isAmid = run.isSame && words <= 2 && i > 0 && i + 1 < runs.size();
        if (isAmid && runs[i - 1].changed() >= 4 * words && runs[i + 1].changed() >= 4 * words) run.isSame = false;
        if (!kept.empty() && !kept.back().isSame && !run.isSame) {
            kept.back().leftEnd = run.leftEnd;
            kept.back().rightEnd = run.rightEnd;
        } else {
            kept.push_back(run);
        }
    }
    return kept;
}

std::int64_t wordsIn(std::string_view text)
{
    std::int64_t words = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (!isSpace(text[at]) && (at == 0 || isSpace(text[at - 1]))) ++words;
    return words;
}

}  // namespace

std::vector<DifferencePart> differenceOf(std::string_view left, std::string_view right)
{
    using Kind = DifferencePart::Kind;
    auto mine = split(left);
    auto theirs = split(right);
    std::vector<DifferencePart> parts;
    const TextRange whole{0, static_cast<std::int64_t>(left.size())};
    const TextRange other{0, static_cast<std::int64_t>(right.size())};
    if (mine.words.empty() && theirs.words.empty()) {
        if (!whole.isEmpty() || !other.isEmpty()) parts.push_back({Kind::same, whole, other});
        return parts;
    }
    // White space alone has no word that it could belong to.
    if (mine.words.empty() || theirs.words.empty()) {
        if (!whole.isEmpty()) parts.push_back({Kind::removed, whole, {}});
        if (!other.isEmpty()) parts.push_back({Kind::added, {}, other});
    } else {
        number(mine, theirs);
        for (const auto& run : withoutChance(runsOf(matchTexts(mine, theirs), theirs.words.size()))) {
            const auto from = mine.range(run.left, run.leftEnd);
            const auto to = theirs.range(run.right, run.rightEnd);
            if (run.isSame) {
                parts.push_back({Kind::same, from, to});
                continue;
            }
            if (run.left < run.leftEnd) parts.push_back({Kind::removed, from, {}});
            if (run.right < run.rightEnd) parts.push_back({Kind::added, {}, to});
        }
    }
    return parts;
}

double sharedWords(const std::vector<DifferencePart>& parts, std::string_view right)
{
    const auto all = wordsIn(right);
    if (all == 0) return 0;
    std::int64_t shared = 0;
    for (const auto& part : parts)
        if (part.kind == DifferencePart::Kind::same)
            shared += wordsIn(right.substr(static_cast<std::size_t>(part.right.begin),
                                           static_cast<std::size_t>(part.right.end - part.right.begin)));
    return static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace cw
