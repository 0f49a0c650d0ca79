#include "app/code_browser.h"
#include "tests/app/library_fixture.h"

namespace cw::test {
namespace {

using app::CodeBrowser;
using app::CodeLookup;

const std::vector<TableRow> injuries = {{"S72", "Fracture of femur", false},
                                        {"S7200", "Fracture of neck of femur", false},
                                        {"S72001", "Fracture of neck of right femur", false},
                                        {"S72001A", "Fracture of neck of right femur, initial encounter"},
                                        {"S72001D", "Fracture of neck of right femur, subsequent encounter"},
                                        {"T36", "Poisoning", false},
                                        {"T360", "Poisoning by invented drug", false},
                                        {"T360XXA", "Poisoning by invented drug, initial encounter"}};
const Date day = Date::of(2025, 1, 20);

IndexTerm term(std::string title, std::int32_t parent, std::uint8_t level, std::vector<std::string> codes,
               std::string see = {})
{
    IndexTerm made;
    made.title = std::move(title);
    made.parent = parent;
    made.level = level;
    made.codes = std::move(codes);
    made.see = std::move(see);
    return made;
}

class Lookup : public LibraryTest {
protected:
    Lookup() : m_admin(as("admin")) { importFile(*m_admin, orderFileOf(2025, injuries)); }

    void installTabular() const
    {
        Tabular tabular;
        tabular.nodes = {{TabularLevel::chapter, "19", "Injury", -1, {{NoteKind::note, "Use codes of Chapter 20"}}, {}},
                         {TabularLevel::block, "S70-S79", "Injuries to the hip", 0, {}, {}},
                         {TabularLevel::code,
                          "S72",
                          "Fracture of femur",
                          1,
                          {{NoteKind::excludes1, "traumatic amputation of hip (S78.-)"}},
                          {{'A', "initial encounter"}, {'D', "subsequent encounter"}, {'S', "sequela"}}},
                         {TabularLevel::code, "S7200", "Fracture of neck of femur", 2, {}, {}},
                         {TabularLevel::code, "S72001", "Fracture of neck of right femur", 3, {}, {}}};
        install(*m_admin, ListKind::tabular, "FY2025", tabular, {Date::of(2024, 10, 1), Date::of(2025, 9, 30)});
    }
    void installIndex() const
    {
        IndexTree tree;
        tree.title = "Index";
        tree.terms = {term("Break", -1, 0, {}, "Fracture"), term("Fracture", -1, 0, {"T14.8"}),
                      term("femur", 1, 1, {"S72.9-"}), term("neck", 2, 2, {"S72.00-"})};
        install(*m_admin, ListKind::index, "FY2025", tree);
    }
    app::CodeDetails details(const std::string& code) const
    {
        return must(CodeLookup(m_admin->library(), &m_admin->tables()).details(code, std::nullopt, day));
    }
    static std::string codes(const std::vector<app::SeventhChoice>& choices)
    {
        std::string text;
        for (const auto& choice : choices) text += choice.entry.code + " " + choice.character.meaning + "; ";
        return text;
    }

