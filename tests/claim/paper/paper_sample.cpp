#include "tests/claim/paper/paper_sample.h"

#include "base/file.h"
#include "base/text.h"
#include "claim/paper/frames.h"
#include "claim/paper/sheet.h"
#include "tests/support/pdf_text.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cw::sample {

namespace {

Provider person(const std::string& npi, const std::string& last, const std::string& first)
{
    Provider provider;
    provider.npi = npi;
    provider.lastName = last;
    provider.firstName = first;
    provider.references = {{"G2", "P" + npi.substr(0, 6)}};
    return provider;
}

Provider clinic(const std::string& npi, const std::string& name, const std::string& street)
{
    Provider provider;
    provider.npi = npi;
    provider.organization = name;
    provider.taxId = "31-0123456";
    provider.taxIdType = "EI";
    provider.taxonomy = "207Q00000X";
    provider.address = {.line1 = street, .city = "Dayton", .state = "OH", .postalCode = "454020001"};
    provider.phone = "(937) 555-0111";
    return provider;
}

Person member(const std::string& first, Sex sex)
{
    Person person;
    person.lastName = "Rivera";
    person.firstName = first;
    person.middleName = "Josefa";
    person.birthDate = Date::of(1961, 4, 2);
    person.sex = sex;
    person.phone = "937-555-0100";
    person.address = {.line1 = "12 Elm St", .line2 = "Apt 3", .city = "Dayton", .state = "OH", .postalCode = "45402"};
    return person;
}

Diagnosis diagnosis(std::int64_t id, const std::string& code, const std::string& poa = "")
{
    Diagnosis diagnosis;
    diagnosis.id = {id};
    diagnosis.code.text = code;
    diagnosis.presentOnAdmission = poa;
    return diagnosis;
}

std::vector<Coverage> twoCoverages()
{
    Coverage first;
    first.payer = {.name = "Buckeye Mutual", .payerId = "BM001", .claimFilingCode = "CI"};
    first.payer.address = {
        .line1 = "PO Box 500", .line2 = "Claims", .city = "Columbus", .state = "OH", .postalCode = "43215"};
    first.memberId = "W123456";
    first.groupNumber = "GRP77";
    first.groupName = "Elm Works";
    first.relationship = Relationship::spouse;
    first.subscriber = member("Leo", Sex::male);
    first.providerNumber = "BM77";
    first.caseNumber = "PC-9";
    Coverage second = first;
    second.rank = CoverageRank::secondary;
    second.payer = {.name = "Ohio Plan", .payerId = "OP002", .claimFilingCode = "CI"};
    second.memberId = "X987";
    second.groupNumber = "G2X";
    second.groupName = "Oak Works";
    return {first, second};
}

const std::string answer =
    R"({"date": "2025-02-20", "paid": "80.00", "claim_control_number": "ICN55",
        "adjustments": [{"group": "PR", "reason": "2", "amount": "20.00"}]})";

}  // namespace

ProcedureLine officeLine(std::int64_t id, const std::string& code, Money charge)
{
    ProcedureLine line;
    line.id = {id};
    line.system = CodeSystem::cpt;
    line.code.text = code;
    line.charge = charge;
    line.serviceFrom = Date::of(2025, 1, 15);
    line.pointers = {{2}, {1}};
    return line;
}

ProcedureLine revenueLine(std::int64_t id, const std::string& revenueCode, Money charge)
{
    ProcedureLine line;
    line.id = {id};
    line.revenueCode = revenueCode;
    line.charge = charge;
    line.serviceFrom = Date::of(2025, 1, 15);
    line.details.description = "Room and board";
    line.details.nonCovered = Money::cents(1250);
    return line;
}

