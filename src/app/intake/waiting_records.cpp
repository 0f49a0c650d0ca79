#include "app/intake/waiting_records.h"

#include "app/intake/record_store.h"
#include "app/intake/record_text.h"
#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

bool isPartOfZip(const UnmatchedItem& item)
{
    return text::lowerAscii(item.sourceName).ends_with(".zip") && item.record.find('.') != std::string::npos;
}

/// A file of a zip archive ("visit/lab.hl7, message 3") is read again under its own name.
std::string nameOf(const UnmatchedItem& item)
{
    if (!isPartOfZip(item)) return item.sourceName;
    return std::filesystem::path(item.record.substr(0, item.record.find(", "))).filename().string();
}

std::string ownerName(const Placement& placement, const Incoming& record)
{
    if (placement.encounter) return placement.encounter->encounter.encounterId;
    return placement.makesEncounter ? record.visit->number.value : std::string();
}

}  // namespace

Result<WaitingRecords::Opened> WaitingRecords::open(std::int64_t id)
{
    Opened opened;
    std::string bytes;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(opened.item, m_workspace.unmatched().find(*tx, id));
        CW_TRY(bytes, m_workspace.unmatched().bytes(*tx, id));
    }
    auto file = readIncoming(std::move(bytes), nameOf(opened.item), {}, m_workspace.ids(), m_progress);
    if (!file) {
        if (file.error().kind == ErrorKind::cancelled) return file.error();
        return Error{ErrorKind::corrupt, "APP-170",
                     "unmatched record " + std::to_string(id) + " cannot be read again: " + file.error().detail};
    }
    opened.records = std::move(file->items);
    // One message may tell several things; only this one waits here.
    const auto isThis = [&opened](const Incoming& record) { return kindName(record.kind) == opened.item.kind; };
    if (std::any_of(opened.records.begin(), opened.records.end(), isThis))
        std::erase_if(opened.records, [&isThis](const Incoming& record) { return !isThis(record); });
    for (auto& record : opened.records) {
        record.record = opened.item.record;
        if (isPartOfZip(opened.item)) continue;
        for (auto& document : record.documents) document.document.sourceName = opened.item.sourceName;
    }
    return opened;
}

Result<bool> WaitingRecords::retry(std::int64_t id, bool mayMakeEncounters, IntakeOutcome& outcome)
{
    CW_TRY(const auto opened, open(id));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto item, m_workspace.unmatched().find(*tx, id));
    if (item.state != UnmatchedState::waiting || opened.records.empty()) return false;
    CW_TRY(const auto rules, intakeRules(m_workspace, *tx, mayMakeEncounters));
    IntakeOutcome done;
    std::string where;
    for (const auto& record : opened.records) {
        CW_TRY(const auto placement, Placing(m_workspace, *tx, rules).byContent(record));
        if (placement.fate != Placement::Fate::stores) {
            // Whatever of it was stored before goes with the transaction.
            tx.reset();
            if (placement.reason == item.reason && placement.detail == item.detail) return false;
            CW_TRY(auto change, m_workspace.work().beginWrite());
            CW_CHECK(m_workspace.unmatched().changeReason(*change, id, placement.reason, placement.detail,
                                                          placement.candidate));
            CW_CHECK(change->commit());
            return false;
        }
        CW_CHECK(RecordStore(m_workspace, *tx).store(record, placement, item.sourceName, done));
        where = ownerName(placement, record);
    }
    CW_CHECK(m_workspace.unmatched().settle(*tx, id, UnmatchedState::resolved, m_workspace.user().name,
                                            where.empty() ? "matched by itself" : "matched by itself: " + where));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "unmatched.match", where, "record " + std::to_string(id)}));
    CW_CHECK(tx->commit());
    addTo(outcome, done);
    return true;
}

Status WaitingRecords::settle(WriteTx& tx, const Opened& opened, const GivenOwner& owner, std::string_view where,
                              IntakeOutcome& outcome)
{
    const auto id = opened.item.id;
    CW_CHECK(m_workspace.unmatched().settle(tx, id, UnmatchedState::resolved, m_workspace.user().name, where));
    CW_TRY(const auto rules, intakeRules(m_workspace, tx, false));
    for (const auto& record : opened.records) {
        CW_TRY(const auto placement, Placing(m_workspace, tx, rules).byWord(record, owner));
        CW_CHECK(RecordStore(m_workspace, tx).store(record, placement, opened.item.sourceName, outcome));
    }
    return m_workspace.audit().append(
        tx, {m_workspace.user().name, "unmatched.resolve", owner.encounterId, "record " + std::to_string(id)});
}

}  // namespace cw::app
