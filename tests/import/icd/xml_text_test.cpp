#include "import/icd/xml_text.h"

#include "import/icd/icd_files.h"
#include "tests/import/icd/icd_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

Result<XmlText> parse(const std::string& bytes)
{
    return XmlText::parse(bytes, "f.xml", "root");
}

struct FaultCase {
    std::string name;
    std::string bytes;
    std::string id;
    std::string reason;
};

class XmlFaultTest : public ::testing::TestWithParam<FaultCase> {};

TEST_P(XmlFaultTest, IsOneErrorThatNamesFilePlaceAndReason)
{
    const auto xml = parse(GetParam().bytes);
    ASSERT_FALSE(xml);
    EXPECT_EQ(ErrorKind::invalidInput, xml.error().kind);
    EXPECT_THAT(outcome(xml), AllOf(StartsWith(GetParam().id + ": f.xml"), HasSubstr(GetParam().reason)));
}

std::string nested(int depth)
{
    std::string open;
    std::string close;
    for (int i = 0; i < depth; ++i) {
        open += "<a>";
        close += "</a>";
    }
    return open + close;
}

std::string bomb()
{
    std::string text = "<?xml version=\"1.0\"?><!DOCTYPE root [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 12; ++i) {
        const auto one = "&a" + std::to_string(i - 1) + ";";
        std::string ten;
        for (int copy = 0; copy < 10; ++copy) ten += one;
        text += "<!ENTITY a" + std::to_string(i) + " \"" + ten + "\">";
    }
    return text + "]><root>&a11;</root>";
}

INSTANTIATE_TEST_SUITE_P(
    Faults, XmlFaultTest,
    ::testing::Values(FaultCase{"NotUtf8", "<root>\xE9</root>", "IMPORT-101", "not UTF-8"},
                      FaultCase{"NullByte", std::string("<root>\0</root>", 14), "IMPORT-101", "not UTF-8"},
                      FaultCase{"WrongEnd", "<root>\n<a>\n</b></root>", "IMPORT-102", "line 3: not well-formed XML"},
                      FaultCase{"Empty", "", "IMPORT-102", "not well-formed"},
                      FaultCase{"CutOff", "<root>\n<a>text</a>\n<a>te", "IMPORT-102", "the file is cut off"},
                      FaultCase{"Entities", bomb(), "IMPORT-103", "document type"},
                      FaultCase{"ExternalEntity", "<!DOCTYPE root SYSTEM \"file:///etc/passwd\"><root/>", "IMPORT-103",
                                "document type"},
                      FaultCase{"WrongRoot", "<?xml version=\"1.0\"?>\n<other/>", "IMPORT-104",
                                "line 2: the root element must be <root>, not <other>"},
                      FaultCase{"TwoRoots", "<root/><root/>", "IMPORT-104", "and others"},
                      FaultCase{"Nesting", "<root>\n" + nested(80) + "</root>", "IMPORT-105", "line 2: more than 64"},
                      FaultCase{"DeepNesting", "<root>" + nested(200'000) + "</root>", "IMPORT-105", "more than 64"}),
    [](const auto& test) { return test.param.name; });

TEST(XmlTextTest, AnyCutIsRefused)
{
    const std::string whole = "<?xml version=\"1.0\"?><root><a b=\"c\">t</a><!-- x --></root>";
    ASSERT_TRUE(parse(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(parse(whole.substr(0, size))) << size;
}

TEST(XmlTextTest, ReadsTextInOneLine)
{
    const auto xml =
        parse("\xEF\xBB\xBF<root><version> 20\r\n  30 </version><a>x &amp; y<b>(z)</b> &unknown;</a></root>");
    ASSERT_TRUE(xml) << outcome(xml);
    EXPECT_EQ("20 30", xml->version());
    EXPECT_EQ("x & y(z) &unknown;", textOf(xml->root().child("a")));
}

TEST(XmlTextTest, ReadsWindows1252ThatSaysSo)
{
    const auto xml = parse("<?xml version=\"1.0\" encoding=\"windows-1252\"?><root>M\xE9ni\xE8re</root>");
    ASSERT_TRUE(xml) << outcome(xml);
    EXPECT_EQ("Ménière", textOf(xml->root()));
}

TEST(XmlTextTest, GroupsDigits)
{
    EXPECT_EQ("0", grouped(0));
    EXPECT_EQ("999", grouped(999));
    EXPECT_EQ("71,486", grouped(71'486));
    EXPECT_EQ("1,234,567", grouped(1'234'567));
}

struct KindCase {
    std::string head;
    std::string name;
    std::optional<ListKind> kind;
};

class IcdXmlKindTest : public ::testing::TestWithParam<KindCase> {};

TEST_P(IcdXmlKindTest, IsToldByContent)
{
    EXPECT_EQ(GetParam().kind, icdXmlKind(GetParam().head, GetParam().name)) << GetParam().head;
}

INSTANTIATE_TEST_SUITE_P(
    Heads, IcdXmlKindTest,
    ::testing::Values(KindCase{"<?xml version=\"1.0\"?><ICD10CM.tabular>", "any.txt", ListKind::tabular},
                      KindCase{"\xEF\xBB\xBF<?xml?>\n<!-- <ICD10CM.index> -->\n<ICD10CM.tabular a=\"b\">", "index.xml",
                               ListKind::tabular},
                      KindCase{"<!DOCTYPE x [<!ENTITY a \"b\">]><ICD10CM.tabular>", "", ListKind::tabular},
                      KindCase{"<ICD10CM.index><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title><letter>",
                               "eindex.xml", ListKind::index},
                      KindCase{"<ICD10CM.index><title>ICD-10-CM External Cause of Injuries Index</title>", "",
                               ListKind::externalIndex},
                      KindCase{"<ICD10CM.index><indexHeading><head col=\"1\">Substance</head>", "", ListKind::drugs},
                      KindCase{"<ICD10CM.index><indexHeading><head col=\"1\">Neoplasm</head>", "", ListKind::neoplasm},
                      KindCase{"<ICD10CM.index><letter>", "EIndex.xml", ListKind::externalIndex},
                      KindCase{"<ICD10CM.index><letter>", "Index.xml", ListKind::index},
                      KindCase{"<ICD10PCS.tabular>", "", ListKind::pcsTables},
                      KindCase{"<ICD10PCS.index>", "", ListKind::pcsIndex},
                      KindCase{"<ICD10PCS.definitions>", "", ListKind::pcsDefinitions},
                      KindCase{"<ICD10CM.tabular isAddenda=\"true\">", "", std::nullopt},
                      KindCase{"<xsd:schema><xsd:element name=\"ICD10CM.tabular\">", "", std::nullopt},
                      KindCase{"<html>", "", std::nullopt}, KindCase{"", "", std::nullopt},
                      KindCase{"<!-- ", "", std::nullopt}, KindCase{"<", "", std::nullopt},
                      KindCase{"<?xml", "", std::nullopt}, KindCase{"ICD10CM.tabular", "", std::nullopt}));

}  // namespace
}  // namespace cw
