#include "import/order_file.h"

#include "import/code_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::crlf;
using test::makeZip;
using test::orderRow;
using test::outcome;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string fileName = "icd10cm_order_2025.txt";

std::vector<std::string> goodRows()
{
    return {orderRow(1, "A00", '0', "Cholera"),
            orderRow(2, "A000", '1', "Cholera due to Vibrio cholerae 01, biovar cholerae"),
            orderRow(3, "C4A", '0', "Merkel cell carcinoma"),
            orderRow(4, "S72001A", '1', "Fracture of unspecified part of neck of right femur, init"),
            orderRow(5, "I10", '1', "Essential (primary) hypertension")};
}

Result<ParsedRelease> parse(std::string bytes, const std::string& name = fileName, CodeFileOptions options = {})
{
    return parseCodeBytes(std::move(bytes), name, options, Progress());
}

TEST(OrderFileTest, ReadsRowsWithTheirFlagAndTitles)
{
    auto rows = goodRows();
    rows[1].replace(16, 60, orderRow(2, "A000", '1', "Cholera d/t Vibrio cholerae").substr(16, 60));
    const auto release = parse(crlf(rows));
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(CodeSystem::icd10cm, release->system);
    EXPECT_EQ(ReleaseKind::official, release->kind);
    EXPECT_EQ("FY2025", release->name);
    EXPECT_EQ((DateInterval{Date::of(2024, 10, 1), Date::of(2025, 9, 30)}), release->inForce);
    EXPECT_EQ(fileName, release->sourceName);
    EXPECT_EQ(64U, release->sourceDigest.size());
    ASSERT_EQ(5U, release->rows.size());
    const auto& row = release->rows[1];
    EXPECT_EQ("A000", row.code);
    EXPECT_EQ("Cholera d/t Vibrio cholerae", row.shortTitle);
    EXPECT_EQ("Cholera due to Vibrio cholerae 01, biovar cholerae", row.longTitle);
    EXPECT_TRUE(row.billable);
    EXPECT_EQ(2, row.order);
    EXPECT_FALSE(row.isModifier);
    EXPECT_FALSE(row.validFrom);
    EXPECT_FALSE(release->rows[0].billable);
    EXPECT_EQ(0, release->rejectedRows);
}

TEST(OrderFileTest, ReadsTheMemberOfAZipAmongOthers)
{
    const auto bytes =
        makeZip({{"icd10cm_codes_2025.txt", "A000    Cholera\r\nA001    Cholera\r\n"},
                 {"icd10cm_order_addenda_2025.txt", "Add:         1 C810A   Nodular lymphoma   Nodular\r\n"},
                 {"sub/" + fileName, crlf(goodRows())},
                 {"guide.pdf", "%PDF-1.4 ..."}});
    const auto release = parse(bytes, "anything.zip");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(5U, release->rows.size());
    EXPECT_EQ("FY2025", release->name);
    EXPECT_EQ("anything.zip", release->sourceName);
}

TEST(OrderFileTest, TakesLineFeedsAloneAndNoLastLineEnd)
{
    std::string text;
    for (const auto& row : goodRows()) text += "\n" + row;
    EXPECT_EQ(5U, parse(text.substr(1)).value().rows.size());
}

struct BadRow {
    const char* name;
    std::string row;
    const char* message;  ///< After file name and line.
};

std::string damaged(std::size_t at, const std::string& with)
{
    return orderRow(3, "B001", '1', "Some title").replace(at, with.size(), with);
}

class OrderFileFaultTest : public ::testing::TestWithParam<BadRow> {};

