#include "tests/claim/property/random_claims.h"

#include <fmt/format.h>

namespace cw::property {

namespace {

using Texts = std::vector<std::string>;

void addStay(Dice& dice, Encounter& e)
{
    auto& service = e.service;
    const bool inpatient = e.setting == Setting::inpatient;
    service.from = dice.day(firstDay(), 20);
    service.to = service.from.plusDays(inpatient ? dice.from(1, 9) : dice.from(0, 2));
    service.admissionType = dice.pick(Texts{"1", "2", "3"});
    service.admissionSource = dice.pick(Texts{"1", "2", "4"});
    service.dischargeStatus = dice.pick(Texts{"01", "02", "03", "20"});
    service.typeOfBill = inpatient ? "0111" : dice.pick(Texts{"0131", "131", "0851"});
    if (!inpatient) return;
    service.admittedAt = LocalMinute{service.from, dice.from(0, 1439)};
    service.dischargedAt = LocalMinute{*service.to, dice.from(0, 1439)};
    if (dice.once(5)) service.typeOfBill = "0112", service.dischargeStatus = "30", service.dischargedAt.reset();
}

void addProviders(Dice& dice, Encounter& e)
{
    auto& providers = e.providers;
    providers.billing = randomBilling(dice);
    providers.attending = randomProvider(dice, false);
    const auto maybe = [&dice](std::optional<Provider>& place, std::size_t of) {
        if (dice.once(of)) place = randomProvider(dice, false);
    };
    maybe(providers.operating, 2);
    maybe(providers.otherOperating, 5);
    maybe(providers.rendering, 4);
    if (dice.once(6)) providers.rendering = providers.attending;
    maybe(providers.referring, 4);
    maybe(providers.supervising, 8);
    if (dice.once(4)) providers.facility = randomProvider(dice, true);
    if (providers.facility) providers.facility->address = randomAddress(dice, true);
    if (dice.once(4)) providers.payTo = Provider{.address = randomAddress(dice, false)};
}

std::string codesFor(Dice& dice, const Encounter& e)
{
    const auto day = e.service.from.iso();
    Texts parts;
    if (dice.coin())
        parts.push_back(
            fmt::format(R"("occurrences":[{{"code":"11","date":"{0}"}},{{"code":"A3","date":"{0}"}}])", day));
    if (dice.coin())
        parts.push_back(fmt::format(R"("occurrence_spans":[{{"code":"74","from":"{0}","to":"{0}"}}])", day));
    if (dice.coin()) parts.push_back(R"("conditions":[{"code":"02"},{"code":"C1"}])");
    if (dice.coin())
        parts.push_back(fmt::format(R"("values":[{{"code":"A1","amount":"{}"}},{{"code":"80","amount":"4.00"}}])",
                                    dice.money().decimal()));
    if (dice.once(4)) parts.push_back(R"("treatments":[{"code":"A1"}])");
    if (parts.empty()) return {};
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "{" : ",") + part;
    return all + "}";
}

void addDetails(Dice& dice, Encounter& e)
{
    auto& claim = e.claim;
    claim.acceptAssignment = dice.pick(Texts{"A", "C"});
    claim.benefitsAssigned = dice.pick(Texts{"Y", "N", "W"});
    claim.releaseOfInformation = dice.pick(Texts{"Y", "I"});
    if (dice.coin()) claim.signatureOnFile = true;
    claim.frequencyCode = dice.pick(Texts{"", "1", "7", "8"});
    if (e.service.typeOfBill == "0112") claim.frequencyCode.clear();
    if (claim.frequencyCode == "7" || claim.frequencyCode == "8") claim.originalReferenceNumber = dice.id(4, 30);
    if (dice.once(3)) claim.priorAuthorization = dice.id(4, 30);
    if (dice.once(4)) claim.referralNumber = dice.id(4, 30);
    if (dice.once(4)) claim.delayReason = "11";
    if (dice.once(3)) claim.note = dice.words(80);
    for (const char* kind : {"DGN", "MED", "ODT"})
        if (dice.once(4)) claim.notes.push_back({kind, dice.words(80)});
    claim.references = randomReferences(dice, {"4N", "9A", "9C", "LX", "D9", "EA", "P4", "G4"});
    claim.paperwork = randomPaperwork(dice);
    while (claim.fileInformation.size() < 10 && dice.once(6)) claim.fileInformation.push_back(dice.words(80));
    if (dice.once(10)) claim.certifications.push_back({.category = "ZZ", .applies = true, .codes = {"NU"}});
    if (e.setting == Setting::inpatient && dice.coin()) claim.diagnosisRelatedGroup = dice.digits(3);
    // Have no place in an 837I, and are not to disturb it.
    if (dice.once(6)) claim.onsetDate = firstDay();
    if (dice.once(6)) claim.patientPaid = dice.money();
    if (dice.once(6)) claim.accident = {.automobile = true, .date = firstDay(), .state = "OH"};
    claim.institutional = codesFor(dice, e);
}

void addRoles(Dice& dice, Encounter& e)
{
    const auto add = [&e](DiagnosisRole role, const char* code) {
        Diagnosis one;
        one.id = {static_cast<std::int64_t>(900 + e.diagnoses.size())};
        one.role = role;
        one.code.text = code;
        e.diagnoses.push_back(std::move(one));
    };
    if (e.setting == Setting::inpatient) {
        add(DiagnosisRole::admitting, "R07.9");
        for (auto& diagnosis : e.diagnoses)
            if (dice.coin()) diagnosis.presentOnAdmission = dice.pick(Texts{"Y", "N", "U", "W", "1"});
    } else
        for (const char* code : {"R07.9", "R06.02", "R51.9"})
            if (dice.coin()) add(DiagnosisRole::reasonForVisit, code);
}

ProcedureLine revenueLine(Dice& dice, const Encounter& e, std::int64_t id)
{
    ProcedureLine line;
    line.id = {id};
    line.revenueCode = dice.pick(Texts{"0120", "0300", "0450", "0636", "0250"});
    const bool room = line.revenueCode == "0120";
    if (!room && dice.coin()) {
        line.code.text = dice.pick(Texts{"85025", "99283", "J1885", "G0378"});
        line.system = line.code.text.front() >= 'A' ? CodeSystem::hcpcs : CodeSystem::cpt;
        line.modifiers = randomModifiers(dice);
        if (dice.once(6)) line.details.description = dice.words(80);
    }
    line.charge = dice.money();
    line.units = Quantity::whole(dice.from(1, 30));
    if (dice.once(4)) line.details.nonCovered = Money::cents(dice.from(0, static_cast<int>(line.charge->inCents())));
    const bool oneDay = e.service.from == e.service.to;
    if (!oneDay || dice.coin())
        line.serviceFrom = e.service.from.plusDays(dice.from(0, e.service.from.daysUntil(*e.service.to)));
    if (dice.once(5)) line.ndc = randomDrug(dice);
    line.details.references = randomReferences(dice, {"9B", "9D"});
    if (dice.once(8)) line.details.notes.push_back({"TPO", dice.words(80)});
    if (dice.once(8)) line.details.paperwork = randomPaperwork(dice);
    for (const char* role : {"operating", "other_operating", "rendering", "referring"})
        if (dice.once(10)) line.details.providers.push_back({role, randomProvider(dice, false)});
    if (dice.once(10)) line.note = dice.words(40);
    return line;
}

void addProcedures(Dice& dice, Encounter& e)
{
    std::int64_t id = 700;
    while (e.procedures.size() < 40 && dice.below(3) != 0) {
        ProcedureLine line;
        line.id = {++id};
        line.system = CodeSystem::icd10pcs;
        line.code.text = dice.pick(Texts{"02703DZ", "4A023N7", "0DTJ4ZZ"});
        line.serviceFrom = e.service.from;
        e.procedures.insert(e.procedures.begin() + static_cast<std::ptrdiff_t>(dice.below(e.procedures.size() + 1)),
                            std::move(line));
        if (e.procedures.size() > 25) break;
    }
}

}  // namespace

RandomClaim institutionalClaim(Dice& dice, const std::string& encounterId)
{
    RandomClaim claim;
    auto& e = claim.encounter;
    e.encounterId = encounterId;
    e.row = {static_cast<std::int64_t>(dice.from(1, 1000000))};
    e.setting = dice.coin() ? Setting::inpatient : Setting::outpatient;
    addStay(dice, e);
    e.patient = randomPerson(dice);
    if (dice.coin()) e.patient.mrn = dice.digits(6);
    addProviders(dice, e);
    addDetails(dice, e);
    addDiagnoses(dice, e, 25);
    addRoles(dice, e);
    const int lines = dice.once(60) ? 300 : dice.from(1, 8);
    for (int i = 0; i < lines; ++i) e.procedures.push_back(revenueLine(dice, e, 500 + i));
    if (e.setting == Setting::inpatient) addProcedures(dice, e);
    addCoverages(dice, claim);
    return claim;
}

}  // namespace cw::property
