#pragma once

#include "app/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace cw::ui {

/// What stands directly under a node, and where it comes from.
struct TabularRows {
    bool isFromList = true;  ///< False: no Tabular List is installed, these are the categories of the code table.
    std::vector<TabularEntry> entries;  ///< Without ids when they are not from the list.
};

/// The rows on the way to a code: the roots first, then what stands under each name.
struct TabularWay {
    TabularRows roots;
    std::vector<std::string> names;                ///< From the root to the code or its nearest listed ancestor.
    std::vector<std::vector<TabularEntry>> below;  ///< What stands under each name but the last.
};

/// For a background thread. Without a Tabular List the categories of the ICD-10-CM code table on the date.
Result<TabularRows> tabularRoots(const app::Workspace& workspace, std::optional<Date> on);
Result<std::vector<TabularEntry>> tabularBelow(const app::Workspace& workspace, const TabularEntry& parent,
                                               bool isFromList, std::optional<Date> on);
/// `code` as typed, with or without dot; the names are empty when nothing has it.
Result<TabularWay> tabularWay(const app::Workspace& workspace, const std::string& code, std::optional<Date> on);

}  // namespace cw::ui
