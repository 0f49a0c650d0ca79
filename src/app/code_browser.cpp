#include "app/code_browser.h"

#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

constexpr int allTerms = 100'000;

/// Letters and digits in lower case: how the books sort and how people type.
std::string lettersOf(std::string_view text)
{
    std::string letters;
    for (const char c : text::lowerAscii(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0)
            letters += c;
    return letters;
}

bool isCodeCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// The end of the ICD-10-CM code that begins at `at`, or `at`: a letter, a digit, a character, perhaps a dot and up to four
/// more.
std::size_t endOfCode(std::string_view text, std::size_t at)
{
    const auto is = [&](std::size_t i, bool (*test)(char)) { return i < text.size() && test(text[i]); };
    const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (!is(at, isLetter) || !is(at + 1, isDigit) || !is(at + 2, isCodeCharacter)) return at;
    std::size_t end = at + 3;
    if (end < text.size() && text[end] == '.') {
        std::size_t more = end + 1;
        while (more < end + 5 && is(more, isCodeCharacter)) ++more;
        if (more > end + 1 || is(more, [](char c) { return c == '-'; })) end = more;
    }
    return is(end, isCodeCharacter) ? at : end;
}

}  // namespace

Result<std::vector<IndexEntry>> CodeBrowser::findTerms(ListKind index, std::string_view word, int limit) const
{
    CW_TRY(auto terms, m_tables.indexTerms(index, 0, word, limit));
    const auto wanted = lettersOf(word);
    std::erase_if(terms,
                  [&wanted](const IndexEntry& entry) { return !lettersOf(entry.term.title).starts_with(wanted); });
    return terms;
}

Result<IndexPage> CodeBrowser::openTerm(const IndexEntry& term) const
{
    IndexPage page;
    CW_TRY(page.path, m_tables.indexPath(term.id));
    CW_TRY(page.terms, m_tables.indexTerms(term.kind, term.id, {}, allTerms));
    if (!term.term.see.empty()) {
        CW_TRY(page.seeTarget, m_tables.followSee(term.kind, term.term.see));
    }
    if (!term.term.seeAlso.empty()) {
        CW_TRY(page.seeAlsoTarget, m_tables.followSee(term.kind, term.term.seeAlso));
    }
    return page;
}

std::vector<CodeInText> codesIn(std::string_view text)
{
    std::vector<CodeInText> found;
    int depth = 0;  // Codes stand in brackets; "vitamin B12" does not.
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '(' || text[at] == '[') ++depth;
        if (text[at] == ')' || text[at] == ']') --depth;
        if (depth <= 0 || (at > 0 && (isCodeCharacter(text[at - 1]) || text[at - 1] == '.'))) continue;
        const auto end = endOfCode(text, at);
        if (end == at) continue;
        CodeInText code{at, end, std::string(text.substr(at, end - at))};
        std::erase(code.code, '.');
        found.push_back(std::move(code));
        at = end - 1;
    }
    return found;
}

}  // namespace cw::app
