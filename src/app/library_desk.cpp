#include "app/library_desk.h"

namespace cw::app {

Result<ImportSummary> LibraryDesk::import(const std::filesystem::path& file, const CodeFileOptions& options,
                                          const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(const auto parsed, parseCodeFile(file, options, progress));
    CW_TRY(auto summary, m_workspace.libraryWriter().install(parsed, progress));
    if (summary.alreadyInstalled) return summary;
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.audit().append(*tx, {m_workspace.user().name,
                                              "codes.import",
                                              {},
                                              summary.release.name + " sha256 " + summary.release.sourceDigest}));
    CW_CHECK(tx->commit());
    return summary;
}

}  // namespace cw::app
