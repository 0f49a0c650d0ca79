#include "edits/notes/note_words.h"

#include "base/text.h"
#include "edits/notes/code_mentions.h"

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

bool hasAny(std::string_view lower, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(),
                       [lower](std::string_view word) { return lower.find(word) != std::string_view::npos; });
}

bool hasWord(std::string_view lower, std::string_view word)
{
    for (auto at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || lower[at - 1] < 'a' || lower[at - 1] > 'z';
        if (begins && (end == lower.size() || lower[end] < 'a' || lower[end] > 'z')) return true;
    }
    return false;
}

bool saysConditional(std::string_view lower, NoteKind kind)
{
    if (hasWord(lower, "if") || hasWord(lower, "any") || hasWord(lower, "associated")) return true;
    if (hasAny(lower, {"where applicable", "when specified", "presence of", "for adverse effects"})) return true;
    // One cause among others: "heart failure due to hypertension (I11.0)".
    return kind == NoteKind::codeFirst && hasAny(lower, {"complicating", "due to", " following "});
}

void addPatterns(const std::vector<std::string>& texts, std::vector<CodePattern>& out)
{
    for (const auto& text : texts)
        if (auto pattern = CodePattern::parse(text)) out.push_back(std::move(*pattern));
}

/// Mentions of one parenthesis with what the text behind them says of their later characters.
void addGroup(const std::vector<CodeMention>& group, std::string_view text, const IsCategory& isCategory,
              std::vector<CodePattern>& out)
{
    auto texts = narrowed(group, text.substr(group.back().end), isCategory);
    if (texts.empty())
        for (const auto& mention : group)
            texts.push_back(CodePattern::parse(patternText(mention)) ? patternText(mention) : mention.first);
    addPatterns(texts, out);
}

/// "see categories E08-E10, E13 with ketoacidosis": some codes of the range, told by words.
bool namesByWords(std::string_view lower)
{
    return hasAny(lower, {"see categor"}) && hasWord(lower, "with");
}

}  // namespace

NoteWords readNote(std::string_view text, NoteKind kind, const IsCategory& isCategory)
{
    NoteWords words;
    const auto lower = text::lowerAscii(text);
    words.isConditional = saysConditional(lower, kind);
    words.isOpen = hasAny(lower, {"such as", "e.g."});
    auto mentions = findCodes(text, isCategory);
    words.isHeading =
        text.ends_with(':') || (mentions.empty() && (lower.ends_with("associated") || lower.ends_with("such as")));
    const bool anyInParentheses =
        std::any_of(mentions.begin(), mentions.end(), [](const CodeMention& one) { return one.parenthesis > 0; });
    if (!anyInParentheses && namesByWords(lower)) return words;
    std::vector<CodePattern> codes;
    std::vector<CodePattern> except;
    std::vector<CodeMention> group;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (anyInParentheses && mentions[i].parenthesis == 0) continue;
        if (mentions[i].isExcepted) {
            addPatterns({patternText(mentions[i])}, except);
            continue;
        }
        group.push_back(mentions[i]);
        const bool groupEnds = i + 1 == mentions.size() || mentions[i + 1].parenthesis != mentions[i].parenthesis ||
                               mentions[i + 1].isExcepted;
        if (!groupEnds) continue;
        addGroup(group, text, isCategory, codes);
        group.clear();
    }
    if (lower.find("(chapter 20)") != std::string::npos) addPatterns({"V00-Y99"}, codes);
    words.codes = CodePatterns(std::move(codes));
    words.except = CodePatterns(std::move(except));
    return words;
}

bool beginsStatement(std::string_view text, NoteKind kind)
{
    if (kind != NoteKind::useAdditional) return false;
    const auto lower = text::lowerAscii(text);
    constexpr std::array<std::string_view, 5> beginnings = {"code", "external cause code", "cause code", "for codes",
                                                            "use additional"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&lower](std::string_view beginning) { return lower.starts_with(beginning); });
}

bool isBareHeading(std::string_view text)
{
    auto lower = text::lowerAscii(text);
    if (lower.starts_with("for codes")) return true;
    constexpr std::array<std::string_view, 7> empty = {"code", "codes", "s", "to", "identify", "specify", "for"};
    std::string word;
    lower += ' ';
    for (const char c : lower) {
        if (c >= 'a' && c <= 'z') {
            word += c;
            continue;
        }
        if (!word.empty() && std::find(empty.begin(), empty.end(), word) == empty.end()) return false;
        word.clear();
    }
    return true;
}

}  // namespace cw::edits
