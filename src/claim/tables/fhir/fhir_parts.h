#pragma once

#include "base/date.h"
#include "base/money.h"
#include "encounter/parties.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace cw::fhir_out {

using Json = nlohmann::ordered_json;

/// Systems as HL7 and the keepers of the codes publish them.
inline constexpr const char* npiSystem = "http://hl7.org/fhir/sid/us-npi";
inline constexpr const char* einSystem = "urn:oid:2.16.840.1.113883.4.4";
inline constexpr const char* ssnSystem = "http://hl7.org/fhir/sid/us-ssn";
inline constexpr const char* taxonomySystem = "http://nucc.org/provider-taxonomy";
inline constexpr const char* identifierTypes = "http://terminology.hl7.org/CodeSystem/v2-0203";
inline constexpr const char* icd10cmSystem = "http://hl7.org/fhir/sid/icd-10-cm";
inline constexpr const char* icd10pcsSystem = "http://www.cms.gov/Medicare/Coding/ICD10";
inline constexpr const char* cptSystem = "http://www.ama-assn.org/go/cpt";
inline constexpr const char* hcpcsSystem = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
inline constexpr const char* ndcSystem = "http://hl7.org/fhir/sid/ndc";
inline constexpr const char* placeSystem =
    "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
inline constexpr const char* billTypeSystem = "https://www.nubc.org/CodeSystem/TypeOfBill";
inline constexpr const char* dischargeSystem = "https://www.nubc.org/CodeSystem/PatDischargeStatus";
inline constexpr const char* priorityOfVisitSystem = "https://www.nubc.org/CodeSystem/PriorityTypeOfAdmitOrVisit";
inline constexpr const char* originSystem = "https://www.nubc.org/CodeSystem/PointOfOrigin";
inline constexpr const char* onAdmissionSystem = "https://www.nubc.org/CodeSystem/PresentOnAdmissionIndicator";
inline constexpr const char* revenueSystem = "https://www.nubc.org/CodeSystem/RevenueCodes";
inline constexpr const char* drgSystem =
    "https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/AcuteInpatientPPS/"
    "MS-DRG-Classifications-and-Software";

/// FHIR knows no empty values: a member is written only when there is something to say.
void putText(Json& object, const char* member, std::string_view text);
void putDay(Json& object, const char* member, const std::optional<Date>& date);
void put(Json& object, const char* member, Json value);  ///< Not when it is null, or an empty object or array.

Json coded(const char* system, std::string_view code);   ///< CodeableConcept; null without a code.
Json codedOf(const char* table, std::string_view code);  ///< Of http://terminology.hl7.org/CodeSystem/<table>.
Json worded(std::string_view text);                      ///< CodeableConcept of words alone; null without any.
Json identifier(const char* type, const char* system, std::string_view value);  ///< Null without a value.
Json period(const std::optional<Date>& from, const std::optional<Date>& to);
/// A decimal as its digits say; no arithmetic is done with it.
Json number(const std::string& decimal);
Json money(Money amount);

Json name(std::string_view last, std::string_view first, std::string_view middle, std::string_view suffix);
Json address(const Address& address);
Json phone(std::string_view number);
/// A list with one element; null of null.
Json listOf(Json one);

/// "urn:uuid:…" made of the text alone: the same text has the same name in every file.
std::string uuidOf(std::string_view text);

}  // namespace cw::fhir_out
