#include "cli/directory_json.h"

#include "import/party_json.h"

#include <array>

namespace cw::cli {

namespace {

using Json = DirectoryJson;

template <class Record>
struct TextField {
    const char* name;
    std::string Record::*member;
};
constexpr std::array<TextField<TradingPartner>, 14> partnerTexts = {{
    {"name", &TradingPartner::name},
    {"submitter_name", &TradingPartner::submitterName},
    {"submitter_id", &TradingPartner::submitterId},
    {"contact_name", &TradingPartner::contactName},
    {"phone", &TradingPartner::phone},
    {"email", &TradingPartner::email},
    {"sender_qualifier", &TradingPartner::senderQualifier},
    {"sender_id", &TradingPartner::senderId},
    {"application_sender", &TradingPartner::applicationSender},
    {"receiver_name", &TradingPartner::receiverName},
    {"receiver_id", &TradingPartner::receiverId},
    {"receiver_qualifier", &TradingPartner::receiverQualifier},
    {"interchange_receiver", &TradingPartner::interchangeReceiver},
    {"application_receiver", &TradingPartner::applicationReceiver},
}};
constexpr std::array<TextField<PayerRecord>, 3> payerTexts = {{{"payer_id", &PayerRecord::payerId},
                                                               {"name", &PayerRecord::name},
                                                               {"claim_filing_code", &PayerRecord::claimFilingCode}}};
struct DayField {
    const char* name;
    std::optional<int> PayerRecord::*member;
};
constexpr std::array<DayField, 3> payerDays = {{{"initial_days", &PayerRecord::initialDays},
                                                {"corrected_days", &PayerRecord::correctedDays},
                                                {"appeal_days", &PayerRecord::appealDays}}};
struct DelimiterField {
    const char* name;
    char x12::Delimiters::*member;
};
constexpr std::array<DelimiterField, 4> delimiterFields = {{{"element", &x12::Delimiters::element},
                                                            {"repetition", &x12::Delimiters::repetition},
                                                            {"component", &x12::Delimiters::component},
                                                            {"segment", &x12::Delimiters::segment}}};
const JsonObject::Choices<CharacterSet> characterSets = {{"basic", CharacterSet::basic},
                                                         {"extended", CharacterSet::extended}};
const JsonObject::Choices<ProviderKind> providerKinds = {
    {"billing", ProviderKind::billing}, {"person", ProviderKind::person}, {"facility", ProviderKind::facility}};

/// Which members stand in the object, null ones too.
class Named {
public:
    Named(JsonObject& json, const JsonNode& node) : m_json(json), m_node(node) {}
    bool has(const char* name) const { return m_node.find(name) != nullptr; }
    void text(const char* name, std::string& into) const
    {
        if (has(name)) into = m_json.text(name);
    }
    void flag(const char* name, bool& into) const
    {
        if (has(name)) into = m_json.boolean(name).value_or(false);
    }
    void number(const char* name, int& into) const
    {
        if (has(name)) into = m_json.integer(name).value_or(0);
    }
    template <class T>
    void choice(const char* name, const JsonObject::Choices<T>& choices, T& into) const
    {
        if (has(name)) into = m_json.choice(name, choices).value_or(into);
    }
    /// Id and version say which record is meant; they are the caller's to look at.
    void finish() const
    {
        m_json.skip("id");
        m_json.skip("version");
        for (const auto name : m_json.unknownNames()) m_json.refuse(name, "is no field of this record");
    }

private:
    JsonObject& m_json;
    const JsonNode& m_node;
};

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

/// Through the writer of encounter JSON, so that a provider looks the same everywhere.
template <class Write>
Json written(Write write)
{
    JsonWriter writer(JsonWriter::Layout::compact);
    write(writer);
    return Json::parse(writer.take());
}

void readDelimiters(JsonObject json, x12::Delimiters& into)
{
    for (const auto& [name, member] : delimiterFields) {
        const auto sign = json.text(name);
        if (sign.size() == 1) into.*member = sign.front();
        if (sign.size() > 1) json.refuse(name, "must be one sign");
    }
    for (const auto name : json.unknownNames()) json.refuse(name, "is no delimiter");
}

}  // namespace

Json toJson(const TradingPartner& partner)
{
    Json json = {{"id", partner.id.value}};
    for (const auto& [name, member] : partnerTexts) json[name] = textOrNull(partner.*member);
    for (const auto& [name, member] : delimiterFields)
        json["delimiters"][name] = std::string(1, partner.delimiters.*member);
    json["line_feeds"] = partner.lineFeeds;
    json["characters"] = JsonObject::nameOf<CharacterSet>(characterSets, partner.characters);
    json["wants_ta1"] = partner.wantsTa1;
    json["test_only"] = partner.testOnly;
    json["claims_per_file"] = partner.claimsPerFile;
    json["claims_per_set"] = partner.claimsPerSet;
    json["out_folder"] = textOrNull(partner.outFolder);
    json["in_folder"] = textOrNull(partner.inFolder);
    json["is_active"] = partner.isActive;
    json["version"] = partner.version;
    return json;
}

Json toJson(const PayerRecord& payer)
{
    Json json = {{"id", payer.id.value}};
    for (const auto& [name, member] : payerTexts) json[name] = textOrNull(payer.*member);
    json["partner"] = payer.partner.isValid() ? Json(payer.partner.value) : Json();
    json["address"] = written([&](JsonWriter& writer) { writeAddress(writer, payer.address); });
    for (const auto& [name, member] : payerDays) json[name] = payer.*member ? Json(*(payer.*member)) : Json();
    json["takes_reference_on_originals"] = payer.takesReferenceOnOriginals;
    json["prefers_paper"] = payer.prefersPaper;
    json["is_active"] = payer.isActive;
    json["version"] = payer.version;
    return json;
}

Json toJson(const ProviderRecord& provider)
{
    Json json = {{"id", provider.id.value}};
    json["kind"] = JsonObject::nameOf<ProviderKind>(providerKinds, provider.kind);
    json["provider"] = written([&](JsonWriter& writer) { writeProvider(writer, provider.provider); });
    json["is_active"] = provider.isActive;
    json["version"] = provider.version;
    return json;
}

void readInto(JsonObject& json, const JsonNode& node, TradingPartner& into)
{
    const Named named(json, node);
    for (const auto& [name, member] : partnerTexts) named.text(name, into.*member);
    if (named.has("delimiters")) readDelimiters(json.object("delimiters"), into.delimiters);
    named.flag("line_feeds", into.lineFeeds);
    named.choice("characters", characterSets, into.characters);
    named.flag("wants_ta1", into.wantsTa1);
    named.flag("test_only", into.testOnly);
    named.number("claims_per_file", into.claimsPerFile);
    named.number("claims_per_set", into.claimsPerSet);
    named.text("out_folder", into.outFolder);
    named.text("in_folder", into.inFolder);
    named.flag("is_active", into.isActive);
    named.finish();
}

void readInto(JsonObject& json, const JsonNode& node, PayerRecord& into)
{
    const Named named(json, node);
    for (const auto& [name, member] : payerTexts) named.text(name, into.*member);
    if (named.has("partner")) into.partner = {json.integer("partner").value_or(0)};
    if (named.has("address")) into.address = readAddress(json.object("address"));
    for (const auto& [name, member] : payerDays)
        if (named.has(name)) into.*member = json.integer(name);
    named.flag("takes_reference_on_originals", into.takesReferenceOnOriginals);
    named.flag("prefers_paper", into.prefersPaper);
    named.flag("is_active", into.isActive);
    named.finish();
}

void readInto(JsonObject& json, const JsonNode& node, ProviderRecord& into)
{
    const Named named(json, node);
    named.choice("kind", providerKinds, into.kind);
    if (named.has("provider")) {
        auto provider = json.object("provider");
        into.provider = readProvider(provider);
        for (const auto name : provider.unknownNames()) provider.refuse(name, "is no field of a provider");
        into.provider.foreign.clear();
    }
    named.flag("is_active", into.isActive);
    named.finish();
}

}  // namespace cw::cli
