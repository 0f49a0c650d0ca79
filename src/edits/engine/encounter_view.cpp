#include "edits/engine/encounter_view.h"

#include "edits/code_keys.h"

#include <algorithm>

namespace cw::edits {

namespace {

std::string_view titleOf(const CodeStanding* standing) noexcept
{
    if (!standing || !standing->entry) return {};
    const auto& entry = *standing->entry;
    return entry.longTitle.empty() ? std::string_view(entry.shortTitle) : std::string_view(entry.longTitle);
}

const CodeStanding* standingOf(const EditFacts& facts, const std::optional<CodeKey>& key)
{
    return key ? facts.standing(std::get<0>(*key), std::get<1>(*key), std::get<2>(*key)) : nullptr;
}

LineView lineView(const EncounterView& view, std::size_t index)
{
    const auto& line = view.encounter.procedures[index];
    const auto key = codeKey(view.encounter, line);
    const Date from = line.serviceFrom.value_or(view.encounter.service.from);
    return {.index = index,
            .row = &line,
            .code = key ? std::get<1>(*key) : std::string(),
            .system = key ? std::optional(std::get<0>(*key)) : std::nullopt,
            .from = from,
            .to = line.serviceTo.value_or(from),
            .place = view.encounter.placeOf(line),
            .standing = standingOf(view.facts, key)};
}

}  // namespace

std::string_view DiagnosisView::title() const noexcept
{
    return titleOf(standing);
}

std::string_view LineView::title() const noexcept
{
    return titleOf(standing);
}

bool LineView::hasModifier(std::string_view modifier) const noexcept
{
    return std::find(row->modifiers.begin(), row->modifiers.end(), modifier) != row->modifiers.end();
}

bool LineView::hasAnyModifier(std::initializer_list<std::string_view> modifiers) const noexcept
{
    return std::any_of(modifiers.begin(), modifiers.end(), [this](auto modifier) { return hasModifier(modifier); });
}

EncounterView::EncounterView(const Encounter& seen, const EditFacts& known)
    : encounter(seen),
      facts(known),
      institutional(parseInstitutionalCodes(seen.claim.institutional)),
      date(seen.codingDate())
{
    int position = 0;
    for (std::size_t i = 0; i < seen.diagnoses.size(); ++i) {
        const auto& row = seen.diagnoses[i];
        const bool counts = row.role == DiagnosisRole::diagnosis;
        if (counts) ++position;
        const auto key = codeKey(seen, row);
        if (!key) continue;
        DiagnosisView one{.index = i,
                          .row = &row,
                          .code = std::get<1>(*key),
                          .position = counts ? position : 0,
                          .standing = standingOf(known, key)};
        (counts ? diagnoses : others).push_back(std::move(one));
    }
    for (std::size_t i = 0; i < seen.procedures.size(); ++i) {
        auto line = lineView(*this, i);
        const bool isPcs = seen.procedures[i].system == CodeSystem::icd10pcs;
        (isPcs ? pcs : lines).push_back(std::move(line));
    }
    if (const auto& born = seen.patient.birthDate; born && *born <= seen.service.from) {
        age = born->ageOn(seen.service.from);
        ageInDays = born->daysUntil(seen.service.from);
    }
    if (const auto* coverage = seen.coverage(CoverageRank::primary)) {
        payerId = coverage->payer.payerId;
        const auto& filing = coverage->payer.claimFilingCode;
        isMedicare = filing == "MA" || filing == "MB";
    }
}

bool EncounterView::hasFlag(std::string_view flag) const noexcept
{
    const auto& flags = encounter.claim.flags;
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

const DiagnosisView* EncounterView::find(const CodePatterns& codes) const noexcept
{
    for (const auto& diagnosis : diagnoses)
        if (codes.matches(diagnosis.code)) return &diagnosis;
    return nullptr;
}

const DiagnosisView* EncounterView::find(const CodePattern& codes) const noexcept
{
    for (const auto& diagnosis : diagnoses)
        if (codes.matches(diagnosis.code)) return &diagnosis;
    return nullptr;
}

const DiagnosisView* EncounterView::findUnder(std::string_view prefix) const noexcept
{
    for (const auto& diagnosis : diagnoses)
        if (diagnosis.isUnder(prefix)) return &diagnosis;
    return nullptr;
}

std::vector<const DiagnosisView*> EncounterView::allOf(const CodePatterns& codes) const
{
    std::vector<const DiagnosisView*> found;
    for (const auto& diagnosis : diagnoses)
        if (codes.matches(diagnosis.code)) found.push_back(&diagnosis);
    return found;
}

}  // namespace cw::edits
