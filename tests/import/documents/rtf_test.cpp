#include "tests/import/documents/reader_fixture.h"

#include <gtest/gtest.h>

#include <sstream>

namespace cw {
namespace {

using namespace std::string_literals;

std::string rtf(const std::string& body)
{
    return test::shapeOf(
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset238 Arial;}}" + body + "}", "note.rtf");
}

TEST(Rtf, ReadsParagraphsAndEmphasis)
{
    EXPECT_EQ("p: Seen for *cough* and *fever*.\np: Back in a week.\n",
              rtf("\\pard Seen for {\\b cough} and \\i fever\\i0 .\\par\r\nBack in\n a week.\\par"));
}

TEST(Rtf, ReadsHeadingsAndLists)
{
    EXPECT_EQ(
        "h1: Plan\nh2: *ASSESSMENT:*\nli1: rest\nli1: fluids\n",
        rtf("\\pard\\outlinelevel0 Plan\\par\\pard{\\b ASSESSMENT:}\\par\\bullet\\tab rest\\par\\'b7 fluids\\par"));
}

TEST(Rtf, ReadsTables)
{
    EXPECT_EQ("tr: *Test*|Value|\ntr: Na|140 mmol/l|\np: after\n",
              rtf("{\\trowd\\cellx100\\cellx200\\pard\\intbl{\\b Test}\\cell Value\\cell\\row}"
                  "\\trowd\\pard\\intbl Na\\cell 140\\par mmol/l\\cell\\row\\pard after\\par"));
}

TEST(Rtf, ReadsCharacters)
{
    EXPECT_EQ("p: caf\xC3\xA9 \xE2\x82\xAC \xE2\x80\x99 \xE2\x80\x94 {a\\b} x y-z\n",
              rtf("caf\\'e9 \\'80 \\u8217? \\emdash  \\{a\\\\b\\} x\\~y\\_z\\par"));
    EXPECT_EQ("p: \xF0\x9F\x98\x80 \xC4\x8D \xC3\xA9 end\n",
              rtf("\\u-10179?\\u-8704? \\f1\\'e8\\f0  {\\uc2\\u233 ab}\\uc0 \\u32 end"));
}

TEST(Rtf, PassesOverWhatIsNoText)
{
    EXPECT_EQ("p: Visit note\nnote: Pictures and embedded objects of the document are not shown.\n",
              rtf("{\\stylesheet{\\s1 Heading;}}{\\info{\\author Nobody}}{\\*\\generator Maker;}"
                  "Visit{\\pict\\pngblip 89504e47}{\\v hidden}{\\object\\objemb{\\*\\objdata 0102}}"
                  "{\\field{\\*\\fldinst HYPERLINK \"http://example.invalid/\"}{\\fldrslt  note}}\\bin3 }}}\\par"));
}

TEST(Rtf, KeepsHeadersAndTextBoxes)
{
    EXPECT_EQ("p: Example clinic\np: Body\np: In a box\n",
              rtf("{\\header Example clinic}Body{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt In a box}}"
                  "{\\shprslt other}}\\par"));
}

TEST(Rtf, SaysThatItIsCutOff)
{
    EXPECT_EQ("p: Visit {note\nnote: The RTF is cut off here: not all of its groups are closed.\n",
              test::shapeOf("{\\rtf1 Visit \\{note", "note.rtf"));
}

TEST(Rtf, RefusesWhatHoldsNoWords)
{
    EXPECT_EQ("IMPORT-211: note.rtf: the RTF holds no words", rtf("\\par"));
}

TEST(Rtf, RefusesGroupsNestedTooDeeply)
{
    EXPECT_EQ("IMPORT-210: note.rtf: the groups of the RTF are nested deeper than 1,000",
              rtf(std::string(100'000, '{')));
}

TEST(Rtf, LivesThroughAnyEnd)
{
    const auto whole =
        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset2 A;}}\\trowd\\intbl a\\cell\\'e9\\u-10179?\\u-8704?\\bin5 12345\\row x}"s;
    for (std::size_t size = 5; size < whole.size(); ++size) (void)test::shapeOf(whole.substr(0, size), "note.rtf");
}

/// With straight quotation marks: the program that made the files set curved ones.
std::vector<std::string> wordsOf(std::string text)
{
    for (const auto& [curved, straight] : std::vector<std::pair<std::string, std::string>>{
             {"\xE2\x80\x98", "'"}, {"\xE2\x80\x99", "'"}, {"\xE2\x80\x9C", "\""}, {"\xE2\x80\x9D", "\""}})
        for (auto at = text.find(curved); at != std::string::npos; at = text.find(curved, at))
            text.replace(at, curved.size(), straight);
    std::istringstream in(text);
    std::vector<std::string> all;
    for (std::string word; in >> word;) all.push_back(word);
    return all;
}

TEST(Rtf, GivesTheWordsOfTheDerivedRenderings)
{
    CW_SHARED_OR_SKIP(folder, "documents/derived_renderings");
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        if (entry.path().extension() != ".rtf") continue;
        const auto name = entry.path().filename().string();
        const auto file = test::readBytes(test::fileBytes(entry.path()), name);
        ASSERT_TRUE(file) << test::outcome(file);
        auto truth = entry.path();
        truth.replace_extension(".truth.txt");
        EXPECT_EQ(wordsOf(test::fileBytes(truth)), wordsOf(file->items[0].documents[0].document.rendition.text))
            << name;
        ++seen;
    }
    EXPECT_GT(seen, 5);
}

}  // namespace
}  // namespace cw
