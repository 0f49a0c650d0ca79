#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/row_ledger.h"
#include "import/table_text.h"

#include <array>
#include <cstring>
#include <unordered_map>

namespace cw {

namespace {

constexpr std::size_t usualLineLength = 60;
constexpr std::size_t rationalesAllowed = 200;
constexpr std::size_t noField = 9;

/// Where the fields stand. Official (NCCI PTP edit files): both codes, "*" when older than 1996, effective date,
/// deletion date ("*": none), modifier indicator, rationale. Rebuilt lists lack the third and the fourth.
struct Layout {
    std::size_t fields;
    std::size_t first;
    std::size_t last;
    std::size_t modifier;
    std::size_t rationale;
};
constexpr Layout officialLayout{7, 3, 4, 5, 6};
constexpr Layout rebuiltLayout{5, noField, 2, 3, 4};

using Fields = std::array<std::string_view, 8>;

/// The number of fields; those beyond the eighth are not told apart.
std::size_t splitLine(std::string_view line, Fields& fields)
{
    std::size_t count = 0;
    while (count + 1 < fields.size()) {
        const auto tab = line.find('\t');
        fields.at(count++) = line.substr(0, tab);
        if (tab == std::string_view::npos) return count;
        line.remove_prefix(tab + 1);
    }
    fields.at(count++) = line;
    return count;
}

/// Takes the lines one by one without a list of all of them: there are millions.
class LineReader {
public:
    explicit LineReader(std::string_view text) : m_text(text) {}
    bool next(std::string_view& line)
    {
        if (m_at >= m_text.size()) return false;
        const auto* begin = m_text.data() + m_at;
        const auto* end = static_cast<const char*>(std::memchr(begin, '\n', m_text.size() - m_at));
        line = m_text.substr(m_at, end == nullptr ? std::string_view::npos : static_cast<std::size_t>(end - begin));
        m_at += line.size() + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        ++m_line;
        return true;
    }
    std::size_t line() const { return m_line; }
    std::size_t position() const { return m_at; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 0;
};

bool isHeadOfTable(const Fields& fields, std::size_t count)
{
    const auto first = text::lowerAscii(text::trim(fields[0]));
    const auto second = count > 1 ? text::lowerAscii(text::trim(fields[1])) : std::string();
    return (first == "column 1" && second == "column 2") || (first == "column1" && second == "column2");
}

class PtpBuilder {
public:
    explicit PtpBuilder(std::size_t textSize) { m_edits.edits.reserve(textSize / usualLineLength + 1); }

    /// Why the line is left out, or nullptr.
    const char* add(const Fields& fields, const Layout& layout)
    {
        PtpEdit edit;
        if (!isProcedureCode(fields[0])) return "column 1 is no CPT or HCPCS code";
        if (!isProcedureCode(fields[1])) return "column 2 is no CPT or HCPCS code";
        edit.column1 = fields[0];
        edit.column2 = fields[1];
        if (layout.first != noField && !readDate(fields.at(layout.first), edit.first))
            return "the effective date is not YYYYMMDD";
        if (layout.first != noField && !edit.first) return "no effective date";
        if (!readDate(fields.at(layout.last), edit.last)) return "the deletion date is neither YYYYMMDD nor *";
        const auto modifier = fields.at(layout.modifier);
        if (modifier != "0" && modifier != "1" && modifier != "9") return "the modifier indicator must be 0, 1 or 9";
        edit.modifierIndicator = modifier[0];
        if (!findRationale(fields.at(layout.rationale), edit.rationale)) return "too many different rationales";
        m_inForce += edit.last ? 0 : 1;
        m_edits.edits.push_back(edit);
        return nullptr;
    }

    PtpEdits finish(std::vector<std::string>& checks)
    {
        checks.push_back(grouped(static_cast<std::int64_t>(m_edits.edits.size())) + " edits, " + grouped(m_inForce) +
                         " of them without deletion date");
        for (auto& rationale : m_edits.rationales)
            if (!text::isUtf8(rationale)) rationale = text::fromCp1252(rationale);
        return std::move(m_edits);
    }

private:
    /// The same few dates come again and again.
    bool readDate(std::string_view field, std::optional<Date>& date)
    {
        if (field == "*") return true;
        if (field.size() != 8) return false;
        std::uint64_t key = 0;
        std::memcpy(&key, field.data(), sizeof key);
        if (key != m_lastKey) {
            const auto [place, isNew] = m_dates.try_emplace(key);
            if (isNew)
                if (const auto parsed = Date::parseCompact(field)) place->second = *parsed;
            m_lastKey = key;
            m_lastDate = place->second;
        }
        date = m_lastDate;
        return date.has_value();
    }

