#include "chart/rendition.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

std::string textOf(const Rendition& rendition, const TextRange& range)
{
    return rendition.text.substr(static_cast<std::size_t>(range.begin),
                                 static_cast<std::size_t>(range.end - range.begin));
}

/// One line a block: what it is, and its words; cells parted by '|'.
std::string shape(const Rendition& rendition)
{
    static constexpr const char* names[] = {"h", "p", "li", "tr", "pre", "note"};
    std::string out;
    for (const auto& block : rendition.blocks) {
        out += names[static_cast<int>(block.kind)];
        if (block.level != 0) out += std::to_string(block.level);
        if (block.table != 0) out += "#" + std::to_string(block.table);
        out += ": ";
        if (block.cells.empty()) out += textOf(rendition, block.range);
        for (const auto& cell : block.cells) out += textOf(rendition, cell.range) + "|";
        out += "\n";
    }
    return out;
}

Rendition sample()
{
    RenditionWriter writer;
    writer.heading(1, "Laboratory report");
    writer.labelled("Ordered", "by phone");
    writer.beginTable();
    writer.headerRow({"Test", "Value"});
    writer.row(std::vector<std::string>{"Potassium", "4.1"});
    writer.listItem(2, "fasting");
    writer.note("One picture is not shown.");
    return std::move(writer).finish();
}

TEST(Rendition, PutsBlocksTogether)
{
    const auto rendition = sample();
    EXPECT_EQ("h1: Laboratory report\np: Ordered: by phone\ntr#1: Test|Value|\ntr#1: Potassium|4.1|\nli2: fasting\n"
              "note: One picture is not shown.\n",
              shape(rendition));
    EXPECT_EQ(
        "Laboratory report\n\nOrdered: by phone\n\nTest\tValue\nPotassium\t4.1\n\nfasting\n\nOne picture is not shown.",
        rendition.text);
    ASSERT_EQ(1U, rendition.emphasis.size());
    EXPECT_EQ("Ordered:", textOf(rendition, rendition.emphasis[0]));
    EXPECT_TRUE(rendition.blocks[2].cells[0].isHeader);
}

TEST(Rendition, FoldsWhiteSpaceAndReplacesWhatIsNoText)
{
    RenditionWriter writer;
    writer.paragraph(" a \t\r\n b\xC2\xA0\xE2\x80\xA8 c ");
    writer.paragraph("x\x01y\xFFz\x7F\xC2\x85w");
    writer.paragraph("caf\xC3\xA9 \xF0\x9F\x98\x80 \xC3");
    EXPECT_EQ("p: a b c\np: x\xEF\xBF\xBDy\xEF\xBF\xBDz\xEF\xBF\xBD w\np: caf\xC3\xA9 \xF0\x9F\x98\x80 \xEF\xBF\xBD\n",
              shape(std::move(writer).finish()));
}

TEST(Rendition, KeepsTheLinesOfPreformattedText)
{
    RenditionWriter writer;
    writer.preformatted("\n \n  Na   140\r\n  K\t4.1\r\rdone  \n\n");
    EXPECT_EQ("pre:   Na   140\n  K\t4.1\n\ndone\n", shape(std::move(writer).finish()));
}

TEST(Rendition, LeavesOutWhatIsEmpty)
{
    RenditionWriter writer;
    writer.heading(1, "  ");
    writer.labelled("Author", " \n");
    writer.beginTable();
    writer.row(std::vector<std::string>{"", " "});
    EXPECT_TRUE(writer.isEmpty());
    EXPECT_TRUE(writer.lastRange().isEmpty());
    EXPECT_TRUE(writer.lastCell(0).isEmpty());
}

TEST(Rendition, TellsWhereTheWordsStand)
{
    RenditionWriter writer;
    writer.paragraph("before");
    writer.row(std::vector<std::string>{"", "caf\xC3\xA9"});
    const auto cell = writer.lastCell(1);
    const auto row = writer.lastRange();
    EXPECT_TRUE(writer.lastCell(2).isEmpty());
    const auto rendition = std::move(writer).finish();
    EXPECT_EQ("caf\xC3\xA9", textOf(rendition, cell));
    EXPECT_EQ("\tcaf\xC3\xA9", textOf(rendition, row));
}

