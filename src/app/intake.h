#pragma once

#include "app/workspace.h"

#include <optional>

namespace cw::app {

struct IntakeOutcome {
    int encounters = 0;
    int documents = 0;
    std::vector<std::string> notes;  ///< What was left out and why, one line each, by file and encounter id.
    bool rejectedAny() const noexcept { return rejected > 0; }
    int rejected = 0;
};

/// How encounters and documents come in.
class Intake {
public:
    explicit Intake(Workspace& workspace) : m_workspace(workspace) {}

    /// All encounters of the file with their documents, or none of them: a bad value, a missing or broken document, or an
    /// encounter that exists already refuses the file (invalidInput or conflict, naming file, record and reason).
    Result<IntakeOutcome> importEncounters(const std::filesystem::path& file, const Progress& progress = {});
    /// Files, or folders and all files below. A file that cannot be used is listed in notes and the rest goes on.
    /// Exactly one of encounter id and MRN names the owner. Fails with notFound for an unknown one.
    Result<IntakeOutcome> importDocuments(const std::vector<std::filesystem::path>& paths,
                                          const std::optional<std::string>& encounterId,
                                          const std::optional<std::string>& mrn, const Progress& progress = {});
    /// Encounter JSON of stored encounters.
    Result<std::string> exportEncounters(const std::vector<std::string>& encounterIds);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
