#include "claim/x12/envelope.h"
#include "claim/x12/segment_writer.h"

#include <gtest/gtest.h>

#include <functional>

namespace cw::x12 {
namespace {

std::string written(const std::function<void(SegmentWriter&)>& write)
{
    SegmentWriter out;
    write(out);
    EXPECT_FALSE(out.failure()) << out.failure()->detail;
    return out.takeBytes();
}

std::string_view refusal(const std::function<void(SegmentWriter&)>& write)
{
    SegmentWriter out;
    out.setSubject("V-1");
    out.setLoop("2010AA");
    write(out);
    return out.failure() ? out.failure()->id : "";
}

TEST(SegmentWriter, DropsEmptyElementsAtTheEndOnly)
{
    EXPECT_EQ("N3*A**C~\n",
              written([](auto& out) { out.begin("N3").code("A").code("").code("C").skip(3).code("").end(); }));
}

TEST(SegmentWriter, DropsEmptyComponentsAtTheEndOfACompositeOnly)
{
    EXPECT_EQ("SV1*HC:99213::25*1**X:Y~\n", written([](auto& out) {
                  out.begin("SV1").open().code("HC").code("99213").skip().code("25").code("").close();
                  out.code("1").open().code("").close().open().code("X").code("Y").skip(2).close().end();
              }));
}

TEST(SegmentWriter, StartsACompositeWithItsMissingComponents)
{
    EXPECT_EQ("CLM*::X~\n", written([](auto& out) { out.begin("CLM").open().skip(2).code("X").close().end(); }));
}

TEST(SegmentWriter, SendsNamesInUpperCaseWithoutBlanksAround)
{
    EXPECT_EQ("NM1*DE LA CRUZ~\n", written([](auto& out) { out.begin("NM1").text("  de la Cruz ", 60).end(); }));
    EXPECT_EQ("REF*AB-1~\n", written([](auto& out) { out.begin("REF").id(" ab-1 ", 1, 50).end(); }));
}

TEST(SegmentWriter, ReportsEachReplacementWithSubjectAndElement)
{
    SegmentWriter out;
    out.setSubject("V-1001");
    out.begin("NM1").code("IL").code("1").text("R*os\u00e9\u0301", 60).open().code("A").text("x~y", 9).close().end();
    EXPECT_EQ("NM1*IL*1*R OSE*A:X Y~\n", out.bytes());
    const std::vector<std::string> expected = {
        "V-1001 NM103: * replaced by blank", "V-1001 NM103: \u00e9 replaced by E",
        "V-1001 NM103: U+0301 replaced by nothing", "V-1001 NM104-2: ~ replaced by blank"};
    EXPECT_EQ(expected, out.takeReplacements());
}

TEST(SegmentWriter, RefusesWhatCannotBeSent)
{
    EXPECT_EQ("CLAIM-001", refusal([](auto& out) { out.begin("N3").text(" ", 55, Need::required).end(); }));
    EXPECT_EQ("CLAIM-001", refusal([](auto& out) { out.begin("N3").text("**", 55, Need::required).end(); }));
    EXPECT_EQ("CLAIM-001", refusal([](auto& out) { out.begin("N3").id("", 1, 5, Need::required).end(); }));
    EXPECT_EQ("CLAIM-001", refusal([](auto& out) { out.begin("N3").choice("", "A B").end(); }));
    EXPECT_EQ("CLAIM-002", refusal([](auto& out) { out.begin("N3").text(std::string(56, 'A'), 55).end(); }));
    EXPECT_EQ("CLAIM-003", refusal([](auto& out) { out.begin("REF").id("A:B", 1, 50).end(); }));
    EXPECT_EQ("CLAIM-003", refusal([](auto& out) { out.begin("REF").id("\u00c9", 1, 50).end(); }));
    EXPECT_EQ("CLAIM-004", refusal([](auto& out) { out.begin("REF").id("A", 2, 50).end(); }));
    EXPECT_EQ("CLAIM-004", refusal([](auto& out) { out.begin("REF").id("ABC", 1, 2).end(); }));
    EXPECT_EQ("CLAIM-005", refusal([](auto& out) { out.begin("REF").digits("12345678X", 9).end(); }));
    EXPECT_EQ("CLAIM-005", refusal([](auto& out) { out.begin("REF").digits("1234", 5).end(); }));
    EXPECT_EQ("CLAIM-006", refusal([](auto& out) { out.begin("CLM").choice("D", "A B C").end(); }));
    EXPECT_EQ("CLAIM-006", refusal([](auto& out) { out.begin("CLM").choice("A B", "A B C").end(); }));
    EXPECT_EQ("",
              refusal([](auto& out) { out.begin("N3").code("A").text(std::string(55, 'A'), 55).id("", 1, 5).end(); }));
}

TEST(SegmentWriter, NamesSubjectLoopAndElementOfTheFirstRefusalOnly)
{
    SegmentWriter out;
    out.setSubject("V-1001");
    out.setLoop("2010BA");
    out.begin("NM1").code("IL").code("1").text(std::string(61, 'X'), 60).id("a~b", 1, 3).end();
    EXPECT_EQ("V-1001: loop 2010BA, NM103: 61 characters, at most 60 can be sent", out.failure()->detail);
}

TEST(SegmentWriter, WritesAmountsAndDaysInX12Form)
{
    EXPECT_EQ("A*1904.5*.05*0*-3.2*12.125*.5*100~\n", written([](auto& out) {
                  out.begin("A").amount(Money::cents(190450)).amount(Money::cents(5)).amount(Money{});
                  out.amount(Money::cents(-320)).amount(Quantity::thousandths(12125));
                  out.amount(Quantity::thousandths(500)).amount(Quantity::whole(100)).end();
              }));
    const Date day = Date::of(2024, 2, 29);
    EXPECT_EQ("D*20240229*20240229-20240301*202402290907*0005*42~\n", written([day](auto& out) {
                  out.begin("D").day(day).days(day, day.plusDays(1)).minute({day, 9 * 60 + 7}).time(5).number(42).end();
              }));
    for (const auto cents : {0LL, 1LL, 10LL, 99LL, 100LL, 101LL, 12345LL, 123456789012LL, -1LL, -250LL})
        EXPECT_EQ("A*" + Money::cents(cents).x12() + "~\n",
                  written([cents](auto& out) { out.begin("A").amount(Money::cents(cents)).end(); }));
    for (int i = 0; i < 150000; i += 37) {
        const auto some = Date::of(1801, 1, 1).plusDays(i);
        EXPECT_EQ("D*" + some.compact() + "~\n", written([some](auto& out) { out.begin("D").day(some).end(); }));
    }
}

TEST(SegmentWriter, RollsBackAsIfNothingHadBeenWritten)
{
    SegmentWriter out;
    out.begin("N3").text("A*", 55).end();
    const auto mark = out.mark();
    out.begin("N4").open().text("B*", 55);
    out.id("", 1, 2, Need::required).end();
    ASSERT_TRUE(out.failure());
    out.rollBack(mark);
    EXPECT_FALSE(out.failure());
    EXPECT_EQ(1, out.segmentCount());
    out.begin("N4").open().code("X").code("Y").close().end();
    EXPECT_EQ("N3*A~\nN4*X:Y~\n", out.bytes());
    EXPECT_EQ(2, out.segmentCount());
    EXPECT_EQ(1U, out.takeReplacements().size());
}

TEST(SegmentWriter, WritesInThePartnersStyle)
{
    SegmentWriter out({.delimiters = {.element = '|', .repetition = '!', .component = '>', .segment = '\''},
                       .extended = false,
                       .lineFeeds = false});
    out.begin("N3").text("a*b#", 9).open().code("X").code("Y").close().end();
    out.begin("SE").number(2).end();
    EXPECT_EQ("N3|A*B|X>Y'SE|2'", out.bytes());
}

Envelope envelope()
{
    return {.senderId = "310123456",
            .receiverId = "15202",
            .day = Date::of(2025, 3, 18),
            .minuteOfDay = 9 * 60 + 5,
            .interchangeNumber = 1000,
            .groupNumber = 42,
            .functionalCode = "HC",
            .transaction = "837",
            .guide = "005010X222A1"};
}

TEST(EnvelopeWriter, CountsItsOwnSegmentsAndSets)
{
    SegmentWriter out;
    writeEnvelopeStart(out, envelope());
    for (int set = 1; set <= 2; ++set) {
        writeSetStart(out, envelope(), set);
        for (int i = 0; i < set; ++i) out.begin("NTE").code("ADD").code("X").end();
        writeSetEnd(out, set);
    }
    writeEnvelopeEnd(out, envelope(), 2);
    EXPECT_EQ(
        "ISA*00*          *00*          *ZZ*310123456      *ZZ*15202          *250318*0905*^*00501*000001000*0*P*:~\n"
        "GS*HC*310123456*15202*20250318*0905*42*X*005010X222A1~\n"
        "ST*837*0001*005010X222A1~\nNTE*ADD*X~\nSE*3*0001~\n"
        "ST*837*0002*005010X222A1~\nNTE*ADD*X~\nNTE*ADD*X~\nSE*4*0002~\n"
        "GE*2*42~\nIEA*1*000001000~\n",
        out.bytes());
    EXPECT_EQ(106U, out.bytes().find('\n'));
}

TEST(EnvelopeWriter, RefusesIdsAndNumbersThatDoNotFitTheIsa)
{
    const auto refusedWith = [](auto change) {
        auto changed = envelope();
        change(changed);
        return refusal([&](auto& out) { writeEnvelopeStart(out, changed); });
    };
    EXPECT_EQ("CLAIM-007", refusedWith([](Envelope& e) { e.senderId = "1234567890123456"; }));
    EXPECT_EQ("CLAIM-007", refusedWith([](Envelope& e) { e.receiverId = "A*B"; }));
    EXPECT_EQ("CLAIM-007", refusedWith([](Envelope& e) { e.receiverId = ""; }));
    EXPECT_EQ("CLAIM-008", refusedWith([](Envelope& e) { e.interchangeNumber = 1'000'000'000; }));
    EXPECT_EQ("CLAIM-008", refusedWith([](Envelope& e) { e.groupNumber = 0; }));
}

}  // namespace
}  // namespace cw::x12
