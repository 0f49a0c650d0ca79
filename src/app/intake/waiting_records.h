#pragma once

#include "app/intake.h"
#include "app/intake/placement.h"

namespace cw::app {

/// Records of the unmatched list, read again from their bytes.
class WaitingRecords {
public:
    WaitingRecords(Workspace& workspace, const Progress& progress) : m_workspace(workspace), m_progress(progress) {}

    struct Opened {
        UnmatchedItem item;
        std::vector<Incoming> records;
    };
    /// Fails with notFound, corrupt (bytes or reading: APP-170).
    Result<Opened> open(std::int64_t id);
    /// Stores it when it fits by now and settles it; else keeps it with the reason as it is now. True when it was stored.
    /// A transaction of its own.
    Result<bool> retry(std::int64_t id, bool mayMakeEncounters, IntakeOutcome& outcome);
    /// Stores it with this owner and settles it, in a transaction of the caller. Fails with conflict when it is settled.
    Status settle(WriteTx& tx, const Opened& opened, const GivenOwner& owner, std::string_view where,
                  IntakeOutcome& outcome);

private:
    Workspace& m_workspace;
    const Progress& m_progress;
};

}  // namespace cw::app
