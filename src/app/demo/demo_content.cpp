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

/// "@-3d" is three days before `today`; "@-3dT10:30" a time on that day, "@-3d!" the day without hyphens as messages write
/// it, "@-3d!!" without the century. Anything else stays as it is.
std::string resolved(std::string_view text, Date today)
{
    if (!text.starts_with("@-")) return std::string(text);
    const auto end = text.find('d');
    if (end == std::string_view::npos || !text::isDigits(text.substr(2, end - 2))) return std::string(text);
    const auto day = today.plusDays(-std::stoi(std::string(text.substr(2, end - 2))));
    if (text.substr(end + 1) == "!") return day.compact();
    if (text.substr(end + 1) == "!!") return day.compact().substr(2);
    return day.iso() + std::string(text.substr(end + 1));
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

bool isPlainText(const std::string& path)
{
    return path.ends_with(".txt") || path.ends_with(".pdf");
}

/// Text, a PDF set from text, or any other kind that the readers know; `codes` get what the document carries.
Result<IncomingDocument> readDocument(const std::filesystem::path& folder, const DocumentReference& reference,
                                      Date today, IdSource& ids)
{
    IncomingDocument read;
    const bool isPdf = reference.path.ends_with(".pdf");
    CW_TRY(const auto source, readFile(folder / "documents" / (isPdf ? reference.path + ".txt" : reference.path)));
    auto text = resolveText(source, today);
    auto& document = read.document;
    if (!isPlainText(reference.path)) {
        CW_TRY(auto file, readIncoming(std::move(text), std::filesystem::path(reference.path).filename().string(), {},
                                       ids, Progress()));
        if (file.items.empty() || file.items.front().documents.empty())
            return Error{ErrorKind::corrupt, "APP-181", reference.path + ": the demo document cannot be read"};
        read = std::move(file.items.front().documents.front());
    } else if (isPdf) {
        document.format = DocumentFormat::pdf;
        CW_TRY(document.bytes, pdfLetter(text));
        document.pages = 0;
    } else {
        document.bytes = text;
        document.rendition = plainTextRendition(std::move(text));
        document.pages = 1;
    }
    document.type = reference.type;
    document.title = reference.title;
    document.date = reference.date;
    document.author = reference.author;
    document.sourceName = reference.path;
    return read;
}

/// The encounters of one file.
Status readEncounters(const std::filesystem::path& folder, const char* name, Date today, IdSource& ids,
                      std::vector<DemoEncounter>& content)
{
    CW_TRY(const auto bytes, readFile(folder / name));
    auto json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded() || !json.contains("encounters"))
        return Error{ErrorKind::corrupt, "APP-071", "the demo content cannot be read"};
    resolveAll(json, today);
    for (auto& one : json["encounters"]) {
        DemoEncounter demo;
        const auto plan = one.value("demo", Json::object());
        demo.status = plan.value("status", "new");
        demo.assignedTo = plan.value("assigned", "");
        demo.note = plan.value("note", "");
        demo.corrections = plan.value("corrections", std::map<std::string, std::string>());
        one.erase("demo");
        takeProofs(one, demo.proofs);
        const Json single = {{"schema", "encounters/1"}, {"encounters", Json::array({one})}};
        CW_TRY(auto imported, readEncounterJson(single.dump(), "demo", ids));
        demo.encounter = std::move(imported.front().encounter);
        for (const auto& reference : imported.front().documents) {
            CW_TRY(auto document, readDocument(folder, reference, today, ids));
            demo.documents.push_back(std::move(document));
        }
        content.push_back(std::move(demo));
    }
    return {};
}

/// The files of a folder, by name.
Result<std::vector<DemoFile>> readFiles(const std::filesystem::path& folder, Date today)
{
    std::vector<DemoFile> files;
    std::error_code failure;
    for (auto at = std::filesystem::directory_iterator(folder, failure);
         !failure && at != std::filesystem::directory_iterator(); at.increment(failure)) {
        CW_TRY(const auto source, readFile(at->path()));
        files.push_back({at->path().filename().string(), resolveText(source, today)});
    }
    std::sort(files.begin(), files.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
    return files;
}

}  // namespace

Result<DemoContent> readDemo(const std::filesystem::path& folder, Date today, bool withAnswers, IdSource& ids)
{
    DemoContent content;
    CW_CHECK(readEncounters(folder, "encounters.json", today, ids, content.encounters));
    CW_TRY(content.unmatched, readFiles(folder / "unmatched", today));
    if (!withAnswers) return content;
    CW_CHECK(readEncounters(folder, "answered.json", today, ids, content.encounters));
    CW_TRY(content.directory, readDemoDirectory(folder / "directory.json"));
    CW_TRY(content.answers, readFiles(folder / "answers", today));
    return content;
}

}  // namespace cw::app
