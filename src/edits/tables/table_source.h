#pragma once

#include "codeset/code_library.h"
#include "codeset/reference_tables.h"

#include <mutex>
#include <vector>

namespace cw {

/// Where the tables of the edits are read from. Any thread may call.
class TableSource {
public:
    virtual ~TableSource() = default;
    virtual Result<std::vector<Release>> releases() const = 0;
    virtual Result<CodeStanding> standing(CodeSystem system, std::string_view compact, Date on) const = 0;
    virtual Result<std::vector<CodeEntry>> children(CodeSystem system, std::string_view parent, Date on) const = 0;
    virtual Result<std::optional<CodeEntry>> modifier(std::string_view text, Date on) const = 0;
    virtual Result<std::vector<ReferenceList>> lists() const = 0;
    virtual Result<ListContent> content(ReferenceListId list) const = 0;
    /// PTP edits of one column 1 code, of all dates; texts of rationales by PtpEdit::rationale.
    virtual Result<std::vector<PtpEdit>> ptpColumn(ReferenceListId list, std::string_view column1) const = 0;
    virtual Result<std::vector<std::string>> ptpRationales(ReferenceListId list) const = 0;
};

/// A library and the lists beside it, one caller at a time. Both must outlive the object; no lists: only code tables.
class LibrarySource final : public TableSource {
public:
    explicit LibrarySource(const CodeLibrary& library, const ReferenceTables* tables = nullptr)
        : m_library(library), m_tables(tables)
    {}
    Result<std::vector<Release>> releases() const override;
    Result<CodeStanding> standing(CodeSystem system, std::string_view compact, Date on) const override;
    Result<std::vector<CodeEntry>> children(CodeSystem system, std::string_view parent, Date on) const override;
    Result<std::optional<CodeEntry>> modifier(std::string_view text, Date on) const override;
    Result<std::vector<ReferenceList>> lists() const override;
    Result<ListContent> content(ReferenceListId list) const override;
    Result<std::vector<PtpEdit>> ptpColumn(ReferenceListId list, std::string_view column1) const override;
    Result<std::vector<std::string>> ptpRationales(ReferenceListId list) const override;

private:
    const CodeLibrary& m_library;
    const ReferenceTables* m_tables;
    mutable std::mutex m_mutex;
};

}  // namespace cw
