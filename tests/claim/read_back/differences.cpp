#include "tests/claim/read_back/read_back.h"

#include <fmt/format.h>

#include <functional>

namespace cw::read_back {

namespace {

using Lines = std::vector<std::string>;

std::string shown(const std::string& text)
{
    return "\"" + text + "\"";
}
std::string shown(const std::optional<Date>& day)
{
    return day ? day->iso() : "none";
}
std::string shown(const std::optional<Money>& money)
{
    return money ? money->decimal() : "none";
}
std::string shown(const std::optional<LocalMinute>& minute)
{
    return minute ? minute->iso() : "none";
}

std::string shown(const Quantity& quantity)
{
    return quantity.decimal();
}
std::string shown(bool value)
{
    return value ? "true" : "false";
}

std::string shown(const Address& a)
{
    return fmt::format("{}|{}|{}|{}|{}", a.line1, a.line2, a.city, a.state, a.postalCode);
}

std::string shown(const Provider& p)
{
    auto text =
        fmt::format("{} {}|{} {} {} {}|{}|{}|{} {}|{} {}", p.npi, p.organization, p.lastName, p.firstName, p.middleName,
                    p.suffix, p.taxonomy, shown(p.address), p.taxId, p.taxIdType, p.contactName, p.phone);
    for (const auto& reference : p.references) text += " " + reference.qualifier + "=" + reference.value;
    return text;
}

std::string shown(const std::optional<Provider>& provider)
{
    return provider ? shown(*provider) : "none";
}

std::string shown(const Person& p)
{
    return fmt::format("{}|{}|{}|{}|{}|{}|{}", p.lastName, p.firstName, p.middleName, p.suffix, shown(p.birthDate),
                       p.sex ? static_cast<int>(*p.sex) : -1, shown(p.address)) +
           p.mrn + p.phone;
}

std::string shown(const Coverage& c)
{
    return fmt::format("{} {}|{}|{}|{}|member {}|group {} {}|{}|{}|{}|relationship {}|{}", static_cast<int>(c.rank),
                       c.payer.name, c.payer.payerId, c.payer.claimFilingCode, shown(c.payer.address), c.memberId,
                       c.groupNumber, c.groupName, c.insuranceType, c.providerNumber, c.caseNumber,
                       c.relationship ? static_cast<int>(*c.relationship) : -1,
                       c.subscriber ? shown(*c.subscriber) : "none");
}

std::string shown(const Adjustment& a)
{
    return fmt::format("{}-{} {}{}", a.group, a.reason, a.amount.decimal(),
                       a.quantity ? " x" + a.quantity->decimal() : "");
}

std::string shown(const PayerAnswer& answer)
{
    auto text = fmt::format("{} paid {} {}", shown(answer.date), answer.paid.decimal(), answer.claimControlNumber);
    for (const auto& a : answer.adjustments) text += " " + shown(a);
    for (const auto& line : answer.lines) {
        text += fmt::format(" line {} paid {} units {}", line.line, line.paid.decimal(),
                            line.units ? line.units->decimal() : "none");
        for (const auto& a : line.adjustments) text += " " + shown(a);
    }
    return text;
}

std::string shown(const std::vector<std::string>& all)
{
    return fmt::format("{}", fmt::join(all, ","));
}

std::string shown(const std::vector<QualifiedReference>& all)
{
    std::string text;
    for (const auto& one : all) text += one.qualifier + "=" + one.value + " ";
    return text;
}

std::string shown(const std::vector<QualifiedDate>& all)
{
    std::string text;
    for (const auto& one : all) text += one.qualifier + "=" + shown(one.first) + ".." + shown(one.last) + " ";
    return text;
}

std::string shown(const std::vector<QualifiedNote>& all)
{
    std::string text;
    for (const auto& one : all) text += one.code + "=" + one.text + " ";
    return text;
}

template <class Value>
void compare(const std::string& name, const Value& expected, const Value& found, Lines& out)
{
    if (expected == found) return;
    if constexpr (requires { shown(expected); })
        out.push_back(name + ": expected " + shown(expected) + ", found " + shown(found));
    else
        out.push_back(name + " differs");
}

#define CW_COMPARE(member) compare(std::string(where) + #member, a.member, b.member, out)

void compareClaim(const ClaimDetails& a, const ClaimDetails& b, Lines& out)
{
    const char* where = "claim.";
    CW_COMPARE(acceptAssignment), CW_COMPARE(benefitsAssigned), CW_COMPARE(releaseOfInformation),
        CW_COMPARE(priorAuthorization);
    CW_COMPARE(referralNumber), CW_COMPARE(cliaNumber), CW_COMPARE(originalReferenceNumber), CW_COMPARE(frequencyCode),
        CW_COMPARE(note);
    CW_COMPARE(onsetDate), CW_COMPARE(lastMenstrualPeriod), CW_COMPARE(hospitalizedFrom), CW_COMPARE(hospitalizedTo);
    CW_COMPARE(patientSignatureSource), CW_COMPARE(specialProgram), CW_COMPARE(delayReason),
        CW_COMPARE(diagnosisRelatedGroup);
    CW_COMPARE(anesthesiaProcedures), CW_COMPARE(references), CW_COMPARE(dates), CW_COMPARE(notes),
        CW_COMPARE(fileInformation);
    CW_COMPARE(signatureOnFile), CW_COMPARE(patientPaid), CW_COMPARE(accident), CW_COMPARE(paperwork),
        CW_COMPARE(certifications);
    CW_COMPARE(flags), CW_COMPARE(institutional), CW_COMPARE(foreign);
}

void compareLine(const std::string& where, const ProcedureLine& a, const ProcedureLine& b, Lines& out)
{
    CW_COMPARE(id), CW_COMPARE(system), CW_COMPARE(code.text), CW_COMPARE(modifiers), CW_COMPARE(units),
        CW_COMPARE(unitBasis), CW_COMPARE(charge);
    CW_COMPARE(serviceFrom), CW_COMPARE(serviceTo), CW_COMPARE(placeOfService), CW_COMPARE(pointers),
        CW_COMPARE(brokenPointers), CW_COMPARE(revenueCode);
    CW_COMPARE(ndc), CW_COMPARE(note), CW_COMPARE(details.description), CW_COMPARE(details.isEmergency),
        CW_COMPARE(details.isEpsdt);
    CW_COMPARE(details.isFamilyPlanning), CW_COMPARE(details.nonCovered), CW_COMPARE(details.prescriptionNumber),
        CW_COMPARE(details.references);
    CW_COMPARE(details.dates), CW_COMPARE(details.notes), CW_COMPARE(details.paperwork),
        CW_COMPARE(details.certifications), CW_COMPARE(details.purchased);
    CW_COMPARE(evidence), CW_COMPARE(foreign), CW_COMPARE(details.providers.size());
    for (std::size_t i = 0; i < std::min(a.details.providers.size(), b.details.providers.size()); ++i) {
        CW_COMPARE(details.providers[i].role);
        CW_COMPARE(details.providers[i].provider);
    }
}

void compareEncounter(const Encounter& a, const Encounter& b, Lines& out)
{
    const char* where = "";
    CW_COMPARE(encounterId), CW_COMPARE(setting), CW_COMPARE(patient), CW_COMPARE(service.from), CW_COMPARE(service.to);
    CW_COMPARE(service.placeOfService), CW_COMPARE(service.typeOfBill), CW_COMPARE(service.admittedAt),
        CW_COMPARE(service.dischargedAt), CW_COMPARE(service.admissionType);
    CW_COMPARE(service.admissionSource), CW_COMPARE(service.dischargeStatus), CW_COMPARE(service);
    CW_COMPARE(providers.billing), CW_COMPARE(providers.rendering), CW_COMPARE(providers.referring),
        CW_COMPARE(providers.supervising);
    CW_COMPARE(providers.ordering), CW_COMPARE(providers.attending), CW_COMPARE(providers.operating),
        CW_COMPARE(providers.facility);
    CW_COMPARE(providers.payTo), CW_COMPARE(providers.secondReferring), CW_COMPARE(providers.otherOperating);
    CW_COMPARE(coverages.size()), CW_COMPARE(diagnoses.size()), CW_COMPARE(procedures.size());
    for (std::size_t i = 0; i < std::min(a.coverages.size(), b.coverages.size()); ++i) CW_COMPARE(coverages[i]);
    for (std::size_t i = 0; i < std::min(a.diagnoses.size(), b.diagnoses.size()); ++i)
        CW_COMPARE(diagnoses[i].code.text), CW_COMPARE(diagnoses[i]);
    compareClaim(a.claim, b.claim, out);
    for (std::size_t i = 0; i < std::min(a.procedures.size(), b.procedures.size()); ++i)
        compareLine("line " + std::to_string(i + 1) + " ", a.procedures[i], b.procedures[i], out);
}

}  // namespace

std::vector<std::string> differences(const ReadBack& a, const ReadBack& b)
{
    Lines out;
    const char* where = "";
    CW_COMPARE(number), CW_COMPARE(frequency), CW_COMPARE(billed), CW_COMPARE(codes), CW_COMPARE(ambulance),
        CW_COMPARE(answers.size());
    for (const auto& [rank, answer] : a.answers)
        if (const auto found = b.answers.find(rank); found != b.answers.end())
            compare("answer", answer, found->second, out);
    compareEncounter(a.encounter, b.encounter, out);
    if (out.empty() && !(a == b)) out.push_back("something that is not compared by name");
    return out;
}

}  // namespace cw::read_back
