#include "import/documents/fhir/fhir_item.h"

#include "base/digest.h"
#include "base/text.h"

#include <algorithm>

namespace cw::fhir {

namespace {

std::string_view label(std::string_view system)
{
    static constexpr std::pair<std::string_view, std::string_view> labels[] = {{"icd10cm", "ICD-10-CM"},
                                                                               {"icd10pcs", "ICD-10-PCS"},
                                                                               {"icd9cm", "ICD-9-CM"},
                                                                               {"icd9pcs", "ICD-9-CM"},
                                                                               {"cpt", "CPT"},
                                                                               {"hcpcs", "HCPCS"},
                                                                               {"snomed", "SNOMED CT"},
                                                                               {"loinc", "LOINC"},
                                                                               {"rxnorm", "RxNorm"},
                                                                               {"cvx", "CVX"},
                                                                               {"ndc", "NDC"}};
    for (const auto& [name, shown] : labels)
        if (name == system) return shown;
    return system;
}

/// The part of `range` moved by the same way as `from` to `to`.
void copyEmphasis(RenditionWriter& writer, const Rendition& rendition, TextRange from, TextRange to)
{
    for (const auto& range : rendition.emphasis) {
        const auto begin = std::max(range.begin, from.begin);
        const auto end = std::min(range.end, from.end);
        if (begin < end && to.end - to.begin == from.end - from.begin)
            writer.emphasise({to.begin + begin - from.begin, to.begin + end - from.begin});
    }
}

}  // namespace

std::vector<int> membersOf(const Desk& desk, const Group& group, std::string_view type)
{
    std::vector<int> found;
    for (const auto position : group.members)
        if (desk.at(position).type == type) found.push_back(position);
    return found;
}

IncomingDocument readableDocument(const Desk& desk, RenditionWriter&& writer, std::vector<SourceCode> codes,
                                  const std::vector<int>& resources)
{
    std::vector<const Resource*> parts;
    for (const auto position : resources) parts.push_back(&desk.at(position));
    IncomingDocument made;
    made.document.format = DocumentFormat::fhir;
    made.document.bytes = writeBundle(parts);
    made.document.rendition = std::move(writer).finish();
    made.document.sourceName = desk.source.name;
    made.document.pages = 1;
    made.codes = std::move(codes);
    return made;
}

std::string keyOf(const Resource& resource)
{
    return resource.typedId();
}

std::string versionOf(const Resource& resource)
{
    const auto& meta = at(*resource.node, "meta");
    auto version = lineAt(meta, "versionId");
    return version.empty() ? lineAt(meta, "lastUpdated") : version;
}

std::string keyOfAll(const Desk& desk, const std::vector<int>& resources)
{
    if (resources.size() == 1) return keyOf(desk.at(resources.front()));
    std::vector<std::string> keys;
    for (const auto position : resources) keys.push_back(keyOf(desk.at(position)));
    std::sort(keys.begin(), keys.end());
    if (keys.empty() || keys.front().empty()) return {};
    return desk.at(resources.front()).type + "#" + sha256Hex(text::join(keys, "\n"));
}

std::string versionOfAll(const Desk& desk, const std::vector<int>& resources)
{
    if (resources.size() == 1) return versionOf(desk.at(resources.front()));
    std::string newest;
    for (const auto position : resources) {
        const auto updated = lineAt(at(*desk.at(position).node, "meta"), "lastUpdated");
        if (updated.empty()) return {};
        newest = std::max(newest, updated);
    }
    return newest;
}

std::optional<Date> firstDay(const std::vector<std::optional<Date>>& days)
{
    std::optional<Date> first;
    for (const auto& day : days)
        if (day && (!first || *day < *first)) first = day;
    return first;
}

std::string codeList(const std::vector<SourceCode>& codes)
{
    std::vector<std::string> parts;
    for (const auto& code : codes)
        parts.push_back(code.system.empty() ? code.code : std::string(label(code.system)) + " " + code.code);
    return text::join(parts, "; ");
}

void appendRendition(RenditionWriter& writer, const Rendition& rendition, int level)
{
    const std::string_view all = rendition.text;
    const auto words = [all](TextRange range) {
        return all.substr(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end - range.begin));
    };
    constexpr int deepest = 4;
    int table = 0;
    for (const auto& block : rendition.blocks) {
        switch (block.kind) {
        case BlockKind::heading: writer.heading(std::clamp(block.level, level, deepest), words(block.range)); break;
        case BlockKind::paragraph: writer.paragraph(words(block.range)); break;
        case BlockKind::listItem: writer.listItem(block.level, words(block.range)); break;
        case BlockKind::preformatted: writer.preformatted(words(block.range)); break;
        case BlockKind::note: writer.note(words(block.range)); break;
        case BlockKind::tableRow: {
            if (block.table != table) writer.beginTable();
            table = block.table;
            std::vector<RenditionWriter::Cell> cells;
            for (const auto& cell : block.cells)
                cells.push_back({std::string(words(cell.range)), cell.isHeader, cell.columns});
            writer.row(cells);
            for (std::size_t index = 0; index < block.cells.size(); ++index)
                copyEmphasis(writer, rendition, block.cells[index].range, writer.lastCell(index));
            continue;
        }
        }
        copyEmphasis(writer, rendition, block.range, writer.lastRange());
    }
}

}  // namespace cw::fhir
