#include "edits/rules/evidence/evidence_words.h"

#include "edits/rules/evidence/evidence_tokens.h"

#include <gtest/gtest.h>

#include <array>
#include <ostream>

namespace cw::edits {

namespace {

struct WordsCase {
    const char* quote;
    const char* sentence;
    const char* title;
    const char* says;  ///< Letters in order: u uncertain, r ruled out, d denied, p past, f family, e exposed.
};

std::ostream& operator<<(std::ostream& out, const WordsCase& one)
{
    return out << '"' << one.quote << "\" in \"" << one.sentence << '"';
}

std::string lettersOf(const WordsSay& says)
{
    std::string letters;
    if (says.uncertain) letters += 'u';
    if (says.ruledOut) letters += 'r';
    if (says.denied) letters += 'd';
    if (says.past) letters += 'p';
    if (says.family) letters += 'f';
    if (says.onlyExposed) letters += 'e';
    return letters;
}

class EvidenceWords : public testing::TestWithParam<WordsCase> {};

}  // namespace

TEST_P(EvidenceWords, AreRead)
{
    const auto& one = GetParam();
    EXPECT_EQ(one.says, lettersOf(readWords(one.quote, one.sentence, one.title)));
}

INSTANTIATE_TEST_SUITE_P(
    Uncertain, EvidenceWords,
    testing::Values(WordsCase{"possible pneumonia", "", "", "u"}, WordsCase{"Probable CHF", "", "", "u"},
                    WordsCase{"SUSPECTED PE", "", "", "u"}, WordsCase{"rule out MI", "", "", "u"},
                    WordsCase{"r/o appendicitis", "", "", "u"}, WordsCase{"rash compatible with shingles", "", "", "u"},
                    WordsCase{"findings consistent with pneumonia", "", "", "u"},
                    WordsCase{"c/w cellulitis", "", "", "u"}, WordsCase{"working diagnosis: gout", "", "", "u"},
                    WordsCase{"?pneumonia", "", "", "u"}, WordsCase{"pneumonia, likely", "", "", "u"},
                    WordsCase{"pneumonia cannot be excluded", "", "", "u"},
                    WordsCase{"COVID-19 still to be ruled out", "", "", "u"},
                    WordsCase{"MI not yet ruled out", "", "", "u"},
                    WordsCase{"PE can\xE2\x80\x99t be ruled out", "", "", "u"},
                    WordsCase{"pneumonia", "Chest film shows a possible pneumonia.", "", "u"},
                    WordsCase{"pneumonia", "Pneumonia is suspected.", "", "u"},
                    WordsCase{"CHF", "Dyspnea likely due to CHF.", "", "u"},
                    WordsCase{"bronchitis", "Probable pneumonia or bronchitis.", "", "u"},
                    WordsCase{"gout", "Gout, probable.", "", "u"}));

INSTANTIATE_TEST_SUITE_P(Plain, EvidenceWords,
                         testing::Values(WordsCase{"pneumonia", "", "", ""},
                                         WordsCase{"", "possible pneumonia", "", ""},
                                         WordsCase{"pneumonia, discharge as soon as possible", "", "Pneumonia", ""},
                                         WordsCase{"asthma, exam consistent with prior", "", "Asthma", ""},
                                         WordsCase{"gout, likely to respond to colchicine", "", "Gout", ""},
                                         WordsCase{"migraine, possible sinusitis", "", "Migraine, unspecified", ""},
                                         WordsCase{"no longer suspected abuse", "", "", ""},
                                         WordsCase{"impossible to sleep, insomnia", "", "", ""},
                                         WordsCase{"asthma", "Asthma, possible pneumonia.", "", ""},
                                         WordsCase{"asthma", "Likely pneumonia and asthma.", "", ""},
                                         WordsCase{"ischemia", "Likely failure due to ischemia.", "", ""},
                                         WordsCase{"dyspnea", "Dyspnea likely due to CHF.", "", ""},
                                         WordsCase{"asthma", "Fever is suspected. Asthma is stable.", "", ""},
                                         WordsCase{"history of present illness: gout", "", "", ""},
                                         WordsCase{"history of asthma, currently wheezing", "", "", ""},
                                         WordsCase{"natural history of disease", "", "", ""},
                                         WordsCase{"\xFF\xFE ??? ,,, .", "\xFF", "\xFF", ""}));

INSTANTIATE_TEST_SUITE_P(
    RuledOut, EvidenceWords,
    testing::Values(WordsCase{"MI ruled out", "", "", "r"}, WordsCase{"Ruled out for PE", "", "", "r"},
                    WordsCase{"pneumonia has been ruled out", "", "", "r"},
                    WordsCase{"pneumonia", "Pneumonia was ruled out by CT.", "", "r"},
                    WordsCase{"chest pain, infarction ruled out", "", "Chest pain, unspecified", ""},
                    WordsCase{"infarction", "Infarction, ruled out.", "", "r"}));

INSTANTIATE_TEST_SUITE_P(Denied, EvidenceWords,
                         testing::Values(WordsCase{"no evidence of pneumonia", "", "", "d"},
                                         WordsCase{"denies depression", "", "", "d"},
                                         WordsCase{"no history of stroke", "", "", "d"},
                                         WordsCase{"pneumonia", "There is no pneumonia.", "", "d"},
                                         WordsCase{"pneumonia", "No fever with pneumonia.", "", ""},
                                         WordsCase{"diabetes, denies hypoglycemia", "", "Type 2 diabetes mellitus", ""},
                                         WordsCase{"no bowel movement for days", "", "Constipation", ""}));

INSTANTIATE_TEST_SUITE_P(
    History, EvidenceWords,
    testing::Values(WordsCase{"history of stroke", "", "", "p"}, WordsCase{"h/o DVT", "", "", "p"},
                    WordsCase{"s/p MI 2019", "", "", "p"},
                    WordsCase{"Patient has a past medical history of colon cancer", "", "", "p"},
                    WordsCase{"MI", "She has a history of stroke, MI and gout.", "", "p"},
                    WordsCase{"cough", "History of COPD, presents with cough.", "", ""},
                    WordsCase{"wound infection s/p hysterectomy", "", "Infection following a procedure", ""},
                    WordsCase{"family history of breast cancer", "", "", "f"},
                    WordsCase{"breast cancer", "Family history: none. Breast cancer on the left.", "", ""},
                    WordsCase{"history of stroke, now pneumonia", "", "Pneumonia, unspecified organism", ""}));

INSTANTIATE_TEST_SUITE_P(Exposed, EvidenceWords,
                         testing::Values(WordsCase{"exposure to COVID-19", "", "", "e"},
                                         WordsCase{"inconclusive COVID-19 test", "", "", "e"},
                                         WordsCase{"COVID-19 confirmed after exposure to spouse", "", "", ""}));

TEST(EvidenceTokens, PartWordsAndMarks)
{
    const auto tokens = tokensOf("S/p CABG, ?possible-PE 7.5 mg.");
    std::string shown;
    for (const auto& token : tokens) {
        shown += token.kind == Token::Kind::word    ? std::string(token.text)
                 : token.kind == Token::Kind::comma ? "<,>"
                 : token.kind == Token::Kind::doubt ? "<?>"
                                                    : "<.>";
        shown += '|';
    }
    EXPECT_EQ("S/p|CABG|<,>|<?>|possible|PE|7|5|mg|<.>|", shown);
}

TEST(EvidenceMentions, AreWholeWords)
{
    constexpr std::array<std::string_view, 2> words = {"vap", "ventilator associated"};
    EXPECT_TRUE(mentions("Ventilator-associated pneumonia", words));
    EXPECT_TRUE(mentions("VAP.", words));
    EXPECT_FALSE(mentions("vape use", words));
    EXPECT_FALSE(mentions("", words));
    EXPECT_EQ(14U, behindPhrase("has borderline diabetes", "borderline"));
    EXPECT_EQ(std::string_view::npos, behindPhrase("diabetes", "borderline"));
}

}  // namespace cw::edits
