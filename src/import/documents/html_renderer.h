#pragma once

#include "import/documents/html_table.h"
#include "import/documents/html_tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Turns HTML into a rendition: headings, paragraphs, lists, tables, preformatted text, emphasis. Scripts, styles, frames,
/// form fields and everything that would have to be fetched are left out; a picture leaves a note with its text.
class HtmlRenderer {
public:
    explicit HtmlRenderer(std::string_view utf8) : m_tokens(utf8) {}
    void read();
    Rendition finish() &&;
    std::vector<std::string> notes() const;

private:
    void open(const HtmlToken& token);
    void close(const HtmlToken& token);
    bool openTablePart(const HtmlToken& token);
    bool closeTablePart(std::string_view name);
    void beginTable();
    void endTable();
    void beginCell(const HtmlToken& token);
    void text(std::string_view text);
    void lineBreak();
    void endBlock();
    void put(HtmlPiece piece);
    void writePictures();
    bool isEmphasised() const noexcept { return m_bold > 0 || m_italic > 0 || m_isTerm; }

    HtmlTokens m_tokens;
    RenditionWriter m_writer;
    InlineText m_inline;
    std::string m_lines;
    std::vector<HtmlTable> m_tables;
    std::vector<std::string> m_pictures;  ///< Texts of pictures that wait for the end of the block.
    std::string m_skipped;                ///< Element whose content is passed over, how deep in it we are.
    int m_skippedDepth = 0;
    int m_bold = 0;
    int m_italic = 0;
    int m_heading = 0;
    int m_list = 0;
    int m_preformatted = 0;
    bool m_isItem = false;  ///< The next block is a list item.
    bool m_isTerm = false;  ///< In a <dt>.
    bool m_hasScript = false;
    bool m_hasRemote = false;
    bool m_hasFields = false;
};

}  // namespace cw
