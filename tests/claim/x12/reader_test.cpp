#include "claim/x12/reader.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cw::x12 {
namespace {

const std::string isa =
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *250318*1042*^*00501*000000031*0*T*:~";

std::string sampleFile()
{
    return isa + "\nGS*HC*SENDER*RECEIVER*20250318*1042*17*X*005010X222A1~\nST*837*0001*005010X222A1~\n"
                 "SV1*HC:99213:25*275.5*UN*1***1:2~\nSE*3*0001~\nGE*1*17~\nIEA*1*000000031~\n";
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    EXPECT_NE(std::string::npos, at) << from;
    return text.replace(at, from.size(), to);
}

TEST(X12Reader, GivesElementsAndComponents)
{
    const auto files = readInterchanges(sampleFile());
    ASSERT_TRUE(files) << files.error().detail;
    ASSERT_EQ(1U, files->size());
    const auto& segments = files->front().segments;
    ASSERT_EQ(7U, segments.size());
    const auto& service = segments[3];
    EXPECT_EQ("SV1", service.tag());
    EXPECT_EQ(4, service.number());
    EXPECT_EQ(7U, service.elementCount());
    EXPECT_EQ("275.5", service.element(2));
    EXPECT_EQ("", service.element(5));
    EXPECT_EQ("", service.element(8));
    EXPECT_EQ(3U, service.componentCount(1));
    EXPECT_EQ("99213", service.component(1, 2));
    EXPECT_EQ("", service.component(1, 4));
    EXPECT_EQ("275.5", service.component(2, 1));
    EXPECT_EQ(0U, service.componentCount(5));
}

TEST(X12Reader, TakesDelimitersFromTheIsa)
{
    auto text = sampleFile();
    std::erase(text, '\n');
    for (auto& c : text) c = c == '*' ? '|' : c == ':' ? '>' : c == '~' ? '\n' : c == '^' ? '!' : c;
    const auto files = readInterchanges(text);
    ASSERT_TRUE(files) << files.error().detail;
    const auto& file = files->front();
    EXPECT_EQ((Delimiters{.element = '|', .repetition = '!', .component = '>', .segment = '\n'}), file.delimiters);
    EXPECT_EQ("25", file.segments[3].component(1, 3));
}

TEST(X12Reader, ReadsSeveralInterchangesAndBareAcknowledgements)
{
    const std::string ta1 = isa + "TA1*000000031*250318*1042*A*000~IEA*0*000000031~";
    const auto files = readInterchanges("\r\n" + sampleFile() + ta1 + "\r\n\r\n");
    ASSERT_TRUE(files) << files.error().detail;
    ASSERT_EQ(2U, files->size());
    EXPECT_EQ("TA1", files->back().segments[1].tag());
    EXPECT_EQ(9, files->back().segments[1].number());
    const auto before = replaced(sampleFile(), "\nGS*", "\nTA1*000000030*250318*1042*A*000~\nGS*");
    EXPECT_TRUE(readInterchanges(before));
}

struct Broken {
    const char* from;
    const char* to;
    const char* id;
    const char* segment;
};

class X12ReaderRefuses : public testing::TestWithParam<Broken> {};

TEST_P(X12ReaderRefuses, WithIdAndSegmentNumber)
{
    const auto& broken = GetParam();
    const auto files = readInterchanges(replaced(sampleFile(), broken.from, broken.to));
    ASSERT_FALSE(files);
    EXPECT_EQ(broken.id, files.error().id);
    EXPECT_EQ(0U, files.error().detail.find(std::string("X12 segment ") + broken.segment + ":"))
        << files.error().detail;
}

INSTANTIATE_TEST_SUITE_P(
    Files, X12ReaderRefuses,
    testing::Values(
        Broken{"ISA*", "ISB*", "CLAIM-101", "1"}, Broken{"SENDER         *", "SENDER*", "CLAIM-102", "1"},
        Broken{"RECEIVER       *", "RECEIVER        *", "CLAIM-102", "1"},
        Broken{"*0*T*:~", "*0*T*:", "CLAIM-107", "5"}, Broken{"00501", "00~01", "CLAIM-102", "1"},
        Broken{"*T*:", "*T*~", "CLAIM-102", "1"}, Broken{"*T*:", "*T*A", "CLAIM-103", "1"},
        Broken{"IEA*1*000000031~\n", "", "CLAIM-110", "6"},
        Broken{"IEA*1*000000031~\n", "IEA*1*0000", "CLAIM-104", "7"}, Broken{"SE*3*", "~SE*3*", "CLAIM-105", "5"},
        Broken{"SV1*", " SV1*", "CLAIM-105", "4"}, Broken{"SE*3*0001", "SE*4*0001", "CLAIM-107", "5"},
        Broken{"SE*3*0001", "SE*3*0002", "CLAIM-107", "5"}, Broken{"SE*3*0001", "SE*3x*0001", "CLAIM-107", "5"},
        Broken{"SE*3*0001~", "SE*~", "CLAIM-107", "5"}, Broken{"GE*1*17", "GE*2*17", "CLAIM-108", "6"},
        Broken{"GE*1*17", "GE*1*18", "CLAIM-108", "6"}, Broken{"IEA*1*", "IEA*2*", "CLAIM-109", "7"},
        Broken{"IEA*1*000000031", "IEA*1*31", "CLAIM-109", "7"}, Broken{"SE*3*0001~\n", "", "CLAIM-106", "5"},
        Broken{"GE*1*17~\n", "", "CLAIM-106", "6"}, Broken{"ST*837", "BHT*837", "CLAIM-106", "3"},
        Broken{"IEA*1*000000031~\n", "IEA*1*000000031~\nX", "CLAIM-101", "8"}));

TEST(X12Reader, RefusesEveryTruncation)
{
    const auto whole = sampleFile();
    // Without its last line feed the file is still whole.
    for (std::size_t size = 0; size + 1 < whole.size(); ++size)
        EXPECT_FALSE(readInterchanges(whole.substr(0, size))) << size;
    EXPECT_TRUE(readInterchanges(whole.substr(0, whole.size() - 1)));
}

}  // namespace
}  // namespace cw::x12
