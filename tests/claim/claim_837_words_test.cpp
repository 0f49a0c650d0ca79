#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

#include <functional>

/// Values that fit by length and say nothing: the guides list codes of letters and digits, and give least lengths.
namespace cw {
namespace {

std::string refusedWith(const Encounter& encounter)
{
    return std::string(sample::refusalOf(sample::request({&encounter})).id);
}

struct Spoil {
    const char* id;
    std::function<void(Encounter&)> spoil;
};

TEST(Claim837Words, OfProfessionalClaimsAreRefused)
{
    const std::vector<Spoil> all = {
        {"CLAIM-010", [](auto& e) { e.patient.address.city = "-"; }},
        {"CLAIM-010", [](auto& e) { e.patient.address.city = "\u00e9"; }},
        {"CLAIM-011", [](auto& e) { e.patient.address.state = "--"; }},
        {"CLAIM-011", [](auto& e) { e.providers.billing->taxonomy = "----------"; }},
        {"CLAIM-006", [](auto& e) { e.coverages[0].payer.claimFilingCode = "09"; }},
        {"CLAIM-005",
         [](auto& e) {
             e.claim.references = {{"SY", "12345"}};
         }},
        {"CLAIM-011",
         [](auto& e) {
             e.claim.paperwork = {{"--", "AA", ""}};
         }},
        {"CLAIM-011",
         [](auto& e) {
             e.claim.certifications = {{"ZZ", true, {"--"}}};
         }},
        {"CLAIM-226",
         [](auto& e) {
             const LineProvider one{"referring", *e.providers.rendering};
             e.procedures[0].details.providers = {one, one};
         }},
    };
    for (const auto& [id, spoil] : all) {
        auto visit = sample::officeVisit();
        spoil(visit);
        EXPECT_EQ(id, refusedWith(visit));
    }
    auto visit = sample::officeVisit();
    visit.coverages[0].payer.claimFilingCode = " mb";
    EXPECT_EQ("written", refusedWith(visit));
}

TEST(Claim837Words, OfInstitutionalClaimsAreRefused)
{
    const std::vector<Spoil> all = {
        {"CLAIM-011", [](auto& e) { e.service.admissionType = "-"; }},
        {"CLAIM-011", [](auto& e) { e.service.admissionSource = "-"; }},
        {"CLAIM-004", [](auto& e) { e.service.dischargeStatus = "1"; }},
        {"CLAIM-011", [](auto& e) { e.service.typeOfBill = "011-"; }},
        {"CLAIM-213", [](auto& e) { e.claim.originalReferenceNumber = "ICN1"; }},
        {"CLAIM-212", [](auto& e) { e.service.typeOfBill = "0116"; }},
        {"written", [](auto& e) { e.service.typeOfBill = "0112", e.claim.originalReferenceNumber = "ICN1"; }},
        {"CLAIM-006", [](auto& e) { e.providers.billing->taxIdType = "SY"; }},
        {"CLAIM-004", [](auto& e) { e.claim.diagnosisRelatedGroup = "1"; }},
    };
    for (const auto& [id, spoil] : all) {
        auto stay = sample::inpatientStay();
        spoil(stay);
        EXPECT_EQ(id, refusedWith(stay));
    }
}

TEST(Claim837Words, WhatHasNoPlaceIsNamed)
{
    auto visit = sample::officeVisit();
    visit.claim.institutional = R"({"occurrences":[{"code":"11","date":"2025-01-02"}]})";
    EXPECT_EQ(1U, sample::mustWrite(sample::request({&visit})).replacements.size());
    auto stay = sample::inpatientStay();
    const auto before = sample::mustWrite(sample::request({&stay})).replacements.size();
    stay.procedures[0].details.purchased = PurchasedService{.providerNumber = "P1", .amount = Money::cents(100)};
    EXPECT_EQ(before + 1, sample::mustWrite(sample::request({&stay})).replacements.size());
}

}  // namespace
}  // namespace cw
