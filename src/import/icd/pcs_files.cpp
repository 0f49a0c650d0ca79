#include "base/text.h"
#include "import/icd/icd_files.h"
#include "import/icd/xml_text.h"

#include <algorithm>

namespace cw {

namespace {

constexpr std::string_view pcsCharacters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Reads "axis" elements of tables.
class TableReader {
public:
    explicit TableReader(const XmlText& xml) : m_xml(xml) {}

    Result<PcsTable> table(pugi::xml_node element);
    const UnknownElements& unknown() const { return m_unknown; }

private:
    struct Axis {
        std::size_t position = 0;  ///< 1 to 7.
        std::string title;
        std::vector<PcsValue> values;
        std::string definition;
    };

    Result<Axis> axis(pugi::xml_node element);
    Status addRow(pugi::xml_node element, PcsTable& table);

    const XmlText& m_xml;
    UnknownElements m_unknown;
};

Result<TableReader::Axis> TableReader::axis(pugi::xml_node element)
{
    Axis axis;
    const auto position = element.attribute("pos").as_int();
    if (position < 1 || position > 7) return m_xml.fault("IMPORT-125", element, "an axis must have pos 1 to 7");
    axis.position = static_cast<std::size_t>(position);
    for (const auto child : element.children()) {
        const std::string_view name = child.name();
        if (name == "title") {
            axis.title = textOf(child);
        } else if (name == "definition") {
            axis.definition = textOf(child);
        } else if (name == "label") {
            const std::string_view code = child.attribute("code").value();
            if (code.size() != 1 || pcsCharacters.find(code) == std::string_view::npos)
                return m_xml.fault("IMPORT-126", child,
                                   "not a character of ICD-10-PCS: \"" + std::string(code.substr(0, 10)) + "\"");
            axis.values.push_back({code[0], textOf(child)});
        } else if (child.type() == pugi::node_element) {
            ++m_unknown[child.name()];
        }
    }
    const auto stated = element.attribute("values");
    if (axis.values.empty() || (stated && stated.as_uint() != axis.values.size()))
        return m_xml.fault("IMPORT-127", element,
                           "the axis says " + std::string(stated.value()) + " values and holds " +
                               std::to_string(axis.values.size()));
    return axis;
}

Status TableReader::addRow(pugi::xml_node element, PcsTable& table)
{
    PcsRow row;
    std::size_t codes = 1;
    for (const auto child : element.children("axis")) {
        CW_TRY(auto axis, this->axis(child));
        if (axis.position < 4 || !row.axes[axis.position - 4].empty())
            return m_xml.fault("IMPORT-128", child, "a row must have the axes 4 to 7, each once");
        codes *= axis.values.size();
        table.axisTitles[axis.position - 1] = axis.title;
        row.axes[axis.position - 4] = std::move(axis.values);
    }
    const auto stated = element.attribute("codes");
    if (std::any_of(row.axes.begin(), row.axes.end(), [](const auto& axis) { return axis.empty(); }))
        return m_xml.fault("IMPORT-129", element, "table " + table.prefix + ": a row lacks an axis");
    if (stated && stated.as_uint() != codes)
        return m_xml.fault("IMPORT-109", element,
                           "table " + table.prefix + ": the row says " + stated.value() + " codes and its axes give " +
                               std::to_string(codes));
    table.rows.push_back(std::move(row));
    return {};
}

Result<PcsTable> TableReader::table(pugi::xml_node element)
{
    PcsTable table;
    for (const auto child : element.children()) {
        const std::string_view name = child.name();
        if (name == "axis") {
            CW_TRY(auto axis, this->axis(child));
            if (axis.position != table.prefix.size() + 1 || axis.position > 3 || axis.values.size() != 1)
                return m_xml.fault("IMPORT-133", child, "a table must begin with the axes 1 to 3, one value each");
            table.prefix += axis.values.front().character;
            table.axisTitles[axis.position - 1] = axis.title;
            table.labels[axis.position - 1] = axis.values.front().label;
            if (axis.position == 3) table.definition = axis.definition;
        } else if (name == "pcsRow" && table.prefix.size() == 3) {
            CW_CHECK(addRow(child, table));
        } else if (child.type() == pugi::node_element) {
            ++m_unknown[child.name()];
        }
    }
    if (table.prefix.size() != 3 || table.rows.empty())
        return m_xml.fault("IMPORT-134", element, "table " + table.prefix + " has no rows under three axes");
    return table;
}

std::string joined(pugi::xml_node terms, const char* element)
{
    std::string all;
    for (const auto one : terms.children(element)) all += (all.empty() ? "" : "; ") + textOf(one);
    return all;
}

/// One definition for each title: "1st Toe, Left" and "1st Toe, Right" share what they include.
void addDefinitions(pugi::xml_node terms, const PcsDefinition& axis, PcsDefinitions& into)
{
    for (const auto title : terms.children("title")) {
        auto definition = axis;
        definition.term = textOf(title);
        definition.definition = joined(terms, "definition");
        definition.explanation = joined(terms, "explanation");
        definition.includes = joined(terms, "includes");
        into.definitions.push_back(std::move(definition));
    }
}

}  // namespace

Result<ParsedList> parsePcsTablesFile(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    CW_TRY(const auto xml, XmlText::parse(text.bytes, text.label, "ICD10PCS.tabular"));
    CW_TRY(auto list, fiscalList(ListKind::pcsTables, xml.version(), text, options));
    TableReader reader(xml);
    PcsTables tables;
    for (const auto element : xml.root().children("pcsTable")) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-123", "cancelled"};
        progress.report(static_cast<std::int64_t>(tables.tables.size()), 0, "reading tables");
        CW_TRY(auto table, reader.table(element));
        tables.tables.push_back(std::move(table));
    }
    if (tables.tables.empty()) return xml.fault("IMPORT-124", xml.root(), "the file holds no table");
    list.rowCount = static_cast<std::int64_t>(tables.tables.size());
    list.checks.push_back(grouped(list.rowCount) + " tables give " +
                          grouped(static_cast<std::int64_t>(expandToCodes(tables).size())) + " codes");
    if (auto unknown = describeUnknown(reader.unknown())) list.checks.push_back(std::move(*unknown));
    list.content = std::move(tables);
    return list;
}

