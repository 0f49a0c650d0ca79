#include "import/documents/rtf_renderer.h"

#include "base/text.h"
#include "import/documents/render.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 15> skipped = {
    "colortbl", "stylesheet", "info",       "pict",      "object", "fldinst", "filetbl",  "nonesttables",
    "sp",       "shprslt",    "nonshppict", "listtable", "revtbl", "rsidtbl", "themedata"};
constexpr std::array<std::string_view, 10> blocks = {"header",  "headerl", "headerr", "headerf", "footer",
                                                     "footerl", "footerr", "footerf", "shptxt",  "footnote"};

struct Character {
    std::string_view name;
    std::uint32_t point;
};
constexpr std::array<Character, 13> characters = {{{"emdash", 0x2014},
                                                   {"endash", 0x2013},
                                                   {"bullet", 0x2022},
                                                   {"lquote", 0x2018},
                                                   {"rquote", 0x2019},
                                                   {"ldblquote", 0x201C},
                                                   {"rdblquote", 0x201D},
                                                   {"emspace", ' '},
                                                   {"enspace", ' '},
                                                   {"qmspace", ' '},
                                                   {"tab", '\t'},
                                                   {"zwj", 0x200D},
                                                   {"zwnj", 0x200C}}};

}  // namespace

bool RtfRenderer::read()
{
    while (!m_isDone) {
        const auto token = m_tokens.next();
        if (token.kind == RtfToken::Kind::end) break;
        if (token.kind == RtfToken::Kind::open) {
            endRun();
            m_groups.push_back(m_group);
            m_group.isBlock = false;
            if (m_groups.size() > depthLimit) return false;
            m_passOver = 0;
        } else if (token.kind == RtfToken::Kind::close) {
            close();
        } else {
            take(token);
        }
    }
    return true;
}

Rendition RtfRenderer::finish() &&
{
    endRun();
    if (!m_cells.empty()) endRow();
    writeParagraph();
    if (!m_isDone) m_writer.note("The RTF is cut off here: not all of its groups are closed.");
    if (m_hasPicture) m_writer.note("Pictures and embedded objects of the document are not shown.");
    return std::move(m_writer).finish();
}

void RtfRenderer::close()
{
    endRun();
    if (m_group.isBlock) endParagraph();
    m_passOver = 0;
    m_isStarred = false;
    if (!m_groups.empty()) {
        m_group = m_groups.back();
        m_groups.pop_back();
    }
    m_isDone = m_groups.empty();
}

void RtfRenderer::take(const RtfToken& token)
{
    switch (token.kind) {
    case RtfToken::Kind::text: bytes(token.text); break;
    case RtfToken::Kind::byte: {
        const char byte = static_cast<char>(token.number);
        bytes({&byte, 1});
        break;
    }
    case RtfToken::Kind::symbol: symbol(token.text.front()); break;
    default: word(token); break;
    }
}

void RtfRenderer::word(const RtfToken& token)
{
    if (token.text == "bin") return m_tokens.skip(token.number);
    if (m_group.isSkipped) return;
    if (m_group.isFontTable) {
        if (token.text == "f") m_fonts.begin(token.number);
        if (token.text == "fcharset") m_fonts.charset(token.number);
        return;
    }
    const bool isStarred = std::exchange(m_isStarred, false);
    if (destination(token.text)) return;
    if (token.text == "u") return unicode(token.number);
    if (character(token) || structure(token) || format(token)) return;
    // "\*" says: pass over the group when you do not know the word.
    if (isStarred && token.text != "shpinst") m_group.isSkipped = true;
}

bool RtfRenderer::destination(std::string_view name)
{
    if (name == "fonttbl") {
        m_group.isFontTable = true;
    } else if (holds(skipped, name)) {
        m_hasPicture = m_hasPicture || name == "pict" || name == "object";
        m_group.isSkipped = true;
    } else if (holds(blocks, name)) {
        endRun();
        endParagraph();
        m_group.isBlock = true;
    } else {
        return false;
    }
    return true;
}

