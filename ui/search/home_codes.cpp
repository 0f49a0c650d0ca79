#include "app/code_sets.h"
#include "app/own_codes.h"
#include "base/text.h"
#include "ui/search/search_questions.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr std::size_t recentShown = 5;
constexpr std::size_t earlierShown = 20;

QString tr(const char* text)
{
    return QCoreApplication::translate("HomeCodes", text);
}

void append(std::vector<FoundRow>& rows, const QString& heading, std::vector<FoundRow> part)
{
    if (part.empty()) return;
    rows.push_back(headingRow(heading));
    std::move(part.begin(), part.end(), std::back_inserter(rows));
}

/// The obstacle says more than where the code was used.
void giveReason(FoundRow& row, const QString& reason)
{
    if (row.reason.isEmpty()) row.reason = reason;
}

Result<std::vector<FoundRow>> earlierRows(app::Workspace& workspace, const HomeQuestion& question, Date day)
{
    std::vector<FoundRow> rows;
    if (question.encounterId.empty()) return rows;
    CW_TRY(const auto codes, app::OwnCodes(workspace).previousOf(question.encounterId, day));
    for (const auto& code : codes) {
        if (rows.size() == earlierShown) break;
        FoundRow row = codeRow(code.entry, question.on);
        QString where = QStringLiteral("%1, %2").arg(qs(code.use.serviceDate.iso()), qs(code.use.encounterId));
        if (code.use.encounters > 1) where += tr(", on %1 visits").arg(code.use.encounters);
        giveReason(row, where);
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<FoundRow>> recentRows(app::Workspace& workspace, const HomeQuestion& question, Date day)
{
    std::vector<FoundRow> rows;
    std::vector<CodeKey> seen;
    const auto add = [&](const CodeKey& key, const CodeEntry& entry) {
        if (rows.size() == recentShown || std::find(seen.begin(), seen.end(), key) != seen.end()) return;
        seen.push_back(key);
        rows.push_back(codeRow(entry, question.on));
    };
    for (const auto& key : question.unsaved) {
        CW_TRY(const auto entry, workspace.library().find(key.system, key.code, day));
        if (entry) add(key, *entry);
    }
    CW_TRY(const auto recent, app::OwnCodes(workspace).recent(recentShown, day));
    for (const auto& code : recent) add(code.use.key, code.entry);
    return rows;
}

FoundRow setRow(const app::OpenedSet& opened)
{
    FoundRow row;
    row.kind = FoundRow::Kind::set;
    const auto count = opened.codes.size();
    row.title =
        tr("Set: %1 (%2)").arg(qs(opened.set.header.name), count == 1 ? tr("1 code") : tr("%1 codes").arg(count));
    QStringList names;
    for (const auto& code : opened.codes) {
        row.codes.push_back(code.member.key);
        names.append(qs(displayCode(code.member.key.system, code.member.key.code)));
    }
    row.reason = names.join(QStringLiteral(", "));
    if (opened.flagged > 0) row.reason = tr("%1 to be replaced \u00b7 %2").arg(opened.flagged).arg(row.reason);
    return row;
}

QString stateText(const app::SetCode& code)
{
    if (!code.isFlagged() || !code.lastDay) return qs(code.member.note);
    QString text = tr("last day %1").arg(qs(code.lastDay->iso()));
    QStringList names;
    for (const auto& successor : code.successors) names.append(qs(successor.displayCode()));
    return names.isEmpty() ? text : text + tr(", then %1").arg(names.join(QStringLiteral(", ")));
}

}  // namespace

Result<HomeCodes> homeCodes(app::Workspace& workspace, const HomeQuestion& question)
{
    const Date day = question.on.value_or(workspace.clock().today());
    HomeCodes home;
    home.earlier = question.earlier;
    if (!home.earlier) {
        CW_TRY(auto rows, earlierRows(workspace, question, day));
        home.earlier = std::make_shared<const std::vector<FoundRow>>(std::move(rows));
    }
    CW_TRY(auto recent, recentRows(workspace, question, day));
    CW_TRY(const auto sets, app::CodeSets(workspace).list(day));
    std::vector<FoundRow> favourites;
    std::vector<FoundRow> named;
    for (const auto& opened : sets) {
        if (!opened.set.header.isFavourites) {
            if (!opened.codes.empty()) named.push_back(setRow(opened));
            continue;
        }
        for (const auto& code : opened.codes) {
            const auto& key = code.member.key;
            home.favourites.push_back(key);
            CW_TRY(const auto entry, workspace.library().find(key.system, key.code, day));
            CodeEntry bare;
            bare.system = key.system;
            bare.code = key.code;
            FoundRow row = codeRow(entry.value_or(bare), question.on, code.successors);
            giveReason(row, stateText(code));
            favourites.push_back(std::move(row));
        }
    }
    const QString recentHeading = tr("Your last five codes");
    if (question.recentFirst) append(home.rows, recentHeading, std::move(recent));
    append(home.rows, tr("This patient, earlier visits"), *home.earlier);
    if (!question.recentFirst) append(home.rows, recentHeading, std::move(recent));
    append(home.rows, tr("Favourites"), std::move(favourites));
    append(home.rows, tr("Code sets"), std::move(named));
    return home;
}

}  // namespace cw::ui
