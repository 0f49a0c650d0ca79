#include "store/work/columns.h"
#include "store/work/directory_repository.h"
#include "store/work/directory_rows.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

const std::vector<std::string_view> columns = {"payer_id",
                                               "name",
                                               "claim_filing_code",
                                               "partner",
                                               "line1",
                                               "line2",
                                               "city",
                                               "state",
                                               "postal_code",
                                               "initial_days",
                                               "corrected_days",
                                               "appeal_days",
                                               "reference_on_originals",
                                               "prefers_paper",
                                               "is_active"};

std::optional<int> daysOf(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(smallOf(row, column));
}

PayerRecord payerOf(const Statement& row)
{
    PayerRecord payer;
    payer.id = PayerRowId{row.integer(0)};
    payer.version = row.integer(1);
    payer.payerId = row.text(2);
    payer.name = row.text(3);
    payer.claimFilingCode = row.text(4);
    payer.partner = PartnerId{row.integer(5)};
    payer.address.line1 = row.text(6);
    payer.address.line2 = row.text(7);
    payer.address.city = row.text(8);
    payer.address.state = row.text(9);
    payer.address.postalCode = row.text(10);
    payer.initialDays = daysOf(row, 11);
    payer.correctedDays = daysOf(row, 12);
    payer.appealDays = daysOf(row, 13);
    payer.takesReferenceOnOriginals = row.integer(14) != 0;
    payer.prefersPaper = row.integer(15) != 0;
    payer.isActive = row.integer(16) != 0;
    return payer;
}

}  // namespace

Result<std::vector<PayerRecord>> SqliteDirectoryRepository::payers(ReadTx& tx) const
{
    std::string names;
    for (const auto column : columns) names += ", " + std::string(column);
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT id, version" + names +
                                               " FROM payer_record ORDER BY is_active DESC, name, id"));
    std::vector<PayerRecord> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        found.push_back(payerOf(select));
    }
}

Result<PayerRowId> SqliteDirectoryRepository::save(WriteTx& tx, const PayerRecord& payer, const Actor& actor)
{
    auto& database = databaseOf(tx);
    const bool isNew = !payer.id.isValid();
    const PayerRowId id{isNew ? m_ids.next() : payer.id.value};
    CW_TRY(auto same, database.prepare("SELECT id FROM payer_record WHERE payer_id = ?"));
    CW_CHECK(refuseTwice(same.bind(payer.payerId), id.value, "payer id"));
    CW_TRY(auto save, database.prepare(saveSql("payer_record", columns, isNew)));
    save.bind(payer.payerId).bind(payer.name).bind(payer.claimFilingCode).bind(rowOf(payer.partner));
    save.bind(payer.address.line1).bind(payer.address.line2).bind(payer.address.city).bind(payer.address.state);
    save.bind(payer.address.postalCode).bind(payer.initialDays).bind(payer.correctedDays).bind(payer.appealDays);
    save.bind(payer.takesReferenceOnOriginals ? 1 : 0).bind(payer.prefersPaper ? 1 : 0).bind(payer.isActive ? 1 : 0);
    CW_CHECK(finishSave(database, save, id.value, payer.version, isNew, m_clock.now(), actor));
    return id;
}

}  // namespace cw::store
