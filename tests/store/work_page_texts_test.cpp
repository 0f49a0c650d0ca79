#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

PageText embedded(const std::string& words)
{
    return {words, words.empty() ? TextSource::none : TextSource::embedded, {}};
}

PageText recognised(const std::string& words)
{
    return {words, TextSource::recognised, {{0, 4, {100, 200, 300, 40}, 91}}};
}

class PageTexts : public WorkTest {
protected:
    PageTexts()
    {
        row = anna.add(visit());
        auto tx = must(anna.work->beginWrite());
        reader = must(anna.users.add(*tx, "anna", {Role::coder})).id;
        must(tx->commit());
        tx.reset();
        version = add("%PDF-1");
    }
    DocumentVersionId add(const std::string& bytes, DocumentFormat format = DocumentFormat::pdf)
    {
        auto tx = must(anna.work->beginWrite());
        NewDocument document;
        document.format = format;
        document.bytes = bytes;
        document.rendition.text = isPaged(format) ? std::string() : bytes;
        const auto stored = must(anna.encounters.load(*tx, "T-1"));
        const auto added = must(anna.documents.add(*tx, stored.patient, row, document));
        must(tx->commit());
        return added.version;
    }
    void set(const std::vector<PageText>& pages)
    {
        auto tx = must(anna.work->beginWrite());
        must(anna.documents.setPageTexts(*tx, version, pages));
        must(tx->commit());
    }
    void setOne(int page, const PageText& text)
    {
        auto tx = must(anna.work->beginWrite());
        must(anna.documents.setPageText(*tx, version, page, text));
        must(tx->commit());
    }
    std::vector<PageText> pages()
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.pageTexts(*tx, version));
    }
    DocumentInfo info()
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.info(*tx, version, reader));
    }
    std::size_t waiting(bool recognise)
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.waitingForText(*tx, recognise, 100)).size();
    }
    void prove(int page, bool withBookmark)
    {
        if (withBookmark) {
            auto tx = must(anna.work->beginWrite());
            Bookmark mark;
            mark.span = {version, page, 0, 4, {}};
            must(anna.documents.addBookmark(*tx, mark, reader));
            must(tx->commit());
            return;
        }
        const auto stored = anna.load();
        auto after = stored.encounter;
        Evidence proof;
        proof.id = EvidenceId{500 + page};
        proof.span = {version, page, 0, 4, {}};
        after.diagnoses[0].evidence.push_back(proof);
        must(anna.save(stored, after));
    }

    EncounterRowId row;
    UserId reader;
    DocumentVersionId version;
};

TEST_F(PageTexts, AreKeptWithTheirWords)
{
    EXPECT_TRUE(info().needsReading);
    EXPECT_EQ(1U, waiting(false));
    set({embedded("one"), recognised("scan"), embedded("")});
    EXPECT_EQ((std::vector<PageText>{embedded("one"), recognised("scan"), embedded("")}), pages());
    EXPECT_EQ(3, info().pages);
    EXPECT_FALSE(info().needsReading);
    EXPECT_TRUE(info().isRecognised);
    EXPECT_EQ(0U, waiting(false));
}

TEST_F(PageTexts, WithoutWordsWaitForOcrOnce)
{
    set({embedded("one"), embedded(""), embedded("")});
    EXPECT_EQ(1U, waiting(true));
    EXPECT_FALSE(info().isRecognised);
    setOne(1, recognised("scan"));
    EXPECT_EQ(1U, waiting(true));
    EXPECT_TRUE(info().isRecognised);
    setOne(2, embedded(""));
    EXPECT_EQ(0U, waiting(true));
    EXPECT_EQ((std::vector<PageText>{embedded("one"), recognised("scan"), embedded("")}), pages());
}

TEST_F(PageTexts, OfADocumentThatCannotBeReadAreNotAskedForAgain)
{
    set({});
    EXPECT_FALSE(info().needsReading);
    EXPECT_EQ(0U, waiting(false));
    EXPECT_EQ(0U, waiting(true));
    EXPECT_TRUE(pages().empty());
}

TEST_F(PageTexts, WaitOldestFirstAndNoMoreThanAsked)
{
    add("second", DocumentFormat::plainText);
    const auto third = add("\x89PNG", DocumentFormat::png);
    auto tx = must(anna.work->beginRead());
    const auto all = must(anna.documents.waitingForText(*tx, false, 10));
    ASSERT_EQ(2U, all.size());
    EXPECT_EQ(version, all[0].version);
    EXPECT_EQ(third, all[1].version);
    EXPECT_EQ(1U, must(anna.documents.waitingForText(*tx, false, 1)).size());
}

class ProvenPages : public PageTexts, public testing::WithParamInterface<bool> {};

TEST_P(ProvenPages, NeverChange)
{
    set({embedded("one"), embedded("two")});
    prove(1, GetParam());
    set({embedded("another")});
    EXPECT_EQ((std::vector<PageText>{embedded("another"), embedded("two")}), pages());
    EXPECT_EQ(2, info().pages);
    set({embedded("1"), embedded("2"), embedded("3")});
    EXPECT_EQ((std::vector<PageText>{embedded("1"), embedded("two"), embedded("3")}), pages());
    setOne(1, recognised("scan"));
    EXPECT_EQ("two", pages()[1].text);
}

TEST_P(ProvenPages, WithoutWordsAreFilled)
{
    // A rectangle of a scan is proof; its page is given to OCR later.
    set({embedded("")});
    prove(0, GetParam());
    setOne(0, recognised("scan"));
    EXPECT_EQ("scan", pages()[0].text);
}

INSTANTIATE_TEST_SUITE_P(EvidenceOrBookmark, ProvenPages, testing::Bool(),
                         [](const auto& one) { return one.param ? "Bookmark" : "Evidence"; });

TEST_F(PageTexts, ThatWereRecognisedAreNotLostToAReadingWithoutWords)
{
    set({embedded("")});
    setOne(0, recognised("scan"));
    set({embedded("")});
    EXPECT_EQ(recognised("scan"), pages().at(0));
    EXPECT_TRUE(info().isRecognised);
    EXPECT_EQ(0U, waiting(true));
}

TEST_F(PageTexts, OfNoDocumentAreNotFound)
{
    version = DocumentVersionId{5};
    auto tx = must(anna.work->beginWrite());
    EXPECT_EQ(ErrorKind::notFound, anna.documents.setPageTexts(*tx, version, {embedded("x")}).error().kind);
    EXPECT_EQ(ErrorKind::notFound, anna.documents.setPageText(*tx, version, 0, embedded("x")).error().kind);
}

TEST_F(PageTexts, AndReadableTextsMakeTheTextOfTheChart)
{
    add("a plain note", DocumentFormat::plainText);
    set({embedded("one"), embedded(""), recognised("scan")});
    auto tx = must(anna.work->beginRead());
    std::string all;
    for (const auto& text : must(anna.documents.chartTexts(*tx, row)))
        all += std::to_string(text.page) + " " + text.text + (text.isRecognised ? " (OCR)" : "") + "\n";
    EXPECT_EQ("0 one\n2 scan (OCR)\n0 a plain note\n", all);
}

}  // namespace
}  // namespace cw::store
