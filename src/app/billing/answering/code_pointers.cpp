#include "app/billing/answering/code_pointers.h"

#include <algorithm>
#include <array>

namespace cw::app::answering {

namespace {

struct Lead {
    std::string_view code;
    std::string_view pointer;  ///< "#" stands for the line, "@" for the coverage.
};

/// Claim status codes that name a field by themselves.
constexpr std::array statusLeads = {
    Lead{"33", "/coverages/@/member_id"},
    Lead{"116", "/coverages/@/payer/payer_id"},
    Lead{"164", "/coverages/@/member_id"},
    Lead{"178", "/procedures/#/charge"},
    Lead{"187", "/procedures/#/service_from"},
    Lead{"188", "/service/from"},
    Lead{"228", "/service/type_of_bill"},
    Lead{"229", "/service/admission_source"},
    Lead{"231", "/service/admission_type"},
    Lead{"234", "/service/discharge_status"},
    Lead{"249", "/procedures/#/place_of_service"},
    Lead{"254", "/diagnoses/0/code"},
    Lead{"255", "/diagnoses/0/code"},
    Lead{"453", "/procedures/#/modifiers"},
    Lead{"454", "/procedures/#/code"},
    Lead{"455", "/procedures/#/revenue_code"},
    Lead{"463", "/claim/values"},
    Lead{"464", "/claim/original_reference_number"},
    Lead{"476", "/procedures/#/units"},
    Lead{"477", "/procedures/#/diagnosis_pointers"},
    Lead{"507", "/procedures/#/code"},
    Lead{"535", "/claim/frequency_code"},
    Lead{"218", "/procedures/#/ndc/code"},
};

/// Claim adjustment reasons.
constexpr std::array reasonLeads = {
    Lead{"4", "/procedures/#/modifiers"},
    Lead{"5", "/procedures/#/place_of_service"},
    Lead{"8", "/providers/rendering/taxonomy"},
    Lead{"9", "/diagnoses/0/code"},
    Lead{"10", "/diagnoses/0/code"},
    Lead{"11", "/procedures/#/diagnosis_pointers"},
    Lead{"12", "/diagnoses/0/code"},
    Lead{"15", "/claim/prior_authorization"},
    Lead{"22", "/coverages/@/payer/payer_id"},
    Lead{"26", "/coverages/@/member_id"},
    Lead{"27", "/coverages/@/member_id"},
    Lead{"31", "/coverages/@/member_id"},
    Lead{"50", "/procedures/#/diagnosis_pointers"},
    Lead{"58", "/procedures/#/place_of_service"},
    Lead{"97", "/procedures/#/code"},
    Lead{"109", "/coverages/@/payer/payer_id"},
    Lead{"110", "/procedures/#/service_from"},
    Lead{"140", "/coverages/@/member_id"},
    Lead{"146", "/diagnoses/0/code"},
    Lead{"151", "/procedures/#/units"},
    Lead{"167", "/diagnoses/0/code"},
    Lead{"170", "/providers/rendering/npi"},
    Lead{"181", "/procedures/#/code"},
    Lead{"182", "/procedures/#/modifiers"},
    Lead{"183", "/providers/referring/npi"},
    Lead{"184", "/providers/ordering/npi"},
    Lead{"185", "/providers/rendering/npi"},
    Lead{"197", "/claim/prior_authorization"},
    Lead{"198", "/claim/prior_authorization"},
    Lead{"199", "/procedures/#/revenue_code"},
    Lead{"206", "/providers/rendering/npi"},
    Lead{"207", "/providers/rendering/npi"},
    Lead{"208", "/providers/rendering/npi"},
    Lead{"222", "/procedures/#/units"},
    Lead{"231", "/procedures/#/code"},
    Lead{"236", "/procedures/#/modifiers"},
};

/// Entities of the 277CA, for a status that says only that something of them is wrong.
constexpr std::array entityLeads = {
    Lead{"IL", "/coverages/@/member_id"},      Lead{"QC", "/patient/last_name"},
    Lead{"PR", "/coverages/@/payer/payer_id"}, Lead{"85", "/providers/billing/npi"},
    Lead{"82", "/providers/rendering/npi"},    Lead{"77", "/providers/facility/npi"},
    Lead{"DN", "/providers/referring/npi"},    Lead{"DK", "/providers/ordering/npi"},
    Lead{"DQ", "/providers/supervising/npi"},  Lead{"71", "/providers/attending/npi"},
    Lead{"72", "/providers/operating/npi"},
};

template <std::size_t size>
std::string find(const std::array<Lead, size>& leads, std::string_view code, int line, std::size_t coverage)
{
    const auto found = std::find_if(leads.begin(), leads.end(), [&](const Lead& lead) { return lead.code == code; });
    if (found == leads.end()) return {};
    std::string pointer;
    for (const char c : found->pointer) {
        if (c == '#')
            pointer += std::to_string(std::max(line, 1) - 1);
        else if (c == '@')
            pointer += std::to_string(coverage);
        else
            pointer += c;
    }
    return pointer;
}

}  // namespace

std::string pointerOfStatus(const answers::StatusCode& code, int line, std::size_t coverage)
{
    auto pointer = find(statusLeads, code.status, line, coverage);
    if (pointer.empty()) pointer = find(entityLeads, code.entity, line, coverage);
    if (pointer.empty() && line > 0) pointer = "/procedures/" + std::to_string(line - 1) + "/code";
    return pointer;
}

std::string pointerOfReason(std::string_view carc, int line, std::size_t coverage)
{
    auto pointer = find(reasonLeads, carc, line, coverage);
    if (pointer.empty() && line > 0) pointer = "/procedures/" + std::to_string(line - 1) + "/code";
    return pointer;
}

bool isCodersField(std::string_view pointer)
{
    if (pointer.starts_with("/diagnoses/")) return true;
    if (!pointer.starts_with("/procedures/")) return false;
    const auto member = pointer.substr(pointer.rfind('/') + 1);
    return member != "charge" && member != "place_of_service" && member != "service_from" && member != "service_to";
}

}  // namespace cw::app::answering
