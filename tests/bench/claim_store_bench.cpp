#include "base/digest.h"
#include "store/keys/key_ring.h"
#include "store/work/answer_repository.h"
#include "store/work/audit_log.h"
#include "store/work/claim_queues.h"
#include "store/work/claim_repository.h"
#include "store/work/encounter_repository.h"
#include "store/work/work_database.h"
#include "tests/support/temporary_folder.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

// Times the store's part of billing on an encrypted file: 10,000 encounters read and recorded as one batch, the queues over
// 200,000 claims, a payment of 50,000 claims. Figures are printed beside the bars of the issue; nothing is asserted.

namespace cw::store {

namespace {

constexpr int batchSize = 10'000;

class Stopwatch {
public:
    double lap()
    {
        const auto now = std::chrono::steady_clock::now();
        const auto passed = std::chrono::duration<double, std::milli>(now - m_last).count();
        m_last = now;
        return passed;
    }

private:
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

template <class T>
T must(Result<T> result)
{
    if (result) return std::move(*result);
    fmt::print(stderr, "{} {}\n", result.error().id, result.error().detail);
    std::exit(1);
}
void must(const Status& status)
{
    if (status) return;
    fmt::print(stderr, "{} {}\n", status.error().id, status.error().detail);
    std::exit(1);
}

Encounter visit(int number)
{
    Encounter made;
    made.encounterId = "V-" + std::to_string(100000 + number);
    made.service.from = Date::of(2025, 1, 1).plusDays(number % 300);
    made.service.to = made.service.from;
    made.service.placeOfService = "11";
    made.patient = {"MRN-" + std::to_string(number),
                    "Quenneville",
                    "Odile",
                    "M",
                    "",
                    Date::of(1961, 4, 2),
                    Sex::female,
                    {"12 Long Way", "", "Denver", "CO", "80201", ""},
                    "3035550100",
                    ""};
    Coverage coverage;
    coverage.payer = {"Payer " + std::to_string(number % 40), "P" + std::to_string(number % 40), "MB", {}, ""};
    coverage.memberId = "1EG4TE5MK73";
    coverage.relationship = Relationship::self;
    made.coverages = {coverage};
    Provider provider;
    provider.npi = "1234567893";
    provider.organization = "Front Range Family Practice";
    provider.taxId = "841234567";
    provider.taxIdType = "EI";
    provider.taxonomy = "207Q00000X";
    provider.address = {"1 Practice Road", "Suite 4", "Denver", "CO", "802010001", ""};
    made.providers.billing = provider;
    provider.organization.clear();
    provider.lastName = "Moss";
    provider.firstName = "Ida";
    made.providers.rendering = provider;
    made.claim.acceptAssignment = "A";
    made.claim.signatureOnFile = true;
    made.claim.benefitsAssigned = "Y";
    made.claim.releaseOfInformation = "Y";
    const std::int64_t first = std::int64_t{number} * 100 + 10'000'000;
    for (int i = 0; i < 3; ++i) {
        Diagnosis diagnosis;
        diagnosis.id = {first + i};
        diagnosis.code.text = i == 0 ? "E119" : i == 1 ? "I10" : "E785";
        made.diagnoses.push_back(diagnosis);
    }
    for (int i = 0; i < 3; ++i) {
        ProcedureLine line;
        line.id = {first + 10 + i};
        line.system = CodeSystem::cpt;
        line.code.text = i == 0 ? "99213" : i == 1 ? "20610" : "96372";
        if (i == 0) line.modifiers = {"25"};
        line.charge = Money::cents(12500);
        line.serviceFrom = line.serviceTo = made.service.from;
        line.pointers = {made.diagnoses[0].id, made.diagnoses[1].id};
        made.procedures.push_back(line);
    }
    return made;
}

struct Desk {
    SystemClock clock;
    RandomIdSource ids;
    std::unique_ptr<WorkDatabase> work;
    SqliteAuditLog audit{clock};
    SqliteEncounterRepository encounters{clock, ids, audit};
    SqliteClaimRepository claims{clock, ids};
    SqliteClaimQueueRepository queues;
    SqliteAnswerRepository answers{clock, ids};
    Actor actor{UserId{1}, "anna"};
};

std::vector<NewClaim> claimsOf(const std::vector<StoredEncounter>& encounters)
{
    std::vector<NewClaim> claims;
    for (const auto& [encounter, workflow, versions, patient] : encounters) {
        NewClaim claim;
        claim.encounter = encounter.row;
        claim.claimNumber = encounter.encounterId;
        claim.payerName = encounter.coverages[0].payer.name;
        claim.payerId = encounter.coverages[0].payer.payerId;
        claim.patientKey = "QUENNEVILLE|ODILE|19610402";
        claim.serviceFrom = encounter.service.from;
        claim.dueOn = encounter.service.from.plusDays(365);
        claim.charges = encounter.totalCharges();
        claim.snapshot = std::string(900, 'X');
        claims.push_back(std::move(claim));
    }
    return claims;
}

void timeExport(Desk& desk, const std::vector<std::string>& ids, const char* what)
{
    Stopwatch watch;
    std::vector<StoredEncounter> loaded;
    {
        auto tx = must(desk.work->beginRead());
        loaded = must(desk.encounters.loadMany(*tx, ids));
    }
    const auto load = watch.lap();
    const auto claims = claimsOf(loaded);
    const std::string bytes(claims.size() * 900, 'X');
    std::vector<std::pair<EncounterRowId, WorkflowState>> seen;
    for (const auto& stored : loaded) seen.emplace_back(stored.encounter.row, stored.workflow);
    watch.lap();
    auto tx = must(desk.work->beginWrite());
    for (const auto& claim : claims) must(desk.claims.standing(*tx, claim.encounter, claim.billed));
    const auto standing = watch.lap();
    const auto numbers = must(desk.claims.takeControlNumbers(*tx));
    Batch batch;
    batch.number = numbers.batch;
    batch.form = "837p";
    batch.digest = sha256Hex(bytes);
    batch.interchangeControlNumber = numbers.interchange;
    batch.groupControlNumber = numbers.group;
    batch.claims = static_cast<int>(claims.size());
    must(desk.claims.record(*tx, batch, bytes, claims, desk.actor));
    const auto record = watch.lap();
    must(desk.encounters.setWorkflowOfMany(*tx, seen, EncounterStatus::exported, "encounter.export", desk.actor));
    const auto workflow = watch.lap();
    must(tx->commit());
    const auto commit = watch.lap();
    fmt::print("{:<28} {:6} claims: load {:6.0f}  standing {:6.0f}  record {:6.0f}  workflow and audit {:6.0f}  commit "
               "{:6.0f}  all {:6.0f} ms   bar 1000 with writing\n",
               what, claims.size(), load, standing, record, workflow, commit,
               load + standing + record + workflow + commit);
}

/// 200,000 encounters and claims of 40 payers in all states, by SQL alone: as many as no test could add one by one.
void fill(Database& database)
{
    must(database.execute(
        "BEGIN; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250000) "
        "INSERT INTO encounter (id, encounter_id, patient, setting, service_from, place_of_service, patient_name, payer_name, "
        "payer_id, claim_filing_code, charge_cents, status, created_at, edits_fail) "
        "SELECT 4000000000 + (i * 7919) % 250007, 'W-' || i, (SELECT min(id) FROM patient), 'professional', "
        "date('2024-01-01', '+' || (i % 365) || ' days'), '11', 'Quenneville, Odile', 'Payer ' || (i % 40), 'P' || (i % 40), "
        "'MB', 37500, CASE WHEN i > 200000 THEN 'approved' ELSE 'exported' END, 0, i % 5 = 0 FROM n; "
        "INSERT INTO encounter_header SELECT id, '{}' FROM encounter WHERE encounter_id LIKE 'W-%'; "
        "INSERT INTO queue_total SELECT CASE edits_fail WHEN 1 THEN 'failing' ELSE 'ready' END, payer_id, count(*), "
        "sum(charge_cents), 0 FROM encounter WHERE status = 'approved' GROUP BY edits_fail, payer_id; "
        "INSERT INTO claim (batch, encounter, claim_number, version, billed, frequency, payer_name, payer_id, patient_key, "
        "service_from, charge_cents, status, is_test, is_live, sent_at, due_on) SELECT (SELECT min(id) FROM claim_batch), id, "
        "encounter_id, 1, 'primary', '1', payer_name, payer_id, encounter_id || '|X|19610402', service_from, charge_cents, "
        "CASE id % 10 WHEN 0 THEN 'rejected' WHEN 1 THEN 'denied' WHEN 2 THEN 'exported' WHEN 3 THEN 'accepted' ELSE 'paid' "
        "END, 0, 1, id, date(service_from, '+90 days') FROM encounter WHERE encounter_id LIKE 'W-%' AND status = 'exported'; "
        "COMMIT"));
}

template <class Work>
void timed(const std::string& what, const char* bar, Work work)
{
    double longest = 0;
    double first = 0;
    for (int round = 0; round < 5; ++round) {
        Stopwatch watch;
        work();
        const auto passed = watch.lap();
        if (round == 0) first = passed;
        longest = std::max(longest, passed);
    }
    fmt::print("{:<44} first {:7.1f}  longest {:7.1f} ms   bar {}\n", what, first, longest, bar);
}

void timeQueues(Desk& desk)
{
    auto tx = must(desk.work->beginRead());
    timed("queues: totals", "50", [&] { must(desk.queues.totals(*tx)); });
    for (const auto queue : {ClaimQueue::ready, ClaimQueue::failing, ClaimQueue::sent, ClaimQueue::rejected,
                             ClaimQueue::denied, ClaimQueue::paid}) {
        const std::string name(toString(queue));
        timed("queues: payers, " + name, "50", [&] { must(desk.queues.byPayer(*tx, queue)); });
        const auto page = [&](const QueueFilter& filter) {
            if (queue == ClaimQueue::ready || queue == ClaimQueue::failing)
                must(desk.queues.ready(*tx, filter));
            else
                must(desk.queues.claims(*tx, filter));
        };
        timed("queues: first 500, " + name, "50", [&] { page({.queue = queue}); });
        timed("queues: first 500 of a payer, " + name, "50", [&] { page({.queue = queue, .payerId = "P7"}); });
        timed("queues: page far behind, " + name, "", [&] { page({.queue = queue, .offset = 30000}); });
        timed("queues: text without a hit, " + name, "", [&] { page({.queue = queue, .text = "zebra"}); });
    }
}

answers::Remittance remittance(int claims)
{
    answers::Remittance made;
    made.payerId = "P1";
    made.traceNumber = "EFT1";
    for (int i = 0; i < claims; ++i) {
        answers::RemitClaim claim;
        claim.claimNumber = "V-" + std::to_string(100000 + i);
        claim.status = "1";
        claim.charge = Money::cents(37500);
        claim.paid = Money::cents(24000);
        claim.lastName = "QUENNEVILLE";
        claim.firstName = "ODILE";
        claim.payerControlNumber = "ICN" + std::to_string(i);
        claim.serviceFrom = Date::of(2025, 1, 15);
        for (int l = 1; l <= 3; ++l) {
            answers::RemitLine line;
            line.codeQualifier = "HC";
            line.code = "99213";
            line.charge = Money::cents(12500);
            line.paid = Money::cents(8000);
            line.from = Date::of(2025, 1, 15);
            line.lineControlNumber = claim.claimNumber + "-" + std::to_string(l);
            line.adjustments = {{"CO", "45", Money::cents(2500), {}}, {"PR", "2", Money::cents(2000), {}}};
            claim.lines.push_back(std::move(line));
        }
        made.claims.push_back(std::move(claim));
    }
    return made;
}

void timeRemittance(Desk& desk, int count)
{
    const auto content = remittance(count);
    std::vector<ClaimRecord> records;
    {
        auto tx = must(desk.work->beginRead());
        records = must(desk.claims.claims(*tx, 1));
    }
    Stopwatch watch;
    auto tx = must(desk.work->beginWrite());
    AnswerFileRecord file;
    file.digest = "d";
    const auto id = must(desk.answers.addFile(*tx, file, std::string(20'000'000, 'X')));
    must(desk.answers.addRemittance(*tx, id, content, std::vector<ClaimId>(content.claims.size())));
    const auto added = watch.lap();
    for (const auto& record : records) {
        ClaimEvent event;
        event.claim = record.id;
        event.kind = "835";
        event.outcome = "paid";
        event.sentence = "Paid 240.00.";
        event.file = id;
        ClaimChange change;
        change.status = ClaimStatus::paid;
        change.paid = Money::cents(24000);
        change.payerControlNumber = "ICN";
        must(desk.claims.apply(*tx, event, change, record.rowVersion));
    }
    const auto applied = watch.lap();
    must(tx->commit());
    fmt::print(
        "payment of {} claims: kept in {:.0f} ms (bar 6000 of 50,000), {} claims changed in {:.0f} ms, commit {:.0f} "
        "ms\n",
        count, added, records.size(), applied, watch.lap());
}

int run()
{
    test::TemporaryFolder folder;
    const auto key = StoreKey::random();
    Desk desk;
    desk.work = must(WorkDatabase::open(folder.path() / "work.db", key.view(), true));
    std::vector<std::string> ids;
    Stopwatch watch;
    {
        auto tx = must(desk.work->beginWrite());
        for (int i = 0; i < 2 * batchSize; ++i) {
            const auto made = visit(i);
            must(desk.encounters.add(*tx, made, desk.actor));
            ids.push_back(made.encounterId);
        }
        must(tx->commit());
    }
    fmt::print("{} encounters added in {:.0f} ms\n", ids.size(), watch.lap());
    timeExport(desk, {ids.begin(), ids.begin() + batchSize}, "empty store");
    fill(desk.work->database());
    desk.work.reset();
    desk.work = must(WorkDatabase::open(folder.path() / "work.db", key.view(), false));
    timeQueues(desk);
    timeExport(desk, {ids.begin() + batchSize, ids.end()}, "beside 200,000 claims");
    timeRemittance(desk, 50'000);
    return 0;
}

}  // namespace

}  // namespace cw::store

int main()
{
    return cw::store::run();
}
