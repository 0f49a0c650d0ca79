#include "tests/import/documents/ccda_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;
using test::ccda::bodyOutline;
using test::ccda::ccdaDocument;
using test::ccda::ccdaSection;
using test::ccda::readCcda;
using test::ccda::words;
using testing::Contains;

struct NarrativeCase {
    const char* name;
    const char* text;
    const char* outline;  ///< Of what follows the section's heading.
};

class CcdaNarrativeTest : public testing::TestWithParam<NarrativeCase> {};

TEST_P(CcdaNarrativeTest, BecomesBlocks)
{
    const auto file = readCcda(ccdaDocument(ccdaSection("10164-2", "History", GetParam().text)));
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ(std::string("h2: History\n") + GetParam().outline,
              bodyOutline(file->items[0].documents[0].document.rendition));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, CcdaNarrativeTest,
    testing::Values(
        NarrativeCase{"LooseText", "Came  on\n foot.", "p: Came on foot.\n"},
        NarrativeCase{"Paragraphs", "<paragraph>One</paragraph>loose<paragraph>Two</paragraph>",
                      "p: One\np: loose\np: Two\n"},
        NarrativeCase{"LineBreaks", "One<br/>Two<content>Three<br/>Four</content>",
                      "p: One\np: Two\np: Three\np: Four\n"},
        NarrativeCase{"WordsStayApart", "<content>Left</content> <content>hip</content>", "p: Left hip\n"},
        NarrativeCase{
            "List",
            "<list><caption>Plan</caption><item>Rest</item><item>Ice<list><item>cold</item></list></item></list>",
            "h4: Plan\nli1: Rest\nli1: Ice\nli2: cold\n"},
        NarrativeCase{"OrderedList",
                      "<list listType=\"ordered\"><item>Rest</item><item><paragraph>Ice</paragraph></item></list>",
                      "li1: 1. Rest\nli1: 2. Ice\n"},
        NarrativeCase{"Table",
                      "<table><caption>Labs</caption><thead><tr><th>Test</th><td>Value</td></tr></thead>"
                      "<tbody><tr><td>HGB</td><td>10.2</td></tr></tbody></table>",
                      "h4: Labs\ntr: H[Test] H[Value]\ntr: [HGB] [10.2]\n"},
        NarrativeCase{
            "Spans",
            "<table><tr><th colspan=\"3\">Vital signs</th></tr><tr><td rowspan=\"2\">May</td><td>Pulse</td>"
            "<td>70</td></tr><tr><td>Temp</td><td>37</td></tr><tr><td>June</td><td>Pulse</td><td>71</td></tr></table>",
            "tr: H[Vital signs]x3\ntr: [May] [Pulse] [70]\ntr: [] [Temp] [37]\ntr: [June] [Pulse] [71]\n"},
        NarrativeCase{"ListInCell",
                      "<table><tr><td><list><item>Hives</item><item>Nausea.</item><item>Rash</item></list></td>"
                      "<td>a<br/>b</td></tr></table>",
                      "tr: [Hives; Nausea. Rash] [a b]\n"},
        NarrativeCase{"TableInContent", "<content ID=\"x\"><table><tr><td>In</td></tr></table></content>after",
                      "tr: [In]\np: after\n"},
        NarrativeCase{"SuperAndSubscript", "12.3 10<sup>3</sup>/uL, H<sub>2</sub>O, 1<sup>st</sup>",
                      "p: 12.3 10^3/uL, H2O, 1st\n"},
        NarrativeCase{"Footnote", "Pulse 70<footnote ID=\"f\">by hand</footnote>.",
                      "p: Pulse 70 [footnote 1: by hand].\n"},
        NarrativeCase{"Revised",
                      "Left<content revised=\"delete\">knee</content><content revised=\"insert\">hip</content>pain",
                      "p: Left [deleted: knee] [inserted: hip] pain\n"},
        NarrativeCase{"Link", "See <linkHtml href=\"http://example.invalid/x\">the leaflet</linkHtml>.",
                      "p: See the leaflet.\n"},
        NarrativeCase{"Picture",
                      "Before<renderMultiMedia referencedObject=\"M\"><caption>Wound</caption></renderMultiMedia>",
                      "p: Before\nnote: Picture or attachment \"Wound\": not shown here, see the original file.\n"},
        NarrativeCase{"UnknownElements", "<div><span>Odd</span> <b>words</b></div>", "p: Odd words\n"}),
    [](const auto& one) { return one.param.name; });

