#pragma once

#include "base/result.h"
#include "claim/x12/reader.h"

#include <cstdint>
#include <string_view>

namespace cw::x12 {

/// Follows the segments of one interchange and checks that its envelopes nest, count and agree.
class EnvelopeCheck {
public:
    /// Fails with CLAIM-106 to -109 (see readInterchanges).
    Status add(const Segment& segment);
    bool isClosed() const noexcept { return m_level == Level::closed; }

private:
    enum class Level { outside, interchange, group, set, closed };

    Status endSet(const Segment& segment);
    Status endGroup(const Segment& segment);
    Status endInterchange(const Segment& segment);

    Level m_level = Level::outside;
    std::string_view m_interchangeNumber;
    std::string_view m_groupNumber;
    std::string_view m_setNumber;
    std::int64_t m_groups = 0;
    std::int64_t m_sets = 0;
    std::int64_t m_segments = 0;
};

}  // namespace cw::x12
