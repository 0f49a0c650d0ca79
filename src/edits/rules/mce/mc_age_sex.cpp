#include "edits/rules/mce/age_sex_lists.h"
#include "edits/rules/mce/mc_rules.h"

#include <array>

namespace cw::edits {

/// MC-4a to MC-4d: a diagnosis of the list of an age group, and a patient outside it.
void checkMceNewborn(RuleRun& run)
{
    reportAgeConflicts(run, std::array{newbornGroup});
}

void checkMcePediatric(RuleRun& run)
{
    reportAgeConflicts(run, std::array{pediatricGroup});
}

void checkMceMaternity(RuleRun& run)
{
    reportAgeConflicts(run, std::array{maternityGroup(run.view().date)});
}

void checkMceAdult(RuleRun& run)
{
    reportAgeConflicts(run, std::array{adultGroup});
}

/// MC-5: the editor reads condition code 45 from 2023-07-01, and dropped the edit on 2024-10-01 (Rule::effective).
void checkMceSexConflict(RuleRun& run)
{
    static const Date readsCondition = Date::of(2023, 7, 1);
    reportSexConflicts(run, run.view().date >= readsCondition);
}

}  // namespace cw::edits
