#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

#include <functional>

namespace cw {
namespace {

struct Spoiled {
    const char* id;
    const char* element;
    std::function<void(Encounter&)> spoil;
};

void PrintTo(const Spoiled& spoiled, std::ostream* out)
{
    *out << spoiled.id << " at " << spoiled.element;
}

class Claim837iRefuses : public testing::TestWithParam<Spoiled> {};

TEST_P(Claim837iRefuses, NamingEncounterAndElement)
{
    auto encounter = sample::inpatientStay();
    auto wanted = sample::request({&encounter});
    GetParam().spoil(encounter);
    const auto file = write837(wanted);
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_EQ("", file->bytes);
    ASSERT_EQ(1U, file->refused.size());
    const auto& error = file->refused[0].error;
    EXPECT_EQ(GetParam().id, error.id) << error.detail;
    EXPECT_EQ(0U, error.detail.find("H-3003: loop ")) << error.detail;
    EXPECT_NE(std::string::npos, error.detail.find(GetParam().element)) << error.detail;
}

INSTANTIATE_TEST_SUITE_P(
    Claim, Claim837iRefuses,
    testing::Values(
        Spoiled{"CLAIM-630", "CLM05", [](auto& e) { e.setting = Setting::professional; }},
        Spoiled{"CLAIM-631", "LX01: 0 lines", [](auto& e) { e.procedures.clear(); }},
        Spoiled{"CLAIM-631", "LX01: 1000 lines", [](auto& e) { e.procedures.resize(1002, e.procedures[0]); }},
        Spoiled{"CLAIM-632", "CLM05-1", [](auto& e) { e.service.typeOfBill = "11"; }},
        Spoiled{"CLAIM-632", "CLM05-1", [](auto& e) { e.service.typeOfBill = ""; }},
        Spoiled{"CLAIM-005", "CLM05-1", [](auto& e) { e.service.typeOfBill = "A11"; }},
        Spoiled{"CLAIM-634", "DTP03", [](auto& e) { e.service.to = Date::of(2025, 1, 9); }},
        Spoiled{"CLAIM-635", "DTP03", [](auto& e) { e.service.admittedAt.reset(); }},
        Spoiled{"CLAIM-001", "CL101", [](auto& e) { e.service.admissionType = ""; }},
        Spoiled{"CLAIM-001", "CL103", [](auto& e) { e.service.dischargeStatus = ""; }},
        Spoiled{"CLAIM-204", "2010AA, NM102", [](auto& e) { e.providers.billing->organization = ""; }},
        Spoiled{"CLAIM-602", "2010AA, REF01",
                [](auto& e) {
                    e.providers.billing->references = {{"1G", "X"}};
                }},
        Spoiled{"CLAIM-201", "2310A, NM102", [](auto& e) { e.providers.attending->organization = "Group"; }},
        Spoiled{"CLAIM-606", "DTP01",
                [](auto& e) {
                    e.claim.dates = {{"454", Date::of(2025, 1, 1), {}}};
                }},
        Spoiled{"CLAIM-609", "CRC01",
                [](auto& e) {
                    e.claim.certifications = {{"07", true, {"01"}}};
                }},
        Spoiled{"CLAIM-611", "NTE01", [](auto& e) {
                    e.claim.notes = {{"CER", "x"}};
                }}));

INSTANTIATE_TEST_SUITE_P(
    Codes, Claim837iRefuses,
    testing::Values(
        Spoiled{"CLAIM-636", "HI", [](auto& e) { e.diagnoses[1].code.text = "25000"; }},
        Spoiled{"CLAIM-637", "HI01", [](auto& e) { e.diagnoses.clear(); }},
        Spoiled{"CLAIM-006", "HI01-9", [](auto& e) { e.diagnoses[0].presentOnAdmission = "X"; }},
        Spoiled{"CLAIM-638", "HI", [](auto& e) { e.procedures[1].code.text = "0SR90"; }},
        Spoiled{"CLAIM-639", "HI", [](auto& e) { e.procedures[1].serviceFrom.reset(); }},
        Spoiled{"CLAIM-639", "HI", [](auto& e) { e.procedures[3].serviceFrom.reset(); }},
        Spoiled{"CLAIM-640", "HI", [](auto& e) { e.setting = Setting::outpatient; }},
        Spoiled{"CLAIM-652", "HI", [](auto& e) { e.procedures[3].charge = Money::cents(1); }},
        Spoiled{"CLAIM-641", "HI",
                [](auto& e) { e.claim.institutional = R"({"occurrence_spans":[{"code":"70","from":"2025-01-02"}]})"; }},
        Spoiled{"CLAIM-642", "HI", [](auto& e) { e.claim.institutional = R"({"occurrences":[{"code":"11"}]})"; }},
        Spoiled{"CLAIM-643", "HI", [](auto& e) { e.claim.institutional = R"({"values":[{"code":"A1"}]})"; }},
        Spoiled{"CLAIM-626", "more than 12 codes ABN",
                [](auto& e) { e.diagnoses.resize(17, sample::diagnosis(50, "Y9301")); }}));

INSTANTIATE_TEST_SUITE_P(
    Lines, Claim837iRefuses,
    testing::Values(Spoiled{"CLAIM-646", "SV203", [](auto& e) { e.procedures[0].charge.reset(); }},
                    Spoiled{"CLAIM-647", "SV205", [](auto& e) { e.procedures[0].units = Quantity{}; }},
                    Spoiled{"CLAIM-648", "SV207",
                            [](auto& e) { e.procedures[2].details.nonCovered = Money::cents(12346); }},
                    Spoiled{"CLAIM-649", "SV202", [](auto& e) { e.procedures[0].code.text = "99213"; }},
                    Spoiled{"CLAIM-231", "SV202",
                            [](auto& e) { e.procedures[0].system = CodeSystem::cpt, e.procedures[0].code.text = "9"; }},
                    Spoiled{"CLAIM-005", "SV201", [](auto& e) { e.procedures[0].revenueCode = "120"; }},
                    Spoiled{"CLAIM-006", "SV204", [](auto& e) { e.procedures[0].unitBasis = "MJ"; }},
                    Spoiled{"CLAIM-606", "DTP01",
                            [](auto& e) {
                                e.procedures[0].details.dates = {{"455", Date::of(2025, 1, 1), {}}};
                            }},
                    Spoiled{"CLAIM-609", "CRC01",
                            [](auto& e) {
                                e.procedures[0].details.certifications = {{"70", true, {"65"}}};
                            }},
                    Spoiled{"CLAIM-602", "REF01", [](auto& e) {
                                e.procedures[0].details.references = {{"G1", "A"}};
                            }}));

}  // namespace
}  // namespace cw
