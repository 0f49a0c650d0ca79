#include "edit_cases.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace cw::test {

namespace {

const Date day = Date::of(2025, 1, 15);

Address address(std::string line1, std::string postalCode)
{
    return {.line1 = std::move(line1), .city = "Dayton", .state = "OH", .postalCode = std::move(postalCode)};
}

}  // namespace

Encounter cleanEncounter()
{
    Encounter encounter{.encounterId = "V-1001"};
    encounter.service = {.from = day, .to = day, .placeOfService = "11"};
    encounter.patient = {.mrn = "000123",
                         .lastName = "Rivera",
                         .firstName = "Ana",
                         .birthDate = Date::of(1961, 4, 2),
                         .sex = Sex::female,
                         .address = address("12 Elm St", "45402"),
                         .phone = "9375550100"};
    encounter.coverages = {{.payer = {.name = "Medicare Part B", .payerId = "15202", .claimFilingCode = "MB"},
                            .memberId = "1EG4TE5MK73",
                            .relationship = Relationship::self}};
    encounter.providers.billing = Provider{.npi = "1234567893",
                                           .organization = "Elm Street Clinic",
                                           .taxId = "310123456",
                                           .taxIdType = "EI",
                                           .taxonomy = "207Q00000X",
                                           .address = address("1 Main St", "454020001"),
                                           .contactName = "Billing Office",
                                           .phone = "9375550111"};
    encounter.providers.rendering =
        Provider{.npi = "1497758544", .lastName = "Okafor", .firstName = "Ife", .taxonomy = "207Q00000X"};
    encounter.claim = {.acceptAssignment = "A",
                       .signatureOnFile = true,
                       .benefitsAssigned = "Y",
                       .releaseOfInformation = "Y",
                       .frequencyCode = "1"};
    encounter.diagnoses = {{.id = {1}, .code = {"E119"}}, {.id = {2}, .code = {"I10"}}};
    encounter.procedures = {{.id = {11},
                             .system = CodeSystem::cpt,
                             .code = {"99213"},
                             .modifiers = {"25"},
                             .charge = Money::cents(12500),
                             .serviceFrom = day,
                             .serviceTo = day,
                             .placeOfService = "11",
                             .pointers = {{1}, {2}}}};
    return encounter;
}

FakeCodeLibrary cleanLibrary()
{
    const auto first = Date::of(2015, 10, 1);
    const auto last = Date::of(2025, 9, 30);
    const DateInterval always{first, last};
    FakeCodeLibrary library;
    auto& diagnoses = library.tables[CodeSystem::icd10cm];
    diagnoses.covers = always;
    for (const auto* code :
         {"E119", "I10", "J029", "S72001A", "Z0000", "R51", "R05", "R110", "R55", "R42", "R52", "R634", "R300", "R310"})
        diagnoses.codes[code] = {always, true};
    diagnoses.codes["E11"] = {always, false};
    diagnoses.codes["M545"] = {{first, Date::of(2021, 9, 30)}, true};
    diagnoses.codes["U071"] = {{Date::of(2020, 4, 1), last}, true};
    diagnoses.codes["A001"] = {{Date::of(2018, 10, 1), Date::of(2019, 9, 30)}, true};
    auto& cpt = library.tables[CodeSystem::cpt];
    cpt.covers = always;
    cpt.codes["99213"] = {always, true};
    cpt.codes["90471"] = {always, true};
    cpt.codes["99201"] = {{first, Date::of(2020, 12, 31)}, true};
    auto& hcpcs = library.tables[CodeSystem::hcpcs];
    hcpcs.covers = {Date::of(2018, 1, 1), last};
    hcpcs.codes["J1885"] = {hcpcs.covers, true};
    auto& pcs = library.tables[CodeSystem::icd10pcs];
    pcs.covers = always;
    pcs.codes["0DTJ4ZZ"] = {always, true};
    return library;
}

void moveTo(Encounter& encounter, Date to)
{
    encounter.service.from = to;
    encounter.service.to = to;
    for (auto& line : encounter.procedures) line.serviceFrom = line.serviceTo = to;
}

void setCode(Encounter& encounter, std::size_t diagnosis, std::string_view code)
{
    encounter.diagnoses[diagnosis].code.text = code;
}

