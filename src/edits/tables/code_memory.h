#pragma once

#include "edits/tables/table_source.h"

#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <tuple>

namespace cw::edits {

/// What the code tables said, remembered. Any thread may ask. A standing is remembered for all the days on which it
/// cannot differ: between two first or last days of tables, and within the validity of the code itself.
class CodeMemory {
public:
    explicit CodeMemory(const TableSource& source) : m_source(source) {}

    Result<std::shared_ptr<const CodeStanding>> standing(CodeSystem system, std::string_view compact, Date on);
    Result<std::shared_ptr<const std::vector<CodeEntry>>> children(CodeSystem system, std::string_view parent, Date on);
    Result<std::shared_ptr<const CodeEntry>> modifier(std::string_view text, Date on);

private:
    using Key = std::tuple<CodeSystem, std::string, Date>;  ///< The day is the first one of a stretch.
    struct Known {
        DateInterval days;
        std::shared_ptr<const CodeStanding> standing;
    };
    Result<Date> stretchOf(CodeSystem system, Date on);
    Status readBounds();

    const TableSource& m_source;
    std::shared_mutex m_mutex;
    bool m_hasBounds = false;
    std::map<CodeSystem, std::vector<Date>> m_bounds;  ///< First days of stretches, sorted.
    std::map<Key, std::vector<Known>> m_standings;
    std::map<Key, std::shared_ptr<const std::vector<CodeEntry>>> m_children;
    std::map<std::pair<std::string, Date>, std::shared_ptr<const CodeEntry>> m_modifiers;
};

}  // namespace cw::edits
