#include "import/documents/fhir/fhir_node.h"
#include "import/documents/fhir/fhir_shape.h"

#include "base/text.h"

#include <algorithm>

namespace cw::fhir {

namespace {

using Kind = JsonNode::Kind;

enum class Form { any, string, object, array };

struct Sign {
    std::string_view type;  ///< Empty: every kind of resource.
    std::string_view path;  ///< Steps parted by dots; through every element of an array.
    Form form;
    const char* version;
};

constexpr const char* stu3 = "STU3 (3.0)";
constexpr const char* dstu2 = "DSTU2 (1.0)";
constexpr const char* r5 = "R5 (5.0)";

/// What R4 does not have, from the "R3 Diff", "R2 Diff" and R5's "R4 Diff" of each resource (hl7.org/fhir).
constexpr Sign signs[] = {
    {"", "clinicalStatus", Form::string, stu3},
    {"", "verificationStatus", Form::string, stu3},
    {"Patient", "animal", Form::any, stu3},
    {"Encounter", "class", Form::string, dstu2},
    {"Encounter", "class", Form::array, r5},
    {"Encounter", "incomingReferral", Form::any, stu3},
    {"Encounter", "reason.coding", Form::any, stu3},
    {"Encounter", "reason.text", Form::any, stu3},
    {"Encounter", "reason.value", Form::any, r5},
    {"Encounter", "reason.use", Form::any, r5},
    {"Encounter", "diagnosis.role", Form::any, stu3},
    {"Encounter", "admission", Form::any, r5},
    {"Encounter", "actualPeriod", Form::any, r5},
    {"Encounter", "participant.actor", Form::any, r5},
    {"Observation", "context", Form::any, stu3},
    {"Observation", "comment", Form::any, stu3},
    {"Observation", "comments", Form::any, dstu2},
    {"Observation", "related", Form::any, stu3},
    {"Observation", "interpretation", Form::object, stu3},
    {"Observation", "category", Form::object, dstu2},
    {"Observation", "triggeredBy", Form::any, r5},
    {"Condition", "context", Form::any, stu3},
    {"Condition", "assertedDate", Form::any, stu3},
    {"Condition", "stage", Form::object, stu3},
    {"Condition", "abatementBoolean", Form::any, stu3},
    {"Condition", "dateRecorded", Form::any, dstu2},
    {"Condition", "participant", Form::any, r5},
    {"Procedure", "context", Form::any, stu3},
    {"Procedure", "notDone", Form::any, stu3},
    {"Procedure", "definition", Form::any, stu3},
    {"Procedure", "performer.role", Form::any, stu3},
    {"Procedure", "notPerformed", Form::any, dstu2},
    {"Procedure", "occurrenceDateTime", Form::any, r5},
    {"Procedure", "occurrencePeriod", Form::any, r5},
    {"Procedure", "reason", Form::any, r5},
    {"MedicationRequest", "context", Form::any, stu3},
    {"MedicationRequest", "requester.agent", Form::any, stu3},
    {"MedicationRequest", "category", Form::object, stu3},
    {"MedicationRequest", "dosageInstruction.doseQuantity", Form::any, stu3},
    {"MedicationRequest", "medication", Form::any, r5},
    {"MedicationRequest", "reason", Form::any, r5},
    {"DocumentReference", "class", Form::any, stu3},
    {"DocumentReference", "indexed", Form::any, stu3},
    {"DocumentReference", "created", Form::any, stu3},
    {"DocumentReference", "context.encounter", Form::object, stu3},
    {"DocumentReference", "context", Form::array, r5},
    {"DocumentReference", "relatesTo.code", Form::object, r5},
    {"DiagnosticReport", "context", Form::any, stu3},
    {"DiagnosticReport", "codedDiagnosis", Form::any, stu3},
    {"DiagnosticReport", "image", Form::any, stu3},
    {"DiagnosticReport", "performer.actor", Form::any, stu3},
    {"DiagnosticReport", "category", Form::object, stu3},
    {"DiagnosticReport", "supportingInfo", Form::any, r5},
    {"Composition", "class", Form::any, stu3},
    {"Composition", "attester.mode", Form::array, stu3},
    {"Composition", "attester.mode", Form::object, r5},
    {"Composition", "subject", Form::array, r5},
    {"Claim", "organization", Form::any, stu3},
    {"Claim", "information", Form::any, stu3},
    {"Claim", "employmentImpacted", Form::any, stu3},
    {"Claim", "hospitalization", Form::any, stu3},
    {"Claim", "item.service", Form::any, stu3},
    {"Claim", "item.careTeamLinkId", Form::any, stu3},
    {"Claim", "diagnosisRelatedGroup", Form::any, r5},
    {"Claim", "encounter", Form::any, r5},
    {"ExplanationOfBenefit", "organization", Form::any, stu3},
    {"ExplanationOfBenefit", "information", Form::any, stu3},
    {"ExplanationOfBenefit", "totalCost", Form::any, stu3},
    {"ExplanationOfBenefit", "totalBenefit", Form::any, stu3},
    {"ExplanationOfBenefit", "hospitalization", Form::any, stu3},
    {"ExplanationOfBenefit", "outcome", Form::object, stu3},
    {"ExplanationOfBenefit", "item.service", Form::any, stu3},
    {"ExplanationOfBenefit", "item.careTeamLinkId", Form::any, stu3},
    {"ExplanationOfBenefit", "diagnosisRelatedGroup", Form::any, r5},
    {"ExplanationOfBenefit", "encounter", Form::any, r5},
    {"Coverage", "grouping", Form::any, stu3},
    {"Coverage", "group", Form::any, dstu2},
    {"Coverage", "bin", Form::any, dstu2},
    {"Coverage", "insurer", Form::any, r5},
    {"Coverage", "paymentBy", Form::any, r5},
    {"Media", "type", Form::string, stu3},
    {"Media", "occurrenceDateTime", Form::any, stu3},
    {"Binary", "content", Form::any, stu3},
    {"Practitioner", "practitionerRole", Form::any, dstu2},
    {"ProcedureRequest", "resourceType", Form::any, stu3},
    {"ReferralRequest", "resourceType", Form::any, stu3},
    {"EligibilityRequest", "resourceType", Form::any, stu3},
    {"MedicationOrder", "resourceType", Form::any, dstu2},
    {"DiagnosticOrder", "resourceType", Form::any, dstu2},
};

bool fits(const JsonNode& value, Form form)
{
    switch (form) {
    case Form::string: return value.kind == Kind::string;
    case Form::object: return value.kind == Kind::object;
    case Form::array: return value.kind == Kind::array;
    case Form::any: break;
    }
    return !value.isNull();
}

bool holds(const JsonNode& object, std::string_view path, Form form)
{
    if (object.kind == Kind::array)
        return std::any_of(object.children.begin(), object.children.end(),
                           [&](const JsonNode& element) { return holds(element, path, form); });
    const auto dot = path.find('.');
    const auto& member = at(object, path.substr(0, dot));
    if (dot == std::string_view::npos) return fits(member, form);
    return holds(member, path.substr(dot + 1), form);
}

/// The version that meta.profile names: "…/stu3/…", "…|3.0.1".
const char* profileVersion(const JsonNode& resource)
{
    for (const auto& profile : each(at(resource, "meta"), "profile")) {
        const auto url = text::lowerAscii(lineOf(profile));
        if (url.find("hl7.org/fhir/stu3/") != std::string::npos) return stu3;
        if (url.find("hl7.org/fhir/dstu2/") != std::string::npos) return dstu2;
        if (url.find("hl7.org/fhir/structuredefinition/") == std::string::npos) continue;
        const auto bar = url.find('|');
        if (bar == std::string::npos) continue;
        const auto version = url.substr(bar + 1);
        if (version.starts_with("3.0")) return stu3;
        if (version.starts_with("1.0")) return dstu2;
        if (version.starts_with("5.")) return r5;
    }
    return nullptr;
}

bool isBlueButton(const JsonNode& object, std::string_view member)
{
    return rawAt(object, member).starts_with("https://bluebutton.cms.gov/");
}

}  // namespace

bool isBlueButtonClaim(const JsonNode& resource)
{
    if (rawAt(resource, "resourceType") != "ExplanationOfBenefit") return false;
    // Synthea's R4 claims borrow Blue Button identifiers, so the claim type decides.
    const auto& codings = each(at(resource, "type"), "coding");
    return std::any_of(codings.begin(), codings.end(),
                       [](const JsonNode& coding) { return isBlueButton(coding, "system"); });
}

std::optional<VersionSign> findOtherVersion(const JsonNode& resource)
{
    const auto type = rawAt(resource, "resourceType");
    if (const auto* version = profileVersion(resource)) return VersionSign{"meta.profile", version};
    for (const auto& sign : signs)
        if ((sign.type.empty() || sign.type == type) && holds(resource, sign.path, sign.form))
            return VersionSign{std::string(sign.path), sign.version};
    return std::nullopt;
}

}  // namespace cw::fhir
