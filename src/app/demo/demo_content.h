#pragma once

#include "app/workspace.h"
#include "import/encounter_json.h"

#include <filesystem>
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
    std::vector<NewDocument> documents;  ///< sourceName is the path.
    std::vector<DemoProof> proofs;
    std::string status;  ///< Where the workflow should stand.
    std::string assignedTo;
    std::string note;
};

/// Reads `data/demo`, with "@-3d" and "{{@-3d}}" made dates counted from `today`, and PDFs set from their text.
Result<std::vector<DemoEncounter>> readDemoContent(const std::filesystem::path& folder, Date today, IdSource& ids);

/// Stores them, each at its stage, in one transaction; then really exports one approved encounter into the workspace's
/// claims folder, so that every stage is there. `workspace` is signed in by an account with every role.
Status fillDemo(Workspace& workspace, const std::vector<DemoEncounter>& content, const Progress& progress);

}  // namespace cw::app
