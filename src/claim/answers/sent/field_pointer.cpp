#include "claim/answers/sent/field_pointer.h"

#include "claim/fields/field_rows.h"

#include <fmt/format.h>

namespace cw::answers {

namespace {

/// Where in the encounter the segments of a party come from, by its NM101.
std::string_view rootOf(const LoopPlace& place)
{
    struct Root {
        std::string_view entity, pointer;
    };
    constexpr Root roots[] = {
        {"85", "/providers/billing/"},          {"87", "/providers/pay_to/"},          {"DN", "/providers/referring/"},
        {"P3", "/providers/second_referring/"}, {"82", "/providers/rendering/"},       {"77", "/providers/facility/"},
        {"DQ", "/providers/supervising/"},      {"DK", "/providers/ordering/"},        {"71", "/providers/attending/"},
        {"72", "/providers/operating/"},        {"ZZ", "/providers/other_operating/"}, {"QC", "/patient/"},
        {"PW", "/claim/ambulance/pick_up/"},    {"45", "/claim/ambulance/drop_off/"},
    };
    if (place.loop.starts_with("2420") && place.entity != "DK") return {};
    for (const auto& root : roots)
        if (root.entity == place.entity) return root.pointer;
    return {};
}

/// Loops of other payers have the fields of the billed one.
std::string_view loopOfField(std::string_view loop, std::string_view tag)
{
    if (loop == "2320" && tag == "SBR") return "2000B";
    if (loop == "2330A") return "2010BA";
    if (loop == "2330B" && tag != "DTP" && tag != "REF") return "2010BB";
    if (loop.starts_with("2420")) return "2420";
    return loop;
}

void replace(std::string& text, std::string_view from, std::string_view to)
{
    if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
}

/// 837I fields where the P has others at the same place, and the other way round.
void chooseByForm(std::string& pointer, bool isInstitutional)
{
    if (!isInstitutional) {
        if (pointer == "/patient/mrn") pointer = "/claim/references";
        return;
    }
    if (pointer == "/claim/hospitalized_from") pointer = "/service/admitted_at";
    if (pointer == "/claim/hospitalized_to") pointer = "/service/discharged_at";
    if (pointer == "/service/place_of_service") pointer = "/service/type_of_bill";
    if (pointer == "/claim/frequency_code") pointer = "/service/type_of_bill";
}

void chooseByKind(std::string& pointer, bool isOrganization)
{
    if (!pointer.starts_with("/providers/")) return;
    if (isOrganization)
        replace(pointer, "/last_name", "/organization");
    else
        replace(pointer, "/organization", "/last_name");
}

std::string withNumbers(std::string pointer, const LoopPlace& place, const SegmentAt& at)
{
    replace(pointer, "/coverages/#", fmt::format("/coverages/{}", place.coverage));
    if (at.line > 0) replace(pointer, "/procedures/#", fmt::format("/procedures/{}", at.line - 1));
    if (at.line > 0) replace(pointer, "/lines/#", fmt::format("/lines/{}", at.line - 1));
    if (at.diagnosis >= 0) replace(pointer, "/diagnoses/#", fmt::format("/diagnoses/{}", at.diagnosis));
    if (place.isPatientMember && pointer.find("/subscriber/") != std::string::npos)
        pointer = "/patient" + pointer.substr(pointer.find("/subscriber/") + std::string_view("/subscriber").size());
    // What has no number is a list as a whole.
    if (const auto hash = pointer.find("/#"); hash != std::string::npos) pointer.erase(hash);
    return pointer;
}

/// SV202 to SV205 say what SV101 to SV104 do.
SegmentAt asProfessional(SegmentAt at)
{
    if (at.tag != "SV2" || at.element < 2 || at.element > 5) return at;
    at.tag = "SV1";
    --at.element;
    return at;
}

const ClaimField* find(const LoopPlace& place, const SegmentAt& at)
{
    // The case number stands at the patient, who may be no member; the relationship too.
    if (at.tag == "REF" && at.qualifier == "Y4") return fieldOf("/coverages/#/case_number");
    if (at.tag == "PAT") return at.element <= 1 ? fieldOf("/coverages/#/relationship") : nullptr;
    if (const auto root = rootOf(place); !root.empty())
        return fields::fieldWithin(root, at.tag, at.qualifier, at.element, at.component);
    return fieldAt(loopOfField(place.loop, at.tag), at.tag, at.qualifier, at.element, at.component);
}

}  // namespace

FieldPlace fieldPlace(const LoopPlace& place, const SegmentAt& where)
{
    auto at = asProfessional(where);
    // The qualifier of an id is complained of when the id beside it is missing.
    if (at.tag == "NM1" && at.element == 8) at.element = 9;
    FieldPlace found{.pointer = {}, .label = std::string(where.tag)};
    if (where.element > 0) found.label += fmt::format("{:02}", where.element);
    const auto* field = find(place, at);
    if (field == nullptr) return found;
    found.pointer = std::string(field->pointer);
    chooseByForm(found.pointer, place.isInstitutional);
    chooseByKind(found.pointer, place.isOrganization);
    found.pointer = withNumbers(std::move(found.pointer), place, at);
    const auto* named = fieldOf(found.pointer);
    found.label = std::string((named != nullptr ? named : field)->label);
    return found;
}

}  // namespace cw::answers
