#include "claim/answers/sent_place.h"

#include "base/text.h"
#include "claim/answers/sent/field_pointer.h"
#include "claim/answers/sent/loop_walk.h"
#include "claim/x12/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace cw::answers {

namespace {

/// A segment of a set with its place.
struct Sent {
    const x12::Segment* segment = nullptr;
    LoopPlace place;
};

bool isInstitutional(std::string_view guide)
{
    return guide.find("X223") != std::string_view::npos;
}

/// Segments of the set, ST first; empty when it is not in the file.
std::vector<Sent> segmentsOf(const std::vector<x12::Interchange>& interchanges, std::string_view setNumber)
{
    for (const auto& interchange : interchanges) {
        const auto& all = interchange.segments;
        const auto start = std::find_if(all.begin(), all.end(), [setNumber](const x12::Segment& segment) {
            return segment.tag() == "ST" && segment.element(2) == setNumber;
        });
        if (start == all.end()) continue;
        std::vector<Sent> set;
        LoopWalk walk(isInstitutional(start->element(3)));
        for (auto segment = start; segment != all.end(); ++segment) {
            set.push_back({&*segment, walk.add(*segment)});
            if (segment->tag() == "SE") break;
        }
        return set;
    }
    return {};
}

/// Codes of IK304 that say that a segment or loop is not there.
bool isMissing(std::string_view code)
{
    return code == "3" || code == "I6" || code == "I7" || code == "I8";
}

/// Answers may shorten a loop to four characters.
bool isLoop(std::string_view ours, std::string_view theirs)
{
    return theirs.empty() || ours == theirs || (theirs.size() >= 4 && ours.starts_with(theirs));
}

/// The claim that the answer's context names; -1 when it names none of the set.
int claimOfContext(const std::vector<Sent>& set, const SegmentFault& fault)
{
    constexpr std::string_view key = "CLM01:";
    for (const auto& context : fault.contexts) {
        if (!context.starts_with(key)) continue;
        const auto number = text::trim(std::string_view(context).substr(key.size()));
        for (const auto& sent : set)
            if (!number.empty() && sent.place.claimNumber == number) return sent.place.claim;
    }
    return -1;
}

std::size_t distance(std::size_t a, std::size_t b)
{
    return a < b ? b - a : a - b;
}

/// The segment of the fault's name nearest to `at` in the same claim, rather one in the fault's loop; set.size() when there is none.
std::size_t nearest(const std::vector<Sent>& set, const SegmentFault& fault, std::size_t at, int claim)
{
    std::size_t best = set.size();
    bool bestIsInLoop = false;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i].segment->tag() != fault.segment || set[i].place.claim != claim) continue;
        const bool isInLoop = isLoop(set[i].place.loop, fault.loop);
        const bool isNearer = best == set.size() || distance(i, at) < distance(best, at);
        if (best != set.size() && (isInLoop != bestIsInLoop ? bestIsInLoop : !isNearer)) continue;
        best = i;
        bestIsInLoop = isInLoop;
    }
    return best;
}

/// The segment that is meant; set.size() when none can be.
std::size_t find(const std::vector<Sent>& set, const SegmentFault& fault)
{
    const int named = claimOfContext(set, fault);
    const bool isInside = fault.position >= 1 && static_cast<std::size_t>(fault.position) <= set.size();
    if (!isInside && named < 0) return set.size();
    std::size_t at = isInside ? static_cast<std::size_t>(fault.position) - 1 : 0;
    if (named >= 0 && (!isInside || (set[at].place.claim >= 0 && set[at].place.claim != named)))
        at = static_cast<std::size_t>(
            std::find_if(set.begin(), set.end(), [named](const Sent& sent) { return sent.place.claim == named; }) -
            set.begin());
    if (set[at].segment->tag() == fault.segment || isMissing(fault.code)) return at;
    const auto other = nearest(set, fault, at, set[at].place.claim);
    return other == set.size() ? at : other;
}

/// CLM01 of a claim, also of segments before its CLM.
std::string numberOf(const std::vector<Sent>& set, int claim)
{
    if (claim < 0) return {};
    for (const auto& sent : set)
        if (sent.place.claim == claim && !sent.place.claimNumber.empty()) return std::string(sent.place.claimNumber);
    return {};
}

/// Place of the line among the encounter's procedures: REF*6R says it; else the lines are taken as counted.
int lineOf(const std::vector<Sent>& set, const LoopPlace& place)
{
    if (place.line == 0) return 0;
    for (const auto& sent : set) {
        if (sent.place.claim != place.claim || sent.place.line != place.line) continue;
        if (sent.segment->tag() != "REF" || sent.segment->element(1) != "6R") continue;
        const auto number = sent.segment->element(2);
        const auto digits = number.substr(std::min(number.rfind('-') + 1, number.size()));
        int line = 0;
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), line);
        if (problem == std::errc() && end == digits.data() + digits.size() && line > 0) return line;
    }
    return place.line;
}

