#pragma once

#include "encounter/encounter_repository.h"
#include "identity/user.h"

#include <QString>

#include <vector>

namespace cw::ui {

/// A filter of the worklist with the words it goes by.
struct FilterChoice {
    QString text;
    WorklistFilter filter;
};

/// My work, all open, everything, then one per status. People who do not code have no work of their own.
std::vector<FilterChoice> filterChoices(const User& user);
/// The first of them: what the list opens with and what the rail counts.
WorklistFilter defaultFilter(const User& user);
/// Before it is exported, in the order of the work: those with a chip.
const std::vector<EncounterStatus>& openStatuses();
/// "Outpatient", "Office (11)": the place of service in words, else the setting.
QString placeText(const EncounterSummary& summary);

}  // namespace cw::ui
