#pragma once

#include "app/workspace.h"
#include "import/documents/incoming.h"
#include "import/encounter_json.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cw::app {

/// Words in one of an encounter's documents that prove a diagnosis or a line, by position in the encounter.
struct DemoProof {
    bool isDiagnosis = true;
    std::size_t position = 0;
    std::string document;  ///< Its path in the encounter.
    std::string quote;
};

struct DemoEncounter {
    Encounter encounter;
    std::vector<IncomingDocument> documents;  ///< sourceName is the path.
    std::vector<DemoProof> proofs;
    std::map<std::string, std::string>
        corrections;     ///< Path of a corrected version, and of the document it supersedes.
    std::string status;  ///< Where the workflow should stand.
    std::string assignedTo;
    std::string note;
};

/// Reads `data/demo`, with "@-3d" and "{{@-3d}}" made dates counted from `today`, and PDFs set from their text.
Result<std::vector<DemoEncounter>> readDemoContent(const std::filesystem::path& folder, Date today, IdSource& ids);

/// A file that belongs to nobody, for the unmatched list.
struct DemoFile {
    std::string name;
    std::string bytes;
};
/// The files of its folder "unmatched", by name.
Result<std::vector<DemoFile>> readDemoUnmatched(const std::filesystem::path& folder, Date today);

/// Stores them, each at its stage, in one transaction; then really exports one approved encounter into the workspace's
/// claims folder, so that every stage is there. `workspace` is signed in by an account with every role.
Status fillDemo(Workspace& workspace, const std::vector<DemoEncounter>& content, const std::vector<DemoFile>& unmatched,
                const Progress& progress);

}  // namespace cw::app