    std::unique_ptr<app::Workspace> m_admin;
};

TEST_F(Lookup, OffersCompleteCodesOnlyThatTheTableHas)
{
    installTabular();
    // The list knows a sequela, the table of the year does not.
    EXPECT_EQ("S72001A initial encounter; S72001D subsequent encounter; ", codes(details("S72.001").seventh));
    EXPECT_EQ("S72001A initial encounter; S72001D subsequent encounter; ", codes(details("S72.001A").seventh));
    EXPECT_EQ("", codes(details("S72.00").seventh));
    EXPECT_EQ("T360XXA initial encounter; ", codes(details("T36.0").seventh));
}

TEST_F(Lookup, OffersCompleteCodesWithoutATabularListToo)
{
    EXPECT_EQ("S72001A initial encounter; S72001D subsequent encounter; ", codes(details("S72001").seventh));
    const CodeLookup bare(m_admin->library());
    EXPECT_EQ("T360XXA initial encounter; ", codes(must(bare.details("T36.0", std::nullopt, day)).seventh));
    EXPECT_FALSE(must(bare.details("S72", std::nullopt, day)).place);
}

TEST_F(Lookup, OffersNothingThatIsNotInForce)
{
    const CodeLookup lookup(m_admin->library(), &m_admin->tables());
    EXPECT_FALSE(must(lookup.seventhChoices("T360", day)).empty());
    EXPECT_TRUE(must(lookup.seventhChoices("T360", Date::of(2030, 1, 1))).empty());
}

TEST_F(Lookup, GathersNotesIndexFactsAndMaps)
{
    installTabular();
    installIndex();
    installConversion(*m_admin);
    install(*m_admin, ListKind::gems, "2018", CodeMaps{{{"icd10-icd9", "S72001A", "82009", "10000", {}}}});
    install(*m_admin, ListKind::hcc, "V28", CodeFlags{{{CodeSystem::icd10cm, "S72001A", "hcc:CMS-HCC V28", "402"}}});
    const auto found = details("S72.001A");
    ASSERT_TRUE(found.place);
    EXPECT_EQ("FY2025", found.place->release);
    bool hasExcludes = false;
    for (const auto& level : found.place->levels)
        for (const auto& note : level.notes) hasExcludes = hasExcludes || note.kind == NoteKind::excludes1;
    EXPECT_TRUE(hasExcludes);
    ASSERT_FALSE(found.indexTerms.empty());
    EXPECT_EQ("Fracture", found.indexTerms[0].path.front().term.title);
    EXPECT_EQ("neck", found.indexTerms[0].path.back().term.title);
    ASSERT_EQ(1U, found.maps.size());
    EXPECT_EQ("82009", found.maps[0].to);
    EXPECT_FALSE(found.facts.empty());
    EXPECT_TRUE(found.successors.empty());
    EXPECT_EQ(
        "E7850",
        must(app::successorsOf(m_admin->library(), m_admin->tables(), CodeSystem::icd10cm, "E785", day)).at(0).code);
}

TEST_F(Lookup, BrowsesTheIndex)
{
    installIndex();
    const CodeBrowser browser(m_admin->library(), m_admin->tables());
    const auto terms = must(browser.findTerms(ListKind::index, "frac", 10));
    ASSERT_EQ(1U, terms.size());
    const auto page = must(browser.openTerm(terms[0]));
    ASSERT_EQ(1U, page.terms.size());
    EXPECT_EQ("femur", page.terms[0].term.title);
    const auto leads = must(browser.openTerm(must(browser.mainTerms(ListKind::index, "b", 1)).at(0)));
    ASSERT_TRUE(leads.seeTarget);
    EXPECT_EQ("Fracture", leads.seeTarget->term.title);
    EXPECT_TRUE(must(browser.findTerms(ListKind::index, "zzz", 10)).empty());
}

struct TextCase {
    const char* text;
    std::vector<std::string> codes;
};
class CodesInText : public testing::TestWithParam<TextCase> {};

TEST_P(CodesInText, AreFoundInBrackets)
{
    std::vector<std::string> found;
    for (const auto& code : app::codesIn(GetParam().text)) found.push_back(code.code);
    EXPECT_EQ(GetParam().codes, found);
}

INSTANTIATE_TEST_SUITE_P(Notes, CodesInText,
                         testing::Values(TextCase{"diabetes mellitus due to underlying condition (E08.-)", {"E08"}},
                                         TextCase{"kidney disease (I12-I13, N18.30)", {"I12", "I13", "N1830"}},
                                         TextCase{"burns (T31.0), (T31.1-)", {"T310", "T311"}},
                                         TextCase{"deficiency of vitamin B12", {}},
                                         TextCase{"carcinoma of skin (C4A.0)", {"C4A0"}},
                                         TextCase{"[M1A.00X0]", {"M1A00X0"}}, TextCase{"nothing (see chapter 20)", {}},
                                         TextCase{"end (E11", {"E11"}}, TextCase{"", {}}));

TEST(CodesInTextPlaces, CoverTheCodeAlone)
{
    const std::string text = "x (E11.22) y";
    const auto found = app::codesIn(text);
    ASSERT_EQ(1U, found.size());
    EXPECT_EQ("E11.22", text.substr(found[0].begin, found[0].end - found[0].begin));
}

}  // namespace
}  // namespace cw::test