TEST_P(OrderFileFaultTest, RefusesTheWholeFileAndNamesLineColumnAndReason)
{
    auto rows = goodRows();
    rows[2] = GetParam().row;
    const auto plain = parse(crlf(rows));
    ASSERT_FALSE(plain);
    EXPECT_EQ(ErrorKind::invalidInput, plain.error().kind);
    EXPECT_THAT(outcome(plain), StartsWith("IMPORT-020: " + fileName + ": line 3" + GetParam().message));
    EXPECT_THAT(outcome(parse(makeZip({{"x.pdf", "%PDF"}, {fileName, crlf(rows)}}), "f.zip")),
                StartsWith("IMPORT-020: f.zip: " + fileName + ": line 3" + GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, OrderFileFaultTest,
    ::testing::Values(BadRow{"orderNumber", damaged(2, "x"), ", column 1: the order number"},
                      BadRow{"flag", damaged(14, "2"), ", column 15: the flag must be 0 or 1"},
                      BadRow{"notAscii", damaged(20, "\xC3\xA9"), ", column 21: character that is not ASCII"},
                      BadRow{"tab", damaged(20, "\t"), ", column 21: control character"},
                      BadRow{"nul", damaged(20, std::string(1, '\0')), ", column 21: control character"},
                      BadRow{"lowerCase", damaged(6, "b001"), ", column 7: not an ICD-10-CM code"},
                      BadRow{"dotted", damaged(6, "B00.1"), ", column 7: not an ICD-10-CM code"},
                      BadRow{"digitFirst", damaged(6, "9001"), ", column 7: not an ICD-10-CM code"},
                      BadRow{"tooShort", damaged(6, "B0  "), ", column 7: not an ICD-10-CM code"},
                      BadRow{"noCode", damaged(6, "    "), ", column 7: not an ICD-10-CM code"},
                      BadRow{"shifted", " " + damaged(0, ""), ", column 1: the order number"},
                      BadRow{"codeColumn", damaged(5, "B001 "), ", column 6: must be blank"},
                      BadRow{"longTitleColumn", damaged(76, "x"), ", column 77: must be blank"},
                      BadRow{"noShortTitle", damaged(16, "          "), ", column 17: no short title"},
                      BadRow{"noLongTitle", damaged(77, "          "), ", column 78: no long title"},
                      BadRow{"endsEarly", damaged(0, "").substr(0, 40), ", column 41: the row ends before"},
                      BadRow{"empty", "", ", column 1: the row ends before"},
                      BadRow{"duplicate", damaged(6, "A000"), ", column 7: duplicate code A000"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(OrderFileTest, RefusesEveryTruncationOfAPlainFile)
{
    const auto whole = crlf(goodRows());
    // A cut between rows, or in the title of the only row, leaves a well-formed file: nothing in the format tells.
    for (auto size = whole.find('\n') + 2; size < whole.size(); ++size) {
        if (whole[size - 1] == '\n') continue;
        EXPECT_FALSE(parse(whole.substr(0, size), fileName, {CodeSystem::icd10cm, "", "", {}})) << size;
    }
    EXPECT_THAT(outcome(parse(whole.substr(0, whole.size() - 4))),
                StartsWith("IMPORT-021: " + fileName + ": line 5: the line does not end"));
}

TEST(OrderFileTest, StopsWhenCancelled)
{
    std::stop_source stop;
    int reports = 0;
    const Progress progress(
        [&](std::int64_t done, std::int64_t, const std::string&) {
            ++reports;
            if (done > 0) stop.request_stop();
        },
        stop.get_token());
    std::vector<std::string> rows;
    for (int i = 0; i < 20'000; ++i) {
        auto number = std::to_string(i);
        number.insert(0, 5 - number.size(), '0');
        rows.push_back(orderRow(i, "A" + number, '1', "Title " + number));
    }
    const auto release = parseCodeBytes(crlf(rows), fileName, {}, progress);
    ASSERT_FALSE(release);
    EXPECT_EQ(ErrorKind::cancelled, release.error().kind);
    EXPECT_EQ(2, reports);
}

TEST(OrderFileTest, TellsIcd10PcsFromIcd10Cm)
{
    const auto release = parse(crlf({orderRow(1, "001", '0', "Central Nervous System, Bypass"),
                                     orderRow(2, "0016070", '1', "Bypass Cerebral Ventricle, Open Approach")}),
                               "icd10pcs_order_2025.txt");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(CodeSystem::icd10pcs, release->system);
    EXPECT_EQ("FY2025", release->name);
    EXPECT_EQ("0016070", release->rows[1].code);
    EXPECT_THAT(outcome(parse(crlf({orderRow(1, "001", '0', "Bypass"), orderRow(2, "00160I0", '1', "Bypass")}),
                              "icd10pcs_order_2025.txt")),
                HasSubstr("line 2, column 7: not an ICD-10-PCS code"));
}

}  // namespace
}  // namespace cw
