#include "app/billing/manifest.h"

#include "base/digest.h"

#include <nlohmann/json.hpp>

namespace cw::app {

std::filesystem::path manifestPath(const std::filesystem::path& file)
{
    auto path = file;
    return path.replace_extension("manifest.json");
}

std::string manifestOf(const Batch& batch, const ClaimFile& file)
{
    nlohmann::ordered_json json;
    json["schema"] = "claim-manifest/1";
    json["batch"] = batch.number;
    json["form"] = batch.form;
    json["test"] = batch.test;
    json["file"] = batch.fileName;
    json["sha256"] = batch.digest;
    json["bytes"] = file.bytes.size();
    json["receiver"] = batch.receiverId;
    if (batch.interchangeControlNumber > 0) {
        json["interchange_control_number"] = batch.interchangeControlNumber;
        json["group_control_number"] = batch.groupControlNumber;
    }
    json["exported_at"] = batch.exportedAt.iso();
    json["exported_by"] = batch.exportedBy;
    json["claim_count"] = batch.claims;
    json["charges"] = batch.charges.decimal();
    auto& claims = json["claims"] = nlohmann::ordered_json::array();
    for (const auto& claim : file.claims)
        claims.push_back({{"claim_number", claim.claimNumber},
                          {"encounter_id", claim.encounterId},
                          {"charges", claim.charges.decimal()},
                          {"sha256", sha256Hex(claim.segments)}});
    // Encounter ids may hold any bytes that came in: what is no UTF-8 is replaced rather than thrown at.
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace cw::app
