#include "tests/import/documents/hl7_fixture.h"

#include <gmock/gmock.h>

namespace cw {
namespace {

using test::hl7;
using test::msh;
using test::outcome;
using test::readHl7;
using test::readOne;
using test::segment;
using test::testPatient;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Hl7AdmissionsTest, ReadsThePatient)
{
    const auto item =
        readOne(hl7({msh("ADT^A01"), "EVN|A01|202503181030",
                     segment("PID", {{2, "EXT-1^^^OLD^PE"},
                                     {3, "123-45-6789^^^SSA^SS~A-9^^^LAB^PI~MRN-7^3^M11^CLINIC&1.2.3&ISO^MR"},
                                     {4, "ALT-1"},
                                     {5, "Quill&van^Ada^B^Jr^^^L~Alias^Name^^^^^A"},
                                     {7, "19610412083000-0500"},
                                     {8, "F"},
                                     {11, "12 High St&High St^Apt 4^Northfield^VT^05663^USA"},
                                     {13, "^NET^Internet^ada@example.org~^PRN^PH^^1^802^5550101"},
                                     {18, "ACC-3^^^BILL^AN"}})}));
    EXPECT_EQ(IncomingKind::admit, item.kind);
    EXPECT_THAT(item.patient.identifiers,
                ElementsAre(Identifier{"CLINIC", "MRN-7", "MR"}, Identifier{"SSA", "123-45-6789", "SS"},
                            Identifier{"LAB", "A-9", "PI"}, Identifier{"OLD", "EXT-1", "PE"},
                            Identifier{"", "ALT-1", ""}));
    const auto& person = item.patient.person;
    EXPECT_EQ("MRN-7", person.mrn);
    EXPECT_EQ("Quill", person.lastName);
    EXPECT_EQ("Ada", person.firstName);
    EXPECT_EQ("B", person.middleName);
    EXPECT_EQ("Jr", person.suffix);
    EXPECT_EQ(Date::of(1961, 4, 12), person.birthDate);
    EXPECT_EQ(Sex::female, person.sex);
    EXPECT_EQ((Address{"12 High St", "Apt 4", "Northfield", "VT", "05663", ""}), person.address);
    EXPECT_EQ("8025550101", person.phone);
    EXPECT_EQ((Identifier{"BILL", "ACC-3", "AN"}), item.visit->number);
}

TEST(Hl7AdmissionsTest, ChoosesTheRecordNumber)
{
    const std::vector<std::pair<std::string, std::string>> cases = {{"PID|1||55^^^SSA^SS~M1^^^A^MR~P1^^^A^PI", "M1"},
                                                                    {"PID|1||55^^^SSA^SS~X1^^^A~P1^^^A^PI", "P1"},
                                                                    {"PID|1||55^^^SSA^SS~X1^^^A", "X1"},
                                                                    {"PID|1||55^^^SSA^SS", ""},
                                                                    {"PID|1|OLD-2", "OLD-2"},
                                                                    {"PID|1||  MRN-2  ^^^A", "MRN-2"},
                                                                    {"PID|1||^^^A^MR", ""}};
    for (const auto& [pid, mrn] : cases) EXPECT_EQ(mrn, readOne(hl7({msh("ADT^A08"), pid})).patient.person.mrn) << pid;
}

TEST(Hl7AdmissionsTest, ReadsTheVisit)
{
    const auto item = readOne(hl7({msh("ADT^A01"), "EVN|A01|202503181035", testPatient,
                                   segment("PV1", {{2, "I"},
                                                   {7, "1234567893^Stone^Mara^^^^MD~99^Late^Comer"},
                                                   {8, "8888^House^Gregory"},
                                                   {17, "1245319599^Admit^Alan"},
                                                   {19, "V-1^^^CLINIC^VN"},
                                                   {36, "01"},
                                                   {44, "202503180915"},
                                                   {45, "20250321"}})}));
    ASSERT_TRUE(item.visit);
    const auto& visit = *item.visit;
    EXPECT_EQ((Identifier{"CLINIC", "V-1", "VN"}), visit.number);
    EXPECT_EQ(Setting::inpatient, visit.setting);
    EXPECT_EQ(Date::of(2025, 3, 18), visit.from);
    EXPECT_EQ("2025-03-18T09:15", visit.admittedAt->iso());
    EXPECT_EQ(Date::of(2025, 3, 21), visit.to);
    EXPECT_FALSE(visit.dischargedAt);
    EXPECT_EQ("01", visit.dischargeStatus);
    ASSERT_TRUE(visit.providers.attending);
    EXPECT_EQ("1234567893", visit.providers.attending->npi);
    EXPECT_EQ("Stone", visit.providers.attending->lastName);
    ASSERT_TRUE(visit.providers.referring);
    EXPECT_EQ("", visit.providers.referring->npi);
    EXPECT_EQ("House", visit.providers.referring->lastName);
}

TEST(Hl7AdmissionsTest, LeavesWhatIsNotToldAsItIsBorn)
{
    const auto item = readOne(hl7({msh("ADT^A08"), testPatient, "PV1|1|O"}));
    EXPECT_EQ(IncomingKind::update, item.kind);
    EXPECT_FALSE(item.visit);
    const auto outpatient = readOne(hl7({msh("ADT^A04"), "EVN||20250318", testPatient, "PV1|1|O|||||||||||||||||V-2"}));
    EXPECT_FALSE(outpatient.visit->setting);
    EXPECT_EQ(Date::of(2025, 3, 18), outpatient.visit->from);
    EXPECT_FALSE(outpatient.visit->admittedAt);
}

TEST(Hl7AdmissionsTest, ADischargeWithoutTimeTakesThatOfItsEvent)
{
    const auto item = readOne(
        hl7({msh("ADT^A03"), "EVN|A03|202503211200||||202503211145", testPatient, "PV1|1|I|||||||||||||||||V-1"}));
    EXPECT_EQ(IncomingKind::update, item.kind);
    EXPECT_EQ(Date::of(2025, 3, 21), item.visit->to);
    EXPECT_EQ("2025-03-21T11:45", item.visit->dischargedAt->iso());
}

TEST(Hl7AdmissionsTest, ReadsCoverages)
{
    const auto first = segment("IN1", {{2, "P1"},
                                       {3, "PAY1^^^X"},
                                       {4, "First Payer"},
                                       {5, "1 Money St^^Hartford^CT^06101"},
                                       {8, "GRP-1"},
                                       {9, "Group One"},
                                       {16, "Quill^Tom^C"},
                                       {17, "SPO"},
                                       {18, "19600101"},
                                       {19, "9 Elm St^^Northfield^VT^05663"},
                                       {36, "MEM1"},
                                       {43, "M"}});
    const auto second = segment("IN1", {{4, "Second Payer"}, {16, "Quill^Ada"}, {17, "SEL"}, {49, "MEM2"}});
    const auto file =
        readHl7(hl7({msh("ADT^A01"), testPatient, "GT1|1||Guarantor^Pays", first, second, "IN1|3", second, second}));
    ASSERT_TRUE(file) << outcome(file);
    const auto& coverages = file->items.front().visit->coverages;
    ASSERT_EQ(3U, coverages.size());
    EXPECT_THAT(file->notes, ElementsAre("message 1: coverages beyond the third (IN1) were passed over"));
    EXPECT_EQ(CoverageRank::primary, coverages[0].rank);
    EXPECT_EQ("First Payer", coverages[0].payer.name);
    EXPECT_EQ("PAY1", coverages[0].payer.payerId);
    EXPECT_EQ("Hartford", coverages[0].payer.address.city);
    EXPECT_EQ("GRP-1", coverages[0].groupNumber);
    EXPECT_EQ("Group One", coverages[0].groupName);
    EXPECT_EQ("MEM1", coverages[0].memberId);
    EXPECT_EQ(Relationship::spouse, coverages[0].relationship);
    ASSERT_TRUE(coverages[0].subscriber);
    EXPECT_EQ("Tom", coverages[0].subscriber->firstName);
    EXPECT_EQ(Sex::male, coverages[0].subscriber->sex);
    EXPECT_EQ(CoverageRank::secondary, coverages[1].rank);
    EXPECT_EQ("MEM2", coverages[1].memberId);
    EXPECT_EQ(Relationship::self, coverages[1].relationship);
    EXPECT_FALSE(coverages[1].subscriber);
}

TEST(Hl7AdmissionsTest, ReadsCodesAsSent)
{
    const auto item = readOne(
        hl7({msh("ADT^A01"), testPatient, "DG1|1||E11.9^Type 2 diabetes^I10C||20250318|A", "DG1|2|I9|250.00|||F",
             "DG1|3||44054006^Diabetes^SCT", "DG1|4||E11.9^^I10", "DG1|5||626.2",
             "PR1|1||0DTJ4ZZ^Appendix out^I10||20250319", "PR1|2||99213^Visit^C4", "PR1|3|I9|47.01|Appendectomy"}));
    std::vector<std::string> found;
    for (const auto& code : item.codes)
        found.push_back(code.system + " " + code.code + " " + code.display + "/" + code.status);
    EXPECT_THAT(found,
                ElementsAre("icd10cm E11.9 Type 2 diabetes/admitting", "icd9cm 250.00 /final",
                            "snomed 44054006 Diabetes/", "icd10cm E11.9 /", "icd9cm 626.2 /",
                            "icd10pcs 0DTJ4ZZ Appendix out/", "cpt 99213 Visit/", "icd9pcs 47.01 Appendectomy/"));
    EXPECT_EQ(SourceCodeKind::diagnosis, item.codes[0].kind);
    EXPECT_EQ(Date::of(2025, 3, 18), item.codes[0].date);
    EXPECT_EQ(SourceCodeKind::procedure, item.codes[5].kind);
}

TEST(Hl7AdmissionsTest, KnowsItsKinds)
{
    for (const auto* event : {"A01", "A04"})
        EXPECT_EQ(IncomingKind::admit, readOne(hl7({msh(std::string("ADT^") + event), testPatient})).kind);
    for (const auto* event : {"A03", "A05", "A06", "A07", "A08", "A28", "A31"})
        EXPECT_EQ(IncomingKind::update, readOne(hl7({msh(std::string("ADT^") + event), testPatient})).kind);
    for (const auto* event : {"A02", "A11", "A13", "A17", "A41", "A99", ""})
        EXPECT_THAT(outcome(readHl7(hl7({msh(std::string("ADT^") + event), testPatient}))), HasSubstr("IMPORT-279"));
    EXPECT_EQ(IncomingKind::admit, readOne(hl7({msh("ADT"), "EVN|A01", testPatient})).kind);
}

TEST(Hl7AdmissionsTest, ReadsMerges)
{
    for (const auto* event : {"A40", "A34", "A18"}) {
        const auto item = readOne(hl7({msh(std::string("ADT^") + event), "EVN||2025", testPatient,
                                       "MRG|9^^^SSA^SS~MRN-6^^^CLINIC^MR|||OLD-6||||Quill^A"}));
        EXPECT_EQ(IncomingKind::merge, item.kind);
        EXPECT_EQ("MRN-7", item.patient.person.mrn);
        EXPECT_EQ((Identifier{"CLINIC", "MRN-6", "MR"}), item.mergedFrom);
    }
    const auto old = readOne(hl7({msh("ADT^A18"), testPatient, "MRG||||OLD-6"}));
    EXPECT_EQ("OLD-6", old.mergedFrom->value);
    EXPECT_THAT(outcome(readHl7(hl7({msh("ADT^A40"), testPatient}))),
                HasSubstr("IMPORT-284: in.hl7: message 1: ADT A40 names no number that was merged; expected MRG-1"));
    const auto two = readHl7(hl7({msh("ADT^A40"), testPatient, "MRG|MRN-6", "PID|2||MRN-5", "MRG|MRN-4"}));
    ASSERT_TRUE(two) << outcome(two);
    ASSERT_EQ(2U, two->items.size());
    EXPECT_EQ("MRN-4", two->items[1].mergedFrom->value);
}

TEST(Hl7ChargesTest, ReadsCharges)
{
    const auto item =
        readOne(hl7({msh("DFT^P03"), testPatient, "PV1|1|O|||||||||||||||||V-1", "DG1|1||M54.50^Low back pain^I10C",
                     segment("FT1", {{4, "20250318^20250319"},
                                     {6, "CG"},
                                     {7, "XR2^Chest film"},
                                     {10, "2"},
                                     {11, "250.5&USD"},
                                     {19, "E11.9^Diabetes^I10C~44054006^Diabetes^SCT"},
                                     {20, "1234567893^Stone^Mara^^^^^^NPI^^^^NPI"},
                                     {21, "1245319599^Orders^Olga"},
                                     {25, "71046^X-ray chest^C4"},
                                     {26, "RT~GA"},
                                     {29, "0182-1061-05^Aspirin^NDC"}}),
                     segment("FT1", {{4, "20250318"}, {6, "CG"}, {7, "626.2"}, {11, "120"}, {25, "99213"}}),
                     segment("FT1", {{4, "20250318"}, {6, "CG"}, {7, "HOUSE1^House code"}, {10, "2"}, {12, "10.25"}}),
                     segment("FT1", {{4, "20250318"}, {6, "PY"}, {7, "PAY"}, {11, "50"}}),
                     segment("FT1", {{4, "20250318"}, {7, "J1100^Drug^HCPCS"}, {10, "0.5"}, {22, "20"}})}));
    EXPECT_EQ(IncomingKind::charges, item.kind);
    ASSERT_EQ(4U, item.charges.size());
    const auto& first = item.charges[0];
    EXPECT_EQ("71046", first.line.code.text);
    EXPECT_EQ(CodeSystem::cpt, first.line.system);
    EXPECT_THAT(first.line.modifiers, ElementsAre("RT", "GA"));
    EXPECT_EQ(Quantity::whole(2), first.line.units);
    EXPECT_EQ(Money::cents(25050), first.line.charge);
    EXPECT_EQ(Date::of(2025, 3, 18), first.line.serviceFrom);
    EXPECT_EQ(Date::of(2025, 3, 19), first.line.serviceTo);
    EXPECT_EQ("Chest film", first.line.note);
    EXPECT_THAT(first.diagnoses, ElementsAre("E11.9", "44054006"));
    EXPECT_EQ("99213", item.charges[1].line.code.text);
    EXPECT_EQ(CodeSystem::cpt, item.charges[1].line.system);
    EXPECT_EQ("HOUSE1", item.charges[2].line.code.text);
    EXPECT_FALSE(item.charges[2].line.system);
    EXPECT_EQ(Money::cents(2050), item.charges[2].line.charge);
    EXPECT_EQ(CodeSystem::hcpcs, item.charges[3].line.system);
    EXPECT_EQ(Money::cents(1000), item.charges[3].line.charge);
    EXPECT_EQ("Stone", item.visit->providers.rendering->lastName);
    EXPECT_EQ("1245319599", item.visit->providers.ordering->npi);

    std::vector<std::string> codes;
    for (const auto& code : item.codes) codes.push_back(code.system + " " + code.code);
    EXPECT_THAT(codes, testing::IsSupersetOf({"icd10cm M54.50", "icd10cm E11.9", "snomed 44054006", "cpt 71046",
                                              "icd9cm 626.2", "ndc 0182-1061-05", "cpt 99213", "hcpcs J1100"}));
}

TEST(Hl7ChargesTest, NeedsACharge)
{
    EXPECT_THAT(outcome(readHl7(hl7({msh("DFT^P03"), testPatient}))),
                HasSubstr("IMPORT-285: in.hl7: message 1: DFT P03 holds no charge"));
    EXPECT_THAT(outcome(readHl7(hl7({msh("DFT^P03"), testPatient, "FT1|1|||2025||PY|X"}))), HasSubstr("IMPORT-285"));
}

}  // namespace
}  // namespace cw
