#include "app/intake/chart_owner.h"

namespace cw::app {

Result<ChartOwner> findOwner(Workspace& workspace, ReadTx& tx, const std::optional<std::string>& encounterId,
                             const std::optional<std::string>& mrn)
{
    if (encounterId.has_value() == mrn.has_value())
        return Error{ErrorKind::invalidInput, "APP-053", "name either an encounter or a patient's record number"};
    ChartOwner owner;
    if (encounterId) {
        CW_TRY(const auto stored, workspace.encounters().load(tx, *encounterId));
        owner = {stored.patient, stored.encounter.row, *encounterId};
        return owner;
    }
    CW_TRY(owner.patient, workspace.encounters().patientByMrn(tx, *mrn));
    while (true) {
        CW_TRY(const auto known, workspace.patients().find(tx, owner.patient));
        if (!known.mergedInto.isValid()) return owner;
        owner.patient = known.mergedInto;
    }
}

}  // namespace cw::app
