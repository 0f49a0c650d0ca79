#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cw::test {

/// A visit on 2025-01-15 that passes every edit: three diagnoses, two lines (125.00 and 80.00), no document.
inline nlohmann::ordered_json cleanEncounter(const std::string& id, const std::string& payerId = "15202")
{
    auto json = nlohmann::ordered_json::parse(R"({
      "setting": "professional",
      "service": {"from": "2025-01-15", "to": "2025-01-15", "place_of_service": "11"},
      "patient": {"mrn": "MRN-88121", "last_name": "Quenneville", "first_name": "Odile", "birth_date": "1961-04-02",
                  "sex": "F",
                  "address": {"line1": "12 Elm St", "city": "Dayton", "state": "OH", "postal_code": "45402"}},
      "coverages": [{"rank": "primary",
                     "payer": {"name": "Buckeye Mutual", "payer_id": "15202", "claim_filing_code": "CI"},
                     "member_id": "W123456", "relationship": "self"}],
      "providers": {
        "billing": {"npi": "1234567893", "organization": "Elm Street Clinic", "tax_id": "310123456",
                    "tax_id_type": "EI", "taxonomy": "207Q00000X",
                    "address": {"line1": "1 Main St", "city": "Dayton", "state": "OH", "postal_code": "454020001"},
                    "contact_name": "Billing Office", "phone": "9375550111"},
        "rendering": {"npi": "1497758544", "last_name": "Okafor", "first_name": "Ife", "taxonomy": "207Q00000X"}},
      "claim": {"accept_assignment": "A", "signature_on_file": true, "benefits_assigned": "Y",
                "release_of_information": "Y"},
      "diagnoses": [{"code": "M25.561"}, {"code": "I10"}, {"code": "E78.5"}],
      "procedures": [
        {"code_system": "cpt", "code": "99213", "modifiers": ["25"], "units": "1", "charge": "125.00",
         "service_from": "2025-01-15", "service_to": "2025-01-15", "place_of_service": "11",
         "diagnosis_pointers": [2, 3]},
        {"code_system": "cpt", "code": "20610", "modifiers": ["RT"], "units": "1", "charge": "80.00",
         "service_from": "2025-01-15", "service_to": "2025-01-15", "place_of_service": "11",
         "diagnosis_pointers": [1]}]
    })");
    nlohmann::ordered_json whole = {{"encounter_id", id}};
    whole.update(json);
    whole["coverages"][0]["payer"]["payer_id"] = payerId;
    if (payerId != "15202") whole["coverages"][0]["payer"]["name"] = "Payer " + payerId;
    return whole;
}

/// The same of another patient for each id: two such visits are no duplicates of each other (TD-5).
inline nlohmann::ordered_json loneEncounter(const std::string& id, const std::string& payerId = "15202")
{
    auto json = cleanEncounter(id, payerId);
    json["patient"]["mrn"] = "MRN-" + id;
    return json;
}

/// The first with a planted error: an ICD-10-CM category where a billable code is needed (CV-3).
inline nlohmann::ordered_json encounterWithError(const std::string& id)
{
    auto json = cleanEncounter(id);
    json["diagnoses"][0]["code"] = "M25.56";
    return json;
}

/// The text of an encounter JSON file.
inline std::string encounterFile(const std::vector<nlohmann::ordered_json>& encounters)
{
    nlohmann::ordered_json root = {{"schema", "encounters/1"}, {"encounters", nlohmann::ordered_json::array()}};
    for (const auto& encounter : encounters) root["encounters"].push_back(encounter);
    return root.dump(2) + "\n";
}

/// The smallest file that passes for a PDF; `extra` stands before its trailer.
inline std::string smallPdf(const std::string& extra = {})
{
    return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\n"
           "endobj\n" +
           extra + "trailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n9\n%%EOF\n";
}

}  // namespace cw::test
