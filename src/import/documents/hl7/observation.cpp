#include "import/documents/hl7/observation.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cw::hl7 {

namespace {

using Words = std::pair<std::string_view, std::string_view>;

template <std::size_t Size>
std::string wordOf(const std::array<Words, Size>& table, const std::string& code)
{
    const auto upper = text::upperAscii(code);
    const auto found = std::find_if(table.begin(), table.end(), [&](const Words& row) { return row.first == upper; });
    return found == table.end() ? code : std::string(found->second);
}

constexpr std::array<Words, 14> table0085 = {{{"C", "corrected"},
                                              {"D", "deleted"},
                                              {"F", "final"},
                                              {"I", "pending"},
                                              {"N", "not asked"},
                                              {"O", "order detail"},
                                              {"P", "preliminary"},
                                              {"R", "not verified"},
                                              {"S", "partial"},
                                              {"U", "final"},
                                              {"V", "verified"},
                                              {"W", "wrong, withdrawn"},
                                              {"X", "cannot be obtained"},
                                              {"B", "appended"}}};
constexpr std::array<Words, 13> table0123 = {{{"A", "partial"},
                                              {"C", "corrected"},
                                              {"F", "final"},
                                              {"I", "no results yet"},
                                              {"M", "corrected, not final"},
                                              {"N", "procedure completed, results pending"},
                                              {"O", "order received"},
                                              {"P", "preliminary"},
                                              {"R", "not verified"},
                                              {"S", "scheduled"},
                                              {"X", "cancelled"},
                                              {"Y", "no order on record"},
                                              {"Z", "no record of this patient"}}};
constexpr std::array<Words, 7> table0271 = {{{"DI", "dictated"},
                                             {"DO", "documented"},
                                             {"IP", "in progress"},
                                             {"IN", "incomplete"},
                                             {"PA", "pre-authenticated"},
                                             {"AU", "authenticated"},
                                             {"LA", "legally authenticated"}}};

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string all;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += separator;
        all += part;
    }
    return all;
}

std::string allComponents(const Field& field)
{
    std::vector<std::string> parts;
    for (const auto& component : field.components()) parts.push_back(component.text());
    return joined(parts, " ");
}

/// Comparator, number, separator, number: ">100", "1:128", "5-10" (section 2.A.70).
std::string structuredNumber(const Field& sn)
{
    return sn.text(1) + sn.text(2) + sn.text(3) + sn.text(4);
}

std::string readableRepetition(const Field& field, const std::string& type)
{
    if (type == "SN") return structuredNumber(field);
    if (type == "CE" || type == "CWE" || type == "CNE" || type == "CF" || type == "IS" || type == "ID")
        return readCoded(field).words();
    if (type == "DT" || type == "TS" || type == "DTM") return readableTimestamp(field.text(1));
    if (type == "NM" || type == "ST" || type == "TX" || type == "FT" || type == "SI") return field.text();
    return allComponents(field);
}

std::string lines(const Segment& segment, int number)
{
    std::string all;
    for (const auto& line : segment.repetitions(number)) {
        if (!all.empty()) all += '\n';
        all += line.verbatim();
    }
    return all;
}

}  // namespace

std::string valueType(const Segment& obx)
{
    return text::upperAscii(obx.text(2));
}

std::string label(const Segment& obx)
{
    const auto coded = readCoded(obx.first(3));
    if (!coded.text.empty()) return coded.text;
    const bool isName = std::any_of(coded.code.begin(), coded.code.end(),
                                    [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    return isName ? coded.code : std::string();
}

std::string readableValue(const Segment& obx)
{
    const auto type = valueType(obx);
    std::vector<std::string> parts;
    for (const auto& repetition : obx.repetitions(5)) parts.push_back(readableRepetition(repetition, type));
    return joined(parts, "; ");
}

std::string textValue(const Segment& obx)
{
    return lines(obx, 5);
}

std::string readableUnit(const Segment& obx)
{
    const auto unit = readCoded(obx.first(6));
    return unit.code.empty() ? unit.text : unit.code;
}

std::string readableRange(const Segment& obx)
{
    return allComponents(obx.first(7));
}

std::string readableFlags(const Segment& obx)
{
    std::vector<std::string> flags;
    for (const auto& flag : obx.repetitions(8)) {
        const auto coded = readCoded(flag);
        flags.push_back(coded.code.empty() ? coded.text : coded.code);
    }
    return joined(flags, ", ");
}

std::string resultStatus(const std::string& code)
{
    return wordOf(table0085, code);
}

std::string orderStatus(const std::string& code)
{
    return wordOf(table0123, code);
}

std::string completionStatus(const std::string& code)
{
    return wordOf(table0271, code);
}

std::string noteText(const Segment& nte)
{
    return lines(nte, 3);
}

}  // namespace cw::hl7
