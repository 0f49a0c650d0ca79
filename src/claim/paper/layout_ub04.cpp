#include "claim/loops/claim_to_write.h"
#include "claim/paper/form.h"
#include "claim/paper/words.h"

#include <fmt/format.h>

namespace cw::paper {

namespace {

constexpr std::size_t linesAForm = 22;

void printFoot(Sheet& sheet, const Form& form, std::size_t page, std::size_t pages)
{
    sheet.code("FL 43 PAGE", fmt::format("PAGE {} OF {}", page, pages));
    sheet.code("FL 45 CREATED", sixDigits(form.day));
    if (page < pages) return;
    Money notCovered;
    for (const auto& line : form.encounter.procedures) notCovered += line.details.nonCovered.value_or(Money{});
    sheet.code("FL 42 TOTAL", "0001");
    sheet.money("FL 47 TOTAL", loops::serviceCharges(form.encounter));
    if (notCovered != Money{}) sheet.money("FL 48 TOTAL", notCovered);
}

/// All pages have the same head and foot; the total stands on the last one.
void layOutClaim(Sheet& sheet, const Form& form)
{
    std::vector<const ProcedureLine*> lines;
    for (const auto& line : form.encounter.procedures)
        if (loops::isServiceLine(line)) lines.push_back(&line);
    if (lines.empty()) return sheet.refuse("CLAIM-521", "FL 42", "there is no revenue line");
    const auto pages = (lines.size() + linesAForm - 1) / linesAForm;
    for (std::size_t page = 0; page < pages && !sheet.isRefused(); ++page) {
        sheet.startPage();
        printInstitution(sheet, form);
        printEventCodes(sheet, form);
        const auto first = page * linesAForm;
        const auto last = std::min(first + linesAForm, lines.size());
        for (auto i = first; i < last; ++i) printRevenueLine(sheet, form, *lines[i], i, static_cast<int>(i - first));
        printFoot(sheet, form, page + 1, pages);
        printPayers(sheet, form);
        printMedicalCodes(sheet, form);
        printClinicians(sheet, form);
    }
    tellUnprinted(sheet, form);
}

}  // namespace

Pages layOutUb04(const std::vector<Claim>& claims, Date day)
{
    return layOutAll(ClaimForm::ub04, boxesUb04(), claims, day, layOutClaim);
}

}  // namespace cw::paper
