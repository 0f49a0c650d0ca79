#include "tests/store/reference_fixture.h"

#include <gmock/gmock.h>

namespace cw::store {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReferenceSearch : public ReferenceTest {
protected:
    void SetUp() override
    {
        install(fy2025({
            header("E11", "Type 2 diabetes mellitus"),
            header("E112", "Type 2 diabetes mellitus with kidney complications"),
            row("E1121", "Type 2 diabetes mellitus with diabetic nephropathy"),
            row("E1122", "Type 2 diabetes mellitus with diabetic chronic kidney disease"),
            row("E119", "Type 2 diabetes mellitus without complications"),
            row("E232", "Diabetes insipidus"),
            row("H8103", "Meni\xC3\xA8re's disease, bilateral"),
            row("I10", "Essential (primary) hypertension"),
            row("M25562", "Pain in left knee"),
            row("R079", "Chest pain, unspecified"),
            row("R0789", "Other chest pain"),
            row("S72001A",
                "Fracture of unspecified part of neck of right femur, initial encounter for closed fracture"),
        }));
        install(table(CodeSystem::hcpcs, ReleaseKind::official, "HCPCS 2025", "2025-01-01", "2025-12-31",
                      {row("E0100", "Cane"), row("J1100", "Injection, dexamethasone sodium phosphate, 1 mg"),
                       modifierRow("RT", "Right side of the body"), modifierRow("LT", "Left side of the body")}));
        install(table(CodeSystem::cpt, ReleaseKind::starter, "starter", "2024-01-01", "",
                      {row("99213", "Office visit, known patient, low complexity"),
                       row("99214", "Office visit, known patient")}));
    }

    std::string reason(std::string query)
    {
        const auto hits = library().search({.query = std::move(query), .system = {}, .on = {}});
        return hits && !hits->empty() ? hits->front().reason : "none";
    }
    const Date m_day = day("2025-01-15");
};

TEST_F(ReferenceSearch, CodeWithAndWithoutDotAndCase)
{
    for (const char* query : {"E11.22", "E1122", "e11.22", "  e1122 "})
        EXPECT_THAT(codes(query, m_day), ElementsAre("E1122")) << query;
    EXPECT_EQ(reason("E11.22"), "code");
    EXPECT_EQ(reason("E11.2"), "code");
    EXPECT_EQ(reason("S72"), "code prefix");
}

TEST_F(ReferenceSearch, PrefixShorterFirstInCodeOrder)
{
    EXPECT_THAT(codes("E11", m_day), ElementsAre("E11", "E112", "E119", "E1121", "E1122"));
    EXPECT_THAT(codes("E11.", m_day), ElementsAre("E11", "E112", "E119", "E1121", "E1122"));
    EXPECT_THAT(codes("992", m_day), ElementsAre("99213", "99214"));
    EXPECT_THAT(codes("J", m_day), ElementsAre("J1100"));
}

TEST_F(ReferenceSearch, WordsInAnyOrderEachAPrefix)
{
    EXPECT_THAT(codes("pain knee", m_day), ElementsAre("M25562"));
    EXPECT_THAT(codes("KNEE, pain", m_day), ElementsAre("M25562"));
    EXPECT_THAT(codes("kn pai le", m_day), ElementsAre("M25562"));
    EXPECT_THAT(codes("fem clos frac", m_day), ElementsAre("S72001A"));
    EXPECT_EQ(reason("pain knee"), "words");
    EXPECT_THAT(codes("meniere", m_day), ElementsAre("H8103"));
    EXPECT_THAT(codes("M\xC3\x89NI\xC3\x88RE", m_day), ElementsAre("H8103"));
    EXPECT_THAT(codes("mene\xCC\x80", m_day), IsEmpty());
    EXPECT_THAT(codes("menie\xCC\x80re", m_day), ElementsAre("H8103"));
}

TEST_F(ReferenceSearch, MixedCodeAndWords)
{
    EXPECT_THAT(codes("E11 nephropathy", m_day), ElementsAre("E1121"));
    EXPECT_THAT(codes("kidney E11.2", m_day), ElementsAre("E1122", "E112"));
}

TEST_F(ReferenceSearch, RanksStartOfTitleFewerWordsAndBillable)
{
    EXPECT_THAT(codes("diabetes", m_day), ElementsAre("E232", "E119", "E1121", "E11", "E1122", "E112"));
    EXPECT_THAT(codes("chest pain", m_day), ElementsAre("R079", "R0789"));
}

TEST_F(ReferenceSearch, LimitBillableSystemAndModifiers)
{
    SearchRequest request;
    request.query = "E11";
    request.limit = 2;
    EXPECT_THAT(codes(request), ElementsAre("E11", "E112"));
    request.billableOnly = true;
    EXPECT_THAT(codes(request), ElementsAre("E119", "E1121"));
    request.limit = 0;
    EXPECT_THAT(codes(request), IsEmpty());

    SearchRequest letter;
    letter.query = "E";
    letter.system = CodeSystem::hcpcs;
    EXPECT_THAT(codes(letter), ElementsAre("E0100"));

    SearchRequest side;
    side.query = "left";
    side.modifiers = true;
    EXPECT_THAT(codes(side), ElementsAre("LT"));
    side.query = "rt";
    EXPECT_THAT(codes(side), ElementsAre("RT"));
    side.modifiers = false;
    EXPECT_THAT(codes(side), IsEmpty());
}

TEST_F(ReferenceSearch, SomeWordsWhenNoTitleHasAll)
{
    const auto hits = *library().search({.query = "swollen knee pain left", .system = {}, .on = m_day});
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits[0].entry.code, "M25562");
    EXPECT_EQ(hits[0].reason, "some words");
    EXPECT_EQ(codes("diabtes insipidus", m_day), std::vector<std::string>{"E232"});
    EXPECT_THAT(codes("zzzz yyyy", m_day), IsEmpty());
}

