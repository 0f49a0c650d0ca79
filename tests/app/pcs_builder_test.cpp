#include "app/code_browser.h"
#include "tests/app/library_fixture.h"

namespace cw::test {
namespace {

using app::CodeBrowser;
using app::PcsStep;

const Date day = Date::of(2025, 1, 20);

std::string letters(const PcsStep& step)
{
    std::string text;
    for (const auto& choice : step.choices) {
        text += choice.value.character;
        if (choice.codes) text += std::to_string(*choice.codes) + " ";
    }
    return text;
}

class PcsBuilding : public LibraryTest {
protected:
    PcsBuilding() : m_admin(as("admin")) {}

    void installTables() const
    {
        PcsTable resection;
        resection.prefix = "0FT";
        resection.axisTitles = {"Section", "Body System", "Operation", "Body Part", "Approach", "Device", "Qualifier"};
        resection.labels = {"Medical and Surgical", "Hepatobiliary System and Pancreas", "Resection"};
        // Two rows that overlap in the gallbladder's open approach: 0FT40ZZ counts once.
        PcsRow one;
        one.axes = {{{{'4', "Gallbladder"}},
                     {{'0', "Open"}, {'4', "Percutaneous Endoscopic"}},
                     {{'Z', "No Device"}},
                     {{'Z', "No Qualifier"}}}};
        PcsRow other;
        other.axes = {{{{'4', "Gallbladder"}, {'G', "Pancreas"}},
                       {{'0', "Open"}},
                       {{'Z', "No Device"}},
                       {{'Z', "No Qualifier"}}}};
        resection.rows = {one, other};
        auto excision = resection;
        excision.prefix = "0FB";
        excision.labels[2] = "Excision";
        excision.rows.pop_back();
        install(*m_admin, ListKind::pcsTables, "FY2025", PcsTables{{excision, resection}});
        install(*m_admin, ListKind::pcsDefinitions, "FY2025",
                PcsDefinitions{{{'0', 3, "Operation", "Resection", "Cutting out all of a body part", "", ""}}});
    }
    void installCodes() const
    {
        const auto file = m_folder.write("icd10pcs_order_2025.txt",
                                         orderFile({{"0FT", "Hepatobiliary System and Pancreas, Resection", false},
                                                    {"0FT40ZZ", "Resection of Gallbladder, Open Approach"},
                                                    {"0FT44ZZ", "Resection of Gallbladder, Percutaneous Approach"},
                                                    {"0FTG0ZZ", "Resection of Pancreas, Open Approach"}}));
        importFile(*m_admin, file);
    }
    PcsStep step(const std::string& prefix) const
    {
        return must(CodeBrowser(m_admin->library(), m_admin->tables()).pcs(prefix, day));
    }

    std::unique_ptr<app::Workspace> m_admin;
};

TEST_F(PcsBuilding, GoesAxisByAxisThroughTheTables)
{
    installTables();
    installCodes();
    EXPECT_EQ("0", letters(step("")));
    EXPECT_EQ("Section", step("").axisTitle);
    EXPECT_EQ("F", letters(step("0")));
    EXPECT_EQ("B2 T3 ", letters(step("0f")));
    EXPECT_EQ(5, step("0F").codesLeft);
    const auto table = step("0FT");
    EXPECT_TRUE(table.isFromTables);
    EXPECT_EQ(4, table.axis);
    EXPECT_EQ("Body Part", table.axisTitle);
    EXPECT_EQ("42 G1 ", letters(table));
    EXPECT_EQ(3, table.codesLeft);
    EXPECT_EQ("Resection", table.chosen.at(2).label);
    ASSERT_EQ(1U, table.definitions.size());
    EXPECT_EQ("Cutting out all of a body part", table.definitions[0].definition);
    EXPECT_EQ("01 41 ", letters(step("0FT4")));
    EXPECT_EQ("01 ", letters(step("0FTG")));
    const auto whole = step("0FT44ZZ");
    EXPECT_EQ(8, whole.axis);
    EXPECT_TRUE(whole.choices.empty());
    ASSERT_TRUE(whole.code);
    EXPECT_EQ("Resection of Gallbladder, Percutaneous Approach", whole.code->longTitle);
    EXPECT_EQ("Percutaneous Endoscopic", whole.chosen.at(4).label);
}

TEST_F(PcsBuilding, LeadsNowhereFromAPrefixThatIsNone)
{
    installTables();
    for (const auto* prefix : {"9", "0Z", "0FX", "0FTX", "0FTG4ZZ"}) {
        const auto nowhere = step(prefix);
        EXPECT_TRUE(nowhere.choices.empty()) << prefix;
        EXPECT_FALSE(nowhere.code) << prefix;
    }
    EXPECT_EQ("APP-130", CodeBrowser(m_admin->library(), m_admin->tables()).pcs("0FT44ZZZ", day).error().id);
}

TEST_F(PcsBuilding, FallsBackToTheCodeTable)
{
    installCodes();
    EXPECT_EQ("0", letters(step("")));
    EXPECT_EQ("T", letters(step("0F")));
    const auto table = step("0FT");
    EXPECT_FALSE(table.isFromTables);
    EXPECT_EQ("42 G1 ", letters(table));
    EXPECT_EQ(3, table.codesLeft);
    EXPECT_EQ("Resection of Pancreas, Open Approach", table.choices.at(1).example);
    EXPECT_TRUE(step("0FTG0ZZ").code);
}

TEST_F(PcsBuilding, HasNothingToOfferWithoutEither)
{
    EXPECT_TRUE(step("").choices.empty());
}

}  // namespace
}  // namespace cw::test
