#include "store/migrations.h"
#include "tests/store/reference_lists_fixture.h"
#include "tests/support/child_process.h"

namespace cw::store {

namespace {

class ReferenceListsInstall : public ReferenceListsTest {};

/// PTP edits of two contents are alike, in any order.
bool sameEdits(const ListContent& a, const ListContent& b)
{
    auto left = mustHave(ptp::pack(std::get<PtpEdits>(a)));
    auto right = mustHave(ptp::pack(std::get<PtpEdits>(b)));
    return std::get<PtpEdits>(a).rationales == std::get<PtpEdits>(b).rationales &&
           std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto& x, const auto& y) { return x.column1 == y.column1 && x.edits == y.edits; });
}

/// Enough terms to pass several progress reports.
ParsedList bigIndex(int terms, std::string name = "big")
{
    IndexTree index;
    for (int i = 0; i < terms; ++i) index.terms.push_back(term("Term " + std::to_string(i), -1, 0, {"W10.0"}));
    return listOf(ListKind::index, std::move(name), "2026-01-01", "", std::move(index));
}

TEST_F(ReferenceListsInstall, EveryKindComesBackAsItWent)
{
    for (const auto& list : sampleLists()) {
        const auto summary = installList(list);
        EXPECT_EQ(summary.added, contentRows(list.content)) << toString(list.kind);
        EXPECT_EQ(summary.comparedWith, "");
        const auto stored = mustHave(lists().content(summary.list.id));
        EXPECT_EQ(contentRows(stored), contentRows(list.content)) << toString(list.kind);
        const auto difference = compareContent(list.content, stored);
        EXPECT_EQ(0, difference.added + difference.revised + difference.ended) << toString(list.kind);
        EXPECT_TRUE(list.kind != ListKind::ptp || sameEdits(list.content, stored));
    }
    const auto installed = mustHave(lists().lists());
    EXPECT_EQ(installed.size(), sampleLists().size());
    EXPECT_EQ(installed.front().checks, (std::vector<std::string>{"counted", "agrees with its summary"}));
    EXPECT_EQ(iso(installed.front().inForce), "2025-01-01..2025-12-31");
    EXPECT_EQ(installed.front().importedAt, m_clock.now());
    // Parents and levels too.
    for (const auto& list : installed) {
        if (list.kind != ListKind::tabular) continue;
        const auto content = mustHave(lists().content(list.id));
        const auto& nodes = std::get<Tabular>(content).nodes;
        const auto sample = sampleTabular();
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            EXPECT_EQ(nodes[at].parent, sample.nodes[at].parent);
            EXPECT_EQ(nodes[at].level, sample.nodes[at].level);
        }
    }
}

TEST_F(ReferenceListsInstall, WithdrawingAllLeavesNothing)
{
    install(fy2025({row("W100", "Wooden ladder")}));
    const auto empty = listContent();
    const auto codesBefore = content();
    for (const auto& list : sampleLists()) installList(list);
    EXPECT_GT(listContent().size(), 18U);
    for (const auto& list : mustHave(lists().lists())) mustDo(lists().withdrawList(list.id));
    EXPECT_EQ(listContent(), empty);
    EXPECT_EQ(content(), codesBefore);
    EXPECT_EQ(lists().withdrawList({77}).error().id, "STORE-238");
    EXPECT_EQ(lists().content({77}).error().id, "STORE-239");
}

TEST_F(ReferenceListsInstall, WithdrawingOneLeavesItsNeighbours)
{
    std::vector<ReferenceListId> ids;
    for (const auto* year : {"2023", "2024", "2025"})
        ids.push_back(
            installList(listOf(ListKind::tabular, year, std::string(year) + "-01-01", "", sampleTabular())).list.id);
    mustDo(lists().withdrawList(ids[1]));
    for (const auto id : {ids[0], ids[2]}) {
        const auto difference = compareContent(ListContent(sampleTabular()), mustHave(lists().content(id)));
        EXPECT_EQ(0, difference.added + difference.revised + difference.ended);
    }
}