TEST_F(ReferenceSearch, InForceFirstAndEachCodeOnce)
{
    install(fy2024({row("R079", "Chest pain, unspecified"), row("R070", "Chest pain"),
                    row("R0789", "Other chest pain, old wording")}));
    const auto hits = *library().search({.query = "chest pain", .system = {}, .on = m_day});
    ASSERT_EQ(hits.size(), 3U);
    EXPECT_EQ(hits[0].entry.code, "R079");
    EXPECT_EQ(hits[1].entry.code, "R0789");
    EXPECT_EQ(hits[1].entry.longTitle, "Other chest pain");
    EXPECT_EQ(hits[2].entry.code, "R070");
    EXPECT_FALSE(hits[2].entry.validOnDate);
    EXPECT_EQ(iso(hits[2].entry.valid), "2023-10-01..2024-09-30");
    // An exact code comes first even when it is not in force.
    EXPECT_THAT(codes("R07.0", m_day), ElementsAre("R070"));
    // Without a date all rank alike.
    EXPECT_EQ(codes("chest pain").front(), "R070");
}

TEST_F(ReferenceSearch, OfficialBeforeStarterAndStarterSilenced)
{
    install(starter({row("I10", "Essential (primary) hypertension"), row("I159", "Hypertension, only ours")}));
    const auto hits = *library().search({.query = "hypertension", .system = {}, .on = m_day});
    ASSERT_EQ(hits.size(), 2U);
    EXPECT_EQ(hits[0].entry.code, "I10");
    EXPECT_EQ(hits[0].entry.kind, ReleaseKind::official);
    EXPECT_FALSE(hits[1].entry.validOnDate);
}

TEST_F(ReferenceSearch, AnyTextIsAQuery)
{
    const std::vector<std::string> hostile = {"",
                                              " ",
                                              "\"",
                                              "\"\"\"",
                                              "'",
                                              "*",
                                              "**",
                                              "-",
                                              "--",
                                              "^",
                                              "(",
                                              ")",
                                              "()",
                                              "((((",
                                              "{a b}",
                                              ":",
                                              "a:b",
                                              "code:E11",
                                              "AND",
                                              "OR",
                                              "NOT",
                                              "NEAR",
                                              "NEAR(a b, 2)",
                                              "a AND",
                                              "a OR b NOT c",
                                              "+",
                                              "a + b",
                                              "pain*",
                                              "\"pain\" *",
                                              "pain\"",
                                              "'; DROP TABLE code_text; --",
                                              "%",
                                              "_",
                                              "\\",
                                              "\t\n\r",
                                              std::string("pa\0in", 5),
                                              "\xF0\x9F\xA6\xB4",
                                              "\xF0\x9F\xA6\xB4 pain",
                                              "pain\xE2\x80\x93knee",
                                              "\xC2\xB5g",
                                              "\xC3",
                                              "\xFF\xFE",
                                              "\xE2\x82",
                                              "\xED\xA0\x80",
                                              "\xE7\x97\x9B\xE3\x81\xBF",
                                              "\xD0\xB1\xD0\xBE\xD0\xBB\xD1\x8C",
                                              "...",
                                              "E11..",
                                              ".E11",
                                              "E.11",
                                              "1.5 mg",
                                              "99213-25",
                                              "E11.22.33",
                                              std::string(10000, 'a'),
                                              std::string(10000, '"'),
                                              std::string(10000, '\x80'),
                                              std::string(5000, '(') + "pain",
                                              "~",
                                              "E11~"};
    for (const auto& query : hostile) {
        for (const bool modifiers : {false, true}) {
            for (const auto& system : {std::optional<CodeSystem>(), std::optional(CodeSystem::icd10pcs)}) {
                SearchRequest request;
                request.query = query;
                request.modifiers = modifiers;
                request.system = system;
                const auto hits = library().search(request);
                EXPECT_TRUE(hits) << query << ": " << (hits ? "" : describe(hits.error()));
            }
        }
    }
    std::string words;
    for (int i = 0; i < 2000; ++i) words += "w" + std::to_string(i) + " ";
    EXPECT_TRUE(library().search({.query = words, .system = {}, .on = {}}));
    EXPECT_THAT(codes("\"pain\" AND (knee*)", m_day).empty(), false);
    EXPECT_THAT(codes("\xF0\x9F\xA6\xB4 pain knee", m_day), ElementsAre("M25562"));
    EXPECT_THAT(codes("pain\xE2\x80\x93knee", m_day), ElementsAre("M25562"));
}

TEST_F(ReferenceSearch, EveryCharacterIsSafeBetweenLetters)
{
    // A character that splits words for the index but not for us would make a phrase, which the index refuses.
    for (char32_t value = 1; value < 0x3100; ++value) {
        std::string character;
        if (value < 0x80)
            character = {static_cast<char>(value)};
        else if (value < 0x800)
            character = {static_cast<char>(0xC0 | (value >> 6)), static_cast<char>(0x80 | (value & 0x3F))};
        else
            character = {static_cast<char>(0xE0 | (value >> 12)), static_cast<char>(0x80 | ((value >> 6) & 0x3F)),
                         static_cast<char>(0x80 | (value & 0x3F))};
        const auto hits = library().search({.query = "pa" + character + "in", .system = {}, .on = {}});
        ASSERT_TRUE(hits) << static_cast<unsigned>(value) << ": " << describe(hits.error());
    }
}

}  // namespace

}  // namespace cw::store
