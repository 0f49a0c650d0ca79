#include "import/json_writer.h"

#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;

std::string rewritten(const std::string& json, JsonWriter::Layout layout = JsonWriter::Layout::compact)
{
    const auto node = parseJson(json, "test.json");
    EXPECT_TRUE(node) << outcome(node);
    JsonWriter writer(layout);
    writer.node(*node);
    return writer.take();
}

TEST(JsonWriterTest, WritesBackWhatWasReadDigitForDigit)
{
    for (const char* json : {"null", "true", "-12", "1.10", "1e3", "9223372036854775807", "18446744073709551615",
                             "123456789012345678901234567890", R"("a\"b\\c\n\t\u0007 d")",
                             "\"\xC3\xA9\xF0\x9F\x98\x80\"", "[]", "{}", R"({"b":[1,{"a":null}],"a":{"":false}})"})
        EXPECT_EQ(json, rewritten(json));
}

TEST(JsonWriterTest, PrettyLayoutHasTwoBlanksForEachLevel)
{
    EXPECT_EQ("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}",
              rewritten(R"({"a":[1,2],"b":{},"c":[]})", JsonWriter::Layout::pretty));
}

TEST(JsonWriterTest, CleansTextThatNoReaderWouldTake)
{
    JsonWriter writer(JsonWriter::Layout::compact);
    writer.beginArray();
    writer.text("bell\x07 tab\t");
    writer.text("caf\xE9");
    writer.text("caf\xC3\xA9 \x01");
    writer.endArray();
    EXPECT_EQ("[\"bell  tab\\t\",\"caf\xC3\xA9\",\"caf\xC3\xA9  \"]", writer.take());
}

TEST(JsonWriterTest, ForeignMembersComeLastAndNeverReplaceKnownOnes)
{
    JsonWriter writer(JsonWriter::Layout::compact);
    writer.beginObject();
    writer.text("known", "ours");
    writer.endObject(R"({"x":1.50,"known":"theirs","y":[]})");
    EXPECT_EQ(R"({"known":"ours","x":1.50,"y":[]})", writer.take());
    for (const char* unusable : {"", "[1]", "{\"cut\":"}) {
        JsonWriter other(JsonWriter::Layout::compact);
        other.beginObject();
        other.endObject(unusable);
        EXPECT_EQ("{}", other.take());
    }
}

TEST(JsonWriterTest, FindsARepeatedNameAmongManyMembers)
{
    std::string json = "{";
    for (int i = 0; i < 200; ++i) json += "\"m" + std::to_string(i) + "\":0,";
    EXPECT_EQ(200U, parseJson(json.substr(0, json.size() - 1) + "}", "test.json").value().children.size());
    for (const char* repeated : {"m0", "m31", "m32", "m199"}) {
        const auto result = parseJson(json + "\"" + repeated + "\":1}", "test.json");
        EXPECT_THAT(outcome(result), ::testing::StartsWith("IMPORT-063: test.json: /" + std::string(repeated) + ": "));
    }
}

}  // namespace
}  // namespace cw
