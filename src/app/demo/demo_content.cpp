#include "app/demo/demo_content.h"

#include "app/demo/pdf_letter.h"
#include "base/file.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace cw::app {

namespace {

using Json = nlohmann::ordered_json;

/// "@-3d" is three days before `today`; "@-3dT10:30" a time on that day. Anything else stays as it is.
std::string resolved(std::string_view text, Date today)
{
    if (!text.starts_with("@-")) return std::string(text);
    const auto end = text.find('d');
    if (end == std::string_view::npos || !text::isDigits(text.substr(2, end - 2))) return std::string(text);
    return today.plusDays(-std::stoi(std::string(text.substr(2, end - 2)))).iso() + std::string(text.substr(end + 1));
}

void resolveAll(Json& node, Date today)
{
    if (node.is_string())
        node = resolved(node.get<std::string>(), today);
    else if (node.is_structured())
        for (auto& child : node) resolveAll(child, today);
}

std::string resolveText(std::string text, Date today)
{
    for (auto at = text.find("{{"); at != std::string::npos; at = text.find("{{", at)) {
        const auto end = text.find("}}", at);
        if (end == std::string::npos) break;
        const auto date = resolved(std::string_view(text).substr(at + 2, end - at - 2), today);
        text.replace(at, end + 2 - at, date);
    }
    return text;
}

/// Takes the "evidence" members off the codes, so that they are not kept as foreign members.
void takeProofs(Json& encounter, std::vector<DemoProof>& proofs)
{
    for (const auto* list : {"diagnoses", "procedures"}) {
        std::size_t position = 0;
        for (auto& row : encounter[list]) {
            if (row.contains("evidence")) {
                for (const auto& item : row["evidence"])
                    proofs.push_back({std::string_view(list) == "diagnoses", position, item.value("document", ""),
                                      item.value("quote", "")});
                row.erase("evidence");
            }
            ++position;
        }
    }
}

Result<NewDocument> readDocument(const std::filesystem::path& folder, const DocumentReference& reference, Date today)
{
    NewDocument document;
    document.type = reference.type;
    document.title = reference.title;
    document.date = reference.date;
    document.author = reference.author;
    document.sourceName = reference.path;
    const bool isPdf = reference.path.ends_with(".pdf");
    CW_TRY(const auto source, readFile(folder / "documents" / (isPdf ? reference.path + ".txt" : reference.path)));
    document.text = resolveText(source, today);
    document.bytes = document.text;
    document.pages = 1;
    if (isPdf) {
        document.format = DocumentFormat::pdf;
        CW_TRY(document.bytes, pdfLetter(document.text));
    }
    return document;
}

}  // namespace

Result<std::vector<DemoEncounter>> readDemoContent(const std::filesystem::path& folder, Date today, IdSource& ids)
{
    CW_TRY(const auto bytes, readFile(folder / "encounters.json"));
    auto json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded() || !json.contains("encounters"))
        return Error{ErrorKind::corrupt, "APP-071", "the demo content cannot be read"};
    resolveAll(json, today);
    std::vector<DemoEncounter> content;
    for (auto& one : json["encounters"]) {
        DemoEncounter demo;
        const auto plan = one.value("demo", Json::object());
        demo.status = plan.value("status", "new");
        demo.assignedTo = plan.value("assigned", "");
        demo.note = plan.value("note", "");
        one.erase("demo");
        takeProofs(one, demo.proofs);
        const Json single = {{"schema", "encounters/1"}, {"encounters", Json::array({one})}};
        CW_TRY(auto imported, readEncounterJson(single.dump(), "demo", ids));
        demo.encounter = std::move(imported.front().encounter);
        for (const auto& reference : imported.front().documents) {
            CW_TRY(auto document, readDocument(folder, reference, today));
            demo.documents.push_back(std::move(document));
        }
        content.push_back(std::move(demo));
    }
    return content;
}

}  // namespace cw::app
