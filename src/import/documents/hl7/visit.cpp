#include "import/documents/hl7/visit.h"

#include "base/text.h"
#include "import/documents/hl7/people.h"

#include <algorithm>

namespace cw::hl7 {

namespace {

constexpr std::size_t mostCoverages = 3;

Identifier visitNumber(const Segment* pv1, const Segment* pid)
{
    for (const int number : {19, 50}) {
        if (!pv1) break;
        auto identifier = readIdentifier(pv1->first(number));
        if (identifier.type.empty()) identifier.type = "VN";
        if (!identifier.value.empty()) return identifier;
    }
    auto account = pid ? readIdentifier(pid->first(18)) : Identifier();
    if (account.value.empty()) return {};
    if (account.type.empty()) account.type = "AN";
    return account;
}

std::optional<Provider> firstProvider(const Segment& segment, std::initializer_list<int> fields)
{
    for (const int number : fields)
        for (const auto& xcn : segment.repetitions(number))
            if (auto provider = readProvider(xcn)) return provider;
    return std::nullopt;
}

void readStay(const Segment& pv1, IncomingVisit& visit)
{
    if (text::upperAscii(pv1.text(2)) == "I") visit.setting = Setting::inpatient;
    const auto admitted = parseTimestamp(pv1.text(44));
    const auto discharged = parseTimestamp(pv1.text(45));
    visit.from = admitted.date;
    visit.admittedAt = admitted.minute();
    visit.to = discharged.date;
    visit.dischargedAt = discharged.minute();
    const auto disposition = pv1.text(36);
    if (disposition.size() == 2 && text::isDigits(disposition)) visit.dischargeStatus = disposition;
    visit.providers.attending = firstProvider(pv1, {7, 17});
    visit.providers.referring = firstProvider(pv1, {8});
}

/// HL7 table 0063, or the X12 codes that payers' systems send in its place.
std::optional<Relationship> readRelationship(const std::string& code)
{
    const auto upper = text::upperAscii(code);
    if (upper.empty()) return std::nullopt;
    if (upper == "SEL" || upper == "SELF" || upper == "18") return Relationship::self;
    if (upper == "SPO" || upper == "SPOUSE" || upper == "01") return Relationship::spouse;
    if (upper == "CHD" || upper == "NCH" || upper == "SCH" || upper == "CHILD" || upper == "19")
        return Relationship::child;
    return Relationship::other;
}

Coverage readCoverage(const Segment& in1, std::size_t position)
{
    Coverage coverage;
    coverage.rank = static_cast<CoverageRank>(position);
    coverage.payer.name = in1.text(4);
    coverage.payer.payerId = in1.text(3);
    coverage.payer.address = readAddress(in1.first(5));
    coverage.groupNumber = in1.text(8);
    coverage.groupName = in1.text(9);
    coverage.memberId = in1.text(36);
    if (coverage.memberId.empty()) coverage.memberId = in1.text(49);
    coverage.relationship = readRelationship(in1.text(17));
    Person subscriber;
    readName(in1.first(16), subscriber);
    if (!subscriber.lastName.empty() && coverage.relationship != Relationship::self) {
        subscriber.birthDate = parseTimestamp(in1.text(18)).date;
        subscriber.address = readAddress(in1.first(19));
        const auto sex = in1.text(43);
        if (sex == "M" || sex == "F") subscriber.sex = sex == "M" ? Sex::male : Sex::female;
        coverage.subscriber = std::move(subscriber);
    }
    return coverage;
}

bool isEmpty(const IncomingVisit& visit)
{
    return visit.number.value.empty() && !visit.setting && !visit.from && !visit.to && visit.coverages.empty() &&
           visit.dischargeStatus.empty() && visit.providers == Providers();
}

}  // namespace

const Segment* find(const Segments& segments, std::string_view id)
{
    const auto found =
        std::find_if(segments.begin(), segments.end(), [&](const Segment* segment) { return segment->id() == id; });
    return found == segments.end() ? nullptr : *found;
}

std::optional<IncomingVisit> readVisit(const Segments& segments, std::vector<std::string>& notes)
{
    IncomingVisit visit;
    const auto* pv1 = find(segments, "PV1");
    visit.number = visitNumber(pv1, find(segments, "PID"));
    if (pv1) readStay(*pv1, visit);
    for (const auto* segment : segments) {
        if (segment->id() != "IN1") continue;
        auto coverage = readCoverage(*segment, std::min(visit.coverages.size(), mostCoverages - 1));
        if (coverage.payer.name.empty() && coverage.payer.payerId.empty() && coverage.memberId.empty()) continue;
        if (visit.coverages.size() == mostCoverages) {
            // Not a literal in push_back: GCC 12 then sees an overread that is not there.
            static const std::string passedOver = "coverages beyond the third (IN1) were passed over";
            notes.push_back(passedOver);
            break;
        }
        visit.coverages.push_back(std::move(coverage));
    }
    if (isEmpty(visit)) return std::nullopt;
    return visit;
}

Timestamp readEventTime(const Segments& segments)
{
    const auto* evn = find(segments, "EVN");
    if (!evn) return {};
    const auto occurred = parseTimestamp(evn->text(6));
    return occurred.date ? occurred : parseTimestamp(evn->text(2));
}

}  // namespace cw::hl7
