#include "search_fixture.h"

#include <gmock/gmock.h>

namespace cw::search {
namespace {

struct Ask {
    const char* query;
    const char* code;
};
class FindsFirst : public SearchTest, public ::testing::WithParamInterface<Ask> {};

TEST_P(FindsFirst, TheCodeThatACoderMeans)
{
    EXPECT_EQ(GetParam().code, first(GetParam().query));
}
INSTANTIATE_TEST_SUITE_P(Codes, FindsFirst,
                         ::testing::Values(Ask{"E11.22", "E1122"}, Ask{"e1122", "E1122"}, Ask{" e11.22 ", "E1122"},
                                           Ask{"47562", "47562"}, Ask{"j0696", "J0696"}, Ask{"0ft44zz", "0FT44ZZ"},
                                           Ask{"E11.2", "E112"}, Ask{"S72.001D", "S72001D"}));
INSTANTIATE_TEST_SUITE_P(Words, FindsFirst,
                         ::testing::Values(Ask{"kid chr dis", "E1122"}, Ask{"nephropathy diabetic 2", "E1121"},
                                           Ask{"diabetes", "E119"}, Ask{"hypertension", "I10"},
                                           Ask{"gallstones", "K8020"}, Ask{"renal disease chronic", "E1122"},
                                           Ask{"heart failure", "I509"}, Ask{"knee osteoarthritis left", "M1712"}));
INSTANTIATE_TEST_SUITE_P(Knowledge, FindsFirst,
                         ::testing::Values(Ask{"CHF", "I509"}, Ask{"acute systolic chf", "I5021"},
                                           Ask{"r knee oa", "M1711"}, Ask{"broken hip", "S72009A"},
                                           Ask{"broken hip left", "S72002A"}, Ask{"Rocephin", "J0696"},
                                           Ask{"lap chole", "47562"}));
INSTANTIATE_TEST_SUITE_P(Spelling, FindsFirst,
                         ::testing::Values(Ask{"diabtes", "E119"}, Ask{"hypertenison", "I10"}, Ask{"pnuemonia", "J189"},
                                           Ask{"hart failure", "I509"}, Ask{"galbladder resection open", "0FT40ZZ"}));

TEST_F(SearchTest, SaysWhyItMatched)
{
    EXPECT_EQ("code", reasonOf(find("E11.22").front()));
    EXPECT_EQ("code prefix", reasonOf(find("E11.2")[1]));
    EXPECT_EQ("index: Diabetes", reasonOf(find("diabetes").front()));
    EXPECT_EQ("abbreviation: chf", reasonOf(find("chf").front()));
    EXPECT_THAT(reasonOf(find("hypertenison").front()), ::testing::HasSubstr("spelling: hypertension"));
}

TEST_F(SearchTest, ACorrectionNeverComesBeforeALiteralMatch)
{
    auto source = smallSource();
    source.codes.push_back(
        codeOf(CodeSystem::icd10cm, "Z001", "Hart examination of somebody in a very long title of its own"));
    const auto index = Index::fromBytes(*buildIndex(source, {}));
    Searcher searcher(*index);
    Query query;
    query.text = "hart";
    const auto hits = searcher.find(query);
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ("Z001", hits.front().entry.code);
    EXPECT_EQ(MatchKind::words, hits.front().match);
}

TEST_F(SearchTest, OneHitStandsForTheEpisodes)
{
    const auto hits = find("fracture neck femur right");
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ("S72001A", hits.front().entry.code);
    EXPECT_EQ(3, hits.front().episodes);
    EXPECT_FALSE(has(hits, "S72001D"));
}

TEST_F(SearchTest, EpisodeWordsChooseTheSeventhCharacter)
{
    EXPECT_EQ("S72001D", first("fracture neck femur right subsequent"));
    EXPECT_EQ("S72002S", first("left femur neck fracture sequela"));
}

TEST_F(SearchTest, CodesComeBeforeHeaders)
{
    const auto hits = find("type 2 diabetes");
    ASSERT_GE(hits.size(), 2U);
    EXPECT_TRUE(hits.front().entry.billable);
}

TEST_F(SearchTest, FiltersBySystemBillableAndCategory)
{
    Query query;
    query.text = "gallbladder";
    query.system = CodeSystem::icd10pcs;
    for (const auto& hit : m_searcher->find(query)) EXPECT_EQ(CodeSystem::icd10pcs, hit.entry.system);
    query = {};
    query.text = "diabetes";
    query.billableOnly = true;
    for (const auto& hit : m_searcher->find(query)) EXPECT_TRUE(hit.entry.billable);
    query = {};
    query.text = "unspecified";
    query.firstCategory = "J00";
    query.lastCategory = "J99";
    const auto hits = m_searcher->find(query);
    ASSERT_EQ(1U, hits.size());
    EXPECT_EQ("J189", hits.front().entry.code);
}

TEST_F(SearchTest, ModifiersAreFoundOnlyWhenAskedFor)
{
    EXPECT_FALSE(has(find("right side"), "RT"));
    Query query;
    query.text = "right";
    query.modifiers = true;
    EXPECT_TRUE(has(m_searcher->find(query), "RT"));
}

TEST_F(SearchTest, TheSettingOrdersProcedureCodes)
{
    Query query;
    query.text = "lap chole";
    query.setting = Setting::inpatient;
    EXPECT_EQ("0FT44ZZ", m_searcher->find(query).front().entry.code);
    query.setting = Setting::outpatient;
    EXPECT_EQ("47562", m_searcher->find(query).front().entry.code);
}

TEST_F(SearchTest, UseBreaksTies)
{
    EXPECT_EQ("M1710", first("unilateral primary osteoarthritis knee"));
    auto usage = std::make_shared<Usage>();
    (*usage)[{CodeSystem::icd10cm, "M1712"}] = 9;
    Query query;
    query.text = "unilateral primary osteoarthritis knee";
    query.usage = usage;
    const auto hits = m_searcher->find(query);
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ("M1712", hits.front().entry.code);
}

TEST_F(SearchTest, NothingAndNonsenseAreAnswered)
{
    EXPECT_TRUE(find("").empty());
    EXPECT_TRUE(find("   ").empty());
    EXPECT_TRUE(find("...").empty());
    EXPECT_TRUE(find("zzzzqqq").empty());
    EXPECT_TRUE(find("\xff\xfe\x80").empty());
    const std::string many(20000, 'a');
    EXPECT_NO_THROW(find(many));
    std::string words;
    for (int i = 0; i < 500; ++i) words += "diabetes kidney ";
    EXPECT_FALSE(find(words).empty());
    Query query;
    query.text = "diabetes";
    query.limit = 0;
    EXPECT_TRUE(m_searcher->find(query).empty());
    query.limit = 1;
    EXPECT_EQ(1U, m_searcher->find(query).size());
}

TEST_F(SearchTest, EveryPrefixOfAQueryIsAnsweredTheSameTwice)
{
    for (const std::string query : {"type 2 diabetes with chronic kidney disease", "broken hip left", "hypertenison"}) {
        for (std::size_t size = 1; size <= query.size(); ++size) {
            const auto once = find(query.substr(0, size));
            const auto twice = find(query.substr(0, size));
            ASSERT_EQ(once.size(), twice.size()) << query.substr(0, size);
            for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].entry.code, twice[i].entry.code);
        }
    }
}

TEST_F(SearchTest, HighlightsTheWordsThatMatched)
{
    const std::string title = "Type 2 diabetes mellitus with diabetic chronic kidney disease";
    const auto ranges = m_searcher->highlights("renal chr", title);
    ASSERT_EQ(2U, ranges.size());
    EXPECT_EQ("chronic", title.substr(ranges[0].begin, ranges[0].size));
    EXPECT_EQ("kidney", title.substr(ranges[1].begin, ranges[1].size));
}

}  // namespace
}  // namespace cw::search
