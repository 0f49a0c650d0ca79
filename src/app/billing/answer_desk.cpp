#include "app/billing/answer_desk.h"

#include "app/billing/answering/answer_import.h"
#include "base/file.h"

namespace cw::app {

namespace {

/// The file's outcome, whatever became of it.
AnswerOutcome outcomeOf(const std::string& name, Result<AnswerOutcome> imported)
{
    if (imported) return std::move(*imported);
    AnswerOutcome failed;
    failed.name = name;
    failed.error = std::move(imported).error();
    return failed;
}

Result<AnswerOutcome> importFile(Workspace& workspace, const std::filesystem::path& file, const Progress& progress)
{
    CW_TRY(const auto bytes, readFile(file));
    return answering::importOne(workspace, file.filename().string(), bytes, progress);
}

}  // namespace

Result<std::vector<AnswerOutcome>> AnswerDesk::importFiles(const std::vector<std::filesystem::path>& files,
                                                           const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    std::vector<AnswerOutcome> outcomes;
    for (const auto& file : files) {
        outcomes.push_back(outcomeOf(file.filename().string(), importFile(m_workspace, file, progress)));
        if (progress.isCancelled()) break;
    }
    return outcomes;
}

Result<AnswerOutcome> AnswerDesk::importBytes(std::string_view name, std::string_view bytes, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    return outcomeOf(std::string(name), answering::importOne(m_workspace, name, bytes, progress));
}

Result<std::vector<AnswerFileRecord>> AnswerDesk::files()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.answers().files(*tx);
}

Result<std::string> AnswerDesk::fileBytes(AnswerFileId file)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.answers().fileBytes(*tx, file);
}

Result<std::vector<RemittanceRecord>> AnswerDesk::remittances()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.answers().remittances(*tx);
}

}  // namespace cw::app
