#include "search/knowledge_files.h"
#include "search/words.h"

#include <gmock/gmock.h>

namespace cw::search {
namespace {

TEST(ParseReferences, KnowsEachSystemByItsShape)
{
    const auto codes = parseReferences("I50.9, E119,I10, pcs:0FT4,J1885,99213,T14.8XXA");
    ASSERT_FALSE(codes);  // E119 lacks its dot: four characters are the shape of no system.
    const auto right = parseReferences("I50.9,I10, pcs:0FT4,J1885,99213,T14.8XXA");
    ASSERT_TRUE(right) << right.error().detail;
    ASSERT_EQ(6U, right->size());
    EXPECT_EQ("I509", (*right)[0].code);
    EXPECT_EQ(CodeSystem::icd10cm, (*right)[1].system);
    EXPECT_EQ(CodeSystem::icd10pcs, (*right)[2].system);
    EXPECT_EQ("0FT4", (*right)[2].code);
    EXPECT_EQ(CodeSystem::hcpcs, (*right)[3].system);
    EXPECT_EQ(CodeSystem::cpt, (*right)[4].system);
    EXPECT_EQ("T148XXA", (*right)[5].code);
}

TEST(ParseReferences, RefusesWhatIsNoCode)
{
    for (const char* text : {"heart", "I50.9x.", "1", "pcs:", "pcs:0FT44ZZX", "E11.22222"})
        EXPECT_FALSE(parseReferences(text)) << text;
}

TEST(ParseKnowledge, ReadsEachFile)
{
    Knowledge knowledge;
    ASSERT_TRUE(parseKnowledge(
        "abbreviation\tsense\twords\tcodes\trank\nchf\tcongestive heart failure\theart failure\tI50.9\t1\n"
        "hx\thistory\t\t\t1\n",
        "abbreviations.tsv", knowledge));
    ASSERT_TRUE(parseKnowledge("word\tsame_as\tkind\nrenal\tkidney\tform\n", "words.tsv", knowledge));
    ASSERT_TRUE(parseKnowledge("name\tgeneric\twords\tcodes\nrocephin\tceftriaxone\tceftriaxone sodium\tJ0696\n",
                               "drugs.tsv", knowledge));
    ASSERT_EQ(3U, knowledge.terms.size());
    EXPECT_EQ("history", knowledge.terms[1].words);
    EXPECT_EQ(PhraseKind::drug, knowledge.terms[2].kind);
    EXPECT_EQ("ceftriaxone", knowledge.terms[2].sense);
    EXPECT_EQ(1U, knowledge.variants.size());
}

struct Fault {
    const char* name;
    const char* text;
    const char* part;
};
class KnowledgeFault : public ::testing::TestWithParam<Fault> {};
TEST_P(KnowledgeFault, NamesFileLineAndReason)
{
    Knowledge knowledge;
    const auto read = parseKnowledge(GetParam().text, GetParam().name, knowledge);
    ASSERT_FALSE(read);
    EXPECT_EQ(ErrorKind::invalidInput, read.error().kind);
    EXPECT_THAT(read.error().detail, ::testing::HasSubstr(GetParam().part));
}
INSTANTIATE_TEST_SUITE_P(
    All, KnowledgeFault,
    ::testing::Values(Fault{"lay.tsv", "term\tcodes\n", "lay.tsv: line 1"},
                      Fault{"lay.tsv", "term\twords\tcodes\nflu\t\n", "line 2: 3 columns"},
                      Fault{"lay.tsv", "term\twords\tcodes\nflu\tinfluenza\tJ1\n", "line 2: not a code: J1"},
                      Fault{"lay.tsv", "term\twords\tcodes\nflu\t\t\n", "neither words nor codes"},
                      Fault{"lay.tsv", "term\twords\tcodes\n\tx\tJ10.1\n", "term is empty"},
                      Fault{"abbreviations.tsv", "abbreviation\tsense\twords\tcodes\trank\nflu\tx\ty\tJ10.1\tfirst\n",
                            "rank"},
                      Fault{"words.tsv", "word\tsame_as\tkind\nrenal\t\tform\n", "a word is missing"},
                      Fault{"other.tsv", "", "not a file of search terms"}));

TEST(KnowledgeFiles, OursCanBeRead)
{
    const auto knowledge = readKnowledge(CW_SOURCE_DIR "/data/search");
    ASSERT_TRUE(knowledge) << knowledge.error().detail;
    EXPECT_GT(knowledge->terms.size(), 5000U);
    EXPECT_GT(knowledge->variants.size(), 1000U);
}

TEST(Words, AreLowerCaseStemsWithoutAccents)
{
    EXPECT_THAT(wordsOf("Crohn's Disease, w/o fístula (K50.90)"),
                ::testing::ElementsAre("crohn", "disease", "w", "o", "fistula", "k50.90"));
    EXPECT_THAT(wordsOf("Fractures; abscesses; biopsies; diabetes; pancreas; pelvis"),
                ::testing::ElementsAre("fracture", "abscess", "biopsy", "diabete", "pancreas", "pelvis"));
    EXPECT_THAT(wordsOf("0.5 mg per 2. dose"), ::testing::ElementsAre("0.5", "mg", "per", "2", "dose"));
    EXPECT_THAT(wordsOf("Sjögren’s M\xC3\xA9ni\xC3\xA8re"), ::testing::ElementsAre("sjogren", "meniere"));
    EXPECT_TRUE(wordsOf("").empty());
    EXPECT_TRUE(wordsOf(" ,;'’ ").empty());
}

}  // namespace
}  // namespace cw::search