Encounter everythingOffice()
{
    Encounter encounter;
    encounter.row = {7001};
    encounter.encounterId = "V-1001";
    encounter.service.from = Date::of(2025, 1, 15);
    encounter.service.placeOfService = "22";
    encounter.patient = member("Ana", Sex::female);
    encounter.coverages = twoCoverages();
    auto& providers = encounter.providers;
    providers.billing = clinic("1234567893", "Elm Street Clinic", "1 Main St");
    providers.rendering = person("1497758544", "Okafor", "Ife");
    providers.referring = person("1679576722", "Nguyen", "Minh");
    providers.facility = clinic("1245319599", "Elm Street Annex", "99 Side Rd");
    providers.facility->references = {{"LU", "L55"}};
    auto& claim = encounter.claim;
    claim.acceptAssignment = "A";
    claim.signatureOnFile = true;
    claim.benefitsAssigned = claim.releaseOfInformation = "Y";
    claim.accident = {
        .automobile = true, .employment = true, .other = true, .date = Date::of(2025, 1, 10), .state = "oh"};
    claim.onsetDate = Date::of(2025, 1, 11);
    claim.dates = {{"314", Date::of(2025, 1, 12), Date::of(2025, 1, 20)}};
    claim.hospitalizedFrom = Date::of(2025, 1, 12);
    claim.hospitalizedTo = Date::of(2025, 1, 14);
    claim.patientPaid = Money::cents(1050);
    claim.priorAuthorization = "AUTH-55";
    claim.frequencyCode = "7";
    claim.originalReferenceNumber = "ICN123456789";
    claim.note = "Corrected laterality of the injured leg, see the second operative note";
    claim.institutional = R"({"conditions": [{"code": "AA"}, {"code": "02"}]})";
    for (int i = 0; i < 12; ++i)
        encounter.diagnoses.push_back(diagnosis(i + 1, "S80011" + std::string(1, "ADS"[i % 3])));
    auto line = officeLine(11, "29505", Money::cents(41200));
    line.modifiers = {"RT", "59", "76", "GC"};
    line.serviceTo = Date::of(2025, 1, 16);
    line.placeOfService = "11";
    line.details.isEmergency = line.details.isEpsdt = true;
    line.details.purchased = PurchasedService{.providerNumber = "1", .amount = Money::cents(900)};
    line.details.description = "Splint";
    line.ndc = DrugCode{.code = "00002-7510-01", .quantity = Quantity::whole(2), .unit = "ML", .foreign = {}};
    encounter.procedures = {line};
    return encounter;
}

std::vector<Encounter> officeVariants()
{
    std::vector<Encounter> all = {everythingOffice()};
    const std::vector<std::string> programs = {"MB", "MC", "CH", "VA", "ZZ"};
    for (std::size_t i = 0; i < programs.size(); ++i) {
        auto encounter = everythingOffice();
        encounter.encounterId = "V-200" + std::to_string(i);
        encounter.coverages.resize(1);
        auto& coverage = encounter.coverages[0];
        coverage.payer.claimFilingCode = programs[i];
        const std::vector<Relationship> relationships = {Relationship::self, Relationship::child, Relationship::other,
                                                         Relationship::spouse, Relationship::unknown};
        coverage.relationship = relationships[i];
        coverage.subscriber->sex = Sex::female;
        encounter.patient.sex = Sex::male;
        encounter.claim.accident = {};
        encounter.claim.acceptAssignment = "C";
        encounter.providers.billing->taxIdType = "SY";
        encounter.procedures[0].details.purchased.reset();
        all.push_back(std::move(encounter));
    }
    return all;
}

Encounter everythingStay()
{
    Encounter encounter = everythingOffice();
    encounter.encounterId = "V-3001";
    encounter.setting = Setting::inpatient;
    auto& service = encounter.service;
    service.to = Date::of(2025, 1, 18);
    service.admittedAt = *LocalMinute::parse("2025-01-15T07:30");
    service.dischargedAt = *LocalMinute::parse("2025-01-18T16:00");
    service.admissionType = "1";
    service.admissionSource = "7";
    service.dischargeStatus = "01";
    service.typeOfBill = "0111";
    encounter.patient.mrn = "000123";
    encounter.coverages[0].adjudication = answer;
    auto& providers = encounter.providers;
    providers.payTo = clinic("", "Elm Street Billing", "5 Bank St");
    providers.attending = person("1558598797", "Silva", "Joao");
    providers.operating = person("1000000004", "Adler", "Ruth");
    providers.otherOperating = person("1999999984", "Kim", "Sun");
    providers.facility.reset();
    auto& claim = encounter.claim;
    claim.diagnosisRelatedGroup = "470";
    claim.institutional = R"({"conditions": [{"code": "01"}, {"code": "02"}, {"code": "03"}, {"code": "04"},
        {"code": "05"}, {"code": "06"}, {"code": "07"}, {"code": "08"}, {"code": "09"}, {"code": "10"}, {"code": "11"}],
        "occurrences": [{"code": "11", "date": "2025-01-02"}, {"code": "12", "date": "2025-01-03"},
        {"code": "13", "date": "2025-01-04"}, {"code": "14", "date": "2025-01-05"}, {"code": "15", "date": "2025-01-06"}],
        "occurrence_spans": [{"code": "70", "from": "2025-01-02", "to": "2025-01-03"},
        {"code": "71", "from": "2025-01-04", "to": "2025-01-05"}],
        "values": [{"code": "A1", "amount": "100.00"}, {"code": "01", "amount": "950.50"}, {"code": "80", "amount": "3.00"},
        {"code": "81", "amount": "0.00"}]})";
    encounter.diagnoses = {diagnosis(1, "S72001A", "Y")};
    for (int i = 2; i <= 18; ++i) encounter.diagnoses.push_back(diagnosis(i, i % 2 == 0 ? "E1122" : "S80011A", "N"));
    for (int i = 19; i <= 21; ++i) encounter.diagnoses.push_back(diagnosis(i, "V4952XA", "U"));
    auto admitting = diagnosis(30, "S72009A");
    admitting.role = DiagnosisRole::admitting;
    encounter.diagnoses.push_back(admitting);
    encounter.procedures = {revenueLine(11, "0120", Money::cents(120000)), revenueLine(12, "0250", Money::cents(4550))};
    encounter.procedures[1].system = CodeSystem::hcpcs;
    encounter.procedures[1].code.text = "J1885";
    encounter.procedures[1].modifiers = {"RT"};
    for (int i = 0; i < 6; ++i) {
        ProcedureLine pcs;
        pcs.id = {20 + i};
        pcs.system = CodeSystem::icd10pcs;
        pcs.code.text = "0SR9019";
        pcs.serviceFrom = Date::of(2025, 1, 16);
        encounter.procedures.push_back(pcs);
    }
    return encounter;
}