bool isListedDiagnosis(std::string_view qualifier)
{
    return qualifier == "ABK" || qualifier == "ABF";
}

/// How many diagnoses of the claim stand before element `element` of HI segment `at`.
int diagnosisAt(const std::vector<Sent>& set, std::size_t at, int element)
{
    int before = 0;
    for (std::size_t i = 0; i < at; ++i) {
        if (set[i].place.claim != set[at].place.claim || set[i].segment->tag() != "HI") continue;
        if (isListedDiagnosis(set[i].segment->component(1, 1)))
            before += static_cast<int>(set[i].segment->elementCount());
    }
    return before + std::max(element, 1) - 1;
}

SegmentAt segmentAt(const std::vector<Sent>& set, std::size_t at, const SentPlace& place)
{
    const auto& segment = *set[at].segment;
    const bool isHi = segment.tag() == "HI";
    SegmentAt found{.tag = segment.tag(), .element = place.element, .component = place.component, .line = place.line};
    found.qualifier =
        isHi ? segment.component(static_cast<std::size_t>(std::max(place.element, 1)), 1) : segment.element(1);
    if (isHi && isListedDiagnosis(found.qualifier)) found.diagnosis = diagnosisAt(set, at, place.element);
    return found;
}

/// What of the encounter stands at the fault, when its segment is there.
FieldPlace fieldAtSegment(const std::vector<Sent>& set, std::size_t at, const SentPlace& place)
{
    return fieldPlace(set[at].place, segmentAt(set, at, place));
}

/// … and when it is missing: by its name and the loop that should have it.
FieldPlace fieldOfMissing(const Sent& neighbour, const SentPlace& place)
{
    auto in = neighbour.place;
    in.loop = place.loop;
    if (in.loop != neighbour.place.loop) in.entity = {};
    return fieldPlace(in, {.tag = place.segment, .line = place.line});
}

std::optional<SentPlace> placeOf(const std::vector<Sent>& set, const SegmentFault& fault)
{
    const auto at = find(set, fault);
    if (at >= set.size()) return std::nullopt;
    const auto& sent = set[at];
    const bool isHere = sent.segment->tag() == fault.segment;
    SentPlace place{.claimNumber = numberOf(set, sent.place.claim),
                    .loop = std::string(sent.place.loop),
                    .segment = isHere ? std::string(sent.segment->tag()) : fault.segment,
                    .line = lineOf(set, sent.place),
                    .text = std::string(sent.segment->text())};
    if (!isHere && !fault.loop.empty()) place.loop = fault.loop;
    if (!fault.elements.empty() && isHere) {
        place.element = fault.elements.front().element;
        place.component = fault.elements.front().component;
    }
    if (isHere && place.segment == "HI")
        place.code = std::string(sent.segment->component(static_cast<std::size_t>(std::max(place.element, 1)), 2));
    auto field = isHere ? fieldAtSegment(set, at, place) : fieldOfMissing(sent, place);
    place.pointer = std::move(field.pointer);
    place.label = std::move(field.label);
    return place;
}

}  // namespace

Result<std::vector<SentSet>> sentSets(const std::string& fileBytes)
{
    CW_TRY(const auto interchanges, x12::readInterchanges(fileBytes));
    std::vector<SentSet> sets;
    for (const auto& interchange : interchanges) {
        LoopWalk walk(false);
        int position = 0;
        int claim = -1;
        for (const auto& segment : interchange.segments) {
            if (segment.tag() == "ST") {
                sets.push_back({.setNumber = std::string(segment.element(2))});
                walk = LoopWalk(isInstitutional(segment.element(3)));
                position = 0;
                claim = -1;
            }
            if (sets.empty()) continue;
            const auto& place = walk.add(segment);
            ++position;
            if (place.claim >= 0 && place.claim != claim) sets.back().claims.push_back({.first = position});
            claim = place.claim;
            if (claim < 0) continue;
            sets.back().claims.back().last = position;
            if (!place.claimNumber.empty()) sets.back().claims.back().claimNumber = std::string(place.claimNumber);
        }
    }
    return sets;
}

Result<SentPlace> sentPlace(const std::string& fileBytes, std::string_view setNumber, const SegmentFault& fault)
{
    CW_TRY(const auto interchanges, x12::readInterchanges(fileBytes));
    if (auto place = placeOf(segmentsOf(interchanges, setNumber), fault)) return std::move(*place);
    return Error{ErrorKind::notFound, "CLAIM-410",
                 fmt::format("segment {} of the set is not in the file we sent", fault.position)};
}

Result<std::vector<std::optional<SentPlace>>> sentPlaces(const std::string& fileBytes, std::string_view setNumber,
                                                         const std::vector<SegmentFault>& faults)
{
    CW_TRY(const auto interchanges, x12::readInterchanges(fileBytes));
    const auto set = segmentsOf(interchanges, setNumber);
    std::vector<std::optional<SentPlace>> places;
    for (const auto& fault : faults) places.push_back(placeOf(set, fault));
    return places;
}

}  // namespace cw::answers
