#include "import/code_file.h"
#include "import/zip_archive.h"
#include "tests/import/fixtures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace cw {
namespace {

using test::outcome;

using CodeCounts = std::pair<std::ptrdiff_t, std::ptrdiff_t>;

CodeCounts codesAndModifiers(const ParsedRelease& release)
{
    const auto modifiers =
        std::count_if(release.rows.begin(), release.rows.end(), [](const CodeRow& row) { return row.isModifier; });
    return {static_cast<std::ptrdiff_t>(release.rows.size()) - modifiers, modifiers};
}

TEST(OfficialHcpcsTest, Hcpcs2018SpreadsheetEqualsTheRecords)
{
    CW_SHARED_OR_SKIP(file, "reference/hcpcs/2018-Alpha-Numeric-HCPCS-File.zip");
    const auto records = parseCodeFile(*file, {}, Progress());
    const auto archive = ZipArchive::openFile(*file);
    ASSERT_TRUE(records && archive) << outcome(records);
    for (const auto& member : archive->members()) {
        if (member.name != "HCPC2018_CONTR_ANWEB_disc.xlsx") continue;
        const auto sheet = parseCodeBytes(*archive->read(member), member.name, {}, Progress());
        ASSERT_TRUE(sheet) << outcome(sheet);
        EXPECT_EQ(CodeCounts(6205, 354), codesAndModifiers(*sheet));
        EXPECT_EQ("HCPCS 2018", sheet->name);
        EXPECT_TRUE(sheet->hasRowDates);
        std::map<std::string, const CodeRow*> known;
        for (const auto& row : records->rows) known[row.code] = &row;
        int otherTitles = 0;
        for (const auto& row : sheet->rows) {
            const auto* same = known[row.code];
            ASSERT_NE(nullptr, same) << row.code;
            EXPECT_EQ(same->validFrom, row.validFrom) << row.code;
            EXPECT_EQ(same->validUntil, row.validUntil) << row.code;
            EXPECT_EQ(same->isModifier, row.isModifier) << row.code;
            otherTitles += same->shortTitle == row.shortTitle ? 0 : 1;
            if (same->longTitle != row.longTitle) ++otherTitles;
        }
        EXPECT_LT(otherTitles, 100);
        RecordProperty("otherTitles", otherTitles);
    }
}

TEST(OfficialHcpcsTest, LaterHcpcsTables)
{
    CW_SHARED_OR_SKIP(undated, "reference/hcpcs/hcpcs_2025_oct_codes_and_modifiers_longdesc.csv");
    const auto october = parseCodeFile(*undated, {}, Progress());
    ASSERT_TRUE(october) << outcome(october);
    EXPECT_EQ(CodeCounts(8463, 383), codesAndModifiers(*october));
    EXPECT_EQ("HCPCS 2025 October", october->name);
    EXPECT_FALSE(october->hasRowDates);

    CW_SHARED_OR_SKIP(rebuilt, "reference/hcpcs/hcpcs_level2_2024_jul_rebuilt.csv.xz");
    const auto july = parseCodeFile(*rebuilt, {}, Progress());
    ASSERT_TRUE(july) << outcome(july);
    EXPECT_EQ(CodeCounts(8033, 0), codesAndModifiers(*july));
    EXPECT_EQ("HCPCS 2024 July", july->name);
    EXPECT_TRUE(july->hasRowDates);
    EXPECT_EQ(1'058, std::count_if(july->rows.begin(), july->rows.end(),
                                   [](const CodeRow& row) { return row.validUntil.has_value(); }));

    CW_SHARED_OR_SKIP(sample, "reference/format_samples/HCPC2026_OCT_ANWEB_excerpt.csv");
    const auto excerpt = parseCodeFile(*sample, {}, Progress());
    ASSERT_TRUE(excerpt) << outcome(excerpt);
    EXPECT_EQ(CodeCounts(0, 8), codesAndModifiers(*excerpt));
    EXPECT_EQ("HCPCS 2026 October", excerpt->name);
    EXPECT_EQ(Date::of(2017, 12, 31), excerpt->rows[6].validUntil);
}

}  // namespace
}  // namespace cw
