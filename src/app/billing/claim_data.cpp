#include "app/billing/claim_data.h"

#include "app/billing/claim_data_json.h"
#include "app/edit_report.h"
#include "import/encounter_json.h"

namespace cw::app {

namespace {

/// While coding is open the coder may correct; once it is closed, and the claim is on its way or came back, the biller.
Status requireRight(const Workspace& workspace, EncounterStatus status)
{
    const bool mayCode = allows(workspace.user().roles, Permission::code) && isCodingOpen(status);
    switch (status) {
    case EncounterStatus::approved:
    case EncounterStatus::rejected:
    case EncounterStatus::denied:
    case EncounterStatus::accepted:
    case EncounterStatus::paid: return mayCode ? Status{} : require(workspace, Permission::bill);
    default: break;
    }
    if (mayCode) return {};
    if (isCodingOpen(status)) return require(workspace, Permission::code);
    return Error{ErrorKind::conflict, "APP-311",
                 "claim data cannot be changed while the encounter is " + std::string(toString(status))};
}

/// An approved encounter gets a new version of its workflow with the new content: an export that has read it before will
/// find that out. What the edits say of it is kept anew.
Status settle(Workspace& workspace, WriteTx& tx, const StoredEncounter& stored)
{
    if (stored.workflow.status != EncounterStatus::approved) return {};
    CW_TRY(const auto report, reportOn(workspace, tx, stored.encounter));
    CW_CHECK(keepResult(workspace, tx, stored.encounter, report));
    CW_TRY([[maybe_unused]] const auto state,
           workspace.encounters().setWorkflow(tx, stored.encounter.row, stored.workflow, stored.workflow,
                                              "encounter.correct", workspace.actor()));
    return {};
}

}  // namespace

Result<std::vector<ClaimDataField>> ClaimData::fields(std::string_view encounterId)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    return claimDataFields(writeEncounterHeader(stored.encounter));
}

Status ClaimData::save(std::string_view encounterId, const std::vector<Change>& changes)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto stored, m_workspace.encounters().load(*tx, encounterId));
    CW_CHECK(requireRight(m_workspace, stored.workflow.status));
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& change : changes) values.emplace_back(change.pointer, change.value);
    CW_TRY(const auto header, withClaimData(writeEncounterHeader(stored.encounter), values));
    auto after = stored.encounter;
    if (const auto read = readEncounterHeader(header, after); !read)
        return Error{ErrorKind::invalidInput, "APP-310", read.error().detail};
    if (after == stored.encounter) return {};
    CW_TRY(stored.versions,
           m_workspace.encounters().save(*tx, stored.encounter, after, stored.versions, m_workspace.actor()));
    stored.encounter = std::move(after);
    CW_CHECK(settle(m_workspace, *tx, stored));
    return tx->commit();
}

}  // namespace cw::app
