#include "tests/claim/property/random_claims.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::property {

namespace {

void addProviders(Dice& dice, Encounter& e)
{
    auto& providers = e.providers;
    providers.billing = randomBilling(dice);
    if (dice.once(6)) {
        auto& billing = *providers.billing;
        billing.organization.clear();
        billing.lastName = "Okafor", billing.firstName = "Ife", billing.taxIdType = "SY";
    }
    if (dice.once(4)) providers.billing->references = randomReferences(dice, {"0B", "1G", "G2", "LU"});
    const auto maybe = [&dice](std::optional<Provider>& place, bool organization, std::size_t of) {
        if (dice.once(of)) place = randomProvider(dice, organization);
    };
    maybe(providers.rendering, dice.once(8), 2);
    if (dice.once(6)) providers.rendering = providers.billing;
    maybe(providers.referring, false, 3);
    maybe(providers.secondReferring, false, 5);
    maybe(providers.supervising, false, 4);
    maybe(providers.ordering, false, 4);
    if (providers.referring && dice.once(4)) providers.referring->npi.clear();
    if (providers.ordering && dice.coin()) providers.ordering->address = randomAddress(dice, false);
    maybe(providers.facility, true, 3);
    if (providers.facility)
        providers.facility->address = dice.once(4) ? providers.billing->address : randomAddress(dice, true);
    if (dice.once(5)) providers.payTo = Provider{.address = randomAddress(dice, false)};
    // Has no place in an 837P, and is not to disturb it.
    maybe(providers.attending, false, 8);
}

void addDates(Dice& dice, ClaimDetails& claim)
{
    const auto day = [&dice] { return std::optional(Date::of(2024, 12, 1).plusDays(dice.from(0, 30))); };
    if (dice.once(4)) claim.onsetDate = day();
    if (dice.once(6)) claim.lastMenstrualPeriod = day();
    if (dice.once(4))
        claim.hospitalizedFrom = day(), claim.hospitalizedTo = claim.hospitalizedFrom->plusDays(dice.from(0, 9));
    for (const char* kind : {"454", "304", "453", "455", "471", "297", "296", "090", "091", "444", "050"})
        if (dice.once(10)) claim.dates.push_back({.qualifier = kind, .first = day(), .last = {}});
    if (dice.once(8))
        claim.dates.push_back({.qualifier = "314", .first = firstDay(), .last = firstDay().plusDays(dice.from(0, 5))});
    if (dice.once(8)) claim.dates.push_back({.qualifier = "360", .first = firstDay(), .last = {}});
}

void addDetails(Dice& dice, Encounter& e)
{
    auto& claim = e.claim;
    using Texts = std::vector<std::string>;
    claim.acceptAssignment = dice.pick(Texts{"A", "B", "C"});
    claim.benefitsAssigned = dice.pick(Texts{"Y", "N", "W"});
    claim.releaseOfInformation = dice.pick(Texts{"Y", "I"});
    claim.signatureOnFile = dice.coin();
    claim.frequencyCode = dice.pick(Texts{"", "1", "1", "6", "7", "8"});
    if (claim.frequencyCode == "6" || claim.frequencyCode == "7" || claim.frequencyCode == "8")
        claim.originalReferenceNumber = dice.id(4, 30);
    if (dice.once(4)) claim.patientSignatureSource = "P";
    if (dice.once(6)) claim.specialProgram = dice.pick(Texts{"02", "03", "05", "09"});
    if (dice.once(6)) claim.delayReason = dice.pick(Texts{"1", "7", "11", "15"});
    if (dice.once(3)) claim.priorAuthorization = dice.id(4, 30);
    if (dice.once(4)) claim.referralNumber = dice.id(4, 30);
    if (dice.once(6)) claim.cliaNumber = "36D" + dice.digits(7);
    if (dice.once(4)) claim.patientPaid = dice.money(9999);
    if (dice.once(3)) claim.note = dice.words(80);
    if (claim.note.empty() && dice.once(4))
        claim.notes = {{dice.pick(Texts{"ADD", "CER", "DCP", "DGN", "TPO"}), dice.words(80)}};
    if (dice.once(4))
        claim.accident = {
            .automobile = dice.coin(), .employment = dice.coin(), .date = Date::of(2024, 12, 24), .state = "OH"};
    if (!claim.accident.any() && dice.once(4)) claim.accident = {.other = true, .date = Date::of(2024, 12, 24)};
    claim.references = randomReferences(dice, {"4N", "F5", "EW", "9A", "9C", "LX", "D9", "EA", "P4", "1J"});
    if (dice.once(8)) claim.references.push_back({"SY", dice.digits(9)});
    addDates(dice, claim);
    claim.paperwork = randomPaperwork(dice);
    while (claim.fileInformation.size() < 10 && dice.once(6)) claim.fileInformation.push_back(dice.words(80));
    if (dice.once(10))
        claim.certifications.push_back({.category = "ZZ", .applies = dice.coin(), .codes = {"AV", "S2"}});
    if (dice.once(10)) claim.certifications.push_back({.category = "E1", .applies = true, .codes = {"L1"}});
    if (dice.once(12)) claim.certifications.push_back({.category = "75", .applies = true, .codes = {"IH"}});
    if (dice.once(10)) claim.anesthesiaProcedures = {"27447"};
    if (dice.once(12)) claim.flags = {"screening"};
    if (dice.once(12)) claim.diagnosisRelatedGroup = "470";
    if (dice.once(8))
        claim.institutional =
            R"({"conditions":[{"code":"02"},{"code":"AA"}],"ambulance":{"transport_reason":"A","miles":"12.5","patient_pounds":"180","pick_up":{"line1":"5 Pick Up Ln","city":"Dayton","state":"OH","postal_code":"45402"},"drop_off":{"line1":"7 Drop Off Ave","city":"Dayton","state":"OH","postal_code":"45402"},"conditions":["01","06"]}})";
}

ProcedureLine randomLine(Dice& dice, const Encounter& e, std::int64_t id)
{
    static const std::vector<std::string> codes = {"99213", "99214", "G0439", "85025", "29505",
                                                   "J1885", "01392", "93000", "0001A", "0075T"};
    ProcedureLine line;
    line.id = {id};
    line.code.text = dice.pick(codes);
    line.system = line.code.text.front() >= 'A' ? CodeSystem::hcpcs : CodeSystem::cpt;
    line.modifiers = randomModifiers(dice);
    line.charge = dice.once(20) ? Money{} : dice.money();
    line.units = dice.coin() ? Quantity::whole(dice.from(1, 99)) : Quantity::thousandths(dice.from(1, 9999));
    if (dice.once(8)) line.unitBasis = "MJ";
    line.serviceFrom = dice.day(firstDay(), 30);
    if (dice.coin()) line.serviceTo = line.serviceFrom->plusDays(dice.from(0, 3));
    if (dice.once(4)) line.placeOfService = dice.pick(std::vector<std::string>{"11", "22", "12"});
    auto all = e.claimDiagnoses();
    while (!all.empty() && line.pointers.size() < 4 && (line.pointers.empty() || dice.coin())) {
        const auto at = dice.below(all.size());
        line.pointers.push_back(all[at]->id);
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
    }
    if (dice.once(4)) line.note = dice.words(80);
    if (dice.once(6)) line.ndc = randomDrug(dice);
    return line;
}

void addLineDetails(Dice& dice, ProcedureLine& line)
{
    auto& details = line.details;
    if (dice.once(6)) details.description = dice.words(80);
    details.isEmergency = dice.once(6);
    details.isEpsdt = dice.once(8);
    details.isFamilyPlanning = dice.once(8);
    if (line.ndc && dice.coin()) details.prescriptionNumber = dice.id(3, 12);
    details.references = randomReferences(dice, {"9B", "9D", "G1", "EW", "X4", "F4", "BT", "9F"});
    if (dice.once(8)) details.references.push_back({"G1", dice.id(2, 9)});
    for (const char* kind : {"471", "607", "463", "461", "304", "738", "011", "455", "454"})
        if (dice.once(12)) details.dates.push_back({.qualifier = kind, .first = firstDay(), .last = {}});
    if (dice.once(8)) details.notes.push_back({"TPO", dice.words(80)});
    if (line.note.empty() && dice.once(8)) details.notes.push_back({"DCP", dice.words(80)});
    if (dice.once(6)) details.paperwork = randomPaperwork(dice);
    if (dice.once(12)) details.certifications.push_back({.category = "09", .applies = true, .codes = {"ZV"}});
    if (dice.once(10)) details.purchased = PurchasedService{dice.id(3, 12), dice.money(9999)};
    for (const char* role : {"rendering", "supervising", "ordering", "referring", "second_referring"})
        if (dice.once(8)) details.providers.push_back({role, randomProvider(dice, false)});
    if (dice.once(10)) details.providers.push_back({"purchased", randomProvider(dice, dice.coin())});
    if (dice.once(10)) {
        details.providers.push_back({"facility", randomProvider(dice, true)});
        details.providers.back().provider.address = randomAddress(dice, true);
        details.providers.back().provider.references = randomReferences(dice, {"G2", "LU"});
    }
}

}  // namespace

RandomClaim professionalClaim(Dice& dice, const std::string& encounterId)
{
    RandomClaim claim;
    auto& e = claim.encounter;
    e.encounterId = encounterId;
    e.row = {static_cast<std::int64_t>(dice.from(1, 1000000))};
    e.service.from = firstDay();
    e.service.placeOfService = dice.pick(std::vector<std::string>{"11", "22", "12", "41", "31"});
    e.patient = randomPerson(dice);
    e.patient.mrn = dice.digits(6);
    addProviders(dice, e);
    addDetails(dice, e);
    addDiagnoses(dice, e, 12);
    const int lines = dice.once(40) ? 50 : dice.from(1, 5);
    for (int i = 0; i < lines; ++i) {
        e.procedures.push_back(randomLine(dice, e, 500 + i));
        if (lines < 50) addLineDetails(dice, e.procedures.back());
    }
    addCoverages(dice, claim);
    return claim;
}

}  // namespace cw::property
