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
    const bool sent = std::all_of(id.begin(), id.end(), [&out](char c) { return out.signs().sent(c) == c; });
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
    if (!areUsable(out.style().delimiters))
        out.refuse("CLAIM-009", "ISA", "delimiters must be four different signs other than - and .");
    const auto or_ = [](std::string_view value, std::string_view other) {
        return text::trim(value).empty() ? other : value;
    };
    const auto sender = interchangeId(out, envelope.senderId, "ISA06");
    const auto receiver = interchangeId(out, envelope.receiverId, "ISA08");
    const auto from = interchangeId(out, or_(envelope.applicationSender, sender), "GS02");
    const auto to = interchangeId(out, or_(envelope.applicationReceiver, receiver), "GS03");
    if (envelope.senderQualifier.size() != 2 || envelope.receiverQualifier.size() != 2)
        out.refuse("CLAIM-600", "ISA05", "id qualifiers have two characters");
    if (out.failure()) return;

    const auto day = envelope.day.compact();
    const auto time = hourAndMinute(envelope.minuteOfDay);
    const auto& signs = out.style().delimiters;
    const std::string nothing(10, ' ');
    const auto isa = text::join(
        {"ISA", "00", nothing, "00", nothing, std::string(envelope.senderQualifier), fmt::format("{:<15}", sender),
         std::string(envelope.receiverQualifier), fmt::format("{:<15}", receiver), day.substr(2), time,
         std::string(1, signs.repetition), "00501", fmt::format("{:09}", envelope.interchangeNumber),
         envelope.wantsTa1 ? "1" : "0", envelope.test ? "T" : "P", std::string(1, signs.component)},
        std::string_view(&signs.element, 1));
    out.fixed(isa);
    out.begin("GS").code(envelope.functionalCode).code(from).code(to).day(envelope.day).time(envelope.minuteOfDay);
    out.number(envelope.groupNumber).code("X").code(envelope.guide).end();
}

void writeSetStart(SegmentWriter& out, const Envelope& envelope, int setNumber)
{
    out.restartCount();
    out.begin("ST").code(envelope.transaction).code(fmt::format("{:04}", setNumber)).code(envelope.guide).end();
}

void writeSetEnd(SegmentWriter& out, int setNumber)
{
    out.begin("SE").number(out.segmentCount() + 1).code(fmt::format("{:04}", setNumber)).end();
}

void writeEnvelopeEnd(SegmentWriter& out, const Envelope& envelope, int sets)
{
    out.begin("GE").number(sets).number(envelope.groupNumber).end();
    out.begin("IEA").code("1").code(fmt::format("{:09}", envelope.interchangeNumber)).end();
}

std::string hourAndMinute(int minuteOfDay)
{
    assert(minuteOfDay >= 0 && minuteOfDay < 24 * 60);
    return fmt::format("{:02}{:02}", minuteOfDay / 60, minuteOfDay % 60);
}

}  // namespace cw::x12
