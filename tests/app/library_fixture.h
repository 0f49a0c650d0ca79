#pragma once

#include "app/library_desk.h"
#include "tests/support/workspace_fixture.h"

#include <zip.h>

#include <utility>

namespace cw::test {

struct TableRow {
    std::string code;
    std::string title;
    bool billable = true;
};

/// The bytes of an order file (ICD-10-CM and ICD-10-PCS order file format, CMS).
inline std::string orderFile(const std::vector<TableRow>& rows)
{
    std::string bytes;
    int order = 0;
    for (const auto& row : rows) {
        auto number = std::to_string(++order);
        std::string line = std::string(5 - number.size(), '0') + number + " " + row.code;
        line.resize(14, ' ');
        line += row.billable ? '1' : '0';
        line += " " + row.title.substr(0, 60);
        line.resize(77, ' ');
        bytes += line + row.title + "\r\n";
    }
    return bytes;
}

inline void writeZip(const std::filesystem::path& file, const std::vector<std::pair<std::string, std::string>>& members)
{
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, bytes] : members)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    ASSERT_EQ(0, zip_close(archive));
}

inline const std::vector<TableRow> fy2024 = {{"E78", "Lipids", false},
                                             {"E785", "Hyperlipidemia, unspecified"},
                                             {"I10", "Essential hypertension"},
                                             {"M25561", "Pain in right knee"},
                                             {"R0602", "Shortness of breath"}};
inline const std::vector<TableRow> fy2025 = {{"E78", "Lipids", false},
                                             {"E7850", "Hyperlipidemia of an invented kind"},
                                             {"I10", "Essential (primary) hypertension"},
                                             {"M25561", "Pain in right knee"},
                                             {"R0602", "Shortness of breath"}};
inline const std::string poaFile = "OrdFY25\tPOA Exempt Code\tDescription\r\n1\tI10\tEssential hypertension\r\n";

/// Two invented years of ICD-10-CM to import, compare and withdraw.
class LibraryTest : public WorkspaceTest {
protected:
    std::filesystem::path orderFileOf(int year, const std::vector<TableRow>& rows) const
    {
        return m_folder.write("icd10cm_order_" + std::to_string(year) + ".txt", orderFile(rows));
    }
    app::FileReport importFile(app::Workspace& workspace, const std::filesystem::path& file) const
    {
        return must(app::LibraryDesk(workspace).import(file, {}, {}, true));
    }
    void importBothYears(app::Workspace& workspace) const
    {
        importFile(workspace, orderFileOf(2024, fy2024));
        importFile(workspace, orderFileOf(2025, fy2025));
    }
    static ListSummary install(app::Workspace& workspace, ListKind kind, const std::string& name, ListContent content,
                               DateInterval inForce = {})
    {
        ParsedList list;
        list.kind = kind;
        list.name = name;
        list.inForce = inForce;
        list.sourceName = name + ".txt";
        list.sourceDigest = std::string(toString(kind)) + name;
        list.rowCount = 1;
        list.content = std::move(content);
        return must(workspace.tablesWriter().installList(list, {}));
    }
    /// E78.5 became E78.50.
    static void installConversion(app::Workspace& workspace)
    {
        install(workspace, ListKind::conversion, "2025", CodeMaps{{{"successor", "E785", "E7850", "", {}}}});
    }
    static std::string releaseNames(app::Workspace& workspace)
    {
        std::string names;
        for (const auto& release : must(workspace.library().releases()))
            if (release.kind != ReleaseKind::starter) names += release.name + " ";
        return names;
    }
};

}  // namespace cw::test
