#include "encounter/status.h"

#include <algorithm>
#include <array>
#include <string>

namespace cw {

namespace {

struct Name {
    std::string_view key;
    std::string_view shown;
};

constexpr std::array<Name, 12> names = {{
    {"new", "New"},
    {"in coding", "In coding"},
    {"pending", "Pending"},
    {"coded", "Coded"},
    {"in review", "In review"},
    {"returned", "Returned"},
    {"approved", "Approved"},
    {"exported", "Exported"},
    {"rejected", "Rejected"},
    {"accepted", "Accepted"},
    {"paid", "Paid"},
    {"denied", "Denied"},
}};

}  // namespace

std::string_view toString(EncounterStatus status) noexcept
{
    return names.at(static_cast<std::size_t>(status)).key;
}

std::string_view displayName(EncounterStatus status) noexcept
{
    return names.at(static_cast<std::size_t>(status)).shown;
}

Result<EncounterStatus> parseEncounterStatus(std::string_view text)
{
    std::string key(text);
    std::replace(key.begin(), key.end(), '_', ' ');
    for (const auto status : allStatuses())
        if (toString(status) == key) return status;
    return Error{ErrorKind::invalidInput, "ENCOUNTER-002", "not a known encounter status"};
}

const std::vector<EncounterStatus>& allStatuses()
{
    static const std::vector<EncounterStatus> all = [] {
        std::vector<EncounterStatus> list;
        for (std::size_t i = 0; i < names.size(); ++i) list.push_back(static_cast<EncounterStatus>(i));
        return list;
    }();
    return all;
}

}  // namespace cw
