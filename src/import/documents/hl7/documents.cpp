#include "base/text.h"
#include "import/documents/hl7/message_part.h"
#include "import/documents/hl7/people.h"
#include "import/documents/hl7/report.h"
#include "import/documents/readers.h"

#include <algorithm>
#include <array>

namespace cw::hl7 {

namespace {

struct NoteKind {
    std::string_view code;
    std::string_view title;
    DocumentType type;
};

/// HL7 table 0270 (TXA-2).
constexpr std::array<NoteKind, 14> noteKinds = {
    {{"AR", "Autopsy report", DocumentType::pathologyReport},
     {"CD", "Cardiodiagnostics", DocumentType::imagingReport},
     {"CN", "Consultation", DocumentType::consultNote},
     {"DI", "Diagnostic imaging", DocumentType::imagingReport},
     {"DS", "Discharge summary", DocumentType::dischargeSummary},
     {"ED", "Emergency department report", DocumentType::progressNote},
     {"HP", "History and physical", DocumentType::historyAndPhysical},
     {"OP", "Operative report", DocumentType::operativeReport},
     {"PC", "Psychiatric consultation", DocumentType::consultNote},
     {"PH", "Psychiatric history and physical", DocumentType::historyAndPhysical},
     {"PN", "Procedure note", DocumentType::operativeReport},
     {"PR", "Progress note", DocumentType::progressNote},
     {"SP", "Surgical pathology", DocumentType::pathologyReport},
     {"TS", "Transfer summary", DocumentType::dischargeSummary}}};

const NoteKind* kindOf(const std::string& code)
{
    const auto found =
        std::find_if(noteKinds.begin(), noteKinds.end(), [&](const NoteKind& kind) { return kind.code == code; });
    return found == noteKinds.end() ? nullptr : &*found;
}

/// What a document of this type is called where nobody has named it; empty for others.
std::string_view nameOf(DocumentType type)
{
    const auto found =
        std::find_if(noteKinds.begin(), noteKinds.end(), [&](const NoteKind& kind) { return kind.type == type; });
    return found == noteKinds.end() ? std::string_view() : found->title;
}

/// The title's words where one was sent, then the code of TXA-2.
void readKind(const Segment& txa, const MessagePart& part, ReportHead& head)
{
    const auto coded = readCoded(txa.first(2));
    const auto* kind = kindOf(text::upperAscii(coded.code));
    const bool isLoinc = codeSystem(coded.system, SourceCodeKind::other) == "loinc";
    const auto title = txa.text(25);
    head.title = title.empty() ? coded.text : title;
    if (!head.title.empty() || isLoinc) head.type = documentTypeOf(isLoinc ? coded.code : std::string(), head.title);
    if (head.type == DocumentType::other && kind) head.type = kind->type;
    if (head.title.empty() && (kind || isLoinc)) head.title = kind ? kind->title : nameOf(head.type);
    const auto* obr = part.find("OBR");
    if (head.title.empty() && obr) head.title = readCoded(obr->first(4)).words();
    if (head.title.empty()) head.title = "Document";
    if (head.type == DocumentType::other) head.type = documentTypeOf({}, head.title);
}

/// TXA-9 originator, TXA-10 authenticator, TXA-5 who performed what it tells of.
std::string authorOf(const Segment& txa)
{
    for (const int number : {9, 10, 5})
        for (const auto& xcn : txa.repetitions(number))
            if (auto author = readableProvider(xcn); !author.empty()) return author;
    return {};
}

/// TXA-17, unless TXA-19 says that the document is no longer there (HL7 table 0273).
std::string statusOf(const Segment& txa, const std::string& event)
{
    if (event == "T11") return "cancelled";
    const auto availability = text::upperAscii(txa.text(19));
    if (availability == "CA") return "deleted";
    if (availability == "OB") return "obsolete";
    return completionStatus(txa.text(17));
}

/// Replacements (T09, T10) and edits under a new number (T07, T08) name the document before them in TXA-13; the parent of an
/// addendum (T05, T06) stays (HL7 v2.5.1 section 9.5).
bool replacesParent(const std::string& event)
{
    return event == "T08" || event == "T10";
}

ReportHead headOf(const Segment& txa, const MessagePart& part)
{
    ReportHead head;
    const auto& message = part.message;
    const auto& event = message.event();
    readKind(txa, part, head);
    if (event == "T06") head.title += " (addendum)";
    for (const int number : {4, 6, 7})
        if (!head.date) head.date = parseTimestamp(txa.text(number)).date;
    if (!head.date) head.date = parseTimestamp(message.header().text(7)).date;
    head.author = authorOf(txa);
    head.status = statusOf(txa, event);
    auto authority = entityAuthority(txa.first(12));
    if (authority.empty()) authority = readAuthority(message.header().first(4));
    head.sourceKey = entityKey(txa.first(12), authority);
    const auto parent = entityAuthority(txa.first(13));
    const auto parentKey = entityKey(txa.first(13), parent.empty() ? authority : parent);
    if (replacesParent(event) && parentKey != head.sourceKey) head.replacesKey = parentKey;
    const auto edits = txa.repetitions(8);
    auto changed = edits.empty() ? std::string() : edits.back().text(1);
    for (const int number : {7, 6})
        if (changed.empty()) changed = txa.text(number);
    head.sourceVersion = versionOf(changed, message);
    return head;
}

/// From TXA on: what stands before it are orders and their comments.
Segments contentOf(const MessagePart& part, const Segment& txa)
{
    const auto begin = std::find(part.segments.begin(), part.segments.end(), &txa);
    return {begin, part.segments.end()};
}

bool isNotice(const std::string& event)
{
    return event == "T01" || event == "T03" || event == "T05" || event == "T07" || event == "T09";
}

}  // namespace

Status readDocument(const MessagePart& part, Incoming& item)
{
    const auto* txa = part.find("TXA");
    const auto& event = part.message.event();
    if (isNotice(event) && !part.find("OBX"))
        return Error{ErrorKind::invalidInput, "IMPORT-283",
                     part.record + ": " + part.kind() + " tells of a document without sending it; nothing to store"};
    if (!txa)
        return Error{ErrorKind::invalidInput, "IMPORT-282", part.record + ": " + part.kind() + " has no segment TXA"};
    const auto head = headOf(*txa, part);
    Report report(part.record, part.notes);
    report.heading(1, head.title);
    report.labelled("Status", head.status);
    report.labelled("Author", head.author);
    report.labelled("Written", readableTimestamp(txa->text(6)));
    report.labelled("Transcribed", readableTimestamp(txa->text(7)));
    if (event == "T11") report.out().note("The source has cancelled this document.");
    report.observations(contentOf(part, *txa));
    if (!report.hasContent() && event != "T11") report.out().note("No text was sent with this document.");
    item.kind = IncomingKind::document;
    item.documents = std::move(report).finish(head, part.bytes(), part.name);
    item.codes = readCodes(part.segments);
    return {};
}

}  // namespace cw::hl7