TEST(CcdaSectionTest, MarksWhatTheSourceMarks)
{
    const auto file = readCcda(ccdaDocument(
        ccdaSection("10164-2", "History",
                    "Has <content styleCode=\"xlabel Bold\">severe</content> pain <content styleCode=\"Italics\">"
                    "at  rest</content><table><tr styleCode=\"Rrule\"><td styleCode=\"Bold\">cell</td></tr></table>")));
    ASSERT_TRUE(file) << outcome(file);
    const auto& rendition = file->items[0].documents[0].document.rendition;
    std::vector<std::string> marked;
    for (const auto& range : rendition.emphasis) marked.push_back(words(rendition, range));
    EXPECT_THAT(marked, testing::IsSupersetOf({"severe", "at rest", "cell"}));
}

TEST(CcdaSectionTest, SubSectionsStandOneLevelDeeper)
{
    const auto file = readCcda(ccdaDocument(
        "<section><title>Outer</title><text>One</text><component><section><title>Inner</title><text>Two</text>"
        "<component><section><title>Third</title><text>Three</text></section></component></section></component></section>\n"));
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("h2: Outer\np: One\nh3: Inner\np: Two\nh4: Third\np: Three\n",
              bodyOutline(file->items[0].documents[0].document.rendition));
}

TEST(CcdaSectionTest, MakesATableOfEntriesWithoutNarrative)
{
    const auto file = readCcda(ccdaDocument(
        R"(<section><code code="30954-2" displayName="Results"/><entry><organizer>
        <code code="58410-2" codeSystem="2.16.840.1.113883.6.1" displayName="CBC"/><component>
        <observation classCode="OBS" moodCode="EVN"><code code="718-7" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC"
          displayName="Hemoglobin"/><statusCode code="completed"/><effectiveTime value="20250309"/>
          <value xsi:type="PQ" value="10.2" unit="g/dL"/></observation></component></organizer></entry>
        <entry><substanceAdministration><consumable><manufacturedProduct><manufacturedMaterial>
          <code code="197361" codeSystem="2.16.840.1.113883.6.88" displayName="amlodipine 5 MG"/></manufacturedMaterial>
          </manufacturedProduct></consumable><doseQuantity value="1" unit="{tablet}"/></substanceAdministration></entry>
        </section>)"));
    ASSERT_TRUE(file) << outcome(file);
    const auto& document = file->items[0].documents[0];
    EXPECT_EQ("h2: Results\nnote: Made from the entries: the document has no narrative for it.\n"
              "tr: H[What] H[Value] H[Date] H[Status] H[Codes]\n"
              "tr: [Hemoglobin] [10.2 g/dL] [2025-03-09] [completed] [LOINC 718-7]\n"
              "tr: [amlodipine 5 MG] [1 {tablet}] [] [] [rxnorm 197361]\n",
              bodyOutline(document.document.rendition));
    ASSERT_EQ(3U, document.codes.size());
    EXPECT_EQ("Hemoglobin", words(document.document.rendition, document.codes[1].span)) << "proof in the made table";
}

TEST(CcdaSectionTest, SaysWhenASectionHasNothing)
{
    const auto file =
        readCcda(ccdaDocument("<section nullFlavor=\"NI\"><title>Allergies</title><text>None known</text></section>\n"
                              "<section nullFlavor=\"MSK\"><title>Notes</title></section>\n"
                              "<section><title>Empty</title><text> </text></section>\n"));
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("h2: Allergies\nnote: The source says of this section: no information.\np: None known\n"
              "h2: Notes\nnote: The source says of this section: withheld.\nh2: Empty\nnote: The section is empty.\n",
              bodyOutline(file->items[0].documents[0].document.rendition));
    EXPECT_THAT(file->notes, Contains("sections without text: 2, 3"));
}

TEST(CcdaSectionTest, NamesAttachmentsInEntries)
{
    const auto file = readCcda(ccdaDocument(ccdaSection(
        "10164-2", "History", "See picture.",
        "<entry><observationMedia><value mediaType=\"image/png\" representation=\"B64\">AAAA</value></observationMedia></entry>")));
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("h2: History\np: See picture.\n"
              "note: The entries hold 1 file or picture that is not shown here, see the original file.\n",
              bodyOutline(file->items[0].documents[0].document.rendition));
}

TEST(CcdaSectionTest, ADocumentWithoutSectionsKeepsItsHeader)
{
    const auto file = readCcda(ccdaDocument(""));
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_THAT(file->notes, Contains("the document has no sections: only its header was read"));
    EXPECT_EQ("MR-4711", file->items[0].patient.person.mrn);
}

}  // namespace
}  // namespace cw
