#pragma once

#include "import/documents/inline_text.h"
#include "import/documents/rtf_fonts.h"
#include "import/documents/rtf_tokens.h"

#include <string>
#include <vector>

namespace cw {

/// Turns the pieces of RTF into a rendition. Text that the document hides, styles, pictures and objects are left out;
/// a picture leaves a note.
class RtfRenderer {
public:
    static constexpr std::size_t depthLimit = 1'000;

    explicit RtfRenderer(std::string_view bytes) : m_tokens(bytes) {}
    /// False when groups are nested too deeply.
    bool read();
    Rendition finish() &&;

private:
    /// What a group inherits and gives back at its end.
    struct Group {
        bool isSkipped = false;
        bool isFontTable = false;
        bool isBlock = false;  ///< Header, footer, text box: its words are paragraphs of their own.
        bool isBold = false;
        bool isItalic = false;
        bool isHidden = false;
        int unicodeSkip = 1;
        int codePage = 0;
    };

    void close();
    void take(const RtfToken& token);
    void word(const RtfToken& token);
    bool destination(std::string_view name);
    bool format(const RtfToken& token);
    bool structure(const RtfToken& token);
    bool character(const RtfToken& token);
    void symbol(char c);
    void bytes(std::string_view bytes);
    void unicode(std::int32_t value);
    void codePoint(std::uint32_t point);
    void endRun();
    void endParagraph();
    void writeParagraph();
    void endCell();
    void endRow();

    RtfTokens m_tokens;
    RenditionWriter m_writer;
    RtfFonts m_fonts;
    std::vector<Group> m_groups;
    Group m_group;
    std::string m_run;  ///< Bytes in the group's code page.
    InlineText m_inline;
    std::vector<InlineText> m_cells;
    std::uint32_t m_highSurrogate = 0;
    int m_passOver = 0;  ///< Characters that repeat the \u before them.
    int m_documentPage = 1252;
    int m_outline = -1;
    int m_listLevel = 0;
    bool m_isInTable = false;
    bool m_isStarred = false;  ///< "\*" stands before the next word.
    bool m_isDone = false;
    bool m_hasPicture = false;
};

}  // namespace cw
