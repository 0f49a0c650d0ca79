#include "import/encounter_json.h"

#include "import/claim_json.h"
#include "import/json_check.h"
#include "import/json_object.h"
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

Json headerOf(const Encounter& encounter)
{
    return {{"encounter_id", encounter.encounterId},
            {"setting", toString(encounter.setting)},
            {"service", writeService(encounter.service)},
            {"patient", writePerson(encounter.patient)},
            {"coverages", writeCoverages(encounter.coverages)},
            {"providers", writeProviders(encounter.providers)},
            {"claim", writeClaimDetails(encounter.claim)}};
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

Json writeDocument(const DocumentReference& document)
{
    Json json = {{"path", document.path},
                 {"type", toString(document.type)},
                 {"title", document.title},
                 {"date", isoOrNull(document.date)},
                 {"author", document.author}};
    appendForeign(json, document.foreign);
    return json;
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
    CW_CHECK(checkJson(json, fileName));
    const auto document = Json::parse(json.begin(), json.end(), nullptr, false);
    JsonFault fault;
    std::vector<ImportedEncounter> encounters;
    if (!document.is_object()) {
        fault.set("", "must be an object with \"schema\" and \"encounters\"");
    } else {
        JsonObject root(&document, "", fault);
        if (!document.contains("encounters")) root.refuse("encounters", "is needed");
        readRoot(root, ids, encounters);
    }
    if (!fault.isSet()) return encounters;
    return Error{ErrorKind::invalidInput, "IMPORT-064",
                 std::string(fileName) + ": " + fault.pointer() + ": " + fault.reason() +
                     encounterAt(fault.pointer(), encounters)};
}

std::string writeEncounterJson(const std::vector<ImportedEncounter>& encounters)
{
    Json all = Json::array();
    for (const auto& [encounter, documents] : encounters) {
        auto json = headerOf(encounter);
        json["diagnoses"] = writeDiagnoses(encounter);
        json["procedures"] = writeProcedures(encounter);
        json["documents"] = Json::array();
        for (const auto& document : documents) json["documents"].push_back(writeDocument(document));
        appendForeign(json, encounter.foreign);
        all.push_back(std::move(json));
    }
    const Json root = {{"schema", schemaName}, {"encounters", std::move(all)}};
    return dumpJson(root, 2) + "\n";
}

std::string writeEncounterHeader(const Encounter& encounter)
{
    auto json = headerOf(encounter);
    appendForeign(json, encounter.foreign);
    return dumpJson(json);
}

Result<void> readEncounterHeader(std::string_view text, Encounter& into)
{
    CW_CHECK(checkJson(text, "encounter header"));
    const auto document = Json::parse(text.begin(), text.end(), nullptr, false);
    JsonFault fault;
    if (!document.is_object()) fault.set("", "must be an object");
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
