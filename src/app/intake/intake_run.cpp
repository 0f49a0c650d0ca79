#include "app/intake/intake_run.h"

#include "app/intake/chart_owner.h"
#include "app/intake/record_store.h"
#include "app/intake/record_text.h"
#include "app/intake/waiting_records.h"
#include "base/digest.h"

#include <algorithm>

namespace cw::app {

namespace {

/// Large enough that a commit costs little beside the files of it, small enough that others who write need not wait.
constexpr std::size_t filesTogether = 48;
constexpr std::size_t bytesTogether = std::size_t{16} << 20U;

std::size_t sizeOf(const IncomingFile& file)
{
    std::size_t size = 0;
    for (const auto& item : file.items) size += item.bytes.size();
    return size;
}

bool isProtected(const Incoming& record)
{
    return std::any_of(record.documents.begin(), record.documents.end(),
                       [](const auto& document) { return !document.document.password.empty(); });
}

}  // namespace

bool isStoreFault(const Error& error) noexcept
{
    const bool isOfStore = error.id.starts_with("STORE-");
    return error.kind == ErrorKind::cancelled || (isOfStore && error.kind == ErrorKind::io) ||
           (isOfStore && error.kind == ErrorKind::busy);
}

Result<std::vector<FileResult>> IntakeRun::run(const std::vector<std::filesystem::path>& files)
{
    for (const auto& file : files) {
        m_results.push_back({file, {}});
        m_results.back().outcome.files = 1;
    }
    m_isDone.assign(files.size(), false);
    CW_CHECK(prepare(files.size()));
    CW_CHECK(takeEncounterFiles());
    std::vector<Parsed> batch;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (m_isDone[i]) continue;
        if (m_progress.isCancelled()) return cancelled();
        auto parsed = read(i);
        report();
        if (!parsed) continue;
        bytes += sizeOf(parsed->content);
        batch.push_back(std::move(*parsed));
        if (batch.size() < filesTogether && bytes < bytesTogether) continue;
        CW_CHECK(storeBatch(std::exchange(batch, {})));
        bytes = 0;
    }
    if (m_progress.isCancelled()) return cancelled();
    CW_CHECK(storeBatch(batch));
    CW_CHECK(tryWaitingAgain());
    return std::move(m_results);
}

void IntakeRun::report()
{
    m_progress.report(++m_read, static_cast<std::int64_t>(m_results.size()), "Importing documents");
}

Error IntakeRun::cancelled() const
{
    IntakeOutcome total;
    for (const auto& result : m_results) addTo(total, result.outcome);
    return {ErrorKind::cancelled, "APP-054",
            "import cancelled after " + counted(total.documents + total.versions, "document") +
                "; what was stored stays"};
}

void IntakeRun::refuse(std::size_t file, const std::string& note)
{
    auto& outcome = m_results[file].outcome;
    ++outcome.rejected;
    outcome.notes.push_back(noteOf(m_results[file].path.filename().string(), {}, note));
}

Status IntakeRun::prepare(std::size_t files)
{
    if (m_options.replaces && files != 1)
        return Error{ErrorKind::invalidInput, "APP-171", "a corrected version is one file"};
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(m_rules, intakeRules(m_workspace, *tx, m_options.mayMakeEncounters));
    CW_TRY(m_owner, givenOwner(*tx));
    CW_TRY(const auto all, m_workspace.unmatched().list(*tx, true));
    for (const auto& item : all)
        if (item.state != UnmatchedState::waiting) m_settled[item.digest] = item.state;
    return {};
}

Result<std::optional<GivenOwner>> IntakeRun::givenOwner(ReadTx& tx)
{
    std::optional<GivenOwner> owner;
    if (m_options.encounterId || m_options.mrn) {
        CW_TRY(const auto chart, findOwner(m_workspace, tx, m_options.encounterId, m_options.mrn));
        owner = GivenOwner{chart.patient, chart.encounterId, m_options.replaces};
    }
    if (!m_options.replaces) return owner;
    CW_TRY(const auto versions, m_workspace.documents().versions(tx, *m_options.replaces, m_workspace.user().id));
    if (versions.empty())
        return Error{ErrorKind::notFound, "APP-172",
                     "no document " + std::to_string(m_options.replaces->value) + " to be replaced"};
    const auto& replaced = versions.front();
    if (owner && owner->patient != replaced.patient)
        return Error{ErrorKind::conflict, "APP-173",
                     "document " + std::to_string(m_options.replaces->value) + " belongs to another patient"};
    owner = GivenOwner{replaced.patient, {}, m_options.replaces};
    CW_TRY(const auto encounters, m_workspace.encounters().list(tx, {}));
    for (const auto& one : encounters)
        if (one.row == replaced.encounter) owner->encounterId = one.encounterId;
    return owner;
}

