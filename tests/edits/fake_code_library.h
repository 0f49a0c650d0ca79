#pragma once

#include "codeset/code_library.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cw::test {

/// Code tables in memory. A system without a table, or a date outside of its table, is not checked.
class FakeCodeLibrary final : public CodeLibrary {
public:
    struct Code {
        DateInterval valid;
        bool billable = true;
    };
    struct Table {
        DateInterval covers;
        bool starter = false;
        std::map<std::string, Code, std::less<>> codes;
    };
    std::map<CodeSystem, Table> tables;
    bool broken = false;                         ///< Every look-up fails (EDITS-TEST).
    mutable std::vector<std::string> questions;  ///< "icd10cm E119 2025-01-15", in the order asked.

    Result<CodeStanding> standing(CodeSystem system, std::string_view compact, Date on) const override;

    Result<std::vector<Release>> releases() const override { return std::vector<Release>{}; }
    Result<std::optional<CodeEntry>> find(CodeSystem, std::string_view, std::optional<Date>) const override
    {
        return std::optional<CodeEntry>{};
    }
    Result<std::optional<CodeEntry>> modifier(std::string_view, std::optional<Date>) const override
    {
        return std::optional<CodeEntry>{};
    }
    Result<std::vector<CodeEntry>> children(CodeSystem, std::string_view, std::optional<Date>) const override
    {
        return std::vector<CodeEntry>{};
    }
    Result<std::vector<CodeEntry>> ancestors(CodeSystem, std::string_view, std::optional<Date>) const override
    {
        return std::vector<CodeEntry>{};
    }
};

}  // namespace cw::test
