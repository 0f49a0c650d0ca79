#pragma once

#include "app/workspace.h"
#include "import/documents/incoming.h"

#include <optional>
#include <vector>

namespace cw::app {

/// Who a record may belong to, for a person to choose from, best first: who nearly fitted, those with one of its numbers,
/// those of its family name and birth date, those of its name. At most twenty.
Result<std::vector<KnownPatient>> candidatesFor(Workspace& workspace, ReadTx& tx, const IncomingPatient& patient,
                                                PatientId nearest);

/// Newest first.
Result<std::vector<EncounterSummary>> encountersOfPatient(Workspace& workspace, ReadTx& tx,
                                                          const KnownPatient& patient);

/// Encounters of the candidates: that of the visit number first, then those that begin within the visit, then the rest.
Result<std::vector<EncounterSummary>> likelyEncounters(Workspace& workspace, ReadTx& tx,
                                                       const std::vector<KnownPatient>& candidates,
                                                       const std::optional<IncomingVisit>& visit);

/// Gives the source's record numbers to the patient. Those that the patient has already stay as they are. Fails with
/// conflict when one of them is another's.
Status rememberNumbers(Workspace& workspace, WriteTx& tx, const IncomingPatient& patient, PatientId owner);

}  // namespace cw::app
