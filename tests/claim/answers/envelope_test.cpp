#include "tests/claim/answers/answer_files.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>

namespace cw::answers {
namespace {

TEST(AnswerEnvelope, RefusesWhatIsNoX12)
{
    EXPECT_EQ("CLAIM-400", refusalOf(""));
    EXPECT_EQ("CLAIM-400", refusalOf(" \r\n"));
    EXPECT_EQ("CLAIM-400", refusalOf(answerBytes("proprietary_report.txt")));
    EXPECT_EQ("CLAIM-400", refusalOf("ST*999*0001~SE*2*0001~"));
    EXPECT_EQ("CLAIM-401", refusalOf("ISA*00*"));
    EXPECT_EQ("CLAIM-401",
              refusalOf("ISABEL WROTE THIS LETTER AND IT IS LONG ENOUGH TO BE READ AS A HEADER BUT IT IS NOT ONE"));
    EXPECT_EQ("CLAIM-403", refusalOf(std::string("PK\x03\x04\x14\x00\x06\x00", 8)));
    EXPECT_EQ("CLAIM-403", refusalOf("%PDF-1.7\n%\x01\x02\x03"));
    EXPECT_EQ("CLAIM-403", refusalOf(answerBytes("835_plain.x12") + std::string(1, '\0')));
    EXPECT_EQ("CLAIM-403", refusalOf(replaced(answerBytes("835_plain.x12"), "LX*1~", "what is this?~")));
}

TEST(AnswerEnvelope, RefusesWhatAnswersNothing)
{
    EXPECT_EQ("CLAIM-404", refusalOf(answerBytes("271.x12")));
}

TEST(AnswerEnvelope, TakesAFileWithoutItsLastTrailers)
{
    const auto plain = answerBytes("835_plain.x12");
    const auto withoutIea = mustRead(plain.substr(0, plain.find("IEA*")));
    EXPECT_EQ(1U, withoutIea.answers.size());
    EXPECT_TRUE(hasWarning(withoutIea, "it has no IEA"));
    const auto withoutGe = mustRead(plain.substr(0, plain.find("GE*1*")));
    EXPECT_TRUE(hasWarning(withoutGe, "group 77 has no GE"));
    const auto unended = mustRead(plain.substr(0, plain.size() - 2));
    EXPECT_TRUE(hasWarning(unended, "the file ends within its last trailer"));
    // AK9 is the last segment of a 999, so nothing of it can be missing.
    const auto ack = answerBytes("999_accepted.x12");
    EXPECT_EQ(1U, mustRead(ack.substr(0, ack.find("SE*"))).answers.size());
}

TEST(AnswerEnvelope, RefusesAFileThatWasCut)
{
    const auto plain = answerBytes("835_plain.x12");
    for (const char* from : {"SE*28", "PLB", "CAS*CO*144", "GS*HP", "ST*835"})
        if (const auto at = plain.find(from); at != std::string::npos) {
            EXPECT_EQ("CLAIM-402", refusalOf(plain.substr(0, at))) << from;
        }
    const auto second = plain + replaced(plain, "000000901*0*P", "000000904*0*P");
    EXPECT_EQ("CLAIM-402", refusalOf(second.substr(0, second.rfind("GS*HP"))));
}

TEST(AnswerEnvelope, WarnsOfTrailersMissingInTheMiddle)
{
    const auto plain = answerBytes("835_several_sets.x12");
    auto bytes = replaced(plain, "SE*28*0001~\n", "");
    bytes = bytes.substr(0, bytes.find("GE*")) + answerBytes("999_accepted.x12");
    const auto file = mustRead(bytes);
    ASSERT_EQ(3U, file.answers.size());
    EXPECT_TRUE(hasWarning(file, "set 0001 has no SE"));
    EXPECT_TRUE(hasWarning(file, "has no GE"));
    EXPECT_TRUE(hasWarning(file, "it has no IEA"));
}

TEST(AnswerEnvelope, PassesOverTextAfterAndBetweenInterchanges)
{
    const auto plain = answerBytes("835_plain.x12");
    const auto file =
        mustRead(plain + "\n-- end of report, ISA or not --\n" + answerBytes("ta1_alone.x12") + "\nBYE\n");
    EXPECT_EQ(2U, file.answers.size());
    EXPECT_TRUE(hasWarning(file, "text after the interchange that ends with segment 32"));
    EXPECT_TRUE(hasWarning(file, "text after the interchange that ends with segment 35"));
}

TEST(AnswerEnvelope, ReadsAnIsaWhoseBlanksWereCut)
{
    auto bytes = answerBytes("835_plain.x12");
    bytes = replaced(bytes, "*          *00*          *ZZ*CLEARCO        *", "**00**ZZ*CLEARCO*");
    const auto file = mustRead(bytes);
    EXPECT_EQ("CLEARCO", only<Remittance>(file).origin.sender);
    EXPECT_TRUE(hasWarning(file, "ISA is not 106 characters wide"));
}

TEST(AnswerEnvelope, ReadsAFileWrappedIntoLines)
{
    auto bytes = answerBytes("835_plain.x12");
    std::erase(bytes, '\n');
    std::string wrapped;
    for (std::size_t at = 0; at < bytes.size(); at += 80) wrapped += bytes.substr(at, 80) + "\r\n";
    EXPECT_EQ(summaryOf(readFile("835_plain.x12").answers.at(0)), summaryOf(mustRead(wrapped).answers.at(0)));
    EXPECT_EQ("CLP*V-1001*1*137*92.5*20*MC*26325000101*11*1\n", rawSegments(wrapped, 14, 14));
}

TEST(AnswerEnvelope, PassesOverUnknownSegmentsAndEmptyOnes)
{
    auto bytes = replaced(answerBytes("835_plain.x12"), "LX*1~", "ZZ9*WHO*KNOWS~~ ~LX*1~");
    EXPECT_EQ(summaryOf(readFile("835_plain.x12").answers.at(0)), summaryOf(mustRead(bytes).answers.at(0)));
    bytes = replaced(answerBytes("835_plain.x12"), "ST*835", "XYZ*1~ST*835");
    EXPECT_TRUE(hasWarning(mustRead(bytes), "segment 3 (XYZ) stands outside a transaction set"));
}

TEST(AnswerEnvelope, GivesTheRawTextOfAnAnswer)
{
    const auto bytes = answerBytes("835_several_interchanges.x12");
    const auto file = mustRead(bytes);
    const auto& claim = std::get<Remittance>(file.answers.at(1)).claims.at(0);
    const auto raw = rawSegments(bytes, claim.firstSegment, claim.lastSegment);
    EXPECT_TRUE(raw.starts_with("CLP|V-1002|1|250|150")) << raw;
    EXPECT_TRUE(raw.ends_with("CAS|CO|45|50|0\n")) << raw;
    EXPECT_EQ("", rawSegments(bytes, 1000, 2000));
    EXPECT_EQ("", rawSegments("nothing", 1, 2));
}

TEST(AnswerEnvelope, LooksAtTheBeginningOnly)
{
    EXPECT_TRUE(looksLikeX12(answerBytes("835_several_interchanges.x12")));
    EXPECT_TRUE(looksLikeX12("\r\n  ISA*00*"));
    EXPECT_FALSE(looksLikeX12("ISA"));
    EXPECT_FALSE(looksLikeX12("ISABEL"));
    EXPECT_FALSE(looksLikeX12(answerBytes("proprietary_report.txt")));
}

TEST(AnswerEnvelope, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto file = readAnswers(answerBytes("835_plain.x12"), Progress({}, stop.get_token()));
    ASSERT_FALSE(file);
    EXPECT_EQ(ErrorKind::cancelled, file.error().kind);
    EXPECT_EQ("CLAIM-407", file.error().id);
}

TEST(AnswerEnvelope, RefusesTenMillionSegments)
{
    const auto plain = answerBytes("271.x12");
    std::string many;
    many.reserve(30'000'100);
    for (int i = 0; i < 10'000'000; ++i) many += "ZZ~";
    EXPECT_EQ("CLAIM-406", refusalOf(replaced(plain, "SE*", many + "SE*")));
}

TEST(AnswerEnvelope, TellsHowFarItIs)
{
    std::vector<std::int64_t> done;
    const Progress progress([&done](std::int64_t at, std::int64_t total, const std::string& what) {
        done.push_back(at);
        EXPECT_LE(at, total);
        EXPECT_EQ("reading answers", what);
    });
    std::string many;
    for (int i = 0; i < 200'000; ++i) many += "ZZ~";
    ASSERT_TRUE(readAnswers(replaced(answerBytes("835_plain.x12"), "SE*", many + "SE*"), progress));
    ASSERT_EQ(4U, done.size());
    EXPECT_EQ(0, done.front());
    EXPECT_LT(done[1], done[2]);
}

TEST(AnswerEnvelope, KeepsTheListOfWarningsShort)
{
    std::string bytes = answerBytes("835_plain.x12");
    std::string junk;
    for (int i = 0; i < 1000; ++i) junk += "XYZ*1~";
    const auto file = mustRead(replaced(bytes, "ST*835", junk + "ST*835"));
    EXPECT_EQ(201U, file.warnings.size());
    EXPECT_EQ("800 further warnings", file.warnings.back());
}

// Each beginning of a file is refused, or gives whole answers as the whole file does.
TEST(AnswerEnvelope, NeverReadsHalfOfAnAnswer)
{
    for (const auto& name : answerFileNames()) {
        SCOPED_TRACE(name);
        const auto bytes = answerBytes(name);
        const auto whole = readAnswers(bytes);
        std::vector<std::string> expected;
        if (whole)
            for (const auto& answer : whole->answers) expected.push_back(summaryOf(answer));
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto file = readAnswers(std::string_view(bytes).substr(0, size));
            if (!file) continue;
            ASSERT_LE(file->answers.size(), expected.size()) << size;
            for (std::size_t i = 0; i < file->answers.size(); ++i)
                ASSERT_EQ(expected[i], summaryOf(file->answers[i])) << size;
        }
    }
}

TEST(AnswerEnvelope, SurvivesMutatedBytes)
{
    std::mt19937 random(20261122);
    const std::string_view alphabet = "~*:^|\n\r\t ISAGSTECLPNM10-.9Z\x01\x7f\xff";
    for (const auto& name : answerFileNames()) {
        const auto original = answerBytes(name);
        for (int round = 0; round < 300; ++round) {
            auto bytes = original;
            const int changes = 1 + static_cast<int>(random() % 6);
            for (int i = 0; i < changes && !bytes.empty(); ++i) {
                const auto at = random() % bytes.size();
                switch (random() % 3) {
                case 0: bytes[at] = alphabet[random() % alphabet.size()]; break;
                case 1: bytes.erase(at, 1 + random() % 5); break;
                default: bytes.insert(at, 1, alphabet[random() % alphabet.size()]);
                }
            }
            const auto file = readAnswers(bytes);
            if (!file) {
                EXPECT_FALSE(file.error().detail.empty());
                continue;
            }
            EXPECT_FALSE(file->answers.empty());
            for (const auto& answer : file->answers)
                EXPECT_LE(std::visit([](const auto& a) { return a.origin.lastSegment; }, answer), file->segments);
        }
    }
}

}  // namespace
}  // namespace cw::answers
