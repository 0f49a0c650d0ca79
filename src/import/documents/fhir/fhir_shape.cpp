#include "import/documents/fhir/fhir_shape.h"

#include "base/date.h"
#include "base/text.h"
#include "import/documents/fhir/fhir_node.h"

#include <algorithm>
#include <unordered_map>

namespace cw::fhir {

namespace {

using Kind = JsonNode::Kind;

/// The members that we read, as the R4 definitions (hl7.org/fhir/R4) give them. A line is a type: `*` is an array, small
/// letters are primitive types.
constexpr std::string_view definitions = R"(
Coding system:string code:string display:string
Concept coding:Coding* text:string
Identifier type:Concept system:string value:string use:string
Reference reference:string display:string identifier:Identifier type:string
Period start:date end:date
Quantity value:number unit:string code:string comparator:string system:string
Range low:Quantity high:Quantity
Ratio numerator:Quantity denominator:Quantity
HumanName use:string text:string family:string given:string* prefix:string* suffix:string* period:Period
Address use:string text:string line:string* city:string state:string postalCode:string country:string
Telecom system:string value:string use:string
Note text:string
Narrative status:string div:string
Meta versionId:string lastUpdated:date profile:string*
Attachment contentType:string data:string url:string title:string creation:date size:integer
Resource id:string meta:Meta text:Narrative
Patient identifier:Identifier* name:HumanName* telecom:Telecom* gender:string birthDate:date address:Address*
Practitioner identifier:Identifier* name:HumanName* telecom:Telecom* address:Address*
PractitionerRole practitioner:Reference organization:Reference identifier:Identifier* specialty:Concept*
Organization identifier:Identifier* name:string telecom:Telecom* address:Address*
RelatedPerson identifier:Identifier* name:HumanName* telecom:Telecom* address:Address* birthDate:date gender:string
Location identifier:Identifier* name:string type:Concept* address:Address managingOrganization:Reference
Medication code:Concept
Binary contentType:string data:string
Media status:string content:Attachment createdDateTime:date note:Note*
Encounter identifier:Identifier* status:string class:Coding type:Concept* subject:Reference period:Period reasonCode:Concept* hospitalization:Hospitalization participant:Participant* location:EncounterLocation* serviceProvider:Reference
Hospitalization dischargeDisposition:Concept
Participant type:Concept* individual:Reference
EncounterLocation location:Reference physicalType:Concept
Coverage identifier:Identifier* status:string type:Concept subscriberId:string subscriber:Reference beneficiary:Reference relationship:Concept period:Period payor:Reference* class:CoverageClass* order:integer
CoverageClass type:Concept value:string name:string
DocumentReference masterIdentifier:Identifier identifier:Identifier* status:string docStatus:string type:Concept category:Concept* subject:Reference date:date author:Reference* relatesTo:DocumentRelation* description:string content:Content* context:DocumentContext
DocumentRelation code:string target:Reference
Content attachment:Attachment
DocumentContext encounter:Reference* period:Period
DiagnosticReport identifier:Identifier* status:string category:Concept* code:Concept subject:Reference encounter:Reference effectiveDateTime:date effectivePeriod:Period issued:date performer:Reference* resultsInterpreter:Reference* specimen:Reference* result:Reference* media:ReportMedia* conclusion:string conclusionCode:Concept* presentedForm:Attachment*
ReportMedia comment:string link:Reference
Composition identifier:Identifier status:string type:Concept subject:Reference encounter:Reference date:date author:Reference* title:string attester:Attester* custodian:Reference relatesTo:CompositionRelation* section:Section*
Attester mode:string time:date party:Reference
CompositionRelation code:string targetIdentifier:Identifier targetReference:Reference
Section title:string code:Concept text:Narrative entry:Reference* emptyReason:Concept section:Section*
Condition identifier:Identifier* clinicalStatus:Concept verificationStatus:Concept category:Concept* severity:Concept code:Concept bodySite:Concept* subject:Reference encounter:Reference onsetDateTime:date onsetPeriod:Period onsetString:string abatementDateTime:date abatementPeriod:Period recordedDate:date note:Note*
Procedure identifier:Identifier* status:string code:Concept subject:Reference encounter:Reference performedDateTime:date performedPeriod:Period performedString:string bodySite:Concept* reasonCode:Concept* note:Note*
MedicationRequest identifier:Identifier* status:string intent:string medicationCodeableConcept:Concept medicationReference:Reference subject:Reference encounter:Reference authoredOn:date requester:Reference reasonCode:Concept* note:Note* dosageInstruction:Dosage* dispenseRequest:Dispense
Dosage text:string patientInstruction:string asNeededBoolean:boolean asNeededCodeableConcept:Concept route:Concept doseAndRate:DoseAndRate* timing:Timing
DoseAndRate doseQuantity:Quantity doseRange:Range rateQuantity:Quantity
Timing code:Concept repeat:Repeat
Repeat frequency:integer period:number periodUnit:string
Dispense numberOfRepeatsAllowed:integer quantity:Quantity expectedSupplyDuration:Quantity
Observation identifier:Identifier* status:string category:Concept* code:Concept subject:Reference encounter:Reference effectiveDateTime:date effectivePeriod:Period effectiveInstant:date issued:date performer:Reference* valueQuantity:Quantity valueCodeableConcept:Concept valueString:string valueBoolean:boolean valueInteger:integer valueRange:Range valueRatio:Ratio valueTime:string valueDateTime:date valuePeriod:Period dataAbsentReason:Concept interpretation:Concept* note:Note* referenceRange:ReferenceRange* hasMember:Reference* component:Component*
ReferenceRange low:Quantity high:Quantity text:string
Component code:Concept valueQuantity:Quantity valueCodeableConcept:Concept valueString:string valueBoolean:boolean valueInteger:integer valueRange:Range valueRatio:Ratio valueTime:string valueDateTime:date valuePeriod:Period dataAbsentReason:Concept interpretation:Concept* referenceRange:ReferenceRange*
Claim identifier:Identifier* status:string use:string patient:Reference billablePeriod:Period diagnosis:ClaimDiagnosis* procedure:ClaimProcedure* insurance:Insurance* item:ClaimItem*
ExplanationOfBenefit identifier:Identifier* status:string use:string patient:Reference billablePeriod:Period diagnosis:ClaimDiagnosis* procedure:ClaimProcedure* item:ClaimItem*
ClaimDiagnosis diagnosisCodeableConcept:Concept diagnosisReference:Reference
ClaimProcedure procedureCodeableConcept:Concept procedureReference:Reference date:date
Insurance coverage:Reference
ClaimItem productOrService:Concept service:Concept servicedDate:date servicedPeriod:Period encounter:Reference* locationCodeableConcept:Concept
)";

struct Shape;
struct MemberShape {
    bool isArray = false;
    std::string type;
    const Shape* shape = nullptr;  ///< Not for primitive types.
};
struct Shape {
    std::unordered_map<std::string, MemberShape> members;
};

using Shapes = std::unordered_map<std::string, Shape>;

Shapes makeShapes()
{
    Shapes shapes;
    for (const auto line : text::lines(definitions)) {
        if (line.empty()) continue;
        const auto words = text::split(line, ' ');
        auto& shape = shapes[std::string(words.front())];
        for (auto word = words.begin() + 1; word != words.end(); ++word) {
            const auto colon = word->find(':');
            MemberShape member{word->back() == '*', std::string(word->substr(colon + 1)), nullptr};
            if (member.isArray) member.type.pop_back();
            shape.members.emplace(word->substr(0, colon), std::move(member));
        }
    }
    for (auto& [name, shape] : shapes)
        for (auto& [key, member] : shape.members)
            if (const auto found = shapes.find(member.type); found != shapes.end()) member.shape = &found->second;
    return shapes;
}

const Shapes& allShapes()
{
    static const Shapes shapes = makeShapes();
    return shapes;
}

/// YYYY, YYYY-MM, YYYY-MM-DD, or that day with "T" and a time.
bool isDate(const std::string& text)
{
    constexpr std::size_t year = 4;
    constexpr std::size_t month = 7;
    constexpr std::size_t day = 10;
    if (text.size() > day && text[day] != 'T') return false;
    if (text.size() == year) return Date::parse(text + "-01-01").hasValue();
    if (text.size() == month) return Date::parse(text + "-01").hasValue();
    return text.size() >= day && Date::parse(text.substr(0, day)).hasValue();
}

const char* primitiveFault(const JsonNode& value, std::string_view type)
{
    if (type == "string") return value.kind == Kind::string ? nullptr : "must be a string";
    if (type == "boolean") return value.kind == Kind::boolean ? nullptr : "must be true or false";
    if (type == "integer") return value.kind == Kind::integer ? nullptr : "must be a whole number";
    if (type == "number")
        return value.kind == Kind::integer || value.kind == Kind::number ? nullptr : "must be a number";
    return value.kind == Kind::string && isDate(value.text) ? nullptr : "must be a date such as \"2024-05-01\"";
}

std::optional<ShapeFault> faultOf(const JsonNode& object, const Shape& shape);

std::optional<ShapeFault> faultOfValue(const JsonNode& value, const MemberShape& member)
{
    if (value.isNull()) return std::nullopt;
    if (member.shape != nullptr) {
        if (value.kind == Kind::object) return faultOf(value, *member.shape);
        return ShapeFault{"", "must be an object"};
    }
    if (const auto* reason = primitiveFault(value, member.type)) return ShapeFault{"", reason};
    return std::nullopt;
}

std::optional<ShapeFault> faultOfMember(const JsonNode& value, const MemberShape& member)
{
    if (!member.isArray || value.isNull()) return faultOfValue(value, member);
    if (value.kind != Kind::array) return ShapeFault{"", "must be an array"};
    for (std::size_t index = 0; index < value.children.size(); ++index)
        if (auto fault = faultOfValue(value.children[index], member)) {
            fault->pointer.insert(0, "/" + std::to_string(index));
            return fault;
        }
    return std::nullopt;
}

std::optional<ShapeFault> faultOf(const JsonNode& object, const Shape& shape)
{
    for (const auto& member : object.children) {
        const auto known = shape.members.find(member.key);
        if (known == shape.members.end()) continue;
        if (auto fault = faultOfMember(member, known->second)) {
            fault->pointer.insert(0, "/" + pointerStep(member.key));
            return fault;
        }
    }
    return std::nullopt;
}

}  // namespace

