#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "codeset/codes.h"
#include "import/code_file.h"
#include "import/table_text.h"

#include <algorithm>
#include <set>

namespace cw {

namespace {

/// One of our tables as lines of cells, its header checked.
struct StarterTable {
    std::string name;
    std::string bytes;
    std::vector<std::vector<std::string_view>> rows;  ///< Views into `bytes`; the first is line 2.
};

Status read(const std::filesystem::path& folder, const std::string& name, std::string_view header, StarterTable& into)
{
    into.name = name;
    CW_TRY(into.bytes, readFile(folder / name));
    const auto columns = text::split(header, '\t').size();
    const auto lines = tableLines(into.bytes);
    if (lines.empty() || lines.front() != header)
        return Error{ErrorKind::invalidInput, "IMPORT-051", describeRow(name, 1, {0, "the header is not as expected"})};
    for (std::size_t at = 1; at < lines.size(); ++at) {
        into.rows.push_back(text::split(lines[at], '\t'));
        if (into.rows.back().size() != columns)
            return Error{ErrorKind::invalidInput, "IMPORT-052",
                         describeRow(name, at + 1, {0, "must have " + std::to_string(columns) + " cells"})};
    }
    return {};
}

bool isCode(CodeSystem system, bool isModifier, const std::string& code)
{
    if (isModifier) {
        const auto parsed = Modifier::parse(code);
        return parsed && parsed->text() == code;
    }
    if (system == CodeSystem::icd10cm) {
        const auto parsed = Icd10CmCode::parse(code);
        return parsed && parsed->compact() == code;
    }
    const auto parsed = ProcedureCode::parse(system, code);
    return parsed && parsed->text() == code;
}

/// Adds a row to a release after the checks that all tables share.
class Collector {
public:
    explicit Collector(ParsedRelease& release) : m_release(release) {}

    Status add(const StarterTable& table, std::size_t index, CodeRow row, std::string_view validFrom)
    {
        RowFault fault;
        const auto first = Date::parse(validFrom);
        if (!isCode(m_release.system, row.isModifier, row.code))
            fault.reason = "not a code of this table";
        else if (!m_codes.insert(row.code).second)
            fault.reason = "duplicate code " + row.code;
        else if (!first)
            fault.reason = "valid_from is not a date";
        else if (row.shortTitle.empty() || row.longTitle.empty())
            fault.reason = "no title";
        else if (!text::isUtf8(row.shortTitle) || !text::isUtf8(row.longTitle))
            fault.reason = "not UTF-8";
        if (!fault.reason.empty())
            return Error{ErrorKind::invalidInput, "IMPORT-053", describeRow(table.name, index + 2, fault)};
        row.validFrom = *first;
        row.order = static_cast<std::int64_t>(m_release.rows.size()) + 1;
        auto& earliest = m_release.inForce.first;
        earliest = earliest ? std::min(*earliest, *first) : *first;
        m_release.rows.push_back(std::move(row));
        return {};
    }

private:
    ParsedRelease& m_release;
    std::set<std::string> m_codes;
};

CodeRow rowOf(std::string_view code, std::string_view shortTitle, std::string_view longTitle)
{
    CodeRow row;
    row.code = code;
    row.shortTitle = shortTitle;
    row.longTitle = longTitle;
    return row;
}

Status addDiagnoses(const StarterTable& table, Collector& collector)
{
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        const auto& cells = table.rows[at];
        auto row = rowOf(cells[0], cells[3], cells[4]);
        row.billable = cells[1] == "1";
        if (!row.billable && cells[1] != "0")
            return Error{ErrorKind::invalidInput, "IMPORT-054",
                         describeRow(table.name, at + 2, {0, "billable must be 0 or 1"})};
        CW_CHECK(collector.add(table, at, std::move(row), cells[2]));
    }
    return {};
}

Status addModifiers(const StarterTable& table, CodeSystem system, Collector& collector)
{
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        const auto& cells = table.rows[at];
        if (cells[1] != "cpt" && cells[1] != "hcpcs")
            return Error{ErrorKind::invalidInput, "IMPORT-055",
                         describeRow(table.name, at + 2, {0, "system must be cpt or hcpcs"})};
        if (cells[1] != toString(system)) continue;
        auto row = rowOf(cells[0], cells[3], cells[3]);
        row.isModifier = true;
        CW_CHECK(collector.add(table, at, std::move(row), cells[2]));
    }
    return {};
}

}  // namespace

Result<ParsedRelease> parseStarterTables(const std::filesystem::path& folder, CodeSystem system)
{
    if (system == CodeSystem::icd10pcs)
        return Error{ErrorKind::unsupported, "IMPORT-050", "there is no starter table of ICD-10-PCS"};
    ParsedRelease release;
    release.system = system;
    release.kind = ReleaseKind::starter;
    release.name = "starter";
    Collector collector(release);
    StarterTable table;
    if (system == CodeSystem::icd10cm) {
        CW_CHECK(read(folder, "icd10cm.tsv", "code\tbillable\tvalid_from\tshort\tlong", table));
        CW_CHECK(addDiagnoses(table, collector));
    } else {
        const bool isCpt = system == CodeSystem::cpt;
        CW_CHECK(isCpt ? read(folder, "cpt.tsv", "code\tvalid_from\tplain", table)
                       : read(folder, "hcpcs.tsv", "code\tvalid_from\tshort\tlong", table));
        for (std::size_t at = 0; at < table.rows.size(); ++at) {
            const auto& cells = table.rows[at];
            CW_CHECK(collector.add(table, at, rowOf(cells[0], cells[2], cells.back()), cells[1]));
        }
        StarterTable modifiers;
        CW_CHECK(read(folder, "modifiers.tsv", "modifier\tsystem\tvalid_from\tdescription", modifiers));
        CW_CHECK(addModifiers(modifiers, system, collector));
        table.bytes += modifiers.bytes;
    }
    release.sourceName = table.name;
    release.sourceDigest = sha256Hex(table.bytes);
    return release;
}

}  // namespace cw
