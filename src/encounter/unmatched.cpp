#include "encounter/unmatched.h"

#include <array>

namespace cw {

namespace {

struct ReasonName {
    UnmatchedReason reason;
    std::string_view key;
    std::string_view sentence;
};

constexpr std::array<ReasonName, 8> reasons = {{
    {UnmatchedReason::noPatient, "no_patient", "It names no patient."},
    {UnmatchedReason::unknownPatient, "unknown_patient", "No patient here has this record number."},
    {UnmatchedReason::unknownAuthority, "unknown_authority",
     "The record number is known, but another authority gave it."},
    {UnmatchedReason::differs, "differs", "The record number is known, but name, birth date or sex differ."},
    {UnmatchedReason::ambiguous, "ambiguous", "Its record numbers belong to different patients."},
    {UnmatchedReason::unknownEncounter, "unknown_encounter", "The patient is known, the visit number is not."},
    {UnmatchedReason::otherPatient, "other_patient", "The visit number is known, but belongs to another patient."},
    {UnmatchedReason::unclearMerge, "unclear_merge",
     "It puts two patients together who are not both known, or do not agree."},
}};

}  // namespace

std::string_view toString(UnmatchedReason reason) noexcept
{
    return reasons.at(static_cast<std::size_t>(reason)).key;
}

std::string_view sentence(UnmatchedReason reason) noexcept
{
    return reasons.at(static_cast<std::size_t>(reason)).sentence;
}

Result<UnmatchedReason> parseUnmatchedReason(std::string_view text)
{
    for (const auto& entry : reasons)
        if (entry.key == text) return entry.reason;
    return Error{ErrorKind::corrupt, "ENCOUNTER-030", "not a known reason of an unmatched record"};
}

}  // namespace cw
