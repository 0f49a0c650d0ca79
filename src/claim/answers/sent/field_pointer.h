#pragma once

#include "claim/answers/sent/loop_walk.h"

#include <string>
#include <string_view>

namespace cw::answers {

/// What of the encounter stands at a place of the claim.
struct FieldPlace {
    std::string pointer;  ///< Empty: no field of it.
    std::string label;    ///< Of the field, else "NM108".
};

/// What the pointer needs to know beside the place.
struct SegmentAt {
    std::string_view tag;
    std::string_view qualifier;  ///< First element, of HI the qualifier in the composite.
    int element = 0;
    int component = 0;
    int diagnosis = -1;  ///< HI: the how-manieth diagnosis of ABK and ABF, from 0; -1 when it is none of these.
    int line = 0;        ///< 1-based place among the encounter's procedures.
};

FieldPlace fieldPlace(const LoopPlace& place, const SegmentAt& at);

}  // namespace cw::answers
