#include "base/text.h"
#include "claim/institutional/claim_loop.h"
#include "claim/loops/parties.h"
#include "claim/paper/form.h"
#include "claim/paper/words.h"
#include "encounter/institutional_codes.h"

#include <fmt/format.h>

#include <array>
#include <cctype>

namespace cw::paper {

namespace {

void printBilling(Sheet& sheet, const Provider& billing)
{
    sheet.requiredWords("FL 1 NAME", spokenName(billing), drop::inNames);
    sheet.requiredWords("FL 1 STREET", streetLine(billing.address), drop::inAddresses);
    sheet.requiredWords("FL 1 CITY", cityLine(billing.address), drop::inAddresses);
    if (const auto phone = phoneFor(sheet, "FL 1", billing.phone))
        sheet.code("FL 1 PHONE", phone->area + phone->number);
    sheet.required("FL 5", without("- ", billing.taxId));
    sheet.required("FL 56", billing.npi);
}

void printPayTo(Sheet& sheet, const Provider& payTo)
{
    sheet.words("FL 2 NAME", spokenName(payTo), drop::inNames);
    sheet.words("FL 2 STREET", streetLine(payTo.address), drop::inAddresses);
    sheet.words("FL 2 CITY", cityLine(payTo.address), drop::inAddresses);
}

/// The last place is the frequency (837I CLM05-3), which may be a letter.
std::string typeOfBill(Sheet& sheet, const Form& form)
{
    std::string type(text::trim(form.encounter.service.typeOfBill));
    if (type.size() == 3) type.insert(0, "0");
    const bool isLetter = !type.empty() && std::isalpha(static_cast<unsigned char>(type.back())) != 0;
    if (type.size() != 4 || !text::isDigits(type.substr(0, isLetter ? 3 : 4))) {
        sheet.refuse("CLAIM-522", "FL 4", "the type of bill must have four digits, or three and a letter");
        return {};
    }
    const auto frequency = frequencyOf(sheet, form, "FL 64");
    if ((type.back() == '7' || type.back() == '8') && type.substr(3) != frequency)
        sheet.refuse("CLAIM-532", "FL 4", "the frequency code is another than that of the type of bill");
    return type.substr(0, 3) + frequency;
}

void printPatient(Sheet& sheet, const Person& patient)
{
    sheet.requiredWords("FL 8b", listName(patient), drop::inNames);
    sheet.words("FL 9a", streetLine(patient.address), drop::inAddresses);
    sheet.words("FL 9b", patient.address.city, drop::inAddresses);
    sheet.code("FL 9c", patient.address.state);
    sheet.code("FL 9d", without("- ", patient.address.postalCode));
    sheet.required("FL 10", patient.birthDate ? eightDigits(*patient.birthDate) : std::string());
    if (patient.sex) sheet.code("FL 11", *patient.sex == Sex::male ? "M" : *patient.sex == Sex::female ? "F" : "U");
}

void printStay(Sheet& sheet, const Service& service)
{
    sheet.code("FL 6 FROM", sixDigits(service.from));
    sheet.code("FL 6 THROUGH", sixDigits(institutional::statementEnd(service)));
    if (service.admittedAt) {
        sheet.code("FL 12", sixDigits(service.admittedAt->date));
        sheet.code("FL 13", hourOf(*service.admittedAt));
    }
    sheet.code("FL 14", service.admissionType);
    sheet.code("FL 15", service.admissionSource);
    if (service.dischargedAt) sheet.code("FL 16", hourOf(*service.dischargedAt));
    sheet.required("FL 17", service.dischargeStatus);
}

std::string recordNumber(const Encounter& encounter)
{
    const auto listed = numberOfKind(encounter.claim, {}, "EA");
    return listed.empty() ? encounter.patient.mrn : std::string(listed);
}

constexpr std::array<std::string_view, 4> occurrenceBoxes = {"FL 31", "FL 32", "FL 33", "FL 34"};
constexpr std::array<std::string_view, 2> spanBoxes = {"FL 35", "FL 36"};
constexpr std::array<std::string_view, 3> valueBoxes = {"FL 39", "FL 40", "FL 41"};
constexpr std::size_t conditionBoxes = 11;

/// Line a of all boxes first, then line b: calls print(box, line, entry) for those that have a place.
template <std::size_t count, class Entry, class Print>
void spread(Sheet& sheet, const std::array<std::string_view, count>& boxes, std::size_t lines,
            const std::vector<Entry>& entries, std::string_view what, const Print& print)
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i < count * lines)
            print(std::string(boxes.at(i % count)), static_cast<int>(i / count), entries[i]);
        else
            sheet.leftOut(boxes.front(), fmt::format("{} number {}", what, i + 1));
    }
}

}  // namespace

void printInstitution(Sheet& sheet, const Form& form)
{
    const auto& encounter = form.encounter;
    printBilling(sheet, form.billing);
    if (encounter.providers.payTo) printPayTo(sheet, *encounter.providers.payTo);
    if (loops::serviceFacility(encounter.providers) != nullptr) sheet.leftOut("FL 1", "the service facility");
    sheet.required("FL 3a", form.claim.number);
    sheet.code("FL 3b", recordNumber(encounter));
    sheet.code("FL 4", typeOfBill(sheet, form));
    printPatient(sheet, encounter.patient);
    printStay(sheet, encounter.service);
    if (encounter.claim.accident.automobile) sheet.code("FL 29", encounter.claim.accident.state);
    const auto* insured = insuredOf(encounter, form.coverage);
    const auto& responsible = insured == nullptr ? encounter.patient : *insured;
    sheet.words("FL 38 NAME", listName(responsible), drop::inNames);
    sheet.words("FL 38 STREET", responsible.address.line1, drop::inAddresses);
    sheet.words("FL 38 LINE 2", responsible.address.line2, drop::inAddresses);
    sheet.words("FL 38 CITY", cityLine(responsible.address), drop::inAddresses);
}

void printEventCodes(Sheet& sheet, const Form& form)
{
    const auto codes = parseInstitutionalCodes(form.encounter.claim.institutional);
    for (std::size_t i = 0; i < codes.conditions.size(); ++i) {
        if (i < conditionBoxes)
            sheet.code(fmt::format("FL {}", 18 + i), codes.conditions[i]);
        else
            sheet.leftOut("FL 18", fmt::format("condition code number {}", i + 1));
    }
    spread(sheet, occurrenceBoxes, 2, codes.occurrences, "occurrence code",
           [&sheet](const std::string& box, int line, const OccurrenceCode& one) {
               sheet.code(box, one.code, line);
               if (one.date) sheet.code(box + " DATE", sixDigits(*one.date), line);
           });
    spread(sheet, spanBoxes, 2, codes.spans, "occurrence span",
           [&sheet](const std::string& box, int line, const OccurrenceSpan& one) {
               sheet.code(box, one.code, line);
               if (one.from) sheet.code(box + " FROM", sixDigits(*one.from), line);
               if (one.to) sheet.code(box + " THROUGH", sixDigits(*one.to), line);
           });
    spread(sheet, valueBoxes, 4, codes.values, "value code",
           [&sheet](const std::string& box, int line, const ValueCode& one) {
               sheet.code(box, one.code, line);
               if (one.amount) sheet.money(box + " AMOUNT", *one.amount, line);
           });
    if (!codes.treatments.empty()) sheet.leftOut("FL 81", "a treatment code");
}

}  // namespace cw::paper
