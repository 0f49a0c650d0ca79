#include "import/documents/fhir/fhir_node.h"

#include "base/text.h"
#include "import/documents/readers.h"

#include <algorithm>

namespace cw::fhir {

namespace {

using Kind = JsonNode::Kind;

const Node& nothing() noexcept
{
    static const Node empty;
    return empty;
}

constexpr std::size_t dayLength = 10;  // "2024-05-01"

std::string day(std::string text)
{
    if (text.size() > dayLength) text.resize(dayLength);
    return text;
}

}  // namespace

const Node& at(const Node& object, std::string_view name) noexcept
{
    if (object.kind != Kind::object) return nothing();
    const auto* found = object.find(name);
    return found == nullptr ? nothing() : *found;
}

const std::vector<Node>& each(const Node& object, std::string_view name) noexcept
{
    const auto& member = at(object, name);
    return member.kind == Kind::array ? member.children : nothing().children;
}

std::string lineOf(const Node& value)
{
    switch (value.kind) {
    case Kind::boolean: return value.boolean ? "Yes" : "No";
    case Kind::integer: return std::to_string(value.integer);
    case Kind::number: return value.text;
    case Kind::string: break;
    default: return {};
    }
    std::string line = value.text;
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return std::string(text::trim(line));
}

std::string lineAt(const Node& object, std::string_view name)
{
    return lineOf(at(object, name));
}

std::string_view rawAt(const Node& object, std::string_view name) noexcept
{
    const auto& member = at(object, name);
    return member.kind == Kind::string ? std::string_view(member.text) : std::string_view();
}

std::optional<Date> dayOf(const Node& value)
{
    const auto parsed = Date::parse(day(lineOf(value)));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<Date> dayAt(const Node& object, std::string_view name)
{
    return dayOf(at(object, name));
}

std::string dayTextAt(const Node& object, std::string_view name)
{
    return day(lineAt(object, name));
}

std::string choiceDayText(const Node& object, std::string_view prefix)
{
    const std::string start(prefix);
    for (const auto* type : {"DateTime", "Date", "Instant"})
        if (auto text = dayTextAt(object, start + type); !text.empty()) return text;
    const auto& period = at(object, start + "Period");
    auto text = dayTextAt(period, "start");
    return text.empty() ? dayTextAt(period, "end") : text;
}

std::optional<Date> choiceDay(const Node& object, std::string_view prefix)
{
    const auto parsed = Date::parse(choiceDayText(object, prefix));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::string conceptText(const Node& codeable)
{
    if (auto text = lineAt(codeable, "text"); !text.empty()) return text;
    for (const auto* member : {"display", "code"})
        for (const auto& coding : each(codeable, "coding"))
            if (auto text = lineAt(coding, member); !text.empty()) return text;
    return {};
}

std::string conceptTexts(const std::vector<Node>& codeables)
{
    std::vector<std::string> texts;
    for (const auto& codeable : codeables)
        if (auto text = conceptText(codeable); !text.empty()) texts.push_back(std::move(text));
    return text::join(texts, "; ");
}

std::string codeIn(const Node& codeable, std::string_view systemPart)
{
    for (const auto& coding : each(codeable, "coding"))
        if (rawAt(coding, "system").find(systemPart) != std::string_view::npos) return lineAt(coding, "code");
    return {};
}

bool hasCode(const Node& codeable, std::string_view code) noexcept
{
    const auto& codings = each(codeable, "coding");
    return std::any_of(codings.begin(), codings.end(),
                       [code](const Node& coding) { return rawAt(coding, "code") == code; });
}

std::string systemName(std::string_view uri, SourceCodeKind kind)
{
    if (uri == "http://hl7.org/fhir/sid/icd-10") return kind == SourceCodeKind::procedure ? "icd10pcs" : "icd10cm";
    // CMS Blue Button keeps HCPCS level I and II under one URI of its own.
    if (uri == "https://bluebutton.cms.gov/resources/codesystem/hcpcs") return "hcpcs";
    return uri.empty() ? std::string() : codeSystemOf(uri);
}

std::vector<SourceCode> codesOf(const Node& codeable, SourceCodeKind kind)
{
    std::vector<SourceCode> codes;
    for (const auto& coding : each(codeable, "coding")) {
        SourceCode code;
        code.kind = kind;
        code.code = lineAt(coding, "code");
        if (code.code.empty()) continue;
        code.system = systemName(lineAt(coding, "system"), kind);
        if (code.system == "hcpcs" && code.code.size() == 5 && text::isDigits(code.code.substr(0, 4)))
            code.system = "cpt";
        code.display = lineAt(coding, "display");
        if (code.display.empty()) code.display = lineAt(codeable, "text");
        codes.push_back(std::move(code));
    }
    return codes;
}

std::string numberOf(const Node& quantity)
{
    auto number = lineAt(quantity, "value");
    const auto comparator = lineAt(quantity, "comparator");
    return number.empty() || comparator.empty() ? number : comparator + " " + number;
}

std::string unitOf(const Node& quantity)
{
    auto unit = lineAt(quantity, "unit");
    return unit.empty() ? lineAt(quantity, "code") : unit;
}

std::string quantityText(const Node& quantity)
{
    const auto number = numberOf(quantity);
    const auto unit = unitOf(quantity);
    return number.empty() || unit.empty() ? number : number + " " + unit;
}

std::string nameText(const Node& name)
{
    if (auto text = lineAt(name, "text"); !text.empty()) return text;
    std::vector<std::string> parts;
    for (const auto* member : {"prefix", "given"})
        for (const auto& part : each(name, member))
            if (auto line = lineOf(part); !line.empty()) parts.push_back(std::move(line));
    if (auto family = lineAt(name, "family"); !family.empty()) parts.push_back(std::move(family));
    return text::join(parts, " ");
}

const Node& currentName(const Node& person) noexcept
{
    const auto& names = each(person, "name");
    for (const auto* use : {"official", "usual"})
        for (const auto& name : names)
            if (rawAt(name, "use") == use) return name;
    for (const auto& name : names) {
        const auto use = rawAt(name, "use");
        if (use != "old" && use != "maiden") return name;
    }
    return names.empty() ? nothing() : names.front();
}

std::string identifierKey(const Node& identifier)
{
    const auto value = lineAt(identifier, "value");
    return value.empty() ? std::string() : lineAt(identifier, "system") + "|" + value;
}

}  // namespace cw::fhir
