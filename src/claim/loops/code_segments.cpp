#include "claim/loops/code_segments.h"

#include <fmt/format.h>

namespace cw::loops {

CodeSegments::~CodeSegments()
{
    if (m_count > 0) m_out.end();
}

x12::SegmentWriter& CodeSegments::next()
{
    if (m_count > 0 && m_count % m_perSegment == 0) m_out.end();
    if (m_count % m_perSegment == 0) m_out.begin("HI");
    if (++m_count > m_max)
        m_out.refuse("CLAIM-626", "HI", fmt::format("more than {} codes {} cannot be sent", m_max, m_qualifier));
    return m_out.open().code(m_qualifier);
}

}  // namespace cw::loops
