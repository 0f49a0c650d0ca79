#include "claim/tables/xlsx_package.h"

#include <zip.h>

#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace cw::tables {

namespace {

constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* contentTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
constexpr const char* rootRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";
constexpr const char* bookRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/></Relationships>";
// cellXfs in the order of XlsxStyle: 49 is text, 2 is 0.00.
constexpr const char* styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"0.###\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"6\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
    "applyFont=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"2\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

std::string workbook(const std::string& sheetName)
{
    return "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
           "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"" +
           sheetName + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
}

/// The heading stays in sight and carries the filters.
std::string worksheet(const std::string& rows, const std::string& lastCell)
{
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:" +
           lastCell +
           "\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
           "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
           "<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"200\" width=\"16\" "
           "customWidth=\"1\"/></cols><sheetData>" +
           rows + "</sheetData><autoFilter ref=\"A1:" + lastCell + "\"/></worksheet>";
}

struct Discard {
    void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
};
struct Release {
    void operator()(zip_source_t* source) const noexcept { zip_source_free(source); }
};

Error failed()
{
    return {ErrorKind::io, "CLAIM-552", "the spreadsheet could not be packed"};
}

}  // namespace

Result<std::string> xlsxPackage(const std::string& sheetName, const std::string& rows, const std::string& lastCell)
{
    const std::array<std::pair<const char*, std::string>, 6> parts = {{
        {"[Content_Types].xml", std::string(head) + contentTypes},
        {"_rels/.rels", std::string(head) + rootRelations},
        {"xl/workbook.xml", std::string(head) + workbook(sheetName)},
        {"xl/_rels/workbook.xml.rels", std::string(head) + bookRelations},
        {"xl/styles.xml", std::string(head) + styles},
        {"xl/worksheets/sheet1.xml", std::string(head) + worksheet(rows, lastCell)},
    }};
    zip_error_t failure;
    zip_error_init(&failure);
    std::unique_ptr<zip_source_t, Release> target(zip_source_buffer_create(nullptr, 0, 0, &failure));
    if (!target) return failed();
    zip_source_keep(target.get());  // The archive frees one reference, we read from the other.
    std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &failure));
    if (!archive) {
        zip_source_free(target.get());
        return failed();
    }
    constexpr time_t noTime = 315'532'800;  // 1980-01-01, the first day of a zip file: the same rows, the same bytes.
    for (const auto& [name, bytes] : parts) {
        auto* source = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
        const auto index = zip_file_add(archive.get(), name, source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return failed();
        }
        zip_file_set_mtime(archive.get(), static_cast<zip_uint64_t>(index), noTime, 0);
    }
    if (zip_close(archive.get()) != 0) return failed();
    static_cast<void>(archive.release());
    if (zip_source_open(target.get()) != 0) return failed();
    zip_source_seek(target.get(), 0, SEEK_END);
    std::string packed(static_cast<std::size_t>(zip_source_tell(target.get())), '\0');
    zip_source_seek(target.get(), 0, SEEK_SET);
    const auto read = zip_source_read(target.get(), packed.data(), packed.size());
    zip_source_close(target.get());
    return read == static_cast<zip_int64_t>(packed.size()) ? Result<std::string>(std::move(packed)) : failed();
}

}  // namespace cw::tables
