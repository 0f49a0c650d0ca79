#include "reference_fixture.h"

#include "store/reference/lists/reference_lists.h"
#include "store/reference/search_source.h"

#include <gmock/gmock.h>

#include <random>

namespace cw::store {
namespace {

class SearchSourceTest : public ReferenceTest {
protected:
    search::Source source()
    {
        ReferenceLists lists(library(), m_clock);
        auto read = readSearchSource(library(), lists, lists);
        EXPECT_TRUE(read) << describe(read.error());
        return read ? std::move(*read) : search::Source{};
    }
    std::string key() { return *searchKey(library()); }
};

/// As the index answers: the span that holds the day.
const search::CodeSpan* spanOn(const search::SourceCode& code, Date day)
{
    for (const auto& span : code.spans)
        if (span.applies.contains(day)) return &span;
    return nullptr;
}

TEST_F(SearchSourceTest, EverySpanAnswersAsTheLibraryDoes)
{
    install(fy2024({row("A000", "Cholera"), row("A001", "Cholera of old", true), row("B00", "Herpes", false)}));
    install(fy2025({row("A000", "Cholera, classic"), row("B00", "Herpes", false), row("B001", "Herpes of skin")}));
    install(table(CodeSystem::icd10cm, ReleaseKind::official, "FY2025 April", "2025-04-01", "2025-09-30",
                  {row("A000", "Cholera, classic"), row("B001", "Herpes of the skin")}));
    auto ours = starter({row("A000", "Cholera in our words"), row("A001", "Cholera old in ours")});
    install(ours);
    const auto read = source();
    ASSERT_EQ(4U, read.codes.size());
    std::mt19937 random(3);
    for (int i = 0; i < 400; ++i) {
        const auto on = Date::of(2019, 6, 1).plusDays(static_cast<int>(random() % 3000));
        for (const auto& code : read.codes) {
            const auto found = library().find(code.system, code.code, on);
            ASSERT_TRUE(found && *found) << code.code;
            const auto* span = spanOn(code, on);
            ASSERT_EQ((*found)->validOnDate, span != nullptr) << code.code << " " << on.iso();
            if (span == nullptr) continue;
            EXPECT_EQ((*found)->longTitle, span->longTitle) << code.code << " " << on.iso();
            EXPECT_EQ((*found)->billable, span->billable);
            EXPECT_EQ((*found)->releaseName, span->releaseName);
            EXPECT_EQ(iso((*found)->valid), iso(span->valid)) << code.code << " " << on.iso();
        }
    }
}

TEST_F(SearchSourceTest, TellsWhichCodesAreOfEverydayWorkAndWhichDaysAreCovered)
{
    install(fy2025({row("A000", "Cholera"), row("A001", "Other cholera")}));
    auto ours = starter({row("A000", "Cholera")});
    install(ours);
    const auto read = source();
    ASSERT_EQ(2U, read.codes.size());
    EXPECT_TRUE(read.codes[0].isCommon);
    EXPECT_FALSE(read.codes[1].isCommon);
    ASSERT_EQ(1U, read.covered.size());
    EXPECT_EQ("2024-10-01..2025-09-30", iso(read.covered[0].second));
}

TEST_F(SearchSourceTest, ReadsIndexTermsAndTheSitesOwn)
{
    install(fy2025({row("I10", "Hypertension"), row("C801", "Neoplasm")}));
    ReferenceLists lists(library(), m_clock);
    ParsedList index;
    index.kind = ListKind::index;
    index.name = "FY2025";
    index.sourceDigest = "d1";
    IndexTree tree;
    IndexTerm main;
    main.title = "Hypertension, hypertensive";
    main.nonessential = "(benign)";
    main.codes = {"I10"};
    IndexTerm below;
    below.title = "kidney";
    below.parent = 0;
    below.level = 1;
    below.codes = {"I12.9"};
    tree.terms = {main, below};
    index.content = tree;
    index.rowCount = 2;
    ASSERT_TRUE(lists.installList(index, {}));
    const auto before = key();
    SiteTerm own;
    own.term = "pressure";
    own.codes = {"I10"};
    ASSERT_TRUE(lists.addSiteTerm(own));
    EXPECT_NE(before, key());
    const auto read = source();
    ASSERT_EQ(2U, read.phrases.size());
    EXPECT_EQ("Hypertension", read.phrases[0].text);
    EXPECT_THAT(read.phrases[0].optional, ::testing::HasSubstr("hypertensive"));
    EXPECT_EQ("Hypertension, kidney", read.phrases[1].text);
    EXPECT_EQ("I129", read.phrases[1].codes[0].code);
    ASSERT_EQ(1U, read.knowledge.terms.size());
    EXPECT_EQ(search::PhraseKind::site, read.knowledge.terms[0].kind);
}

TEST_F(SearchSourceTest, TheKeyChangesWithEveryInstall)
{
    const auto empty = key();
    install(fy2025({row("I10", "Hypertension")}));
    const auto one = key();
    EXPECT_NE(empty, one);
    EXPECT_EQ(one, key());
    ASSERT_TRUE(library().withdraw(library().releases()->front().id));
    EXPECT_EQ(empty, key());
}

}  // namespace
}  // namespace cw::store
