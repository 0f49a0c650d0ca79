#include "import/documents/html_renderer.h"

#include "chart/rendition_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cw {

namespace {

constexpr std::size_t tableDepthLimit = 200;
constexpr int levelLimit = 100;

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 32> blocks = {
    "p",          "div",     "section",  "article",    "header", "footer", "main",    "aside",
    "nav",        "address", "center",   "blockquote", "dl",     "dt",     "dd",      "ul",
    "ol",         "li",      "fieldset", "form",       "figure", "legend", "details", "summary",
    "figcaption", "body",    "html",     "head",       "hr",     "menu",   "dir",     "noscript"};
/// Their content is no text of the page.
constexpr std::array<std::string_view, 6> skippedElements = {"select", "button", "svg", "math", "datalist", "canvas"};
constexpr std::array<std::string_view, 7> fields = {"input",    "select", "button", "textarea",
                                                    "datalist", "output", "meter"};
constexpr std::array<std::string_view, 9> remote = {"iframe", "frame", "object", "embed", "applet",
                                                    "link",   "audio", "video",  "img"};

bool isHeading(std::string_view name)
{
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

int numberOf(std::string_view text)
{
    int number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::clamp(number, 1, 1'000);
}

}  // namespace

void HtmlRenderer::read()
{
    for (auto token = m_tokens.next(); token.kind != HtmlToken::Kind::end; token = m_tokens.next()) {
        if (token.kind == HtmlToken::Kind::text)
            text(token.text);
        else if (token.kind == HtmlToken::Kind::open)
            open(token);
        else
            close(token);
    }
}

Rendition HtmlRenderer::finish() &&
{
    endBlock();
    while (!m_tables.empty()) endTable();
    writePictures();
    return std::move(m_writer).finish();
}

std::vector<std::string> HtmlRenderer::notes() const
{
    std::vector<std::string> notes;
    if (m_hasScript) notes.emplace_back("scripts of the page were left out and never run");
    if (m_hasRemote) notes.emplace_back("pictures, frames and other linked content of the page were not fetched");
    if (m_hasFields) notes.emplace_back("form fields of the page are not shown");
    return notes;
}

void HtmlRenderer::open(const HtmlToken& token)
{
    const auto& name = token.name;
    if (!m_skipped.empty()) {
        if (name == m_skipped && !token.isSelfClosed) ++m_skippedDepth;
        return;
    }
    m_hasScript = m_hasScript || name == "script";
    m_hasRemote = m_hasRemote || holds(remote, name);
    m_hasFields = m_hasFields || holds(fields, name);
    if (holds(skippedElements, name)) {
        if (token.isSelfClosed) return;
        m_skipped = name;
        m_skippedDepth = 1;
        m_inline.append(" ", false);
        return;
    }
    if (openTablePart(token)) return;
    if (name == "br") return lineBreak();
    if (name == "b" || name == "strong") ++m_bold;
    if (name == "i" || name == "em") ++m_italic;
    if (name == "img") {
        if (auto words = foldedText(htmlAttribute(token.attributes, "alt")); !words.empty())
            m_pictures.push_back(std::move(words));
        return;
    }
    if (holds(blocks, name)) endBlock();
    if (name == "ul" || name == "ol") m_list = std::min(m_list + 1, levelLimit);
    if (name == "li") m_isItem = true;
    if (name == "dt" || name == "dd") m_isTerm = name == "dt";
    if (name == "pre" || name == "listing" || name == "xmp") {
        endBlock();
        ++m_preformatted;
    }
    if (isHeading(name)) {
        endBlock();
        m_heading = name[1] - '0';
    }
}

void HtmlRenderer::close(const HtmlToken& token)
{
    const auto& name = token.name;
    if (!m_skipped.empty()) {
        if (name == m_skipped && --m_skippedDepth == 0) m_skipped.clear();
        return;
    }
    if (closeTablePart(name)) return;
    if (name == "br") return lineBreak();
    if (name == "b" || name == "strong") m_bold = std::max(m_bold - 1, 0);
    if (name == "i" || name == "em") m_italic = std::max(m_italic - 1, 0);
    if (holds(blocks, name)) endBlock();
    if (name == "ul" || name == "ol") m_list = std::max(m_list - 1, 0);
    if (name == "li") m_isItem = false;
    if (name == "dt" || name == "dl") m_isTerm = false;
    if (name == "pre" || name == "listing" || name == "xmp") {
        endBlock();
        m_preformatted = std::max(m_preformatted - 1, 0);
    }
    if (isHeading(name)) {
        endBlock();
        m_heading = 0;
    }
}

bool HtmlRenderer::openTablePart(const HtmlToken& token)
{
    const auto& name = token.name;
    if (name == "table") {
        endBlock();
        beginTable();
    } else if (name == "tr" || name == "thead" || name == "tbody" || name == "tfoot") {
        endBlock();
        if (!m_tables.empty()) m_tables.back().endRow(m_writer);
    } else if (name == "td" || name == "th") {
        beginCell(token);
    } else if (name == "caption") {
        endBlock();
        m_heading = 4;
    } else {
        return false;
    }
    return true;
}

bool HtmlRenderer::closeTablePart(std::string_view name)
{
    if (name == "table") {
        endBlock();
        if (!m_tables.empty()) endTable();
    } else if (name == "tr" || name == "thead" || name == "tbody" || name == "tfoot") {
        endBlock();
        if (!m_tables.empty()) m_tables.back().endRow(m_writer);
    } else if (name == "td" || name == "th") {
        endBlock();
        if (!m_tables.empty()) m_tables.back().endCell();
    } else if (name == "caption") {
        endBlock();
        m_heading = 0;
    } else {
        return false;
    }
    return true;
}

void HtmlRenderer::beginTable()
{
    if (!m_tables.empty()) m_tables.back().turnToLayout(m_writer);
    writePictures();
    // Deeper ones are read as part of the last: nobody lays out a page like that.
    if (m_tables.size() < tableDepthLimit) m_tables.emplace_back();
    m_writer.beginTable();
}

void HtmlRenderer::endTable()
{
    m_tables.back().endRow(m_writer);
    m_tables.pop_back();
    m_writer.beginTable();  // Whatever rows follow belong to another table.
    writePictures();
}

void HtmlRenderer::beginCell(const HtmlToken& token)
{
    endBlock();
    if (m_tables.empty()) return;
    m_tables.back().endCell();
    m_tables.back().beginCell(token.name == "th", numberOf(htmlAttribute(token.attributes, "colspan")),
                              numberOf(htmlAttribute(token.attributes, "rowspan")));
}

void HtmlRenderer::text(std::string_view text)
{
    if (!m_skipped.empty()) return;
    if (m_preformatted > 0)
        m_lines += htmlText(text);
    else
        m_inline.append(htmlText(text), isEmphasised());
}

void HtmlRenderer::lineBreak()
{
    if (m_preformatted > 0)
        m_lines += '\n';
    else if (m_heading > 0)
        m_inline.append(" ", false);
    else
        endBlock();
}

void HtmlRenderer::endBlock()
{
    HtmlPiece piece;
    if (m_preformatted > 0) {
        piece.kind = BlockKind::preformatted;
        piece.lines = std::exchange(m_lines, {});
    } else {
        if (m_heading > 0)
            piece = {BlockKind::heading, m_heading, {}, {}};
        else if (m_isItem)
            piece = {BlockKind::listItem, std::max(m_list, 1), {}, {}};
        piece.words = std::exchange(m_inline, {});
        if (!piece.words.isEmpty()) m_isItem = false;
    }
    if (!piece.isEmpty()) put(std::move(piece));
    if (m_tables.empty()) writePictures();
}

void HtmlRenderer::put(HtmlPiece piece)
{
    if (!m_tables.empty() && m_tables.back().isInCell() && !m_tables.back().isLayout())
        m_tables.back().add(std::move(piece));
    else
        piece.write(m_writer);
}

void HtmlRenderer::writePictures()
{
    for (const auto& words : m_pictures) m_writer.note("Picture, not shown: " + words);
    m_pictures.clear();
}

}  // namespace cw
