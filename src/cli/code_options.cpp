#include "cli/code_options.h"

#include "base/text.h"

namespace cw::cli {

Result<std::optional<CodeSystem>> systemOf(const std::string& text)
{
    if (text.empty()) return std::optional<CodeSystem>{};
    CW_TRY(const auto system, parseCodeSystem(text));
    return std::optional(system);
}

Result<std::optional<Date>> dateOf(const std::string& text)
{
    if (text.empty()) return std::optional<Date>{};
    CW_TRY(const auto date, Date::parse(text));
    return std::optional(date);
}

Result<Date> dayOf(const std::string& text, const Console& console)
{
    CW_TRY(const auto date, dateOf(text));
    return date.value_or(console.clock.today());
}

nlohmann::ordered_json isoOrNull(const std::optional<Date>& date)
{
    return date ? nlohmann::ordered_json(date->iso()) : nlohmann::ordered_json();
}

nlohmann::ordered_json textsCell(const std::vector<std::string>& texts, Format format, std::string_view separator)
{
    if (format != Format::json) return text::join(texts, separator);
    auto list = nlohmann::ordered_json::array();
    for (const auto& text : texts) list.push_back(text);
    return list;
}

}  // namespace cw::cli
