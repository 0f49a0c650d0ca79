#pragma once

#include "edits/tables/rule_tables.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace cw::test {

/// The published files in a reference library of the real store, made once per build folder and opened by every test after
/// that; beside it the tables of data/rules.
class OfficialTables {
public:
    /// Null with a reason when the shared folder is absent. Throws std::runtime_error when a file of it cannot be read, or
    /// when CHARTWRIGHT_SHARED is set and lacks one.
    static const OfficialTables* shared(std::string& reason);
    ~OfficialTables();

    const std::shared_ptr<const RuleTables>& tables() const noexcept { return m_tables; }
    const CodeLibrary& library() const noexcept;

private:
    OfficialTables();
    void open(const std::filesystem::path& file);

    struct Store;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<const RuleTables> m_tables;
};

/// The files of data/rules as the program ships them.
std::vector<edits::RuleFile> shippedRuleFiles();

}  // namespace cw::test
