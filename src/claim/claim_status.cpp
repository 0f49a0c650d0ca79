#include "claim/claim_status.h"

#include <array>

namespace cw {

namespace {

constexpr std::array<std::string_view, 7> names = {"exported", "accepted", "rejected", "paid",
                                                   "denied",   "voided",   "replaced"};

}  // namespace

std::string_view toString(ClaimStatus status) noexcept
{
    return names[static_cast<std::size_t>(status)];
}

Result<ClaimStatus> parseClaimStatus(std::string_view text)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == text) return static_cast<ClaimStatus>(i);
    return Error{ErrorKind::corrupt, "CLAIM-302", "the status of a claim cannot be read"};
}

}  // namespace cw