Result<ParsedList> parsePcsDefinitionsFile(const SourceText& text, const CodeFileOptions& options,
                                           const Progress& progress)
{
    CW_TRY(const auto xml, XmlText::parse(text.bytes, text.label, "ICD10PCS.definitions"));
    CW_TRY(auto list, fiscalList(ListKind::pcsDefinitions, xml.version(), text, options));
    PcsDefinitions definitions;
    UnknownElements unknown;
    for (const auto section : xml.root().children()) {
        const std::string_view name = section.name();
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-130", "cancelled"};
        if (name != "section") {
            if (name != "version" && name != "title") ++unknown[section.name()];
            continue;
        }
        const std::string_view code = section.attribute("code").value();
        for (const auto axis : section.children("axis")) {
            const auto position = axis.attribute("pos").as_int();
            if (code.size() != 1 || pcsCharacters.find(code) == std::string_view::npos || position < 1 || position > 7)
                return xml.fault("IMPORT-131", axis, "must be an axis 1 to 7 of a section of one character");
            PcsDefinition common;
            common.section = code[0];
            common.axis = static_cast<std::uint8_t>(position);
            common.axisTitle = textOf(axis.child("title"));
            for (const auto terms : axis.children("terms")) addDefinitions(terms, common, definitions);
        }
    }
    if (definitions.definitions.empty()) return xml.fault("IMPORT-132", xml.root(), "the file holds no definition");
    list.rowCount = static_cast<std::int64_t>(definitions.definitions.size());
    list.checks.push_back(grouped(list.rowCount) + " terms defined");
    if (auto left = describeUnknown(unknown)) list.checks.push_back(std::move(*left));
    list.content = std::move(definitions);
    return list;
}

}  // namespace cw
