#include "tests/support/chart_fixture.h"

#include <algorithm>

namespace cw::test {
namespace {

using app::ChartDesk;

class ChartDeskTest : public ChartTest {
protected:
    std::string trail(const std::string& action)
    {
        return ask(*coder, "SELECT count(*) FROM audit WHERE action = '" + action + "'");
    }
    ChartDesk desk{*coder};
};

TEST_F(ChartDeskTest, OpensANoteWithItsWordsAndMarksItRead)
{
    const auto version = addNote("Visit", "ASSESSMENT\n\nKnee pain.\n");
    EXPECT_TRUE(must(desk.peek(version)).info.unread);
    const auto opened = must(desk.document(version));
    EXPECT_EQ("ASSESSMENT\n\nKnee pain.\n", opened.rendition.text);
    EXPECT_EQ("", opened.bytes);
    EXPECT_EQ("Visit", opened.info.title);
    EXPECT_FALSE(opened.info.unread);
    EXPECT_FALSE(must(desk.peek(version)).info.unread);
    EXPECT_EQ("3", trail("document.open"));
    must(desk.markUnread(version));
    EXPECT_TRUE(must(desk.peek(version)).info.unread);
}

TEST_F(ChartDeskTest, ReadMarksAreOfOnePerson)
{
    const auto version = addNote("Visit", "text");
    must(desk.document(version));
    const auto supervisor = as("supervisor");
    EXPECT_TRUE(must(ChartDesk(*supervisor).peek(version)).info.unread);
}

TEST_F(ChartDeskTest, OpensAPdfWithItsBytesPagesAndPassword)
{
    auto document = scan("Fax");
    document.password = "secret";
    const auto version = add(document).version;
    setPages(version, {{"page one", TextSource::embedded, {}}, {}});
    const auto opened = must(desk.document(version));
    EXPECT_EQ(document.bytes, opened.bytes);
    EXPECT_EQ("secret", opened.password);
    ASSERT_EQ(2U, opened.pages.size());
    EXPECT_EQ("page one", opened.pages[0].text);
}

TEST_F(ChartDeskTest, RefusesWhatNoLongerFitsItsDigest)
{
    const auto note = addNote("Visit", "Knee pain.");
    must(databaseOf(*coder).execute("UPDATE document_content SET bytes = 'Knee gain.'"));
    for (const auto& opened : {desk.document(note), desk.peek(note)}) {
        ASSERT_FALSE(opened);
        EXPECT_EQ(ErrorKind::corrupt, opened.error().kind);
        EXPECT_EQ(std::string::npos, opened.error().detail.find("Knee"));
    }
    EXPECT_EQ("0", trail("document.open"));
    EXPECT_EQ(ErrorKind::notFound, desk.document(DocumentVersionId{77}).error().kind);
}

TEST_F(ChartDeskTest, GivesTextForADifference)
{
    EXPECT_EQ("one\ntwo", must(desk.plainText(addNote("Visit", "one\ntwo"))));
    const auto pdf = add(scan("Fax")).version;
    setPages(pdf, {{"page one", TextSource::embedded, {}}, {}, {"page three", TextSource::recognised, {}}});
    EXPECT_EQ("page one\n\npage three", must(desk.plainText(pdf)));
}

TEST_F(ChartDeskTest, RefusesADifferenceOfImages)
{
    const auto added = add(scan("Private title"));
    const auto text = desk.plainText(added.version);
    ASSERT_FALSE(text);
    EXPECT_EQ("APP-160", text.error().id);
    EXPECT_EQ(ErrorKind::unsupported, text.error().kind);
    EXPECT_NE(std::string::npos, text.error().detail.find(std::to_string(added.id.value)));
    EXPECT_EQ(std::string::npos, text.error().detail.find("Private"));
}

TEST_F(ChartDeskTest, KeepsTagsOfEachPerson)
{
    const auto added = add(note("Visit", "text"));
    must(desk.toggleTag(added.id, 'K'));
    must(desk.toggleTag(added.id, 'B'));
    EXPECT_EQ("BK", must(desk.versions(added.id)).at(0).tags);
    must(desk.toggleTag(added.id, 'K'));
    EXPECT_EQ("B", must(desk.versions(added.id)).at(0).tags);
    EXPECT_EQ("", must(ChartDesk(*as("supervisor")).versions(added.id)).at(0).tags);
    EXPECT_EQ(ErrorKind::invalidInput, desk.toggleTag(added.id, '1').error().kind);
}

TEST_F(ChartDeskTest, KeepsBookmarksPrivateOnesToTheirAuthor)
{
    const auto version = addNote("Visit", "Knee pain.");
    const auto shared = must(desk.addBookmark({version, 0, 0, 4, {}}, "Knee", "which one?", false));
    must(desk.addBookmark({version, 0, 5, 9, {}}, "pain", "mine", true));
    const auto mine = must(desk.bookmarks(row()));
    ASSERT_EQ(2U, mine.size());
    EXPECT_EQ("which one?", mine[0].note);
    EXPECT_EQ("coder", mine[0].author);
    EXPECT_EQ("coder", mine[0].role);
    EXPECT_EQ("Visit", mine[0].documentTitle);
    const auto supervisor = as("supervisor");
    EXPECT_EQ(1U, must(ChartDesk(*supervisor).bookmarks(row())).size());
    EXPECT_EQ(ErrorKind::denied, ChartDesk(*supervisor).removeBookmark(shared).error().kind);
    must(desk.removeBookmark(shared));
    EXPECT_EQ(1U, must(desk.bookmarks(row())).size());
    EXPECT_EQ("2", trail("bookmark.add"));
    EXPECT_EQ("1", trail("bookmark.remove"));
}

TEST_F(ChartDeskTest, SearchesTheWholeChart)
{
    addNote("Visit", "Chronic kid-\nney disease.");
    const auto pdf = add(scan("Fax")).version;
    setPages(pdf, {{"nothing here", TextSource::embedded, {}}, {"KIDNEY stones", TextSource::recognised, {}}});
    const auto index = must(desk.searchIndex(row()));
    EXPECT_EQ(3U, index->size());
    const auto hits = index->find("kidney", 10);
    ASSERT_EQ(2U, hits.size());
    const auto& scanned = hits[hits[0].version == pdf ? 0 : 1];
    EXPECT_EQ(pdf, scanned.version);
    EXPECT_EQ(1, scanned.page);
    EXPECT_TRUE(scanned.isRecognised);
    EXPECT_EQ(0U, must(desk.searchIndex(row("T-2")))->size());
}

TEST_F(ChartDeskTest, TellsNewsOnceTheChartHasGrown)
{
    addNote("Visit", "text");
    const auto seen = must(app::CodingDesk(*coder).open("T-1", "window")).revision;
    EXPECT_FALSE(must(desk.news(row(), seen, "window")));
    const auto late = addNote("Addendum", "more");
    const auto news = must(desk.news(row(), seen, "window"));
    ASSERT_TRUE(news);
    EXPECT_GT(news->revision, seen);
    EXPECT_EQ(2U, news->documents.size());
    EXPECT_TRUE(std::any_of(news->documents.begin(), news->documents.end(),
                            [&](const DocumentInfo& info) { return info.version == late; }));
    EXPECT_FALSE(must(desk.news(row(), news->revision, "window")));
}

TEST_F(ChartDeskTest, LateDocumentsWaitToBeAcknowledged)
{
    const auto before = stored();
    app::CodingDesk coding(*coder);
    auto after = before.encounter;
    after.diagnoses.pop_back();
    must(coding.save(before.encounter, after, before.versions, before.workflow));
    const auto version = addNote("Addendum", "more");
    const auto news = must(desk.news(row(), 0, ""));
    ASSERT_TRUE(news);
    EXPECT_EQ(std::vector{version}, news->late);
    must(desk.acknowledgeLate(row()));
    EXPECT_TRUE(must(desk.news(row(), 0, ""))->late.empty());
    EXPECT_EQ("1", trail("document.acknowledge"));
    must(desk.acknowledgeLate(row()));
    EXPECT_EQ("1", trail("document.acknowledge"));
}

TEST_F(ChartDeskTest, OneSessionHoldsAChart)
{
    const auto office = as("office");
    ChartDesk other(*office);
    EXPECT_FALSE(must(desk.hold(row(), "a")));
    EXPECT_FALSE(must(desk.hold(row(), "a")));
    const auto holder = must(other.hold(row(), "b"));
    ASSERT_TRUE(holder);
    EXPECT_EQ("coder", holder->account);
    EXPECT_EQ("coder", holder->roles);
    const auto news = must(other.news(row(), 0, "b"));
    ASSERT_TRUE(news && news->lock);
    EXPECT_EQ("coder", news->lock->account);
    must(other.letGo(row(), "b"));
    EXPECT_TRUE(must(other.hold(row(), "b")));
    must(desk.letGo(row(), "a"));
    EXPECT_FALSE(must(other.hold(row(), "b")));
    EXPECT_EQ(ErrorKind::denied, ChartDesk(*as("biller")).hold(row(), "c").error().kind);
}

TEST_F(ChartDeskTest, AHolderThatWentAwayIsForgotten)
{
    FixedClock clock(Date::of(2025, 1, 20), 600);
    const auto early = as("coder", clock);
    const auto office = as("office", clock);
    EXPECT_FALSE(must(ChartDesk(*early).hold(row(), "a")));
    EXPECT_TRUE(must(ChartDesk(*office).hold(row(), "b")));
    clock.set(Date::of(2025, 1, 20), 604);
    EXPECT_FALSE(must(ChartDesk(*office).hold(row(), "b")));
}

TEST_F(ChartDeskTest, LeavesOutCodesThatTheRulesOfTheTypeForbid)
{
    const auto version = addNote("Newborn history", "text");
    addCodes(version, {code("icd10cm", "O80"), code("icd10cm", "P07.1"), code("snomed", "O80")});
    EXPECT_EQ(3U, must(desk.sourceCodes(row())).size());
    must(app::setDocumentTypeRules(*as("admin"), {{DocumentType::progressNote, "Newborn", {}, {"o"}}}));
    const auto codes = must(desk.sourceCodes(row()));
    ASSERT_EQ(2U, codes.size());
    EXPECT_EQ("P07.1", codes[0].code.code);
    EXPECT_EQ(2U, must(desk.document(version)).codes.size());
    must(app::setDocumentTypeRules(*as("admin"), {{DocumentType::progressNote, "", {"P07"}, {"P07.10"}}}));
    EXPECT_EQ(2U, must(desk.sourceCodes(row())).size());
    must(app::setDocumentTypeRules(*as("admin"), {{DocumentType::labReport, "", {"Z"}, {}}}));
    EXPECT_EQ(3U, must(desk.sourceCodes(row())).size());
}

class DocumentTypeRules : public WorkspaceTest {};

TEST_F(DocumentTypeRules, ComeBackAsTheyWereSet)
{
    const auto admin = as("admin");
    must(app::setDocumentTypeRules(*admin, {{DocumentType::labReport, " Laboratory ", {"e11.2", "E11.2", "N18"}, {"O"}},
                                            {DocumentType::other, "", {}, {}}}));
    const auto rules = must(app::documentTypeRules(*admin));
    ASSERT_EQ(2U, rules.size());
    EXPECT_EQ(DocumentType::labReport, rules[0].type);
    EXPECT_EQ("Laboratory", rules[0].name);
    EXPECT_EQ((std::vector<std::string>{"E112", "N18"}), rules[0].onlyCodes);
    EXPECT_EQ(std::vector<std::string>{"O"}, rules[0].noCodes);
    must(app::setDocumentTypeRules(*admin, {}));
    EXPECT_TRUE(must(app::documentTypeRules(*admin)).empty());
}

TEST_F(DocumentTypeRules, AreCheckedAndForAdministrators)
{
    const auto admin = as("admin");
    for (const auto* prefix : {"", " ", "O 8", "E11.22222", "\xC3\x96"})
        EXPECT_EQ("APP-162", app::setDocumentTypeRules(*admin, {{DocumentType::other, "", {}, {prefix}}}).error().id);
    EXPECT_EQ("APP-163", app::setDocumentTypeRules(*admin, {{DocumentType::other, "\xFF", {}, {}}}).error().id);
    EXPECT_EQ(ErrorKind::denied, app::setDocumentTypeRules(*as("coder"), {}).error().kind);
}

TEST_F(DocumentTypeRules, ThatCannotBeReadAreAFault)
{
    const auto admin = as("admin");
    for (const auto* text : {"x", "{}", "[1]", "[{}]", R"([{"type": 1}])", R"([{"type": "other", "name": 1}])",
                             R"([{"type": "other", "noCodes": "O"}])", R"([{"type": "other", "noCodes": [1]}])"}) {
        auto tx = must(admin->work().beginWrite());
        must(admin->settings().setValue(*tx, "chart.types", text));
        must(tx->commit());
        EXPECT_EQ(ErrorKind::corrupt, app::documentTypeRules(*admin).error().kind) << text;
    }
}

}  // namespace
}  // namespace cw::test
