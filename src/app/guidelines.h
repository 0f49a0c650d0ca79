#pragma once

#include "app/workspace.h"

#include <optional>
#include <string>
#include <string_view>

namespace cw::app {

/// A year of the ICD-10-CM Official Guidelines as an administrator added it: the agencies' PDF, no patient data.
struct GuidelineBook {
    std::string name;    ///< File name: "ICD-10-CM-October-2025-Guidelines_FY2026.pdf".
    int fiscalYear = 0;  ///< 0 when the name does not tell.
    std::string bytes;
};

/// Guidelines to read beside the edits, in the workspace's folder `guidelines`.
class Guidelines {
public:
    explicit Guidelines(Workspace& workspace) : m_workspace(workspace) {}
    /// Takes the place of one of the same name. Fails with invalidInput (APP-260) when it is no PDF, denied, io.
    Status add(std::string_view name, std::string_view bytes);
    /// The book of the fiscal year of the date, else the newest one; nothing when none was added.
    Result<std::optional<GuidelineBook>> bookFor(Date on) const;

private:
    Workspace& m_workspace;
};

/// "FY2026" or "FY26" in a name, else 0.
int fiscalYearOf(std::string_view name);

}  // namespace cw::app
