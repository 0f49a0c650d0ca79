#include "import/documents/ccda/values.h"

#include "base/text.h"
#include "import/documents/readers.h"

#include <algorithm>

namespace cw::ccda {

namespace {

/// "2014", "2014-10", "2014-10-28", "2014-10-28 12:22".
std::string shownPoint(std::string_view time)
{
    const auto digits = digitsOf(time);
    if (const auto minute = minuteOf(time)) {
        auto text = minute->iso();
        text[10] = ' ';
        return text;
    }
    if (const auto date = dateOf(time)) return date->iso();
    if (digits.size() == 6) return std::string(digits.substr(0, 4)) + "-" + std::string(digits.substr(4));
    return std::string(digits.size() == 4 ? digits : time);
}

std::string_view pointOf(pugi::xml_node time)
{
    return time.attribute("nullFlavor") ? std::string_view{} : attribute(time, "value");
}

std::string quantity(pugi::xml_node value)
{
    std::string text(attribute(value, "value"));
    const auto unit = attribute(value, "unit");
    if (!text.empty() && !unit.empty() && unit != "1") text += " " + std::string(unit);
    return text;
}

std::string range(pugi::xml_node value)
{
    const auto low = quantity(value.child("low"));
    const auto high = quantity(value.child("high"));
    if (!low.empty() && !high.empty()) return low + " to " + high;
    if (!low.empty()) return (attribute(value.child("low"), "inclusive") == "false" ? "> " : ">= ") + low;
    if (!high.empty()) return (attribute(value.child("high"), "inclusive") == "false" ? "< " : "<= ") + high;
    return {};
}

}  // namespace

std::string_view digitsOf(std::string_view time)
{
    const auto end = std::find_if(time.begin(), time.end(), [](char c) { return c < '0' || c > '9'; });
    return time.substr(0, static_cast<std::size_t>(end - time.begin()));
}

std::optional<Date> dateOf(std::string_view time)
{
    const auto digits = digitsOf(time);
    if (digits.size() < 8) return std::nullopt;
    const auto date = Date::parseCompact(digits.substr(0, 8));
    return date ? std::optional(*date) : std::nullopt;
}

std::optional<LocalMinute> minuteOf(std::string_view time)
{
    const auto digits = digitsOf(time);
    const auto date = dateOf(time);
    if (!date || digits.size() < 12) return std::nullopt;
    const int hour = (digits[8] - '0') * 10 + digits[9] - '0';
    const int minute = (digits[10] - '0') * 10 + digits[11] - '0';
    if (hour > 23 || minute > 59) return std::nullopt;
    return LocalMinute{*date, hour * 60 + minute};
}

std::optional<Date> dateIn(pugi::xml_node time)
{
    for (const auto part : {time, time.child("low"), time.child("center"), time.child("high")})
        if (const auto date = dateOf(pointOf(part))) return date;
    return std::nullopt;
}

std::string shownTime(pugi::xml_node time)
{
    if (const auto point = pointOf(time); !point.empty()) return shownPoint(point);
    const auto low = shownPoint(pointOf(time.child("low")));
    const auto high = shownPoint(pointOf(time.child("high")));
    if (!low.empty() && !high.empty()) return low == high ? low : low + " to " + high;
    if (!low.empty()) return "since " + low;
    if (!high.empty()) return "until " + high;
    return shownPoint(pointOf(time.child("center")));
}

std::optional<Identifier> identifierOf(pugi::xml_node id)
{
    if (isNull(id)) return std::nullopt;
    const std::string root(attribute(id, "root"));
    const std::string extension(attribute(id, "extension"));
    if (root.empty() && extension.empty()) return std::nullopt;
    if (extension.empty()) return Identifier{"", root, ""};
    // HL7 OID registry: US social security numbers, driver licences by state.
    const std::string type = root == "2.16.840.1.113883.4.1"              ? "SS"
                             : root.starts_with("2.16.840.1.113883.4.3.") ? "DL"
                                                                          : "";
    return Identifier{root, extension, type};
}

std::vector<Identifier> identifiersOf(pugi::xml_node owner)
{
    std::vector<Identifier> all;
    for (const auto id : owner.children("id"))
        if (auto identifier = identifierOf(id)) all.push_back(std::move(*identifier));
    return all;
}

std::string npiOf(pugi::xml_node owner)
{
    for (const auto& id : identifiersOf(owner))
        if (id.authority == "2.16.840.1.113883.4.6") return id.value;
    return {};
}

std::string shownCode(pugi::xml_node code)
{
    if (const auto name = attribute(code, "displayName"); !name.empty()) return std::string(name);
    if (auto words = wordsOf(code.child("originalText")); !words.empty()) return words;
    for (const auto translation : code.children("translation"))
        if (const auto name = attribute(translation, "displayName"); !name.empty()) return std::string(name);
    return std::string(attribute(code, "code"));
}

std::string shownValue(pugi::xml_node value)
{
    if (auto name = shownCode(value); !name.empty()) return name;
    if (auto text = quantity(value); !text.empty()) return text;
    if (auto text = range(value); !text.empty()) return text;
    return wordsOf(value);
}

std::string systemOf(pugi::xml_node code)
{
    const auto system = attribute(code, "codeSystem");
    auto name = codeSystemOf(system.empty() ? attribute(code, "codeSystemName") : system);
    // Many senders give HCPCS codes the OID of CDT, whose codes are the D codes of HCPCS.
    if (name == "cdt" && !attribute(code, "code").starts_with('D')) name = "hcpcs";
    return name;
}

}  // namespace cw::ccda
