#include "claim/x12/envelope.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace cw::x12 {

namespace {

constexpr std::int64_t largestControlNumber = 999'999'999;

std::string interchangeId(SegmentWriter& out, std::string_view value, std::string_view element)
{
    std::string id = text::upperAscii(text::trim(value));
    const bool sent = std::all_of(id.begin(), id.end(), [](char c) { return sendable(c) == c; });
    if (id.size() < 2 || id.size() > 15 || !sent)
        out.refuse("CLAIM-007", element, "must be 2 to 15 characters that can be sent");
    return id;
}

bool isControlNumber(std::int64_t number)
{
    return number >= 1 && number <= largestControlNumber;
}

}  // namespace

void writeEnvelopeStart(SegmentWriter& out, const Envelope& envelope)
{
    if (!isControlNumber(envelope.interchangeNumber) || !isControlNumber(envelope.groupNumber))
        out.refuse("CLAIM-008", "ISA13", "control numbers run from 1 to 999999999");
    const auto sender = interchangeId(out, envelope.senderId, "ISA06");
    const auto receiver = interchangeId(out, envelope.receiverId, "ISA08");
    if (out.failure()) return;

    const auto day = envelope.day.compact();
    const auto time = hourAndMinute(envelope.minuteOfDay);
    out.fixed(fmt::format("ISA*00*{0:10}*00*{0:10}*ZZ*{1:<15}*ZZ*{2:<15}*{3}*{4}*^*00501*{5:09}*0*{6}*:", "", sender,
                          receiver, day.substr(2), time, envelope.interchangeNumber, envelope.test ? 'T' : 'P'));
    out.begin("GS").code(envelope.functionalCode).code(sender).code(receiver).code(day).code(time);
    out.code(std::to_string(envelope.groupNumber)).code("X").code(envelope.guide).end();
}

void writeSetStart(SegmentWriter& out, const Envelope& envelope, int setNumber)
{
    out.restartCount();
    out.begin("ST").code(envelope.transaction).code(fmt::format("{:04}", setNumber)).code(envelope.guide).end();
}

void writeSetEnd(SegmentWriter& out, int setNumber)
{
    out.begin("SE").code(std::to_string(out.segmentCount() + 1)).code(fmt::format("{:04}", setNumber)).end();
}

void writeEnvelopeEnd(SegmentWriter& out, const Envelope& envelope, int sets)
{
    out.begin("GE").code(std::to_string(sets)).code(std::to_string(envelope.groupNumber)).end();
    out.begin("IEA").code("1").code(fmt::format("{:09}", envelope.interchangeNumber)).end();
}

std::string hourAndMinute(int minuteOfDay)
{
    assert(minuteOfDay >= 0 && minuteOfDay < 24 * 60);
    return fmt::format("{:02}{:02}", minuteOfDay / 60, minuteOfDay % 60);
}

}  // namespace cw::x12
