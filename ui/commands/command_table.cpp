#include "ui/commands/command_table.h"

#include <cassert>
#include <cstring>

namespace cw::ui {

namespace {

using S = CommandScope;

// Enter is "Return; Enter": the second is the key of the number block.
const std::vector<Command> table = {
    {"go.worklist", S::window, "Go", "Worklist", "Ctrl+1"},
    {"go.desk", S::window, "Go", "Desk", "Ctrl+2"},
    {"go.codes", S::window, "Go", "Codes", "Ctrl+3"},
    {"go.review", S::window, "Go", "Review", "Ctrl+4"},
    {"go.billing", S::window, "Go", "Billing", "Ctrl+5"},
    {"go.admin", S::window, "Go", "Admin", "Ctrl+6"},
    {"go.reload", S::window, "Go", "Load this page again", "F5"},
    {"window.menu", S::window, "", "Open the menu", "F10; Alt+M"},
    {"window.theme", S::window, "Window", "Light or dark", "Ctrl+T"},
    {"window.larger", S::window, "Window", "Larger text", "Ctrl+Alt+="},
    {"window.smaller", S::window, "Window", "Smaller text", "Ctrl+Alt+-"},
    {"window.normal", S::window, "Window", "Normal text size", "Ctrl+Alt+0"},
    {"window.keys", S::window, "Window", "All keys", "?; F1"},
    {"window.lock", S::window, "Window", "Lock", "Ctrl+L"},
    {"window.signout", S::window, "Window", "Sign out", "Ctrl+Shift+L"},
    {"window.quit", S::window, "Window", "Quit", "Ctrl+Shift+Q"},

    {"worklist.next", S::worklist, "Worklist", "Open the next chart", "Ctrl+Return; Ctrl+Enter"},
    {"worklist.find", S::worklist, "Worklist", "Find in the list", "Ctrl+F"},
    {"worklist.filter", S::worklist, "Worklist", "Choose a filter", "Ctrl+D"},
    {"worklist.list", S::worklist, "Worklist", "To the list", "Alt+1"},
    {"worklist.import", S::worklist, "Worklist", "Import encounters", "Ctrl+I"},
    {"worklist.open", S::worklistRows, "", "Open the chart", "Return; Enter"},
    {"worklist.assign", S::worklistRows, "Worklist", "Assign to", "A"},

    {"desk.next", S::desk, "Coding", "Next chart", "Ctrl+Return; Ctrl+Enter"},
    {"desk.submit", S::desk, "Coding", "Submit, next chart", "Ctrl+Shift+Return; Ctrl+Shift+Enter"},
    {"desk.save", S::desk, "Coding", "Save", "Ctrl+S"},
    {"desk.hold", S::desk, "Coding", "Hold or resume", "Ctrl+H"},
    {"desk.search", S::desk, "Coding", "Search codes", "Ctrl+K"},
    {"desk.undo", S::desk, "Coding", "Undo", "Ctrl+Z"},
    {"desk.redo", S::desk, "Coding", "Redo", "Ctrl+Shift+Z; Ctrl+Y"},
    {"desk.check", S::desk, "Coding", "Check edits again", "F9"},
    {"desk.nextEdit", S::desk, "Coding", "Next edit", "F8"},
    {"desk.previousEdit", S::desk, "Coding", "Previous edit", "Shift+F8"},
    {"desk.nextPane", S::desk, "Coding", "Next pane", "F6"},
    {"desk.previousPane", S::desk, "Coding", "Previous pane", "Shift+F6"},
    {"desk.documents", S::desk, "Coding", "To the documents", "Alt+1"},
    {"desk.viewer", S::desk, "Coding", "To the document shown", "Alt+2"},
    {"desk.codes", S::desk, "Coding", "To the codes", "Alt+3"},
    {"desk.edits", S::desk, "Coding", "To the edits", "Alt+4"},
    {"desk.procedures", S::desk, "Coding", "To the procedures", "Alt+5"},
    {"desk.addDocuments", S::desk, "Coding", "Add documents", "Ctrl+I"},

    {"documents.open", S::documents, "", "Show the document", "Return; Enter"},

    {"viewer.find", S::desk, "Document", "Find in the document", "Ctrl+F"},
    {"viewer.findNext", S::desk, "Document", "Next hit", "F3"},
    {"viewer.findPrevious", S::desk, "Document", "Previous hit", "Shift+F3"},
    {"viewer.zoomIn", S::desk, "Document", "Zoom in", "Ctrl++; Ctrl+="},
    {"viewer.zoomOut", S::desk, "Document", "Zoom out", "Ctrl+-"},
    {"viewer.zoomReset", S::desk, "Document", "Zoom 100 %", "Ctrl+0"},
    {"viewer.copy", S::viewer, "Document", "Copy the selected words", "Ctrl+C"},
    {"viewer.selectAll", S::viewer, "", "Select everything", "Ctrl+A"},

    {"diagnoses.replace", S::diagnoses, "", "Replace the code", "R"},
    {"diagnoses.up", S::diagnoses, "", "Move up", "Alt+Up"},
    {"diagnoses.down", S::diagnoses, "", "Move down", "Alt+Down"},
    {"diagnoses.first", S::diagnoses, "", "Make first-listed", "F"},
    {"diagnoses.evidence", S::diagnoses, "", "Show the proof", "Return; Enter"},
    {"diagnoses.attach", S::diagnoses, "", "Attach the selected words as proof", "E"},
    {"diagnoses.remove", S::diagnoses, "", "Remove", "Del"},

    {"procedures.replace", S::procedures, "", "Replace the code", "R"},
    {"procedures.up", S::procedures, "", "Move up", "Alt+Up"},
    {"procedures.down", S::procedures, "", "Move down", "Alt+Down"},
    {"procedures.pointers", S::procedures, "", "Link diagnosis 1 to 12", "1; 2; 3; 4; 5; 6; 7; 8; 9; 0; -; ="},
    {"procedures.linkAll", S::procedures, "", "Link the first four diagnoses", "*"},
    {"procedures.modifiers", S::procedures, "", "Modifiers", "M"},
    {"procedures.units", S::procedures, "", "Units", "U"},
    {"procedures.charge", S::procedures, "", "Charge", "C"},
    {"procedures.place", S::procedures, "", "Place of service", "P"},
    {"procedures.dates", S::procedures, "", "Dates of service", "D"},
    {"procedures.evidence", S::procedures, "", "Show the proof", "Return; Enter"},
    {"procedures.attach", S::procedures, "", "Attach the selected words as proof", "E"},
    {"procedures.ndc", S::procedures, "", "National Drug Code", "N"},
    {"procedures.remove", S::procedures, "", "Remove", "Del"},

    {"edits.go", S::edits, "", "Go to what the edit names", "Return; Enter"},

    {"search.take", S::search, "", "Add the code, stay in the search", "Return; Enter"},
    {"search.expand", S::search, "", "More specific codes", "Alt+Right"},
    {"search.collapse", S::search, "", "Back to the hits", "Alt+Left"},
    {"search.details", S::search, "", "Details of the code", "Ctrl+D"},
    {"search.close", S::search, "", "Back to the document", "Esc"},

    {"review.approve", S::review, "Review", "Approve, next", "Ctrl+Shift+Return; Ctrl+Shift+Enter"},
    {"review.return", S::review, "Review", "Return to the coder", "Ctrl+R"},
    {"review.next", S::review, "Review", "Next chart", "Ctrl+Return; Ctrl+Enter"},
    {"review.nextPane", S::review, "Review", "Next pane", "F6"},
    {"review.previousPane", S::review, "Review", "Previous pane", "Shift+F6"},
    {"review.nextEdit", S::review, "Review", "Next edit", "F8"},
    {"review.previousEdit", S::review, "Review", "Previous edit", "Shift+F8"},
    {"review.open", S::reviewRows, "", "Open for review", "Return; Enter"},

    {"billing.export", S::billing, "Billing", "Export the claims", "Ctrl+E"},
    {"billing.check", S::billing, "Billing", "Check all again", "F9"},
    {"billing.ready", S::billing, "Billing", "Ready", "Alt+1"},
    {"billing.failing", S::billing, "Billing", "Failing", "Alt+2"},
    {"billing.files", S::billing, "Billing", "Files", "Alt+3"},
    {"billing.nextPane", S::billing, "Billing", "Next pane", "F6"},
    {"billing.open", S::billingRows, "", "Show what is in it", "Return; Enter"},
    {"billing.return", S::billingRows, "Billing", "Return to the coder", "R"},

    {"codes.find", S::codes, "Codes", "Search", "Ctrl+F"},
    {"codes.system", S::codes, "Codes", "Next code system", "Ctrl+D"},
    {"codes.into", S::codesRows, "", "Codes below", "Right"},
    {"codes.up", S::codesRows, "", "One level up", "Left"},

    {"admin.import", S::admin, "Admin", "Import a code table", "Ctrl+I"},
    {"admin.account", S::admin, "Admin", "New account", "Ctrl+N"},
};

}  // namespace

QString scopeName(CommandScope scope)
{
    switch (scope) {
    case S::window: return QStringLiteral("Everywhere");
    case S::desk: return QStringLiteral("Desk");
    case S::documents: return QStringLiteral("Documents");
    case S::viewer: return QStringLiteral("Document");
    case S::diagnoses: return QStringLiteral("Diagnoses");
    case S::procedures: return QStringLiteral("Procedures");
    case S::edits: return QStringLiteral("Edits");
    case S::search: return QStringLiteral("Code search");
    case S::worklist: return QStringLiteral("Worklist");
    case S::worklistRows: return QStringLiteral("Worklist, in the list");
    case S::review: return QStringLiteral("Review");
    case S::reviewRows: return QStringLiteral("Review, in the list");
    case S::billing: return QStringLiteral("Billing");
    case S::billingRows: return QStringLiteral("Billing, in a list");
    case S::codes: return QStringLiteral("Codes");
    case S::codesRows: return QStringLiteral("Codes, in the list");
    case S::admin: return QStringLiteral("Admin");
    }
    return {};
}

CommandScope parentOf(CommandScope scope)
{
    switch (scope) {
    case S::documents:
    case S::viewer:
    case S::diagnoses:
    case S::procedures:
    case S::edits:
    case S::search: return S::desk;
    case S::worklistRows: return S::worklist;
    case S::reviewRows: return S::review;
    case S::billingRows: return S::billing;
    case S::codesRows: return S::codes;
    default: return S::window;
    }
}

bool areActiveTogether(CommandScope first, CommandScope second)
{
    const auto holds = [](S outer, S inner) {
        while (inner != outer && inner != S::window) inner = parentOf(inner);
        return inner == outer;
    };
    return holds(first, second) || holds(second, first);
}

bool isListScope(CommandScope scope)
{
    switch (scope) {
    case S::documents:
    case S::diagnoses:
    case S::procedures:
    case S::edits:
    case S::worklistRows:
    case S::reviewRows:
    case S::billingRows:
    case S::codesRows: return true;
    default: return false;
    }
}

const std::vector<Command>& commandTable()
{
    return table;
}

const Command& command(const char* id)
{
    for (const auto& entry : table)
        if (std::strcmp(entry.id, id) == 0) return entry;
    assert(!"no command has this id");
    return table.front();
}

QList<QKeySequence> shortcuts(const Command& command)
{
    QList<QKeySequence> list;
    for (const QString& keys : QString::fromLatin1(command.shortcut).split(QStringLiteral("; "), Qt::SkipEmptyParts))
        list.append(QKeySequence(keys, QKeySequence::PortableText));
    return list;
}

QString keyWords(const QString& portable)
{
    QString text = portable;
    if (text.endsWith(QStringLiteral("++")))
        text = text.chopped(2).replace(QLatin1Char('+'), QLatin1Char(' ')) + QStringLiteral(" +");
    else if (text.size() > 1)
        text.replace(QLatin1Char('+'), QLatin1Char(' '));
    return text.replace(QStringLiteral("Return"), QStringLiteral("Enter"));
}

QString keyHint(const char* id)
{
    return keyWords(QString::fromLatin1(command(id).shortcut).section(QStringLiteral("; "), 0, 0));
}

}  // namespace cw::ui
