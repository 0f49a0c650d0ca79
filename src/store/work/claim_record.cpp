#include "base/digest.h"
#include "store/work/claim_repository.h"
#include "store/work/claim_rows.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::int64_t lastControlNumber = 999'999'999;  // ISA13 and GS06 have nine digits.

Result<std::int64_t> next(Database& database, std::string_view counter)
{
    CW_TRY(auto statement, database.prepare("INSERT INTO control_counter (name, last_value) VALUES (?, 1) "
                                            "ON CONFLICT (name) DO UPDATE SET last_value = last_value + 1 "
                                            "RETURNING last_value"));
    CW_TRY(const bool row, statement.bind(counter).step());
    if (!row || statement.integer(0) > lastControlNumber)
        return Error{ErrorKind::conflict, "STORE-050", "control numbers are used up: " + std::string(counter)};
    const auto value = statement.integer(0);
    // The statement must run to its end before the transaction can commit.
    CW_TRY([[maybe_unused]] const bool more, statement.step());
    return value;
}

std::optional<std::int64_t> numberOrNull(std::int64_t number)
{
    return number > 0 ? std::optional(number) : std::nullopt;
}

Status insertBatch(Database& database, BatchId id, const Batch& batch, std::string_view fileBytes, std::int64_t at,
                   const Actor& actor)
{
    CW_TRY(auto insert,
           database.prepare("INSERT INTO claim_batch (id, number, form, is_test, file_name, digest, "
                            "interchange_control_number, group_control_number, partner, partner_name, receiver_id, "
                            "claim_count, charge_cents, exported_at, exported_by) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id.value).bind(batch.number).bind(batch.form).bind(batch.test ? 1 : 0).bind(batch.fileName);
    insert.bind(batch.digest).bind(numberOrNull(batch.interchangeControlNumber));
    insert.bind(numberOrNull(batch.groupControlNumber)).bind(rowOf(batch.partner)).bind(batch.partnerName);
    insert.bind(batch.receiverId).bind(batch.claims).bind(batch.charges.inCents()).bind(at);
    CW_CHECK(insert.bind(actor.name).run());
    CW_TRY(auto file, database.prepare("INSERT INTO claim_batch_file (batch, bytes) VALUES (?, ?)"));
    return file.bind(id.value).bindBlob(fileBytes).run();
}

std::string encounterIdOf(Database& database, EncounterRowId encounter)
{
    auto select = database.prepare("SELECT encounter_id FROM encounter WHERE id = ?");
    if (!select) return {};
    const auto row = select->bind(encounter.value).step();
    return row && *row ? select->text(0) : std::string();
}

/// Writes the claims of one batch; its statements are compiled once.
class ClaimWriter {
public:
    struct Statements {
        Statement earlier, end, ended, claim, snapshot, event;
    };
    static Result<Statements> prepare(Database& database)
    {
        CW_TRY(auto earlier, database.prepare("SELECT id, version, billed, status, is_live, is_test FROM claim "
                                              "WHERE encounter = ? ORDER BY version DESC"));
        CW_TRY(auto end, database.prepare("UPDATE claim SET status = 'replaced', is_live = 0, "
                                          "row_version = row_version + 1 WHERE id = ?"));
        // The outcome keeps what the claim was: voidBatch() gives it back.
        CW_TRY(auto ended,
               database.prepare("INSERT INTO claim_event (claim, at, kind, outcome, sentence, codes, made_by) "
                                "VALUES (?, ?, 'replaced', ?, ?, '', ?)"));
        CW_TRY(auto claim,
               database.prepare("INSERT INTO claim (id, batch, encounter, claim_number, version, replaces, billed, "
                                "frequency, payer_name, payer_id, patient_key, service_from, charge_cents, status, "
                                "is_test, is_live, due_on, sent_at) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'exported', ?, ?, ?, ?)"));
        CW_TRY(auto snapshot, database.prepare("INSERT INTO claim_snapshot (claim, bytes, digest) VALUES (?, ?, ?)"));
        CW_TRY(auto event, database.prepare("INSERT INTO claim_event (claim, at, kind, outcome, sentence, codes, "
                                            "amount_cents, made_by) VALUES (?, ?, 'exported', '', ?, '', ?, ?)"));
        return Statements{std::move(earlier), std::move(end),      std::move(ended),
                          std::move(claim),   std::move(snapshot), std::move(event)};
    }

    ClaimWriter(Database& database, Statements& statements, BatchId id, const Batch& batch, std::int64_t at,
                const Actor& actor)
        : m_database(database), m_statements(statements), m_id(id), m_batch(batch), m_at(at), m_actor(actor)
    {}

    Status write(const NewClaim& claim, std::int64_t row)
    {
        CW_TRY(const auto replaces, endEarlier(claim));
        auto& insert = m_statements.claim;
        insert.bind(row).bind(m_id.value).bind(claim.encounter.value).bind(claim.claimNumber).bind(claim.version);
        insert.bind(replaces).bind(rankName(claim.billed)).bind(claim.frequency).bind(claim.payerName);
        insert.bind(claim.payerId).bind(claim.patientKey).bind(claim.serviceFrom.iso()).bind(claim.charges.inCents());
        insert.bind(m_batch.test ? 1 : 0).bind(m_batch.test ? 0 : 1).bind(isoOf(claim.dueOn));
        CW_CHECK(insert.bind(m_at).run());
        CW_CHECK(m_statements.snapshot.bind(row).bindBlob(claim.snapshot).bind(sha256Hex(claim.snapshot)).run());
        m_statements.event.bind(row).bind(m_at).bind("Sent in batch " + std::to_string(m_batch.number) + ".");
        return m_statements.event.bind(claim.charges.inCents()).bind(m_actor.name).run();
    }

private:
    struct Earlier {
        std::int64_t id = 0;
        std::string status;
    };

    /// Ends what the new claim takes the place of and answers the claim before it of the same coverage.
    Result<std::optional<std::int64_t>> endEarlier(const NewClaim& claim)
    {
        std::optional<std::int64_t> before;
        std::vector<Earlier> toEnd;
        auto& select = m_statements.earlier;
        select.bind(claim.encounter.value);
        while (true) {
            CW_TRY(const bool row, select.step());
            if (!row) break;
            if (select.integer(1) == claim.version) return conflict(claim, "has a claim of this version");
            if (select.integer(5) != 0 || select.view(2) != rankName(claim.billed)) continue;
            if (!before) before = select.integer(0);
            const auto status = select.text(3);
            const bool isAnswered = status != "exported" && status != "voided" && status != "replaced";
            if (!m_batch.test && select.integer(4) != 0 && !isAnswered)
                return conflict(claim, "is in a batch that waits for its answer");
            if (isAnswered && !m_batch.test) toEnd.push_back({select.integer(0), status});
        }
        select.reset();
        for (const auto& earlier : toEnd) CW_CHECK(end(earlier, claim));
        return before;
    }

    Status end(const Earlier& earlier, const NewClaim& by)
    {
        CW_CHECK(m_statements.end.bind(earlier.id).run());
        m_statements.ended.bind(earlier.id).bind(m_at).bind(earlier.status);
        return m_statements.ended.bind("Replaced by " + by.claimNumber + ".").bind(m_actor.name).run();
    }

    Error conflict(const NewClaim& claim, std::string_view why)
    {
        return {ErrorKind::conflict, "STORE-340",
                "encounter " + encounterIdOf(m_database, claim.encounter) + " " + std::string(why) + " already"};
    }

    Database& m_database;
    Statements& m_statements;
    BatchId m_id;
    const Batch& m_batch;
    std::int64_t m_at;
    const Actor& m_actor;
};

}  // namespace

Result<ControlNumbers> SqliteClaimRepository::takeControlNumbers(WriteTx& tx)
{
    auto& database = databaseOf(tx);
    ControlNumbers numbers;
    CW_TRY(numbers.interchange, next(database, "interchange"));
    CW_TRY(numbers.group, next(database, "group"));
    CW_TRY(numbers.batch, next(database, "batch"));
    return numbers;
}

Result<std::int64_t> SqliteClaimRepository::takeBatchNumber(WriteTx& tx)
{
    return next(databaseOf(tx), "batch");
}

Status SqliteClaimRepository::returnNumbers(WriteTx& tx, bool withInterchange)
{
    CW_TRY(auto back,
           databaseOf(tx).prepare("UPDATE control_counter SET last_value = last_value - 1 WHERE name = 'batch' "
                                  "OR (? = 1 AND name IN ('interchange', 'group'))"));
    return back.bind(withInterchange ? 1 : 0).run();
}

Result<BatchId> SqliteClaimRepository::record(WriteTx& tx, const Batch& batch, std::string_view fileBytes,
                                              const std::vector<NewClaim>& claims, const Actor& actor)
{
    auto& database = databaseOf(tx);
    const BatchId id{m_ids.next()};
    const auto now = m_clock.now().milliseconds;
    CW_CHECK(insertBatch(database, id, batch, fileBytes, now, actor));
    CW_TRY(auto statements, ClaimWriter::prepare(database));
    ClaimWriter writer(database, statements, id, batch, now, actor);
    // Ids that count up fill pages one after the other; random ones would touch a page for each claim.
    CW_TRY(auto row, nextNumber(database, "claim"));
    for (const auto& claim : claims) CW_CHECK(writer.write(claim, row++));
    return id;
}

}  // namespace cw::store
