#pragma once

#include "claim/paper/sheet.h"
#include "claim/paper/words.h"

namespace cw::paper {

/// What the boxes of one claim are filled from.
struct Form {
    const Claim& claim;
    const Encounter& encounter;
    const Coverage& coverage;  ///< The billed one.
    const Provider& billing;
    Date day;  ///< Of the file.
};

/// Puts one claim on as many pages as it takes.
using LayOutClaim = void (*)(Sheet& sheet, const Form& form);

/// Each claim of a form's settings by `layOut`; the others are refused (CLAIM-500, without coverage CLAIM-516, without billing
/// provider CLAIM-517).
Pages layOutAll(ClaimForm form, const std::vector<Box>& boxes, const std::vector<Claim>& claims, Date day,
                LayOutClaim layOut);

/// As the 837 says it (loops/resubmission.h). Refuses 7 and 8 without the payer's number of the first claim (CLAIM-512), and
/// an original with it unless the payer takes it so (CLAIM-513).
std::string frequencyOf(Sheet& sheet, const Form& form, std::string_view box);
/// ICD-10-CM without dot; refuses what is not well-formed (CLAIM-510).
std::string diagnosisCode(Sheet& sheet, std::string_view box, const Diagnosis& diagnosis);
/// "N400002751001 ML2"; empty without a drug. Refuses a code that has not eleven digits (CLAIM-515).
std::string drugText(Sheet& sheet, std::string_view box, const ProcedureLine& line);
/// The phone when it has ten digits; any other is told.
std::optional<Phone> phoneFor(Sheet& sheet, std::string_view box, std::string_view text);
/// "line 2" of index 1.
std::string lineName(std::size_t index);

// CMS-1500, by parts of the form.

/// Who has box 17: the first of referring, ordering and supervising, of the claim or else of a line.
struct Referral {
    std::string_view kind;  ///< DN, DK or DQ.
    std::string_view role;
    const Provider* provider = nullptr;  ///< nullptr: nobody.
};
Referral referralOf(const Encounter& encounter);
void printPayerAndPeople(Sheet& sheet, const Form& form);                               ///< Up to box 8, 11, 11a.
void printOtherCoverage(Sheet& sheet, const Form& form);                                ///< 9 to 13.
void printVisit(Sheet& sheet, const Form& form);                                        ///< 14 to 23.
Money printLines(Sheet& sheet, const Form& form, std::size_t first, std::size_t last);  ///< 24; their charges.
void printProviders(Sheet& sheet, const Form& form);  ///< 25 to 33, but for the amounts.

// UB-04.
void printInstitution(Sheet& sheet, const Form& form);  ///< FL 1 to 17, 29, 38.
void printEventCodes(Sheet& sheet, const Form& form);   ///< FL 18 to 28, 31 to 41.
/// FL 42 to 48; `index` among the service lines, `row` on the page.
void printRevenueLine(Sheet& sheet, const Form& form, const ProcedureLine& line, std::size_t index, int row);
void printPayers(Sheet& sheet, const Form& form);        ///< FL 50 to 65.
void printMedicalCodes(Sheet& sheet, const Form& form);  ///< FL 66 to 74.
void printClinicians(Sheet& sheet, const Form& form);    ///< FL 76 to 81.
void tellUnprinted(Sheet& sheet, const Form& form);      ///< What a UB-04 has no place for.

}  // namespace cw::paper
