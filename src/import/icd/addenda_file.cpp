#include "base/text.h"
#include "codeset/codes.h"
#include "import/icd/icd_files.h"
#include "import/icd/xml_text.h"
#include "import/table_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>

namespace cw {

namespace {

// Columns of a change: 1-13 what is done; then, in order addenda of ICD-10-CM, 14 the flag and a blank; 7 the code, a
// blank, and the titles: short (60) and long in order addenda, one in code addenda.
constexpr std::size_t bodyAt = 13;
constexpr std::size_t flagSize = 2;
constexpr std::size_t codeSize = 7;
constexpr std::size_t shortSize = 60;
constexpr std::size_t linesToRecognise = 40;

using Kind = AddendaChange::Kind;

/// What the summary counts: additions, deletions and revisions.
struct Counts {
    std::array<std::int64_t, 3> of{};
    bool operator==(const Counts&) const = default;
};

/// The block at the end: "252 additions" under "Codes" and "Headers".
struct Summary {
    Counts headers;
    Counts codes;
    bool hasCodes = false;
    bool hasShortTitles = false;  ///< It tells revisions to short titles: the lines have both titles.
    std::optional<CodeSystem> system;
    std::string fileName;  ///< The later order file that it names.
};

struct Line {
    std::string_view action;
    bool billable = true;
    std::string code;
    std::string title;
};

bool isAction(std::string_view line)
{
    return line.starts_with("Add: ") || line.starts_with("Delete: ") || line.starts_with("Revise from: ") ||
           line.starts_with("Revise to: ");
}

void readSummaryLine(std::string_view line, Counts*& block, Summary& summary)
{
    if (line == "Headers") block = &summary.headers;
    if (line == "Codes") block = &summary.codes;
    if (line.find("short titles") != std::string_view::npos) summary.hasShortTitles = true;
    std::int64_t count = 0;
    const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), count);
    if (fault != std::errc() || block == nullptr) return;
    const auto what = text::trim(line.substr(static_cast<std::size_t>(end - line.data())));
    static constexpr std::array<std::string_view, 3> counted = {"additions", "deletions", "revisions"};
    for (std::size_t i = 0; i < counted.size(); ++i) {
        if (what != counted.at(i)) continue;
        block->of.at(i) = count;
        if (block == &summary.codes) summary.hasCodes = true;
    }
    if (const auto at = what.find(" in "); at != std::string_view::npos) {
        summary.fileName = what.substr(at + 4);
        summary.system = summary.fileName.find("pcs") == std::string::npos ? CodeSystem::icd10cm : CodeSystem::icd10pcs;
    }
}

bool isCode(CodeSystem system, std::string_view code)
{
    if (system == CodeSystem::icd10cm) {
        const auto parsed = Icd10CmCode::parse(code);
        return parsed && parsed->compact() == code;
    }
    const std::string filled = std::string(code) + (code.size() == 3 ? "0000" : "");
    return ProcedureCode::parse(system, filled).hasValue();
}

std::optional<RowFault> readLine(std::string_view text, const Summary& summary, Line& line)
{
    const auto system = summary.system.value_or(CodeSystem::icd10cm);
    line.action = text.substr(0, text.find(':'));
    auto body = text.size() > bodyAt ? text.substr(bodyAt) : std::string_view{};
    const bool hasFlag = body.size() > flagSize && (body[0] == '0' || body[0] == '1') && body[1] == ' ';
    if (hasFlag) {
        line.billable = body[0] == '1';
        body.remove_prefix(flagSize);
    }
    const std::size_t codeAt = bodyAt + (hasFlag ? flagSize : 0);
    const auto titleAt = codeSize + 1 + (summary.hasShortTitles ? shortSize + 1 : 0);
    if (!text::isAscii(text)) return RowFault{0, "character that is not ASCII"};
    if (body.size() <= titleAt) return RowFault{text.size() + 1, "the line ends before the title"};
    line.code = text::trim(body.substr(0, codeSize));
    if (body[codeSize] != ' ' || !isCode(system, line.code))
        return RowFault{codeAt + 1, "not an " + std::string(displayName(system)) + " code"};
    if (!hasFlag && system == CodeSystem::icd10pcs) line.billable = line.code.size() == 7;
    line.title = collapseBlanks(body.substr(titleAt));
    return std::nullopt;
}

/// Puts the lines together to changes.
class AddendaBuilder {
public:
    std::optional<RowFault> add(const Line& line);
    std::optional<RowFault> finish() const;
    Addenda takeAddenda() { return std::move(m_addenda); }
    Counts headers, codes;
    std::int64_t flagChanges = 0;

private:
    Addenda m_addenda;
    std::unordered_map<std::string, std::size_t> m_deleted;  ///< Code to its place in the changes.
    std::optional<Line> m_from;                              ///< "Revise from" that waits for its "Revise to".
};

