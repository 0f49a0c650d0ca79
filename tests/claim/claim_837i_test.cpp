#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

using sample::find;
using sample::inpatientStay;
using sample::mustWrite;
using sample::outpatientVisit;
using sample::readBack;
using sample::refusalOf;
using sample::request;
using sample::tagsBetween;
using sample::texts;
using sample::writeAndRead;

TEST(Claim837i, WritesAStay)
{
    const auto stay = inpatientStay();
    const auto file = mustWrite(request({&stay}));
    const auto read = readBack(file.bytes);
    EXPECT_EQ("005010X223A2", find(read, "GS").at(0).element(8));
    EXPECT_EQ("005010X223A2", find(read, "ST").at(0).element(3));
    EXPECT_EQ((std::vector<std::string>{"CLM", "DTP*096", "DTP*434", "DTP*435", "CL1", "REF*EA", "HI*ABK", "HI*ABJ",
                                        "HI*ABN", "HI*DR", "HI*ABF", "HI*BBR", "HI*BBQ", "HI*BH", "HI*BE", "HI*BG",
                                        "NM1*71", "PRV", "NM1*72"}),
              tagsBetween(read, "CLM", "LX"));
    EXPECT_EQ("CLM*H-3003*5123.45***11:A:1**A*Y*Y", texts(read, "CLM").at(0));
    EXPECT_EQ((std::vector<std::string>{"DTP*096*TM*1405", "DTP*434*RD8*20250110-20250115", "DTP*435*DT*202501100930"}),
              texts(read, "DTP"));
    EXPECT_EQ("CL1*1*1*01", texts(read, "CL1").at(0));
    EXPECT_EQ("REF*EA*MRN-77", texts(read, "REF", "EA").at(0));
    EXPECT_EQ(
        (std::vector<std::string>{"HI*ABK:S72001A:::::::Y", "HI*ABJ:R4182", "HI*ABN:W1830XA:::::::Y", "HI*DR:470",
                                  "HI*ABF:E119:::::::N*ABF:Z794", "HI*BBR:0SR9019:D8:20250111",
                                  "HI*BBQ:30233N1:D8:20250112", "HI*BH:11:D8:20250102", "HI*BE:A1:::100", "HI*BG:02"}),
        texts(read, "HI"));
    EXPECT_EQ((std::vector<std::string>{"LX", "SV2", "REF*6R", "LX", "SV2", "REF*6R"}), tagsBetween(read, "LX", "SE"));
    EXPECT_EQ((std::vector<std::string>{"SV2*0120**5000*DA*5", "SV2*0250**123.45*UN*1"}), texts(read, "SV2"));
    EXPECT_EQ((std::vector<std::string>{"LX*1", "LX*2"}), texts(read, "LX"));
    // The control number is the line's place among the encounter's procedures: ICD-10-PCS stands between.
    EXPECT_EQ((std::vector<std::string>{"REF*6R*H-3003-1", "REF*6R*H-3003-3"}), texts(read, "REF", "6R"));
    EXPECT_EQ("PRV*AT*PXC*207R00000X", texts(read, "PRV", "AT").at(0));
    EXPECT_EQ(Money::cents(512345), file.claims[0].charges);
    EXPECT_TRUE(file.replacements.empty());
}

TEST(Claim837i, WritesAnOutpatientVisit)
{
    auto visit = outpatientVisit();
    visit.procedures[1].serviceTo = Date::of(2025, 1, 16);
    visit.procedures[2].details.nonCovered = Money::cents(200);
    visit.procedures[1].ndc = DrugCode{.code = "00002751001", .quantity = Quantity::whole(2), .unit = "UN"};
    visit.diagnoses[0].presentOnAdmission = "Y";
    const auto read = writeAndRead(visit);
    EXPECT_EQ(
        (std::vector<std::string>{"CLM", "DTP*434", "CL1", "REF*EA", "HI*ABK", "HI*APR", "HI*ABF", "NM1*71", "PRV"}),
        tagsBetween(read, "CLM", "LX"));
    // Present on admission is no matter of outpatients.
    EXPECT_EQ((std::vector<std::string>{"HI*ABK:E119", "HI*APR:R0789", "HI*ABF:I10"}), texts(read, "HI"));
    EXPECT_EQ((std::vector<std::string>{"SV2*0450*HC:99284:25*800*UN*1", "SV2*0300*HC:80053*90.5*UN*1",
                                        "SV2*0270**12*UN*1**2"}),
              texts(read, "SV2"));
    EXPECT_EQ((std::vector<std::string>{"DTP*472*D8*20250115", "DTP*472*RD8*20250115-20250116", "DTP*472*D8*20250115"}),
              texts(read, "DTP", "472"));
    EXPECT_EQ((std::vector<std::string>{"LX", "SV2", "DTP*472", "REF*6R", "LIN", "CTP"}),
              tagsBetween(read, "LX*2", "LX*3"));
}

