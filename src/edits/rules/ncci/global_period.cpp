#include "edits/rules/ncci/global_period.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace cw::edits {

namespace {

constexpr int longest = 90;

/// An assistant has no global package; a return to the operating room (78) begins none.
bool beginsPackage(const std::vector<std::string>& modifiers)
{
    return std::none_of(modifiers.begin(), modifiers.end(), [](const std::string& modifier) {
        return modifier == "78" || modifier == "80" || modifier == "81" || modifier == "82" || modifier == "AS";
    });
}

bool hasModifier(const std::vector<std::string>& modifiers, std::string_view wanted)
{
    return std::find(modifiers.begin(), modifiers.end(), wanted) != modifiers.end();
}

std::optional<int> globalDays(const FeeScheduleTable& schedule, std::string_view code)
{
    const auto* row = schedule.find(code);
    if (!row) return std::nullopt;
    if (row->globalDays == "000") return 0;
    if (row->globalDays == "010") return 10;
    if (row->globalDays == "090") return longest;
    return std::nullopt;
}

/// By day and code, then lines before what other encounters hold: not by the order of the lines.
bool isBeforeSurgery(const Surgery& a, const Surgery& b)
{
    const auto key = [](const Surgery& surgery) {
        return std::tuple(surgery.day, std::string_view(surgery.code), surgery.line ? 0 : 1,
                          surgery.line ? surgery.line->row->id.value : 0);
    };
    return key(a) < key(b);
}

class Finder {
public:
    Finder(RuleRun& run, const LineView& visit) : m_run(run), m_visit(visit) {}

    std::vector<Surgery> find()
    {
        for (const auto& line : m_run.view().lines)
            if (line.index != m_visit.index && !line.code.empty())
                consider({.code = line.code, .day = line.from, .line = &line}, line.row->modifiers);
        for (const auto& past : m_run.facts().history)
            if (past.isActive && past.setting == Setting::professional && !past.code.empty() &&
                isSamePractice(m_run, past))
                consider({.code = past.code, .day = past.from, .past = &past}, past.modifiers);
        std::sort(m_found.begin(), m_found.end(), isBeforeSurgery);
        return std::move(m_found);
    }

private:
    void consider(Surgery surgery, const std::vector<std::string>& modifiers)
    {
        const int after = surgery.day.daysUntil(m_visit.from);
        if (after < -1 || after > longest || !beginsPackage(modifiers)) return;
        if (m_run.data().list("em").has(surgery.code, surgery.day)) return;
        auto schedule = m_run.tables().feeSchedule(surgery.day);
        if (!schedule) schedule = m_run.tables().feeSchedule(m_visit.from);
        if (!schedule) {
            m_run.notChecked("mpfs", m_visit.from);
            return;
        }
        const auto days = globalDays(*schedule.table, surgery.code);
        if (!days) return;
        surgery.days = *days;
        const bool isCaredForElsewhere = after > 0 && hasModifier(modifiers, "54");
        if (isCaredForElsewhere || !surgery.window().contains(m_visit.from)) return;
        m_found.push_back(std::move(surgery));
    }

    RuleRun& m_run;
    const LineView& m_visit;
    std::vector<Surgery> m_found;
};

}  // namespace

DateInterval Surgery::window() const
{
    return {days == longest ? day.plusDays(-1) : day, day.plusDays(days)};
}

std::vector<Surgery> surgeriesAround(RuleRun& run, const LineView& visit)
{
    return Finder(run, visit).find();
}

}  // namespace cw::edits
