#include "import/documents/fhir/fhir_item.h"

#include "base/text.h"

#include <algorithm>

namespace cw::fhir {

namespace {

std::string rangeText(const Node& range)
{
    const auto low = quantityText(at(range, "low"));
    const auto high = quantityText(at(range, "high"));
    if (low.empty()) return high.empty() ? "" : "≤ " + high;
    if (high.empty()) return "≥ " + low;
    // "12 – 16 g/dL": the unit once.
    const auto unit = unitOf(at(range, "low"));
    const bool same = !unit.empty() && unit == unitOf(at(range, "high"));
    return (same ? numberOf(at(range, "low")) : low) + " – " + high;
}

std::string periodText(const Node& period)
{
    const auto start = dayTextAt(period, "start");
    const auto end = dayTextAt(period, "end");
    return end.empty() ? start : start + " – " + end;
}

struct Value {
    std::string text;
    std::string unit;
};

/// value[x] of an Observation or component (FHIR R4 Observation.value[x]).
Value valueOf(const Node& node)
{
    if (const auto& quantity = at(node, "valueQuantity"); !quantity.isNull())
        return {numberOf(quantity), unitOf(quantity)};
    for (const auto* member : {"valueString", "valueBoolean", "valueInteger", "valueTime"})
        if (auto text = lineAt(node, member); !text.empty()) return {text, ""};
    if (auto text = conceptText(at(node, "valueCodeableConcept")); !text.empty()) return {text, ""};
    if (auto text = dayTextAt(node, "valueDateTime"); !text.empty()) return {text, ""};
    if (auto text = rangeText(at(node, "valueRange")); !text.empty()) return {text, ""};
    if (auto text = periodText(at(node, "valuePeriod")); !text.empty()) return {text, ""};
    const auto& ratio = at(node, "valueRatio");
    if (!ratio.isNull())
        return {quantityText(at(ratio, "numerator")) + " : " + quantityText(at(ratio, "denominator")), ""};
    if (!at(node, "valueSampledData").isNull()) return {"(measured curve, not shown)", ""};
    const auto absent = conceptText(at(node, "dataAbsentReason"));
    return {absent.empty() ? "" : "(" + absent + ")", ""};
}

std::string referenceRangeText(const Node& node)
{
    std::vector<std::string> texts;
    for (const auto& range : each(node, "referenceRange")) {
        auto text = lineAt(range, "text");
        if (text.empty()) text = rangeText(range);
        if (!text.empty()) texts.push_back(std::move(text));
    }
    return text::join(texts, "; ");
}

/// Interpretation, and the status when the result is not final.
std::string flagText(const Node& node, const std::string& status)
{
    auto flag = conceptTexts(each(node, "interpretation"));
    if (status.empty() || status == "final") return flag;
    return flag.empty() ? status : flag + "; " + status;
}

std::string dayTextOf(const Node& observation)
{
    auto day = choiceDayText(observation, "effective");
    return day.empty() ? dayTextAt(observation, "issued") : day;
}

class ResultTable {
public:
    ResultTable(RenditionWriter& writer, std::vector<SourceCode>& codes) : m_writer(writer), m_codes(codes)
    {
        m_writer.beginTable();
        m_writer.headerRow({"Test", "Result", "Unit", "Reference range", "Flag", "Date"});
    }

    void add(const Node& observation)
    {
        const auto status = lineAt(observation, "status");
        const auto name = conceptText(at(observation, "code"));
        const auto& components = each(observation, "component");
        const auto value = valueOf(observation);
        if (components.empty() || !value.text.empty()) row(observation, observation, name, value, status);
        for (const auto& component : components) {
            const auto part = conceptText(at(component, "code"));
            row(observation, component, name.empty() ? part : name + ": " + part, valueOf(component), status);
        }
    }

private:
    void row(const Node& observation, const Node& node, const std::string& name, const Value& value,
             const std::string& status)
    {
        m_writer.row(
            {name, value.text, value.unit, referenceRangeText(node), flagText(node, status), dayTextOf(observation)});
        for (auto& code : codesOf(at(node, "code"), SourceCodeKind::result)) {
            code.status = status;
            code.isNegated = status == "entered-in-error" || status == "cancelled";
            code.date = choiceDay(observation, "effective");
            code.span = m_writer.lastCell(0);
            m_codes.push_back(std::move(code));
        }
    }

    RenditionWriter& m_writer;
    std::vector<SourceCode>& m_codes;
};

struct Category {
    std::string_view code;
    const char* title;
    DocumentType type;
};

/// http://terminology.hl7.org/CodeSystem/observation-category
constexpr Category categories[] = {
    {"vital-signs", "Vital signs", DocumentType::other},
    {"laboratory", "Laboratory results", DocumentType::labReport},
    {"imaging", "Imaging findings", DocumentType::imagingReport},
    {"survey", "Survey answers", DocumentType::other},
    {"social-history", "Social history", DocumentType::other},
    {"exam", "Examination findings", DocumentType::other},
    {"procedure", "Findings of procedures", DocumentType::other},
    {"therapy", "Therapy observations", DocumentType::other},
    {"activity", "Activity observations", DocumentType::other},
};
constexpr Category uncategorised = {"", "Observations", DocumentType::other};

const Category& categoryOf(const Node& observation)
{
    for (const auto& category : categories)
        for (const auto& codeable : each(observation, "category"))
            if (hasCode(codeable, category.code)) return category;
    return uncategorised;
}

}  // namespace

void writeResults(const Desk& desk, const std::vector<int>& observations, RenditionWriter& writer,
                  std::vector<SourceCode>& codes)
{
    if (observations.empty()) return;
    ResultTable table(writer, codes);
    for (const auto position : observations) table.add(*desk.at(position).node);
    for (const auto position : observations) {
        const auto& observation = *desk.at(position).node;
        for (const auto& note : each(observation, "note"))
            writer.labelled("Note on " + conceptText(at(observation, "code")), lineAt(note, "text"));
    }
}

void addObservations(const Desk& desk, const Group& group, Incoming& item)
{
    std::vector<std::pair<const Category*, std::vector<int>>> lists;
    for (const auto position : membersOf(desk, group, "Observation")) {
        if (desk.grouping.reportOf.contains(position)) continue;
        const auto* category = &categoryOf(*desk.at(position).node);
        auto found = std::find_if(lists.begin(), lists.end(), [&](const auto& list) { return list.first == category; });
        if (found == lists.end()) found = lists.insert(lists.end(), {category, {}});
        found->second.push_back(position);
    }
    for (const auto& [category, observations] : lists) {
        RenditionWriter writer;
        std::vector<SourceCode> codes;
        std::vector<std::optional<Date>> days;
        writer.heading(1, category->title);
        writeResults(desk, observations, writer, codes);
        for (const auto position : observations) {
            const auto day = Date::parse(dayTextOf(*desk.at(position).node));
            days.push_back(day ? std::optional(*day) : std::nullopt);
        }
        auto made = readableDocument(desk, std::move(writer), std::move(codes), observations);
        made.document.type = category->type;
        made.document.title = category->title;
        made.document.date = firstDay(days);
        const auto& first = desk.at(observations.front());
        made.document.author = displaysOf(each(*first.node, "performer"), first, desk.index);
        if (observations.size() == 1) made.document.status = lineAt(*first.node, "status");
        made.document.sourceKey = keyOfAll(desk, observations);
        made.document.sourceVersion = versionOfAll(desk, observations);
        item.documents.push_back(std::move(made));
    }
}

}  // namespace cw::fhir
