#pragma once

#include "encounter/encounter_repository.h"
#include "store/sqlite/database.h"

#include <span>

namespace cw::store {

/// The rows of an encounter, each kind with the same four operations. Fails with conflict (STORE-06x) when a row is no
/// longer as it was seen; the message says which kind of row, not whose.

/// Loads diagnoses, lines with modifiers and pointers, and evidence, with their versions, into encounters whose row is set.
Status loadRows(Database& database, std::span<StoredEncounter> into);

std::string_view roleName(DiagnosisRole role) noexcept;

struct RowChange {
    Database& database;
    EncounterRowId encounter;
    const Actor& actor;
    std::int64_t at;
    RowVersions& versions;  ///< In: as seen; out: as written.
    bool isImport = false;  ///< The codes came with a file: nobody of ours coded them.
};

/// A row of an id that was voided before comes back to life: that is what undo of a removal does.
Status writeDiagnosis(RowChange& change, const Diagnosis& diagnosis, std::int64_t sequence, bool isNew);
Status writeLine(RowChange& change, const ProcedureLine& line, std::int64_t sequence, bool isNew);
Status voidDiagnosis(RowChange& change, DiagnosisId id);
Status voidLine(RowChange& change, ProcedureId id);
Status writeEvidence(RowChange& change, const Evidence& evidence, std::optional<DiagnosisId> diagnosis,
                     std::optional<ProcedureId> line);
Status voidEvidence(RowChange& change, EvidenceId id);

}  // namespace cw::store
