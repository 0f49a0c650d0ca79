#include "claim/claim_queues.h"

#include <array>

namespace cw {

namespace {

constexpr std::array<std::string_view, 6> names = {"ready", "failing", "sent", "rejected", "denied", "paid"};

}  // namespace

std::string_view toString(ClaimQueue queue) noexcept
{
    return names[static_cast<std::size_t>(queue)];
}

Result<ClaimQueue> parseClaimQueue(std::string_view text)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == text) return static_cast<ClaimQueue>(i);
    return Error{ErrorKind::invalidInput, "CLAIM-305",
                 "the queue is one of ready, failing, sent, rejected, denied, paid"};
}

}  // namespace cw
