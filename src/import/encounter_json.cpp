#include "import/encounter_json.h"

#include "import/claim_json.h"
#include "import/json_object.h"
#include "import/json_writer.h"
#include "import/lines_json.h"
#include "import/party_json.h"

#include <unordered_map>

namespace cw {

namespace {

constexpr std::string_view schemaName = "encounters/1";

/// Everything of an encounter but its lists; `foreign` is for the caller, who knows which members stand beside.
void readHeader(JsonObject& json, Encounter& into)
{
    into.encounterId = json.requiredText("encounter_id");
    static const JsonObject::Choices<Setting> settings = {{"professional", Setting::professional},
                                                          {"outpatient", Setting::outpatient},
                                                          {"inpatient", Setting::inpatient}};
    if (const auto setting = json.choice("setting", settings))
        into.setting = *setting;
    else
        json.refuse("setting", "is needed: professional, outpatient or inpatient");
    into.service = readService(json.object("service"));
    auto patient = json.object("patient");
    into.patient = readPerson(patient, true);
    into.coverages = readCoverages(json);
    into.providers = readProviders(json.object("providers"));
    into.claim = readClaimDetails(json.object("claim"));
}

void writeHeader(JsonWriter& writer, const Encounter& encounter)
{
    writer.text("encounter_id", encounter.encounterId);
    writer.text("setting", toString(encounter.setting));
    writer.key("service");
    writeService(writer, encounter.service);
    writer.key("patient");
    writePerson(writer, encounter.patient);
    writer.key("coverages");
    writeCoverages(writer, encounter.coverages);
    writer.key("providers");
    writeProviders(writer, encounter.providers);
    writer.key("claim");
    writeClaimDetails(writer, encounter.claim);
}

DocumentReference readDocument(JsonObject& json)
{
    static const JsonObject::Choices<DocumentType> types = [] {
        JsonObject::Choices<DocumentType> all;
        for (int i = 0; i <= static_cast<int>(DocumentType::other); ++i)
            all.emplace_back(toString(static_cast<DocumentType>(i)), static_cast<DocumentType>(i));
        return all;
    }();
    DocumentReference document;
    document.path = json.requiredText("path");
    if (document.path.starts_with('/')) json.refuse("path", "must be relative to the JSON file");
    document.type = json.choice("type", types).value_or(DocumentType::other);
    document.title = json.text("title");
    document.date = json.date("date");
    document.author = json.text("author");
    document.foreign = json.foreign();
    return document;
}

void writeDocument(JsonWriter& writer, const DocumentReference& document)
{
    writer.beginObject();
    writer.text("path", document.path);
    writer.text("type", toString(document.type));
    writer.text("title", document.title);
    writer.iso("date", document.date);
    writer.text("author", document.author);
    writer.endObject(document.foreign);
}

ImportedEncounter readEncounter(JsonObject& json, IdSource& ids)
{
    ImportedEncounter imported;
    readHeader(json, imported.encounter);
    readLines(json, imported.encounter, ids);
    json.eachObject("documents", [&](JsonObject& entry) { imported.documents.push_back(readDocument(entry)); });
    imported.encounter.foreign = json.foreign();
    return imported;
}

void readRoot(JsonObject& root, IdSource& ids, std::vector<ImportedEncounter>& into)
{
    const JsonObject::Choices<int> schemas = {{schemaName, 1}};
    root.choice("schema", schemas);
    std::unordered_map<std::string, std::size_t> seen;
    root.eachObject("encounters", [&](JsonObject& entry) {
        into.push_back(readEncounter(entry, ids));
        const auto [first, isNew] = seen.try_emplace(into.back().encounter.encounterId, into.size() - 1);
        if (!isNew) entry.refuse("encounter_id", "stands already at /encounters/" + std::to_string(first->second));
    });
}

/// " (encounter V-1001)" when the pointer is one into the encounter that was read last; over-long ids are left out.
std::string encounterAt(const std::string& pointer, const std::vector<ImportedEncounter>& read)
{
    if (read.empty() || !pointer.starts_with("/encounters/" + std::to_string(read.size() - 1) + "/")) return {};
    const auto& id = read.back().encounter.encounterId;
    return id.empty() || id.size() > 64 ? std::string() : " (encounter " + id + ")";
}

}  // namespace

Result<std::vector<ImportedEncounter>> readEncounterJson(std::string_view json, std::string_view fileName,
                                                         IdSource& ids)
{
    CW_TRY(const auto document, parseJson(json, fileName));
    JsonFault fault;
    std::vector<ImportedEncounter> encounters;
    if (document.kind != JsonNode::Kind::object) {
        fault.set("", "must be an object with \"schema\" and \"encounters\"");
    } else {
        JsonObject root(&document, "", fault);
        if (document.find("encounters") == nullptr) root.refuse("encounters", "is needed");
        readRoot(root, ids, encounters);
    }
    if (!fault.isSet()) return encounters;
    return Error{ErrorKind::invalidInput, "IMPORT-064",
                 std::string(fileName) + ": " + fault.pointer() + ": " + fault.reason() +
                     encounterAt(fault.pointer(), encounters)};
}

std::string writeEncounterJson(const std::vector<ImportedEncounter>& encounters)
{
    JsonWriter writer(JsonWriter::Layout::pretty);
    writer.beginObject();
    writer.text("schema", schemaName);
    writer.key("encounters");
    writer.beginArray();
    for (const auto& [encounter, documents] : encounters) {
        writer.beginObject();
        writeHeader(writer, encounter);
        writer.key("diagnoses");
        writeDiagnoses(writer, encounter);
        writer.key("procedures");
        writeProcedures(writer, encounter);
        writer.key("documents");
        writer.beginArray();
        for (const auto& document : documents) writeDocument(writer, document);
        writer.endArray();
        writer.endObject(encounter.foreign);
    }
    writer.endArray();
    writer.endObject();
    return writer.take() + "\n";
}

std::string writeEncounterHeader(const Encounter& encounter)
{
    JsonWriter writer(JsonWriter::Layout::compact);
    writer.beginObject();
    writeHeader(writer, encounter);
    writer.endObject(encounter.foreign);
    return writer.take();
}

Result<void> readEncounterHeader(std::string_view text, Encounter& into)
{
    CW_TRY(const auto document, parseJson(text, "encounter header"));
    JsonFault fault;
    if (document.kind != JsonNode::Kind::object) fault.set("", "must be an object");
    JsonObject json(&document, "", fault);
    Encounter header = into;
    readHeader(json, header);
    for (const char* list : {"diagnoses", "procedures", "documents"}) json.skip(list);
    header.foreign = json.foreign();
    if (fault.isSet())
        return Error{ErrorKind::invalidInput, "IMPORT-065",
                     "encounter header: " + fault.pointer() + ": " + fault.reason()};
    into = std::move(header);
    return {};
}

}  // namespace cw
