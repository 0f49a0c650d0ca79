#pragma once

#include <QKeySequence>
#include <QString>

#include <vector>

namespace cw::ui {

/// Where a shortcut acts. Two commands may share keys only in scopes that cannot be active together. Letters without a
/// modifier are allowed in list scopes only (WCAG 2.1.4). The "…Rows" scopes are the lists of a page: bind them on the
/// list, the others on the page.
enum class CommandScope {
    window,
    desk,
    documents,
    viewer,
    diagnoses,
    procedures,
    edits,
    sources,
    search,
    worklist,
    worklistRows,
    review,
    reviewRows,
    billing,
    billingRows,
    inbox,
    inboxRows,
    codes,
    codesRows,
    admin,
    adminRows
};

QString scopeName(CommandScope scope);
/// The scope around it that is active at the same time; window for itself.
CommandScope parentOf(CommandScope scope);
/// True when one is the other or stands around it: both hear the same key.
bool areActiveTogether(CommandScope first, CommandScope second);
/// True where a list has the focus and letters are free.
bool isListScope(CommandScope scope);

/// One entry of the one table from which menus, shortcut sheet and conflict test come.
struct Command {
    const char* id;  ///< "desk.search"
    CommandScope scope;
    const char* menu;      ///< "Coding"; empty for keys of a list that stand in the sheet only.
    const char* text;      ///< "Search codes"
    const char* shortcut;  ///< Portable form, "Ctrl+K"; several are separated by "; ".
};

const std::vector<Command>& commandTable();
/// The entry with this id; asserted to exist.
const Command& command(const char* id);
QList<QKeySequence> shortcuts(const Command& command);
/// "Ctrl K": the first shortcut as key hints show it.
QString keyHint(const char* id);
/// Any portable key text as key hints show it: "Ctrl+Return" is "Ctrl Enter".
QString keyWords(const QString& portable);

}  // namespace cw::ui
