#include "search_fixture.h"

namespace cw::search {
namespace {

const DateInterval year2024{Date::of(2023, 10, 1), Date::of(2024, 9, 30)};
const DateInterval year2025{Date::of(2024, 10, 1), Date::of(2025, 9, 30)};

Source datedSource()
{
    Source source;
    source.key = "dated";
    auto ended = codeOf(CodeSystem::icd10cm, "E6681", "Obesity of the old kind", true, year2024);
    auto lasting =
        codeOf(CodeSystem::icd10cm, "E6689", "Obesity of another kind and much longer words", true, year2024);
    lasting.spans.push_back({year2025,
                             {year2024.first, year2025.last},
                             "New words",
                             "Obesity in newer words",
                             true,
                             ReleaseKind::official,
                             "R2"});
    source.codes = {ended, lasting};
    source.covered = {{CodeSystem::icd10cm, year2024}, {CodeSystem::icd10cm, year2025}};
    return source;
}

class DatedSearchTest : public SearchTest {
protected:
    DatedSearchTest() : SearchTest(datedSource()) {}
    std::vector<Hit> on(Date day)
    {
        Query query;
        query.text = "obesity";
        query.on = day;
        return m_searcher->find(query);
    }
};

TEST_F(DatedSearchTest, CodesNotInForceComeLastWithTheirDays)
{
    const auto hits = on(Date::of(2025, 1, 15));
    ASSERT_EQ(2U, hits.size());
    EXPECT_EQ("E6689", hits[0].entry.code);
    EXPECT_TRUE(hits[0].entry.validOnDate);
    EXPECT_EQ("E6681", hits[1].entry.code);
    EXPECT_FALSE(hits[1].entry.validOnDate);
    EXPECT_EQ(Date::of(2024, 9, 30), hits[1].entry.valid.last);
}

TEST_F(DatedSearchTest, TheTitleIsThatOfTheDay)
{
    const auto before = on(Date::of(2024, 1, 15));
    ASSERT_EQ(2U, before.size());
    for (const auto& hit : before)
        if (hit.entry.code == "E6689") {
            EXPECT_EQ("Obesity of another kind and much longer words", hit.entry.longTitle);
        }
    EXPECT_EQ("Obesity in newer words", on(Date::of(2025, 1, 15))[0].entry.longTitle);
    EXPECT_EQ("R2", on(Date::of(2025, 1, 15))[0].entry.releaseName);
}

TEST_F(DatedSearchTest, ADayThatNoTableCoversMovesNothingDown)
{
    const auto hits = on(Date::of(2030, 1, 1));
    ASSERT_EQ(2U, hits.size());
    // The shorter title wins, though its code has ended as far as the tables tell.
    EXPECT_FALSE(hits[0].entry.validOnDate);
    EXPECT_FALSE(hits[1].entry.validOnDate);
    EXPECT_FALSE(hits[0].isChecked);
    EXPECT_TRUE(on(Date::of(2025, 1, 15))[1].isChecked);
}

}  // namespace
}  // namespace cw::search
