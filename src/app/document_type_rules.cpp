#include "app/document_type_rules.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace cw::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view settingKey = "chart.types";

Error unreadable()
{
    return {ErrorKind::corrupt, "APP-161", "the rules for document types (setting chart.types) cannot be read"};
}

std::string compact(std::string_view code)
{
    auto text = text::upperAscii(text::trim(code));
    text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
    return text;
}

/// Prefixes upper case and without dot, each once. Fails with invalidInput for one that no code could begin with.
Result<std::vector<std::string>> cleanPrefixes(const std::vector<std::string>& prefixes)
{
    std::vector<std::string> clean;
    for (const auto& prefix : prefixes) {
        auto text = compact(prefix);
        const bool isCode = std::all_of(text.begin(), text.end(),
                                        [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
        if (text.empty() || text.size() > 7 || !isCode)
            return Error{ErrorKind::invalidInput, "APP-162",
                         "a code prefix has one to seven letters and digits: \"" + prefix + "\" has not"};
        if (std::find(clean.begin(), clean.end(), text) == clean.end()) clean.push_back(std::move(text));
    }
    return clean;
}

bool readPrefixes(const Json& entry, const char* member, std::vector<std::string>& out)
{
    const auto found = entry.find(member);
    if (found == entry.end()) return true;
    if (!found->is_array()) return false;
    for (const auto& prefix : *found) {
        if (!prefix.is_string()) return false;
        out.push_back(compact(prefix.get_ref<const std::string&>()));
    }
    return true;
}

Result<DocumentTypeRule> readRule(const Json& entry)
{
    if (!entry.is_object()) return unreadable();
    const auto type = entry.find("type");
    if (type == entry.end() || !type->is_string()) return unreadable();
    DocumentTypeRule rule;
    CW_TRY(rule.type, parseDocumentType(type->get_ref<const std::string&>()));
    if (const auto name = entry.find("name"); name != entry.end()) {
        if (!name->is_string()) return unreadable();
        rule.name = name->get<std::string>();
    }
    if (!readPrefixes(entry, "onlyCodes", rule.onlyCodes) || !readPrefixes(entry, "noCodes", rule.noCodes))
        return unreadable();
    return rule;
}

bool startsWithAny(std::string_view code, const std::vector<std::string>& prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [code](const std::string& prefix) { return code.starts_with(prefix); });
}

bool canBeAccepted(std::string_view system)
{
    return system == "icd10cm" || system == "icd10pcs" || system == "cpt" || system == "hcpcs";
}

}  // namespace

Result<std::vector<DocumentTypeRule>> documentTypeRules(Workspace& workspace, ReadTx& tx)
{
    CW_TRY(const auto stored, workspace.settings().value(tx, settingKey));
    std::vector<DocumentTypeRule> rules;
    if (stored.empty()) return rules;
    const auto json = Json::parse(stored, nullptr, false);
    if (!json.is_array()) return unreadable();
    for (const auto& entry : json) {
        CW_TRY(auto rule, readRule(entry));
        rules.push_back(std::move(rule));
    }
    return rules;
}

Result<std::vector<DocumentTypeRule>> documentTypeRules(Workspace& workspace)
{
    CW_TRY(auto tx, workspace.work().beginRead());
    return documentTypeRules(workspace, *tx);
}

Status setDocumentTypeRules(Workspace& workspace, const std::vector<DocumentTypeRule>& rules)
{
    CW_CHECK(require(workspace, Permission::importCodes));
    auto json = Json::array();
    for (const auto& rule : rules) {
        CW_TRY(const auto only, cleanPrefixes(rule.onlyCodes));
        CW_TRY(const auto none, cleanPrefixes(rule.noCodes));
        if (!text::isUtf8(rule.name) || rule.name.size() > 200)
            return Error{ErrorKind::invalidInput, "APP-163", "a document type's name has at most 200 characters"};
        json.push_back(
            {{"type", toString(rule.type)}, {"name", text::trim(rule.name)}, {"onlyCodes", only}, {"noCodes", none}});
    }
    CW_TRY(auto tx, workspace.work().beginWrite());
    CW_CHECK(workspace.settings().setValue(*tx, settingKey, rules.empty() ? std::string() : json.dump()));
    CW_CHECK(workspace.audit().append(
        *tx, {workspace.user().name, "chart.types", {}, std::to_string(rules.size()) + " document types"}));
    return tx->commit();
}

bool mayOffer(const std::vector<DocumentTypeRule>& rules, DocumentType type, const SourceCode& code)
{
    if (!canBeAccepted(code.system)) return true;
    const auto wanted = compact(code.code);
    return std::all_of(rules.begin(), rules.end(), [&](const DocumentTypeRule& rule) {
        if (rule.type != type) return true;
        if (!rule.onlyCodes.empty() && !startsWithAny(wanted, rule.onlyCodes)) return false;
        return !startsWithAny(wanted, rule.noCodes);
    });
}

Result<std::vector<DocumentRepository::StoredCode>> offeredCodes(Workspace& workspace, ReadTx& tx,
                                                                 EncounterRowId encounter)
{
    CW_TRY(auto codes, workspace.documents().codes(tx, encounter));
    CW_TRY(const auto rules, documentTypeRules(workspace, tx));
    if (rules.empty()) return codes;
    std::map<DocumentVersionId, DocumentType> types;
    for (const auto& stored : codes) {
        if (!stored.version.isValid() || types.contains(stored.version)) continue;
        CW_TRY(const auto info, workspace.documents().info(tx, stored.version, workspace.user().id));
        types.emplace(stored.version, info.type);
    }
    std::erase_if(codes, [&](const DocumentRepository::StoredCode& stored) {
        return stored.version.isValid() && !mayOffer(rules, types.at(stored.version), stored.code);
    });
    return codes;
}

}  // namespace cw::app