bool RtfRenderer::format(const RtfToken& token)
{
    const bool isOn = !token.hasNumber || token.number != 0;
    const auto name = token.text;
    if (name == "uc") return m_group.unicodeSkip = std::clamp(token.number, 0, 16), true;
    endRun();
    if (name == "b") return m_group.isBold = isOn, true;
    if (name == "i") return m_group.isItalic = isOn, true;
    if (name == "v" || name == "deleted") return m_group.isHidden = isOn, true;
    if (name == "f") return m_group.codePage = m_fonts.codePage(token.number), true;
    if (name == "plain") return m_group.isBold = m_group.isItalic = m_group.isHidden = false, true;
    if (name == "ansicpg" && token.number > 0) return m_documentPage = token.number, true;
    if (name == "mac") return m_documentPage = 10000, true;
    if (name == "pc") return m_documentPage = 437, true;
    if (name == "pca") return m_documentPage = 850, true;
    return false;
}

bool RtfRenderer::structure(const RtfToken& token)
{
    const auto name = token.text;
    if (name == "par" || name == "line" || name == "sect" || name == "page") {
        endRun();
        endParagraph();
    } else if (name == "cell" || name == "nestcell") {
        endRun();
        endCell();
    } else if (name == "row" || name == "nestrow") {
        endRun();
        endRow();
    } else if (name == "pard") {
        m_outline = -1;
        m_listLevel = 0;
        m_isInTable = false;
    } else if (name == "intbl") {
        m_isInTable = true;
    } else if (name == "outlinelevel") {
        m_outline = std::clamp(token.number, 0, 8);
    } else if (name == "ilvl") {
        m_listLevel = std::clamp(token.number, 0, 8);
    } else {
        return false;
    }
    return true;
}

bool RtfRenderer::character(const RtfToken& token)
{
    const auto found = std::find_if(characters.begin(), characters.end(),
                                    [&token](const Character& known) { return known.name == token.text; });
    if (found == characters.end()) return false;
    if (m_passOver > 0)
        --m_passOver;
    else
        codePoint(found->point);
    return true;
}

void RtfRenderer::symbol(char c)
{
    if (m_group.isSkipped || m_group.isFontTable) return;
    switch (c) {
    case '*': m_isStarred = true; break;
    case '\\':
    case '{':
    case '}': bytes({&c, 1}); break;
    case '~': codePoint(' '); break;
    case '_': codePoint('-'); break;
    case '\r':
    case '\n':
        endRun();
        endParagraph();
        break;
    default: break;  // Optional hyphen, index marks: nothing to read.
    }
}

void RtfRenderer::bytes(std::string_view bytes)
{
    if (m_group.isSkipped || m_group.isFontTable || m_group.isHidden) return;
    const auto passed = std::min(static_cast<std::size_t>(m_passOver), bytes.size());
    m_passOver -= static_cast<int>(passed);
    m_run += bytes.substr(passed);
}

void RtfRenderer::unicode(std::int32_t value)
{
    // Negative for code points above 32,767; pairs of surrogates come as two.
    const auto unit = static_cast<std::uint32_t>(value) & 0xFFFFU;
    m_passOver = 0;
    if ((unit & 0xFC00U) == 0xD800) {
        m_highSurrogate = unit;
    } else if ((unit & 0xFC00U) == 0xDC00 && m_highSurrogate != 0) {
        codePoint(0x10000 + ((m_highSurrogate & 0x3FFU) << 10U) + (unit & 0x3FFU));
        m_highSurrogate = 0;
    } else {
        codePoint(unit);
    }
    m_passOver = m_group.unicodeSkip;
}

void RtfRenderer::codePoint(std::uint32_t point)
{
    if (m_group.isSkipped || m_group.isFontTable || m_group.isHidden) return;
    endRun();
    std::string text;
    appendCodePoint(text, point);
    m_inline.append(text, m_group.isBold || m_group.isItalic);
}

}  // namespace cw
