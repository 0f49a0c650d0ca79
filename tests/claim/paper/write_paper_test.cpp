#include "base/file.h"
#include "tests/claim/paper/paper_sample.h"
#include "tests/support/pdf_text.h"

#include <cmath>
#include <random>

using namespace cw;
using namespace cw::paper;

namespace {

ClaimFileRequest requestOf(const std::vector<Encounter>& encounters, ClaimForm form)
{
    ClaimFileRequest request;
    request.claims = sample::claimsOf(encounters);
    request.form = form;
    request.day = sample::paperDay;
    return request;
}

TEST(WritePaper, AnswersAsTheOtherWritersDo)
{
    auto broken = sample::everythingOffice();
    broken.encounterId = "V-1002";
    broken.coverages[0].memberId.clear();
    auto last = sample::everythingOffice();
    last.encounterId = "V-1003";
    const std::vector<Encounter> encounters = {sample::everythingOffice(), broken, last};
    const auto file = writePaper(requestOf(encounters, ClaimForm::cms1500), Background::none, {});
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_TRUE(file->bytes.starts_with("%PDF-"));
    ASSERT_EQ(2U, file->claims.size());
    EXPECT_EQ(0U, file->claims[0].index);
    EXPECT_EQ(2U, file->claims[1].index);
    EXPECT_EQ("V-1003", file->claims[1].claimNumber);
    EXPECT_EQ(Money::cents(41200), file->claims[0].charges);
    ASSERT_EQ(1U, file->refused.size());
    EXPECT_EQ(1U, file->refused[0].index);
    EXPECT_EQ("V-1002", file->refused[0].encounterId);
    const auto& text = file->claims[0].segments;
    for (const std::string_view line : {"1a W123456\n", "24D/1 29505 RT 59 76 GC\n", "24A/1 01 15 25 01 16 25\n",
                                        "27 YES\n", "17 DN MINH NGUYEN\n", "28 412 00\n"})
        EXPECT_NE(std::string::npos, text.find(line)) << line << text;
}

TEST(WritePaper, LinesOfFurtherPagesAreCountedOn)
{
    auto encounter = sample::everythingOffice();
    encounter.procedures.assign(8, sample::officeLine(1, "99213", Money::cents(100)));
    const auto file = writePaper(requestOf({encounter}, ClaimForm::cms1500), Background::none, {});
    ASSERT_TRUE(file);
    ASSERT_EQ(1U, file->claims.size());
    EXPECT_EQ(Money::cents(800), file->claims[0].charges);
    EXPECT_NE(std::string::npos, file->claims[0].segments.find("page 2 of 2\n"));
    EXPECT_NE(std::string::npos, file->claims[0].segments.find("24D/8 99213\n"));
}

TEST(WritePaper, WithoutAnyClaimThereAreNoBytes)
{
    auto broken = sample::everythingStay();
    broken.diagnoses.clear();
    const auto file = writePaper(requestOf({broken}, ClaimForm::ub04), Background::labels, {});
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->bytes.empty());
    EXPECT_TRUE(file->claims.empty());
    EXPECT_EQ(1U, file->refused.size());
}

TEST(WritePaper, TheSameClaimsGiveTheSameBytes)
{
    const std::vector<Encounter> stays = {sample::everythingStay()};
    const auto request = requestOf(stays, ClaimForm::ub04);
    EXPECT_EQ(writePaper(request, Background::none, {})->bytes, writePaper(request, Background::none, {})->bytes);
}

TEST(WritePaper, RefusesFormsThatAreNoPaper)
{
    const auto file = writePaper(requestOf({}, ClaimForm::csv), Background::none, {});
    ASSERT_FALSE(file);
    EXPECT_EQ("CLAIM-530", file.error().id);
}

TEST(WritePaper, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto file = writePaper(requestOf({sample::everythingOffice()}, ClaimForm::cms1500), Background::none, {},
                                 Progress({}, stop.get_token()));
    ASSERT_FALSE(file);
    EXPECT_EQ("CLAIM-531", file.error().id);
}

