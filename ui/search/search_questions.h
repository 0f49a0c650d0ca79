#pragma once

#include "app/workspace.h"
#include "ui/search/found_codes.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cw::ui {

/// What is asked of the index. These functions run in the background.
struct CodeQuestion {
    QString text;
    std::optional<CodeSystem> system;
    std::optional<Date> on;
    search::Setting setting = search::Setting::any;
    bool billableOnly = false;
    std::shared_ptr<const search::Usage> usage;
};

/// Hits with the words to mark; codes not in force last, with what came in their place. Below a code that the Alphabetic
/// Index gives together with a second one (etiology and manifestation, Guidelines I.A.13) stands that one.
Result<FoundCodes> findCodes(app::Workspace& workspace, const CodeQuestion& question);

/// What can be chosen instead of `parent`: its complete codes with the meaning of their seventh characters; else the codes
/// below it; for a code not in force its successors.
Result<FoundCodes> codesUnder(app::Workspace& workspace, const CodeEntry& parent, std::optional<Date> on);

/// What is offered before anything is typed.
struct HomeQuestion {
    std::string encounterId;  ///< Empty: no earlier codes.
    std::optional<Date> on;
    bool recentFirst = false;
    std::vector<CodeKey> unsaved;  ///< Count as used just now.
    /// The rows of an answer for the same visit: reading earlier codes is audited, so it is done once a visit.
    std::shared_ptr<const std::vector<FoundRow>> earlier;
};
struct HomeCodes {
    std::vector<FoundRow> rows;
    std::vector<CodeKey> favourites;
    std::shared_ptr<const std::vector<FoundRow>> earlier;
};
/// The patient's earlier codes, the last five codes used, favourites and code sets, each under its heading.
Result<HomeCodes> homeCodes(app::Workspace& workspace, const HomeQuestion& question);

}  // namespace cw::ui
