#include "base/text.h"
#include "claim/loops/listed_parts.h"
#include "claim/paper/form.h"
#include "claim/paper/words.h"
#include "encounter/institutional_codes.h"

namespace cw::paper {

namespace {

bool isMedicare(const Coverage& coverage)
{
    return loops::isOneOf(text::upperAscii(text::trim(coverage.payer.claimFilingCode)), "MA MB 16");
}

std::string_view programBox(const Coverage& coverage)
{
    const auto code = text::upperAscii(text::trim(coverage.payer.claimFilingCode));
    if (isMedicare(coverage)) return "1 MEDICARE";
    if (code == "MC") return "1 MEDICAID";
    if (code == "CH") return "1 TRICARE";
    if (code == "VA") return "1 CHAMPVA";
    // Insurance through an employer has a group; nothing in the 837 says FECA.
    const bool hasGroup = !text::trim(coverage.groupNumber).empty() || !text::trim(coverage.groupName).empty();
    if (hasGroup && loops::isOneOf(code, "12 13 14 15 17 BL CI DS HM")) return "1 GROUP";
    return "1 OTHER";
}

std::string_view relationshipBox(Relationship relationship)
{
    switch (relationship) {
    case Relationship::self: return "6 SELF";
    case Relationship::spouse: return "6 SPOUSE";
    case Relationship::child: return "6 CHILD";
    default: return "6 OTHER";
    }
}

struct PersonBoxes {
    std::string_view street, city, state, zip, area, phone;
};

void printAddress(Sheet& sheet, const PersonBoxes& boxes, const Person& person)
{
    const auto& address = person.address;
    sheet.words(boxes.street, streetLine(address), drop::inAddresses);
    sheet.words(boxes.city, address.city, drop::inAddresses);
    sheet.code(boxes.state, address.state);
    sheet.code(boxes.zip, zipWithDash(address.postalCode));
    const auto phone = phoneFor(sheet, boxes.phone, person.phone);
    if (!phone) return;
    sheet.code(boxes.area, phone->area);
    sheet.code(boxes.phone, phone->number);
}

void printSex(Sheet& sheet, const Person& person, std::string_view male, std::string_view female)
{
    if (person.sex == Sex::male) sheet.mark(male);
    if (person.sex == Sex::female) sheet.mark(female);
}

void printPayer(Sheet& sheet, const Payer& payer)
{
    sheet.words("Payer name", payer.name, drop::inNames);
    sheet.words("Payer line 1", payer.address.line1, drop::inAddresses);
    sheet.words("Payer line 2", payer.address.line2, drop::inAddresses);
    sheet.words("Payer city", cityLine(payer.address), drop::inAddresses);
}

std::string planName(const Coverage& coverage)
{
    return text::trim(coverage.groupName).empty() ? coverage.payer.name : coverage.groupName;
}

void printAccident(Sheet& sheet, const Accident& accident)
{
    sheet.mark(accident.employment ? "10a YES" : "10a NO");
    sheet.mark(accident.automobile ? "10b YES" : "10b NO");
    if (accident.automobile) sheet.code("10b STATE", accident.state);
    sheet.mark(accident.other ? "10c YES" : "10c NO");
}

}  // namespace

void printPayerAndPeople(Sheet& sheet, const Form& form)
{
    const auto& coverage = form.coverage;
    const auto& patient = form.encounter.patient;
    printPayer(sheet, coverage.payer);
    sheet.mark(programBox(coverage));
    sheet.required("1a", coverage.memberId);
    sheet.requiredWords("2", listName(patient), drop::inNames);
    sheet.required("3", patient.birthDate ? eightSplit(*patient.birthDate) : std::string());
    printSex(sheet, patient, "3 M", "3 F");
    printAddress(sheet, {"5", "5 CITY", "5 STATE", "5 ZIP", "5 AREA", "5 PHONE"}, patient);
    if (coverage.relationship)
        sheet.mark(relationshipBox(*coverage.relationship));
    else
        sheet.required("6 SELF", "");

    const auto* insured = insuredOf(form.encounter, coverage);
    if (insured == nullptr) return sheet.required("4", "");
    sheet.requiredWords("4", listName(*insured), drop::inNames);
    printAddress(sheet, {"7", "7 CITY", "7 STATE", "7 ZIP", "7 AREA", "7 PHONE"}, *insured);
    if (insured->birthDate) sheet.code("11a", eightSplit(*insured->birthDate));
    printSex(sheet, *insured, "11a M", "11a F");
}

void printOtherCoverage(Sheet& sheet, const Form& form)
{
    const auto& coverage = form.coverage;
    const auto& claim = form.encounter.claim;
    const auto group = without("- ", coverage.groupNumber);
    // Medicare claims processing manual, chapter 26, 10.2, item 11: no insurance before Medicare.
    const bool isFirstMedicare = group.empty() && isMedicare(coverage) && coverage.rank == CoverageRank::primary;
    sheet.code("11", isFirstMedicare ? "NONE" : group);
    if (!text::trim(coverage.caseNumber).empty()) {
        sheet.code("11b QUAL", "Y4");
        sheet.code("11b", coverage.caseNumber);
    }
    sheet.words("11c", planName(coverage), drop::inNames);

    const auto others = othersOf(form.encounter, form.claim.billed);
    sheet.mark(others.empty() ? "11d NO" : "11d YES");
    if (!others.empty()) {
        const auto& other = *others.front();
        if (const auto* insured = insuredOf(form.encounter, other)) sheet.words("9", listName(*insured), drop::inNames);
        sheet.code("9a", without("- ", other.groupNumber.empty() ? other.memberId : other.groupNumber));
        sheet.words("9d", planName(other), drop::inNames);
    }
    if (others.size() > 1) sheet.leftOut("9", "a further coverage");
    for (const auto* other : others)
        if (!other->adjudication.empty() && other->rank < coverage.rank)
            sheet.leftOut("29", "the decision of an earlier payer (send its remittance advice along)");

    printAccident(sheet, claim.accident);
    std::string conditions;
    for (const auto& code : parseInstitutionalCodes(claim.institutional).conditions)
        conditions += (conditions.empty() ? "" : " ") + code;
    sheet.code("10d", conditions);
    const auto release = text::upperAscii(text::trim(claim.releaseOfInformation));
    if (release == "Y" || release == "I") sheet.code("12", "SIGNATURE ON FILE");
    if (text::upperAscii(text::trim(claim.benefitsAssigned)) == "Y") sheet.code("13", "SIGNATURE ON FILE");
}

}  // namespace cw::paper
