#include "base/text.h"
#include "import/documents/render.h"
#include "import/documents/rtf_renderer.h"

#include <algorithm>
#include <array>

namespace cw {

void RtfRenderer::endRun()
{
    if (m_run.empty()) return;
    const int page = m_group.codePage != 0 ? m_group.codePage : m_documentPage;
    const bool isEmphasised = m_group.isBold || m_group.isItalic;
    if (text::isAscii(m_run))
        m_inline.append(m_run, isEmphasised);
    else
        m_inline.append(decodeCodePage(m_run, page).value_or(text::fromCp1252(m_run)), isEmphasised);
    m_run.clear();
}

void RtfRenderer::endParagraph()
{
    if (m_isInTable) {
        m_inline.append(" ", false);
        return;
    }
    if (!m_cells.empty()) endRow();
    writeParagraph();
}

void RtfRenderer::writeParagraph()
{
    if (m_inline.isEmpty()) return m_inline.clear();
    constexpr std::size_t headingLimit = 60;
    constexpr std::array<std::string_view, 4> bullets = {"\xE2\x80\xA2 ", "\xC2\xB7 ", "\xEF\x82\xB7 ",
                                                         "\xE2\x96\xAA "};
    const auto bullet = std::find_if(bullets.begin(), bullets.end(),
                                     [this](std::string_view mark) { return m_inline.text().starts_with(mark); });
    if (m_outline >= 0) {
        m_writer.heading(m_outline + 1, m_inline.text());
    } else if (bullet != bullets.end()) {
        m_inline.dropFront(bullet->size());
        m_writer.listItem(m_listLevel + 1, m_inline.text());
    } else if (m_inline.isAllEmphasised() && m_inline.text().size() <= headingLimit) {
        m_writer.heading(2, m_inline.text());
    } else {
        m_writer.paragraph(m_inline.text());
    }
    m_inline.emphasiseIn(m_writer, m_writer.lastRange());
    m_inline.clear();
}

void RtfRenderer::endCell()
{
    m_cells.push_back(std::exchange(m_inline, {}));
}

void RtfRenderer::endRow()
{
    if (!m_inline.isEmpty()) endCell();
    m_inline.clear();
    std::vector<RenditionWriter::Cell> row;
    for (const auto& cell : m_cells) row.push_back({cell.text(), false, 1});
    m_writer.row(row);
    for (std::size_t i = 0; i < m_cells.size(); ++i) m_cells[i].emphasiseIn(m_writer, m_writer.lastCell(i));
    m_cells.clear();
}

}  // namespace cw
