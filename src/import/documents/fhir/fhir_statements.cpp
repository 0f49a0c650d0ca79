#include "import/documents/fhir/fhir_item.h"

#include "base/text.h"

namespace cw::fhir {

namespace {

constexpr const char* title = "Conditions and procedures as sent";

/// A row of the list, and the codes it says.
struct Statement {
    std::string kind;
    std::string text;
    std::string status;
    std::string dayText;
    std::optional<Date> day;
    bool isNegated = false;
    std::vector<SourceCode> codes;
};

std::string noteText(const Node& node)
{
    std::vector<std::string> notes;
    for (const auto& note : each(node, "note"))
        if (auto line = lineAt(note, "text"); !line.empty()) notes.push_back(std::move(line));
    return text::join(notes, "; ");
}

std::string withDetails(std::string words, const Node& node)
{
    for (const auto& detail : {conceptText(at(node, "severity")), conceptTexts(each(node, "bodySite")), noteText(node)})
        if (!detail.empty()) words += "; " + detail;
    return words;
}

std::string conditionKind(const Node& condition)
{
    for (const auto& category : each(condition, "category")) {
        if (hasCode(category, "problem-list-item")) return "Problem";
        if (hasCode(category, "encounter-diagnosis")) return "Diagnosis";
    }
    return "Condition";
}

Statement conditionOf(const Node& node)
{
    Statement made;
    made.kind = conditionKind(node);
    made.text = withDetails(conceptText(at(node, "code")), node);
    const auto clinical = conceptText(at(node, "clinicalStatus"));
    const auto verification = conceptText(at(node, "verificationStatus"));
    made.status = clinical.empty() || verification.empty() ? clinical + verification : clinical + ", " + verification;
    for (const auto* refuted : {"refuted", "entered-in-error"})
        if (hasCode(at(node, "verificationStatus"), refuted)) made.isNegated = true;
    made.dayText = choiceDayText(node, "onset");
    made.day = choiceDay(node, "onset");
    if (made.dayText.empty()) made.dayText = lineAt(node, "onsetString");
    if (made.dayText.empty()) {
        made.dayText = dayTextAt(node, "recordedDate");
        made.day = dayAt(node, "recordedDate");
    }
    if (const auto end = choiceDayText(node, "abatement"); !end.empty()) made.dayText += " – " + end;
    made.codes = codesOf(at(node, "code"), SourceCodeKind::diagnosis);
    return made;
}

Statement procedureOf(const Node& node)
{
    Statement made;
    made.kind = "Procedure";
    made.text = withDetails(conceptText(at(node, "code")), node);
    made.status = lineAt(node, "status");
    made.isNegated = made.status == "not-done" || made.status == "entered-in-error";
    made.dayText = choiceDayText(node, "performed");
    made.day = choiceDay(node, "performed");
    if (made.dayText.empty()) made.dayText = lineAt(node, "performedString");
    made.codes = codesOf(at(node, "code"), SourceCodeKind::procedure);
    return made;
}

void writeStatement(Statement statement, RenditionWriter& writer, std::vector<SourceCode>& codes)
{
    writer.row({statement.kind, statement.text, codeList(statement.codes), statement.status, statement.dayText});
    // Where the words are lacking, the codes stand for them.
    const auto span = writer.lastCell(statement.text.empty() ? 2 : 1);
    for (auto& code : statement.codes) {
        code.status = statement.status;
        code.isNegated = statement.isNegated;
        code.date = statement.day;
        code.span = span;
        codes.push_back(std::move(code));
    }
}

}  // namespace

void addStatements(const Desk& desk, const Group& group, Incoming& item)
{
    auto members = membersOf(desk, group, "Condition");
    const auto procedures = membersOf(desk, group, "Procedure");
    members.insert(members.end(), procedures.begin(), procedures.end());
    if (members.empty()) return;
    RenditionWriter writer;
    std::vector<SourceCode> codes;
    std::vector<std::optional<Date>> days;
    writer.heading(1, title);
    writer.beginTable();
    writer.headerRow({"Kind", "Description", "Codes", "Status", "Date"});
    for (const auto position : members) {
        const auto& resource = desk.at(position);
        auto statement = resource.type == "Condition" ? conditionOf(*resource.node) : procedureOf(*resource.node);
        days.push_back(statement.day);
        writeStatement(std::move(statement), writer, codes);
    }
    auto made = readableDocument(desk, std::move(writer), std::move(codes), members);
    made.document.title = title;
    made.document.date = firstDay(days);
    made.document.sourceKey = keyOfAll(desk, members);
    made.document.sourceVersion = versionOfAll(desk, members);
    item.documents.push_back(std::move(made));
}

}  // namespace cw::fhir
