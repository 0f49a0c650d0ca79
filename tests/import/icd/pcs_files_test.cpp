#include "import/icd/icd_files.h"
#include "tests/import/icd/icd_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;
using test::sourceText;
using test::xmlFile;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// An axis with these values; the labels repeat the characters.
std::string axis(int position, const std::string& values, const std::string& stated = "", const std::string& more = "")
{
    std::string labels;
    for (const char value : values) labels += std::string("<label code=\"") + value + "\">Label " + value + "</label>";
    return "<axis pos=\"" + std::to_string(position) + "\" values=\"" +
           (stated.empty() ? std::to_string(values.size()) : stated) + "\"><title>Axis " + std::to_string(position) +
           "</title>" + labels + more + "</axis>\n";
}

std::string row(const std::string& codes, const std::string& axes)
{
    return "<pcsRow codes=\"" + codes + "\">" + axes + "</pcsRow>\n";
}

std::string goodRow()
{
    return row("4", axis(4, "01") + axis(5, "0") + axis(6, "Z") + axis(7, "XZ"));
}

std::string tablesXml(const std::string& rows, const std::string& first = "0")
{
    return xmlFile("ICD10PCS.tabular", "<title>Tables</title>\n<pcsTable>" + axis(1, first) + axis(2, "F") +
                                           axis(3, "T", "", "<definition>Cutting out all</definition>") + rows +
                                           "</pcsTable>\n");
}

Result<ParsedList> parse(const std::string& xml)
{
    return parsePcsTablesFile(sourceText(xml), {}, Progress());
}

TEST(PcsTablesFileTest, ReadsTablesAndTheirRows)
{
    const auto list = parse(tablesXml(goodRow() + row("1", axis(4, "2") + axis(5, "4") + axis(6, "Z") + axis(7, "Z"))));
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(ListKind::pcsTables, list->kind);
    EXPECT_EQ("FY2030", list->name);
    EXPECT_EQ(1, list->rowCount);
    EXPECT_THAT(list->checks, ElementsAre("1 tables give 5 codes"));
    const auto& table = std::get<PcsTables>(list->content).tables.front();
    EXPECT_EQ("0FT", table.prefix);
    EXPECT_EQ("Axis 2", table.axisTitles[1]);
    EXPECT_EQ("Axis 7", table.axisTitles[6]);
    EXPECT_EQ("Label F", table.labels[1]);
    EXPECT_EQ("Cutting out all", table.definition);
    EXPECT_EQ('1', table.rows[0].axes[0][1].character);
    EXPECT_EQ("Label 1", table.rows[0].axes[0][1].label);
    EXPECT_THAT(expandToCodes(std::get<PcsTables>(list->content)),
                ElementsAre("0FT00ZX", "0FT00ZZ", "0FT10ZX", "0FT10ZZ", "0FT24ZZ"));
}

struct PcsFault {
    std::string xml;
    std::string message;
};

class PcsFaultTest : public ::testing::TestWithParam<PcsFault> {};

TEST_P(PcsFaultTest, IsRefused)
{
    EXPECT_THAT(outcome(parse(GetParam().xml)), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Faults, PcsFaultTest,
    ::testing::Values(PcsFault{tablesXml(row("9", axis(4, "0") + axis(5, "0") + axis(6, "Z") + axis(7, "Z"))),
                               "table 0FT: the row says 9 codes and its axes give 1"},
                      PcsFault{tablesXml(row("1", axis(4, "0") + axis(5, "0") + axis(6, "Z"))), "IMPORT-129"},
                      PcsFault{tablesXml(row("1", axis(4, "0") + axis(4, "0") + axis(6, "Z") + axis(7, "Z"))),
                               "IMPORT-128"},
                      PcsFault{tablesXml(row("1", axis(3, "0"))), "IMPORT-128"},
                      PcsFault{tablesXml(row("1", axis(8, "0"))), "IMPORT-125"},
                      PcsFault{tablesXml(row("1", axis(4, "0", "2"))), "the axis says 2 values and holds 1"},
                      PcsFault{tablesXml(row("1", axis(4, "O"))), "IMPORT-126"}, PcsFault{tablesXml(""), "IMPORT-134"},
                      PcsFault{tablesXml(goodRow(), "01"), "IMPORT-133"},
                      PcsFault{xmlFile("ICD10PCS.tabular", ""), "IMPORT-124"},
                      PcsFault{xmlFile("ICD10PCS.index", ""), "IMPORT-104"}));

TEST(PcsDefinitionsFileTest, GivesEachTermItsDefinition)
{
    const auto list = parsePcsDefinitionsFile(
        sourceText(
            xmlFile("ICD10PCS.definitions",
                    "<title>D</title><section code=\"0\"><title>S</title><axis pos=\"3\"><title>Operation</title>"
                    "<terms><title>Zap</title><definition>To zap</definition><explanation>Rarely</explanation>"
                    "<includes>Zipping</includes></terms></axis><axis pos=\"4\"><title>Body Part</title><terms>"
                    "<title>Toe, Left</title><title>Toe, Right</title><includes>Big toe</includes><includes>Small "
                    "toe</includes></terms></axis></section><deviceAggregation/>")),
        {}, Progress());
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(3, list->rowCount);
    EXPECT_THAT(list->checks, Contains("left out, unknown: deviceAggregation (1)"));
    const auto& definitions = std::get<PcsDefinitions>(list->content).definitions;
    EXPECT_EQ("Zap", definitions[0].term);
    EXPECT_EQ("To zap", definitions[0].definition);
    EXPECT_EQ("Rarely", definitions[0].explanation);
    EXPECT_EQ("Zipping", definitions[0].includes);
    EXPECT_EQ(3, definitions[0].axis);
    EXPECT_EQ("Toe, Right", definitions[2].term);
    EXPECT_EQ("Big toe; Small toe", definitions[2].includes);
    EXPECT_EQ("Body Part", definitions[2].axisTitle);
    EXPECT_EQ(4, definitions[2].axis);
    EXPECT_EQ('0', definitions[2].section);
}

TEST(PcsDefinitionsFileTest, RefusesFaults)
{
    const auto parsed = [](const std::string& body) {
        return outcome(parsePcsDefinitionsFile(sourceText(xmlFile("ICD10PCS.definitions", body)), {}, Progress()));
    };
    EXPECT_THAT(parsed(""), StartsWith("IMPORT-132"));
    EXPECT_THAT(parsed("<section code=\"0\"><axis pos=\"9\"/></section>"), StartsWith("IMPORT-131"));
    EXPECT_THAT(parsed("<section><axis pos=\"3\"/></section>"), StartsWith("IMPORT-131"));
}

}  // namespace
}  // namespace cw
