#include "ui/worklist/worklist_filters.h"

#include "ui/widgets/text.h"

#include <array>

namespace cw::ui {

namespace {

using S = EncounterStatus;

struct Place {
    std::string_view code;
    std::string_view name;
};

// Place of Service code set (CMS); the places this practice's kind of work meets, in short words.
constexpr std::array<Place, 27> places = {{
    {"02", "Telehealth, not home"},
    {"03", "School"},
    {"10", "Telehealth, home"},
    {"11", "Office"},
    {"12", "Home"},
    {"13", "Assisted living"},
    {"15", "Mobile unit"},
    {"17", "Retail clinic"},
    {"19", "Off-campus hospital"},
    {"20", "Urgent care"},
    {"21", "Inpatient hospital"},
    {"22", "Outpatient hospital"},
    {"23", "Emergency room"},
    {"24", "Surgery center"},
    {"31", "Skilled nursing"},
    {"32", "Nursing facility"},
    {"34", "Hospice"},
    {"41", "Ambulance, land"},
    {"49", "Independent clinic"},
    {"50", "Health center"},
    {"51", "Psychiatric inpatient"},
    {"53", "Mental health center"},
    {"61", "Inpatient rehab"},
    {"65", "Dialysis"},
    {"71", "Public health clinic"},
    {"72", "Rural health clinic"},
    {"81", "Laboratory"},
}};

}  // namespace

const std::vector<EncounterStatus>& openStatuses()
{
    static const std::vector<EncounterStatus> open = {S::fresh,    S::inCoding, S::pending,  S::returned,
                                                      S::rejected, S::coded,    S::inReview, S::approved};
    return open;
}

std::vector<FilterChoice> filterChoices(const User& user)
{
    std::vector<FilterChoice> choices;
    WorklistFilter open;
    open.statuses = {S::fresh, S::inCoding, S::pending, S::returned, S::rejected};
    if (allows(user.roles, Permission::code)) {
        WorklistFilter mine = open;
        mine.assignedTo = user.name;
        mine.orUnassigned = true;
        choices.push_back({QStringLiteral("My work: uncoded or returned"), mine});
    }
    open.statuses = openStatuses();
    choices.push_back({QStringLiteral("All open, not yet exported"), open});
    choices.push_back({QStringLiteral("Everything"), WorklistFilter()});
    for (const auto status : allStatuses()) {
        WorklistFilter one;
        one.statuses = {status};
        choices.push_back({QStringLiteral("Status: ") + qs(displayName(status)), one});
    }
    return choices;
}

WorklistFilter defaultFilter(const User& user)
{
    return filterChoices(user).front().filter;
}

QString placeText(const EncounterSummary& summary)
{
    for (const auto& place : places)
        if (place.code == summary.placeOfService) return qs(place.name);
    QString setting = qs(toString(summary.setting));
    if (!setting.isEmpty()) setting[0] = setting[0].toUpper();
    return summary.placeOfService.empty() ? setting : QStringLiteral("%1, %2").arg(setting, qs(summary.placeOfService));
}

}  // namespace cw::ui