    bool findRationale(std::string_view text, std::uint8_t& index)
    {
        auto& known = m_edits.rationales;
        if (m_lastRationale < known.size() && known[m_lastRationale] == text) {
            index = static_cast<std::uint8_t>(m_lastRationale);
            return true;
        }
        std::size_t at = 0;
        while (at < known.size() && known[at] != text) ++at;
        if (at == known.size()) {
            if (at == rationalesAllowed) return false;
            known.emplace_back(text);
        }
        m_lastRationale = at;
        index = static_cast<std::uint8_t>(at);
        return true;
    }

    PtpEdits m_edits;
    std::int64_t m_inForce = 0;
    std::unordered_map<std::uint64_t, std::optional<Date>> m_dates;
    std::uint64_t m_lastKey = 0;
    std::optional<Date> m_lastDate;
    std::size_t m_lastRationale = 0;
};

/// " f1" for "ccipra-v322r0-f1.txt": the edits of a setting are handed out in several files, none of which may replace
/// another. Empty for other names.
std::string partOf(std::string_view name)
{
    const auto stem = text::lowerAscii(name.substr(0, name.find('.')));
    const auto at = stem.rfind("-f");
    if (at == std::string::npos || at + 3 > stem.size() || stem[at + 2] < '1' || stem[at + 2] > '9') return {};
    const bool ends = at + 3 == stem.size() || stem[at + 3] == '_' || stem[at + 3] == '-';
    return ends ? " f" + stem.substr(at + 2, 1) : "";
}

/// "outpatient" for the files of the hospital setting, else "practitioner"; the files themselves do not tell.
std::string settingOf(const SourceText& text, std::vector<std::string>& checks)
{
    std::string names = text.name;
    for (const auto& name : text.periodNames) names += " " + name;
    names = text::lowerAscii(names);
    const auto says = [&](std::string_view word) { return names.find(word) != std::string::npos; };
    const auto part = partOf(text.name);
    if (says("ccioph") || says("outpatient") || says("hospital")) return "outpatient" + part;
    if (!says("ccipra") && !says("pract") && !says("phys"))
        checks.emplace_back("the name does not tell the setting: taken as practitioner services");
    return "practitioner" + part;
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    LineReader reader(head);
    std::string_view line;
    Fields fields;
    while (reader.line() < 12 && reader.next(line))
        if (isHeadOfTable(fields, splitLine(line, fields))) return true;
    return false;
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::ptp;
    RowLedger ledger(text.label, progress, list);
    PtpBuilder builder(text.bytes.size());
    LineReader reader(text.bytes);
    std::string_view line;
    Fields fields;
    bool isTable = false;
    bool isData = false;  // The official head goes on for some lines that have no code.
    while (reader.next(line)) {
        CW_CHECK(ledger.step(reader.position(), text.bytes.size()));
        const auto count = splitLine(line, fields);
        if (!isTable) {
            isTable = isHeadOfTable(fields, count);
            continue;
        }
        if (!isData && !isProcedureCode(fields[0]) && text::trim(fields[0]).empty()) continue;
        isData = true;
        const bool fits = count == officialLayout.fields || count == rebuiltLayout.fields;
        if (!fits && text::trim(line).empty()) continue;
        const auto* reason = fits ? builder.add(fields, count == officialLayout.fields ? officialLayout : rebuiltLayout)
                                  : "must have 7 columns, or 5 without dates";
        if (reason != nullptr)
            ledger.reject(reader.line(), reason);
        else
            ledger.accept();
    }
    if (isCutOff(text.bytes))
        return Error{ErrorKind::invalidInput, "IMPORT-163",
                     describeRow(text.label, reader.line(), {0, "the line does not end: the file is cut off"})};
    CW_CHECK(ledger.finish());
    list.variant = settingOf(text, list.checks);
    list.content = builder.finish(list.checks);
    CW_CHECK(setPeriod(Issued::quarterly, text, options, list));
    return list;
}

}  // namespace

ListReader ptpReader()
{
    return {ListKind::ptp, recognise, parse};
}

}  // namespace cw
