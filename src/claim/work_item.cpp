#include "claim/work_item.h"

#include <array>

namespace cw {

namespace {

constexpr std::array<std::string_view, 2> kinds = {"rejection", "denial"};
constexpr std::array<std::string_view, 9> outcomes = {
    "open", "resent", "paid", "partly paid", "upheld", "written off", "patient billed", "voided", "no action"};

}  // namespace

std::string_view toString(WorkItemKind kind) noexcept
{
    return kinds[static_cast<std::size_t>(kind)];
}

std::string_view toString(WorkItemOutcome outcome) noexcept
{
    return outcomes[static_cast<std::size_t>(outcome)];
}

Result<WorkItemKind> parseWorkItemKind(std::string_view text)
{
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i] == text) return static_cast<WorkItemKind>(i);
    return Error{ErrorKind::invalidInput, "CLAIM-303", "the kind of work is rejection or denial"};
}

Result<WorkItemOutcome> parseWorkItemOutcome(std::string_view text)
{
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (outcomes[i] == text) return static_cast<WorkItemOutcome>(i);
    std::string allowed;
    for (const auto name : outcomes) allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    return Error{ErrorKind::invalidInput, "CLAIM-304", "the outcome is one of " + allowed};
}

}  // namespace cw