Status IntakeRun::storeBatch(const std::vector<Parsed>& batch)
{
    if (batch.empty()) return {};
    std::vector<const Parsed*> all;
    for (const auto& parsed : batch) all.push_back(&parsed);
    auto stored = storeTogether(all);
    if (stored || stored.error().kind == ErrorKind::busy) return stored;
    for (const auto* parsed : all) {
        if (m_progress.isCancelled()) return cancelled();
        if (all.size() > 1) stored = storeTogether({parsed});
        if (stored) continue;
        if (isStoreFault(stored.error())) return stored;
        refuse(parsed->file, stored.error().detail);
    }
    return {};
}

Status IntakeRun::storeTogether(const std::vector<const Parsed*>& batch)
{
    std::vector<IntakeOutcome> outcomes;
    std::vector<Waiting> waiting;
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    for (const auto* parsed : batch) {
        CW_TRY(auto outcome, storeFile(*tx, *parsed, waiting));
        outcomes.push_back(std::move(outcome));
    }
    CW_CHECK(tx->commit());
    for (std::size_t i = 0; i < batch.size(); ++i) addTo(m_results[batch[i]->file].outcome, outcomes[i]);
    m_waiting.insert(m_waiting.end(), waiting.begin(), waiting.end());
    return {};
}

Result<IntakeOutcome> IntakeRun::storeFile(WriteTx& tx, const Parsed& parsed, std::vector<Waiting>& waiting)
{
    IntakeOutcome outcome;
    RecordStore store(m_workspace, tx);
    Placing placing(m_workspace, tx, m_rules);
    for (const auto& record : parsed.content.items) {
        CW_TRY(const auto placement, m_owner ? placing.byWord(record, *m_owner) : placing.byContent(record));
        switch (placement.fate) {
        case Placement::Fate::stores:
            CW_CHECK(store.store(record, placement, parsed.name, outcome));
            if (!record.claims.empty())
                outcome.notes.push_back(noteOf(parsed.name, record.record, record.claims + ": read for their codes"));
            break;
        case Placement::Fate::waits: CW_CHECK(keepWaiting(tx, parsed, record, placement, outcome, waiting)); break;
        case Placement::Fate::refused:
            ++outcome.rejected;
            outcome.notes.push_back(noteOf(parsed.name, record.record, placement.detail + "; it was not stored"));
            break;
        }
    }
    if (outcome.unmatched > 0)
        CW_CHECK(m_workspace.audit().append(
            tx, {m_workspace.user().name, "unmatched.add", {}, counted(outcome.unmatched, "record")}));
    return outcome;
}

Status IntakeRun::keepWaiting(WriteTx& tx, const Parsed& parsed, const Incoming& record, const Placement& placement,
                              IntakeOutcome& outcome, std::vector<Waiting>& waiting)
{
    if (isProtected(record)) {
        ++outcome.rejected;
        outcome.notes.push_back(noteOf(parsed.name, record.record,
                                       "it is protected by a password and names no patient: import it again with the "
                                       "encounter or the record number it belongs to"));
        return {};
    }
    const auto item = waitingItem(record, parsed.name, placement.reason, placement.detail, placement.candidate,
                                  m_workspace.clock().now());
    if (const auto before = m_settled.find(item.digest); before != m_settled.end()) {
        ++outcome.known;
        outcome.notes.push_back(
            noteOf(parsed.name, record.record,
                   before->second == UnmatchedState::discarded ? "it was discarded before" : "it was attached before"));
        return {};
    }
    CW_TRY(const auto id, m_workspace.unmatched().add(tx, item, record.bytes));
    ++outcome.unmatched;
    auto why = "waits: " + std::string(sentence(placement.reason));
    if (!placement.detail.empty()) why += " (" + placement.detail + ")";
    waiting.push_back({id, parsed.file, noteOf(parsed.name, record.record, why)});
    return {};
}

Status IntakeRun::tryWaitingAgain()
{
    IntakeOutcome total;
    for (const auto& result : m_results) addTo(total, result.outcome);
    const bool somebodyCame = total.encounters + total.merged + total.updated > 0;
    WaitingRecords records(m_workspace, m_progress);
    for (const auto& waiting : m_waiting) {
        auto& outcome = m_results[waiting.file].outcome;
        bool isSettled = false;
        if (somebodyCame && !m_progress.isCancelled()) {
            const auto tried = records.retry(waiting.id, m_options.mayMakeEncounters, outcome);
            if (!tried && isStoreFault(tried.error())) return tried.error();
            isSettled = tried && *tried;
        }
        if (isSettled)
            --outcome.unmatched;
        else
            outcome.notes.push_back(waiting.note);
    }
    return {};
}

}  // namespace cw::app
