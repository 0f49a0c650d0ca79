#include "tests/import/cms/lists.h"

#include <gmock/gmock.h>

namespace cw {
namespace {

using test::contentOf;
using test::crlf;
using test::outcome;
using test::parseCms;
using ::testing::ElementsAre;
using ::testing::StartsWith;

std::vector<std::string> flagsOf(const ParsedList& list)
{
    std::vector<std::string> all;
    for (const auto& flag : contentOf<CodeFlags>(list).flags)
        all.push_back(flag.code + " " + flag.flag + "=" + flag.value);
    return all;
}

TEST(PoaListTest, ReadsTheListOfTheYearThatItsHeaderNames)
{
    const auto list = parseCms(crlf({"OrdFY24\tPOAexemptCode\tDescription", "00001\tZ98.89\t\"Invented, first\"",
                                     "00002\tZ99\tInvented second"}),
                               "exempt.txt");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(ListKind::poaExempt, list->kind);
    EXPECT_EQ("FY2024", list->name);
    EXPECT_EQ((DateInterval{Date::of(2023, 10, 1), Date::of(2024, 9, 30)}), list->inForce);
    EXPECT_THAT(flagsOf(*list), ElementsAre("Z9889 poa=exempt", "Z99 poa=exempt"));
    EXPECT_THAT(list->checks, ElementsAre("2 codes exempt"));
}

TEST(PoaListTest, LeavesTheFilesOfChangesAlone)
{
    const auto added = crlf({"Order25\tPOAexemptCode\tDescription", "00001\tZ98.89\tInvented"});
    EXPECT_THAT(outcome(parseCms(added, "POAexemptAddCodesFY25.txt")), StartsWith("TEST-001"));
    const auto deleted = crlf({"POAexemptCode\tDescription", "Z98.89\tInvented"});
    EXPECT_THAT(outcome(parseCms(deleted, "deleted.txt")), StartsWith("TEST-001"));
    const auto revised = crlf({"Order25\tAction\tPOAexemptCode\tDescription", "00001\tRevise from:\tZ98.89\tInvented"});
    EXPECT_THAT(outcome(parseCms(revised, "revised.txt")), StartsWith("TEST-001"));
}

TEST(PoaListTest, RefusesRowsWithoutACode)
{
    EXPECT_THAT(outcome(parseCms("OrdFY24\tPOAexemptCode\tDescription\n1\tZ9.8.8\tx\n", "exempt.txt")),
                StartsWith("IMPORT-151: exempt.txt: 1 of 1 rows are unusable; line 2: not an ICD-10-CM code"));
}

TEST(MceListTest, GivesEachEditItsFlag)
{
    const auto list = parseCms("icd10cm_code,description,edit_group,edit_rule\n"
                               "A00.0,Invented,Age,Perinatal/Newborn (Age 0 Only)\n"
                               "A00.1,Invented,Age,Pediatric (Ages 0-17)\n"
                               "A00.2,Invented,Age,Maternity (Ages 9-64)\n"
                               "A00.3,Invented,Age,Adult (Ages 15-124)\n"
                               "A00.4,\"Invented, too\",Sex,Female Only\n"
                               "A00.5,Invented,Sex,Male Only\n"
                               "A00.6,Invented,Other,Manifestation (Not Allowed as Principal Diagnosis)\n"
                               "A00.7,Invented,Other,Unacceptable Principal Diagnosis\n"
                               "A00.8,Invented,Other,Questionable Admission\n",
                               "mce_fy2024.csv");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("FY2024", list->name);
    EXPECT_THAT(flagsOf(*list),
                ElementsAre("A000 age=newborn", "A001 age=pediatric", "A002 age=maternity", "A003 age=adult",
                            "A004 sex=female", "A005 sex=male", "A006 manifestation=yes", "A007 unacceptable-pdx=yes",
                            "A008 questionable=yes"));
    EXPECT_THAT(outcome(parseCms("icd10cm_code,edit_group,edit_rule\nA00.0,Other,Full moon\n", "mce_fy2024.csv")),
                ::testing::HasSubstr("line 2: no such edit on diagnoses"));
}

TEST(HccListTest, NamesTheModelInTheFlag)
{
    const auto list =
        parseCms("diagnosis_code,cc,model_name\nA000,37,CMS-HCC Model V28\nA000,18,CMS-HCC ESRD Model V24\n"
                 "A001,5,RxHCC Model V08\n",
                 "dx_to_cc_2025.csv");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("2025", list->name);
    EXPECT_THAT(flagsOf(*list),
                ElementsAre("A000 hcc:CMS-HCC V28=37", "A000 hcc:CMS-HCC ESRD V24=18", "A001 hcc:RxHCC V08=5"));
    EXPECT_THAT(outcome(parseCms("diagnosis_code,cc,model_name\nA000,none,CMS-HCC Model V28\n", "hcc_2025.csv")),
                ::testing::HasSubstr("line 2: the category is no number"));
}

TEST(HccListTest, ReadsTheMappingWithAColumnForEachModel)
{
    const std::string head =
        "2026 Midyear Final ICD-10-CM Mappings,,,,,\r\n,,,,,\r\n"
        "Diagnosis Code,Description,\"CMS-HCC\nESRD\nModel\nCategory\nV24\",\"CMS-HCC\nModel Category\nV28\","
        "CMS-HCC ESRD Model Category V24 for 2026 Payment Year,CMS-HCC Model Category V28 for 2026 "
        "Payment Year\r\n";
    const auto list = parseCms(head + "A000,\"Invented, one\",18,37,Yes,Yes\r\nA001,Invented two,19,,No,\r\n"
                                      "A002,Invented three,,,,\r\n,,,,,\r\n1 A note below the table,,,,,\r\n",
                               "2026 Midyear_Final ICD-10-CM Mappings.csv");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("2026", list->name);
    EXPECT_EQ(3, list->rowCount);
    EXPECT_EQ(0, list->rejectedRows);
    EXPECT_THAT(flagsOf(*list), ElementsAre("A000 hcc:CMS-HCC ESRD V24=18", "A000 hcc:CMS-HCC V28=37"));
    EXPECT_THAT(outcome(parseCms(head + "A000,Invented,18,many,Yes,Yes\r\n", "2026.csv")),
                ::testing::HasSubstr("line 10: the category of CMS-HCC V28 is no number"));
    EXPECT_THAT(outcome(parseCms(head + "A000,\"Invented\r\n", "2026.csv")),
                StartsWith("IMPORT-168: 2026.csv: line 10"));
}

TEST(PlaceOfServiceListTest, ReadsRatesAndUnassignedCodes)
{
    const auto list = parseCms("pos_code,pfs_rate_type,name,description\n01,Non-Facility,Shop,\"Sells, invented\"\n"
                               "21,Facility,Patient\xE2\x80\x99s house,Invented\n27,Unassigned,Unassigned,N/A\n",
                               "pos_2024-05.csv");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ((DateInterval{Date::of(2024, 4, 1), {}}), list->inForce);
    EXPECT_THAT(list->checks, ElementsAre("2 assigned, 1 unassigned"));
    const auto& rows = contentOf<PlacesOfService>(*list).rows;
    ASSERT_EQ(3U, rows.size());
    EXPECT_FALSE(rows[0].isFacilityRate);
    EXPECT_EQ("Sells, invented", rows[0].description);
    EXPECT_TRUE(rows[1].isFacilityRate);
    EXPECT_EQ("Patient\xE2\x80\x99s house", rows[1].name);
    EXPECT_FALSE(rows[2].isAssigned);
}

TEST(PlaceOfServiceListTest, NamesBadRows)
{
    for (const auto& [row, reason] :
         {std::pair("1,Facility,a,b", "the code must have two digits"), std::pair("01,Both,a,b", "the rate must be"),
          std::pair("01,Facility,,b", "no name")}) {
        const auto list =
            parseCms("pos_code,pfs_rate_type,name,description\n" + std::string(row) + "\n", "pos_2024.csv");
        EXPECT_THAT(outcome(list), ::testing::HasSubstr(std::string("line 2: ") + reason));
    }
}

TEST(OppsListTest, ReadsStatusIndicatorsAndRates)
{
    const std::string header = "HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source\n";
    const auto list = parseCms(header + "0001F,,E1,,false,2026-04\nG0378,\"Invented, per hr\",N,,false,2026-04\n"
                                        "G0465\xC2\xA0,,T,\"2,107.97\",true,2026-04\n99213,,B,$0.5,false,2026-04\n",
                               "opps_addendum_b_2026-04.csv");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("2026 Q2", list->name);
    EXPECT_EQ((DateInterval{Date::of(2026, 4, 1), Date::of(2026, 6, 30)}), list->inForce);
    EXPECT_THAT(flagsOf(*list), ElementsAre("0001F si=E1", "G0378 si=N", "G0465 si=T", "G0465 rate=2107.97",
                                            "99213 si=B", "99213 rate=0.50"));
    EXPECT_THAT(list->checks, ElementsAre("B: 1 codes", "E1: 1 codes", "N: 1 codes", "T: 1 codes"));
    const auto& flags = contentOf<CodeFlags>(*list).flags;
    EXPECT_EQ(CodeSystem::cpt, flags[0].system);
    EXPECT_EQ(CodeSystem::hcpcs, flags[1].system);
}

TEST(OppsListTest, NamesBadRows)
{
    const std::string header = "HCPCS Code,Short Descriptor,Status Indicator,Payment Rate\n";
    for (const auto& [row, reason] :
         {std::pair("9921,,B,", "not a CPT or HCPCS code"), std::pair("99213,,,", "the status indicator must be"),
          std::pair("99213,,b1,", "the status indicator must be"),
          std::pair("99213,,B,much", "the payment rate is no amount")}) {
        const auto list = parseCms(header + row + "\n", "opps_2026-04.csv");
        EXPECT_THAT(outcome(list), ::testing::HasSubstr(std::string("line 2: ") + reason));
    }
}

TEST(UnusedListsTest, AreRefusedWithTheirName)
{
    for (const auto& [bytes, message] :
         {std::pair("cc,label,model_domain,model_version\nHCC1,Invented,CMS-HCC,V28\n", "IMPORT-170"),
          std::pair("cc_parent,cc_child,model_domain,model_version\n8,9,CMS-HCC,V28\n", "IMPORT-171")}) {
        const auto list = parseCms(bytes, "f.csv");
        EXPECT_THAT(outcome(list), StartsWith(message));
        EXPECT_EQ(ErrorKind::unsupported, list.error().kind);
    }
}

}  // namespace
}  // namespace cw
