#include "claim/tables/fhir/fhir_parts.h"

#include "base/digest.h"
#include "claim/tables/table_rows.h"

namespace cw::fhir_out {

void putText(Json& object, const char* member, std::string_view text)
{
    if (!text.empty()) object[member] = tables::cleanText(text);
}

void putDay(Json& object, const char* member, const std::optional<Date>& date)
{
    if (date) object[member] = date->iso();
}

void put(Json& object, const char* member, Json value)
{
    const bool isEmpty = value.is_null() || ((value.is_object() || value.is_array()) && value.empty());
    if (!isEmpty) object[member] = std::move(value);
}

Json coded(const char* system, std::string_view code)
{
    if (code.empty()) return nullptr;
    return {{"coding", Json::array({{{"system", system}, {"code", tables::cleanText(code)}}})}};
}

Json codedOf(const char* table, std::string_view code)
{
    return coded((std::string("http://terminology.hl7.org/CodeSystem/") + table).c_str(), code);
}

Json worded(std::string_view text)
{
    if (text.empty()) return nullptr;
    return {{"text", tables::cleanText(text)}};
}

Json identifier(const char* type, const char* system, std::string_view value)
{
    if (value.empty()) return nullptr;
    Json one = Json::object();
    if (*type != '\0') one["type"] = coded(identifierTypes, type);
    putText(one, "system", std::string_view(system));
    putText(one, "value", value);
    return one;
}

Json period(const std::optional<Date>& from, const std::optional<Date>& to)
{
    Json span = Json::object();
    putDay(span, "start", from);
    putDay(span, "end", to);
    return span;
}

Json number(const std::string& decimal)
{
    return Json::parse(decimal);
}

Json money(Money amount)
{
    return {{"value", number(amount.decimal())}, {"currency", "USD"}};
}

Json name(std::string_view last, std::string_view first, std::string_view middle, std::string_view suffix)
{
    Json name = Json::object();
    putText(name, "family", last);
    Json given = Json::array();
    for (const auto part : {first, middle})
        if (!part.empty()) given.push_back(tables::cleanText(part));
    put(name, "given", std::move(given));
    if (!suffix.empty()) name["suffix"] = Json::array({tables::cleanText(suffix)});
    return listOf(std::move(name));
}

Json address(const Address& address)
{
    Json one = Json::object();
    Json lines = Json::array();
    for (const auto& line : {address.line1, address.line2})
        if (!line.empty()) lines.push_back(tables::cleanText(line));
    put(one, "line", std::move(lines));
    putText(one, "city", address.city);
    putText(one, "state", address.state);
    putText(one, "postalCode", address.postalCode);
    return one;
}

Json phone(std::string_view number)
{
    if (number.empty()) return nullptr;
    return Json::array({{{"system", "phone"}, {"value", tables::cleanText(number)}}});
}

Json listOf(Json one)
{
    if (one.is_null() || one.empty()) return nullptr;
    Json list = Json::array();
    list.push_back(std::move(one));
    return list;
}

std::string uuidOf(std::string_view text)
{
    // Version 8 of RFC 9562: our own digest, with the bits of version and variant set.
    auto digits = sha256Hex(text).substr(0, 32);
    digits[12] = '8';
    digits[16] = "89ab"[static_cast<std::size_t>(digits[16] >= 'a' ? digits[16] - 'a' + 10 : digits[16] - '0') % 4];
    for (const std::size_t dash : {20U, 16U, 12U, 8U}) digits.insert(dash, 1, '-');
    return "urn:uuid:" + digits;
}

}  // namespace cw::fhir_out
