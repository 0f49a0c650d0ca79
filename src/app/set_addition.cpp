#include "app/code_sets.h"
#include "encounter/coding.h"

#include <algorithm>

namespace cw::app {

namespace {

Date dateFor(const Encounter& encounter, CodeSystem system)
{
    return system == CodeSystem::icd10cm || system == CodeSystem::icd10pcs ? encounter.codingDate()
                                                                           : encounter.service.from;
}

/// Why the code cannot go on the encounter; empty when it can.
Result<std::string> obstacle(const Encounter& encounter, const CodeKey& key, const CodeLibrary& library)
{
    using State = CodeStanding::State;
    const auto isSame = [&key](const auto& row) { return row.code.text == key.code; };
    const bool isDiagnosis = key.system == CodeSystem::icd10cm;
    const bool isThere =
        isDiagnosis ? std::any_of(encounter.diagnoses.begin(), encounter.diagnoses.end(),
                                  [&](const Diagnosis& d) { return d.role == DiagnosisRole::diagnosis && isSame(d); })
                    : std::any_of(encounter.procedures.begin(), encounter.procedures.end(),
                                  [&](const ProcedureLine& p) { return p.system == key.system && isSame(p); });
    if (isThere) return std::string("on the encounter already");
    const auto day = dateFor(encounter, key.system);
    CW_TRY(const auto standing, library.standing(key.system, key.code, day));
    switch (standing.state) {
    case State::valid:
    case State::notChecked: return std::string();
    case State::header: return std::string("needs a more specific code");
    case State::notInForce: return "not in force on " + day.iso();
    // The starter table lacks most codes.
    case State::unknown: return standing.starterOnly ? std::string() : "in no table on " + day.iso();
    }
    return std::string();
}

Result<Encounter> added(Encounter encounter, const CodeKey& key, IdSource& ids)
{
    if (key.system == CodeSystem::icd10cm) {
        CW_TRY(const auto code, Icd10CmCode::parse(key.code));
        return coding::addDiagnosis(std::move(encounter), code, DiagnosisRole::diagnosis, {}, ids);
    }
    CW_TRY(const auto code, ProcedureCode::parse(key.system, key.code));
    return coding::addProcedure(std::move(encounter), code, {}, ids);
}

}  // namespace

Result<SetAddition> addSet(const Encounter& encounter, const std::vector<CodeKey>& codes, const CodeLibrary& library,
                           IdSource& ids)
{
    SetAddition addition;
    addition.encounter = encounter;
    auto ordered = codes;
    // New lines point at the first diagnoses, so these come first.
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const CodeKey& key) { return key.system == CodeSystem::icd10cm; });
    for (const auto& key : ordered) {
        CW_TRY(const auto why, obstacle(addition.encounter, key, library));
        if (!why.empty()) {
            addition.leftOut.push_back(displayCode(key.system, key.code) + ": " + why);
            continue;
        }
        CW_TRY(addition.encounter, added(std::move(addition.encounter), key, ids));
        ++addition.added;
    }
    if (addition.added > 0) return addition;
    return Error{ErrorKind::conflict, "APP-124",
                 addition.leftOut.empty() ? "the code set is empty"
                                          : "nothing of the code set can be added; first " + addition.leftOut.front()};
}

}  // namespace cw::app
