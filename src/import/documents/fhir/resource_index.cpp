#include "base/text.h"
#include "import/documents/fhir/fhir_file.h"
#include "import/json_writer.h"

namespace cw::fhir {

namespace {

constexpr std::string_view historyStep = "/_history/";

/// The last two steps of a URL: "Patient/12".
std::string lastSteps(const std::string& url)
{
    const auto id = url.rfind('/');
    if (id == std::string::npos || id == 0) return {};
    const auto type = url.rfind('/', id - 1);
    return type == std::string::npos ? url : url.substr(type + 1);
}

std::string withoutHistory(std::string_view url)
{
    return std::string(url.substr(0, url.find(historyStep)));
}

void addKey(std::unordered_map<std::string, int>& map, std::string key, int position)
{
    if (key.empty()) return;
    const auto [found, isNew] = map.emplace(std::move(key), position);
    if (!isNew && found->second != position) found->second = -1;
}

void addIdentifiers(std::unordered_map<std::string, int>& map, const Resource& resource, int position)
{
    const auto& member = at(*resource.node, "identifier");
    const auto add = [&](const Node& identifier) {
        if (auto key = identifierKey(identifier); !key.empty()) addKey(map, resource.type + "?" + key, position);
    };
    if (member.kind == JsonNode::Kind::object) add(member);
    for (const auto& identifier : each(*resource.node, "identifier")) add(identifier);
    add(at(*resource.node, "masterIdentifier"));
}

}  // namespace

std::string baseOf(const Resource& resource)
{
    const auto url = withoutHistory(resource.fullUrl);
    const auto typed = "/" + resource.typedId();
    if (resource.id.empty() || !url.ends_with(typed)) return {};
    return url.substr(0, url.size() - typed.size());
}

ResourceIndex::ResourceIndex(const std::vector<Resource>& resources) : m_resources(resources)
{
    for (std::size_t index = 0; index < resources.size(); ++index) {
        const auto& resource = resources[index];
        const auto position = static_cast<int>(index);
        m_positions.emplace(resource.node, position);
        addKey(m_byKey, withoutHistory(resource.fullUrl), position);
        addKey(m_byKey, resource.typedId(), position);
        addIdentifiers(m_byIdentifier, resource, position);
    }
}

int ResourceIndex::lookUp(const std::string& key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? -1 : found->second;
}

int ResourceIndex::positionOf(const Node* node) const
{
    const auto found = m_positions.find(node);
    return found == m_positions.end() ? -1 : found->second;
}

const Node* ResourceIndex::findUrl(std::string_view given, const Resource& from) const
{
    if (given.empty()) return nullptr;
    if (given.front() == '#') {
        for (const auto& contained : each(*from.node, "contained"))
            if (rawAt(contained, "id") == given.substr(1)) return &contained;
        return nullptr;
    }
    constexpr std::string_view byIdentifier = "?identifier=";
    if (const auto query = given.find(byIdentifier); query != std::string_view::npos) {
        const auto key =
            std::string(given.substr(0, query + 1)) + std::string(given.substr(query + byIdentifier.size()));
        const auto found = m_byIdentifier.find(key);
        return found == m_byIdentifier.end() || found->second < 0 ? nullptr : at(found->second).node;
    }
    const auto url = withoutHistory(given);
    int found = -1;
    if (const auto base = baseOf(from); !base.empty()) found = lookUp(base + "/" + url);
    if (found < 0) found = lookUp(url);
    // An absolute URL whose resource came without its full URL; never one that came under another.
    if (found < 0 && url.find("://") != std::string::npos) {
        found = lookUp(lastSteps(url));
        if (found >= 0 && !at(found).fullUrl.empty()) found = -1;
    }
    return found < 0 ? nullptr : at(found).node;
}

const Node* ResourceIndex::find(const Node& reference, const Resource& from, std::string_view expected) const
{
    if (const auto* node = findUrl(lineAt(reference, "reference"), from)) return node;
    const auto key = identifierKey(cw::fhir::at(reference, "identifier"));
    const auto told = lineAt(reference, "type");
    const auto type = told.empty() ? std::string(expected) : told;
    if (key.empty() || type.empty()) return nullptr;
    const auto found = m_byIdentifier.find(type + "?" + key);
    return found == m_byIdentifier.end() || found->second < 0 ? nullptr : at(found->second).node;
}

std::string writeBundle(const std::vector<const Resource*>& resources, int ownCount)
{
    JsonWriter writer(JsonWriter::Layout::compact);
    writer.beginObject();
    writer.text("resourceType", "Bundle");
    if (ownCount >= 0) {
        writer.key("identifier");
        writer.beginObject();
        writer.text("system", partSystem);
        writer.text("value", std::to_string(ownCount));
        writer.endObject();
    }
    writer.text("type", "collection");
    writer.key("entry");
    writer.beginArray();
    for (const auto* resource : resources) {
        writer.beginObject();
        if (!resource->fullUrl.empty()) writer.text("fullUrl", resource->fullUrl);
        writer.key("resource");
        writer.node(*resource->node);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return writer.take();
}

std::string countText(const std::map<std::string, int>& counts)
{
    std::vector<std::string> parts;
    for (const auto& [name, count] : counts) parts.push_back(std::to_string(count) + " " + name);
    return text::join(parts, ", ");
}

}  // namespace cw::fhir
