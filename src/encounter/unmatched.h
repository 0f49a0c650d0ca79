#pragma once

#include "base/clock.h"
#include "base/transaction.h"
#include "chart/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Why something that came in belongs to nobody yet.
enum class UnmatchedReason {
    noPatient,         ///< It names no patient.
    unknownPatient,    ///< No patient has this number from this authority.
    unknownAuthority,  ///< The number is known, but not from this authority.
    differs,           ///< The number is known, but name, birth date or sex differ.
    ambiguous,         ///< Numbers of the source belong to different patients.
    unknownEncounter,  ///< The patient is known, the visit number is not.
    otherPatient,      ///< The visit number is known, but belongs to another patient.
    unclearMerge       ///< A merge whose patients are not both known, or do not agree.
};
std::string_view toString(UnmatchedReason reason) noexcept;  ///< "unknown_patient", what the store keeps.
std::string_view sentence(UnmatchedReason reason) noexcept;  ///< For people, without patient data.
/// Fails with corrupt (ENCOUNTER-030).
Result<UnmatchedReason> parseUnmatchedReason(std::string_view text);

enum class UnmatchedState { waiting, resolved, discarded };

/// One record that waits for a person's word. Nothing of it is in a chart.
struct UnmatchedItem {
    std::int64_t id = 0;
    Instant arrivedAt;
    std::string sourceName;  ///< File name.
    std::string record;      ///< "message 3"; empty for a whole file.
    std::string kind;        ///< IncomingKind for people: "document", "admission", "charges", "merge".
    UnmatchedReason reason = UnmatchedReason::noPatient;
    std::string detail;  ///< Which of them differ ("birth date"), or how many patients: no values.
    std::string
        patientLabel;   ///< As the source names them: name, born, sex, numbers. Patient data, for the window alone.
    std::string title;  ///< Of its first document, or the message type.
    DocumentFormat format = DocumentFormat::plainText;
    std::string digest;  ///< SHA-256 of the bytes.
    std::int64_t size = 0;
    PatientId candidate;  ///< The patient it nearly fits; not valid when none.
    UnmatchedState state = UnmatchedState::waiting;
    std::string settledBy;
    Instant settledAt;
    std::string note;  ///< Where it went, or why it was discarded.
};

class UnmatchedRepository {
public:
    virtual ~UnmatchedRepository() = default;
    /// Waiting ones, oldest first; with `all` settled ones too.
    virtual Result<std::vector<UnmatchedItem>> list(ReadTx& tx, bool all) const = 0;
    virtual Result<int> countWaiting(ReadTx& tx) const = 0;
    /// Fails with notFound.
    virtual Result<UnmatchedItem> find(ReadTx& tx, std::int64_t id) const = 0;
    /// The bytes, checked against the digest. Fails with corrupt.
    virtual Result<std::string> bytes(ReadTx& tx, std::int64_t id) const = 0;
    /// The same bytes waiting already: their id, nothing stored.
    virtual Result<std::int64_t> add(WriteTx& tx, const UnmatchedItem& item, std::string_view bytes) = 0;
    /// Fails with conflict when it is settled already.
    virtual Status settle(WriteTx& tx, std::int64_t id, UnmatchedState state, std::string_view by,
                          std::string_view note) = 0;
    virtual Status changeReason(WriteTx& tx, std::int64_t id, UnmatchedReason reason, std::string_view detail,
                                PatientId candidate) = 0;
};

}  // namespace cw