bool isKnownKind(std::string_view resourceType)
{
    static constexpr std::string_view kinds[] = {"Patient",
                                                 "Practitioner",
                                                 "PractitionerRole",
                                                 "Organization",
                                                 "RelatedPerson",
                                                 "Location",
                                                 "Medication",
                                                 "Binary",
                                                 "Media",
                                                 "Encounter",
                                                 "Coverage",
                                                 "Condition",
                                                 "DocumentReference",
                                                 "DiagnosticReport",
                                                 "Composition",
                                                 "MedicationRequest",
                                                 "Procedure",
                                                 "Observation",
                                                 "ExplanationOfBenefit",
                                                 "Claim"};
    return std::find(std::begin(kinds), std::end(kinds), resourceType) != std::end(kinds);
}

std::optional<ShapeFault> findShapeFault(const JsonNode& resource)
{
    if (resource.kind != Kind::object) return ShapeFault{"", "must be an object"};
    const auto& shapes = allShapes();
    const auto type = lineAt(resource, "resourceType");
    if (!isKnownKind(type)) return std::nullopt;
    for (const auto& name : {std::string("Resource"), type})
        if (auto fault = faultOf(resource, shapes.at(name))) return fault;
    const auto& contained = at(resource, "contained");
    if (!contained.isNull() && contained.kind != Kind::array) return ShapeFault{"/contained", "must be an array"};
    for (std::size_t index = 0; index < contained.children.size(); ++index) {
        const auto& child = contained.children[index];
        // A contained resource holds no other (FHIR R4, DomainResource, dom-2).
        if (child.kind == Kind::object && !at(child, "contained").isNull())
            return ShapeFault{"/contained/" + std::to_string(index) + "/contained", "must not be there"};
        if (auto fault = findShapeFault(child)) {
            fault->pointer.insert(0, "/contained/" + std::to_string(index));
            return fault;
        }
    }
    return std::nullopt;
}

}  // namespace cw::fhir
