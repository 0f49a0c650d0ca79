#pragma once

#include "edits/rules.h"
#include "fake_code_library.h"

#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

namespace cw::test {

/// The encounter of the interchange form's specification: complete, and without any finding.
Encounter cleanEncounter();
/// Tables for it: ICD-10-CM and CPT from 2015-10-01, HCPCS from 2018-01-01, all until 2025-09-30.
FakeCodeLibrary cleanLibrary();
/// The day on which the tests look at encounters.
inline const Date testDay = Date::of(2025, 6, 30);

/// Puts the whole visit on one day.
void moveTo(Encounter& encounter, Date day);
void setCode(Encounter& encounter, std::size_t diagnosis, std::string_view code);
/// A second line, equal to the first but for id and code.
ProcedureLine& addLine(Encounter& encounter, CodeSystem system, std::string_view code);
Diagnosis& addDiagnosis(Encounter& encounter, std::string_view code, DiagnosisRole role = DiagnosisRole::diagnosis);
/// The patient becomes the child of another subscriber, who is complete.
Person& addSubscriber(Encounter& encounter);

/// One change to the clean encounter, and all that the edits then say: "PF-8 error /procedures/0/charge".
struct EditCase {
    std::string name;
    std::function<void(Encounter&)> change;
    std::vector<std::string> findings;
};
inline std::ostream& operator<<(std::ostream& out, const EditCase& edit)
{
    return out << edit.name;
}

std::vector<EditCase> codeCases();
std::vector<EditCase> partyCases();
std::vector<EditCase> claimCases();
std::vector<EditCase> lineCases();

/// Rules that the cases above name: those that need no table but the code tables. The others have their cases in
/// tests/cases/edits.
const std::set<std::string, std::less<>>& rulesUnderTest();
/// Leaves out what other rules say, and the lists that the fake library does not have.
EditReport underTest(EditReport report);

EditReport check(const Encounter& encounter, const FakeCodeLibrary& library);
/// Rule, severity and places of each finding.
std::vector<std::string> summary(const EditReport& report);
/// What holds for every finding whatever its rule: texts, source, codes, and no name or member id in any text.
void expectWellFormed(const EditReport& report, const Encounter& encounter);
void expectCase(const EditCase& edit);

}  // namespace cw::test
