#pragma once

#include "app/billing_desk.h"

namespace cw::app {

/// Why an encounter cannot become an 837P claim now; empty when it can.
std::string refusalReason(const Encounter& encounter, const EditReport& report);

/// Encounters to be billed, and those that cannot be.
struct Usable {
    std::vector<StoredEncounter> encounters;
    std::vector<Refusal> refused;
};
std::vector<const Encounter*> pointersTo(const std::vector<StoredEncounter>& stored);
/// What is clean and, where it must be, approved, each id once; what is refused and why, in the order of `ids`.
Result<Usable> usable(Workspace& workspace, ReadTx& tx, const std::vector<std::string>& ids, bool mustBeApproved);
/// Claims by payer, with how each stands.
std::vector<PayerGroup> groupsOf(std::vector<EncounterSummary> rows, const std::vector<StoredEncounter>& stored,
                                 const std::vector<EditReport>& reports, Date today);

}  // namespace cw::app
