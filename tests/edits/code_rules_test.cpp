#include "edit_cases.h"

#include <gmock/gmock.h>

namespace cw::test {

std::vector<EditCase> codeCases()
{
    using E = Encounter;
    return {
        {"CV-1 unknown code", [](E& e) { setCode(e, 0, "E1199"); }, {"CV-1 error /diagnoses/0"}},
        {"CV-1 admitting diagnosis too",
         [](E& e) { addDiagnosis(e, "E1199", DiagnosisRole::admitting); },
         {"CV-1 error /diagnoses/2"}},
        {"CV-1 a known seven-character code is fine", [](E& e) { setCode(e, 0, "S72001A"); }, {}},
        {"CV-2 last valid day", [](E& e) { setCode(e, 0, "M545"), moveTo(e, Date::of(2021, 9, 30)); }, {}},
        {"CV-2 day after the last",
         [](E& e) { setCode(e, 0, "M545"), moveTo(e, Date::of(2021, 10, 1)); },
         {"CV-2 error /diagnoses/0"}},
        {"CV-2 first valid day", [](E& e) { setCode(e, 1, "U071"), moveTo(e, Date::of(2020, 4, 1)); }, {}},
        {"CV-2 day before the first",
         [](E& e) { setCode(e, 1, "U071"), moveTo(e, Date::of(2020, 3, 31)); },
         {"CV-2 error /diagnoses/1"}},
        {"CV-3 heading", [](E& e) { setCode(e, 0, "E11"); }, {"CV-3 error /diagnoses/0"}},
        {"CV-8 alone for malformed text", [](E& e) { setCode(e, 0, "E11.9.9"); }, {"CV-8 error /diagnoses/0"}},
        {"CV-8 too long", [](E& e) { setCode(e, 0, "S72001AX"); }, {"CV-8 error /diagnoses/0"}},
        {"CV-8 nothing entered", [](E& e) { setCode(e, 0, ""); }, {"CV-8 error /diagnoses/0"}},
        {"CV-8 a dot in its place is fine", [](E& e) { setCode(e, 0, "E11.9"); }, {}},
        {"CV-9 unknown CPT code", [](E& e) { e.procedures[0].code.text = "99999"; }, {"CV-9 error /procedures/0"}},
        {"CV-9 CPT text under HCPCS",
         [](E& e) { e.procedures[0].system = CodeSystem::hcpcs; },
         {"CV-9 error /procedures/0"}},
        {"CV-9 no code", [](E& e) { e.procedures[0].code.text = ""; }, {"CV-9 error /procedures/0"}},
        {"CV-9 an HCPCS code is fine", [](E& e) { addLine(e, CodeSystem::hcpcs, "J1885"); }, {}},
        {"CV-9 a line without system is told by its code", [](E& e) { e.procedures[0].system.reset(); }, {}},
        {"CV-9 last valid day",
         [](E& e) { e.procedures[0].code.text = "99201", moveTo(e, Date::of(2020, 12, 31)); },
         {}},
        {"CV-9 day after the last",
         [](E& e) { e.procedures[0].code.text = "99201", moveTo(e, Date::of(2021, 1, 1)); },
         {"CV-9 error /procedures/0"}},
        {"CV-9 goes by the line's date, not the encounter's",
         [](E& e) {
             moveTo(e, Date::of(2020, 12, 31));
             e.service.to = Date::of(2021, 1, 1);
             auto& line = addLine(e, CodeSystem::cpt, "99201");
             line.serviceFrom = line.serviceTo = Date::of(2021, 1, 1);
         },
         {"CV-9 error /procedures/1"}},
        {"CV-11 PCS code on a professional claim",
         [](E& e) { addLine(e, CodeSystem::icd10pcs, "0DTJ4ZZ"); },
         {"CV-11 error /procedures/1"}},
        {"CV-13 first day of the tables", [](E& e) { moveTo(e, Date::of(2015, 10, 1)); }, {}},
        {"CV-13 day before the tables, once per table",
         [](E& e) { moveTo(e, Date::of(2015, 9, 30)), addLine(e, CodeSystem::cpt, "99213"); },
         {"CV-13 error /diagnoses/0 /diagnoses/1", "CV-13 error /procedures/0 /procedures/1"}},
        {"CV-13 HCPCS from its own first day",
         [](E& e) { addLine(e, CodeSystem::hcpcs, "J1885"), moveTo(e, Date::of(2018, 1, 1)); },
         {}},
        {"CV-13 HCPCS alone is missing",
         [](E& e) { addLine(e, CodeSystem::hcpcs, "J1885"), moveTo(e, Date::of(2017, 12, 31)); },
         {"CV-13 error /procedures/1"}},
        {"CV-13 says nothing of malformed codes",
         [](E& e) { moveTo(e, Date::of(2015, 9, 30)), setCode(e, 0, "?"), e.procedures[0].code.text = "?"; },
         {"CV-8 error /diagnoses/0", "CV-9 error /procedures/0", "CV-13 error /diagnoses/1"}},
        {"GL-8 same code twice", [](E& e) { addDiagnosis(e, "E119"); }, {"GL-8 error /diagnoses/0 /diagnoses/2"}},
        {"GL-8 dot or not, the same code",
         [](E& e) { addDiagnosis(e, "E11.9"); },
         {"GL-8 error /diagnoses/0 /diagnoses/2"}},
        {"GL-8 an admitting diagnosis may repeat one",
         [](E& e) { addDiagnosis(e, "E119", DiagnosisRole::admitting); },
         {}},
        {"MO-1 three characters",
         [](E& e) {
             e.procedures[0].modifiers = {"25", "RT1"};
         },
         {"MO-1 error /procedures/0/modifiers/1"}},
        {"MO-1 empty", [](E& e) { e.procedures[0].modifiers = {""}; }, {"MO-1 error /procedures/0/modifiers/0"}},
        {"MO-2 four fit",
         [](E& e) {
             e.procedures[0].modifiers = {"25", "59", "RT", "GA"};
         },
         {}},
        {"MO-2 five do not",
         [](E& e) {
             e.procedures[0].modifiers = {"25", "59", "RT", "GA", "LT"};
         },
         {"MO-2 error /procedures/0/modifiers"}},
        {"MO-2 the same one twice",
         [](E& e) {
             e.procedures[0].modifiers = {"59", "25", "59"};
         },
         {"MO-2 warning /procedures/0/modifiers"}},
    };
}

namespace {

class CodeRules : public testing::TestWithParam<EditCase> {};

TEST_P(CodeRules, ReportExactly)
{
    expectCase(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Cases, CodeRules, testing::ValuesIn(codeCases()));

/// The message of the one finding on the clean encounter after a change.
std::string messageAfter(const std::function<void(Encounter&)>& change, const FakeCodeLibrary& library)
{
    auto encounter = cleanEncounter();
    change(encounter);
    const auto report = check(encounter, library);
    EXPECT_EQ(1U, report.findings.size());
    return report.findings.empty() ? "" : report.findings.front().message + " " + report.findings.front().fix;
}

TEST(CodeRuleTexts, UnknownCodeNamesTableAndDate)
{
    const auto text = messageAfter([](Encounter& e) { setCode(e, 0, "E1199"); }, cleanLibrary());
    EXPECT_THAT(text, testing::HasSubstr("E11.99 is not in the ICD-10-CM table test table that covers 2025-01-15."));
}

TEST(CodeRuleTexts, StarterTableSaysWhatToImport)
{
    auto library = cleanLibrary();
    for (auto& [system, table] : library.tables) table.starter = true;
    const auto diagnosis = messageAfter([](Encounter& e) { setCode(e, 0, "E1199"); }, library);
    EXPECT_THAT(diagnosis, testing::HasSubstr("only the starter table covers 2025-01-15"));
    EXPECT_THAT(diagnosis, testing::HasSubstr("import the ICD-10-CM order file"));
    const auto procedure = messageAfter([](Encounter& e) { e.procedures[0].code.text = "99999"; }, library);
    EXPECT_THAT(procedure, testing::HasSubstr("only the CPT starter table covers 2025-01-15"));
    EXPECT_THAT(procedure, testing::HasSubstr("import your licensed CPT file"));
}

TEST(CodeRuleTexts, CodeNotInForceNamesItsDays)
{
    const auto text = [](std::string_view code, Date day) {
        return messageAfter([code, day](Encounter& e) { setCode(e, 0, code), moveTo(e, day); }, cleanLibrary());
    };
    EXPECT_THAT(text("M545", Date::of(2021, 10, 1)), testing::HasSubstr("M54.5 was last valid on 2021-09-30"));
    EXPECT_THAT(text("U071", Date::of(2020, 3, 31)), testing::HasSubstr("U07.1 is first valid on 2020-04-01"));
    EXPECT_THAT(text("A001", Date::of(2018, 9, 30)),
                testing::HasSubstr("first valid on 2018-10-01 (until 2019-09-30)"));
    EXPECT_THAT(text("A001", Date::of(2019, 10, 1)), testing::HasSubstr("last valid on 2019-09-30 (since 2018-10-01)"));
}

TEST(CodeRuleTexts, TextThatIsNoCodeIsCut)
{
    const auto text = messageAfter([](Encounter& e) { setCode(e, 0, "ANA RIVERA BORN 1961"); }, cleanLibrary());
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("1961")));
    EXPECT_THAT(text, testing::HasSubstr("..."));
}

TEST(NotChecked, IsReportedOncePerTableAndDate)
{
    auto encounter = cleanEncounter();
    addLine(encounter, CodeSystem::cpt, "90471");
    auto& later = addLine(encounter, CodeSystem::cpt, "99213");
    later.serviceFrom = later.serviceTo = encounter.service.to = Date::of(2025, 1, 16);
    auto library = cleanLibrary();
    library.tables.erase(CodeSystem::cpt);
    const auto report = check(encounter, library);
    const std::vector<NotChecked> expected{{"cpt", Date::of(2025, 1, 15)}, {"cpt", Date::of(2025, 1, 16)}};
    EXPECT_EQ(expected, report.notChecked);
    ASSERT_EQ(2U, report.findings.size());
    EXPECT_THAT(report.findings[0].codes, testing::ElementsAre("99213", "90471"));
    EXPECT_THAT(report.findings[0].message,
                testing::StartsWith("No CPT table covers 2025-01-15: 99213 and 90471 were"));
    EXPECT_FALSE(report.isReady());
}

TEST(NotChecked, CannotBeSwitchedOff)
{
    const auto encounter = cleanEncounter();
    const auto facts = gatherFacts(encounter, FakeCodeLibrary{}, testDay);
    ASSERT_TRUE(facts);
    EditPolicy policy;
    policy.set("CV-13", "", RuleLevel::off);
    const auto report = underTest(runEdits(encounter, *facts, {.policy = &policy}));
    EXPECT_EQ(2, report.count(Severity::error));
    EXPECT_EQ(2U, report.notChecked.size());
}

TEST(NotChecked, HoldsForFactsThatWereNeverGathered)
{
    auto facts = gatherFacts(cleanEncounter(), cleanLibrary(), testDay);
    ASSERT_TRUE(facts);
    facts->standings.clear();
    EXPECT_THAT(summary(underTest(runEdits(cleanEncounter(), *facts))),
                testing::ElementsAre("CV-13 error /diagnoses/0 /diagnoses/1", "CV-13 error /procedures/0"));
}

TEST(CodingDate, OfAnInpatientIsTheDischarge)
{
    auto encounter = cleanEncounter();
    encounter.setting = Setting::inpatient;
    encounter.procedures.clear();
    encounter.service.from = Date::of(2021, 9, 28);
    setCode(encounter, 0, "M545");
    encounter.service.dischargedAt = LocalMinute{Date::of(2021, 9, 30), 600};
    EXPECT_THAT(summary(check(encounter, cleanLibrary())), testing::ElementsAre());
    encounter.service.dischargedAt = LocalMinute{Date::of(2021, 10, 1), 600};
    EXPECT_THAT(summary(check(encounter, cleanLibrary())), testing::ElementsAre("CV-2 error /diagnoses/0"));
}

}  // namespace

}  // namespace cw::test
