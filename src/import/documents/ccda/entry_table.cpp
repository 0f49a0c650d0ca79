#include "import/documents/ccda/source_codes.h"

#include "base/text.h"
#include "import/documents/ccda/values.h"

namespace cw::ccda {

namespace {

struct Row {
    std::string what;
    std::string value;
    std::string date;
    std::string status;
    std::string codes;
    bool isEmpty() const { return what.empty() && value.empty(); }
};

std::string quantityOf(pugi::xml_node statement, const char* name)
{
    const auto node = statement.child(name);
    return isNull(node) ? std::string() : shownValue(node);
}

std::string doseOf(pugi::xml_node statement)
{
    std::vector<std::string> parts;
    for (const char* name : {"doseQuantity", "rateQuantity", "routeCode", "quantity"})
        if (auto part = quantityOf(statement, name); !part.empty()) parts.push_back(std::move(part));
    if (const auto sig = wordsOf(statement.child("text")); !sig.empty()) parts.push_back(sig);
    return text::join(parts, ", ");
}

std::string codesOf(const Statement& statement)
{
    std::vector<std::string> all;
    const auto add = [&all](pugi::xml_node code) {
        const auto value = attribute(code, "code");
        const auto name = attribute(code, "codeSystemName");
        if (value.empty()) return;
        all.push_back((name.empty() ? systemOf(code) : std::string(name)) + " " + std::string(value));
    };
    for (const auto& coding : statement.codings) {
        if (!coding.kind) continue;
        add(coding.code);
        for (const auto translation : coding.code.children("translation")) add(translation);
    }
    return text::join(all, "; ");
}

Row rowOf(const Statement& statement)
{
    const auto node = statement.node;
    const std::string_view name = node.name();
    Row row;
    row.date = shownTime(node.child("effectiveTime"));
    row.status = statement.status;
    row.codes = codesOf(statement);
    if (name == "substanceAdministration" || name == "supply") {
        const auto product = productOf(node);
        row.what = shownCode(product.child("code"));
        if (row.what.empty()) row.what = wordsOf(product.child("name"));
        row.value = doseOf(node);
        return row;
    }
    // Concern acts and organizers only hold the others together.
    const bool isFrame = name == "organizer" || (name == "act" && node.child("entryRelationship"));
    if (isFrame) return row;
    row.what = shownCode(node.child("code"));
    std::vector<std::string> values;
    for (const auto value : node.children("value"))
        if (auto shown = shownValue(value); !shown.empty()) values.push_back(std::move(shown));
    for (const auto participant : node.children("participant")) {
        const auto entity = participant.child("participantRole").child("playingEntity");
        auto shown = shownCode(entity.child("code"));
        if (shown.empty()) shown = wordsOf(entity.child("name"));
        if (!shown.empty()) values.push_back(std::move(shown));
    }
    if (values.empty())
        if (auto words = wordsOf(node.child("text")); !words.empty()) values.push_back(std::move(words));
    row.value = text::join(values, "; ");
    return row;
}

}  // namespace

void writeEntryTable(const std::vector<pugi::xml_node>& entries, Topic topic, RenditionWriter& writer)
{
    std::vector<Row> rows;
    for (const auto entry : entries) {
        forEachStatement(entry, topic, [&rows](const Statement& statement) {
            auto row = rowOf(statement);
            if (!row.isEmpty()) rows.push_back(std::move(row));
        });
    }
    if (rows.empty()) return;
    writer.beginTable();
    writer.headerRow({"What", "Value", "Date", "Status", "Codes"});
    for (const auto& row : rows)
        writer.row(std::vector<std::string>{row.what, row.value, row.date, row.status, row.codes});
}

}  // namespace cw::ccda
