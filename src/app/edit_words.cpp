#include "app/edit_proof.h"
#include "base/text.h"
#include "chart/rendition_text.h"
#include "chart/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace cw::app {

namespace {

constexpr std::size_t mostToASide = 600;
constexpr std::size_t mostHeading = 60;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isLetter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// "Dr.", "vs." and single letters end no sentence.
bool isAbbreviation(std::string_view before)
{
    std::size_t begin = before.size();
    while (begin > 0 && isLetter(before[begin - 1])) --begin;
    const auto word = text::lowerAscii(before.substr(begin));
    constexpr std::array<std::string_view, 11> known = {"dr", "mr", "mrs",    "ms", "vs", "pt",
                                                        "no", "st", "approx", "hx", "dx"};
    return word.size() == 1 || std::find(known.begin(), known.end(), word) != known.end();
}

/// An item of a list begins with a dash, a bullet or a number.
bool startsItem(std::string_view line)
{
    line = text::trim(line);
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2")) return true;
    std::size_t digits = 0;
    while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0) ++digits;
    return digits > 0 && digits < 3 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
}

std::string_view lineAt(std::string_view all, std::size_t at)
{
    const auto before = at == 0 ? std::string_view::npos : all.rfind('\n', at - 1);
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    return all.substr(begin, std::min(all.find('\n', at), all.size()) - begin);
}

std::string sectionName(std::string_view heading)
{
    heading = text::trim(heading);
    while (!heading.empty() && (heading.back() == ':' || heading.back() == '.')) heading.remove_suffix(1);
    return text::lowerAscii(foldedText(heading));
}

/// A line that stands above others: capitals only, or a colon at its end.
bool isHeadingLine(std::string_view line)
{
    line = text::trim(line);
    if (line.size() < 3 || line.size() > mostHeading) return false;
    if (line.ends_with(':')) return true;
    int letters = 0;
    for (const char c : line) {
        if (std::islower(static_cast<unsigned char>(c)) != 0 || std::isdigit(static_cast<unsigned char>(c)) != 0)
            return false;
        letters += isLetter(c) ? 1 : 0;
    }
    return letters >= 3;
}

/// "Family history" of "Family history: father had ..."; empty when the line begins with no label.
std::string_view labelOf(std::string_view line)
{
    line = text::trim(line);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon < 2 || colon > 40) return {};
    const auto label = line.substr(0, colon);
    const bool isWords =
        std::all_of(label.begin(), label.end(), [](char c) { return isLetter(c) || c == ' ' || c == '/' || c == '-'; });
    return isWords && isLetter(label.front()) ? label : std::string_view();
}

/// Whether a sentence ends behind the character at `at`.
bool endsAt(std::string_view all, std::size_t at)
{
    const char c = all[at];
    if (c == '\n') {
        const auto next = lineAt(all, at + 1);
        const auto own = text::trim(lineAt(all, at));
        return text::trim(next).empty() || own.empty() || startsItem(next) || isHeadingLine(own) ||
               isHeadingLine(next) || !labelOf(next).empty();
    }
    if (c != '.' && c != '?' && c != '!') return false;
    if (at + 1 < all.size() && !isBlank(all[at + 1])) return false;
    return c != '.' || !isAbbreviation(all.substr(0, at));
}

std::string sentenceAround(std::string_view all, std::size_t begin, std::size_t end)
{
    const auto first = begin > mostToASide ? utf8::startOfCharacter(all, begin - mostToASide) : 0;
    auto from = begin;
    while (from > first && !endsAt(all, from - 1)) --from;
    auto last = std::min(all.size(), end + mostToASide);
    if (last < all.size()) last = utf8::startOfCharacter(all, last);
    auto to = std::max(end, begin);
    // The last of the words may be the stop itself.
    if (to == begin || !endsAt(all, to - 1))
        while (to < last && !endsAt(all, to)) ++to;
    if (to < last && all[to] != '\n') ++to;
    return std::string(text::trim(all.substr(from, to - from)));
}

/// Headings as lines of the text, upwards from the place; a label only within the paragraph.
std::string sectionFromLines(std::string_view all, std::size_t begin)
{
    bool isInParagraph = true;
    auto at = begin;
    while (true) {
        const auto line = lineAt(all, at);
        const auto start = static_cast<std::size_t>(line.data() - all.data());
        const bool isOwn = start <= begin && begin <= start + line.size();
        if (text::trim(line).empty()) isInParagraph = false;
        if (!isOwn && isHeadingLine(line)) return sectionName(line);
        const auto label = isInParagraph ? labelOf(line) : std::string_view();
        const bool isBehindLabel = !label.empty() && label.data() + label.size() <= all.data() + begin;
        if (isBehindLabel) return sectionName(label);
        if (start == 0) return {};
        at = start - 1;
    }
}

}  // namespace

WordsInContext wordsInContext(const Rendition& rendition, std::size_t begin, std::size_t end)
{
    const std::string_view all = rendition.text;
    begin = std::min(begin, all.size());
    end = std::clamp(end, begin, all.size());
    WordsInContext found;
    std::size_t from = 0;
    std::size_t to = all.size();
    std::string_view heading;
    std::size_t afterHeading = 0;
    for (const auto& block : rendition.blocks) {
        if (block.range.begin > static_cast<std::int64_t>(begin)) break;
        const auto first = static_cast<std::size_t>(block.range.begin);
        const auto last = std::min(static_cast<std::size_t>(block.range.end), all.size());
        if (block.kind == BlockKind::heading && last <= begin) {
            heading = all.substr(first, last - first);
            afterHeading = last;
        }
        if (begin < last) from = first, to = std::max(last, end);
    }
    found.sentence = sentenceAround(all.substr(from, to - from), begin - from, end - from);
    found.section = sectionFromLines(all.substr(afterHeading), begin - afterHeading);
    if (found.section.empty()) found.section = sectionName(heading);
    return found;
}

}  // namespace cw::app
