#include "import/hcpcs_file.h"

#include "import/code_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::crlf;
using test::hcpcsRecord;
using test::makeZip;
using test::outcome;
using ::testing::StartsWith;

const std::string fileName = "HCPC2018_CONTR_ANWEB_disc.txt";

std::vector<std::string> goodRecords()
{
    return {"***Disclaimers",
            "",
            "-- Codes that ended stay in this file for four years.\t\t\t",
            hcpcsRecord("   AD", '7', "Medical supervision by a physician: more than four", "19840101"),
            hcpcsRecord("   AD", '8', "concurrent anesthesia   procedures"),
            hcpcsRecord("A0425", '3', "Ground mileage, per statute mile", "20010101"),
            hcpcsRecord("C9031", '3', "Lutetium, 1 mCi", "20180701", "20181231"),
            hcpcsRecord("J0120", '3', "Injection, up to 250 mg \x96 note", "19820101")};
}

Result<ParsedRelease> parse(std::string bytes, const std::string& name = fileName, CodeFileOptions options = {})
{
    return parseCodeBytes(std::move(bytes), name, options, Progress());
}

TEST(HcpcsFileTest, ReadsCodesModifiersDatesAndContinuedDescriptions)
{
    const auto release = parse(crlf(goodRecords()));
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(CodeSystem::hcpcs, release->system);
    EXPECT_EQ(ReleaseKind::official, release->kind);
    EXPECT_EQ("HCPCS 2018", release->name);
    EXPECT_EQ((DateInterval{Date::of(2018, 1, 1), Date::of(2018, 12, 31)}), release->inForce);
    ASSERT_EQ(4U, release->rows.size());
    const auto& modifier = release->rows[0];
    EXPECT_TRUE(modifier.isModifier);
    EXPECT_EQ("AD", modifier.code);
    EXPECT_EQ("Medical supervision by a physician: more than four concurrent anesthesia procedures",
              modifier.longTitle);
    EXPECT_EQ("Medical supervision by a phy", modifier.shortTitle);
    EXPECT_EQ(Date::of(1984, 1, 1), modifier.validFrom);
    EXPECT_FALSE(modifier.validUntil);
    const auto& ended = release->rows[2];
    EXPECT_EQ("C9031", ended.code);
    EXPECT_FALSE(ended.isModifier);
    EXPECT_TRUE(ended.billable);
    EXPECT_EQ(Date::of(2018, 12, 31), ended.validUntil);
    EXPECT_EQ("Injection, up to 250 mg \xE2\x80\x93 note", release->rows[3].longTitle);
    EXPECT_EQ(4, release->rows[3].order);
}

TEST(HcpcsFileTest, FindsTheMemberOfAZipByContent)
{
    const auto release = parse(makeZip({{"HCPC2018_README.txt", "read me"},
                                        {"notes.prn", "Code Type of Change"},
                                        {fileName, crlf(goodRecords())}}),
                               "2018-Alpha-Numeric-HCPCS-File.zip");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(4U, release->rows.size());
    EXPECT_EQ("HCPCS 2018", release->name);
}

TEST(HcpcsFileTest, ReadsTheShorterRecordsOfLaterYearsWithAQuarter)
{
    auto records = goodRecords();
    records.erase(records.begin(), records.begin() + 3);
    for (auto& record : records) record.resize(293);
    const auto release = parse(crlf(records), "HCPC2026_OCT_ANWEB.txt");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ("HCPCS 2026 October", release->name);
    EXPECT_EQ((DateInterval{Date::of(2026, 10, 1), Date::of(2026, 12, 31)}), release->inForce);
}

struct BadRecord {
    const char* name;
    std::string record;
    const char* message;
};

std::string damaged(std::size_t at, const std::string& with)
{
    return hcpcsRecord("B4034", '3', "Feeding supply kit").replace(at, with.size(), with);
}

class HcpcsFileFaultTest : public ::testing::TestWithParam<BadRecord> {};

TEST_P(HcpcsFileFaultTest, RefusesTheWholeFileAndNamesLineColumnAndReason)
{
    auto records = goodRecords();
    records[6] = GetParam().record;
    EXPECT_THAT(outcome(parse(crlf(records))), StartsWith("IMPORT-030: " + fileName + ": line 7" + GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Records, HcpcsFileFaultTest,
    ::testing::Values(BadRecord{"code", damaged(0, "b4034"), ", column 1: not a HCPCS code"},
                      BadRecord{"sequence", damaged(5, "x"), ", column 6: the sequence number"},
                      BadRecord{"record", damaged(10, "5"), ", column 11: the record must be"},
                      BadRecord{"noDescription", damaged(11, std::string(80, ' ')), ", column 12: no long description"},
                      BadRecord{"added", damaged(268, "20181301"), ", column 269: no date"},
                      BadRecord{"terminated", damaged(284, "soon"), ", column 285: the termination date"},
                      BadRecord{"modifier", hcpcsRecord("  A25", '7', "x"), ", column 1: not a HCPCS modifier"},
                      BadRecord{"short", damaged(0, "").substr(0, 100), ": has 100 columns"},
                      BadRecord{"shorterThanOthers", damaged(0, "").substr(0, 300), ": has 300 columns, the records"},
                      BadRecord{"blank", "", ": has 0 columns"},
                      BadRecord{"strayContinuation", hcpcsRecord("A0427", '4', "more"),
                                ", column 1: continues another"},
                      BadRecord{"duplicate", hcpcsRecord("A0425", '3', "again"), ", column 1: duplicate code A0425"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(HcpcsFileTest, RefusesAFileThatIsCutOff)
{
    const auto whole = crlf(goodRecords());
    EXPECT_THAT(outcome(parse(whole.substr(0, whole.size() - 2))), StartsWith("IMPORT-031"));
    EXPECT_THAT(outcome(parse(whole.substr(0, whole.size() - 50))), StartsWith("IMPORT-030: " + fileName + ": line 8"));
}

TEST(HcpcsFileTest, StopsWhenCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const auto release = parseCodeBytes(crlf(goodRecords()), fileName, {}, Progress({}, stop.get_token()));
    ASSERT_FALSE(release);
    EXPECT_EQ(ErrorKind::cancelled, release.error().kind);
}

}  // namespace
}  // namespace cw