Encounter everythingOutpatient()
{
    Encounter encounter = everythingStay();
    encounter.encounterId = "V-3002";
    encounter.setting = Setting::outpatient;
    encounter.service.typeOfBill = "0131";
    encounter.claim.diagnosisRelatedGroup.clear();
    encounter.diagnoses.resize(2);
    for (int i = 0; i < 3; ++i) {
        auto reason = diagnosis(40 + i, "R0789");
        reason.role = DiagnosisRole::reasonForVisit;
        encounter.diagnoses.push_back(reason);
    }
    encounter.procedures.resize(2);
    return encounter;
}

Claim claimOf(const Encounter& encounter, CoverageRank billed)
{
    return {.encounter = &encounter, .billed = billed, .number = text::upperAscii(encounter.encounterId)};
}

std::vector<Claim> claimsOf(const std::vector<Encounter>& encounters, CoverageRank billed)
{
    std::vector<Claim> claims;
    for (const auto& encounter : encounters) claims.push_back(claimOf(encounter, billed));
    return claims;
}

std::string textIn(const paper::Page& page, std::string_view box, int line)
{
    for (const auto& print : page.prints) {
        const auto& boxes = box.starts_with("FL ") ? paper::boxesUb04() : paper::boxes1500();
        if (print.box == box && paper::lineAt(paper::boxOf(boxes, box), print.row) == line)
            return std::string(text::trim(print.text));
    }
    return {};
}

std::string refusalOf(const paper::Pages& pages)
{
    EXPECT_TRUE(pages.pages.empty());
    if (pages.refused.size() != 1U) return "not refused";
    return std::string(pages.refused[0].error.id) + " " + pages.refused[0].error.detail;
}

std::vector<Cells> cellsOf(const std::string& pdf, ClaimForm form, const paper::Offsets& offsets)
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "form.pdf";
    EXPECT_TRUE(writeFileAtomically(file, pdf));
    const auto grid = paper::gridOf(form);
    const double right = offsets.millimetresRight * 72 / 25.4;
    const double down = offsets.millimetresDown * 72 / 25.4;
    std::vector<Cells> pages;
    const auto words = test::printed("pdftotext -bbox '" + file.string() + "' - 2>/dev/null");
    for (const auto line : text::split(words, '\n')) {
        if (line.find("<page ") != std::string_view::npos) pages.emplace_back();
        double x = 0;
        double yMin = 0;
        double xMax = 0;
        double yMax = 0;
        const std::string text(text::trim(line));
        if (std::sscanf(text.c_str(), R"(<word xMin="%lf" yMin="%lf" xMax="%lf" yMax="%lf">)", &x, &yMin, &xMax,
                        &yMax) != 4)
            continue;
        const auto from = text.find('>') + 1;
        const auto word = text.substr(from, text.rfind('<') - from);
        const auto row = static_cast<int>(std::floor(((yMin + yMax) / 2 - grid.top - down) / 12)) + 1;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const auto column = std::lround((x - grid.left - right) / 7.2) + 1 + static_cast<long>(i);
            EXPECT_TRUE(pages.back().emplace(std::pair(row, static_cast<int>(column)), word[i]).second);
        }
    }
    return pages;
}

}  // namespace cw::sample
