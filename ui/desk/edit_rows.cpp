#include "ui/desk/edit_rows.h"

#include "ui/widgets/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace cw::ui {

namespace {

struct Family {
    const char* prefix;
    const char* name;
};

constexpr std::array<Family, 16> families = {{{"CV", QT_TRANSLATE_NOOP("EditRows", "Codes")},
                                              {"GL", QT_TRANSLATE_NOOP("EditRows", "Coding guidelines")},
                                              {"PA", QT_TRANSLATE_NOOP("EditRows", "Present on admission")},
                                              {"MC", QT_TRANSLATE_NOOP("EditRows", "Medicare Code Editor")},
                                              {"OC", QT_TRANSLATE_NOOP("EditRows", "Outpatient Code Editor")},
                                              {"NC", QT_TRANSLATE_NOOP("EditRows", "NCCI")},
                                              {"MO", QT_TRANSLATE_NOOP("EditRows", "Modifiers and fee schedule")},
                                              {"DM", QT_TRANSLATE_NOOP("EditRows", "Patient and coverage")},
                                              {"ID", QT_TRANSLATE_NOOP("EditRows", "Providers and payer")},
                                              {"PF", QT_TRANSLATE_NOOP("EditRows", "Professional claim")},
                                              {"IF", QT_TRANSLATE_NOOP("EditRows", "Institutional claim")},
                                              {"TD", QT_TRANSLATE_NOOP("EditRows", "Dates and duplicates")},
                                              {"MN", QT_TRANSLATE_NOOP("EditRows", "Medical necessity")},
                                              {"WF", QT_TRANSLATE_NOOP("EditRows", "Proof")},
                                              {"SITE", QT_TRANSLATE_NOOP("EditRows", "Our own rules")},
                                              {"", QT_TRANSLATE_NOOP("EditRows", "Other")}}};

std::string prefixOf(const std::string& rule)
{
    return rule.substr(0, rule.find('-'));
}

struct Group {
    QString heading;
    int place = 0;  ///< Worst severity first; attested last.
    std::vector<EditRow> rows;
};

void append(std::vector<EditRow>& rows, Group& group, bool hasHeading)
{
    if (hasHeading)
        rows.push_back(
            {.kind = EditRow::Kind::heading, .heading = group.heading, .count = static_cast<int>(group.rows.size())});
    for (auto& row : group.rows) rows.push_back(std::move(row));
}

}  // namespace

QString familyName(const std::string& rule)
{
    const auto prefix = prefixOf(rule);
    for (const auto& family : families)
        if (prefix == family.prefix || *family.prefix == '\0')
            return QCoreApplication::translate("EditRows", family.name);
    return {};
}

std::vector<EditRow> editRows(const EditReport& report, const std::set<FindingKey>& before, bool marksNew)
{
    std::vector<Group> groups;
    const auto groupOf = [&groups](const QString& heading, int place) -> Group& {
        const auto found =
            std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.heading == heading; });
        if (found == groups.end()) return groups.emplace_back(Group{heading, place, {}});
        found->place = std::min(found->place, place);
        return *found;
    };
    for (const auto& finding : report.findings) {
        const QString heading =
            finding.attested ? QCoreApplication::translate("EditRows", "Attested") : familyName(finding.key.rule);
        auto& group = groupOf(heading, finding.attested ? 9 : 2 - static_cast<int>(finding.severity));
        group.rows.push_back({.kind = EditRow::Kind::finding,
                              .finding = finding,
                              .isNew = marksNew && !finding.attested && !before.contains(finding.key)});
    }
    std::map<Date, std::vector<NotChecked>> missing;
    for (const auto& one : report.notChecked) missing[one.date].push_back(one);
    for (auto& [day, tables] : missing)
        groupOf(QCoreApplication::translate("EditRows", "Not checked"), 10)
            .rows.push_back({.kind = EditRow::Kind::missing, .missing = std::move(tables)});
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.place < b.place; });
    std::vector<EditRow> rows;
    for (auto& group : groups) {
        std::stable_sort(group.rows.begin(), group.rows.end(),
                         [](const EditRow& a, const EditRow& b) { return a.finding.severity > b.finding.severity; });
        append(rows, group, groups.size() > 1);
    }
    return rows;
}

}  // namespace cw::ui
