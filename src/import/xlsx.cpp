#include "import/xlsx.h"

#include "base/text.h"
#include "import/xlsx_styles.h"
#include "import/zip_archive.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>

namespace cw {

namespace {

constexpr std::uint64_t partLimit = 64ULL << 20U;
constexpr std::size_t textLimit = 256ULL << 20U;
constexpr std::size_t rowLimit = 1'048'576;
constexpr std::size_t columnLimit = 16'384;
constexpr std::string_view returnMark = "_x000D_";

/// The parts of a workbook.
class Package {
public:
    static Result<Package> open(std::string bytes, const std::string& name)
    {
        CW_TRY(auto archive, ZipArchive::open(std::move(bytes), name));
        return Package(std::move(archive));
    }
    bool has(const std::string& part) const { return find(part) != nullptr; }
    Status load(const std::string& part, pugi::xml_document& into) const
    {
        const auto* member = find(part);
        if (member == nullptr)
            return Error{ErrorKind::corrupt, "IMPORT-155", m_archive.name() + ": the workbook lacks " + part};
        CW_TRY(auto bytes, m_archive.read(*member, partLimit));
        const auto parsed = into.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
        if (!parsed)
            return Error{ErrorKind::corrupt, "IMPORT-156",
                         m_archive.name() + ": " + part + " is damaged: " + parsed.description()};
        return {};
    }
    const std::string& name() const { return m_archive.name(); }

private:
    explicit Package(ZipArchive archive) : m_archive(std::move(archive)) {}
    const ZipArchive::Member* find(const std::string& part) const
    {
        for (const auto& member : m_archive.members())
            if (member.name == part) return &member;
        return nullptr;
    }
    ZipArchive m_archive;
};

/// What the cells of a sheet refer to.
struct Workbook {
    std::vector<std::string> sharedText;
    std::vector<bool> isDateStyle;
    bool from1904 = false;
};

/// Rich text is a run of pieces; phonetic hints ("rPh") are no part of it.
std::string textOf(const pugi::xml_node& item)
{
    std::string text = item.child("t").text().get();
    for (const auto run : item.children("r")) text += run.child("t").text().get();
    // A carriage return that could not stand in XML (ECMA-376 part 1, 22.9.2.19).
    for (auto at = text.find(returnMark); at != std::string::npos; at = text.find(returnMark, at))
        text.erase(at, returnMark.size());
    return text;
}

/// Where the part of a sheet stands, by the relationships of the workbook.
Result<std::string> sheetPart(const Package& package, const pugi::xml_document& book, std::string_view wanted)
{
    pugi::xml_node sheet;
    for (const auto candidate : book.child("workbook").child("sheets").children("sheet")) {
        if (!wanted.empty() && wanted != candidate.attribute("name").value()) continue;
        sheet = candidate;
        break;
    }
    if (!sheet)
        return Error{ErrorKind::notFound, "IMPORT-157",
                     package.name() + ": has no sheet" + (wanted.empty() ? "" : " " + std::string(wanted))};
    pugi::xml_document relations;
    CW_CHECK(package.load("xl/_rels/workbook.xml.rels", relations));
    for (const auto relation : relations.child("Relationships").children("Relationship")) {
        if (std::strcmp(relation.attribute("Id").value(), sheet.attribute("r:id").value()) != 0) continue;
        std::string target = relation.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return std::string("xl/worksheets/sheet1.xml");
}

/// Column of a reference such as "AB12", from 0; `columnLimit` when it is none.
std::size_t columnOf(std::string_view reference)
{
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (column > columnLimit) break;
    }
    return column == 0 ? columnLimit : column - 1;
}

std::string valueOf(const pugi::xml_node& cell, const Workbook& book)
{
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return textOf(cell.child("is"));
    std::string value = cell.child("v").text().get();
    if (type == "s") {
        std::size_t at = 0;
        const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), at);
        return fault == std::errc() && at < book.sharedText.size() ? book.sharedText[at] : std::string();
    }
    const auto style = cell.attribute("s").as_uint();
    if (type.empty() && style < book.isDateStyle.size() && book.isDateStyle[style])
        return dateOfSerial(value, book.from1904).value_or(value);
    return value;
}

void append(std::string& out, const std::string& value)
{
    // Not find(): GCC 12 warns of it wrongly when it optimises.
    const bool quoted = std::count(value.begin(), value.end(), '"') > 0;
    if (quoted) out += '"';
    for (const char c : value) {
        if (c == '"') out += '"';
        out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    if (quoted) out += '"';
}

Status beyondLimits(const std::string& name)
{
    return Error{ErrorKind::invalidInput, "IMPORT-158", name + ": the sheet is larger than a sheet can be"};
}

Result<std::string> textOfSheet(const pugi::xml_document& sheet, const Workbook& book, const std::string& name)
{
    std::string out;
    std::size_t written = 0;
    for (const auto row : sheet.child("worksheet").child("sheetData").children("row")) {
        const std::size_t number = row.attribute("r").as_uint(static_cast<unsigned>(written) + 1);
        if (number <= written || number > rowLimit) return beyondLimits(name).error();
        out.append(number - written - 1, '\n');
        std::size_t column = 0;
        std::size_t next = 0;
        for (const auto cell : row.children("c")) {
            const auto at = cell.attribute("r") ? columnOf(cell.attribute("r").value()) : next;
            if (at < column || at >= columnLimit || out.size() > textLimit) return beyondLimits(name).error();
            out.append(at - column, '\t');
            append(out, valueOf(cell, book));
            column = at;
            next = at + 1;
        }
        out += '\n';
        written = number;
        if (out.size() > textLimit) return beyondLimits(name).error();
    }
    return out;
}

}  // namespace

bool looksLikeXlsx(std::string_view bytes) noexcept
{
    constexpr std::size_t nameAt = 30;  // Of the first member; PKWARE APPNOTE 4.3.7.
    if (!ZipArchive::looksLikeZip(bytes) || bytes.size() < nameAt) return false;
    const auto first = bytes.substr(nameAt, 32);
    for (const std::string_view known : {"[Content_Types].xml", "_rels/", "docProps/", "xl/", "mimetype"})
        if (first.starts_with(known)) return bytes.rfind("xl/workbook.xml") != std::string_view::npos;
    return false;
}

Result<std::string> xlsxAsText(std::string bytes, const std::string& name, std::string_view sheet)
{
    CW_TRY(const auto package, Package::open(std::move(bytes), name));
    pugi::xml_document part;
    CW_CHECK(package.load("xl/workbook.xml", part));
    Workbook book;
    book.from1904 = part.child("workbook").child("workbookPr").attribute("date1904").as_bool();
    CW_TRY(const auto sheetName, sheetPart(package, part, sheet));
    if (package.has("xl/sharedStrings.xml")) {
        CW_CHECK(package.load("xl/sharedStrings.xml", part));
        for (const auto item : part.child("sst").children("si")) book.sharedText.push_back(textOf(item));
    }
    if (package.has("xl/styles.xml")) {
        CW_CHECK(package.load("xl/styles.xml", part));
        book.isDateStyle = dateStyles(part);
    }
    CW_CHECK(package.load(sheetName, part));
    return textOfSheet(part, book, name);
}

}  // namespace cw
