#include "tests/claim/tables/table_fixture.h"

#include "base/text.h"
#include "import/xlsx.h"
#include "import/zip_archive.h"

namespace cw {
namespace {

using test::tableRequest;
using ::testing::HasSubstr;
using ::testing::Not;

std::string part(const std::string& bytes, std::string_view name)
{
    const auto archive = ZipArchive::open(bytes, "claims.xlsx");
    EXPECT_TRUE(archive);
    for (const auto& member : archive->members())
        if (member.name == name) return archive->read(member).value();
    return {};
}

/// Rows by column name through our own reader of spreadsheets.
test::Rows readXlsx(const std::string& bytes)
{
    const auto tsv = xlsxAsText(bytes, "claims.xlsx");
    EXPECT_TRUE(tsv) << describe(tsv.error());
    test::Rows rows;
    std::vector<std::string_view> names;
    for (const auto line : text::lines(*tsv)) {
        const auto cells = text::split(line, '\t');
        if (names.empty()) {
            names = cells;
            continue;
        }
        auto& row = rows.emplace_back();
        for (std::size_t column = 0; column < names.size(); ++column)
            row[std::string(names[column])] = column < cells.size() ? std::string(cells[column]) : std::string();
    }
    return rows;
}

TEST(XlsxFileTest, SaysTheSameAsTheCsv)
{
    const auto child = sample::injuredChild();
    const auto visit = sample::officeVisit();
    const auto request = tableRequest({&child, &visit}, ClaimForm::xlsx);
    const auto file = writeXlsx(request);
    ASSERT_TRUE(file) << describe(file.error());
    EXPECT_TRUE(looksLikeXlsx(file->bytes));
    auto rows = readXlsx(file->bytes);
    const auto expected = test::parseCsv(writeCsv(request).value().bytes);
    ASSERT_EQ(expected.size(), rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at)
        for (const auto& name : claimTableColumns()) EXPECT_EQ(expected[at].at(name), rows[at][name]) << name;
    ASSERT_EQ(2U, file->claims.size());
    EXPECT_EQ(child.totalCharges(), file->claims[0].charges);
}

TEST(XlsxFileTest, CellsHaveTheTypeOfTheirValue)
{
    const auto visit = sample::officeVisit();
    const auto file = writeXlsx(tableRequest({&visit}, ClaimForm::xlsx)).value();
    const auto sheet = part(file.bytes, "xl/worksheets/sheet1.xml");
    EXPECT_THAT(sheet, HasSubstr("s=\"4\"><v>275.50</v>")) << "money: a number of two decimals";
    EXPECT_THAT(sheet, HasSubstr("s=\"3\"><v>45672</v>")) << "2025-01-15 as a date";
    EXPECT_THAT(sheet, HasSubstr("s=\"5\"><v>1</v>")) << "units";
    EXPECT_THAT(sheet, HasSubstr("<t xml:space=\"preserve\">99213</t>")) << "a code is text, whatever it looks like";
    EXPECT_THAT(sheet, HasSubstr("<t xml:space=\"preserve\">15202</t>"));
    EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
    const auto styles = part(file.bytes, "xl/styles.xml");
    EXPECT_THAT(styles, HasSubstr("yyyy"));
}

TEST(XlsxFileTest, TextIsTextAsItStands)
{
    auto visit = sample::officeVisit();
    visit.patient.lastName = "=1+1";
    visit.patient.firstName = "<b>&\"李 ";
    visit.patient.middleName = "a\x02z";
    visit.patient.birthDate = Date::of(1899, 12, 31);
    const auto file = writeXlsx(tableRequest({&visit}, ClaimForm::xlsx)).value();
    auto row = readXlsx(file.bytes).at(0);
    EXPECT_EQ("=1+1", row["patient_last_name"]) << "inline text is no formula, so that it needs no apostrophe";
    EXPECT_THAT(part(file.bytes, "xl/worksheets/sheet1.xml"), HasSubstr("&lt;b&gt;&amp;\"李 </t>"));
    EXPECT_EQ("a z", row["patient_middle_name"]);
    EXPECT_EQ("1899-12-31", row["patient_birth_date"]) << "before the first day that a sheet can count";
}

TEST(XlsxFileTest, TextThatLooksLikeANumberedCharacterIsMarked)
{
    auto visit = sample::officeVisit();
    visit.patient.lastName = "_x0041_x00e9_";
    visit.patient.firstName = "_x41_ a\xEF\xBF\xBFz";
    const auto sheet =
        part(writeXlsx(tableRequest({&visit}, ClaimForm::xlsx)).value().bytes, "xl/worksheets/sheet1.xml");
    EXPECT_THAT(sheet, HasSubstr(">_x005F_x0041_x005F_x00e9_<"));
    EXPECT_THAT(sheet, HasSubstr(">_x41_ a z<")) << "XML has no U+FFFF";
}

TEST(XlsxFileTest, TextThatIsTooLongForACellIsCutAndNamed)
{
    auto visit = sample::officeVisit();
    std::string longText;
    for (int i = 0; i < 20'000; ++i) longText += "é";
    visit.procedures[0].details.description = longText;
    const auto file = writeXlsx(tableRequest({&visit}, ClaimForm::xlsx)).value();
    ASSERT_EQ(1U, file.replacements.size());
    EXPECT_EQ("V-1001 description: cut to 32767 bytes", file.replacements[0]);
    EXPECT_EQ(longText.substr(0, 32'766), readXlsx(file.bytes).at(0)["description"]) << "no half letter at the end";
}

TEST(XlsxFileTest, TheSameClaimsGiveTheSameBytes)
{
    const auto child = sample::injuredChild();
    const auto request = tableRequest({&child}, ClaimForm::xlsx);
    EXPECT_EQ(writeXlsx(request).value().bytes, writeXlsx(request).value().bytes);
}

TEST(XlsxFileTest, RefusesAsTheCsvDoes)
{
    auto bare = sample::officeVisit("V-7");
    bare.procedures.clear();
    const auto file = writeXlsx(tableRequest({&bare}, ClaimForm::xlsx)).value();
    ASSERT_EQ(1U, file.refused.size());
    EXPECT_EQ("CLAIM-550", file.refused[0].error.id);
    EXPECT_EQ("", file.bytes);
}

}  // namespace
}  // namespace cw
