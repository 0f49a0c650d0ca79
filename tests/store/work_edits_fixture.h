#pragma once

#include "store/work/edit_repository.h"
#include "tests/store/work_fixture.h"

namespace cw::store {

/// Decisions about edits at the desk of anna and, on a connection of its own, of bert.
class WorkEdits : public WorkTest {
protected:
    WorkEdits() : m_bert(another("bert", 2'000'000)), row(anna.add(visit())) {}

    template <class Body>
    auto writing(Desk& desk, Body body)
    {
        auto tx = must(desk.work->beginWrite());
        auto result = body(*tx);
        if (result) must(tx->commit());
        return result;
    }
    template <class Body>
    auto reading(Desk& desk, Body body)
    {
        auto tx = must(desk.work->beginRead());
        return must(body(*tx));
    }
    Result<AttestationId> attest(const FindingKey& key, const std::string& reason = "both are true")
    {
        return writing(anna, [&](WriteTx& tx) { return edits.attest(tx, row, key, "basis", reason, "anna"); });
    }
    std::vector<Attestation> attestations()
    {
        return reading(anna, [&](ReadTx& tx) { return edits.attestations(tx, row); });
    }
    Status setLevel(const std::string& rule, std::optional<RuleLevel> level, const std::string& payer = {})
    {
        return writing(anna, [&](WriteTx& tx) { return edits.setLevel(tx, rule, payer, level, "because", "anna"); });
    }
    std::vector<PastService> history(EncounterRowId of, Date from = Date::of(2022, 1, 1))
    {
        return reading(anna, [&](ReadTx& tx) { return edits.history(tx, of, from); });
    }
    std::int64_t revision()
    {
        return reading(anna, [&](ReadTx& tx) { return edits.revision(tx); });
    }

    std::unique_ptr<Desk> m_bert;
    CountingIdSource m_ids{7'000'000};
    SqliteEditRepository edits{m_clock, m_ids, anna.audit};
    SqliteEditRepository bertsEdits{m_clock, m_ids, m_bert->audit};
    EncounterRowId row;
};

}  // namespace cw::store
