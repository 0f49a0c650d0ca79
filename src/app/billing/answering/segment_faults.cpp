#include "app/billing/answering/segment_faults.h"

#include "app/billing/answering/code_pointers.h"
#include "base/text.h"
#include "claim/answers/plain_words.h"

#include <algorithm>

namespace cw::app::answering {

namespace {

using answers::SegmentFault;

/// A set with more faults is broken as a whole.
constexpr std::size_t mostFaults = 300;

std::string codeOf(const SegmentFault& fault, const SegmentFault::Element* element)
{
    if (element == nullptr || element->element == 0)
        return fault.segment + ":" + (element == nullptr ? fault.code : element->code);
    const auto number = std::to_string(element->element);
    return fault.segment + (number.size() < 2 ? "0" : "") + number + ":" + element->code;
}

std::string claimInContext(const SegmentFault& fault)
{
    constexpr std::string_view mark = "CLM01:";
    for (const auto& context : fault.contexts)
        if (context.starts_with(mark)) return context.substr(mark.size());
    return {};
}

std::string placeWords(const answers::SentPlace& at, const SegmentFault& fault)
{
    const auto where = at.label.empty() ? "segment " + fault.segment : at.label;
    const auto line = at.line > 0 ? " of line " + std::to_string(at.line) : "";
    return where + line + (at.loop.empty() ? "" : " (loop " + at.loop + ")");
}

/// One entry for each element that is named, or for the segment as a whole.
std::vector<SegmentFault> apart(const std::vector<SegmentFault>& faults)
{
    std::vector<SegmentFault> all;
    for (const auto& fault : faults) {
        auto one = fault;
        one.elements.clear();
        if (fault.elements.empty()) all.push_back(one);
        for (const auto& element : fault.elements) {
            one.elements = {element};
            all.push_back(one);
        }
        if (all.size() >= mostFaults) break;
    }
    return all;
}

PlacedFault placed(const SegmentFault& fault, std::optional<answers::SentPlace> at)
{
    PlacedFault result;
    const auto* element = fault.elements.empty() ? nullptr : &fault.elements.front();
    if (at) result.at = std::move(*at);
    if (result.at.claimNumber.empty()) result.at.claimNumber = claimInContext(fault);
    result.code.kind = "segment";
    result.code.code = codeOf(fault, element);
    result.code.line = result.at.line;
    result.code.pointer = result.at.pointer;
    result.code.sentence =
        placeWords(result.at, fault) + ": " +
        (element == nullptr ? answers::wordsOfSegmentFault(fault.code) : answers::wordsOfElementFault(element->code));
    return result;
}

/// A file of ours cut down to one of its sets, so that no other is parsed; the whole file when the set is not found in it.
std::string onlySet(const std::string& file, std::string_view setNumber)
{
    constexpr std::size_t isaLength = 106;
    if (file.size() < isaLength || !file.starts_with("ISA")) return file;
    const char mark = file[3];
    const char end = file[isaLength - 1];
    const auto element = [&](std::string_view segment, std::size_t position) {
        const auto elements = text::split(segment, mark);
        return position < elements.size() ? std::string(elements[position]) : std::string();
    };
    std::string groupStart, groupNumber;
    std::size_t setStart = std::string::npos;
    for (std::size_t from = 0; from < file.size();) {
        const auto to = file.find(end, from);
        if (to == std::string::npos) break;
        auto segment = std::string_view(file).substr(from, to - from);
        while (!segment.empty() && (segment.front() == '\r' || segment.front() == '\n')) segment.remove_prefix(1);
        const auto start = to - segment.size();
        from = to + 1;
        if (segment.starts_with("GS")) {
            groupStart = std::string(segment) + end;
            groupNumber = element(segment, 6);
        } else if (segment.starts_with("ST") && element(segment, 2) == setNumber) {
            setStart = start;
        } else if (setStart != std::string::npos && segment.starts_with("SE") && segment.size() > 2 &&
                   segment[2] == mark) {
            const auto isa = file.substr(0, isaLength);
            return isa + groupStart + file.substr(setStart, from - setStart) + "GE" + mark + "1" + mark + groupNumber +
                   end + "IEA" + mark + "1" + mark + element(isa, 13) + end;
        }
    }
    return file;
}

}  // namespace

std::vector<PlacedFault> placedFaults(const std::string& batchFile, const answers::SetAck& set)
{
    if (set.faults.empty()) return {};
    const auto faults = apart(set.faults);
    const auto places = answers::sentPlaces(onlySet(batchFile, set.setNumber), set.setNumber, faults);
    std::vector<PlacedFault> all;
    for (std::size_t i = 0; i < faults.size(); ++i)
        all.push_back(placed(faults[i], places ? (*places)[i] : std::nullopt));
    return all;
}

void pointInto(const Encounter& encounter, PlacedFault& fault)
{
    if (fault.code.pointer.empty()) return;
    if (auto pointer = answers::pointerIn(encounter, fault.at); !pointer.empty())
        fault.code.pointer = std::move(pointer);
}

std::string deskOf(const std::vector<WorkItemCode>& codes)
{
    const bool isCoders =
        std::any_of(codes.begin(), codes.end(), [](const auto& code) { return isCodersField(code.pointer); });
    return isCoders ? "coder" : "biller";
}

}  // namespace cw::app::answering
