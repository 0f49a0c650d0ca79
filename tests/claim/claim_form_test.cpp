#include "claim/claim_form.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

constexpr std::array all = {ClaimForm::professional837,
                            ClaimForm::institutional837,
                            ClaimForm::cms1500,
                            ClaimForm::ub04,
                            ClaimForm::json,
                            ClaimForm::csv,
                            ClaimForm::xlsx,
                            ClaimForm::fhir};

TEST(ClaimForm, ReadsWhatItWrites)
{
    for (const auto form : all) {
        const auto read = parseClaimForm(toString(form));
        ASSERT_TRUE(read);
        EXPECT_EQ(form, *read);
        EXPECT_FALSE(displayName(form).empty());
    }
    for (const auto* text : {"", "837", "837P", "pdf", "837p "}) {
        const auto read = parseClaimForm(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ("CLAIM-300", read.error().id);
    }
}

TEST(ClaimForm, TakesEncountersOfItsSetting)
{
    for (const auto form : {ClaimForm::professional837, ClaimForm::cms1500}) {
        EXPECT_TRUE(takes(form, Setting::professional));
        EXPECT_FALSE(takes(form, Setting::outpatient));
        EXPECT_FALSE(takes(form, Setting::inpatient));
    }
    for (const auto form : {ClaimForm::institutional837, ClaimForm::ub04}) {
        EXPECT_FALSE(takes(form, Setting::professional));
        EXPECT_TRUE(takes(form, Setting::outpatient));
        EXPECT_TRUE(takes(form, Setting::inpatient));
    }
    for (const auto form : {ClaimForm::json, ClaimForm::csv, ClaimForm::xlsx, ClaimForm::fhir})
        for (const auto setting : {Setting::professional, Setting::outpatient, Setting::inpatient})
            EXPECT_TRUE(takes(form, setting));
    EXPECT_EQ(ClaimForm::professional837, electronicForm(Setting::professional));
    EXPECT_EQ(ClaimForm::institutional837, electronicForm(Setting::outpatient));
    EXPECT_EQ(ClaimForm::institutional837, electronicForm(Setting::inpatient));
}

TEST(ClaimForm, NamesItsFile)
{
    for (const auto form : all) EXPECT_EQ(fileExtension(form) == "x12", isX12(form)) << toString(form);
    EXPECT_EQ("x12", fileExtension(ClaimForm::professional837));
    EXPECT_EQ("x12", fileExtension(ClaimForm::institutional837));
    EXPECT_EQ("pdf", fileExtension(ClaimForm::ub04));
    EXPECT_EQ("json", fileExtension(ClaimForm::fhir));
    EXPECT_EQ("xlsx", fileExtension(ClaimForm::xlsx));
}

}  // namespace
}  // namespace cw
