#include "edit_cases.h"

#include <gmock/gmock.h>

namespace cw::test {

namespace {

/// Moves the only line alone; the encounter stays on 2025-01-15.
std::function<void(Encounter&)> lineOn(Date from, std::optional<Date> to)
{
    return [from, to](Encounter& e) { e.procedures[0].serviceFrom = from, e.procedures[0].serviceTo = to; };
}

std::vector<EditCase> pointerCases()
{
    using E = Encounter;
    const std::string at = "PF-3 error /procedures/0/diagnosis_pointers";
    return {
        {"PF-3 none", [](E& e) { e.procedures[0].pointers.clear(); }, {at}},
        {"PF-3 one of them beyond the diagnoses", [](E& e) { e.procedures[0].brokenPointers = {9}; }, {at}},
        {"PF-3 zero alone", [](E& e) { e.procedures[0].pointers.clear(), e.procedures[0].brokenPointers = {0}; }, {at}},
        {"PF-3 a diagnosis that is not there",
         [](E& e) {
             e.procedures[0].pointers = {{1}, {99}};
         },
         {at}},
        {"PF-3 an admitting diagnosis",
         [](E& e) {
             addDiagnosis(e, "J029", DiagnosisRole::admitting);
             e.procedures[0].pointers = {{3}};
         },
         {at}},
        {"PF-3 the same one twice",
         [](E& e) {
             e.procedures[0].pointers = {{1}, {1}};
         },
         {at}},
        {"PF-3 four fit",
         [](E& e) {
             for (const auto* code : {"J029", "R51"}) addDiagnosis(e, code);
             e.procedures[0].pointers = {{4}, {3}, {2}, {1}};
         },
         {}},
        {"PF-3 five do not",
         [](E& e) {
             for (const auto* code : {"J029", "R51", "R05"}) addDiagnosis(e, code);
             e.procedures[0].pointers = {{5}, {4}, {3}, {2}, {1}};
         },
         {at}},
    };
}

std::vector<EditCase> amountCases()
{
    using E = Encounter;
    return {
        {"PF-7 and PF-8 no charge",
         [](E& e) { addLine(e, CodeSystem::cpt, "90471").charge.reset(); },
         {"PF-7 warning /procedures/1/charge", "PF-8 error /procedures/1/charge"}},
        {"PF-8 one cent", [](E& e) { e.procedures[0].charge = Money::cents(1); }, {}},
        {"PF-8 zero", [](E& e) { e.procedures[0].charge = Money{}; }, {"PF-8 error /procedures/0/charge"}},
        {"PF-8 below zero",
         [](E& e) { e.procedures[0].charge = Money::cents(-1); },
         {"PF-8 error /procedures/0/charge"}},
        {"PF-8 patient paid below zero",
         [](E& e) { e.claim.patientPaid = Money::cents(-1); },
         {"PF-8 error /claim/patient_paid"}},
        {"PF-9 smallest units", [](E& e) { e.procedures[0].units = Quantity::thousandths(1); }, {}},
        {"PF-9 zero", [](E& e) { e.procedures[0].units = Quantity{}; }, {"PF-9 error /procedures/0/units"}},
        {"PF-9 negative",
         [](E& e) { e.procedures[0].units = Quantity::whole(-1); },
         {"PF-9 error /procedures/0/units"}},
        {"PF-9 four digits", [](E& e) { e.procedures[0].units = Quantity::whole(9999); }, {}},
        {"PF-9 five digits",
         [](E& e) { e.procedures[0].units = Quantity::whole(10000); },
         {"PF-9 error /procedures/0/units"}},
        {"PF-9 minutes", [](E& e) { e.procedures[0].unitBasis = "MJ"; }, {}},
        {"PF-9 days", [](E& e) { e.procedures[0].unitBasis = "DA"; }, {"PF-9 error /procedures/0/unit_basis"}},
    };
}

std::vector<EditCase> dateCases()
{
    using E = Encounter;
    const Date visit = Date::of(2025, 1, 15);
    return {
        {"PF-10 no date",
         [](E& e) { e.procedures[0].serviceFrom.reset(); },
         {"PF-10 error /procedures/0/service_from"}},
        {"PF-10 no last date is one day", lineOn(visit, std::nullopt), {}},
        {"PF-10 today", [](E& e) { moveTo(e, testDay); }, {}},
        {"PF-10 tomorrow",
         [](E& e) { moveTo(e, testDay.plusDays(1)); },
         {"PF-10 error /service/from", "PF-10 error /procedures/0/service_from"}},
        {"PF-10 until tomorrow",
         [](E& e) { e.service.to = e.procedures[0].serviceTo = testDay.plusDays(1); },
         {"PF-10 error /service/to", "PF-10 error /procedures/0/service_to"}},
        {"PF-10 line ends before it begins",
         [](E& e) {
             e.service.from = Date::of(2025, 1, 14);
             e.procedures[0].serviceTo = Date::of(2025, 1, 14);
         },
         {"PF-10 error /procedures/0/service_to"}},
        {"PF-10 encounter ends before it begins",
         [visit](E& e) { e.service.to = visit.plusDays(-1); },
         {"PF-10 error /service/to", "PF-10 warning /procedures/0/service_to"}},
        {"PF-10 line before the encounter",
         lineOn(visit.plusDays(-1), visit),
         {"PF-10 warning /procedures/0/service_from"}},
        {"PF-10 line after the encounter",
         lineOn(visit, visit.plusDays(1)),
         {"PF-10 warning /procedures/0/service_to"}},
        {"PF-10 encounter without last day is open",
         [visit](E& e) { e.service.to.reset(), e.procedures[0].serviceTo = visit.plusDays(1); },
         {}},
        {"PF-10 line before birth alone",
         [visit](E& e) { e.patient.birthDate = visit, e.procedures[0].serviceFrom = visit.plusDays(-1); },
         {"PF-10 error /procedures/0/service_from", "PF-10 warning /procedures/0/service_from"}},
    };
}

std::vector<EditCase> placeCases()
{
    using E = Encounter;
    return {
        {"PF-11 none", [](E& e) { e.service.placeOfService = ""; }, {"PF-11 error /service/place_of_service"}},
        {"PF-11 not assigned",
         [](E& e) { e.service.placeOfService = e.procedures[0].placeOfService = "28"; },
         {"PF-11 error /service/place_of_service", "PF-11 error /procedures/0/place_of_service"}},
        {"PF-11 one digit",
         [](E& e) { e.procedures[0].placeOfService = "1"; },
         {"PF-11 error /procedures/0/place_of_service"}},
        {"PF-11 a line without its own", [](E& e) { e.procedures[0].placeOfService = ""; }, {}},
        {"PF-11 another on the line", [](E& e) { e.procedures[0].placeOfService = "99"; }, {}},
    };
}

}  // namespace

std::vector<EditCase> lineCases()
{
    auto cases = pointerCases();
    for (auto&& more : {amountCases(), dateCases(), placeCases()}) cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

namespace {

class LineRules : public testing::TestWithParam<EditCase> {};

TEST_P(LineRules, ReportExactly)
{
    expectCase(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Cases, LineRules, testing::ValuesIn(lineCases()));

TEST(LineRuleTexts, PointersNameEachProblem)
{
    auto encounter = cleanEncounter();
    encounter.procedures[0].brokenPointers = {0, 9};
    encounter.procedures[0].pointers = {{1}, {1}};
    const auto report = check(encounter, cleanLibrary());
    ASSERT_EQ(1U, report.findings.size());
    EXPECT_EQ("Line 1 (99213) points to diagnosis 0 of 2, points to diagnosis 9 of 2 and points to a diagnosis twice.",
              report.findings[0].message);
    EXPECT_EQ(Field::pointers, report.findings[0].field);
    EXPECT_EQ(ProcedureId{11}, report.findings[0].procedure);
}

TEST(LineRuleTexts, BalanceNamesTotalAndLines)
{
    auto encounter = cleanEncounter();
    addLine(encounter, CodeSystem::cpt, "90471").charge.reset();
    const auto report = check(encounter, cleanLibrary());
    ASSERT_EQ(2U, report.findings.size());
    EXPECT_EQ("Advisory: the claim total 125.00 is the sum of the lines, and line 2 has no charge.",
              report.findings[0].message);
}

}  // namespace

}  // namespace cw::test
