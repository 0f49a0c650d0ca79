#include "tests/claim/sample_encounter.h"

namespace cw::sample {

namespace {

Provider person(const std::string& npi, const std::string& last, const std::string& first)
{
    Provider provider;
    provider.npi = npi;
    provider.lastName = last;
    provider.firstName = first;
    return provider;
}

Provider hospital()
{
    Provider provider = billingClinic();
    provider.organization = "Elm Street Hospital";
    provider.taxonomy = "282N00000X";
    return provider;
}

ProcedureLine revenueLine(std::int64_t id, const std::string& revenue, const std::string& code, Money charge)
{
    ProcedureLine line;
    line.id = {id};
    line.revenueCode = revenue;
    line.charge = charge;
    line.serviceFrom = Date::of(2025, 1, 15);
    if (code.empty()) return line;
    line.system = code.front() >= 'A' ? CodeSystem::hcpcs : CodeSystem::cpt;
    line.code.text = code;
    return line;
}

ProcedureLine inpatientProcedure(std::int64_t id, const std::string& code, Date day)
{
    ProcedureLine line;
    line.id = {id};
    line.system = CodeSystem::icd10pcs;
    line.code.text = code;
    line.serviceFrom = day;
    return line;
}

Encounter hospitalVisit(Setting setting)
{
    Encounter encounter = officeVisit("H-3003");
    encounter.row = {7003};
    encounter.setting = setting;
    encounter.patient.mrn = "mrn-77";
    encounter.service.placeOfService.clear();
    encounter.coverages[0].payer = {.name = "Medicare Part A", .payerId = "15201", .claimFilingCode = "MA"};
    encounter.providers.billing = hospital();
    encounter.providers.rendering.reset();
    encounter.providers.attending = person("1497758544", "Okafor", "Ife");
    encounter.providers.attending->taxonomy = "207R00000X";
    encounter.claim.signatureOnFile.reset();
    return encounter;
}

}  // namespace

Encounter inpatientStay()
{
    Encounter encounter = hospitalVisit(Setting::inpatient);
    encounter.service = {.from = Date::of(2025, 1, 10),
                         .to = Date::of(2025, 1, 15),
                         .admittedAt = LocalMinute{Date::of(2025, 1, 10), 9 * 60 + 30},
                         .dischargedAt = LocalMinute{Date::of(2025, 1, 15), 14 * 60 + 5},
                         .admissionType = "1",
                         .admissionSource = "1",
                         .dischargeStatus = "01",
                         .typeOfBill = "0111"};
    encounter.providers.operating = person("1679576722", "Nguyen", "Minh");
    encounter.claim.diagnosisRelatedGroup = "470";
    encounter.claim.institutional =
        R"({"occurrences":[{"code":"11","date":"2025-01-02"}],"conditions":[{"code":"02"}],"values":[{"code":"A1","amount":"100.00"}]})";
    encounter.diagnoses = {diagnosis(1, "S72001A"), diagnosis(2, "E119"), diagnosis(3, "W1830XA"), diagnosis(4, "Z794"),
                           diagnosis(5, "R4182")};
    const std::vector<std::string> present = {"Y", "N", "Y", "1", ""};
    for (std::size_t i = 0; i < present.size(); ++i) encounter.diagnoses[i].presentOnAdmission = present[i];
    encounter.diagnoses[4].role = DiagnosisRole::admitting;
    encounter.procedures = {
        revenueLine(11, "0120", "", Money::cents(500000)), inpatientProcedure(12, "0SR9019", Date::of(2025, 1, 11)),
        revenueLine(13, "0250", "", Money::cents(12345)), inpatientProcedure(14, "30233N1", Date::of(2025, 1, 12))};
    encounter.procedures[0].units = Quantity::whole(5);
    return encounter;
}

Encounter outpatientVisit()
{
    Encounter encounter = hospitalVisit(Setting::outpatient);
    encounter.service = {.from = Date::of(2025, 1, 15),
                         .to = Date::of(2025, 1, 16),
                         .admissionType = "3",
                         .admissionSource = "1",
                         .dischargeStatus = "01",
                         .typeOfBill = "0131"};
    encounter.diagnoses.push_back(diagnosis(3, "R0789"));
    encounter.diagnoses.back().role = DiagnosisRole::reasonForVisit;
    encounter.procedures = {revenueLine(11, "0450", "99284", Money::cents(80000)),
                            revenueLine(12, "0300", "80053", Money::cents(9050)),
                            revenueLine(13, "0270", "", Money::cents(1200))};
    encounter.procedures[0].modifiers = {"25"};
    return encounter;
}

}  // namespace cw::sample