std::optional<RowFault> AddendaBuilder::add(const Line& line)
{
    auto& counts = (line.billable ? codes : headers).of;
    if (m_from.has_value() != (line.action == "Revise to"))
        return RowFault{1, "\"Revise from\" and \"Revise to\" must stand in pairs"};
    if (line.action == "Revise from") {
        m_from = line;
        return std::nullopt;
    }
    if (line.action == "Revise to") {
        if (m_from->code != line.code || m_from->billable != line.billable)
            return RowFault{bodyAt + 1, "revises another code than the line before it"};
        ++counts[2];
        m_addenda.changes.push_back({Kind::revised, line.code, line.billable, m_from->title, line.title});
        m_from.reset();
        return std::nullopt;
    }
    if (line.action == "Delete") {
        ++counts[1];
        m_deleted[line.code] = m_addenda.changes.size();
        m_addenda.changes.push_back({Kind::deleted, line.code, line.billable, line.title, ""});
        return std::nullopt;
    }
    ++counts[0];
    const auto deleted = m_deleted.find(line.code);
    if (deleted == m_deleted.end()) {
        m_addenda.changes.push_back({Kind::added, line.code, line.billable, "", line.title});
        return std::nullopt;
    }
    auto& change = m_addenda.changes[deleted->second];
    change.kind = Kind::revised;
    change.billable = line.billable;
    change.after = line.title;
    ++flagChanges;
    m_deleted.erase(deleted);
    return std::nullopt;
}

std::optional<RowFault> AddendaBuilder::finish() const
{
    if (m_from) return RowFault{1, "\"Revise from\" without \"Revise to\""};
    return std::nullopt;
}

std::string describe(const Counts& counts)
{
    return grouped(counts.of[0]) + " added, " + grouped(counts.of[1]) + " deleted, " + grouped(counts.of[2]) +
           " revised";
}

std::string describe(const Counts& codes, const Counts& headers)
{
    return "codes " + describe(codes) + "; headers " + describe(headers);
}

}  // namespace

bool recogniseAddenda(std::string_view head)
{
    std::size_t seen = 0;
    std::size_t actions = 0;
    bool hasCounts = false;
    for (const auto line : text::lines(head)) {
        if (++seen > linesToRecognise) break;
        if (isAction(line)) ++actions;
        if (text::trim(line).ends_with(" additions")) hasCounts = true;
        const auto trimmed = text::trim(line);
        if (seen <= 3 && !trimmed.empty() && !isAction(line) && trimmed != "Headers" && trimmed != "Codes" &&
            trimmed.find(" in icd10") == std::string_view::npos)
            return false;
    }
    return actions * 2 > std::min(seen, linesToRecognise) || hasCounts;
}

Result<ParsedList> parseAddendaFile(const SourceText& source, const CodeFileOptions& options, const Progress& progress)
{
    const auto lines = tableLines(source.bytes);
    const auto fault = [&](std::string_view id, std::size_t at, const RowFault& why) {
        return Error{ErrorKind::invalidInput, id, describeRow(source.label, at, why)};
    };
    if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-135", source.label + ": cancelled"};
    Summary summary;
    Counts* block = nullptr;
    for (const auto line : lines)
        if (!isAction(line)) readSummaryLine(text::trim(line), block, summary);
    if (!summary.hasCodes)
        return fault("IMPORT-136", lines.size(),
                     {0, "the summary that ends an addenda is missing: the file is cut off"});
    AddendaBuilder builder;
    std::size_t changes = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!isAction(lines[at])) continue;
        ++changes;
        Line line;
        auto why = readLine(lines[at], summary, line);
        if (!why) why = builder.add(line);
        if (why) return fault("IMPORT-137", at + 1, *why);
    }
    if (const auto why = builder.finish()) return fault("IMPORT-138", lines.size(), *why);
    if (builder.codes != summary.codes || builder.headers != summary.headers)
        return Error{ErrorKind::invalidInput, "IMPORT-139",
                     source.label + ": its summary says " + describe(summary.codes, summary.headers) +
                         ", its lines are " + describe(builder.codes, builder.headers)};
    CW_TRY(auto list, fiscalList(ListKind::addenda, summary.fileName, source, options));
    list.variant = toString(summary.system.value_or(CodeSystem::icd10cm));
    list.checks.push_back("agrees with its summary: " + describe(builder.codes, builder.headers));
    if (builder.flagChanges > 0)
        list.checks.push_back(grouped(builder.flagChanges) + " codes became headers or headers codes");
    auto addenda = builder.takeAddenda();
    list.rowCount = static_cast<std::int64_t>(addenda.changes.size());
    list.content = std::move(addenda);
    return list;
}

}  // namespace cw
