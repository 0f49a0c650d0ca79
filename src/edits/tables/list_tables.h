#pragma once

#include "codeset/code_lists.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// Rows by code, for many look-ups; built once, read by any thread.

/// Medicare fee schedule (RVU file): the row of a code with its modifier "", "26" or "TC"; null when it has none.
class FeeScheduleTable {
public:
    explicit FeeScheduleTable(FeeSchedule schedule);
    const FeeScheduleRow* find(std::string_view code, std::string_view modifier = {}) const noexcept;

private:
    std::vector<FeeScheduleRow> m_rows;
};

/// Medically unlikely edits of one kind of provider.
class MueTable {
public:
    explicit MueTable(MueLimits limits);
    const MueLimit* find(std::string_view code) const noexcept;

private:
    std::vector<MueLimit> m_limits;
};

/// NCCI add-on codes with their primaries.
class AddOnTable {
public:
    explicit AddOnTable(AddOnCodes codes);
    /// Rows of an add-on code, all dates; empty when it is none.
    std::span<const AddOnCode> rowsOf(std::string_view addOn) const noexcept;

private:
    std::vector<AddOnCode> m_rows;
};

/// Flags of codes: MCE lists, POA exemption, OPPS status indicators.
class FlagTable {
public:
    explicit FlagTable(CodeFlags flags);
    /// Flags of a code in the order of the list.
    std::span<const CodeFlag> flagsOf(CodeSystem system, std::string_view compact) const noexcept;
    /// The value of a flag of a code; empty optional when the code does not have it.
    std::optional<std::string_view> value(CodeSystem system, std::string_view compact,
                                          std::string_view flag) const noexcept;
    bool has(CodeSystem system, std::string_view compact, std::string_view flag) const noexcept;
    /// True when any code has the flag: else the list says nothing of it.
    bool knowsFlag(std::string_view flag) const noexcept;

private:
    std::vector<CodeFlag> m_flags;
    std::vector<std::string> m_names;
};

}  // namespace cw::edits
