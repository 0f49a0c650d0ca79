#include "tests/store/work_fixture.h"

#include <sqlite3.h>

namespace cw::store {
namespace {

/// What SQLite does for every statement that the chart's repositories run: none may read a whole table that grows with the
/// workspace.
class QueryPlans : public WorkTest {
protected:
    QueryPlans()
    {
        row = anna.add(visit());
        auto tx = must(anna.work->beginWrite());
        reader = must(anna.users.add(*tx, "anna", {Role::coder})).id;
        patient = must(anna.encounters.patientByMrn(*tx, patientMrn));
        must(tx->commit());
    }
    /// Plans of the statements that `work` runs, one line each: "SCAN v" is the whole of table v.
    template <class Work>
    std::vector<std::string> scans(Work work)
    {
        std::vector<std::string> statements;
        sqlite3_trace_v2(
            anna.database().handle(), SQLITE_TRACE_STMT,
            [](unsigned, void* context, void* statement, void*) {
                const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
                static_cast<std::vector<std::string>*>(context)->emplace_back(sql == nullptr ? "" : sql);
                return 0;
            },
            &statements);
        {
            auto tx = must(anna.work->beginWrite());
            work(*tx);
        }
        sqlite3_trace_v2(anna.database().handle(), 0, nullptr, nullptr);
        std::vector<std::string> found;
        for (const auto& sql : statements) {
            if (sql.find("document") == std::string::npos && sql.find("evidence") == std::string::npos &&
                sql.find("page_text") == std::string::npos && sql.find("bookmark") == std::string::npos &&
                sql.find("source_code") == std::string::npos)
                continue;
            auto plan = must(anna.database().prepare("EXPLAIN QUERY PLAN " + sql));
            while (must(plan.step())) {
                const auto step = plan.text(3);
                // The waiting list walks an index that holds nothing but what waits.
                const bool isWhole = step.starts_with("SCAN ") && !step.starts_with("SCAN CONSTANT ROW") &&
                                     step.find("document_version_to_re") == std::string::npos;
                if (isWhole) found.push_back(step + " IN " + sql);
            }
        }
        return found;
    }

    EncounterRowId row;
    UserId reader;
    PatientId patient;
};

TEST_F(QueryPlans, OfReadingAChartHaveNoFullScan)
{
    const auto version = anna.addDocument("note");
    EXPECT_EQ(std::vector<std::string>{}, scans([&](WriteTx& tx) {
                  const auto& documents = anna.documents;
                  const auto id = must(documents.info(tx, version, reader)).id;
                  must(documents.ofEncounter(tx, row, reader));
                  must(documents.ofPatient(tx, patient, reader));
                  must(documents.versions(tx, id, reader));
                  must(documents.bytes(tx, version));
                  must(documents.rendition(tx, version));
                  must(documents.pageTexts(tx, version));
                  must(documents.waitingForText(tx, false, 9));
                  must(documents.waitingForText(tx, true, 9));
                  must(documents.chartTexts(tx, row));
                  must(documents.codes(tx, row));
                  must(documents.bookmarks(tx, row, reader));
                  must(documents.revision(tx, row));
                  must(documents.late(tx, row));
                  must(anna.encounters.load(tx, "T-1"));
              }));
}

TEST_F(QueryPlans, OfWritingHaveNoFullScan)
{
    EXPECT_EQ(std::vector<std::string>{}, scans([&](WriteTx& tx) {
                  auto document = note("note");
                  document.sourceKey = "K";
                  document.replacesKey = "L";
                  const auto added = must(anna.documents.add(tx, patient, row, document));
                  must(anna.documents.replace(tx, added.id, note("corrected")));
                  must(anna.documents.setPageTexts(tx, added.version, {{"one", TextSource::embedded, {}}}));
                  must(anna.documents.setPageText(tx, added.version, 0, {"two", TextSource::embedded, {}}));
                  must(anna.documents.addCodes(tx, patient, row, added.version, {SourceCode{}}));
                  must(anna.documents.markRead(tx, added.version, reader));
                  must(anna.documents.toggleTag(tx, added.id, reader, 'A'));
                  must(anna.documents.acknowledgeLate(tx, row, "anna"));
              }));
}

}  // namespace
}  // namespace cw::store
