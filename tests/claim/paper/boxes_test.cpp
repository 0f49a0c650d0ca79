#include "base/file.h"
#include "base/text.h"
#include "claim/claim_fields.h"
#include "claim/paper/frames.h"
#include "tests/claim/paper/paper_sample.h"
#include "tests/support/pdf_text.h"

#include <algorithm>
#include <set>

using namespace cw;
using namespace cw::paper;

namespace {

struct PaperForm : testing::TestWithParam<ClaimForm> {
    const std::vector<Box>& boxes() const { return boxesOf(GetParam()); }
    bool is1500() const { return GetParam() == ClaimForm::cms1500; }
    Pages everything() const
    {
        if (is1500()) {
            static const auto office = sample::officeVariants();
            return layOut1500(sample::claimsOf(office), sample::paperDay);
        }
        static const std::vector<Encounter> stays = {sample::everythingStay(), sample::everythingOutpatient()};
        auto claims = sample::claimsOf(stays);
        claims.push_back(sample::claimOf(stays[0], CoverageRank::secondary));
        return layOutUb04(claims, sample::paperDay);
    }
};

std::string named(const testing::TestParamInfo<ClaimForm>& info)
{
    return std::string(toString(info.param));
}

TEST_P(PaperForm, BoxesDoNotOverlapAndStandOnThePage)
{
    const auto grid = gridOf(GetParam());
    std::map<std::pair<int, int>, std::string_view> taken;
    for (const auto& box : boxes()) {
        EXPECT_FALSE(box.label.empty()) << box.box;
        EXPECT_FALSE(box.source.empty()) << box.box;
        EXPECT_GE(box.repeats, 1);
        for (int line = 0; line < box.repeats; ++line) {
            const int row = box.row + line * box.rowsBetween;
            EXPECT_GE(grid.y(row), 0);
            EXPECT_LE(grid.y(row + 1), 792) << box.box;
            EXPECT_LE(grid.x(box.column + box.width), 612) << box.box;
            for (int column = box.column; column < box.column + box.width; ++column) {
                const auto [at, isFree] = taken.emplace(std::pair(row, column), box.box);
                EXPECT_TRUE(isFree) << box.box << " and " << at->second << " in row " << row << " column " << column;
            }
        }
    }
}

TEST_P(PaperForm, NamesAreUniqueAndPointersLeadToFieldsOfTheClaim)
{
    std::set<std::string_view> names;
    for (const auto& box : boxes()) {
        EXPECT_TRUE(names.insert(box.box).second) << box.box;
        EXPECT_TRUE(box.pointer.empty() || fieldOf(box.pointer) != nullptr) << box.box << " " << box.pointer;
    }
}

TEST_P(PaperForm, EveryBoxIsFilledByAClaimThatHasEverything)
{
    const auto pages = everything();
    for (const auto& refused : pages.refused) ADD_FAILURE() << refused.error.detail;
    std::set<std::string_view> filled;
    for (const auto& page : pages.pages)
        for (const auto& print : page.prints) filled.insert(print.box);
    for (const auto& box : boxes())
        EXPECT_EQ(!box.source.starts_with("left blank"), filled.contains(box.box)) << box.box;
}

TEST_P(PaperForm, EveryPrintStandsInItsBoxInThePdfAndNothingElseDoes)
{
    if (!test::hasPdfTools()) GTEST_SKIP() << "pdftotext is missing";
    const auto pages = everything();
    const auto pdf = drawPdf(GetParam(), pages, Background::none, {});
    ASSERT_TRUE(pdf) << pdf.error().detail;
    const auto drawn = sample::cellsOf(*pdf, GetParam());
    ASSERT_EQ(pages.pages.size(), drawn.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        sample::Cells expected;
        for (const auto& print : pages.pages[i].prints) {
            EXPECT_LE(print.text.size(), static_cast<std::size_t>(print.width)) << print.box;
            for (std::size_t at = 0; at < print.text.size(); ++at)
                if (print.text[at] != ' ') expected[{print.row, print.column + static_cast<int>(at)}] = print.text[at];
        }
        EXPECT_EQ(expected, drawn[i]) << "page " << i;
    }
}

TEST_P(PaperForm, TheReadableVersionHasTheSameTextAndLabels)
{
    if (!test::hasPdfTools()) GTEST_SKIP() << "pdftotext is missing";
    const auto pages = everything();
    const auto pdf = drawPdf(GetParam(), pages, Background::labels, {});
    ASSERT_TRUE(pdf) << pdf.error().detail;
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder.path() / "labels.pdf", *pdf));
    const auto text = test::onOneLine(test::pdfText(folder.path() / "labels.pdf"));
    for (const auto& frame : is1500() ? frames1500() : framesUb04())
        for (const auto word : text::split(frame.caption, ' '))
            EXPECT_NE(std::string::npos, text.find(word)) << frame.caption;
    for (const std::string_view word : {"MAIN", "W123456", "RIVERA,", "1234567893"})
        EXPECT_NE(std::string::npos, text.find(word)) << word;
}

TEST_P(PaperForm, FramesOfTheReadableVersionHoldTheirBoxes)
{
    const auto& frames = is1500() ? frames1500() : framesUb04();
    for (const auto& box : boxes()) {
        const bool isLine = is1500() && box.repeats == 6;
        const double top = isLine ? 41 : box.row;
        const bool isHeld = std::any_of(frames.begin(), frames.end(), [&](const Frame& frame) {
            return frame.left <= box.column && box.column + box.width <= frame.right + 0.2 && frame.top <= top &&
                   (isLine || box.row + (box.repeats - 1) * box.rowsBetween + 1 <= frame.bottom);
        });
        EXPECT_TRUE(isHeld || box.box == "24 SHADED") << box.box;
    }
}

TEST_P(PaperForm, TheDocumentSaysWhatTheTableSays)
{
    const auto document = readFile(std::filesystem::path(CW_SOURCE_DIR) / "docs/forms.md");
    ASSERT_TRUE(document);
    std::vector<std::string> expected;
    for (const auto& box : boxes())
        expected.push_back("| " + std::string(box.box) + " | " + std::string(box.label) + " | " +
                           std::to_string(box.row) + ", " + std::to_string(box.column) + ", " +
                           std::to_string(box.width) + (box.repeats > 1 ? " × " + std::to_string(box.repeats) : "") +
                           " | " + (box.pointer.empty() ? "" : "`" + std::string(box.pointer) + "`") + " | " +
                           std::string(box.source) + " |");
    for (const auto& row : expected) EXPECT_NE(std::string::npos, document->find(row + "\n")) << row;
    const auto heading = document->find(is1500() ? "### Boxes of the CMS-1500" : "### Form locators of the UB-04");
    ASSERT_NE(std::string::npos, heading);
    const auto part = document->substr(heading, document->find("\n### ", heading + 1) - heading);
    const auto lines = text::lines(part);
    const auto rows = std::count_if(lines.begin(), lines.end(), [](auto line) { return line.starts_with("| "); });
    EXPECT_EQ(static_cast<std::ptrdiff_t>(boxes().size()) + 2, rows);  // Two of them are the head of the table.
}

INSTANTIATE_TEST_SUITE_P(Paper, PaperForm, testing::Values(ClaimForm::cms1500, ClaimForm::ub04), named);

}  // namespace
