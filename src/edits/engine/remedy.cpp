#include "edits/engine/remedy.h"

#include "encounter/coding.h"

#include <algorithm>

namespace cw {

namespace {

Error gone()
{
    return {ErrorKind::conflict, "EDITS-030", "the rows that this fix is for have changed"};
}

/// Moves a row one place at a time until it stands at `position` of the claim's diagnoses.
Result<Encounter> moveTo(Encounter encounter, DiagnosisId id, int position)
{
    const int now = encounter.claimPosition(id);
    if (now == 0) return gone();
    const int step = position < now ? -1 : 1;
    for (int at = now; at != position; at += step) {
        CW_TRY(encounter, coding::moveDiagnosis(std::move(encounter), id, step));
    }
    return encounter;
}

Result<Encounter> addAfter(Encounter encounter, const Remedy& remedy, IdSource& ids)
{
    CW_TRY(const auto code, Icd10CmCode::parse(remedy.code));
    const bool hasPlace = remedy.diagnosis.isValid();
    const int after = hasPlace ? encounter.claimPosition(remedy.diagnosis) : 0;
    if (hasPlace && after == 0) return gone();
    CW_TRY(auto next, coding::addDiagnosis(std::move(encounter), code, DiagnosisRole::diagnosis, {}, ids));
    if (!hasPlace) return next;
    const DiagnosisId added = next.claimDiagnoses().back()->id;
    return moveTo(std::move(next), added, after + 1);
}

Result<Encounter> placeAfter(Encounter encounter, const Remedy& remedy)
{
    const int now = encounter.claimPosition(remedy.diagnosis);
    const int other = encounter.claimPosition(remedy.other);
    if (now == 0 || other == 0) return gone();
    return moveTo(std::move(encounter), remedy.diagnosis, now < other ? other : other + 1);
}

Result<Encounter> withModifiers(Encounter encounter, ProcedureId line, const std::vector<std::string>& texts)
{
    std::vector<Modifier> modifiers;
    for (const auto& text : texts) {
        CW_TRY(const auto modifier, Modifier::parse(text));
        modifiers.push_back(modifier);
    }
    return coding::setModifiers(std::move(encounter), line, modifiers);
}

Result<Encounter> changeModifier(Encounter encounter, const Remedy& remedy)
{
    const auto* line = encounter.find(remedy.line);
    if (!line) return gone();
    auto modifiers = line->modifiers;
    if (remedy.kind == Remedy::Kind::appendModifier)
        modifiers.push_back(remedy.code);
    else
        std::erase(modifiers, remedy.code);
    return withModifiers(std::move(encounter), remedy.line, modifiers);
}

Result<Encounter> replaceLine(Encounter encounter, const Remedy& remedy)
{
    CW_TRY(const auto code, ProcedureCode::parseLevel1or2(remedy.code));
    return coding::replaceProcedure(std::move(encounter), remedy.line, code);
}

Result<Encounter> setPoa(Encounter encounter, const Remedy& remedy)
{
    for (auto& diagnosis : encounter.diagnoses) {
        if (diagnosis.id != remedy.diagnosis || diagnosis.presentOnAdmission == remedy.code) continue;
        diagnosis.presentOnAdmission = remedy.code;
        return encounter;
    }
    return gone();
}

}  // namespace

Result<Encounter> applyRemedy(Encounter encounter, const Remedy& remedy, IdSource& ids)
{
    switch (remedy.kind) {
    case Remedy::Kind::addDiagnosis: return addAfter(std::move(encounter), remedy, ids);
    case Remedy::Kind::replaceDiagnosis: {
        CW_TRY(const auto code, Icd10CmCode::parse(remedy.code));
        return coding::replaceDiagnosis(std::move(encounter), remedy.diagnosis, code);
    }
    case Remedy::Kind::removeDiagnosis: return coding::removeDiagnosis(std::move(encounter), remedy.diagnosis);
    case Remedy::Kind::placeAfter: return placeAfter(std::move(encounter), remedy);
    case Remedy::Kind::makeFirst: return coding::makeFirstListed(std::move(encounter), remedy.diagnosis);
    case Remedy::Kind::replaceProcedure: return replaceLine(std::move(encounter), remedy);
    case Remedy::Kind::removeLine: return coding::removeProcedure(std::move(encounter), remedy.line);
    case Remedy::Kind::appendModifier:
    case Remedy::Kind::removeModifier: return changeModifier(std::move(encounter), remedy);
    case Remedy::Kind::setPresentOnAdmission: return setPoa(std::move(encounter), remedy);
    case Remedy::Kind::setUnits: return coding::setUnits(std::move(encounter), remedy.line, remedy.units);
    }
    return gone();
}

}  // namespace cw