TEST(Claim837i, DatesALineByASingleDaysStatement)
{
    auto visit = outpatientVisit();
    visit.procedures[2].serviceFrom.reset();
    EXPECT_EQ("CLAIM-650", refusalOf(request({&visit})).id);
    visit.service.to = visit.service.from;
    EXPECT_EQ("DTP*472*D8*20250115", texts(writeAndRead(visit), "DTP", "472").at(2));
}

TEST(Claim837i, TakesTheFrequencyFromClaimOrTypeOfBill)
{
    auto stay = inpatientStay();
    stay.claim.originalReferenceNumber = "ICN9";
    stay.service.typeOfBill = "117";
    EXPECT_EQ("7", find(writeAndRead(stay), "CLM").at(0).component(5, 3));
    stay.claim.frequencyCode = "1";
    EXPECT_EQ("7", find(writeAndRead(stay), "CLM").at(0).component(5, 3));
    stay.claim.frequencyCode = "8";
    EXPECT_EQ("CLAIM-633", refusalOf(request({&stay})).id);
    stay.service.typeOfBill = "0111";
    const auto read = writeAndRead(stay);
    EXPECT_EQ("8", find(read, "CLM").at(0).component(5, 3));
    EXPECT_EQ("REF*F8*ICN9", texts(read, "REF", "F8").at(0));
    stay.claim.originalReferenceNumber.clear();
    EXPECT_EQ("CLAIM-212", refusalOf(request({&stay})).id);
    // An interim bill of a patient who is still in has no hour of discharge.
    stay.claim.frequencyCode.clear();
    stay.service.typeOfBill = "0112";
    stay.service.dischargeStatus = "30";
    EXPECT_TRUE(find(writeAndRead(stay), "DTP", "096").empty());
}

TEST(Claim837i, FillsFurtherSegmentsOfTwelveCodes)
{
    auto stay = inpatientStay();
    for (int i = 0; i < 23; ++i) stay.diagnoses.push_back(sample::diagnosis(100 + i, "E" + std::to_string(110 + i)));
    std::string codes = R"({"conditions":[)";
    for (int i = 0; i < 13; ++i) codes += R"({"code":"C1"},)";
    codes.back() = ']';
    codes +=
        R"(,"occurrence_spans":[{"code":"70","from":"2025-01-10","to":"2025-01-12"}],"treatments":[{"code":"AA"}]})";
    stay.claim.institutional = codes;
    const auto count = [&stay](std::string_view qualifier) {
        const auto read = writeAndRead(stay);
        std::vector<std::size_t> counts;
        for (const auto& hi : find(read, "HI"))
            if (hi.component(1, 1) == qualifier) counts.push_back(hi.elementCount());
        return counts;
    };
    // Two others stood before: E119 and Z794.
    EXPECT_EQ("CLAIM-626", refusalOf(request({&stay})).id);
    stay.diagnoses.pop_back();
    EXPECT_EQ((std::vector<std::size_t>{12, 12}), count("ABF"));
    EXPECT_EQ((std::vector<std::size_t>{12, 1}), count("BG"));
    EXPECT_EQ(std::vector<std::size_t>{1}, count("BI"));
    const auto read = writeAndRead(stay);
    const auto all = texts(read, "HI");
    EXPECT_NE(all.end(), std::find(all.begin(), all.end(), "HI*BI:70:RD8:20250110-20250112"));
}

