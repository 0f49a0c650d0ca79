#include "encounter/ambulance.h"
#include "encounter/institutional_codes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using ::testing::ElementsAre;

TEST(InstitutionalCodesTest, ReadsAllKinds)
{
    const auto codes = parseInstitutionalCodes(R"({"occurrences": [{"code": "11", "date": "2025-01-02"}],
        "occurrence_spans": [{"code": "70", "from": "2025-01-01", "to": "2025-01-03"}, {"code": "M0"}],
        "conditions": [{"code": "02"}], "values": [{"code": "A1", "amount": "100.00"}],
        "treatments": [{"code": "T1"}, {"code": "T2"}]})");
    EXPECT_THAT(codes.occurrences, ElementsAre(OccurrenceCode{"11", Date::of(2025, 1, 2)}));
    EXPECT_THAT(codes.spans, ElementsAre(OccurrenceSpan{"70", Date::of(2025, 1, 1), Date::of(2025, 1, 3)},
                                         OccurrenceSpan{"M0", {}, {}}));
    EXPECT_TRUE(codes.hasCondition("02"));
    EXPECT_FALSE(codes.hasCondition("03"));
    EXPECT_THAT(codes.values, ElementsAre(ValueCode{"A1", Money::cents(10000)}));
    EXPECT_THAT(codes.treatments, ElementsAre("T1", "T2"));
}

TEST(InstitutionalCodesTest, NothingIsMadeOfWhatIsNotOfTheForm)
{
    for (const char* text : {"", "x", "[]", "{}", R"({"conditions": "02", "treatments": ["T1"], "values": {}})"})
        EXPECT_EQ(InstitutionalCodes{}, parseInstitutionalCodes(text)) << text;
}

TEST(AmbulanceTest, ReadsAllMembers)
{
    const auto ambulance = parseAmbulance(R"({"ambulance": {"transport_reason": "A", "miles": "12.5",
        "patient_pounds": "180", "round_trip_reason": "X", "stretcher_reason": "Y",
        "pick_up": {"line1": "1 Elm St", "line2": "Rear", "city": "Dayton", "state": "OH", "postal_code": "45402"},
        "drop_off": {"city": "Xenia"}, "conditions": ["01", 7, "09"]}})");
    ASSERT_TRUE(ambulance);
    EXPECT_EQ("A", ambulance->transportReason);
    EXPECT_EQ(Quantity::thousandths(12500), ambulance->miles);
    EXPECT_EQ(Quantity::whole(180), ambulance->patientPounds);
    EXPECT_EQ("X", ambulance->roundTripReason);
    EXPECT_EQ("Y", ambulance->stretcherReason);
    EXPECT_EQ((Address{"1 Elm St", "Rear", "Dayton", "OH", "45402", ""}), ambulance->pickUp);
    EXPECT_EQ("Xenia", ambulance->dropOff.city);
    EXPECT_THAT(ambulance->conditions, ElementsAre("01", "09"));
}

TEST(AmbulanceTest, NotSetWhenThereIsNone)
{
    for (const char* text : {"", "x", "{}", R"({"ambulance": null})", R"({"ambulance": "A"})", R"({"ambulance": {}})",
                             R"({"ambulance": {"miles": null, "conditions": [], "pick_up": {}}})"})
        EXPECT_FALSE(parseAmbulance(text)) << text;
}

}  // namespace
}  // namespace cw
