#include "base/text.h"
#include "claim/loops/listed_parts.h"
#include "claim/paper/form.h"
#include "claim/paper/words.h"
#include "encounter/ambulance.h"
#include "encounter/institutional_codes.h"

#include <array>

namespace cw::paper {

namespace {

/// Diagnoses in the order of their letters.
constexpr std::array<std::string_view, 12> diagnosisBoxes = {"21 A", "21 B", "21 C", "21 D", "21 E", "21 F",
                                                             "21 G", "21 H", "21 I", "21 J", "21 K", "21 L"};

void printIllness(Sheet& sheet, const ClaimDetails& claim)
{
    bool isTaken = false;
    const auto print = [&](std::string_view kind, Date day, std::string_view what) {
        if (isTaken) return sheet.leftOut("14", what);
        sheet.code("14", sixSplit(day));
        sheet.code("14 QUAL", kind);
        isTaken = true;
    };
    if (claim.onsetDate) print("431", *claim.onsetDate, "the onset");
    if (claim.lastMenstrualPeriod) print("484", *claim.lastMenstrualPeriod, "the last menstrual period");
    for (const auto& date : claim.dates)
        if (date.first && loops::isOneOf(date.qualifier, "431 484"))
            print(date.qualifier, *date.first, "the date of kind " + date.qualifier);
}

/// Kinds of listed dates that boxes 14, 15 and 16 look for.
constexpr std::string_view otherKinds = "439 454 304 453 455 471 090 091 444";
constexpr std::string_view kindsElsewhere = "431 484 314 360 361";

void printOtherDate(Sheet& sheet, const ClaimDetails& claim)
{
    bool isTaken = false;
    const auto print = [&](std::string_view kind, Date day) {
        if (isTaken) return sheet.leftOut("15", "the date of kind " + std::string(kind));
        sheet.code("15", sixSplit(day));
        sheet.code("15 QUAL", kind);
        isTaken = true;
    };
    if (claim.accident.date) print("439", *claim.accident.date);
    for (const auto& date : claim.dates)
        if (date.first && loops::isOneOf(date.qualifier, otherKinds)) print(date.qualifier, *date.first);
}

void printUnableToWork(Sheet& sheet, const ClaimDetails& claim)
{
    std::optional<Date> from;
    std::optional<Date> to;
    for (const auto& date : claim.dates) {
        if (date.qualifier == "314") std::tie(from, to) = std::pair(date.first, date.last);
        if (date.qualifier == "360") from = date.first;
        if (date.qualifier == "361") to = date.first;
    }
    if (from) sheet.code("16 FROM", sixSplit(*from));
    if (to) sheet.code("16 TO", sixSplit(*to));
    if (claim.hospitalizedFrom) sheet.code("18 FROM", sixSplit(*claim.hospitalizedFrom));
    if (claim.hospitalizedTo) sheet.code("18 TO", sixSplit(*claim.hospitalizedTo));
}

/// Of the claim, else of its first line that names one.
const Provider* inRole(const Encounter& encounter, const std::optional<Provider>& ofClaim, std::string_view role)
{
    if (ofClaim) return &*ofClaim;
    for (const auto& line : encounter.procedures)
        for (const auto& one : line.details.providers)
            if (one.role == role) return &one.provider;
    return nullptr;
}

std::array<Referral, 3> referralsOf(const Encounter& encounter)
{
    const auto& all = encounter.providers;
    return {{{"DN", "referring", inRole(encounter, all.referring, "referring")},
             {"DK", "ordering", inRole(encounter, all.ordering, "ordering")},
             {"DQ", "supervising", inRole(encounter, all.supervising, "supervising")}}};
}

void printReferral(Sheet& sheet, const Encounter& encounter)
{
    const auto& providers = encounter.providers;
    bool isTaken = false;
    for (const auto& [kind, role, provider] : referralsOf(encounter)) {
        if (provider == nullptr) continue;
        if (isTaken) {
            sheet.leftOut("17", "the provider in role " + std::string(kind));
            continue;
        }
        isTaken = true;
        sheet.code("17 QUAL", kind);
        sheet.words("17", spokenName(*provider), drop::inNames);
        sheet.code("17b", provider->npi);
        if (const auto* number = numberAtPayer(*provider))
            sheet.codeIfFits("17a QUAL", number->qualifier, "17a", number->value);
    }
    if (providers.secondReferring) sheet.leftOut("17", "the provider in role P3");
}

/// The first 24 characters stand beside the printed words when the second line does not take all.
void printNotes(Sheet& sheet, const ClaimDetails& claim)
{
    std::string all = claim.note;
    const auto add = [&all](const std::string& text) { all += (all.empty() ? "" : " ") + text; };
    for (const auto& note : claim.notes) add(note.text);
    for (const auto& one : claim.paperwork) add("PWK" + one.type + one.transmission + one.controlNumber);
    for (const auto& code : claim.anesthesiaProcedures) add(code);
    const auto text = sheet.printable("19", all, drop::nothing);
    if (text.size() <= 47) return sheet.words("19", text);
    auto first = text.rfind(' ', 24);
    if (first == std::string::npos) first = 24;
    sheet.words("19 LINE 1", text.substr(0, first));
    sheet.words("19", text.substr(first));
}

void printLaboratory(Sheet& sheet, const Encounter& encounter)
{
    Money bought;
    bool isBought = false;
    for (const auto& line : encounter.procedures) {
        if (!line.details.purchased) continue;
        isBought = true;
        bought += line.details.purchased->amount;
    }
    sheet.mark(isBought ? "20 YES" : "20 NO");
    if (isBought) sheet.money("20", bought);
}

void printDiagnoses(Sheet& sheet, const Encounter& encounter)
{
    const auto diagnoses = encounter.claimDiagnoses();
    if (diagnoses.empty()) sheet.refuse("CLAIM-505", "21", "there is no diagnosis");
    if (diagnoses.size() > diagnosisBoxes.size())
        return sheet.refuse("CLAIM-506", "21", std::to_string(diagnoses.size()) + " diagnoses, 12 fit");
    sheet.code("21 IND", "0");
    for (std::size_t i = 0; i < diagnoses.size(); ++i)
        sheet.code(diagnosisBoxes.at(i), diagnosisCode(sheet, "21", *diagnoses[i]));
}

/// One number of a kind; an ambulance claim says where the patient was picked up.
void printAuthorization(Sheet& sheet, const ClaimDetails& claim)
{
    std::string printed;
    const auto ambulance = parseAmbulance(claim.institutional);
    for (const auto& number : {claim.priorAuthorization, claim.referralNumber, claim.cliaNumber,
                               ambulance ? ambulance->pickUp.postalCode : std::string()}) {
        const auto plain = without("- ", number);
        if (plain.empty()) continue;
        if (!printed.empty()) {
            sheet.leftOut("23", "a further number (authorization, referral, CLIA)");
            continue;
        }
        printed = plain;
        sheet.code("23", plain);
    }
}

void tellOfTheRest(Sheet& sheet, const Encounter& encounter)
{
    const auto& claim = encounter.claim;
    const auto& providers = encounter.providers;
    for (const auto& date : claim.dates)
        if (!loops::isOneOf(date.qualifier, otherKinds) && !loops::isOneOf(date.qualifier, kindsElsewhere))
            sheet.leftOut("15", "the date of kind " + date.qualifier);
    if (!claim.certifications.empty()) sheet.leftOut("19", "a certification");
    if (!claim.references.empty()) sheet.leftOut("19", "a further number of the claim");
    if (!claim.fileInformation.empty()) sheet.leftOut("19", "file information");
    if (!text::trim(claim.delayReason).empty()) sheet.leftOut("19", "the reason for late filing");
    if (!text::trim(claim.specialProgram).empty()) sheet.leftOut("19", "the special program");
    if (!text::trim(claim.patientSignatureSource).empty())
        sheet.leftOut("12", "how the patient's signature was obtained");
    const auto codes = parseInstitutionalCodes(claim.institutional);
    if (!codes.occurrences.empty() || !codes.spans.empty() || !codes.values.empty() || !codes.treatments.empty())
        sheet.leftOut("19", "an occurrence, value or treatment code");
    if (!text::trim(claim.diagnosisRelatedGroup).empty()) sheet.leftOut("21", "the diagnosis related group");
    if (providers.attending || providers.operating || providers.otherOperating)
        sheet.leftOut("17", "an attending or operating provider");
}

}  // namespace

Referral referralOf(const Encounter& encounter)
{
    for (const auto& one : referralsOf(encounter))
        if (one.provider != nullptr) return one;
    return {};
}

void printVisit(Sheet& sheet, const Form& form)
{
    const auto& claim = form.encounter.claim;
    printIllness(sheet, claim);
    printOtherDate(sheet, claim);
    printUnableToWork(sheet, claim);
    printReferral(sheet, form.encounter);
    printNotes(sheet, claim);
    printLaboratory(sheet, form.encounter);
    printDiagnoses(sheet, form.encounter);
    const auto frequency = frequencyOf(sheet, form, "22");
    if (frequency != "1" || !claim.originalReferenceNumber.empty()) {
        sheet.code("22", frequency);
        sheet.code("22 NUMBER", claim.originalReferenceNumber);
    }
    printAuthorization(sheet, claim);
    tellOfTheRest(sheet, form.encounter);
}

}  // namespace cw::paper
