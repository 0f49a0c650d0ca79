#include "tests/claim/strict/rules.h"

namespace cw::strict {

void checkInstitutional(const Loop& claim, Faults& faults)
{
    const auto& clm = *claim.segments.front();
    const auto facility = clm.at(5, 1);
    const auto frequency = clm.at(5, 3);
    const auto* cl1 = claim.find("CL1");
    const bool inpatient = facility == "11" || facility == "18" || facility == "21";
    if (claim.loop("2310A") == nullptr) addFault(claim, "no attending provider", faults);
    if (facility.starts_with('0')) addFault(claim, "CLM05-1 is not the type of bill's facility and class", faults);
    if (inpatient) {
        if (claim.find("DTP", "435") == nullptr)
            addFault(claim, "an inpatient claim without the admission date", faults);
        if (cl1 != nullptr && cl1->at(1).empty()) addFault(claim, "an inpatient claim without CL101", faults);
        if (claim.find("HI", "ABJ") == nullptr)
            addFault(claim, "an inpatient claim without the admitting diagnosis", faults);
        if (claim.find("HI", "APR") != nullptr) addFault(claim, "a reason for visit on an inpatient claim", faults);
    } else if (claim.find("HI", "BBR") != nullptr || claim.find("HI", "BBQ") != nullptr)
        addFault(claim, "an ICD-10-PCS procedure on an outpatient claim", faults);
    // The hour of discharge stands on a final inpatient bill; a patient who stays (30) has none.
    const bool isFinal = (frequency == "1" || frequency == "4") && inpatient && cl1 != nullptr && cl1->at(3) != "30";
    const bool hasHour = claim.find("DTP", "096") != nullptr;
    if (isFinal && !hasHour) addFault(claim, "a final inpatient bill without the discharge hour", faults);
    if (cl1 != nullptr && cl1->at(3) == "30" && hasHour)
        addFault(claim, "a discharge hour of a patient who stays", faults);
    if ((frequency == "2" || frequency == "3") && inpatient && cl1 != nullptr && cl1->at(3) != "30")
        addFault(claim, "an interim bill whose patient does not stay", faults);
    const auto statement = daysOf(claim.find("DTP", "434"));
    const auto admitted = daysOf(claim.find("DTP", "435")).first;
    if (!admitted.empty() && admitted > statement.last) addFault(claim, "admitted after the statement ends", faults);
    for (const auto* hi : claim.all("HI")) {
        for (std::size_t i = 1; i < hi->parts.size(); ++i)
            if (hi->at(i, 1) == "BBR" || hi->at(i, 1) == "BBQ") {
                if (hi->at(i, 2).size() != 7 || hi->at(i, 2).find_first_of("IO") != std::string_view::npos)
                    addFault(claim, hi->where() + ": not of the form of ICD-10-PCS", faults);
                if (hi->at(i, 4) > statement.last)
                    addFault(claim, hi->where() + ": a procedure after the statement ends", faults);
            }
    }
}

}  // namespace cw::strict
