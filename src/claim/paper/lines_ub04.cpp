#include "base/text.h"
#include "claim/loops/parties.h"
#include "claim/paper/form.h"
#include "claim/paper/words.h"
#include "encounter/payer_answer.h"

#include <fmt/format.h>

#include <array>

namespace cw::paper {

namespace {

constexpr std::array<CoverageRank, 3> rowRanks = {CoverageRank::primary, CoverageRank::secondary,
                                                  CoverageRank::tertiary};

void printDescription(Sheet& sheet, const ProcedureLine& line, int row)
{
    const auto drug = drugText(sheet, "FL 43", line);
    if (!drug.empty()) return sheet.code("FL 43", drug, row);
    sheet.words("FL 43", line.details.description.empty() ? line.note : line.details.description, drop::nothing, row);
}

/// Code and modifiers without blanks between.
void printHcpcs(Sheet& sheet, const ProcedureLine& line, std::size_t index, int row)
{
    if (line.modifiers.size() > 4)
        return sheet.refuse("CLAIM-523", "FL 44",
                            fmt::format("{} has {} modifiers, 4 fit", lineName(index), line.modifiers.size()));
    std::string code(text::trim(line.code.text));
    for (const auto& modifier : line.modifiers) code += text::trim(modifier);
    sheet.code("FL 44", code, row);
}

void printInsured(Sheet& sheet, const Form& form, const Coverage& coverage, int row)
{
    if (const auto* insured = insuredOf(form.encounter, coverage))
        sheet.words("FL 58", listName(*insured), drop::inNames, row);
    if (coverage.relationship) sheet.code("FL 59", loops::relationshipCode(*coverage.relationship), row);
    sheet.required("FL 60", coverage.memberId, row);
    sheet.words("FL 61", coverage.groupName, drop::inNames, row);
    sheet.codeIfFits("FL 62", coverage.groupNumber, row);
}

/// What a payer before the billed one decided.
void printAnswer(Sheet& sheet, const Form& form, const Coverage& coverage, int row)
{
    if (coverage.adjudication.empty() || coverage.rank >= form.claim.billed) return;
    const auto answer = parsePayerAnswer(coverage.adjudication);
    if (!answer) return sheet.refuse("CLAIM-520", "FL 54", "the earlier payer's decision cannot be read");
    sheet.money("FL 54", answer->paid, row);
    sheet.code("FL 64", answer->claimControlNumber, row);
    if (!answer->adjustments.empty() || !answer->lines.empty())
        sheet.leftOut("FL 54", "the adjustments of an earlier payer (send its remittance advice along)");
}

void printNumbers(Sheet& sheet, const ClaimDetails& claim, int row)
{
    const auto first = numberOfKind(claim, claim.priorAuthorization, "G1");
    const auto second = numberOfKind(claim, claim.referralNumber, "9F");
    sheet.code("FL 63", first.empty() ? second : first, row);
    if (!first.empty() && !second.empty()) sheet.leftOut("FL 63", "the referral number");
    sheet.code("FL 64", numberOfKind(claim, claim.originalReferenceNumber, "F8"), row);
}

}  // namespace

void printRevenueLine(Sheet& sheet, const Form& form, const ProcedureLine& line, std::size_t index, int row)
{
    const auto revenue = text::trim(line.revenueCode);
    if (revenue.size() != 4 || !text::isDigits(revenue))
        sheet.refuse("CLAIM-519", "FL 42", lineName(index) + " needs a revenue code of four digits");
    sheet.code("FL 42", revenue, row);
    printDescription(sheet, line, row);
    printHcpcs(sheet, line, index, row);
    // A stay is dated by FL 6 and 12.
    if (form.encounter.setting == Setting::outpatient && line.serviceFrom)
        sheet.code("FL 45", sixDigits(*line.serviceFrom), row);
    if (line.units <= Quantity{}) sheet.refuse("CLAIM-524", "FL 46", lineName(index) + " has no units");
    sheet.code("FL 46", quantityText(line.units), row);
    if (line.charge)
        sheet.money("FL 47", *line.charge, row);
    else
        sheet.required("FL 47", "", row);
    if (line.details.nonCovered) sheet.money("FL 48", *line.details.nonCovered, row);
    if (!line.details.providers.empty()) sheet.leftOut("FL 43", lineName(index) + ": a provider of the line");
}

void printPayers(Sheet& sheet, const Form& form)
{
    const auto& claim = form.encounter.claim;
    for (std::size_t i = 0; i < rowRanks.size(); ++i) {
        const auto* coverage = form.encounter.coverage(rowRanks.at(i));
        if (coverage == nullptr) continue;
        const int row = static_cast<int>(i);
        sheet.words("FL 50", coverage->payer.name, drop::inNames, row);
        sheet.codeIfFits("FL 51", coverage->payer.payerId, row);
        sheet.code("FL 52", claim.releaseOfInformation, row);
        sheet.code("FL 53", claim.benefitsAssigned, row);
        sheet.codeIfFits("FL 57", coverage->providerNumber, row);
        printInsured(sheet, form, *coverage, row);
        printAnswer(sheet, form, *coverage, row);
        if (rowRanks.at(i) == form.claim.billed) printNumbers(sheet, claim, row);
    }
    if (claim.patientPaid != Money{}) sheet.leftOut("FL 54", "what the patient paid");
}

}  // namespace cw::paper
