#pragma once

#include "claim/trading_partner.h"
#include "import/json_object.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cw::cli {

/// Partners, payers and providers as JSON objects: members are the fields of claim/trading_partner.h in snake_case, a
/// provider's own as in encounter JSON. Reading changes what the object names and leaves the rest of `into`; null
/// clears. Members that no record has set the fault, so that a slip of the pen is not lost.
using DirectoryJson = nlohmann::ordered_json;

DirectoryJson toJson(const TradingPartner& partner);
DirectoryJson toJson(const PayerRecord& payer);
DirectoryJson toJson(const ProviderRecord& provider);

void readInto(JsonObject& json, const JsonNode& node, TradingPartner& into);
void readInto(JsonObject& json, const JsonNode& node, PayerRecord& into);
void readInto(JsonObject& json, const JsonNode& node, ProviderRecord& into);

/// Column names in the order in which toJson() writes them.
template <class Record>
std::vector<std::string> columnsOf()
{
    std::vector<std::string> names;
    const auto empty = toJson(Record{});
    for (const auto& member : empty.items()) names.push_back(member.key());
    return names;
}

}  // namespace cw::cli
