#pragma once

#include "edits/code_keys.h"
#include "edits/rules.h"

#include <string>
#include <vector>

namespace cw::edits {

/// A code set that no installed table covers on a date, and the rows that could not be checked for it.
struct MissingTable {
    CodeSystem system = CodeSystem::icd10cm;
    Date date;
    std::vector<const Diagnosis*> diagnoses;
    std::vector<const ProcedureLine*> lines;
};

/// Once per code set and date, diagnoses before procedures, earlier dates first. A code whose standing was never looked
/// up counts as not checked: it is never passed in silence.
std::vector<MissingTable> missingTables(const Encounter& encounter, const EditFacts& facts);

/// Which file to import, as a phrase: "import the ICD-10-CM order file …".
std::string_view importAdvice(CodeSystem system) noexcept;

/// When a code that is not in force on `date` is, as a phrase: "was last valid on 2024-09-30 (since 2015-10-01)".
std::string validityPhrase(const CodeStanding& standing, Date date);

}  // namespace cw::edits
