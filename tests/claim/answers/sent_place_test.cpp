#include "claim/answers/sent_place.h"

#include "claim/claim_fields.h"
#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cw::answers {
namespace {

/// Position from ST as 1 of the first segment that begins so, after the one that begins with `after`.
int positionOf(const std::string& bytes, std::string_view start, std::string_view after = {})
{
    const auto file = sample::readBack(bytes);
    int position = 0;
    bool isAfter = after.empty();
    for (const auto& segment : file.segments) {
        if (segment.tag() == "ST") position = 0;
        ++position;
        isAfter = isAfter || segment.text().starts_with(after);
        if (isAfter && segment.text().starts_with(start)) return position;
    }
    ADD_FAILURE() << start;
    return 0;
}

SegmentFault fault(const std::string& segment, int position, int element = 0, int component = 0)
{
    SegmentFault fault{.segment = segment, .position = position, .code = "8"};
    if (element > 0) fault.elements.push_back({.element = element, .component = component, .code = "7"});
    return fault;
}

SentPlace placeOf(const std::string& bytes, const SegmentFault& fault)
{
    const auto place = sentPlace(bytes, "0001", fault);
    EXPECT_TRUE(place) << place.error().detail;
    return place ? *place : SentPlace{};
}

/// The pointer of an element of the first segment that begins so.
std::string pointerAt(const std::string& bytes, std::string_view start, int element, int component = 0,
                      std::string_view after = {})
{
    const auto tag = std::string(start.substr(0, start.find('*')));
    return placeOf(bytes, fault(tag, positionOf(bytes, start, after), element, component)).pointer;
}

std::string childFile()
{
    const auto child = sample::injuredChild();
    return sample::mustWrite(sample::request({&child})).bytes;
}

TEST(SentPlace, NamesClaimsOfASet)
{
    const auto first = sample::officeVisit();
    const auto second = sample::injuredChild();
    const auto bytes = sample::mustWrite(sample::request({&first, &second})).bytes;
    const auto sets = sentSets(bytes);
    ASSERT_TRUE(sets);
    ASSERT_EQ(1U, sets->size());
    EXPECT_EQ("0001", sets->front().setNumber);
    const auto& claims = sets->front().claims;
    ASSERT_EQ(2U, claims.size());
    EXPECT_EQ("V-1001", claims[0].claimNumber);
    EXPECT_EQ("V-2002", claims[1].claimNumber);
    EXPECT_EQ(positionOf(bytes, "HL*2*"), claims[0].first);
    EXPECT_EQ(positionOf(bytes, "HL*3*"), claims[1].first);
    EXPECT_EQ(claims[1].first - 1, claims[0].last);
    EXPECT_EQ(positionOf(bytes, "SE*") - 1, claims[1].last);
}

TEST(SentPlace, LeadsToTheMember)
{
    const auto visit = sample::officeVisit();
    const auto bytes = sample::mustWrite(sample::request({&visit})).bytes;
    const auto place = placeOf(bytes, fault("NM1", positionOf(bytes, "NM1*IL"), 9));
    EXPECT_EQ("V-1001", place.claimNumber);
    EXPECT_EQ("2010BA", place.loop);
    EXPECT_EQ("NM1", place.segment);
    EXPECT_EQ(9, place.element);
    EXPECT_EQ(0, place.line);
    EXPECT_EQ("/coverages/0/member_id", place.pointer);
    EXPECT_EQ("Member id", place.label);
    EXPECT_TRUE(place.text.starts_with("NM1*IL*1*RIVERA"));
    // The member is the patient, so the name is the patient's.
    EXPECT_EQ("/patient/last_name", pointerAt(bytes, "NM1*IL", 3));
    EXPECT_EQ("/patient/birth_date", pointerAt(bytes, "DMG", 2));
    EXPECT_EQ("/patient/address/postal_code", pointerAt(bytes, "N4*", 3, 0, "NM1*IL"));
    EXPECT_EQ("/coverages/0/payer/payer_id", pointerAt(bytes, "NM1*PR", 9));
    EXPECT_EQ("/coverages/0/payer/payer_id", pointerAt(bytes, "NM1*PR", 8));
    EXPECT_EQ("/coverages/0/payer/claim_filing_code", pointerAt(bytes, "SBR", 9));
}

TEST(SentPlace, LeadsToProvidersWithoutAClaim)
{
    const auto bytes = childFile();
    const auto place = placeOf(bytes, fault("NM1", positionOf(bytes, "NM1*85"), 9));
    EXPECT_EQ("", place.claimNumber);
    EXPECT_EQ("/providers/billing/npi", place.pointer);
    EXPECT_EQ("/providers/billing/organization", pointerAt(bytes, "NM1*85", 3));
    EXPECT_EQ("/providers/billing/tax_id", pointerAt(bytes, "REF*EI", 2));
    EXPECT_EQ("/providers/billing/taxonomy", pointerAt(bytes, "PRV*BI", 3));
    EXPECT_EQ("/providers/billing/address/postal_code", pointerAt(bytes, "N4*", 3, 0, "NM1*85"));
    EXPECT_EQ("", pointerAt(bytes, "NM1*41", 9));
}

TEST(SentPlace, LeadsToTheClaim)
{
    const auto bytes = childFile();
    EXPECT_EQ("/coverages/0/subscriber/last_name", pointerAt(bytes, "NM1*IL", 3));
    EXPECT_EQ("/patient/first_name", pointerAt(bytes, "NM1*QC", 4));
    EXPECT_EQ("/coverages/0/relationship", pointerAt(bytes, "PAT", 1));
    EXPECT_EQ("/service/place_of_service", pointerAt(bytes, "CLM", 5, 1));
    EXPECT_EQ("/claim/frequency_code", pointerAt(bytes, "CLM", 5, 3));
    EXPECT_EQ("/claim/accident/state", pointerAt(bytes, "CLM", 11, 4));
    EXPECT_EQ("/claim/accept_assignment", pointerAt(bytes, "CLM", 7));
    EXPECT_EQ("/claim/accident/date", pointerAt(bytes, "DTP*439", 3));
    EXPECT_EQ("/claim/hospitalized_from", pointerAt(bytes, "DTP*435", 3));
    EXPECT_EQ("/claim/prior_authorization", pointerAt(bytes, "REF*G1", 2));
    EXPECT_EQ("/claim/original_reference_number", pointerAt(bytes, "REF*F8", 2));
    EXPECT_EQ("/claim/patient_paid", pointerAt(bytes, "AMT*F5", 2));
    EXPECT_EQ("/providers/referring/npi", pointerAt(bytes, "NM1*DN", 9));
    EXPECT_EQ("/providers/rendering/last_name", pointerAt(bytes, "NM1*82", 3));
    EXPECT_EQ("/providers/rendering/taxonomy", pointerAt(bytes, "PRV*PE", 3));
    EXPECT_EQ("/providers/facility/organization", pointerAt(bytes, "NM1*77", 3));
    EXPECT_EQ("/providers/facility/address/city", pointerAt(bytes, "N4*", 1, 0, "NM1*77"));
    EXPECT_EQ("/providers/supervising/npi", pointerAt(bytes, "NM1*DQ", 9));
}

TEST(SentPlace, LeadsToDiagnosesAndLines)
{
    const auto bytes = childFile();
    EXPECT_EQ("/diagnoses/0/code", pointerAt(bytes, "HI*ABK", 1, 2));
    EXPECT_EQ("/diagnoses/1/code", pointerAt(bytes, "HI*ABK", 2, 2));
    const auto place = placeOf(bytes, fault("SV1", positionOf(bytes, "SV1", "LX*2"), 1, 2));
    EXPECT_EQ(2, place.line);
    EXPECT_EQ("2400", place.loop);
    EXPECT_EQ("/procedures/1/code", place.pointer);
    EXPECT_EQ("/procedures/2/modifiers", pointerAt(bytes, "SV1", 1, 5, "LX*3"));
    EXPECT_EQ("/procedures/2/units", pointerAt(bytes, "SV1", 4, 0, "LX*3"));
    EXPECT_EQ("/procedures/0/diagnosis_pointers", pointerAt(bytes, "SV1", 7));
    EXPECT_EQ("/procedures/2/service_from", pointerAt(bytes, "DTP*472", 3, 0, "LX*3"));
    EXPECT_EQ("/procedures/1/ndc/code", pointerAt(bytes, "LIN", 3));
    EXPECT_EQ("/procedures/1/ndc/unit", pointerAt(bytes, "CTP", 5, 1));
    EXPECT_EQ("/providers/ordering/npi", pointerAt(bytes, "NM1*DK", 9));
}

TEST(SentPlace, LeadsToInstitutionalFields)
{
    auto stay = sample::inpatientStay();
    auto request = sample::request({&stay});
    request.form = ClaimForm::institutional837;
    const auto bytes = sample::mustWrite(request).bytes;
    EXPECT_EQ("/service/type_of_bill", pointerAt(bytes, "CLM", 5, 1));
    EXPECT_EQ("/service/admitted_at", pointerAt(bytes, "DTP*435", 3));
    EXPECT_EQ("/service/discharged_at", pointerAt(bytes, "DTP*096", 3));
    EXPECT_EQ("/service/from", pointerAt(bytes, "DTP*434", 3));
    EXPECT_EQ("/service/discharge_status", pointerAt(bytes, "CL1", 3));
    EXPECT_EQ("/providers/attending/npi", pointerAt(bytes, "NM1*71", 9));
    EXPECT_EQ("/providers/attending/taxonomy", pointerAt(bytes, "PRV*AT", 3));
    EXPECT_EQ("/diagnoses/0/present_on_admission", pointerAt(bytes, "HI*ABK", 1, 9));
    const auto place = placeOf(bytes, fault("SV2", positionOf(bytes, "SV2"), 1));
    ASSERT_GT(place.line, 0);
    const auto& line = stay.procedures.at(static_cast<std::size_t>(place.line - 1));
    EXPECT_NE(CodeSystem::icd10pcs, line.system.value_or(CodeSystem::cpt));
    EXPECT_EQ("/procedures/" + std::to_string(place.line - 1) + "/revenue_code", place.pointer);
    EXPECT_EQ("/procedures/" + std::to_string(place.line - 1) + "/charge", pointerAt(bytes, "SV2", 3));
}

TEST(SentPlace, LeadsToTheOtherPayer)
{
    auto visit = sample::officeVisit();
    Coverage other;
    other.rank = CoverageRank::secondary;
    other.payer = {.name = "Supplement", .payerId = "55555", .claimFilingCode = "CI"};
    other.memberId = "S-9";
    other.relationship = Relationship::spouse;
    other.subscriber = sample::injuredChild().coverages[0].subscriber;
    visit.coverages.push_back(other);
    const auto bytes = sample::mustWrite(sample::request({&visit})).bytes;
    EXPECT_EQ("/coverages/1/member_id", pointerAt(bytes, "NM1*IL", 9, 0, "CLM"));
    EXPECT_EQ("/coverages/1/subscriber/first_name", pointerAt(bytes, "NM1*IL", 4, 0, "CLM"));
    EXPECT_EQ("/coverages/1/payer/payer_id", pointerAt(bytes, "NM1*PR", 9, 0, "CLM"));
    EXPECT_EQ("/coverages/1/payer/claim_filing_code", pointerAt(bytes, "SBR", 9, 0, "CLM"));
    EXPECT_EQ("/procedures/0/charge", pointerAt(bytes, "SV1", 2));
}

TEST(SentPlace, TakesTheNearestOfTheNameInTheClaim)
{
    const auto bytes = childFile();
    const int service = positionOf(bytes, "SV1", "LX*2");
    auto wrong = fault("SV1", service + 1, 2);
    EXPECT_EQ("/procedures/1/charge", placeOf(bytes, wrong).pointer);
    // A loop that the answer names decides between two of the name; it may be cut to four characters.
    auto name = fault("NM1", positionOf(bytes, "SBR"), 3);
    name.loop = "2010";
    EXPECT_EQ("2010BA", placeOf(bytes, name).loop);
}

TEST(SentPlace, FindsTheClaimByContext)
{
    const auto first = sample::officeVisit();
    const auto second = sample::injuredChild();
    const auto bytes = sample::mustWrite(sample::request({&first, &second})).bytes;
    auto wanted = fault("CLM", 9999, 5, 1);
    EXPECT_EQ("CLAIM-410", sentPlace(bytes, "0001", wanted).error().id);
    wanted.contexts = {"CLM01:V-2002"};
    const auto place = placeOf(bytes, wanted);
    EXPECT_EQ("V-2002", place.claimNumber);
    EXPECT_EQ("/service/place_of_service", place.pointer);
}

TEST(SentPlace, TellsWhereSomethingIsMissing)
{
    const auto visit = sample::officeVisit();
    const auto bytes = sample::mustWrite(sample::request({&visit})).bytes;
    SegmentFault missing{.segment = "N3", .position = positionOf(bytes, "NM1*IL") + 1, .loop = "2010BA", .code = "3"};
    const auto present = placeOf(bytes, missing);
    EXPECT_EQ("/patient/address/line1", present.pointer);
    missing = {.segment = "PRV", .position = positionOf(bytes, "SV1"), .loop = "2310B", .code = "3"};
    EXPECT_EQ("/providers/rendering/taxonomy", placeOf(bytes, missing).pointer);
    missing = {.segment = "NM1", .position = positionOf(bytes, "LX"), .loop = "2310B", .code = "I7"};
    const auto place = placeOf(bytes, missing);
    EXPECT_EQ("V-1001", place.claimNumber);
    EXPECT_EQ("2310B", place.loop);
    EXPECT_EQ("/providers/rendering/last_name", place.pointer);
}

TEST(SentPlace, FailsForAnotherSetOrFile)
{
    const auto bytes = childFile();
    EXPECT_EQ("CLAIM-410", sentPlace(bytes, "0009", fault("CLM", 3)).error().id);
    EXPECT_EQ("CLAIM-101", sentPlace("no file", "0001", fault("CLM", 3)).error().id);
    EXPECT_EQ("CLAIM-101", sentSets("no file").error().id);
    const auto places = sentPlaces(bytes, "0001", {fault("CLM", positionOf(bytes, "CLM")), fault("CLM", 9999)});
    ASSERT_TRUE(places);
    EXPECT_TRUE(places->at(0));
    EXPECT_FALSE(places->at(1));
}

TEST(SentPlace, FindsListsOfTheEncounterByRankAndCode)
{
    auto child = sample::injuredChild();
    auto first = child.coverages[0];
    first.rank = CoverageRank::secondary;
    child.coverages.insert(child.coverages.begin(), first);
    std::reverse(child.diagnoses.begin(), child.diagnoses.end());
    SentPlace place{.pointer = "/coverages/0/member_id"};
    EXPECT_EQ("/coverages/1/member_id", pointerIn(child, place));
    place = {.pointer = "/diagnoses/0/code", .code = "S8001XA"};
    EXPECT_EQ("/diagnoses/1/code", pointerIn(child, place));
    place = {.pointer = "/diagnoses", .code = "V4952XA"};
    EXPECT_EQ("/diagnoses/0/code", pointerIn(child, place));
    place = {.pointer = "/claim/note"};
    EXPECT_EQ("/claim/note", pointerIn(child, place));
}

// Whatever is named of whatever we send: a place, and a field of the table or none.
TEST(SentPlace, KnowsEveryFieldItPointsTo)
{
    const auto bytes = childFile();
    const auto file = sample::readBack(bytes);
    int position = 0;
    int fields = 0;
    for (const auto& segment : file.segments) {
        if (segment.tag() == "ST") position = 0;
        ++position;
        if (segment.tag() == "ISA" || segment.tag() == "GS" || segment.tag() == "GE" || segment.tag() == "IEA")
            continue;
        for (int element = 0; element <= static_cast<int>(segment.elementCount()); ++element) {
            const auto place = placeOf(bytes, fault(std::string(segment.tag()), position, element));
            EXPECT_EQ(segment.text(), place.text);
            EXPECT_FALSE(place.label.empty());
            if (place.pointer.empty()) continue;
            EXPECT_NE(nullptr, fieldOf(place.pointer)) << place.pointer;
            EXPECT_EQ(std::string::npos, place.pointer.find('#')) << place.pointer;
            ++fields;
        }
    }
    EXPECT_GT(fields, 100);
}

}  // namespace
}  // namespace cw::answers
