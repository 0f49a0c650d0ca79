#pragma once

#include "base/digest.h"
#include "tests/store/work_fixture.h"

namespace cw::store {

/// A store with one encounter (T-1) and short ways to send and answer claims.
class ClaimsTest : public WorkTest {
protected:
    ClaimsTest() : row(anna.add(visit())) {}

    EncounterRowId addVisit(const std::string& encounterId, std::int64_t firstRow, const char* payerId = "15202")
    {
        auto made = visit(encounterId, firstRow);
        made.coverages[0].payer.payerId = payerId;
        return anna.add(made);
    }

    static NewClaim newClaim(EncounterRowId encounter, const std::string& number = "T-1", int version = 1)
    {
        NewClaim claim;
        claim.encounter = encounter;
        claim.claimNumber = number;
        claim.version = version;
        claim.payerName = "Medicare Part B";
        claim.payerId = "15202";
        claim.patientKey = "QUENNEVILLE|ODILE|19610402";
        claim.serviceFrom = Date::of(2025, 1, 15);
        claim.charges = Money::cents(20500);
        claim.snapshot = "CLM*" + number + "~";
        return claim;
    }

    static Batch batchOf(const ControlNumbers& numbers, const std::string& bytes, const std::vector<NewClaim>& claims)
    {
        Batch batch;
        batch.number = numbers.batch;
        batch.form = "837p";
        batch.fileName = "837p-" + std::to_string(numbers.batch) + ".x12";
        batch.digest = sha256Hex(bytes);
        batch.interchangeControlNumber = numbers.interchange;
        batch.groupControlNumber = numbers.group;
        batch.partnerName = "Clearing House";
        batch.receiverId = "CH123";
        batch.claims = static_cast<int>(claims.size());
        for (const auto& claim : claims) batch.charges += claim.charges;
        return batch;
    }

    /// In a transaction of its own, dropped when it fails.
    static Result<BatchId> record(Desk& desk, const std::vector<NewClaim>& claims, bool test = false,
                                  const std::string& bytes = "ISA*")
    {
        auto tx = must(desk.work->beginWrite());
        auto batch = batchOf(must(desk.claims.takeControlNumbers(*tx)), bytes, claims);
        batch.test = test;
        auto id = desk.claims.record(*tx, batch, bytes, claims, desk.actor);
        if (id) must(tx->commit());
        return id;
    }
    BatchId send(const std::vector<NewClaim>& claims) { return must(record(anna, claims)); }

    template <class Ask>
    auto read(Ask ask)
    {
        auto tx = must(anna.work->beginRead());
        return must(ask(*tx));
    }
    template <class Do>
    auto write(Do work)
    {
        auto tx = must(anna.work->beginWrite());
        auto done = work(*tx);
        if (done) must(tx->commit());
        return done;
    }

    ClaimRecord claim(const std::string& number = "T-1")
    {
        return read([&](ReadTx& tx) { return anna.claims.byNumber(tx, number); }).at(0);
    }
    std::vector<ClaimEvent> events(ClaimId id)
    {
        return read([&](ReadTx& tx) { return anna.claims.events(tx, id); });
    }
    ClaimRepository::Standing standing(CoverageRank billed = CoverageRank::primary)
    {
        return read([&](ReadTx& tx) { return anna.claims.standing(tx, row, billed); });
    }
    std::int64_t answer(const ClaimRecord& to, ClaimStatus status, ClaimChange change = {})
    {
        change.status = status;
        ClaimEvent event;
        event.claim = to.id;
        event.kind = "835";
        event.outcome = std::string(toString(status));
        event.sentence = "Answered.";
        event.by = "anna";
        return must(write([&](WriteTx& tx) { return anna.claims.apply(tx, event, change, to.rowVersion); }));
    }
    AnswerFileId addFile(const std::string& bytes = "ISA*835")
    {
        AnswerFileRecord file;
        file.name = "remit.835";
        file.digest = sha256Hex(bytes);
        file.importedBy = "anna";
        return must(write([&](WriteTx& tx) { return anna.answers.addFile(tx, file, bytes); }));
    }

    EncounterRowId row;
};

}  // namespace cw::store
