#include "import/titles_file.h"

#include "import/code_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::crlf;
using test::outcome;
using ::testing::StartsWith;

const std::string codes = crlf({"A000    Invented, first", "A0109   Invented, second", "S72001A Invented, third"});

TEST(TitlesFileTest, IsAReleaseWithoutHeaders)
{
    const auto release = parseCodeBytes(codes, "icd10cm_codes_2030.txt", {}, Progress());
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(CodeSystem::icd10cm, release->system);
    EXPECT_EQ("FY2030", release->name);
    ASSERT_EQ(3U, release->rows.size());
    EXPECT_EQ("A0109", release->rows[1].code);
    EXPECT_EQ("Invented, second", release->rows[1].longTitle);
    EXPECT_EQ("Invented, second", release->rows[1].shortTitle);
    EXPECT_TRUE(release->rows[1].billable);
    EXPECT_EQ(2, release->rows[1].order);
}

TEST(TitlesFileTest, TellsTheSystemsApart)
{
    EXPECT_EQ(CodeSystem::icd10cm, recogniseTitlesFile(codes, "x.txt"));
    EXPECT_EQ(CodeSystem::icd10pcs, recogniseTitlesFile(crlf({"0016070 Bypass of one to another"}), "x.txt"));
    const auto maybeHcpcs = crlf({"A0021   Ambulance service", "J1030   Drug, invented"});
    EXPECT_EQ(std::nullopt, recogniseTitlesFile(maybeHcpcs, "x.txt"));
    EXPECT_EQ(CodeSystem::icd10cm, recogniseTitlesFile(maybeHcpcs, "icd10cm_codes.txt"));
}

TEST(TitlesFileTest, RecognisesNoMapAndNoProse)
{
    EXPECT_EQ(std::nullopt, recogniseTitlesFile(crlf({"A000    0010  00000", "A001    0011  00000"}), "gem.txt"));
    EXPECT_EQ(std::nullopt, recogniseTitlesFile("Read this file first, please.\n", "readme.txt"));
    EXPECT_EQ(std::nullopt, recogniseTitlesFile("", ""));
    EXPECT_EQ(std::nullopt, recogniseTitlesFile(crlf({test::orderRow(1, "A00", '0', "Cholera")}), ""));
}

TEST(TitlesFileTest, RefusesFaults)
{
    const auto parse = [](const std::string& text) {
        return outcome(parseTitlesFile(text, "f.txt", CodeSystem::icd10cm, Progress()));
    };
    EXPECT_EQ("IMPORT-144: f.txt: line 4, column 1: duplicate code A000", parse(codes + "A000    Again here\r\n"));
    EXPECT_EQ("IMPORT-144: f.txt: line 4, column 1: not an ICD-10-CM code", parse(codes + "A0      Too short\r\n"));
    EXPECT_EQ("IMPORT-144: f.txt: line 4, column 8: must be blank: the columns are not those of a codes file",
              parse(codes + "A000   xWrong place\r\n"));
    EXPECT_THAT(parse(codes + "\r\nA002    After a gap\r\n"), StartsWith("IMPORT-144: f.txt: line 4"));
    EXPECT_THAT(parse(codes.substr(0, codes.size() - 6)), StartsWith("IMPORT-145: f.txt: line 3"));
}

TEST(TitlesFileTest, AnOrderFileBesideItGoesFirst)
{
    const auto order =
        crlf({test::orderRow(1, "A00", '0', "Cholera"), test::orderRow(2, "A009", '1', "Cholera, other")});
    for (const auto& zip : {test::makeZip({{"icd10cm_codes_2030.txt", codes}, {"icd10cm_order_2030.txt", order}}),
                            test::makeZip({{"icd10cm_order_2030.txt", order}, {"icd10cm_codes_2030.txt", codes}})}) {
        const auto release = parseCodeBytes(zip, "f.zip", {}, Progress());
        ASSERT_TRUE(release) << outcome(release);
        EXPECT_EQ(2U, release->rows.size());
    }
}

}  // namespace
}  // namespace cw
