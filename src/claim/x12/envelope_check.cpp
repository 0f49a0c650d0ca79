#include "claim/x12/envelope_check.h"

#include <fmt/format.h>

#include <charconv>

namespace cw::x12 {

namespace {

bool isCount(std::string_view text, std::int64_t expected)
{
    std::int64_t value = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() && value == expected;
}

Error mismatch(std::string_view id, const Segment& segment, std::int64_t counted, std::string_view what)
{
    return Error{
        ErrorKind::invalidInput, id,
        fmt::format("X12 segment {}: {}01 or {}02 is wrong: {} {} were counted, and the control number must be that "
                    "of the start",
                    segment.number(), segment.tag(), segment.tag(), counted, what)};
}

}  // namespace

Status EnvelopeCheck::add(const Segment& segment)
{
    const auto tag = segment.tag();
    if (m_level == Level::set) {
        ++m_segments;
        if (tag == "SE") return endSet(segment);
        if (tag != "ISA" && tag != "GS" && tag != "ST" && tag != "GE" && tag != "IEA") return {};
    } else if (m_level == Level::group && tag == "ST") {
        m_level = Level::set;
        m_setNumber = segment.element(2);
        m_segments = 1;
        ++m_sets;
        return {};
    } else if (m_level == Level::group && tag == "GE") {
        return endGroup(segment);
    } else if (m_level == Level::interchange && tag == "GS") {
        m_level = Level::group;
        m_groupNumber = segment.element(6);
        m_sets = 0;
        ++m_groups;
        return {};
    } else if (m_level == Level::interchange && tag == "IEA") {
        return endInterchange(segment);
    } else if (m_level == Level::interchange && m_groups == 0 && tag == "TA1") {
        return {};
    } else if (m_level == Level::outside && tag == "ISA") {
        m_level = Level::interchange;
        m_interchangeNumber = segment.element(13);
        return {};
    }
    return Error{ErrorKind::invalidInput, "CLAIM-106",
                 fmt::format("X12 segment {}: {} stands outside its envelope", segment.number(), tag)};
}

Status EnvelopeCheck::endSet(const Segment& segment)
{
    m_level = Level::group;
    if (isCount(segment.element(1), m_segments) && segment.element(2) == m_setNumber) return {};
    return mismatch("CLAIM-107", segment, m_segments, "segments");
}

Status EnvelopeCheck::endGroup(const Segment& segment)
{
    m_level = Level::interchange;
    if (isCount(segment.element(1), m_sets) && segment.element(2) == m_groupNumber) return {};
    return mismatch("CLAIM-108", segment, m_sets, "transaction sets");
}

Status EnvelopeCheck::endInterchange(const Segment& segment)
{
    m_level = Level::closed;
    if (isCount(segment.element(1), m_groups) && segment.element(2) == m_interchangeNumber) return {};
    return mismatch("CLAIM-109", segment, m_groups, "groups");
}

}  // namespace cw::x12
