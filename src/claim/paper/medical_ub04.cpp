#include "base/text.h"
#include "claim/loops/claim_to_write.h"
#include "claim/loops/listed_parts.h"
#include "claim/loops/parties.h"
#include "claim/paper/form.h"
#include "claim/paper/words.h"

#include <fmt/format.h>

#include <array>

namespace cw::paper {

namespace {

constexpr std::string_view otherLetters = "ABCDEFGHIJKLMNOPQ";
constexpr std::array<std::string_view, 3> causeBoxes = {"FL 72a", "FL 72b", "FL 72c"};
constexpr std::array<std::string_view, 3> reasonBoxes = {"FL 70a", "FL 70b", "FL 70c"};
constexpr std::array<std::string_view, 6> procedureBoxes = {"FL 74", "FL 74a", "FL 74b", "FL 74c", "FL 74d", "FL 74e"};

void printDiagnosis(Sheet& sheet, const std::string& box, const Diagnosis& diagnosis, bool isInpatient)
{
    sheet.code(box, diagnosisCode(sheet, box, diagnosis));
    // A code that is exempt from the question has no answer on paper.
    if (isInpatient && loops::isOneOf(diagnosis.presentOnAdmission, "Y N U W"))
        sheet.code(box + " POA", diagnosis.presentOnAdmission);
}

/// External causes of morbidity: chapter 20 of ICD-10-CM, V00 to Y99.
bool isExternalCause(const Diagnosis& diagnosis)
{
    return !diagnosis.code.text.empty() &&
           std::string_view("VWXY").find(diagnosis.code.text.front()) != std::string_view::npos;
}

void printDiagnoses(Sheet& sheet, const Encounter& encounter)
{
    const auto diagnoses = encounter.claimDiagnoses();
    if (diagnoses.empty()) return sheet.refuse("CLAIM-525", "FL 67", "there is no diagnosis");
    sheet.code("FL 66", "0");
    const auto print = [&](const std::string& box, const Diagnosis& diagnosis) {
        printDiagnosis(sheet, box, diagnosis, encounter.setting == Setting::inpatient);
    };
    std::size_t causes = 0;
    std::size_t others = 0;
    for (const auto* diagnosis : diagnoses) {
        if (diagnosis == diagnoses.front())
            print("FL 67", *diagnosis);
        else if (isExternalCause(*diagnosis) && causes < causeBoxes.size())
            print(std::string(causeBoxes.at(causes++)), *diagnosis);
        else if (others < otherLetters.size())
            print(fmt::format("FL 67{}", otherLetters.at(others++)), *diagnosis);
        else
            sheet.leftOut("FL 67", fmt::format("diagnosis number {}", encounter.claimPosition(diagnosis->id)));
    }
}

void printReasons(Sheet& sheet, const Encounter& encounter)
{
    std::size_t reasons = 0;
    bool isAdmitted = false;
    for (const auto& diagnosis : encounter.diagnoses) {
        if (diagnosis.role == DiagnosisRole::admitting) {
            if (isAdmitted)
                sheet.leftOut("FL 69", "a further admitting diagnosis");
            else
                sheet.code("FL 69", diagnosisCode(sheet, "FL 69", diagnosis));
            isAdmitted = true;
        }
        if (diagnosis.role != DiagnosisRole::reasonForVisit) continue;
        if (reasons < reasonBoxes.size())
            sheet.code(reasonBoxes.at(reasons++), diagnosisCode(sheet, "FL 70", diagnosis));
        else
            sheet.leftOut("FL 70", "a further reason for the visit");
    }
}

/// As HI*BBR of the 837I, and without a charge: that would be in no total.
void checkProcedure(Sheet& sheet, const Encounter& encounter, const ProcedureLine& line)
{
    if (encounter.setting != Setting::inpatient)
        sheet.refuse("CLAIM-533", "FL 74", "ICD-10-PCS procedures stand on inpatient claims only");
    if (!ProcedureCode::parse(CodeSystem::icd10pcs, line.code.text))
        sheet.refuse("CLAIM-534", "FL 74", "a procedure is not a well-formed ICD-10-PCS code");
    if (!line.serviceFrom) sheet.refuse("CLAIM-535", "FL 74", "the date of an ICD-10-PCS procedure is missing");
    if (line.charge.value_or(Money{}) != Money{})
        sheet.refuse("CLAIM-536", "FL 74", "an ICD-10-PCS procedure has a charge; it belongs to a revenue line");
}

void printProcedures(Sheet& sheet, const Encounter& encounter)
{
    std::size_t count = 0;
    for (const auto& line : encounter.procedures) {
        if (loops::isServiceLine(line)) continue;
        checkProcedure(sheet, encounter, line);
        if (count == procedureBoxes.size()) {
            sheet.leftOut("FL 74", "a further procedure");
            continue;
        }
        const std::string box(procedureBoxes.at(count++));
        sheet.code(box, line.code.text);
        if (line.serviceFrom) sheet.code(box + " DATE", sixDigits(*line.serviceFrom));
    }
}

void printClinician(Sheet& sheet, const std::string& box, const Provider& provider)
{
    sheet.code(box, provider.npi);
    if (const auto* number = numberAtPayer(provider))
        sheet.codeIfFits(box + " QUAL", number->qualifier, box + " ID", number->value);
    sheet.words(box + " LAST", provider.isOrganization() ? provider.organization : provider.lastName, drop::inNames);
    sheet.words(box + " FIRST", provider.firstName, drop::inNames);
}

void printOthers(Sheet& sheet, const Providers& providers)
{
    struct Other {
        std::string_view role;
        const std::optional<Provider>& provider;
    };
    int box = 78;
    for (const auto& [role, provider] :
         {Other{"ZZ", providers.otherOperating}, Other{"82", providers.rendering}, Other{"DN", providers.referring}}) {
        if (!provider) continue;
        // Whoever attended is in FL 76 (837I 2310D and 2310F).
        const auto& attending = providers.attending;
        if (role != "ZZ" && attending && loops::isSameProvider(*provider, *attending)) continue;
        if (box > 79) {
            sheet.leftOut("FL 79", fmt::format("the provider in role {}", role));
            continue;
        }
        const auto name = fmt::format("FL {}", box++);
        sheet.code(name + " ROLE", role);
        printClinician(sheet, name, *provider);
    }
}

/// One line of 19 characters, three of 24.
void printRemarks(Sheet& sheet, const ClaimDetails& claim)
{
    std::string all = claim.note;
    for (const auto& note : claim.notes) all += (all.empty() ? "" : " ") + note.text;
    auto text = sheet.printable("FL 80", all, drop::nothing);
    for (int line = 0; line < 4 && !text.empty(); ++line) {
        const std::size_t width = line == 0 ? 19 : 24;
        auto size = text.size() <= width || line == 3 ? text.size() : text.rfind(' ', width);
        if (size == std::string::npos || size == 0) size = width;
        if (line == 0)
            sheet.words("FL 80", text.substr(0, size));
        else
            sheet.words("FL 80 MORE", text.substr(0, size), drop::nothing, line - 1);
        text = std::string(text::trim(text.substr(size)));
    }
}

}  // namespace

void printMedicalCodes(Sheet& sheet, const Form& form)
{
    printDiagnoses(sheet, form.encounter);
    printReasons(sheet, form.encounter);
    sheet.code("FL 71", form.encounter.claim.diagnosisRelatedGroup);
    printProcedures(sheet, form.encounter);
}

void printClinicians(Sheet& sheet, const Form& form)
{
    const auto& providers = form.encounter.providers;
    if (providers.attending) printClinician(sheet, "FL 76", *providers.attending);
    if (providers.operating) printClinician(sheet, "FL 77", *providers.operating);
    printOthers(sheet, providers);
    printRemarks(sheet, form.encounter.claim);
    if (!text::trim(form.billing.taxonomy).empty()) {
        sheet.code("FL 81 QUAL", "B3");
        sheet.code("FL 81", form.billing.taxonomy);
    }
}

}  // namespace cw::paper