TEST_F(ReferenceListsInstall, SameFileTwiceChangesNothing)
{
    const auto list = listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex());
    installList(list);
    const auto before = listContent();
    EXPECT_TRUE(mustHave(lists().previewList(list)).alreadyInstalled);
    const auto again = installList(list);
    EXPECT_TRUE(again.alreadyInstalled);
    EXPECT_EQ(again.list.name, "FY2025");
    EXPECT_EQ(listContent(), before);
    auto other = list;
    other.sourceDigest = "another";
    EXPECT_EQ(lists().installList(other, {}).error().id, "STORE-237");
    EXPECT_EQ(lists().previewList(other).error().kind, ErrorKind::conflict);
    other.variant = "another";
    EXPECT_TRUE(lists().installList(other, {}));
}

TEST_F(ReferenceListsInstall, RefusesWhatIsNoList)
{
    EXPECT_EQ(lists().installList(listOf(ListKind::index, "x", "", "", IndexTree{}), {}).error().id, "STORE-235");
    EXPECT_EQ(lists().installList(listOf(ListKind::mue, "x", "", "", sampleIndex()), {}).error().id, "STORE-236");
    IndexTree upsideDown;
    upsideDown.terms = {term("child", 1, 1), term("parent", -1, 0)};
    EXPECT_EQ(lists().installList(listOf(ListKind::index, "x", "", "", upsideDown), {}).error().id, "STORE-232");
    PtpEdits malformed;
    malformed.edits = {{"9990", "99902", {}, {}, '1', 0}};
    EXPECT_EQ(lists().installList(listOf(ListKind::ptp, "x", "", "", malformed), {}).error().id, "STORE-231");
    EXPECT_EQ(listContent(), std::vector<std::string>{"ok"});
}

TEST_F(ReferenceListsInstall, ComparesWithTheListBefore)
{
    auto book = sampleTabular();
    installList(listOf(ListKind::tabular, "FY2024", "2023-10-01", "2024-09-30", book));
    book.nodes[3].title = "Wooden stepladder";
    book.nodes[2].notes.pop_back();
    book.nodes.pop_back();
    book.nodes.push_back(node(TabularLevel::code, "X11", "Hail", 7));
    book.nodes.push_back(node(TabularLevel::code, "X12", "Snow", 7));
    const auto list = listOf(ListKind::tabular, "FY2025", "2024-10-01", "2025-09-30", book);
    const auto before = listContent();
    const auto preview = mustHave(lists().previewList(list));
    EXPECT_EQ(listContent(), before);
    const auto summary = installList(list);
    for (const auto& told : {preview, summary}) {
        EXPECT_EQ(told.comparedWith, "FY2024");
        EXPECT_EQ(told.added, 2);
        EXPECT_EQ(told.revised, 2);
        EXPECT_EQ(told.ended, 1);
    }
    EXPECT_FALSE(preview.list.id.isValid());
    EXPECT_TRUE(summary.list.id.isValid());
}

TEST_F(ReferenceListsInstall, ComparesEditsOfPairs)
{
    auto edits = samplePtp();
    installList(listOf(ListKind::ptp, "2024 Q3", "2024-07-01", "", edits, "practitioner"));
    installList(listOf(ListKind::ptp, "2024 Q2", "2024-04-01", "", samplePtp(), "outpatient"));
    edits.edits[0].last = day("2024-09-30");                                   // Revised.
    edits.edits.erase(edits.edits.begin() + 3);                                // Ended with its column.
    edits.edits.push_back({"99901", "99907", {}, {}, '0', 0});                 // Added to a column.
    edits.edits.push_back({"99908", "99901", day("2024-10-01"), {}, '0', 0});  // Added with a column.
    const auto summary = installList(listOf(ListKind::ptp, "2024 Q4", "2024-10-01", "", edits, "practitioner"));
    EXPECT_EQ(summary.comparedWith, "2024 Q3");
    EXPECT_EQ(summary.added, 2);
    EXPECT_EQ(summary.revised, 1);
    EXPECT_EQ(summary.ended, 1);
}

