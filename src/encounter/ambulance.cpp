#include "encounter/ambulance.h"

#include "encounter/json_members.h"

namespace cw {

namespace {

using Json = nlohmann::json;

Address addressMember(const Json& object, const char* key)
{
    Address address;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_object()) return address;
    address.line1 = textMember(*found, "line1");
    address.line2 = textMember(*found, "line2");
    address.city = textMember(*found, "city");
    address.state = textMember(*found, "state");
    address.postalCode = textMember(*found, "postal_code");
    return address;
}

}  // namespace

std::optional<Ambulance> parseAmbulance(std::string_view json)
{
    if (json.empty()) return std::nullopt;
    const auto all = Json::parse(json, nullptr, false);
    if (!all.is_object()) return std::nullopt;
    const auto found = all.find("ambulance");
    if (found == all.end() || !found->is_object()) return std::nullopt;
    Ambulance ambulance;
    ambulance.transportReason = textMember(*found, "transport_reason");
    ambulance.miles = quantityMember(*found, "miles").value_or(Quantity{});
    ambulance.patientPounds = quantityMember(*found, "patient_pounds");
    ambulance.roundTripReason = textMember(*found, "round_trip_reason");
    ambulance.stretcherReason = textMember(*found, "stretcher_reason");
    ambulance.pickUp = addressMember(*found, "pick_up");
    ambulance.dropOff = addressMember(*found, "drop_off");
    if (const auto conditions = found->find("conditions"); conditions != found->end() && conditions->is_array())
        for (const auto& code : *conditions)
            if (code.is_string()) ambulance.conditions.push_back(code.get<std::string>());
    // Forms that always write the member leave it empty where nobody was carried.
    if (ambulance == Ambulance{}) return std::nullopt;
    return ambulance;
}

}  // namespace cw
