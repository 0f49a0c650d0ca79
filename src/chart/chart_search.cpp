#include "chart/chart_search.h"

#include "chart/fold_characters.h"
#include "chart/utf8.h"

#include <algorithm>

namespace cw {

namespace {

constexpr std::size_t around = 45;  ///< Bytes of a snippet on either side of the hit.

/// Writes folded text and where each of its bytes came from.
class Folder {
public:
    Folder(std::string_view text, std::vector<std::uint32_t>* origin) : m_text(text), m_origin(origin)
    {
        m_folded.reserve(text.size());
        if (m_origin != nullptr) m_origin->reserve(text.size());
    }
    std::string run() &&
    {
        for (std::size_t at = 0; at < m_text.size();) at = take(at);
        return std::move(m_folded);
    }

private:
    std::size_t take(std::size_t at)
    {
        const auto character = utf8::characterAt(m_text, at);
        if (fold::isSpace(character.code)) return takeSpace(at);
        const auto next = at + character.size;
        if (fold::isDropped(character.code)) return next;
        const bool isBroken = character.code == utf8::broken && character.size == 1;
        const auto code = fold::simple(character.code);
        if (code == U'-' && isLetter(m_last)) return takeHyphen(at, next);
        if (isBroken)
            put(m_text.substr(at, 1), at);
        else if (const auto spelled = fold::spelledOut(character.code); !spelled.empty())
            put(spelled, at);
        else
            put(code, at);
        m_last = code;
        return next;
    }

    std::size_t takeSpace(std::size_t at)
    {
        const auto begin = at;
        while (at < m_text.size()) {
            const auto character = utf8::characterAt(m_text, at);
            if (!fold::isSpace(character.code)) break;
            at += character.size;
        }
        put(U' ', begin);
        m_last = U' ';
        return at;
    }

    /// A hyphen that follows a letter or digit. Between letters it does not count, at the end of a line neither the line
    /// end; numbers keep theirs ("2025-03", "COVID-19").
    std::size_t takeHyphen(std::size_t at, std::size_t next)
    {
        auto after = next;
        bool isLineEnd = false;
        while (after < m_text.size()) {
            const auto character = utf8::characterAt(m_text, after);
            if (!fold::isSpace(character.code)) break;
            isLineEnd = isLineEnd || fold::isLineEnd(character.code);
            after += character.size;
        }
        if (after == m_text.size() || (after != next && !isLineEnd)) after = next;
        const auto follower = after < m_text.size() ? utf8::characterAt(m_text, after).code : U' ';
        if (fold::isLetter(m_last) && fold::isLetter(follower)) return after;
        put(U'-', at);
        m_last = U'-';
        return isLetter(follower) ? after : next;
    }

    static bool isLetter(char32_t c) { return fold::isLetter(c) || fold::isDigit(c); }

    void put(std::string_view bytes, std::size_t at)
    {
        m_folded += bytes;
        if (m_origin != nullptr) m_origin->insert(m_origin->end(), bytes.size(), static_cast<std::uint32_t>(at));
    }
    void put(char32_t code, std::size_t at)
    {
        if (code < 0x80) {
            m_folded += static_cast<char>(code);
            if (m_origin != nullptr) m_origin->push_back(static_cast<std::uint32_t>(at));
            return;
        }
        std::string bytes;
        utf8::append(bytes, code);
        put(bytes, at);
    }