TEST_F(ReferenceListsInstall, CountsCodesThatNoTableHas)
{
    const auto list = listOf(ListKind::tabular, "FY2025", "2024-10-01", "", sampleTabular());
    // Only our own table: nothing to count against.
    install(starter({row("W10", "Ours")}));
    EXPECT_EQ(mustHave(lists().previewList(list)).list.unknownCodes, 0);
    install(fy2025({header("W10", "Fall"), header("W100", "x"), row("W102", "x"), row("W1020", "x"), row("X10", "x")}));
    EXPECT_EQ(installList(list).list.unknownCodes, 1);  // W77.1 of a note.
    EXPECT_EQ(mustHave(lists().lists()).front().unknownCodes, 1);
    const auto index = installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    EXPECT_EQ(index.list.unknownCodes, 1);  // W10.9.
}

TEST_F(ReferenceListsInstall, CancelledHalfWayLeavesTheLibraryAsItWas)
{
    installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    const auto before = listContent();
    std::stop_source stop;
    const Progress progress(
        [&](std::int64_t done, std::int64_t, const std::string&) {
            if (done >= 4000) stop.request_stop();
        },
        stop.get_token());
    const auto cancelled = lists().installList(bigIndex(9000), progress);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().id, "STORE-230");
    EXPECT_EQ(cancelled.error().kind, ErrorKind::cancelled);
    EXPECT_EQ(listContent(), before);
    EXPECT_TRUE(lists().installList(bigIndex(9000), {}));
}

TEST_F(ReferenceListsInstall, AFailureHalfWayLeavesTheLibraryAsItWas)
{
    installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    mustDo(mustHave(Database::open(file(), {}, Database::Mode::readWrite))
               ->execute("CREATE TRIGGER refuse BEFORE INSERT ON index_term WHEN NEW.title = 'Term 2500' "
                         "BEGIN SELECT RAISE(ABORT, 'refused'); END"));
    const auto before = listContent();
    EXPECT_FALSE(lists().installList(bigIndex(5000), {}));
    EXPECT_EQ(listContent(), before);
}

TEST_F(ReferenceListsInstall, AKilledProcessLeavesTheLibraryAsItWas)
{
    installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    const auto before = listContent();
    close();
    const auto end = test::inChild([&] {
        const Progress progress([](std::int64_t done, std::int64_t, const std::string&) {
            if (done >= 6000) test::dieNow();
        });
        (void)lists().installList(bigIndex(9000), progress);
        return std::string("done");
    });
    EXPECT_TRUE(end.wasKilled);
    EXPECT_EQ(listContent(), before);
    EXPECT_EQ(installList(bigIndex(9000)).comparedWith, "FY2025");
}

TEST_F(ReferenceListsInstall, AnotherConnectionSeesAnInstallAtOnce)
{
    installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    const auto other = mustHave(ReferenceLibrary::open(file(), m_clock, Database::Mode::readOnly));
    ReferenceLists reader(*other, m_clock);
    EXPECT_EQ(mustHave(reader.lists()).size(), 1U);
    const auto next = installList(bigIndex(10));
    EXPECT_EQ(mustHave(reader.lists()).size(), 2U);
    EXPECT_EQ(mustHave(reader.indexTerms(ListKind::index, 0, "", 3)).front().term.title, "Term 0");
    mustDo(lists().withdrawList(next.list.id));
    EXPECT_EQ(mustHave(reader.indexTerms(ListKind::index, 0, "", 3)).front().term.title, "Bruise");
    EXPECT_FALSE(reader.withdrawList({1}));
}

TEST_F(ReferenceListsInstall, ALibraryOfTheFirstSchemaIsBroughtUpToDate)
{
    {
        const auto old = mustHave(Database::open(file(), {}, Database::Mode::create));
        const std::vector<Migration> first(referenceMigrations().begin(), referenceMigrations().begin() + 1);
        mustDo(migrate(*old, file(), first, {}));
        mustDo(old->execute("INSERT INTO code_release (system, kind, name, source_name, source_digest, imported_at, "
                            "row_count, billable_count, modifier_count) VALUES ('hcpcs', 'official', 'HCPCS 2024', "
                            "'a', 'b', 0, 1, 1, 0)"));
    }
    EXPECT_EQ(library().releases()->front().name, "HCPCS 2024");
    EXPECT_TRUE(mustHave(lists().lists()).empty());
    installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
}

}  // namespace

}  // namespace cw::store
