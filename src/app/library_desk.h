#pragma once

#include "app/workspace.h"
#include "import/code_file.h"

namespace cw::app {

/// Importing official code files.
class LibraryDesk {
public:
    explicit LibraryDesk(Workspace& workspace) : m_workspace(workspace) {}
    /// Parsed whole, then installed in one transaction. Audited in the work store.
    Result<ImportSummary> import(const std::filesystem::path& file, const CodeFileOptions& options,
                                 const Progress& progress = {});
    Result<std::vector<Release>> releases() { return m_workspace.library().releases(); }

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
