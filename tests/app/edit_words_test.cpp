#include "app/edit_proof.h"

#include "tests/app/edit_fixture.h"

namespace cw::test {
namespace {

using app::wordsInContext;

struct WordsCase {
    const char* name;
    const char* text;
    const char* quote;
    const char* sentence;
    const char* section;
};

class EditWords : public testing::TestWithParam<WordsCase> {};

TEST_P(EditWords, StandInASentenceUnderAHeading)
{
    const auto& param = GetParam();
    const auto rendition = plainTextRendition(param.text);
    const auto begin = rendition.text.find(param.quote);
    ASSERT_NE(std::string::npos, begin);
    const auto found = wordsInContext(rendition, begin, begin + std::string(param.quote).size());
    EXPECT_EQ(param.sentence, found.sentence);
    EXPECT_EQ(param.section, found.section);
    // The same words without blocks, as a page of a PDF has them.
    const auto onPage = wordsInContext(Rendition{param.text, {}, {}}, begin, begin + std::string(param.quote).size());
    EXPECT_EQ(param.section, onPage.section);
}

INSTANTIATE_TEST_SUITE_P(
    Of, EditWords,
    testing::Values(
        WordsCase{"Plain", "She feels well. Possible pneumonia on the right. No fever.", "pneumonia",
                  "Possible pneumonia on the right.", ""},
        WordsCase{"Heading", "HISTORY\n\nDenies pain.\n\nASSESSMENT:\n\nType 2 diabetes. Stable.\n", "Type 2 diabetes",
                  "Type 2 diabetes.", "assessment"},
        WordsCase{"Label", "Family history: father had colon cancer. Mother well.\n", "colon cancer",
                  "Family history: father had colon cancer.", "family history"},
        WordsCase{"LabelOfAnotherParagraph", "Family history: none.\n\nColon cancer found.\n", "Colon cancer",
                  "Colon cancer found.", ""},
        WordsCase{"Abbreviation", "Seen with Dr. Lund for asthma vs. bronchitis today.", "asthma",
                  "Seen with Dr. Lund for asthma vs. bronchitis today.", ""},
        WordsCase{"Decimal", "HbA1c is 8.4 percent, diabetes.\n", "diabetes", "HbA1c is 8.4 percent, diabetes.", ""},
        WordsCase{"Item", "PLAN:\n\n- rule out stroke\n- start aspirin\n", "stroke", "- rule out stroke", "plan"},
        WordsCase{"Wrapped", "The knee has been\npainful for weeks. Better now.", "knee",
                  "The knee has been\npainful for weeks.", ""},
        WordsCase{"WholeSentence", "Gout. Asthma.", "Asthma.", "Asthma.", ""}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(EditWordsAtTheEdge, AreCutWhole)
{
    const std::string text(2000, 'x');
    const auto found = wordsInContext(Rendition{text, {}, {}}, 1000, 1005);
    EXPECT_LT(found.sentence.size(), 1300U);
    EXPECT_GT(found.sentence.size(), 1100U);
    EXPECT_EQ("", wordsInContext(Rendition{}, 7, 9).sentence);
    EXPECT_EQ("ab", wordsInContext(Rendition{"ab", {}, {}}, 2, 9).sentence);
}

class EditProof : public EditDeskTest {
protected:
    void prove(DocumentVersionId version, std::int64_t begin, const std::string& quote, int page = 0)
    {
        must(change("T-1", [&](Encounter& encounter) {
            const auto end = begin + static_cast<std::int64_t>(quote.size());
            encounter.diagnoses[0].evidence.push_back(
                app::makeEvidence({version, page, begin, end, {}}, quote, "Visit", coder->ids()));
        }));
    }
    EvidenceFacts facts()
    {
        auto tx = must(coder->work().beginRead());
        const auto encounter = must(coder->encounters().load(*tx, "T-1")).encounter;
        const auto context = must(app::editContext(*coder, *tx, encounter));
        return context.evidence.at(encounter.diagnoses.at(0).evidence.at(0).id);
    }
};

TEST_F(EditProof, IsKnownWithItsDocument)
{
    const auto version = addNote("Visit", "ASSESSMENT:\n\nPossible knee pain. Rest.\n");
    prove(version, 22, "knee pain");
    const auto found = facts();
    EXPECT_EQ("progress_note", found.documentType);
    EXPECT_EQ(Date::of(2025, 1, 15), found.documentDate);
    EXPECT_EQ("I. Okafor MD", found.author);
    EXPECT_EQ("Possible knee pain.", found.sentence);
    EXPECT_EQ("assessment", found.section);
    EXPECT_TRUE(found.stillMatches);
    EXPECT_EQ(found, facts());
}

TEST_F(EditProof, ThatDoesNotStandThereDoesNotMatch)
{
    prove(addNote("Visit", "Nothing of the kind."), 3, "knee pain");
    EXPECT_FALSE(facts().stillMatches);
    EXPECT_EQ("", facts().sentence);
}

TEST_F(EditProof, OnPagesIsReadOnceTheyAre)
{
    const auto version = add(scan("Scan")).version;
    setPages(version, {{"", TextSource::none, {}}});
    prove(version, 9, "knee pain");
    EXPECT_EQ("", facts().sentence);
    EXPECT_TRUE(facts().stillMatches);
    EXPECT_EQ("progress_note", facts().documentType);
}

TEST_F(EditProof, OnAPageCountsInUnits)
{
    const auto version = add(scan("Scan")).version;
    setPages(version, {{"PLAN\nL\xC3\xA4uft: knee pain. Rest.", TextSource::embedded, {}}});
    prove(version, 12, "knee pain");
    const auto found = facts();
    EXPECT_TRUE(found.stillMatches);
    EXPECT_EQ("L\xC3\xA4uft: knee pain.", found.sentence);
    EXPECT_EQ("plan", found.section);
}

}  // namespace
}  // namespace cw::test
