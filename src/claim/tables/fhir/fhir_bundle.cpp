#include "claim/tables/fhir/fhir_bundle.h"

namespace cw::fhir_out {

namespace {

std::string textOf(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string entryOf(const std::string& name, const std::string& resource)
{
    return "{\"fullUrl\":\"" + name + "\",\"resource\":" + resource + "}";
}

}  // namespace

Json Entries::add(const Json& resource)
{
    const auto text = textOf(resource);
    auto name = uuidOf(text);
    if (m_known.insert(name).second) m_texts.push_back(entryOf(name, text));
    return {{"reference", std::move(name)}};
}

const std::string& Entries::addNamed(std::string_view key, const Json& resource)
{
    const auto name = uuidOf(key);
    m_known.insert(name);
    return m_texts.emplace_back(entryOf(name, textOf(resource)));
}

std::string Entries::bundle() const
{
    std::string out = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\n";
    for (std::size_t at = 0; at < m_texts.size(); ++at) {
        if (at > 0) out += ",\n";
        out += m_texts[at];
    }
    return out + "\n]}\n";
}

}  // namespace cw::fhir_out
