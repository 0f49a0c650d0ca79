#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <map>

namespace cw {

namespace {

constexpr std::string_view codeKey = "diagnosiscode";
constexpr std::string_view categoryWords = "modelcategoryv";
constexpr int recordsBeforeHeader = 40;

/// A column of categories: "CMS-HCC ESRD Model Category V24". The column "... for 2026 Payment Year" beside it says
/// whether the model pays by that category in the year.
struct ModelColumn {
    std::string key;
    std::string model;  ///< "CMS-HCC ESRD V24"
    std::size_t category = noColumn;
    std::size_t inPayment = noColumn;
};
struct MappingColumns {
    std::size_t code = noColumn;
    std::vector<ModelColumn> models;
};

/// The words of a heading without "Model" and "Category" and without the line feeds that stack them.
std::string modelOf(std::string_view heading)
{
    std::string flat(heading);
    for (char& c : flat)
        if (c == '\n' || c == '\r') c = ' ';
    std::string model;
    for (const auto word : text::split(flat, ' '))
        if (!word.empty() && word != "Model" && word != "Category")
            model += (model.empty() ? "" : " ") + std::string(word);
    return model;
}

std::optional<MappingColumns> columnsOf(const DelimitedRow& header)
{
    MappingColumns columns;
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const auto key = columnKey(header.cells[at]);
        const auto words = key.find(categoryWords);
        if (key == codeKey) columns.code = at;
        if (words == std::string::npos) continue;
        if (text::isDigits(std::string_view(key).substr(words + categoryWords.size())))
            columns.models.push_back({key, modelOf(header.cells[at]), at, noColumn});
        else
            for (auto& model : columns.models)
                if (key.starts_with(model.key + "for")) model.inPayment = at;
    }
    if (columns.code == noColumn || columns.models.empty()) return std::nullopt;
    return columns;
}

std::optional<MappingColumns> findColumns(DelimitedReader& reader)
{
    DelimitedRow row;
    for (int i = 0; i < recordsBeforeHeader && reader.next(row); ++i)
        if (auto columns = columnsOf(row)) return columns;
    return std::nullopt;
}

class MappingBuilder {
public:
    explicit MappingBuilder(MappingColumns columns) : m_columns(std::move(columns)) {}

    std::string add(const DelimitedRow& row)
    {
        const auto code = icd10CmOf(cellOf(row, m_columns.code));
        if (!code) return "not an ICD-10-CM code";
        for (const auto& column : m_columns.models)
            if (const auto category = cellOf(row, column.category); !category.empty() && !text::isDigits(category))
                return "the category of " + column.model + " is no number";
        for (const auto& column : m_columns.models) {
            const auto category = cellOf(row, column.category);
            if (category.empty() || text::lowerAscii(cellOf(row, column.inPayment)) == "no") continue;
            ++m_counts[column.model];
            m_content.flags.push_back({CodeSystem::icd10cm, *code, "hcc:" + column.model, std::string(category)});
        }
        return {};
    }
    /// Notes stand below the table in its first column.
    bool isNote(const DelimitedRow& row) const
    {
        for (const auto& column : m_columns.models)
            if (!cellOf(row, column.category).empty()) return false;
        return !icd10CmOf(cellOf(row, m_columns.code));
    }
    CodeFlags finish(std::vector<std::string>& checks)
    {
        for (const auto& [model, count] : m_counts) checks.push_back(model + ": " + grouped(count) + " rows");
        return std::move(m_content);
    }

private:
    MappingColumns m_columns;
    CodeFlags m_content;
    std::map<std::string, std::int64_t> m_counts;
};

bool recognise(std::string_view head, std::string_view /*name*/)
{
    DelimitedReader reader(head);
    return findColumns(reader).has_value();
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::hcc;
    DelimitedReader reader(text.bytes);
    auto columns = findColumns(reader);
    if (!columns)
        return Error{ErrorKind::invalidInput, "IMPORT-167", text.label + ": no column holds the categories of a model"};
    RowLedger ledger(text.label, progress, list);
    MappingBuilder builder(std::move(*columns));
    DelimitedRow row;
    while (reader.next(row)) {
        CW_CHECK(ledger.step(reader.position(), reader.size()));
        if (!isBlank(row) && !builder.isNote(row)) ledger.book(row.line, builder.add(row));
    }
    if (reader.openQuote())
        return Error{ErrorKind::invalidInput, "IMPORT-168",
                     describeRow(text.label, *reader.openQuote(), {0, "the quotation mark never closes"})};
    CW_CHECK(ledger.finish());
    list.content = builder.finish(list.checks);
    CW_CHECK(setPeriod(Issued::yearly, text, options, list));
    return list;
}

}  // namespace

ListReader hccMappingReader()
{
    return {ListKind::hcc, recognise, parse};
}

}  // namespace cw
