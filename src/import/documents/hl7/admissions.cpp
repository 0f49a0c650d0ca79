#include "import/documents/hl7/codes.h"
#include "import/documents/hl7/message_part.h"
#include "import/documents/hl7/people.h"

#include <algorithm>

namespace cw::hl7 {

namespace {

IncomingVisit& visitOf(Incoming& item)
{
    if (!item.visit) item.visit.emplace();
    return *item.visit;
}

/// Three capitals or digits, as types and events are.
bool isCode(std::string_view text)
{
    return text.size() == 3 && std::all_of(text.begin(), text.end(),
                                           [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

}  // namespace

std::string kindName(const Message& message)
{
    if (!isCode(message.type())) return "a message of this type";
    return isCode(message.event()) ? message.type() + " " + message.event() : message.type();
}

Status readAdmission(const MessagePart& part, Incoming& item)
{
    item.kind = IncomingKind::admit;
    item.codes = readCodes(part.segments);
    auto& visit = visitOf(item);
    if (!visit.from) visit.from = readEventTime(part.segments).date;
    return {};
}

Status readUpdate(const MessagePart& part, Incoming& item)
{
    item.kind = IncomingKind::update;
    item.codes = readCodes(part.segments);
    if (part.message.event() != "A03" || (item.visit && item.visit->to)) return {};
    const auto left = readEventTime(part.segments);
    visitOf(item).to = left.date;
    item.visit->dischargedAt = left.minute();
    return {};
}

Status readMerge(const MessagePart& part, Incoming& item)
{
    item.kind = IncomingKind::merge;
    if (const auto* mrg = part.find("MRG")) item.mergedFrom = readMergedFrom(*mrg);
    if (!item.mergedFrom)
        return Error{ErrorKind::invalidInput, "IMPORT-284",
                     part.record + ": " + part.kind() + " names no number that was merged; expected MRG-1"};
    return {};
}

Status readChargePosting(const MessagePart& part, Incoming& item)
{
    item.kind = IncomingKind::charges;
    CodeList codes;
    readCodes(part.segments, codes);
    std::vector<std::string> notes;
    item.charges = readCharges(part.segments, item, codes, notes);
    item.codes = std::move(codes).take();
    for (const auto& note : notes) part.notes.push_back(part.record + ": " + note);
    if (item.charges.empty())
        return Error{ErrorKind::invalidInput, "IMPORT-285",
                     part.record + ": " + part.kind() + " holds no charge; expected a segment FT1 of type CG"};
    return {};
}

std::string entityAuthority(const Field& ei)
{
    // EI.2 and EI.3, or one HD in EI.2, as several systems send it.
    auto name = readAuthority(ei.component(2));
    return name.empty() ? ei.text(3, 1) : name;
}

std::string entityKey(const Field& ei, const std::string& authority)
{
    const auto number = ei.text(1, 1);
    if (number.empty() || authority.empty()) return number;
    return authority + " " + number;
}

std::string versionOf(const std::string& changed, const Message& message)
{
    const auto sent = sortableTimestamp(message.header().text(7));
    const auto since = sortableTimestamp(changed);
    if (since.empty() && sent.empty()) return {};
    return (since.empty() ? sent : since) + "-" + (sent.empty() ? since : sent);
}

}  // namespace cw::hl7
