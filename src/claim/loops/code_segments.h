#pragma once

#include "claim/x12/segment_writer.h"

#include <string_view>

namespace cw::loops {

/// HI segments of one kind: twelve composites in each, so many segments as the guide allows. The last one ends with the object.
/// A code too many is refused (CLAIM-626).
class CodeSegments {
public:
    CodeSegments(x12::SegmentWriter& out, std::string_view qualifier, int maxSegments, int perSegment = 12)
        : m_out(out), m_qualifier(qualifier), m_max(maxSegments * perSegment), m_perSegment(perSegment)
    {}
    CodeSegments(const CodeSegments&) = delete;
    CodeSegments& operator=(const CodeSegments&) = delete;
    ~CodeSegments();

    /// Opens the next composite and writes its qualifier; the caller writes the rest and closes it.
    x12::SegmentWriter& next();

private:
    x12::SegmentWriter& m_out;
    std::string_view m_qualifier;
    int m_count = 0;
    int m_max;
    int m_perSegment;
};

}  // namespace cw::loops