TEST(PaperOffsets, MoveEveryCharacterByThatMuch)
{
    if (!test::hasPdfTools()) GTEST_SKIP() << "pdftotext is missing";
    const Offsets offsets{.millimetresRight = 2.5, .millimetresDown = -1.3};
    const auto encounter = sample::everythingOffice();
    const auto pages = layOut1500({sample::claimOf(encounter)}, sample::paperDay);
    const auto plain = drawPdf(ClaimForm::cms1500, pages, Background::none, {});
    const auto moved = drawPdf(ClaimForm::cms1500, pages, Background::none, offsets);
    ASSERT_TRUE(plain);
    ASSERT_TRUE(moved) << moved.error().detail;
    EXPECT_NE(*plain, *moved);
    EXPECT_EQ(sample::cellsOf(*plain, ClaimForm::cms1500), sample::cellsOf(*moved, ClaimForm::cms1500, offsets));
}

TEST(PaperOffsets, AreRefusedWhereTextWouldLeaveThePage)
{
    const auto encounter = sample::everythingOffice();
    const auto pages = layOut1500({sample::claimOf(encounter)}, sample::paperDay);
    const auto off = drawPdf(ClaimForm::cms1500, pages, Background::none, {.millimetresRight = -15});
    ASSERT_FALSE(off);
    EXPECT_EQ("CLAIM-529", off.error().id);
    for (const double wrong : {20.5, -21.0, std::nan("")}) {
        EXPECT_EQ("CLAIM-528",
                  drawPdf(ClaimForm::cms1500, pages, Background::none, {.millimetresDown = wrong}).error().id);
        EXPECT_EQ("CLAIM-528", calibrationPdf(ClaimForm::ub04, {.millimetresRight = wrong}).error().id);
    }
}

TEST(PaperCalibration, NamesTheOffsetsAndMarksBoxes)
{
    if (!test::hasPdfTools()) GTEST_SKIP() << "pdftotext is missing";
    for (const auto form : {ClaimForm::cms1500, ClaimForm::ub04}) {
        const auto pdf = calibrationPdf(form, {.millimetresRight = 1.5, .millimetresDown = -2});
        ASSERT_TRUE(pdf) << pdf.error().detail;
        const test::TemporaryFolder folder;
        ASSERT_TRUE(writeFileAtomically(folder.path() / "c.pdf", *pdf));
        const auto text = test::onOneLine(test::pdfText(folder.path() / "c.pdf"));
        EXPECT_NE(std::string::npos, text.find("1.5 mm to the right, -2.0 mm down")) << text;
        EXPECT_NE(std::string::npos, text.find(form == ClaimForm::ub04 ? "FL 60" : "33a"));
    }
}

/// Any text in any place: a page holds only upper case ASCII, each value within its box.
TEST(PaperProperty, NothingLeavesItsBox)
{
    std::mt19937 random(20250318);
    const std::string_view pieces[] = {"A",      "b",      "7",      " ", ".", ",", "#",         "'",
                                       "\u00e9", "\u2019", "\u4e2d", "-", "*", "~", "long word "};
    const auto words = [&](std::size_t most) {
        std::string text;
        for (std::size_t i = random() % (most + 1); i > 0; --i) text += pieces[random() % std::size(pieces)];
        return text;
    };
    int printed = 0;
    for (int round = 0; round < 400; ++round) {
        auto encounter = round % 2 == 0 ? sample::everythingOffice() : sample::everythingStay();
        encounter.patient.lastName = "Q" + words(60);
        encounter.patient.middleName = words(3);
        encounter.patient.address.line1 = words(80);
        encounter.patient.address.city = words(40);
        encounter.coverages[0].payer.name = words(80);
        encounter.coverages[0].groupName = words(60);
        encounter.providers.billing->organization = "Q" + words(60);
        encounter.providers.billing->address.line2 = words(60);
        encounter.providers.referring->lastName = words(60);
        encounter.claim.note = words(120);
        encounter.procedures[0].details.description = words(80);
        const auto claims = std::vector{sample::claimOf(encounter)};
        const auto pages = round % 2 == 0 ? layOut1500(claims, sample::paperDay) : layOutUb04(claims, sample::paperDay);
        for (const auto& refused : pages.refused) ADD_FAILURE() << refused.error.detail;
        for (const auto& page : pages.pages)
            for (const auto& print : page.prints) {
                ++printed;
                EXPECT_LE(print.text.size(), static_cast<std::size_t>(print.width)) << print.box;
                for (const char c : print.text)
                    EXPECT_TRUE(c >= ' ' && c <= '~' && (c < 'a' || c > 'z')) << print.box << c;
            }
    }
    EXPECT_GT(printed, 20000);
}

}  // namespace
