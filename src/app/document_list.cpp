#include "app/document_list.h"

#include "app/intake/chart_owner.h"

namespace cw::app {

Result<std::vector<DocumentInfo>> documentsOf(Workspace& workspace, const std::optional<std::string>& encounterId,
                                              const std::optional<std::string>& mrn)
{
    CW_CHECK(require(workspace, Permission::viewEncounters));
    CW_TRY(auto tx, workspace.work().beginWrite());
    CW_TRY(const auto owner, findOwner(workspace, *tx, encounterId, mrn));
    auto& documents = workspace.documents();
    const auto reader = workspace.user().id;
    CW_TRY(const auto current, encounterId ? documents.ofEncounter(*tx, owner.encounter, reader)
                                           : documents.ofPatient(*tx, owner.patient, reader));
    std::vector<DocumentInfo> all;
    for (const auto& info : current) {
        if (info.versionCount < 2) {
            all.push_back(info);
            continue;
        }
        CW_TRY(const auto versions, documents.versions(*tx, info.id, reader));
        all.insert(all.end(), versions.begin(), versions.end());
    }
    CW_CHECK(workspace.audit().append(*tx, {workspace.user().name, "document.list", owner.encounterId,
                                            encounterId ? "" : "patient " + std::to_string(owner.patient.value)}));
    CW_CHECK(tx->commit());
    return all;
}

Result<EncounterRowId> rowOf(Workspace& workspace, std::string_view encounterId)
{
    CW_CHECK(require(workspace, Permission::viewEncounters));
    CW_TRY(auto tx, workspace.work().beginRead());
    CW_TRY(const auto stored, workspace.encounters().load(*tx, encounterId));
    return stored.encounter.row;
}

Result<KnownPatient> patientOf(Workspace& workspace, std::string_view mrn)
{
    CW_CHECK(require(workspace, Permission::viewEncounters));
    CW_TRY(auto tx, workspace.work().beginRead());
    CW_TRY(const auto owner, findOwner(workspace, *tx, std::nullopt, std::string(mrn)));
    return workspace.patients().find(*tx, owner.patient);
}

}  // namespace cw::app