ProcedureLine& addLine(Encounter& encounter, CodeSystem system, std::string_view code)
{
    auto line = encounter.procedures.front();
    line.id = {encounter.procedures.back().id.value + 1};
    line.system = system;
    line.code.text = code;
    return encounter.procedures.emplace_back(std::move(line));
}

Diagnosis& addDiagnosis(Encounter& encounter, std::string_view code, DiagnosisRole role)
{
    const DiagnosisId id{encounter.diagnoses.empty() ? 1 : encounter.diagnoses.back().id.value + 1};
    return encounter.diagnoses.emplace_back(Diagnosis{.id = id, .role = role, .code = {std::string(code)}});
}

Person& addSubscriber(Encounter& encounter)
{
    auto& coverage = encounter.coverages.front();
    coverage.relationship = Relationship::child;
    return coverage.subscriber.emplace(Person{
        .lastName = "Rivera-Holm", .firstName = "Marta", .birthDate = Date::of(1940, 2, 29), .sex = Sex::female});
}

const std::set<std::string, std::less<>>& rulesUnderTest()
{
    static const auto rules = [] {
        std::set<std::string, std::less<>> named;
        for (const auto& cases : {codeCases(), partyCases(), claimCases(), lineCases()})
            for (const auto& edit : cases)
                for (const auto& line : edit.findings) named.insert(line.substr(0, line.find(' ')));
        return named;
    }();
    return rules;
}

EditReport underTest(EditReport report)
{
    std::erase_if(report.findings, [](const Finding& finding) {
        const bool isOfLists = finding.key.rule == "CV-13" && finding.severity == Severity::note;
        return isOfLists || !rulesUnderTest().contains(finding.key.rule);
    });
    std::erase_if(report.notChecked, [](const NotChecked& missing) { return !parseCodeSystem(missing.table); });
    return report;
}

EditReport check(const Encounter& encounter, const FakeCodeLibrary& library)
{
    const auto facts = gatherFacts(encounter, library, testDay);
    EXPECT_TRUE(facts);
    return underTest(runEdits(encounter, *facts));
}

std::vector<std::string> summary(const EditReport& report)
{
    std::vector<std::string> lines;
    for (const auto& finding : report.findings) {
        std::string line = std::string(finding.key.rule) + " " + std::string(toString(finding.severity));
        for (const auto& at : finding.at) line += " " + at;
        lines.push_back(std::move(line));
    }
    return lines;
}

void expectWellFormed(const EditReport& report, const Encounter& encounter)
{
    const std::vector<std::string> secrets{"Rivera", "Marta", "1EG4TE5MK73", "000123", "310123456"};
    for (const auto& finding : report.findings) {
        SCOPED_TRACE(finding.message);
        EXPECT_TRUE(finding.message.ends_with(".")) << "a sentence";
        EXPECT_TRUE(finding.fix.ends_with(".")) << finding.fix;
        EXPECT_FALSE(finding.source.empty());
        EXPECT_FALSE(finding.at.empty());
        EXPECT_NE(Field::none, finding.field);
        EXPECT_TRUE(std::is_sorted(finding.key.subjects.begin(), finding.key.subjects.end()));
        for (const auto& at : finding.at) EXPECT_TRUE(at.starts_with("/")) << at;
        for (const auto& secret : secrets) {
            EXPECT_EQ(std::string::npos, finding.message.find(secret));
            EXPECT_EQ(std::string::npos, finding.fix.find(secret));
        }
        EXPECT_EQ(finding.procedure.isValid(), encounter.find(finding.procedure) != nullptr);
        EXPECT_EQ(finding.diagnosis.isValid(), encounter.find(finding.diagnosis) != nullptr);
    }
}

void expectCase(const EditCase& edit)
{
    auto encounter = cleanEncounter();
    edit.change(encounter);
    const auto report = check(encounter, cleanLibrary());
    EXPECT_THAT(summary(report), testing::ElementsAreArray(edit.findings));
    expectWellFormed(report, encounter);
    const bool anyError = std::any_of(edit.findings.begin(), edit.findings.end(),
                                      [](const auto& line) { return line.find(" error ") != std::string::npos; });
    EXPECT_EQ(!anyError, report.isReady());
}

}  // namespace cw::test
