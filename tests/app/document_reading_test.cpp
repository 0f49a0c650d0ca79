#include "tests/support/chart_fixture.h"

namespace cw::test {
namespace {

using app::DocumentReading;

/// Reads pages as a test wants it: by the title that stands in the bytes.
class FakeReader final : public PageReader {
public:
    Result<int> countPages(DocumentFormat, std::string_view, std::string_view) override { return 2; }
    Result<std::vector<PageText>> readText(DocumentFormat, std::string_view bytes, std::string_view password,
                                           const Progress&) override
    {
        ++reads;
        if (bytes.find("locked") != std::string_view::npos && password != "secret")
            return Error{ErrorKind::denied, "TEST-1", "a password is needed"};
        if (bytes.find("broken") != std::string_view::npos) return Error{ErrorKind::corrupt, "TEST-2", "no pages"};
        if (bytes.find("image") != std::string_view::npos) return std::vector<PageText>(3);
        return std::vector<PageText>{{"first page", TextSource::embedded, {}}, {}};
    }
    bool canRecognise() const override { return hasEngine; }
    Result<PageText> recognise(DocumentFormat, std::string_view bytes, std::string_view, int page,
                               const Progress&) override
    {
        recognised.push_back(page);
        if (stopAfter > 0 && static_cast<int>(recognised.size()) > stopAfter)
            return Error{ErrorKind::cancelled, "TEST-3", "cancelled"};
        if (bytes.find("smudge") != std::string_view::npos && page == 0)
            return Error{ErrorKind::io, "TEST-4", "the engine failed"};
        if (page == 1) return PageText{"", TextSource::none, {}};
        return PageText{"recognised words", TextSource::recognised, {{0, 10, {1, 2, 3, 4}, 90}}};
    }
    bool hasEngine = true;
    int reads = 0;
    int stopAfter = 0;
    std::vector<int> recognised;
};

class DocumentReadingTest : public ChartTest {
protected:
    std::vector<PageText> pages(DocumentVersionId version) { return must(app::ChartDesk(*coder).peek(version)).pages; }
    DocumentReading reading{*coder};
    FakeReader reader;
};

TEST_F(DocumentReadingTest, ReadsWhatWaitsThenRecognisesPagesWithoutText)
{
    const auto version = add(scan("letter")).version;
    auto outcome = must(reading.readWaiting(reader, 10));
    EXPECT_EQ(2, outcome.pages);
    EXPECT_EQ(1, outcome.recognised);
    EXPECT_EQ(0, outcome.failed);
    EXPECT_FALSE(outcome.isMore);
    EXPECT_EQ((std::vector<int>{1}), reader.recognised);
    EXPECT_EQ("first page", pages(version)[0].text);
    EXPECT_FALSE(must(app::ChartDesk(*coder).peek(version)).info.needsReading);
    outcome = must(reading.readWaiting(reader, 10));
    EXPECT_EQ(0, outcome.documents);
    EXPECT_EQ(1, reader.reads);
}

TEST_F(DocumentReadingTest, KeepsRecognisedWordsWithTheirPlaces)
{
    const auto version = add(scan("image")).version;
    const auto outcome = must(reading.readWaiting(reader, 10));
    EXPECT_EQ(3, outcome.recognised);
    const auto read = pages(version);
    ASSERT_EQ(3U, read.size());
    EXPECT_EQ("recognised words", read[0].text);
    EXPECT_EQ(TextSource::recognised, read[0].source);
    EXPECT_EQ((PageArea{1, 2, 3, 4}), read[0].words.at(0).area);
    EXPECT_TRUE(must(app::ChartDesk(*coder).peek(version)).info.isRecognised);
}

TEST_F(DocumentReadingTest, DoesALimitedAmountAndSaysThatThereIsMore)
{
    for (int i = 0; i < 3; ++i) add(scan("image " + std::to_string(i)));
    int turns = 0;
    int recognised = 0;
    for (bool isMore = true; isMore; ++turns) {
        ASSERT_LT(turns, 30);
        const auto outcome = must(reading.readWaiting(reader, 2));
        EXPECT_LE(outcome.recognised, 2);
        recognised += outcome.recognised;
        isMore = outcome.isMore;
    }
    EXPECT_EQ(9, recognised);
    EXPECT_EQ(3, reader.reads);
}

TEST_F(DocumentReadingTest, WithoutAnEngineReadsOnlyWhatIsThere)
{
    reader.hasEngine = false;
    add(scan("image"));
    const auto outcome = must(reading.readWaiting(reader, 10));
    EXPECT_EQ(3, outcome.pages);
    EXPECT_EQ(0, outcome.recognised);
    EXPECT_FALSE(outcome.isMore);
    reader.hasEngine = true;
    EXPECT_EQ(3, must(reading.readWaiting(reader, 10)).recognised);
}

TEST_F(DocumentReadingTest, GivesUpWhatFailsAndGoesOn)
{
    add(scan("broken"));
    add(scan("locked"));
    const auto good = add(scan("letter")).version;
    const auto outcome = must(reading.readWaiting(reader, 10));
    EXPECT_EQ(2, outcome.failed);
    ASSERT_EQ(2U, outcome.notes.size());
    EXPECT_NE(std::string::npos, outcome.notes[0].find("TEST-2"));
    EXPECT_EQ(std::string::npos, outcome.notes[0].find("broken"));
    EXPECT_EQ("first page", pages(good)[0].text);
    EXPECT_EQ(0, must(reading.readWaiting(reader, 10)).failed);
    EXPECT_EQ(3, reader.reads);
}

TEST_F(DocumentReadingTest, GivesUpAPageThatCannotBeRecognised)
{
    const auto version = add(scan("image smudge")).version;
    const auto outcome = must(reading.readWaiting(reader, 10));
    EXPECT_EQ(1, outcome.failed);
    EXPECT_EQ(2, outcome.recognised);
    EXPECT_EQ("", pages(version)[0].text);
    EXPECT_EQ("recognised words", pages(version)[2].text);
    reader.recognised.clear();
    must(reading.readWaiting(reader, 10));
    EXPECT_TRUE(reader.recognised.empty());
}

TEST_F(DocumentReadingTest, KeepsWhatWasReadWhenItIsCancelled)
{
    const auto version = add(scan("image")).version;
    reader.stopAfter = 1;
    const auto outcome = reading.readWaiting(reader, 10);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(ErrorKind::cancelled, outcome.error().kind);
    EXPECT_EQ("recognised words", pages(version)[0].text);
    reader.stopAfter = 0;
    EXPECT_EQ(2, must(reading.readWaiting(reader, 10)).recognised);
    std::stop_source stop;
    stop.request_stop();
    add(scan("letter"));
    EXPECT_EQ("APP-164", reading.readWaiting(reader, 10, Progress({}, stop.get_token())).error().id);
}

TEST_F(DocumentReadingTest, ReadsOneDocumentBeforeItIsShown)
{
    auto document = scan("locked");
    document.password = "secret";
    const auto locked = add(document).version;
    must(reading.readNow(reader, locked));
    EXPECT_EQ("first page", pages(locked)[0].text);
    must(reading.readNow(reader, locked));
    EXPECT_EQ(1, reader.reads);
    must(reading.readNow(reader, addNote("Visit", "text")));
    EXPECT_EQ(1, reader.reads);
    EXPECT_EQ("TEST-1", reading.readNow(reader, add(scan("locked other")).version).error().id);
    EXPECT_EQ(ErrorKind::notFound, reading.readNow(reader, DocumentVersionId{5}).error().kind);
}

}  // namespace
}  // namespace cw::test
