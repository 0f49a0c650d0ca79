#pragma once

#include "app/code_impact.h"
#include "app/workspace.h"
#include "codeset/reference_list.h"
#include "import/reference_file.h"

#include <string>
#include <variant>
#include <vector>

namespace cw::app {

/// What a code table brought, or would bring.
struct ReleaseReport {
    ImportSummary summary;  ///< Compared with a predecessor, its counts are of billable codes, as the official addenda.
    /// The first of each kind of change, deleted ones first, at most LibraryDesk::shownLines each; of a preview only.
    std::vector<ChangedCode> lines;
};

/// What a list brought, or would bring.
struct ListReport {
    ListSummary summary;
};

/// One official file.
struct FileReport {
    std::string file;  ///< Name without folder.
    std::vector<ReleaseReport> releases;
    std::vector<ListReport> lists;
    std::vector<std::string> ignored;  ///< Members of a zip that hold nothing known.
    /// Tables that lack more than a tenth of the rows of the one before them, a sentence each. Of a dry run only; the
    /// import is to be confirmed then.
    std::vector<std::string> drops;
    bool isDryRun = false;

    bool changedNothing() const noexcept;  ///< All of it was installed already.
    std::int64_t rejected() const noexcept;
};

/// Two releases of one system compared, with what of ours the changed codes touch.
struct ReleaseComparison {
    Release from;
    Release to;
    std::int64_t added = 0;
    std::int64_t deleted = 0;
    std::int64_t revised = 0;
    ImpactReport impact;  ///< Every changed code: deleted, revised, added; each in code order.
};

using Installed = std::variant<ReleaseId, ReferenceListId>;

/// Importing, comparing and withdrawing official files.
class LibraryDesk {
public:
    static constexpr std::size_t shownLines = 20;

    explicit LibraryDesk(Workspace& workspace) : m_workspace(workspace) {}

    /// What import() would do; changes nothing. Needs the same permission.
    Result<FileReport> preview(const std::filesystem::path& file, const CodeFileOptions& options,
                               const Progress& progress = {});
    /// Everything in the file, or nothing of it: each table is one transaction, and when one fails those of this file
    /// that went before are withdrawn again. Audited in the work store, a row for each table. Fails with notReady (APP-238)
    /// when it drops more than a tenth of a table's rows and `dropMany` does not say that this is meant.
    Result<FileReport> import(const std::filesystem::path& file, const CodeFileOptions& options,
                              const Progress& progress = {}, bool dropMany = false);
    /// Takes a release or list out again. The starter table stays (APP-106). Audited.
    Status withdraw(const Installed& table);
    /// By name, without case; the only release whose name ends so is taken too: "2025" for "FY2025". Fails with notFound
    /// (APP-103, APP-105), or conflict when lists of several variants have the name and none is given (APP-104).
    Result<Installed> findRelease(CodeSystem system, std::string_view name);
    Result<Installed> findList(ListKind kind, std::string_view name, std::string_view variant = {});

    /// Both by name, as findRelease().
    Result<ReleaseComparison> diff(CodeSystem system, std::string_view from, std::string_view to);

    Result<std::vector<Release>> releases() { return m_workspace.library().releases(); }
    Result<std::vector<ReferenceList>> lists() { return m_workspace.tables().lists(); }

private:
    Status install(const ParsedFile& parsed, FileReport& report, std::vector<Installed>& done,
                   const Progress& progress);
    Status tell(const FileReport& report);
    /// What of the installed tables the file would leave out (FileReport::drops).
    Status confirmDrops(const ParsedFile& parsed);
    Status noteDrop(const ImportSummary& summary, FileReport& report);
    Status noteDrop(const ListSummary& summary, FileReport& report);

    Workspace& m_workspace;
};

/// The whole of a report in lines that people read: one for each table, checks and first changes below it.
std::vector<std::string> linesOf(const FileReport& report);

}  // namespace cw::app