TEST(Claim837i, SendsReferencesNotesAndProvidersInOrder)
{
    auto stay = inpatientStay();
    stay.claim.note = "Late entry";
    stay.claim.notes = {{"UPI", "Updated"}, {"DGN", "Why"}};
    stay.claim.references = {{"G4", "PRO1"}, {"D9", "TRACE"}, {"LX", "G1"}, {"LX", "G2"}};
    stay.claim.priorAuthorization = "AUTH";
    stay.claim.referralNumber = "REFL";
    stay.claim.accident = {.automobile = true, .date = Date::of(2025, 1, 10), .state = "OH"};
    stay.claim.certifications = {{"ZZ", true, {"ST"}}};
    stay.claim.paperwork = {{"OZ", "AA", ""}};
    stay.claim.fileInformation = {"K3 TEXT"};
    stay.providers.otherOperating = stay.providers.operating;
    stay.providers.otherOperating->references = {{"G2", "OO"}};
    stay.providers.rendering = stay.providers.operating;
    stay.providers.referring = stay.providers.attending;
    stay.providers.facility = sample::injuredChild().providers.facility;
    const auto file = mustWrite(request({&stay}));
    const auto read = readBack(file.bytes);
    EXPECT_EQ((std::vector<std::string>{"CL1", "PWK", "REF*9F", "REF*G1", "REF*LX", "REF*LX", "REF*D9", "REF*LU",
                                        "REF*EA", "REF*G4", "K3", "NTE", "NTE", "NTE", "CRC*ZZ"}),
              tagsBetween(read, "CL1", "HI"));
    EXPECT_EQ((std::vector<std::string>{"NTE*UPI*UPDATED", "NTE*DGN*WHY", "NTE*ADD*LATE ENTRY"}), texts(read, "NTE"));
    // The referring provider who attends is not named again.
    EXPECT_EQ((std::vector<std::string>{"NM1*71", "PRV", "NM1*72", "NM1*ZZ", "REF*G2", "NM1*82", "NM1*77", "N3", "N4"}),
              tagsBetween(read, "NM1*71", "LX"));
    // An accident without its occurrence code is not on the claim: that is said.
    ASSERT_EQ(1U, file.replacements.size());
    EXPECT_EQ(0U, file.replacements[0].find("H-3003 HI: "));
}

TEST(Claim837i, NamesProvidersOfALine)
{
    auto visit = outpatientVisit();
    const auto operating = *inpatientStay().providers.operating;
    visit.procedures[0].details.providers = {
        {"referring", operating}, {"other_operating", operating}, {"rendering", operating}, {"operating", operating}};
    EXPECT_EQ((std::vector<std::string>{"LX", "SV2", "DTP*472", "REF*6R", "NM1*72", "NM1*ZZ", "NM1*82", "NM1*DN"}),
              tagsBetween(writeAndRead(visit), "LX*1", "LX*2"));
    visit.procedures[0].details.providers[1].role = "operating";
    EXPECT_EQ("CLAIM-645", refusalOf(request({&visit})).id);
    visit.procedures[0].details.providers[1].role = "supervising";
    const auto file = mustWrite(request({&visit}));
    EXPECT_EQ(3U, find(readBack(file.bytes), "NM1").size() - find(writeAndRead(outpatientVisit()), "NM1").size());
    ASSERT_EQ(1U, file.replacements.size());
    EXPECT_EQ(0U, file.replacements[0].find("H-3003 NM1: "));
}

TEST(Claim837i, TellsWhatTheGuideHasNoPlaceFor)
{
    auto stay = inpatientStay();
    stay.claim.patientPaid = Money::cents(100);
    stay.claim.onsetDate = Date::of(2025, 1, 1);
    stay.claim.cliaNumber = "36D1234567";
    stay.procedures[0].note = "Private room";
    const auto file = mustWrite(request({&stay}));
    std::vector<std::string> places;
    for (const auto& text : file.replacements) places.push_back(text.substr(0, text.find(':')));
    EXPECT_EQ((std::vector<std::string>{"H-3003 AMT", "H-3003 DTP", "H-3003 REF", "H-3003 NTE"}), places);
}

class Claim837iLines : public testing::TestWithParam<int> {};

TEST_P(Claim837iLines, AreAllSent)
{
    auto visit = outpatientVisit();
    visit.procedures.resize(static_cast<std::size_t>(GetParam()), visit.procedures[2]);
    const auto read = writeAndRead(visit);
    EXPECT_EQ(static_cast<std::size_t>(GetParam()), find(read, "SV2").size());
    EXPECT_EQ("LX*" + std::to_string(GetParam()), texts(read, "LX").back());
}
INSTANTIATE_TEST_SUITE_P(Counts, Claim837iLines, testing::Values(1, 51, 999));

}  // namespace
}  // namespace cw
