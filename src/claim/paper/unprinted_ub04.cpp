#include "base/text.h"
#include "claim/loops/claim_to_write.h"
#include "claim/loops/listed_parts.h"
#include "claim/paper/form.h"
#include "encounter/ambulance.h"
#include "encounter/institutional_codes.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::paper {

namespace {

bool isSet(std::string_view value)
{
    return !text::trim(value).empty();
}

/// FL 3b, 63 and 64 have one number of their kind.
bool isPrinted(const ClaimDetails& claim, const QualifiedReference& one)
{
    const auto is = [&](std::string_view kind, std::string_view own) {
        return one.qualifier == kind && text::trim(one.value) == numberOfKind(claim, own, kind);
    };
    return is("EA", {}) || is("G1", claim.priorAuthorization) || is("9F", claim.referralNumber) ||
           is("F8", claim.originalReferenceNumber);
}

/// UB-04 occurrence codes 01 to 06 are accidents.
bool hasAccidentCode(const ClaimDetails& claim)
{
    const auto codes = parseInstitutionalCodes(claim.institutional).occurrences;
    return std::any_of(codes.begin(), codes.end(),
                       [](const OccurrenceCode& one) { return one.code >= "01" && one.code <= "06"; });
}

void tellOfClaim(Sheet& sheet, const ClaimDetails& claim)
{
    const auto tell = [&sheet](bool isThere, std::string_view what) {
        if (isThere) sheet.leftOut("FL 80", what);
    };
    for (const auto& one : claim.references)
        tell(!isPrinted(claim, one), fmt::format("the number of kind {}", one.qualifier));
    for (const auto& one : claim.dates) tell(true, fmt::format("the date of kind {}", one.qualifier));
    tell(!claim.paperwork.empty(), "paperwork");
    tell(!claim.certifications.empty(), "a certification");
    tell(!claim.fileInformation.empty(), "file information");
    tell(isSet(claim.delayReason), "the reason for late filing");
    tell(isSet(claim.specialProgram), "the special program");
    tell(isSet(claim.cliaNumber), "the CLIA number");
    tell(!claim.anesthesiaProcedures.empty(), "an anesthesia procedure");
    tell(claim.onsetDate.has_value(), "the onset (occurrence code 11 says it)");
    tell(claim.lastMenstrualPeriod.has_value(), "the last menstrual period (occurrence code 10 says it)");
    tell(claim.hospitalizedFrom || claim.hospitalizedTo, "the days in hospital");
    tell(claim.accident.any() && !hasAccidentCode(claim), "the accident (occurrence codes 01 to 06 say it)");
    tell(parseAmbulance(claim.institutional).has_value(), "the ambulance transport");
}

void tellOfLine(Sheet& sheet, const ProcedureLine& line, std::size_t index)
{
    const auto& details = line.details;
    const auto tell = [&](bool isThere, std::string_view what) {
        if (isThere) sheet.leftOut("FL 43", fmt::format("{}: {}", lineName(index), what));
    };
    // FL 43 has the drug, else the description, else the note.
    tell(line.ndc && isSet(details.description), "the description beside the drug");
    tell(isSet(line.note) && (line.ndc || isSet(details.description)), "the note");
    tell(!details.notes.empty(), "a further note");
    tell(line.serviceTo && line.serviceTo != line.serviceFrom, "the last day of the service");
    tell(!details.references.empty(), "a further number");
    tell(!details.dates.empty(), "a further date");
    tell(!details.paperwork.empty(), "paperwork");
    tell(!details.certifications.empty(), "a certification");
    tell(isSet(details.prescriptionNumber), "the prescription number");
    tell(details.purchased.has_value(), "the purchased service");
}

}  // namespace

void tellUnprinted(Sheet& sheet, const Form& form)
{
    const auto& providers = form.encounter.providers;
    tellOfClaim(sheet, form.encounter.claim);
    if (providers.supervising) sheet.leftOut("FL 79", "the supervising provider");
    if (providers.ordering) sheet.leftOut("FL 79", "the ordering provider");
    if (providers.secondReferring) sheet.leftOut("FL 79", "the second referring provider");
    if (isSet(form.coverage.caseNumber)) sheet.leftOut("FL 64", "the property and casualty claim number");
    std::size_t index = 0;
    for (const auto& line : form.encounter.procedures)
        if (loops::isServiceLine(line)) tellOfLine(sheet, line, index++);
}

}  // namespace cw::paper
