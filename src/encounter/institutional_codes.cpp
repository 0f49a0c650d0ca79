#include "encounter/institutional_codes.h"

#include "encounter/json_members.h"

#include <algorithm>

namespace cw {

using Json = nlohmann::json;

bool InstitutionalCodes::hasCondition(std::string_view code) const noexcept
{
    return std::find(conditions.begin(), conditions.end(), code) != conditions.end();
}

InstitutionalCodes parseInstitutionalCodes(std::string_view json)
{
    InstitutionalCodes codes;
    if (json.empty()) return codes;
    const auto all = Json::parse(json, nullptr, false);
    if (!all.is_object()) return codes;
    eachMember(all, "occurrences", [&codes](const Json& one) {
        codes.occurrences.push_back({textMember(one, "code"), dateMember(one, "date")});
    });
    eachMember(all, "occurrence_spans", [&codes](const Json& one) {
        codes.spans.push_back({textMember(one, "code"), dateMember(one, "from"), dateMember(one, "to")});
    });
    eachMember(all, "conditions", [&codes](const Json& one) { codes.conditions.push_back(textMember(one, "code")); });
    eachMember(all, "values", [&codes](const Json& one) {
        codes.values.push_back({textMember(one, "code"), moneyMember(one, "amount")});
    });
    eachMember(all, "treatments", [&codes](const Json& one) { codes.treatments.push_back(textMember(one, "code")); });
    return codes;
}

}  // namespace cw
