#include "import/encounter_json.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cw {
namespace {

using test::outcome;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Result<std::vector<ImportedEncounter>> read(const std::string& json)
{
    CountingIdSource ids;
    return readEncounterJson(json, "encounters.json", ids);
}

struct Fault {
    const char* pointer;  ///< Of the member in the test file that is replaced, and of the message unless `at` is set.
    const char* value;    ///< JSON.
    const char* reason;
    const char* at = nullptr;
};

class EncounterJsonFaultTest : public ::testing::TestWithParam<Fault> {};

TEST_P(EncounterJsonFaultTest, NamesFilePointerAndReasonAndImportsNothing)
{
    const auto& fault = GetParam();
    auto document = nlohmann::json::parse(test::testData("encounters.json"));
    document[nlohmann::json::json_pointer(fault.pointer)] = nlohmann::json::parse(fault.value);
    const auto result = read(document.dump());
    ASSERT_FALSE(result) << fault.pointer << " = " << fault.value;
    EXPECT_EQ(ErrorKind::invalidInput, result.error().kind);
    const std::string at = fault.at != nullptr ? fault.at : fault.pointer;
    EXPECT_THAT(outcome(result), StartsWith("IMPORT-064: encounters.json: " + at + ": " + fault.reason));
}

#define CW_E0 "/encounters/0"
constexpr const char* money = "must be a decimal string such as \"125.00\"";
constexpr const char* quantity = "must be a decimal string such as \"1\" or \"0.5\"";
constexpr const char* date = "must be a date string of the form YYYY-MM-DD";
constexpr const char* needed = "is needed";

INSTANTIATE_TEST_SUITE_P(
    WrongTypes, EncounterJsonFaultTest,
    ::testing::Values(
        Fault{"/schema", "\"encounters/2\"", "must be one of encounters/1"}, Fault{"/schema", "1", "must be a string"},
        Fault{"/encounters", "{}", "must be an array"}, Fault{"/encounters/1", "7", "must be an object"},
        Fault{"/encounters/1", "null", "must be an object"}, Fault{CW_E0 "/encounter_id", "17", "must be a string"},
        Fault{CW_E0 "/encounter_id", "\" \"", needed}, Fault{CW_E0 "/encounter_id", "null", needed},
        Fault{CW_E0 "/setting", "\"dental\"", "must be one of professional, outpatient, inpatient"},
        Fault{CW_E0 "/setting", "null", needed}, Fault{CW_E0 "/service", "null", needed, CW_E0 "/service/from"},
        Fault{CW_E0 "/service", "[]", "must be an object"}, Fault{CW_E0 "/service/from", "\"2025-02-30\"", date},
        Fault{CW_E0 "/service/from", "20250115", date}, Fault{CW_E0 "/service/to", "\"\"", date},
        Fault{CW_E0 "/service/place_of_service", "11", "must be a string"},
        Fault{CW_E0 "/service/admitted_at", "\"2025-01-01\"", "must be a time string"},
        Fault{CW_E0 "/patient", "null", needed, CW_E0 "/patient/mrn"},
        Fault{CW_E0 "/patient/mrn", "123", "must be a string"}, Fault{CW_E0 "/patient/last_name", "\"\"", needed},
        Fault{CW_E0 "/patient/first_name", "null", needed}, Fault{CW_E0 "/patient/birth_date", "\"04/02/1961\"", date},
        Fault{CW_E0 "/patient/birth_date", "false", date},
        Fault{CW_E0 "/patient/sex", "\"female\"", "must be one of F, M, U"},
        Fault{CW_E0 "/patient/address", "\"12 Elm St\"", "must be an object"},
        Fault{CW_E0 "/patient/address/city", "[]", "must be a string"},
        Fault{CW_E0 "/coverages/0/rank", "\"first\"", "must be one of primary, secondary, tertiary"},
        Fault{CW_E0 "/coverages/0/relationship", "\"uncle\"",
              "must be one of self, spouse, child, other, employee, unknown"},
        Fault{CW_E0 "/coverages/0/payer", "\"Medicare\"", "must be an object"},
        Fault{CW_E0 "/coverages/0/subscriber/sex", "1", "must be a string"},
        Fault{CW_E0 "/coverages/0/adjudication", "[]", "must be an object"},
        Fault{CW_E0 "/coverages/0/adjudication/paid", "80.00", money},
        Fault{CW_E0 "/coverages/0/adjudication/adjustments/0/amount", "30", money},
        Fault{CW_E0 "/coverages/0/adjudication/lines/0/line", "\"1\"", "must be a whole number"},
        Fault{CW_E0 "/coverages/0/adjudication/lines/0/adjustments/0/amount", "\"x\"", money},
        Fault{CW_E0 "/providers", "[]", "must be an object"},
        Fault{CW_E0 "/providers/billing/npi", "1234567893", "must be a string"},
        Fault{CW_E0 "/providers/facility", "true", "must be an object"},
        Fault{CW_E0 "/claim/signature_on_file", "\"Y\"", "must be true or false"},
        Fault{CW_E0 "/claim/patient_paid", "12.5", money}, Fault{CW_E0 "/claim/patient_paid", "\"12,50\"", money},
        Fault{CW_E0 "/claim/accident/auto", "1", "must be true or false"}, Fault{CW_E0 "/claim/onset_date", "0", date},
        Fault{CW_E0 "/claim/occurrences", "{}", "must be an array"},
        Fault{CW_E0 "/claim/occurrences/0/date", "\"soon\"", date},
        Fault{CW_E0 "/claim/conditions/0", "\"02\"", "must be an object"},
        Fault{CW_E0 "/claim/values/0/amount", "100.0", money}, Fault{CW_E0 "/claim/ambulance/miles", "12", quantity},
        Fault{CW_E0 "/claim/ambulance/conditions/0", "1", "must be a string"},
        Fault{CW_E0 "/diagnoses", "\"I10\"", "must be an array"},
        Fault{CW_E0 "/diagnoses/2/code", "10", "must be a string"},
        Fault{CW_E0 "/diagnoses/0/role", "\"main\"", "must be one of diagnosis, admitting, reason_for_visit"},
        Fault{CW_E0 "/procedures/0/code_system", "\"icd10cm\"", "must be one of cpt, hcpcs, icd10pcs"},
        Fault{CW_E0 "/procedures/0/code", "99213", "must be a string"},
        Fault{CW_E0 "/procedures/0/modifiers", "\"25\"", "must be an array"},
        Fault{CW_E0 "/procedures/0/modifiers/1", "25", "must be a string"},
        Fault{CW_E0 "/procedures/0/modifiers/0", "null", "must be a string"},
        Fault{CW_E0 "/procedures/0/units", "1", quantity}, Fault{CW_E0 "/procedures/0/units", "\"one\"", quantity},
        Fault{CW_E0 "/procedures/0/charge", "125.0", money}, Fault{CW_E0 "/procedures/1/charge", "125", money},
        Fault{CW_E0 "/procedures/0/charge", "\"125.005\"", money},
        Fault{CW_E0 "/procedures/0/charge", "\"$125\"", money},
        Fault{CW_E0 "/procedures/0/service_from", "\"15.01.2025\"", date},
        Fault{CW_E0 "/procedures/0/diagnosis_pointers", "\"1\"", "must be an array"},
        Fault{CW_E0 "/procedures/0/diagnosis_pointers/0", "1.0", "must be a whole number"},
        Fault{CW_E0 "/procedures/0/diagnosis_pointers/1", "\"A\"", "must be a whole number"},
        Fault{CW_E0 "/procedures/0/diagnosis_pointers/1", "99999999999", "must be a whole number"},
        Fault{CW_E0 "/procedures/1/ndc", "\"00002751001\"", "must be an object"},
        Fault{CW_E0 "/procedures/1/ndc/quantity", "1.5", quantity}, Fault{CW_E0 "/documents/0/path", "null", needed},
        Fault{CW_E0 "/documents/0/path", "\"/etc/passwd\"", "must be relative to the JSON file"},
        Fault{CW_E0 "/documents/0/type", "\"memo\"", "must be one of progress_note, history_and_physical"},
        Fault{CW_E0 "/documents/0/date", "\"\"", date},
        Fault{CW_E0 "/claim/note", "\"bell \\u0007\"", "must not hold control characters"},
        Fault{"/encounters/1/encounter_id", "\"T-1\"", "stands already at /encounters/0"}));

TEST(EncounterJsonFaultsTest, NamesTheEncounterInWhichTheFaultLies)
{
    auto document = nlohmann::json::parse(test::testData("encounters.json"));
    document["encounters"][1]["service"]["to"] = 5;
    EXPECT_THAT(outcome(read(document.dump())), ::testing::EndsWith(" (encounter T-2)"));
    document["encounters"][1] = 5;
    EXPECT_THAT(outcome(read(document.dump())), Not(HasSubstr("(encounter")));
}

TEST(EncounterJsonFaultsTest, NeverPrintsAValue)
{
    auto document = nlohmann::json::parse(test::testData("encounters.json"));
    for (const char* pointer : {CW_E0 "/patient/birth_date", CW_E0 "/patient/sex", CW_E0 "/procedures/0/charge",
                                CW_E0 "/coverages/0/relationship", CW_E0 "/documents/0/type", CW_E0 "/setting"}) {
        auto bad = document;
        bad[nlohmann::json::json_pointer(pointer)] = "Secretname";
        EXPECT_THAT(outcome(read(bad.dump())), Not(HasSubstr("Secret"))) << pointer;
    }
    EXPECT_THAT(outcome(read(R"({"encounters": [{"patient": {"last_name": "Secretname)")), Not(HasSubstr("Secret")));
    EXPECT_THAT(outcome(read(R"({"encounters": [{"patient": {"last_name": Secretname}}]})")), Not(HasSubstr("Secret")));
}

TEST(EncounterJsonFaultsTest, RefusesWhatIsNoJsonWithItsPlace)
{
    EXPECT_THAT(outcome(read("")), StartsWith("IMPORT-061: encounters.json: line 1, column 1: not valid JSON"));
    EXPECT_THAT(outcome(read("{\n  \"a\": 1,\n  oops}")), StartsWith("IMPORT-061: encounters.json: line 3, column "));
    EXPECT_THAT(outcome(read("{} {}")), StartsWith("IMPORT-061"));
    EXPECT_THAT(outcome(read("{\"a\": \"\xFF\"}")), StartsWith("IMPORT-061"));
    EXPECT_THAT(outcome(read("{\"a\": 1e999}")), StartsWith("IMPORT-061"));
    EXPECT_THAT(outcome(read("[]")), StartsWith("IMPORT-064: encounters.json: : must be an object"));
    EXPECT_THAT(outcome(read("{}")), StartsWith("IMPORT-064: encounters.json: /encounters: is needed"));
    EXPECT_EQ(0U, read(R"({"schema": "encounters/1", "encounters": []})").value().size());
}

TEST(EncounterJsonFaultsTest, RefusesAMemberThatStandsTwice)
{
    EXPECT_THAT(outcome(read(R"({"encounters": [{"patient": {"mrn": "1", "mrn": "2"}}]})")),
                StartsWith("IMPORT-063: encounters.json: /encounters/0/patient/mrn: the same member stands twice"));
    EXPECT_THAT(outcome(read(R"({"a/b~c": {"x": [1, {"y": 1, "y": 2}]}})")),
                StartsWith("IMPORT-063: encounters.json: /a~1b~0c/x/1/y: "));
}

TEST(EncounterJsonFaultsTest, RefusesDeepNesting)
{
    const auto nested = [](int depth) {
        return R"({"encounters": [], "x": )" + std::string(static_cast<std::size_t>(depth), '[') +
               std::string(static_cast<std::size_t>(depth), ']') + "}";
    };
    EXPECT_TRUE(read(nested(63)));
    EXPECT_THAT(outcome(read(nested(64))), StartsWith("IMPORT-062: encounters.json: /x"));
    EXPECT_THAT(outcome(read(nested(1'000'000))), StartsWith("IMPORT-062"));
}

TEST(EncounterJsonFaultsTest, RefusesOverlongTexts)
{
    auto document = nlohmann::json::parse(test::testData("encounters.json"));
    document["encounters"][0]["claim"]["note"] = std::string(100'001, 'n');
    EXPECT_THAT(outcome(read(document.dump())),
                StartsWith("IMPORT-064: encounters.json: /encounters/0/claim/note: longer than 100000 bytes"));
}

TEST(EncounterJsonFaultsTest, RefusesEveryTruncation)
{
    auto whole = test::testData("encounters.json");
    while (whole.back() != '}') whole.pop_back();
    for (std::size_t size = 0; size < whole.size(); size += 97)
        EXPECT_THAT(outcome(read(whole.substr(0, size))), StartsWith("IMPORT-061: encounters.json: line ")) << size;
    EXPECT_FALSE(read(whole.substr(0, whole.size() - 1)));
    EXPECT_TRUE(read(whole));
}

TEST(EncounterJsonFaultsTest, RandomDamageNeverCrashesAndSurvivorsRoundTrip)
{
    const auto whole = test::testData("encounters.json");
    std::uint32_t state = 4711;
    const auto next = [&state](std::size_t bound) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8U) % bound;
    };
    int survivors = 0;
    for (int round = 0; round < 3000; ++round) {
        auto bytes = whole;
        const auto flips = 1 + next(3);
        for (std::size_t i = 0; i < flips; ++i) {
            auto& byte = bytes[next(bytes.size())];
            byte = next(2) == 0 ? static_cast<char>(next(256)) : static_cast<char>(byte ^ (1 << next(8)));
        }
        const auto result = read(bytes);
        if (!result) continue;
        ++survivors;
        const auto again = read(writeEncounterJson(*result));
        ASSERT_TRUE(again) << outcome(again);
        EXPECT_EQ(*result, *again) << "round " << round;
    }
    EXPECT_GT(survivors, 100);
    EXPECT_LT(survivors, 3000);
}

}  // namespace
}  // namespace cw
