#include "claim/paper/form.h"

namespace cw::paper {

namespace {

constexpr std::size_t linesAForm = 6;

/// Each form of a claim is whole: the header again, its own lines, and their total. What the patient paid stands on the first.
void layOutClaim(Sheet& sheet, const Form& form)
{
    const auto count = form.encounter.procedures.size();
    for (std::size_t first = 0; first == 0 || first < count; first += linesAForm) {
        sheet.startPage();
        printPayerAndPeople(sheet, form);
        printOtherCoverage(sheet, form);
        printVisit(sheet, form);
        sheet.money("28", printLines(sheet, form, first, std::min(first + linesAForm, count)));
        const Money paid = form.encounter.claim.patientPaid;
        if (first == 0 && paid != Money{}) sheet.money("29", paid);
        printProviders(sheet, form);
        if (sheet.isRefused()) return;
    }
}

}  // namespace

Pages layOut1500(const std::vector<Claim>& claims, Date day)
{
    return layOutAll(ClaimForm::cms1500, boxes1500(), claims, day, layOutClaim);
}

}  // namespace cw::paper
