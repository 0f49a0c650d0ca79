#pragma once

#include "app/workspace.h"
#include "claim/trading_partner.h"
#include "import/documents/incoming.h"
#include "import/encounter_json.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::app {

/// Words in one of an encounter's documents that prove a diagnosis or a line, by position in the encounter.
struct DemoProof {
    bool isDiagnosis = true;
    std::size_t position = 0;
    std::string document;  ///< Its path in the encounter.
    std::string quote;
};

/// Whether a stage of the demo lies behind the export.
bool isSent(std::string_view status);

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

/// A file as it comes from outside: for the unmatched list, or an answer of a payer.
struct DemoFile {
    std::string name;
    std::string bytes;
};

/// The clearinghouse that takes every claim of the demo, and the payers with their days.
struct DemoDirectory {
    TradingPartner partner;
    std::vector<PayerRecord> payers;
};

struct DemoContent {
    std::vector<DemoEncounter> encounters;
    std::vector<DemoFile> unmatched;  ///< Files that belong to nobody, by name.
    std::optional<DemoDirectory> directory;
    std::vector<DemoFile> answers;  ///< By name.
};

/// Reads `data/demo`, with "@-3d" and "{{@-3d}}" made dates counted from `today`, and PDFs set from their text. Without
/// answers, `answered.json`, the directory and the answers are left out.
Result<DemoContent> readDemo(const std::filesystem::path& folder, Date today, bool withAnswers, IdSource& ids);

/// Partner and payers of `directory.json`.
Result<DemoDirectory> readDemoDirectory(const std::filesystem::path& file);

/// Stores the encounters, each at its stage, in one transaction; then really exports those whose stage lies behind the
/// export into the workspace's claims folder, and imports the answers to them. `workspace` is signed in by an account with
/// every role.
Status fillDemo(Workspace& workspace, const DemoContent& content, const Progress& progress);

/// What follows once the encounters are stored: directory, export, answers.
Status billDemo(Workspace& workspace, const DemoContent& content, const Progress& progress);

}  // namespace cw::app