TEST(Rendition, PartsTables)
{
    RenditionWriter writer;
    writer.row(std::vector<std::string>{"a", "b"});
    writer.beginTable();
    writer.row(std::vector<std::string>{"c", "d"});
    writer.paragraph("between");
    writer.row(std::vector<std::string>{"e", "f"});
    EXPECT_EQ("tr#1: a|b|\ntr#2: c|d|\np: between\ntr#3: e|f|\n", shape(std::move(writer).finish()));
}

TEST(Rendition, MergesEmphasisThatTouches)
{
    RenditionWriter writer;
    writer.paragraph("one two three");
    writer.emphasise({4, 7});
    writer.emphasise({0, 4});
    writer.emphasise({8, 400});
    writer.emphasise({5, 5});
    EXPECT_EQ((std::vector<TextRange>{{0, 7}, {8, 13}}), std::move(writer).finish().emphasis);
}

TEST(Rendition, StopsAt64Megabytes)
{
    RenditionWriter writer;
    const std::string megabyte(1U << 20U, 'x');
    for (int i = 0; i < 70; ++i) writer.paragraph(megabyte);
    EXPECT_TRUE(writer.lastRange().isEmpty());
    const auto rendition = std::move(writer).finish();
    EXPECT_LT(rendition.text.size(), (64U << 20U) + 200);
    EXPECT_EQ(BlockKind::note, rendition.blocks.back().kind);
    EXPECT_EQ(64U, rendition.blocks.size());
}

TEST(PlainTextRendition, FindsHeadingsAndKeepsEveryByte)
{
    const std::string text = "\r\nPLAN\r\nRest.\r\nASSESSMENT:\r\n  1. Cough  \r\n  2. Fever\r\n\r\n \r\nHistory:\r\n"
                             "smoker, NO DRUGS:\r\nlast\n\nDONE.\n";
    const auto rendition = plainTextRendition(text);
    EXPECT_EQ(text, rendition.text);
    EXPECT_EQ("h2: PLAN\npre: Rest.\nh2: ASSESSMENT:\npre:   1. Cough  \r\n  2. Fever\nh2: History:\n"
              "pre: smoker, NO DRUGS:\r\nlast\npre: DONE.\n",
              shape(rendition));
}

TEST(Layout, GoesThereAndBack)
{
    const auto rendition = sample();
    const auto layout = writeLayout(rendition);
    const auto again = readLayout(rendition.text, layout);
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ(rendition, *again);
    const Rendition empty;
    EXPECT_EQ(empty, *readLayout("", writeLayout(empty)));
}

TEST(Layout, IsRefusedWhenItDoesNotFit)
{
    const auto rendition = sample();
    const auto layout = writeLayout(rendition);
    for (std::size_t size = 0; size < layout.size(); ++size)
        EXPECT_FALSE(readLayout(rendition.text, layout.substr(0, size))) << size;
    const auto shorter = readLayout(rendition.text.substr(0, 60), layout);
    ASSERT_FALSE(shorter);
    EXPECT_EQ("CHART-020", shorter.error().id);
    for (const char* wrong :
         {R"({"v":1,"blocks":[[1,0,0,0,2],[1,0,0,2,4]],"emphasis":[]})",
          R"({"v":1,"blocks":[[1,0,0,3,2]],"emphasis":[]})", R"({"v":1,"blocks":[[9,0,0,0,2]],"emphasis":[]})",
          R"({"v":1,"blocks":[[3,0,1,0,4,[[0,2,0,1],[1,4,0,1]]]],"emphasis":[]})",
          R"({"v":1,"blocks":[],"emphasis":[[0,99]]})", R"({"v":1,"blocks":[],"emphasis":[[1,3]]})",
          R"({"v":1,"blocks":[[1,0,0,-1,2]],"emphasis":[]})"})
        EXPECT_FALSE(readLayout("\xC3\xA9 a\nb c", wrong)) << wrong;
}

}  // namespace
}  // namespace cw
