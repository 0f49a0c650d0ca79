#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

#include <functional>

namespace cw {
namespace {

using sample::injuredChild;
using sample::officeVisit;
using sample::request;

struct Spoiled {
    const char* id;
    const char* element;
    std::function<void(Encounter&)> spoil;
};

void PrintTo(const Spoiled& spoiled, std::ostream* out)
{
    *out << spoiled.id << " at " << spoiled.element;
}

class Claim837pRefuses : public testing::TestWithParam<Spoiled> {};

TEST_P(Claim837pRefuses, NamingEncounterAndElement)
{
    auto encounter = injuredChild();
    auto wanted = request({&encounter});
    ASSERT_EQ("written", sample::refusalOf(wanted).id);
    GetParam().spoil(encounter);
    wanted.claims[0].number = claimNumberOf(encounter, 1);
    const auto file = write837(wanted);
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_EQ("", file->bytes);
    EXPECT_TRUE(file->claims.empty());
    EXPECT_TRUE(file->replacements.empty());
    ASSERT_EQ(1U, file->refused.size());
    EXPECT_EQ(encounter.encounterId, file->refused[0].encounterId);
    const auto& error = file->refused[0].error;
    EXPECT_EQ(GetParam().id, error.id) << error.detail;
    EXPECT_EQ(ErrorKind::invalidInput, error.kind);
    EXPECT_EQ(0U, error.detail.find(encounter.encounterId + ": loop ")) << error.detail;
    EXPECT_NE(std::string::npos, error.detail.find(GetParam().element)) << error.detail;
    for (const auto* name : {"Rivera", "RIVERA", "123456", "Okafor"})
        EXPECT_EQ(std::string::npos, error.detail.find(name)) << error.detail;
}

INSTANTIATE_TEST_SUITE_P(
    Parties, Claim837pRefuses,
    testing::Values(
        Spoiled{"CLAIM-002", "2010BA, NM103",
                [](auto& e) { e.coverages[0].subscriber->lastName = std::string(61, 'R'); }},
        Spoiled{"CLAIM-002", "2010CA, NM104", [](auto& e) { e.patient.firstName = std::string(36, 'R'); }},
        Spoiled{"CLAIM-002", "2010CA, N301", [](auto& e) { e.patient.address.line1 = std::string(56, 'R'); }},
        Spoiled{"CLAIM-002", "2010AA, NM103",
                [](auto& e) { e.providers.billing->organization = std::string(61, 'R'); }},
        Spoiled{"CLAIM-001", "2010CA, NM103", [](auto& e) { e.patient.lastName = "*"; }},
        Spoiled{"CLAIM-001", "2010CA, N401", [](auto& e) { e.patient.address.city = ""; }},
        Spoiled{"CLAIM-004", "2010CA, N402", [](auto& e) { e.patient.address.state = "Ohio"; }},
        Spoiled{"CLAIM-005", "2010CA, N403", [](auto& e) { e.patient.address.postalCode = "4540"; }},
        Spoiled{"CLAIM-005", "2010AA, N403", [](auto& e) { e.providers.billing->address.postalCode = "45402"; }},
        Spoiled{"CLAIM-005", "2010AA, NM109", [](auto& e) { e.providers.billing->npi = "123456789"; }},
        Spoiled{"CLAIM-006", "2010AA, REF01", [](auto& e) { e.providers.billing->taxIdType = "24"; }},
        Spoiled{"CLAIM-005", "2010AA, REF02", [](auto& e) { e.providers.billing->taxId = "3101234567"; }},
        Spoiled{"CLAIM-003", "2010BA, NM109", [](auto& e) { e.coverages[0].memberId = "W123*456"; }},
        Spoiled{"CLAIM-001", "2010BB, NM109", [](auto& e) { e.coverages[0].payer.payerId = ""; }},
        Spoiled{"CLAIM-001", "2010BB, N301", [](auto& e) { e.coverages[0].payer.address.line1 = ""; }},
        Spoiled{"CLAIM-001", "2000B, SBR09", [](auto& e) { e.coverages[0].payer.claimFilingCode = ""; }},
        Spoiled{"CLAIM-256", "SBR02", [](auto& e) { e.coverages[0].relationship.reset(); }},
        Spoiled{"CLAIM-257", "NM103", [](auto& e) { e.coverages[0].subscriber.reset(); }},
        Spoiled{"CLAIM-253", "SBR01", [](auto& e) { e.coverages[0].rank = CoverageRank::secondary; }},
        Spoiled{"CLAIM-254", "NM109", [](auto& e) { e.providers.billing.reset(); }},
        Spoiled{"CLAIM-202", "DMG02", [](auto& e) { e.patient.birthDate.reset(); }},
        Spoiled{"CLAIM-203", "DMG03", [](auto& e) { e.patient.sex.reset(); }},
        Spoiled{"CLAIM-201", "2310A, NM102", [](auto& e) { e.providers.referring->organization = "Group"; }},
        Spoiled{"CLAIM-204", "2310C, NM102", [](auto& e) { e.providers.facility->organization = ""; }},
        Spoiled{"CLAIM-001", "2310B, NM109", [](auto& e) { e.providers.rendering->npi = ""; }},
        Spoiled{"CLAIM-004", "2310B, PRV03", [](auto& e) { e.providers.rendering->taxonomy = "207Q"; }}));

INSTANTIATE_TEST_SUITE_P(
    Claim, Claim837pRefuses,
    testing::Values(Spoiled{"CLAIM-003", "CLM01", [](auto& e) { e.encounterId = "V:2002"; }},
                    Spoiled{"CLAIM-004", "CLM01", [](auto& e) { e.encounterId = std::string(21, 'V'); }},
                    Spoiled{"CLAIM-219", "CLM05", [](auto& e) { e.setting = Setting::outpatient; }},
                    Spoiled{"CLAIM-005", "CLM05-1", [](auto& e) { e.service.placeOfService = "1"; }},
                    Spoiled{"CLAIM-006", "CLM05-3", [](auto& e) { e.claim.frequencyCode = "5"; }},
                    Spoiled{"CLAIM-212", "REF02", [](auto& e) { e.claim.originalReferenceNumber = ""; }},
                    Spoiled{"CLAIM-213", "CLM05-3", [](auto& e) { e.claim.frequencyCode = ""; }},
                    Spoiled{"CLAIM-214", "CLM06", [](auto& e) { e.claim.signatureOnFile.reset(); }},
                    Spoiled{"CLAIM-001", "CLM07", [](auto& e) { e.claim.acceptAssignment = ""; }},
                    Spoiled{"CLAIM-006", "CLM08", [](auto& e) { e.claim.benefitsAssigned = "A"; }},
                    Spoiled{"CLAIM-006", "CLM09", [](auto& e) { e.claim.releaseOfInformation = "N"; }},
                    Spoiled{"CLAIM-210", "CLM11", [](auto& e) { e.claim.accident.employment = true; }},
                    Spoiled{"CLAIM-211", "DTP03", [](auto& e) { e.claim.accident.date.reset(); }},
                    Spoiled{"CLAIM-001", "CLM11-4", [](auto& e) { e.claim.accident.state = ""; }},
                    Spoiled{"CLAIM-221", "AMT02", [](auto& e) { e.claim.patientPaid = Money::cents(-1); }},
                    Spoiled{"CLAIM-002", "NTE02", [](auto& e) { e.claim.note = std::string(81, 'n'); }},
                    Spoiled{"CLAIM-003", "REF02", [](auto& e) { e.claim.priorAuthorization = "A~1"; }},
                    Spoiled{"CLAIM-215", "HI01", [](auto& e) { e.diagnoses.clear(); }},
                    Spoiled{"CLAIM-216", "13 diagnoses", [](auto& e) { e.diagnoses.resize(13, e.diagnoses[0]); }},
                    Spoiled{"CLAIM-217", "HI", [](auto& e) { e.diagnoses[1].code.text = "25000"; }},
                    Spoiled{"CLAIM-220", "LX01: 0 lines", [](auto& e) { e.procedures.clear(); }},
                    Spoiled{"CLAIM-220", "LX01: 51 lines", [](auto& e) { e.procedures.resize(51, e.procedures[0]); }}));

INSTANTIATE_TEST_SUITE_P(
    Lines, Claim837pRefuses,
    testing::Values(Spoiled{"CLAIM-230", "SV101", [](auto& e) { e.procedures[0].system = CodeSystem::icd10pcs; }},
                    Spoiled{"CLAIM-231", "SV101", [](auto& e) { e.procedures[0].code.text = "9921"; }},
                    Spoiled{"CLAIM-232", "SV101", [](auto& e) { e.procedures[2].modifiers.push_back("59"); }},
                    Spoiled{"CLAIM-233", "SV101", [](auto& e) { e.procedures[0].modifiers = {"R"}; }},
                    Spoiled{"CLAIM-234", "SV107: 0", [](auto& e) { e.procedures[0].pointers.clear(); }},
                    Spoiled{"CLAIM-234", "SV107: 5",
                            [](auto& e) { e.procedures[0].pointers.resize(5, DiagnosisId{1}); }},
                    Spoiled{"CLAIM-235", "SV107", [](auto& e) { e.procedures[0].brokenPointers = {9}; }},
                    Spoiled{"CLAIM-236", "SV107", [](auto& e) { e.procedures[0].pointers = {{77}}; }},
                    Spoiled{"CLAIM-237", "SV102", [](auto& e) { e.procedures[0].charge.reset(); }},
                    Spoiled{"CLAIM-237", "SV102", [](auto& e) { e.procedures[0].charge = Money::cents(-1); }},
                    Spoiled{"CLAIM-238", "SV104", [](auto& e) { e.procedures[0].units = Quantity{}; }},
                    Spoiled{"CLAIM-006", "SV103", [](auto& e) { e.procedures[0].unitBasis = "ML"; }},
                    Spoiled{"CLAIM-005", "SV105", [](auto& e) { e.procedures[0].placeOfService = "A"; }},
                    Spoiled{"CLAIM-239", "DTP03", [](auto& e) { e.procedures[0].serviceFrom.reset(); }},
                    Spoiled{"CLAIM-240", "DTP03", [](auto& e) { e.procedures[0].serviceTo = Date::of(2025, 1, 14); }},
                    Spoiled{"CLAIM-241", "CTP04", [](auto& e) { e.procedures[1].ndc->quantity = Quantity{}; }},
                    Spoiled{"CLAIM-005", "2410, LIN03", [](auto& e) { e.procedures[1].ndc->code = "0002-7510-01"; }},
                    Spoiled{"CLAIM-006", "2410, CTP05-1", [](auto& e) { e.procedures[1].ndc->unit = "MG"; }},
                    Spoiled{"CLAIM-002", "NTE02", [](auto& e) { e.procedures[0].note = std::string(81, 'n'); }},
                    Spoiled{"CLAIM-002", "SV101-7", [](auto& e) { e.procedures[1].note = std::string(81, 'n'); }},
                    Spoiled{"CLAIM-201", "2420E, NM102", [](auto& e) { e.providers.ordering->organization = "Lab"; }}));

TEST(Claim837pRequest, RefusesWhatMakesNoFile)
{
    const auto visit = officeVisit();
    const auto refusedWith = [&visit](const std::function<void(ClaimFileRequest&)>& spoil) {
        auto wanted = request({&visit});
        spoil(wanted);
        const auto file = write837(wanted);
        return file ? std::string_view("written") : file.error().id;
    };
    EXPECT_EQ("CLAIM-250", refusedWith([](auto& r) { r.claims.clear(); }));
    EXPECT_EQ("CLAIM-251", refusedWith([](auto& r) { r.numbers.batch = 0; }));
    EXPECT_EQ("CLAIM-252", refusedWith([](auto& r) { r.partner.claimsPerSet = 0; }));
    EXPECT_EQ("CLAIM-008", refusedWith([](auto& r) { r.numbers.interchange = 0; }));
    EXPECT_EQ("CLAIM-007", refusedWith([](auto& r) { r.partner.senderId = r.partner.submitterId = ""; }));
    EXPECT_EQ("CLAIM-007", refusedWith([](auto& r) { r.partner.applicationReceiver = "A"; }));
    EXPECT_EQ("CLAIM-009", refusedWith([](auto& r) { r.partner.delimiters.component = '-'; }));
    EXPECT_EQ("CLAIM-009", refusedWith([](auto& r) { r.partner.delimiters.component = '*'; }));
    EXPECT_EQ("CLAIM-600", refusedWith([](auto& r) { r.partner.senderQualifier = "Z"; }));
    for (const auto* phone : {"12", "937-555-0111 x", "937-555-0111 x2x2", "937-555-0111 ext. home", "x22"})
        EXPECT_EQ("CLAIM-005", refusedWith([phone](auto& r) { r.partner.phone = phone; })) << phone;
    EXPECT_EQ("CLAIM-001", refusedWith([](auto& r) { r.partner.phone = ""; }));
    EXPECT_EQ("CLAIM-003", refusedWith([](auto& r) { r.partner.phone = "", r.partner.email = "a*b@c.org"; }));
    EXPECT_EQ("CLAIM-001", refusedWith([](auto& r) { r.partner.receiverName = ""; }));
}

TEST(Claim837pRequest, StopsWhenAsked)
{
    const auto visit = officeVisit();
    std::stop_source stop;
    stop.request_stop();
    const auto file = write837(request({&visit}), Progress({}, stop.get_token()));
    ASSERT_FALSE(file);
    EXPECT_EQ(ErrorKind::cancelled, file.error().kind);
}

}  // namespace
}  // namespace cw
