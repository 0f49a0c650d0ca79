#pragma once

#include "app/billing/claim_data.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cw::app {

/// The editable fields of an encounter's header JSON, in the order of claimFields(): one for each coverage that is there and one
/// coverage more (up to three), so that a further insurance can be entered.
Result<std::vector<ClaimDataField>> claimDataFields(const std::string& header);
/// The header with these values (pointer, text) set. A provider, subscriber or coverage whose fields are all empty is left out; one that
/// was missing is made. Fails with invalidInput (APP-312: no editable field, -313: a yes or no that is neither).
Result<std::string> withClaimData(const std::string& header,
                                  const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace cw::app