    std::string_view m_text;
    std::vector<std::uint32_t>* m_origin;
    std::string m_folded;
    char32_t m_last = U' ';
};

/// The query folded, without what a person has not typed to its end: spaces around, a hyphen after a letter.
std::string foldedQuery(std::string_view query)
{
    auto folded = foldForSearch(query, nullptr);
    while (folded.starts_with(' ')) folded.erase(0, 1);
    while (folded.ends_with(' ')) folded.pop_back();
    if (folded.size() > 1 && folded.ends_with('-') && folded[folded.size() - 2] >= 'a' &&
        folded[folded.size() - 2] <= 'z')
        folded.pop_back();
    for (std::size_t at = 0; at < folded.size();) {
        const auto character = utf8::characterAt(folded, at);
        if (fold::isLetter(character.code) || fold::isDigit(character.code)) return folded;
        at += character.size;
    }
    return {};
}

/// One past the character at `at` and the accents that follow it.
std::size_t endOfCharacter(std::string_view text, std::size_t at)
{
    at += utf8::characterAt(text, at).size;
    while (at < text.size()) {
        const auto next = utf8::characterAt(text, at);
        if (next.code < 0x0300 || next.code > 0x036F) break;
        at += next.size;
    }
    return at;
}

void appendFolded(std::string& out, std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = utf8::characterAt(text, at);
        const bool isBlank = fold::isSpace(character.code) || character.code < 0x20;
        if (!isBlank)
            utf8::append(out, character.code);
        else if (!out.empty() && !out.ends_with(' '))
            out += ' ';
        at += character.size;
    }
}

bool isBlank(char c)
{
    return static_cast<unsigned char>(c) <= 0x20;
}

std::size_t startOfSnippet(std::string_view text, std::size_t begin)
{
    if (begin <= around) return 0;
    const auto earliest = begin - around;
    // At a word's beginning, unless the word is longer than that.
    for (auto at = earliest; at < begin; ++at)
        if (isBlank(text[at])) return at + 1;
    return utf8::startOfCharacter(text, earliest);
}

std::size_t endOfSnippet(std::string_view text, std::size_t end)
{
    if (end + around >= text.size()) return text.size();
    for (auto at = end + around; at > end; --at)
        if (isBlank(text[at])) return at;
    return std::max(end, utf8::startOfCharacter(text, end + around));
}

void addSnippet(ChartHit& hit, std::string_view text)
{
    constexpr std::string_view more = "\xE2\x80\xA6";
    const auto begin = static_cast<std::size_t>(hit.begin);
    const auto end = static_cast<std::size_t>(hit.end);
    const auto from = startOfSnippet(text, begin);
    const auto to = endOfSnippet(text, end);
    if (from > 0) hit.snippet += more;
    appendFolded(hit.snippet, text.substr(from, begin - from));
    hit.markBegin = static_cast<int>(hit.snippet.size());
    appendFolded(hit.snippet, text.substr(begin, end - begin));
    hit.markEnd = static_cast<int>(hit.snippet.size());
    appendFolded(hit.snippet, text.substr(end, to - end));
    while (hit.snippet.ends_with(' ')) hit.snippet.pop_back();
    if (to < text.size()) hit.snippet += more;
}

}  // namespace

std::string foldForSearch(std::string_view text, std::vector<std::uint32_t>* origin)
{
    if (origin != nullptr) origin->clear();
    return Folder(text, origin).run();
}

ChartIndex::ChartIndex(std::vector<ChartText> texts)
{
    m_pages.reserve(texts.size());
    for (auto& text : texts) {
        Page page;
        page.folded = foldForSearch(text.text, &page.origin);
        page.source = std::move(text);
        m_pages.push_back(std::move(page));
    }
}

std::vector<ChartHit> ChartIndex::find(std::string_view query, std::size_t limit, std::stop_token stop) const
{
    std::vector<ChartHit> hits;
    const auto wanted = foldedQuery(query);
    if (wanted.empty()) return hits;
    for (const auto& page : m_pages) {
        for (auto at = page.folded.find(wanted); at != std::string::npos; at = page.folded.find(wanted, at)) {
            if (stop.stop_requested() || hits.size() >= limit) return hits;
            ChartHit hit;
            hit.version = page.source.version;
            hit.page = page.source.page;
            hit.isRecognised = page.source.isRecognised;
            hit.begin = page.origin[at];
            at += wanted.size();
            hit.end = static_cast<std::int64_t>(endOfCharacter(page.source.text, page.origin[at - 1]));
            addSnippet(hit, page.source.text);
            hits.push_back(std::move(hit));
        }
        if (stop.stop_requested()) break;
    }
    return hits;
}

}  // namespace cw
