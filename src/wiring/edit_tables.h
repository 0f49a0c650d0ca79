#pragma once

#include "edits/tables/rule_tables.h"
#include "store/reference/reference_library.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace cw::wiring {

/// The tables of the edits of one workspace folder, loaded once for all who ask. Any thread may call. The snapshots read
/// the library on a connection of their own.
class EditTables {
public:
    explicit EditTables(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    /// The one of this process for a folder, as long as somebody holds it.
    static std::shared_ptr<EditTables> of(const std::filesystem::path& folder);

    /// `library` is the caller's own and tells whether something was imported since. `files` take the place of shipped
    /// files of the same name. The answer is the same object as long as nothing changed.
    Result<std::shared_ptr<const RuleTables>> current(store::ReferenceLibrary& library,
                                                      const std::vector<edits::RuleFile>& files);

private:
    struct Snapshot {
        std::vector<edits::RuleFile> files;
        std::shared_ptr<const RuleTables> tables;
    };
    Result<std::shared_ptr<const RuleTables>> make(const std::vector<edits::RuleFile>& files) const;

    const std::filesystem::path m_folder;
    std::mutex m_mutex;
    std::string m_key;
    std::vector<Snapshot> m_snapshots;  ///< Of m_key, last asked first: the one in force and perhaps one on trial.
};

/// Files of rules as they came with the program, by name.
Result<std::vector<edits::RuleFile>> shippedRuleFiles();

}  // namespace cw::wiring
