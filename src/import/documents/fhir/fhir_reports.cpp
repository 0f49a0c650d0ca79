#include "import/documents/fhir/fhir_item.h"

#include "base/text.h"

#include <algorithm>

namespace cw::fhir {

namespace {

DocumentType typeOfReport(const Node& report, const std::string& title)
{
    // Sections of HL7 table 0074; US Core names radiology, cardiology and pathology by LOINC parts.
    for (const auto& category : each(report, "category")) {
        for (const auto* code : {"RAD", "RUS", "CTH", "NMR", "NMS", "VUS", "CUS", "IMG", "LP29684-5"})
            if (hasCode(category, code)) return DocumentType::imagingReport;
        for (const auto* code : {"SP", "CP", "PAT", "CG", "LP7839-6"})
            if (hasCode(category, code)) return DocumentType::pathologyReport;
        for (const auto* code : {"LAB", "HM", "CH", "MB", "BLB", "IMM", "SR", "TX", "laboratory"})
            if (hasCode(category, code)) return DocumentType::labReport;
    }
    return documentTypeOf(codeIn(at(report, "code"), "loinc"), title);
}

std::optional<Date> dayOfReport(const Node& report)
{
    const auto day = choiceDay(report, "effective");
    return day ? day : dayAt(report, "issued");
}

/// Results that the report names and its table does not have.
void writeMissing(const Desk& desk, int position, RenditionWriter& writer)
{
    const auto& report = desk.at(position);
    const auto own = desk.grouping.results.find(position);
    int missing = 0;
    for (const auto& reference : each(*report.node, "result")) {
        const auto result = desk.index.positionOf(desk.index.find(reference, report, "Observation"));
        if (own != desk.grouping.results.end() &&
            std::find(own->second.begin(), own->second.end(), result) != own->second.end())
            continue;
        ++missing;
        writer.listItem(1, lineAt(reference, "display"));
    }
    if (missing > 0)
        writer.note(
            std::to_string(missing) +
            " results that this report names are not in the file, or stand in another report or patient's chart.");
}

/// Gives where the title stands.
TextRange writeHead(const Desk& desk, const Resource& report, const std::string& title, RenditionWriter& writer)
{
    const auto& node = *report.node;
    writer.heading(1, title);
    const auto range = writer.lastRange();
    writer.labelled("Status", lineAt(node, "status"));
    writer.labelled("Date", choiceDayText(node, "effective"));
    writer.labelled("Issued", dayTextAt(node, "issued"));
    writer.labelled("Category", conceptTexts(each(node, "category")));
    writer.labelled("Performed by", displaysOf(each(node, "performer"), report, desk.index));
    writer.labelled("Interpreted by", displaysOf(each(node, "resultsInterpreter"), report, desk.index));
    writer.labelled("Specimen", displaysOf(each(node, "specimen"), report, desk.index));
    return range;
}

void addCodes(const Node& codeable, SourceCodeKind kind, const Node& report, TextRange span,
              std::vector<SourceCode>& codes)
{
    for (auto& code : codesOf(codeable, kind)) {
        code.status = lineAt(report, "status");
        code.isNegated = code.status == "entered-in-error" || code.status == "cancelled";
        code.date = dayOfReport(report);
        code.span = span;
        codes.push_back(std::move(code));
    }
}

void writeConclusion(const Node& report, RenditionWriter& writer, std::vector<SourceCode>& codes)
{
    const auto conclusion = rawAt(report, "conclusion");
    const auto& conclusionCodes = each(report, "conclusionCode");
    if (conclusion.empty() && conclusionCodes.empty()) return;
    writer.heading(2, "Conclusion");
    if (conclusion.find('\n') == std::string_view::npos)
        writer.paragraph(conclusion);
    else
        writer.preformatted(conclusion);
    for (const auto& codeable : conclusionCodes) {
        writer.listItem(1, conceptText(codeable));
        addCodes(codeable, SourceCodeKind::diagnosis, report, writer.lastRange(), codes);
    }
}

AttachmentHead headOf(const Desk& desk, const Resource& report, const std::string& title, DocumentType type)
{
    const auto& node = *report.node;
    AttachmentHead head;
    head.type = type;
    head.title = title;
    head.date = dayOfReport(node);
    head.author = displaysOf(each(node, "resultsInterpreter"), report, desk.index);
    if (head.author.empty()) head.author = displaysOf(each(node, "performer"), report, desk.index);
    head.status = lineAt(node, "status");
    head.key = keyOf(report);
    head.version = versionOf(report);
    head.onlyNew = true;
    return head;
}

void addForms(const Desk& desk, const Resource& report, AttachmentHead head, Incoming& item)
{
    std::vector<const Node*> attachments;
    for (const auto& form : each(*report.node, "presentedForm")) attachments.push_back(&form);
    for (const auto& medium : each(*report.node, "media")) {
        const auto* media = desk.index.find(at(medium, "link"), report, "Media");
        if (media != nullptr && !at(*media, "content").isNull())
            attachments.push_back(&at(*media, "content"));
        else
            ++desk.passedOver["images of reports are not in the file"];
    }
    if (!head.key.empty()) head.key += "/presentedForm";
    addAttachments(desk, report, attachments, head, item);
}

bool hasWords(const Desk& desk, int position)
{
    const auto& node = *desk.at(position).node;
    const auto results = desk.grouping.results.find(position);
    return !each(node, "result").empty() || !rawAt(node, "conclusion").empty() ||
           !each(node, "conclusionCode").empty() || each(node, "presentedForm").empty() ||
           (results != desk.grouping.results.end() && !results->second.empty());
}

void addReport(const Desk& desk, int position, Incoming& item)
{
    const auto& report = desk.at(position);
    auto title = conceptText(at(*report.node, "code"));
    if (title.empty()) title = "Report";
    const auto type = typeOfReport(*report.node, title);
    const auto head = headOf(desk, report, title, type);
    // A report that is only its attachment would be a heading without words.
    if (hasWords(desk, position)) {
        RenditionWriter writer;
        std::vector<SourceCode> codes;
        const auto heading = writeHead(desk, report, title, writer);
        addCodes(at(*report.node, "code"), SourceCodeKind::result, *report.node, heading, codes);
        std::vector<int> resources = {position};
        if (const auto results = desk.grouping.results.find(position); results != desk.grouping.results.end()) {
            writeResults(desk, results->second, writer, codes);
            resources.insert(resources.end(), results->second.begin(), results->second.end());
        }
        writeMissing(desk, position, writer);
        writeConclusion(*report.node, writer, codes);
        auto made = readableDocument(desk, std::move(writer), std::move(codes), resources);
        made.document.type = type;
        made.document.title = title;
        made.document.date = head.date;
        made.document.author = head.author;
        made.document.status = head.status;
        made.document.sourceKey = head.key;
        made.document.sourceVersion = head.version;
        item.documents.push_back(std::move(made));
    }
    addForms(desk, report, head, item);
}

}  // namespace

void addReports(const Desk& desk, const Group& group, Incoming& item)
{
    for (const auto position : membersOf(desk, group, "DiagnosticReport")) addReport(desk, position, item);
}

}  // namespace cw::fhir
