#pragma once

#include "app/workspace.h"
#include "chart/page_text.h"
#include "import/documents/incoming.h"

#include <filesystem>
#include <optional>

namespace cw::app {

/// What an intake did. Counts are of things, `notes` tells what was left out, refused or waits and why: one line each,
/// by file and record, without patient data.
struct IntakeOutcome {
    int files = 0;
    int encounters = 0;  ///< Made.
    int updated = 0;     ///< Encounters and patients whose facts were brought up to date.
    int documents = 0;   ///< New ones.
    int versions = 0;    ///< Documents that superseded, or came late as, a version of one that is there.
    int known = 0;       ///< Seen before: nothing was stored.
    int merged = 0;      ///< Patients.
    int charges = 0;     ///< Lines of charges stored with an encounter.
    int codes = 0;       ///< From the source, as suggestions.
    int unmatched = 0;   ///< Wait in the list.
    int rejected = 0;    ///< Files and records refused.
    std::vector<std::filesystem::path> locked;  ///< Of the refused: files that need a password, or another one.
    std::vector<std::string> notes;
    bool rejectedAny() const noexcept { return rejected > 0; }
};

struct IntakeOptions {
    /// The owner, when a person says so: at most one of these. Without, the content of each file decides.
    std::optional<std::string> encounterId;
    std::optional<std::string> mrn;
    /// A corrected version of this document; one file.
    std::optional<DocumentId> replaces;
    /// Admissions of messages, bundles and C-CDA may make patients and encounters; else what is unknown waits.
    bool mayMakeEncounters = false;
    std::string password;  ///< For protected PDF and zip.
    /// Checks passwords and counts pages while importing; without it that is done when the document is first opened.
    PageReader* pages = nullptr;
};

/// How encounters and documents come in. Nothing is guessed: what does not fit exactly waits in the unmatched list.
class Intake {
public:
    explicit Intake(Workspace& workspace) : m_workspace(workspace) {}

    /// Encounter JSON: all encounters of the file with their documents, or none of them. FHIR, HL7 v2 and C-CDA: as
    /// importFiles with mayMakeEncounters.
    Result<IntakeOutcome> importEncounters(const std::filesystem::path& file, const Progress& progress = {});
    /// Files, or folders and all files below. A file that cannot be used is listed in notes and the rest goes on; stored in
    /// transactions of some dozens of files, each file whole or not at all. Cancelling keeps what was stored and says so.
    Result<IntakeOutcome> importFiles(const std::vector<std::filesystem::path>& paths, const IntakeOptions& options,
                                      const Progress& progress = {});
    /// importFiles for one owner; exactly one of encounter id and MRN, or neither.
    Result<IntakeOutcome> importDocuments(const std::vector<std::filesystem::path>& paths,
                                          const std::optional<std::string>& encounterId,
                                          const std::optional<std::string>& mrn, const Progress& progress = {});
    /// Encounter JSON of stored encounters.
    Result<std::string> exportEncounters(const std::vector<std::string>& encounterIds);

private:
    Workspace& m_workspace;
};

/// Authorities whose patient numbers are our own (HL7 PID-3.4, roots of C-CDA ids, FHIR systems), comma separated: a number of
/// one of them is the same as one without authority. Setting "intake.authorities".
Result<std::string> ownAuthorities(Workspace& workspace);
/// Needs manageUsers; audited.
Status setOwnAuthorities(Workspace& workspace, std::string_view authorities);

/// A watched folder (setting "intake.folder"): files that lie still for one sweep are imported and moved to its
/// sub-folders `imported` and `refused` (with a text that says why). A folder named as an encounter id directly below it gives
/// its files to that encounter. Files are never deleted.
class IntakeFolder {
public:
    explicit IntakeFolder(Workspace& workspace) : m_workspace(workspace) {}
    Result<std::filesystem::path> folder() const;           ///< Empty when none is set.
    Status setFolder(const std::filesystem::path& folder);  ///< Fails with invalidInput when it is no folder.
    /// `seen` carries size and time of files between sweeps: a file still being written waits for the next.
    using Seen = std::map<std::filesystem::path, std::pair<std::uintmax_t, std::int64_t>>;
    Result<IntakeOutcome> sweep(Seen& seen, const Progress& progress = {}, PageReader* pages = nullptr);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
