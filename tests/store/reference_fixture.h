#pragma once

#include "store/reference/reference_library.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cw::store {

inline Date day(const char* iso)
{
    return *Date::parse(iso);
}

inline std::string iso(const DateInterval& interval)
{
    return (interval.first ? interval.first->iso() : "") + ".." + (interval.last ? interval.last->iso() : "");
}

inline CodeRow row(std::string code, std::string title, bool billable = true)
{
    CodeRow made;
    made.code = std::move(code);
    made.shortTitle = title;
    made.longTitle = std::move(title);
    made.billable = billable;
    return made;
}

inline CodeRow header(std::string code, std::string title)
{
    return row(std::move(code), std::move(title), false);
}

inline CodeRow modifierRow(std::string code, std::string title)
{
    auto made = row(std::move(code), std::move(title));
    made.isModifier = true;
    return made;
}

inline CodeRow dated(CodeRow made, const char* from, const char* until = nullptr)
{
    made.validFrom = day(from);
    if (until != nullptr) made.validUntil = day(until);
    return made;
}

/// A table in force between two days; "" leaves a side open.
inline ParsedRelease table(CodeSystem system, ReleaseKind kind, std::string name, const std::string& first,
                           const std::string& last, std::vector<CodeRow> rows)
{
    ParsedRelease release;
    release.system = system;
    release.kind = kind;
    release.name = std::move(name);
    if (!first.empty()) release.inForce.first = day(first.c_str());
    if (!last.empty()) release.inForce.last = day(last.c_str());
    release.sourceName = release.name + ".txt";
    release.sourceDigest = "digest of " + release.name + " " + std::string(toString(system));
    release.rows = std::move(rows);
    std::int64_t order = 0;
    for (auto& one : release.rows) one.order = ++order;
    return release;
}

inline ParsedRelease fy2024(std::vector<CodeRow> rows)
{
    return table(CodeSystem::icd10cm, ReleaseKind::official, "FY2024", "2023-10-01", "2024-09-30", std::move(rows));
}

inline ParsedRelease fy2025(std::vector<CodeRow> rows)
{
    return table(CodeSystem::icd10cm, ReleaseKind::official, "FY2025", "2024-10-01", "2025-09-30", std::move(rows));
}

inline ParsedRelease starter(std::vector<CodeRow> rows)
{
    return table(CodeSystem::icd10cm, ReleaseKind::starter, "starter", "2020-01-01", "", std::move(rows));
}

/// Enough codes to pass several progress reports: A0000, A0001, …
inline std::vector<CodeRow> manyRows(int count)
{
    std::vector<CodeRow> rows;
    for (int i = 0; i < count; ++i) {
        const auto number = std::to_string(10000 + i).substr(1);
        rows.push_back(row("A" + number, "Disease number " + number));
    }
    return rows;
}

class ReferenceTest : public ::testing::Test {
protected:
    ReferenceTest()
    {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::path(::testing::TempDir()) /
                   (std::string("cw_") + test->test_suite_name() + "_" + test->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    ~ReferenceTest() override
    {
        m_library.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    std::filesystem::path file() const { return m_folder / "reference.db"; }

    ReferenceLibrary& library()
    {
        if (!m_library) {
            auto opened = ReferenceLibrary::open(file(), m_clock, Database::Mode::create);
            if (!opened) throw std::runtime_error(describe(opened.error()));
            m_library = std::move(*opened);
        }
        return *m_library;
    }

    ImportSummary install(const ParsedRelease& release)
    {
        auto summary = library().install(release, {});
        if (!summary) throw std::runtime_error(describe(summary.error()));
        return *summary;
    }

    CodeStanding standing(std::string_view code, const char* on, CodeSystem system = CodeSystem::icd10cm)
    {
        auto found = library().standing(system, code, day(on));
        if (!found) throw std::runtime_error(describe(found.error()));
        return *found;
    }

    /// Everything that the file holds, row by row.
    std::vector<std::string> content() const
    {
        std::vector<std::string> lines;
        auto database = Database::open(file(), {}, Database::Mode::readWrite);
        if (!database) throw std::runtime_error(describe(database.error()));
        const auto add = [&](const char* sql, int columns) {
            auto query = (*database)->prepare(sql);
            for (;;) {
                const auto hasRow = query->step();
                if (!hasRow) throw std::runtime_error(describe(hasRow.error()));
                if (!*hasRow) return;
                std::string line;
                for (int column = 0; column < columns; ++column) line += query->text(column) + "|";
                lines.push_back(line);
            }
        };
        add("SELECT * FROM code_release ORDER BY id", 13);
        add("SELECT * FROM code_text ORDER BY id", 6);
        add("SELECT * FROM code_in_release ORDER BY text_id, release_id", 6);
        add("PRAGMA integrity_check", 1);
        return lines;
    }

    FixedClock m_clock{Date::of(2025, 1, 15)};
    std::unique_ptr<ReferenceLibrary> m_library;
    std::filesystem::path m_folder;
};

}  // namespace cw::store
