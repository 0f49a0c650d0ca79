#include "codeset/tabular.h"

#include <algorithm>
#include <array>
#include <optional>

namespace cw {

namespace {

struct NoteName {
    NoteKind kind;
    std::string_view word;
    std::string_view shown;
};

constexpr std::array<NoteName, 9> noteNames = {{
    {NoteKind::includes, "includes", "Includes"},
    {NoteKind::inclusionTerm, "inclusion-term", "Inclusion term"},
    {NoteKind::excludes1, "excludes1", "Excludes1"},
    {NoteKind::excludes2, "excludes2", "Excludes2"},
    {NoteKind::codeFirst, "code-first", "Code first"},
    {NoteKind::useAdditional, "use-additional", "Use additional code"},
    {NoteKind::codeAlso, "code-also", "Code also"},
    {NoteKind::seventhCharacter, "seventh-character", "Seventh character"},
    {NoteKind::note, "note", "Note"},
}};

const NoteName& nameOf(NoteKind kind) noexcept
{
    const auto found =
        std::find_if(noteNames.begin(), noteNames.end(), [&](const auto& one) { return one.kind == kind; });
    return found == noteNames.end() ? noteNames.back() : *found;
}

bool isCodeCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

bool isWordCharacter(char c)
{
    return isCodeCharacter(c) || (c >= 'a' && c <= 'z') || c == '.';
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    bool goesOn = false;
    for (const char c : text) {
        const bool isWord = isWordCharacter(c);
        if (isWord && !goesOn) words.emplace_back();
        if (isWord) words.back() += c;
        goesOn = isWord;
    }
    return words;
}

/// A single letter or digit that stands for a character of a code.
bool isSingle(const std::string& word)
{
    return word.size() == 1 && isCodeCharacter(word[0]);
}

bool isCodeWord(std::string_view word)
{
    return word.size() >= 3 && word[0] >= 'A' && word[0] <= 'Z' &&
           std::all_of(word.begin(), word.end(), [](char c) { return isCodeCharacter(c) || c == '.'; }) &&
           word.find_first_of("0123456789") != std::string_view::npos;
}

/// "7th characters D and S do not apply to codes in category S06 with 6th character 7 - death due to ..., or 8 - ..."
/// (Tabular List, category S06, 2021 on). `owner` is the code at which the note stands.
std::optional<SeventhRestriction> restrictionIn(std::string_view note, const std::string& owner)
{
    if (note.find("not apply") == std::string_view::npos || !note.starts_with("7th character")) return std::nullopt;
    SeventhRestriction rule;
    const auto words = wordsOf(note);
    std::size_t at = 2;
    for (; at < words.size() && words[at] != "apply"; ++at)
        if (isSingle(words[at])) rule.characters += words[at];
    for (; at < words.size() && words[at] != "with"; ++at)
        if (rule.stem.empty() && isCodeWord(words[at])) rule.stem = words[at];
    rule.stem.erase(std::remove(rule.stem.begin(), rule.stem.end(), '.'), rule.stem.end());
    if (rule.stem.empty()) rule.stem = owner;
    if (rule.characters.empty() || rule.stem.empty()) return std::nullopt;
    if (at + 1 >= words.size()) return rule;
    const auto& ordinal = words[at + 1];  // "6th"
    if (ordinal[0] < '1' || ordinal[0] > '6') return std::nullopt;
    rule.position = static_cast<std::size_t>(ordinal[0] - '0');
    for (at += 2; at < words.size(); ++at)
        if (isSingle(words[at])) rule.values += words[at];
    if (rule.values.empty()) return std::nullopt;
    return rule;
}

}  // namespace

std::string_view toString(NoteKind kind) noexcept
{
    return nameOf(kind).word;
}

std::string_view displayName(NoteKind kind) noexcept
{
    return nameOf(kind).shown;
}

std::string withSeventhCharacter(std::string_view stem, char character)
{
    std::string code(stem);
    if (code.size() < 6) code.resize(6, 'X');
    return code + character;
}

std::vector<SeventhRestriction> seventhRestrictions(const Tabular& tabular)
{
    std::vector<SeventhRestriction> rules;
    for (const auto& node : tabular.nodes)
        for (const auto& note : node.notes)
            if (note.kind == NoteKind::note || note.kind == NoteKind::seventhCharacter)
                if (auto rule = restrictionIn(note.text, node.level == TabularLevel::code ? node.name : ""))
                    rules.push_back(std::move(*rule));
    return rules;
}

bool isRuledOut(std::string_view code, const std::vector<SeventhRestriction>& rules)
{
    return std::any_of(rules.begin(), rules.end(), [&](const SeventhRestriction& rule) {
        return code.starts_with(rule.stem) && rule.characters.find(code.back()) != std::string::npos &&
               (rule.position == 0 || rule.values.find(code[rule.position - 1]) != std::string::npos);
    });
}

std::vector<std::string> expandToCodes(const Tabular& tabular)
{
    const auto& nodes = tabular.nodes;
    const auto rules = seventhRestrictions(tabular);
    std::vector<bool> isParent(nodes.size());
    std::vector<std::int32_t> definedAt(nodes.size(), -1);  // The node whose seventh characters hold here.
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const auto parent = nodes[at].parent;
        if (parent >= 0) isParent[static_cast<std::size_t>(parent)] = true;
        if (!nodes[at].seventhCharacters.empty())
            definedAt[at] = static_cast<std::int32_t>(at);
        else if (parent >= 0)
            definedAt[at] = definedAt[static_cast<std::size_t>(parent)];
    }
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const auto& node = nodes[at];
        if (isParent[at] || node.level != TabularLevel::code) continue;
        if (definedAt[at] < 0 || node.name.size() >= 7) {
            codes.push_back(node.name);
            continue;
        }
        for (const auto& seventh : nodes[static_cast<std::size_t>(definedAt[at])].seventhCharacters) {
            auto code = withSeventhCharacter(node.name, seventh.character);
            if (!isRuledOut(code, rules)) codes.push_back(std::move(code));
        }
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

}  // namespace cw
