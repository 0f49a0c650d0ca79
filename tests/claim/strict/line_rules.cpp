#include "tests/claim/strict/rules.h"

#include <algorithm>
#include <array>

namespace cw::strict {

namespace {

void checkProcedure(const Loop& claim, const Seg& service, std::size_t element, Faults& faults)
{
    const auto parts = service.components(element);
    if (parts.size() < 2) return;
    std::vector<std::string_view> modifiers;
    bool gap = false;
    for (std::size_t i = 2; i < parts.size() && i < 6; ++i) {
        if (parts[i].empty())
            gap = true;
        else if (gap)
            addFault(claim, service.where() + ": a modifier behind an empty one", faults);
        if (!parts[i].empty()) modifiers.push_back(parts[i]);
    }
    std::sort(modifiers.begin(), modifiers.end());
    if (std::adjacent_find(modifiers.begin(), modifiers.end()) != modifiers.end())
        addFault(claim, service.where() + ": a modifier stands twice", faults);
    const auto code = parts[1];
    const bool level1 = code.size() == 5 && code.find_first_not_of("0123456789") >= 4;
    const bool level2 = code.size() == 5 && code[0] >= 'A' && code[0] <= 'V' &&
                        code.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (!level1 && !level2) addFault(claim, service.where() + ": the code is not of the form of CPT or HCPCS", faults);
    // Section 9: a code without a meaning of its own needs words.
    static constexpr std::array<std::string_view, 8> unlisted = {"J3490", "J3590", "J9999", "J8499",
                                                                 "E1399", "A9999", "99199", "64999"};
    if (std::find(unlisted.begin(), unlisted.end(), code) != unlisted.end() && (parts.size() < 7 || parts[6].empty()))
        addFault(claim, service.where() + ": an unlisted code without a description", faults);
}

void checkPointers(const Loop& claim, const Seg& service, Faults& faults)
{
    const auto count = diagnosesOf(claim).size();
    auto pointers = service.components(7);
    for (const auto pointer : pointers) {
        const auto number = numberOf(pointer) / 1000;
        if (number < 1 || number > static_cast<std::int64_t>(count))
            addFault(claim, service.where() + ": a pointer names no diagnosis", faults);
    }
    std::sort(pointers.begin(), pointers.end());
    if (std::adjacent_find(pointers.begin(), pointers.end()) != pointers.end())
        addFault(claim, service.where() + ": a pointer stands twice", faults);
}

void checkProfessionalLine(const Loop& claim, const Seg& service, Faults& faults)
{
    checkProcedure(claim, service, 1, faults);
    checkPointers(claim, service, faults);
    if (service.at(2).starts_with('-')) addFault(claim, service.where() + ": a negative charge", faults);
    if (numberOf(service.at(4)) <= 0) addFault(claim, service.where() + ": units of 0", faults);
    if (service.at(5) == claim.segments.front()->at(5, 1))
        addFault(claim, service.where() + ": SV105 repeats the claim's place", faults);
}

void checkInstitutionalLine(const Loop& claim, const Loop& line, const Seg& service, Faults& faults)
{
    checkProcedure(claim, service, 2, faults);
    if (service.at(3).starts_with('-')) addFault(claim, service.where() + ": a negative charge", faults);
    if (numberOf(service.at(5)) <= 0) addFault(claim, service.where() + ": units of 0", faults);
    if (numberOf(service.at(7)) > numberOf(service.at(3)))
        addFault(claim, service.where() + ": more is not covered than charged", faults);
    const auto facility = claim.segments.front()->at(5, 1);
    const bool inpatient = facility == "11" || facility == "18" || facility == "21";
    if (!inpatient && line.find("DTP", "472") == nullptr)
        addFault(claim, service.where() + ": an outpatient line without its date", faults);
    const auto statement = daysOf(claim.find("DTP", "434"));
    const auto days = daysOf(line.find("DTP", "472"));
    if (!days.first.empty() && (days.first < statement.first || days.last > statement.last))
        addFault(claim, service.where() + ": a line outside the statement's dates", faults);
}

}  // namespace

void checkLines(const Loop& claim, const Context& context, Faults& faults)
{
    int number = 0;
    std::set<std::string_view> controlNumbers;
    for (const auto* line : claim.allLoops("2400")) {
        const auto name = line->segments.front()->where();
        if (line->segments.front()->at(1) != std::to_string(++number))
            addFault(claim, name + ": LX01 is not the next number", faults);
        if (const auto* control = line->find("REF", "6R");
            control != nullptr && !controlNumbers.insert(control->at(2)).second)
            addFault(claim, name + ": a line control number stands twice", faults);
        if (const auto* drug = line->loop("2410"))
            if (const auto* amount = drug->find("CTP"); amount != nullptr && numberOf(amount->at(4)) <= 0)
                addFault(claim, name + ": a drug of quantity 0", faults);
        for (const auto* cr1 : line->all("CR1"))
            if (cr1->at(1).empty() != cr1->at(2).empty())
                addFault(claim, cr1->where() + ": CR101 and CR102 stand only together", faults);
        const auto* service = line->find(context.institutional ? "SV2" : "SV1");
        if (service == nullptr) continue;
        if (context.institutional)
            checkInstitutionalLine(claim, *line, *service, faults);
        else
            checkProfessionalLine(claim, *service, faults);
    }
    for (const auto* cr1 : claim.all("CR1"))
        if (cr1->at(1).empty() != cr1->at(2).empty())
            addFault(claim, cr1->where() + ": CR101 and CR102 stand only together", faults);
    const bool ambulance = claim.find("CR1") != nullptr;
    if (!context.institutional && ambulance && (claim.loop("2310E") == nullptr || claim.loop("2310F") == nullptr))
        addFault(claim, "an ambulance claim without pick-up and drop-off", faults);
}

}  // namespace cw::strict
