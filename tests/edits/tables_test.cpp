#include "edits/place_of_service.h"
#include "edits/rules.h"
#include "edits/rules/parties/postal.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cw {

namespace {

struct NpiCase {
    const char* npi;
    bool valid;
};

class Npi : public testing::TestWithParam<NpiCase> {};

TEST_P(Npi, CheckDigit)
{
    EXPECT_EQ(GetParam().valid, isValidNpi(GetParam().npi)) << GetParam().npi;
}

INSTANTIATE_TEST_SUITE_P(Vectors, Npi,
                         testing::Values(NpiCase{"1234567893", true}, NpiCase{"1558598797", true},
                                         NpiCase{"1679576722", true}, NpiCase{"1245319599", true},
                                         NpiCase{"1000000004", true}, NpiCase{"1234567890", false},
                                         NpiCase{"9999999999", false}, NpiCase{"9999999995", false}, NpiCase{"", false},
                                         NpiCase{"123456789", false}, NpiCase{"12345678930", false},
                                         NpiCase{"123456789A", false}, NpiCase{" 123456789", false}));

TEST(Npi, OneWrongDigitNeverPasses)
{
    const std::string good = "1234567893";
    for (std::size_t place = 0; place < good.size(); ++place) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto changed = good;
            changed[place] = digit;
            EXPECT_EQ(changed == good, isValidNpi(changed)) << changed;
        }
    }
}

TEST(PlaceOfService, AssignedCodesHaveNames)
{
    EXPECT_EQ("Office", placeOfServiceName("11"));
    EXPECT_EQ("Pharmacy", placeOfServiceName("01"));
    EXPECT_EQ("Other Place of Service", placeOfServiceName("99"));
    for (const auto* code : {"", "1", "00", "28", "30", "35", "59", "98", "111", "1A"})
        EXPECT_FALSE(placeOfServiceName(code)) << code;
}

TEST(PlaceOfService, TableIsSortedAndHas52Codes)
{
    const auto& places = placesOfService();
    EXPECT_EQ(52U, places.size());
    EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
}

TEST(Postal, PostOfficeBoxes)
{
    for (const auto* street : {"PO Box 12", "P.O. Box 12", "p o box 12", "Post Office Box 1", "Lockbox 7", "Lock Box 7",
                               "12 Elm St, PO BOX 4", "Box 12", "POB 12"})
        EXPECT_TRUE(edits::isPostOfficeBox(street)) << street;
    for (const auto* street : {"12 Boxwood Ln", "1 Main St", "", "Po Boxer Rd 3", "4 Lock St", "3 Shipo Box St"})
        EXPECT_FALSE(edits::isPostOfficeBox(street)) << street;
}

TEST(Postal, StatesAndZipCodes)
{
    for (const auto* state : {"OH", "AA", "WY", "DC", "PR"}) EXPECT_TRUE(edits::isUsState(state)) << state;
    for (const auto* state : {"", "oh", "XX", "ON", "O"}) EXPECT_FALSE(edits::isUsState(state)) << state;
    EXPECT_TRUE(edits::isCanadianProvince("ON"));
    EXPECT_FALSE(edits::isCanadianProvince("OH"));
    EXPECT_TRUE(edits::isZip("45402"));
    EXPECT_TRUE(edits::isZip("454020001"));
    EXPECT_FALSE(edits::isZip("45402-0001"));
    EXPECT_FALSE(edits::isZip9("45402"));
}

TEST(Severities, HaveTheNamesOfTheInterchangeForm)
{
    EXPECT_EQ("note", toString(Severity::note));
    EXPECT_EQ("warning", toString(Severity::warning));
    EXPECT_EQ("error", toString(Severity::error));
}

}  // namespace

}  // namespace cw
