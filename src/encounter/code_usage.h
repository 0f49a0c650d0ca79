#pragma once

#include "base/clock.h"
#include "base/transaction.h"
#include "codeset/code_sets.h"
#include "encounter/status.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A code that a person coded: on how many rows, and when last.
struct UsedCode {
    CodeKey key;
    std::int64_t count = 0;
    Instant lastUsed;
};

/// A code of an earlier visit of the same patient.
struct PreviousCode {
    CodeKey key;
    Date serviceDate = Date::of(2000, 1, 1);  ///< Of the latest visit that has it.
    std::string encounterId;                  ///< That visit.
    std::int64_t encounters = 0;              ///< Visits that have it.
};

/// An encounter that is not sent yet and carries a code. No patient's name.
struct TouchedEncounter {
    std::string encounterId;
    EncounterStatus status = EncounterStatus::fresh;
    Date serviceFrom = Date::of(2000, 1, 1);
};

/// Not exported yet, or rejected: its codes can still change.
bool isOpen(EncounterStatus status) noexcept;

/// Which codes stand where, read from the rows of the encounters. Rows that were voided do not count.
class CodeUsage {
public:
    virtual ~CodeUsage() = default;
    /// What the account entered itself, most recent first; codes that came with an import do not count.
    virtual Result<std::vector<UsedCode>> codedBy(ReadTx& tx, std::string_view account) const = 0;
    /// Codes of the patient of an encounter on all other visits, latest first. Fails with notFound.
    virtual Result<std::vector<PreviousCode>> previous(ReadTx& tx, std::string_view encounterId) const = 0;
    /// The open encounters of every code that stands on one, each encounter once a code, by encounter id.
    virtual Result<std::map<CodeKey, std::vector<TouchedEncounter>>> onOpenEncounters(ReadTx& tx) const = 0;
};

}  // namespace cw
