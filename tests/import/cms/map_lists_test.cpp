#include "tests/import/cms/lists.h"

#include <gmock/gmock.h>

namespace cw {
namespace {

using test::contentOf;
using test::crlf;
using test::outcome;
using test::parseCms;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<std::string> mapsOf(const ParsedList& list)
{
    std::vector<std::string> all;
    for (const auto& map : contentOf<CodeMaps>(list).maps)
        all.push_back(map.map + " " + map.from + ">" + map.to + " " + map.flags +
                      (map.effective ? map.effective->iso() : ""));
    return all;
}

TEST(GemsListTest, ReadsBothDirections)
{
    const auto fromNine =
        parseCms(crlf({"0010  A000    00000", "0011  NoDx    11000", "V1234 Z9981XA 10111", "0012  A001    10000"}),
                 "2018_I9gem.txt");
    ASSERT_TRUE(fromNine) << outcome(fromNine);
    EXPECT_EQ("icd9-icd10", fromNine->variant);
    EXPECT_EQ("2018", fromNine->name);
    EXPECT_EQ((DateInterval{Date::of(2017, 10, 1), Date::of(2018, 9, 30)}), fromNine->inForce);
    EXPECT_THAT(mapsOf(*fromNine), ElementsAre("icd9-icd10 0010>A000 00000", "icd9-icd10 0011> 11000",
                                               "icd9-icd10 V1234>Z9981XA 10111", "icd9-icd10 0012>A001 10000"));
    EXPECT_THAT(fromNine->checks, ElementsAre("4 rows, 1 without match"));

    const auto fromTen = parseCms(crlf({"A000    0010  00000", "T8853XD v5889 10000"}), "2018_I10gem.txt");
    ASSERT_TRUE(fromTen) << outcome(fromTen);
    EXPECT_EQ("icd10-icd9", fromTen->variant);
    EXPECT_THAT(mapsOf(*fromTen), ElementsAre("icd10-icd9 A000>0010 00000", "icd10-icd9 T8853XD>V5889 10000"));
}

TEST(GemsListTest, NamesBadRows)
{
    std::vector<std::string> rows(100, "A000    0010  00000");
    rows[50] = "A000    0010";
    rows[51] = "A000    A001  00000";
    rows[52] = "A0      0010  00000";
    rows[53] = "A000    NoDx  00000";
    const auto list = parseCms(crlf(rows), "2018_I10gem.txt");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_THAT(list->rejections, ElementsAre("line 51: must have source, target and flags",
                                              "line 52: the target is no code of its system",
                                              "line 53: the source is no code of its system",
                                              "line 54: flag 2 must be 1 where there is no match, and only there"));
    const auto whole = crlf(rows);
    EXPECT_THAT(outcome(parseCms(whole.substr(0, whole.size() - 1), "2018_I10gem.txt")), StartsWith("IMPORT-166"));
}

std::string conversion(const std::string& rows)
{
    return "\"Invented note of the FY 2025 (October 1, 2024 Update)\"\n"
           "Current code assignment\tEffective\tPrevious Code(s) Assignment\n" +
           rows;
}

TEST(ConversionListTest, SpellsOutWhatACellNames)
{
    const auto list = parseCms(conversion("A04.71\t2017\tA04.7\n"
                                          "C56.3 \t2021\tC56.1 and C56.2\n"
                                          "E75.244\t2023-04-01\tE75.240, E75.241; E75.249 \n"
                                          "M96.89\t2016\tM93.001 & Y84.8\n"
                                          "H02.151\t2018\tH02.101-H02.103\n"
                                          "Z99.8\t2020\tNone\n"
                                          "Y93.0\t2016\tY93.01-Y93.9\n"
                                          "K59.03\t2016\tK59.09 AND Code from categories T36-T50\n\t\t\n"),
                               "conversion.xlsx");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("FY2025", list->name);
    EXPECT_EQ(8, list->rowCount);
    EXPECT_THAT(mapsOf(*list), ElementsAre("successor A047>A0471 2017-10-01", "successor C561>C563 2021-10-01",
                                           "successor C562>C563 2021-10-01", "successor E75240>E75244 2023-04-01",
                                           "successor E75241>E75244 2023-04-01", "successor E75249>E75244 2023-04-01",
                                           "successor M93001>M9689 2016-10-01", "successor Y848>M9689 2016-10-01",
                                           "successor H02101>H02151 2018-10-01", "successor H02102>H02151 2018-10-01",
                                           "successor H02103>H02151 2018-10-01", "successor K5909>K5903 2016-10-01"));
    EXPECT_THAT(list->checks, ElementsAre("8 codes, 12 mappings", "1 codes have no earlier code",
                                          "2 codes name a category or a range that is not spelled out"));
}

TEST(ConversionListTest, NamesBadRows)
{
    for (const auto& [row, reason] : {std::pair("chapter 3\t2017\tA04.7", "the current code is no ICD-10-CM code"),
                                      std::pair("A04.71\tsoon\tA04.7", "the effective date is neither"),
                                      std::pair("A04.71\t2017\t", "no previous code")})
        EXPECT_THAT(outcome(parseCms(conversion(row), "conversion.xlsx")), HasSubstr(std::string("line 3: ") + reason));
}

}  // namespace
}  // namespace cw
