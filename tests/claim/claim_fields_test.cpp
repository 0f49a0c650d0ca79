#include "claim/claim_fields.h"

#include <gtest/gtest.h>

#include <set>

namespace cw {
namespace {

TEST(ClaimFields, StandOnceAndAreDescribed)
{
    const std::set<std::string_view> groups = {"Patient", "Insurance", "Provider", "Visit",
                                               "Claim",   "Diagnosis", "Line"};
    std::set<std::string_view> pointers;
    for (const auto& field : claimFields()) {
        EXPECT_TRUE(pointers.insert(field.pointer).second) << field.pointer;
        EXPECT_TRUE(field.pointer.starts_with('/')) << field.pointer;
        EXPECT_FALSE(field.label.empty()) << field.pointer;
        EXPECT_TRUE(groups.contains(field.group)) << field.pointer;
        EXPECT_EQ(4U, std::min<std::size_t>(field.loop.size(), 4)) << field.pointer;
        EXPECT_FALSE(field.segment.empty()) << field.pointer;
    }
    EXPECT_GT(pointers.size(), 200U);
}

TEST(ClaimFields, HaveNamesOfTheirOwnWhereTheyCanBeEdited)
{
    std::set<std::string> labels;
    for (const auto& field : claimFields()) {
        if (!field.isEditable) continue;
        EXPECT_TRUE(labels.insert(std::string(field.group) + field.label.data()).second) << field.pointer;
    }
}

TEST(ClaimFields, AreFoundByPointer)
{
    ASSERT_NE(nullptr, fieldOf("/coverages/1/member_id"));
    EXPECT_EQ("Member id", fieldOf("/coverages/1/member_id")->label);
    EXPECT_EQ(fieldOf("/coverages/#/member_id"), fieldOf("/coverages/12/member_id"));
    EXPECT_EQ("24F", fieldOf("/procedures/3/charge")->box1500);
    EXPECT_EQ("60", fieldOf("/coverages/0/member_id")->boxUb04);
    EXPECT_FALSE(fieldOf("/diagnoses/0/code")->isEditable);
    EXPECT_EQ(nullptr, fieldOf("/coverages/1"));
    EXPECT_EQ(nullptr, fieldOf(""));
    EXPECT_EQ(nullptr, fieldOf("/coverages/x/member_id"));
}

TEST(ClaimFields, AreFoundByPlace)
{
    const auto pointerAt = [](std::string_view loop, std::string_view segment, std::string_view qualifier, int element,
                              int component = 0) {
        const auto* field = fieldAt(loop, segment, qualifier, element, component);
        return field == nullptr ? std::string_view("none") : field->pointer;
    };
    EXPECT_EQ("/coverages/#/member_id", pointerAt("2010BA", "NM1", "IL", 9));
    EXPECT_EQ("/claim/prior_authorization", pointerAt("2300", "REF", "G1", 2));
    EXPECT_EQ("/claim/references", pointerAt("2300", "REF", "P4", 2));
    EXPECT_EQ("/claim/frequency_code", pointerAt("2300", "CLM", "", 5, 3));
    EXPECT_EQ("/providers/billing/tax_id", pointerAt("2010AA", "REF", "SY", 2));
    EXPECT_EQ("/diagnoses/#/code", pointerAt("2300", "HI", "ABF", 7, 2));
    EXPECT_EQ("/claim/occurrences", pointerAt("2300", "HI", "BH", 2, 4));
    EXPECT_EQ("/procedures/#/modifiers", pointerAt("2400", "SV1", "", 1, 6));
    EXPECT_EQ("/procedures/#/service_from", pointerAt("2400", "DTP", "472", 3));
    EXPECT_EQ("none", pointerAt("2400", "SV1", "", 13));
    EXPECT_EQ("none", pointerAt("1000A", "NM1", "41", 9));
}

}  // namespace
}  // namespace cw
