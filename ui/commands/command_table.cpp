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
    {"go.inbox", S::window, "Go", "Inbox", "Ctrl+6"},
    {"go.admin", S::window, "Go", "Admin", "Ctrl+7"},
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
    {"desk.recent", S::desk, "Coding", "Last five codes", "Ctrl+Shift+K"},
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
    {"desk.sources", S::desk, "Coding", "To the codes from the source", "Alt+6"},
    {"desk.addDocuments", S::desk, "Coding", "Add documents", "Ctrl+I"},
    {"desk.packet", S::desk, "Coding", "Export the audit packet", "Ctrl+P"},
    {"desk.print", S::desk, "Coding", "Print the audit packet", "Ctrl+Shift+P"},
    {"desk.late", S::desk, "Coding", "Go to the late documents", "Ctrl+J"},

    {"documents.open", S::documents, "", "Show the document", "Return; Enter"},
    {"documents.next", S::desk, "Documents", "Next document", "Ctrl+PgDown"},
    {"documents.previous", S::desk, "Documents", "Previous document", "Ctrl+PgUp"},
    {"documents.tag", S::desk, "Documents", "Tag the document A to Z",
     "Alt+Shift+A; Alt+Shift+B; Alt+Shift+C; Alt+Shift+D; Alt+Shift+E; Alt+Shift+F; Alt+Shift+G; Alt+Shift+H; "
     "Alt+Shift+I; Alt+Shift+J; Alt+Shift+K; Alt+Shift+L; Alt+Shift+M; Alt+Shift+N; Alt+Shift+O; Alt+Shift+P; "
     "Alt+Shift+Q; Alt+Shift+R; Alt+Shift+S; Alt+Shift+T; Alt+Shift+U; Alt+Shift+V; Alt+Shift+W; Alt+Shift+X; "
     "Alt+Shift+Y; Alt+Shift+Z"},
    {"documents.filter", S::documents, "", "Show one tag only, or all", "T"},
    {"documents.order", S::documents, "", "By type, title or date", "O"},
    {"documents.unread", S::documents, "", "Mark as unread", "U"},
    {"documents.versions", S::documents, "", "Show or hide archived versions", "V"},
    {"documents.mark", S::documents, "", "Mark for comparison", "M"},
    {"documents.compare", S::documents, "", "Compare with the marked one", "D"},
    {"documents.replace", S::documents, "", "Put a corrected version in its place", "R"},
    {"chart.find", S::desk, "Documents", "Find in the whole chart", "Ctrl+Shift+F"},
    {"chart.bookmarks", S::desk, "Documents", "Bookmarks of the chart", "Ctrl+Shift+B"},

    {"sources.accept", S::sources, "", "Add the code with its proof", "Space"},
    {"sources.show", S::sources, "", "Show where it stands", "Return; Enter"},

    {"viewer.find", S::desk, "Document", "Find in the document", "Ctrl+F"},
    {"viewer.findNext", S::desk, "Document", "Next hit", "F3"},
    {"viewer.findPrevious", S::desk, "Document", "Previous hit", "Shift+F3"},
    {"viewer.zoomIn", S::desk, "Document", "Zoom in", "Ctrl++; Ctrl+="},
    {"viewer.zoomOut", S::desk, "Document", "Zoom out", "Ctrl+-"},
    {"viewer.zoomReset", S::desk, "Document", "Zoom 100 %", "Ctrl+0"},
    {"viewer.rotate", S::desk, "Document", "Rotate to the right", "Ctrl+Shift+R"},
    {"viewer.bookmark", S::desk, "Document", "Bookmark with a note", "Ctrl+B"},
    {"viewer.popOut", S::desk, "Document", "In a window of its own, or back", "Ctrl+Shift+O"},
    {"viewer.area", S::viewer, "Document", "Select an area of the page", "Ctrl+Shift+A"},
    {"viewer.copy", S::viewer, "Document", "Copy the selected words", "Ctrl+C"},
    {"viewer.selectAll", S::viewer, "", "Select everything", "Ctrl+A"},

    {"diagnoses.recent", S::diagnoses, "", "Last five codes", "L"},
    {"diagnoses.replace", S::diagnoses, "", "Replace the code", "R"},
    {"diagnoses.up", S::diagnoses, "", "Move up", "Alt+Up"},
    {"diagnoses.down", S::diagnoses, "", "Move down", "Alt+Down"},
    {"diagnoses.first", S::diagnoses, "", "Make first-listed", "F"},
    {"diagnoses.evidence", S::diagnoses, "", "Show the proof", "Return; Enter"},
    {"diagnoses.attach", S::diagnoses, "", "Attach the selected words as proof", "E"},
    {"diagnoses.remove", S::diagnoses, "", "Remove", "Del"},

    {"procedures.recent", S::procedures, "", "Last five codes", "L"},
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

    {"desk.fix", S::desk, "Coding", "Apply the fix of the edit", "Alt+A"},
    {"desk.facts", S::desk, "Coding", "Facts of the visit", "Alt+V"},
    {"edits.go", S::edits, "", "Go to what the edit names", "Return; Enter"},
    {"edits.attest", S::edits, "", "Attest that it is right as it stands", "O"},
    {"edits.withdraw", S::edits, "", "Take the attestation back", "Del"},
    {"edits.source", S::edits, "", "Open the note it rests on", "S"},

    {"search.take", S::search, "", "Add the code, stay in the search", "Return; Enter"},
    {"search.expand", S::search, "", "More specific codes", "Alt+Right"},
    {"search.collapse", S::search, "", "Back to the hits", "Alt+Left"},
    {"search.favourite", S::search, "", "Favourite or not", "Ctrl+D"},
    {"search.billable", S::search, "", "Billable codes only", "Alt+B"},
    {"search.details", S::search, "", "Details of the code", "Ctrl+E"},
    {"search.detailsDown", S::search, "", "Scroll the details", "Ctrl+Down"},
    {"search.detailsUp", S::search, "", "Scroll the details back", "Ctrl+Up"},
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
    {"billing.import", S::billing, "Billing", "Import answers", "Ctrl+I"},
    {"billing.importFolders", S::billing, "Billing", "Look into the partners' folders", "Ctrl+Shift+I"},
    {"billing.ready", S::billing, "Billing", "Ready", "Alt+1"},
    {"billing.failing", S::billing, "Billing", "Failing", "Alt+2"},
    {"billing.sent", S::billing, "Billing", "Sent", "Alt+3"},
    {"billing.rejected", S::billing, "Billing", "Rejected", "Alt+4"},
    {"billing.denied", S::billing, "Billing", "Denied", "Alt+5"},
    {"billing.paid", S::billing, "Billing", "Paid", "Alt+6"},
    {"billing.waiting", S::billing, "Billing", "Answers that fit no claim", "Alt+7"},
    {"billing.files", S::billing, "Billing", "Files", "Alt+8"},
    {"billing.find", S::billing, "Billing", "Find a claim", "Ctrl+F"},
    {"billing.reports", S::billing, "Billing", "Reports on rejections and denials", "Alt+R"},
    {"billing.nextPane", S::billing, "Billing", "Next pane", "F6"},
    {"billing.previousPane", S::billing, "Billing", "Previous pane", "Shift+F6"},
    {"billing.open", S::billingRows, "", "Show what is in it, go to what is wrong", "Return; Enter"},
    {"billing.return", S::billingRows, "Billing", "Return to the coder", "R"},
    {"billing.data", S::billingRows, "Billing", "Claim data", "D"},
    {"billing.again", S::billingRows, "Billing", "Send the claim again, save the file again", "S"},
    {"billing.next", S::billingRows, "Billing", "Bill the next payer", "B"},
    {"billing.note", S::billingRows, "Billing", "Note on the rejection or denial", "N"},
    {"billing.appeal", S::billingRows, "Billing", "Step of an appeal", "A"},
    {"billing.packet", S::billingRows, "Billing", "Write the appeal packet", "P"},
    {"billing.close", S::billingRows, "Billing", "Close with an outcome", "O"},
    {"billing.void", S::billingRows, "Billing", "Void the file", "V"},
    {"billing.aside", S::billingRows, "Billing", "Set the answer aside with a reason", "Del"},
    {"billing.more", S::billingRows, "", "Show more claims", "M"},
    {"billing.back", S::billingRows, "", "Back to the list", "Esc"},

    {"inbox.import", S::inbox, "Inbox", "Import files", "Ctrl+I"},
    {"inbox.retry", S::inbox, "Inbox", "Match all again", "F9"},
    {"inbox.folder", S::inbox, "Inbox", "Watch a folder", "Ctrl+D"},
    {"inbox.waiting", S::inbox, "Inbox", "Waiting", "Alt+1"},
    {"inbox.merges", S::inbox, "Inbox", "Merged patients", "Alt+2"},
    {"inbox.patients", S::inbox, "Inbox", "Find a patient", "Ctrl+F"},
    {"inbox.nextPane", S::inbox, "Inbox", "Next pane", "F6"},
    {"inbox.previousPane", S::inbox, "Inbox", "Previous pane", "Shift+F6"},
    {"inbox.attach", S::inbox, "Inbox", "Attach to the chosen patient or encounter", "Ctrl+Return; Ctrl+Enter"},
    {"inbox.remember", S::inbox, "Inbox", "Remember the number or not", "Alt+R"},
    {"inbox.open", S::inboxRows, "", "Show it, choose it", "Return; Enter"},
    {"inbox.discard", S::inboxRows, "", "Discard with a reason", "Del"},
    {"inbox.undo", S::inboxRows, "", "Undo the merge", "Z"},

    {"codes.viewSearch", S::codes, "Codes", "Search", "Alt+1"},
    {"codes.viewTabular", S::codes, "Codes", "Tabular List", "Alt+2"},
    {"codes.viewIndex", S::codes, "Codes", "Alphabetic Index", "Alt+3"},
    {"codes.viewExternal", S::codes, "Codes", "External Cause Index", "Alt+4"},
    {"codes.viewNeoplasm", S::codes, "Codes", "Neoplasm Table", "Alt+5"},
    {"codes.viewDrugs", S::codes, "Codes", "Table of Drugs", "Alt+6"},
    {"codes.viewPcs", S::codes, "Codes", "Build an ICD-10-PCS code", "Alt+7"},
    {"codes.viewPcsIndex", S::codes, "Codes", "ICD-10-PCS Index", "Alt+8"},
    {"codes.viewCompare", S::codes, "Codes", "Compare two tables", "Alt+9"},
    {"codes.viewSets", S::codes, "Codes", "Favourites and code sets", "Alt+0"},
    {"codes.find", S::codes, "Codes", "Find in this view", "Ctrl+F"},
    {"codes.system", S::codes, "Codes", "Next code system", "Alt+S"},
    {"codes.billable", S::codes, "Codes", "Billable codes only", "Alt+B"},
    {"codes.chapter", S::codes, "Codes", "Choose a chapter", "Alt+C"},
    {"codes.date", S::codes, "Codes", "Change the date", "Alt+D"},
    {"codes.back", S::codes, "Codes", "Back", "Alt+Left"},
    {"codes.forward", S::codes, "Codes", "Forward", "Alt+Right"},
    {"codes.nextPane", S::codes, "Codes", "Next pane", "F6"},
    {"codes.previousPane", S::codes, "Codes", "Previous pane", "Shift+F6"},
    {"codes.leave", S::codes, "", "Back to the list", "Esc"},
    {"codes.copy", S::codes, "Codes", "Copy the code", "Ctrl+C"},
    {"codes.reveal", S::codes, "Codes", "Show the code in its list", "Ctrl+G"},
    {"codes.favourite", S::codes, "Codes", "Favourite, or no longer", "Ctrl+D"},
    {"codes.addToSet", S::codes, "Codes", "Add the code to a set", "Ctrl+Shift+D"},
    {"codes.newSet", S::codes, "Codes", "New code set", "Ctrl+N"},
    {"codes.open", S::codesRows, "", "Open the code, follow the reference", "Return; Enter"},
    {"codes.into", S::codesRows, "", "Open, codes below", "Right"},
    {"codes.up", S::codesRows, "", "Close, one level up", "Left"},
    {"codes.findBelow", S::codesRows, "", "Find within the sub-terms", "F"},
    {"codes.follow", S::codesRows, "", "Follow see or see also", "S"},
    {"codes.pcsBack", S::codesRows, "", "Take the last character back", "Backspace"},
    {"codes.rename", S::codesRows, "", "Rename the set", "R"},
    {"codes.patientType", S::codesRows, "", "Patient type of the set", "T"},
    {"codes.share", S::codesRows, "", "Share the set, or take it back", "H"},
    {"codes.addCode", S::codesRows, "", "Add a code to the set", "A"},
    {"codes.note", S::codesRows, "", "Note beside the code", "N"},
    {"codes.moveUp", S::codesRows, "", "Move the code up", "Alt+Up"},
    {"codes.moveDown", S::codesRows, "", "Move the code down", "Alt+Down"},
    {"codes.remove", S::codesRows, "", "Remove the code or the set", "Del"},

    {"admin.tables", S::admin, "Admin", "To the code tables", "Alt+1"},
    {"admin.terms", S::admin, "Admin", "To the own terms", "Alt+2"},
    {"admin.impact", S::admin, "Admin", "To what a change touches", "Alt+3"},
    {"admin.accounts", S::admin, "Admin", "To the accounts", "Alt+4"},
    {"admin.documents", S::admin, "Admin", "To the kinds of documents", "Alt+5"},
    {"admin.rules", S::admin, "Admin", "To the levels of rules", "Alt+6"},
    {"admin.ownRules", S::admin, "Admin", "To the own rules", "Alt+7"},
    {"admin.ruleFiles", S::admin, "Admin", "To the files of rules", "Alt+8"},
    {"admin.partners", S::admin, "Admin", "To the trading partners", "Alt+9"},
    {"admin.payers", S::admin, "Admin", "To the payers", "Alt+0"},
    {"admin.providers", S::admin, "Admin", "To the providers and facilities", "Alt+-"},
    {"admin.find", S::admin, "Admin", "Find a rule", "Ctrl+F"},
    {"admin.recheck", S::admin, "Admin", "Check charts again", "F9"},
    {"admin.import", S::admin, "Admin", "Import official files", "Ctrl+I"},
    {"admin.take", S::admin, "Admin", "Import what is shown", "Ctrl+Return; Ctrl+Enter"},
    {"admin.skip", S::admin, "Admin", "Not now", "Esc"},
    {"admin.new", S::admin, "Admin", "New account, term, rule, file of rules, partner, payer or provider", "Ctrl+N"},
    {"admin.save", S::admin, "Admin", "Keep the partner, payer or provider", "Ctrl+S"},
    {"admin.newRow", S::adminRows, "", "New partner, payer or provider", "N"},
    {"admin.inactive", S::adminRows, "Admin", "Use it, or use it no longer", "I"},
    {"admin.default", S::adminRows, "Admin", "Make it the default partner", "M"},
    {"admin.takeOver", S::adminRows, "Admin", "Take over a payer or provider that encounters name", "T"},
    {"admin.download", S::adminRows, "", "Download the table", "D"},
    {"admin.remove", S::adminRows, "", "Withdraw the table, remove the term", "Del"},
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
    case S::sources: return QStringLiteral("From the source");
    case S::search: return QStringLiteral("Code search");
    case S::worklist: return QStringLiteral("Worklist");
    case S::worklistRows: return QStringLiteral("Worklist, in the list");
    case S::review: return QStringLiteral("Review");
    case S::reviewRows: return QStringLiteral("Review, in the list");
    case S::billing: return QStringLiteral("Billing");
    case S::billingRows: return QStringLiteral("Billing, in a list");
    case S::inbox: return QStringLiteral("Inbox");
    case S::inboxRows: return QStringLiteral("Inbox, in a list");
    case S::codes: return QStringLiteral("Codes");
    case S::codesRows: return QStringLiteral("Codes, in the list");
    case S::admin: return QStringLiteral("Admin");
    case S::adminRows: return QStringLiteral("Admin, in a list");
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
    case S::sources:
    case S::search: return S::desk;
    case S::worklistRows: return S::worklist;
    case S::reviewRows: return S::review;
    case S::billingRows: return S::billing;
    case S::inboxRows: return S::inbox;
    case S::codesRows: return S::codes;
    case S::adminRows: return S::admin;
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
    case S::sources:
    case S::inboxRows:
    case S::worklistRows:
    case S::reviewRows:
    case S::billingRows:
    case S::adminRows:
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
