#include "base/text.h"
#include "claim/loops/parties.h"
#include "claim/paper/form.h"
#include "claim/paper/words.h"
#include "encounter/ambulance.h"

namespace cw::paper {

namespace {

void printTaxId(Sheet& sheet, const Provider& billing)
{
    sheet.required("25", without("- ", billing.taxId));
    const auto kind = text::upperAscii(text::trim(billing.taxIdType));
    if (kind == "EI")
        sheet.mark("25 EIN");
    else if (kind == "SY")
        sheet.mark("25 SSN");
    else
        sheet.refuse("CLAIM-514", "25", "the kind of the tax id must be EI or SY");
}

/// At home (12) the place is the patient's; a laboratory that did the work stands for the place.
const Provider* placeOf(const Encounter& encounter)
{
    for (const auto& line : encounter.procedures)
        for (const auto& one : line.details.providers)
            if (one.role == "purchased" && line.details.purchased) return &one.provider;
    if (text::trim(encounter.service.placeOfService) == "12") return nullptr;
    return loops::serviceFacility(encounter.providers);
}

/// Those whose place box 32 could be, but for the one that has it.
void tellOfPlaces(Sheet& sheet, const Encounter& encounter, const Provider* place)
{
    const auto isPrinted = [place](const Provider& one) {
        return place != nullptr && (&one == place || loops::isSameProvider(one, *place));
    };
    const auto* facility = loops::serviceFacility(encounter.providers);
    if (facility != nullptr && !isPrinted(*facility)) sheet.leftOut("32", "the service facility");
    for (const auto& line : encounter.procedures)
        for (const auto& one : line.details.providers)
            if (one.role == "purchased" && !isPrinted(one.provider))
                sheet.leftOut("32", "the provider of a purchased service");
}

void printPlace(Sheet& sheet, const Encounter& encounter)
{
    if (const auto ambulance = parseAmbulance(encounter.claim.institutional)) {
        sheet.words("32 NAME", "AMBULANCE PICK UP");
        sheet.words("32 STREET", streetLine(ambulance->pickUp), drop::inAddresses);
        sheet.words("32 CITY", cityLine(ambulance->pickUp), drop::inAddresses);
        tellOfPlaces(sheet, encounter, nullptr);
        return sheet.leftOut("32", "where the ambulance went");
    }
    const auto* place = placeOf(encounter);
    tellOfPlaces(sheet, encounter, place);
    if (place == nullptr) return;
    sheet.words("32 NAME", spokenName(*place), drop::inNames);
    sheet.words("32 STREET", streetLine(place->address), drop::inAddresses);
    sheet.words("32 CITY", cityLine(place->address), drop::inAddresses);
    sheet.code("32a", place->npi);
    if (const auto* number = numberAtPayer(*place)) sheet.codeIfFits("32b", number->qualifier + number->value);
}

void printBilling(Sheet& sheet, const Form& form)
{
    const auto& billing = form.billing;
    if (const auto phone = phoneFor(sheet, "33", billing.phone)) {
        sheet.code("33 AREA", phone->area);
        sheet.code("33 PHONE", phone->number);
    }
    sheet.requiredWords("33 NAME", spokenName(billing), drop::inNames);
    sheet.requiredWords("33 STREET", streetLine(billing.address), drop::inAddresses);
    sheet.requiredWords("33 CITY", cityLine(billing.address), drop::inAddresses);
    sheet.required("33a", billing.npi);
    const auto atPayer = text::trim(form.coverage.providerNumber);
    const auto taxonomy = text::trim(billing.taxonomy);
    if (!atPayer.empty())
        sheet.codeIfFits("33b", "G2" + std::string(atPayer));
    else if (!taxonomy.empty())
        sheet.codeIfFits("33b", "ZZ" + std::string(taxonomy));
}

}  // namespace

void printProviders(Sheet& sheet, const Form& form)
{
    const auto& claim = form.encounter.claim;
    printTaxId(sheet, form.billing);
    sheet.required("26", form.claim.number);
    const auto assignment = text::upperAscii(text::trim(claim.acceptAssignment));
    if (assignment == "A")
        sheet.mark("27 YES");
    else if (assignment == "B" || assignment == "C")
        sheet.mark("27 NO");
    else
        sheet.required("27 YES", "");
    if (claim.signatureOnFile.value_or(false)) {
        sheet.code("31", "SIGNATURE ON FILE");
        sheet.code("31 DATE", sixSplit(form.day));
    }
    printPlace(sheet, form.encounter);
    if (form.encounter.providers.payTo) sheet.leftOut("33", "the pay-to address");
    printBilling(sheet, form);
}

}  // namespace cw::paper
