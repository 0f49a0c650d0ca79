#include "app/rule_file_rows.h"
#include "base/digest.h"

#include <algorithm>

namespace cw::app {

namespace {

const edits::RuleFile* named(const std::vector<edits::RuleFile>& files, std::string_view name)
{
    const auto found =
        std::find_if(files.begin(), files.end(), [name](const edits::RuleFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

/// Compares with the file in force and checks the whole set with the new one in its place.
Result<RuleFilePreview> preview(Workspace& workspace, ReadTx& tx, const edits::RuleFile& file)
{
    CW_TRY(auto imported, workspace.editRecords().ruleFiles(tx));
    CW_TRY(const auto shipped, workspace.shippedRuleFiles());
    const auto* before = named(imported, file.name);
    if (before == nullptr) before = named(shipped, file.name);
    auto result = comparedRows(file, before == nullptr ? std::string_view() : std::string_view(before->text));
    std::erase_if(imported, [&file](const edits::RuleFile& other) { return other.name == file.name; });
    const auto place = std::find_if(imported.begin(), imported.end(),
                                    [&file](const edits::RuleFile& other) { return other.name > file.name; });
    imported.insert(place, file);
    CW_TRY([[maybe_unused]] const auto tables, workspace.editTables(imported));
    return result;
}

}  // namespace

Result<std::vector<ShippedFile>> EditDesk::shippedRuleFiles() const
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(const auto files, m_workspace.shippedRuleFiles());
    std::vector<ShippedFile> shipped;
    for (const auto& file : files) shipped.push_back({file.name, std::ssize(rowsOf(file.text)), sha256Hex(file.text)});
    return shipped;
}

Result<std::vector<RuleFileRecord>> EditDesk::ruleFiles() const
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.editRecords().ruleFileRecords(*tx);
}

Result<RuleFilePreview> EditDesk::previewRuleFile(const edits::RuleFile& file) const
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return preview(m_workspace, *tx, file);
}

Result<RuleFilePreview> EditDesk::installRuleFile(const edits::RuleFile& file, bool dropMany)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto result, preview(m_workspace, *tx, file));
    if (result.dropsMany && !dropMany)
        return Error{ErrorKind::notReady, "APP-236",
                     file.name + " would drop more than a tenth of the " + std::to_string(result.rowsBefore) +
                         " rows in force; say that this is meant, or correct the file"};
    CW_CHECK(m_workspace.editRecords().installRuleFile(*tx, file, result.rows, m_workspace.user().name));
    CW_CHECK(tx->commit());
    return result;
}

Status EditDesk::withdrawRuleFile(std::string_view name)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.editRecords().withdrawRuleFile(*tx, name, m_workspace.user().name));
    return tx->commit();
}

}  // namespace cw::app
