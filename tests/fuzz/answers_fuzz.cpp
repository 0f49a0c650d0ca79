// libFuzzer target: any bytes give whole answers in order, or an Error; the same bytes as a file of ours give places or an Error.
#include "claim/answers/read_answers.h"
#include "claim/answers/sent_place.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace cw::answers;

/// Places within the file, in order; claims within their answer.
void checkPlaces(const AnswerFile& file)
{
    int last = 0;
    for (const auto& answer : file.answers) {
        const auto& origin = std::visit([](const auto& any) -> const Origin& { return any.origin; }, answer);
        if (origin.firstSegment <= last || origin.lastSegment < origin.firstSegment) std::abort();
        if (origin.lastSegment > file.segments) std::abort();
        last = origin.lastSegment;
        if (const auto* payment = std::get_if<Remittance>(&answer))
            for (const auto& claim : payment->claims)
                if (claim.firstSegment <= origin.firstSegment || claim.lastSegment > origin.lastSegment) std::abort();
        if (const auto* report = std::get_if<StatusReport>(&answer))
            for (const auto& claim : report->claims)
                if (claim.firstSegment <= origin.firstSegment || claim.lastSegment > origin.lastSegment) std::abort();
    }
}

void checkRaw(std::string_view bytes, const AnswerFile& file)
{
    const auto& origin = std::visit([](const auto& any) -> const Origin& { return any.origin; }, file.answers.front());
    const auto text = rawSegments(bytes, origin.firstSegment, origin.lastSegment);
    if (text.empty() || !(text.starts_with("ST") || text.starts_with("TA1"))) std::abort();
}

void placeFaults(const std::string& bytes)
{
    SegmentFault fault{.segment = "NM1", .loop = "2010", .code = "8"};
    fault.elements.push_back({.element = 9, .component = 1, .code = "7"});
    for (const int position : {0, 1, 5, 20, 1'000'000}) {
        fault.position = position;
        const auto place = sentPlace(bytes, "0001", fault);
        if (place && place->label.empty()) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto file = readAnswers(bytes)) {
        if (file->answers.empty() || !looksLikeX12(bytes)) std::abort();
        checkPlaces(*file);
        checkRaw(bytes, *file);
    } else if (file.error().detail.empty()) {
        std::abort();
    }
    if (const auto sets = sentSets(bytes)) {
        for (const auto& set : *sets)
            for (const auto& claim : set.claims)
                if (claim.first < 1 || claim.last < claim.first) std::abort();
        placeFaults(bytes);
    }
    return 0;
}
