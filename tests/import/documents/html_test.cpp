#include "tests/import/documents/reader_fixture.h"

#include <gtest/gtest.h>

#include <chrono>

namespace cw {
namespace {

std::string html(const std::string& body)
{
    return test::shapeOf("<!DOCTYPE html><html><head><title>no</title><style>p {}</style></head><body>" + body +
                             "</body></html>",
                         "note.html");
}

TEST(Html, ReadsBlocks)
{
    EXPECT_EQ("h1: Visit\np: Seen for *cough* and *fever*.\np: Line two\nli1: rest\nli2: at home\nli1: fluids\n"
              "pre: Na  140\n K  4\np: *Plan*\np: Later\n",
              html("<h1>Visit</h1><p>Seen for <b>cough</b> and\n <em>fever</em>.<br>Line two"
                   "<ul><li>rest<ul><li>at home</ul></li><li>fluids</ul>"
                   "<pre>\nNa  140\n K  4</pre><dl><dt>Plan<dd>Later</dl>"));
}

TEST(Html, ReadsTables)
{
    EXPECT_EQ("h4: Results\ntr: Test|Value|Note|\ntr: Na|140|high|\ntr: |4.1 mmol/l|*low*|\np: after\n",
              html("<table><caption>Results</caption><thead><tr><th>Test<th>Value<th>Note</thead>"
                   "<tr><td rowspan=2>Na<td>140<td>high</tr><tr><td><p>4.1</p><p>mmol/l</p></td>"
                   "<td><strong>low</strong></table>after"));
}

TEST(Html, TakesLayoutTablesApart)
{
    EXPECT_EQ("p: Example clinic\nh2: Visit\np: Text\np: left\ntr: a|b|\np: right\np: one\np: two\n",
              html("<table><tr><td>Example clinic<h2>Visit</h2>Text</td></tr></table>"
                   "<table><tr><td>left<table><tr><td>a<td>b</table></td><td>right</table>"
                   "<table><tr><td><p>one<p>two</td></table>"));
}

TEST(Html, ResolvesEntities)
{
    EXPECT_EQ("p: <5 \xC2\xB5g & caf\xC3\xA9 \xE2\x80\x99 \xE2\x82\xAC \xEF\xBF\xBD &unknown; AT&T \xE2\x89\xA5\n",
              html("&lt;5&nbsp;&micro;g &amp caf&eacute; &#8217; &#x80; &#x110000; &unknown; AT&T &ge;"));
}

TEST(Html, LeavesOutWhatIsNoText)
{
    const std::string page =
        "<p>Be<script>alert('<p>no</p>')</script>fore<iframe src=http://example.invalid/>no</iframe>"
        "<select><option>no</select><textarea>no</textarea><input value=no>"
        "<svg><text>no</text></svg><!-- <p>no --><img src=\"http://example.invalid/a.png\" "
        "alt=\"X-ray > arm\"><object data=x>shown</object> after</p>";
    EXPECT_EQ("p: Before shown after\nnote: Picture, not shown: X-ray > arm\n", html(page));
    const auto file = test::readBytes("<html>" + page, "a.html");
    ASSERT_TRUE(file);
    EXPECT_EQ((std::vector<std::string>{"scripts of the page were left out and never run",
                                        "pictures, frames and other linked content of the page were not fetched",
                                        "form fields of the page are not shown"}),
              file->notes);
}

TEST(Html, ReadsTheEncodingThatThePageNames)
{
    EXPECT_EQ("p: caf\xC3\xA9\n", test::shapeOf("<html><meta charset=\"iso-8859-1\"><p>caf\xE9", "a.html"));
    EXPECT_EQ("p: \xD0\x96\n",
              test::shapeOf("<html><meta content='text/html; charset=windows-1251'><p>\xC6", "a.html"));
    EXPECT_EQ("p: caf\xC3\xA9\n",
              test::shapeOf("<?xml version='1.0' encoding='ISO-8859-1'?><html><p>caf\xE9", "a.html"));
}

TEST(Html, RefusesAPageWithoutWords)
{
    EXPECT_EQ("IMPORT-212: note.html: the HTML page holds no words that could be shown",
              html("<script>document.write('x')</script><img alt='x'>"));
}

/// None of these may take more than one pass.
TEST(Html, LivesThroughNestingAndUnclosedThings)
{
    const auto start = std::chrono::steady_clock::now();
    for (const std::string piece :
         {"<div>", "<b><p>", "<table><tr><td>", "<ul><li>", "<font color=1><p>x", "<!--", "<a title='", "<script>",
          "<svg>", "<", "&#", "</", "<pre>", "<td rowspan=1000 colspan=1000>x"}) {
        std::string page = "<html><p>words";
        for (int i = 0; i < 100'000; ++i) page += piece;
        const auto file = test::readBytes(page, "deep.html");
        EXPECT_TRUE(file) << piece << test::outcome(file);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(Html, LivesThroughAnyEnd)
{
    const std::string whole =
        "<html><table><tr><td a=\"b\" colspan='2'>x&eacute;<pre>y</pre><script>z</script><!-- c --></table>";
    for (std::size_t size = 6; size < whole.size(); ++size) (void)test::shapeOf(whole.substr(0, size), "a.html");
}

}  // namespace
}  // namespace cw
