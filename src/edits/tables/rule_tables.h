#pragma once

#include "edits/data/rule_data.h"
#include "edits/notes/note_table.h"
#include "edits/tables/list_tables.h"
#include "edits/tables/table_source.h"
#include "encounter/encounter.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A table that serves a date, with the name of its release.
template <class T>
struct Serving {
    const T* table = nullptr;
    std::string_view release;  ///< "2024 Q3", "January 2021"
    explicit operator bool() const noexcept { return table != nullptr; }
    const T* operator->() const noexcept { return table; }
};

/// Every table that rules read, as of one moment: shared by all threads, never changed. Lists are read at first use; a
/// new snapshot is made after an import. Unless said otherwise a table serves only the dates it is meant for.
class RuleTables {
public:
    RuleTables(std::shared_ptr<const TableSource> source, std::shared_ptr<const edits::RuleData> data);
    ~RuleTables();

    // Look-ups that may fail as the source fails; remembered. For gatherFacts().
    Result<std::shared_ptr<const CodeStanding>> standing(CodeSystem system, std::string_view compact, Date on) const;
    Result<std::shared_ptr<const std::vector<CodeEntry>>> children(CodeSystem system, std::string_view parent,
                                                                   Date on) const;
    Result<std::shared_ptr<const CodeEntry>> modifier(std::string_view text, Date on) const;
    /// Between two codes, both ways round, in force on the date.
    Result<std::vector<PtpHit>> pairs(std::string_view code, std::string_view other, Date on,
                                      std::string_view variant) const;
    /// Reads the lists that encounters of this setting need on this date, so that what follows cannot fail.
    Status prepare(Setting setting, Date on) const;

    // Never fail: empty when no list serves the date, or when it was not prepared.
    /// The newest Tabular List not after the date, else the oldest: notes are used beyond their year and named by it.
    Serving<edits::NoteTable> notes(Date on) const;
    Serving<edits::FlagTable> poaExempt(Date discharge) const;
    Serving<edits::FlagTable> mce(Date discharge) const;
    Serving<edits::FlagTable> opps(Date service) const;
    Serving<edits::FeeScheduleTable> feeSchedule(Date service) const;
    Serving<edits::MueTable> mue(std::string_view variant,
                                 Date service) const;  ///< "practitioner", "outpatient", "dme".
    Serving<edits::AddOnTable> addOns(Date service) const;
    /// True when a PTP list of the variant covers the date.
    bool hasPairs(std::string_view variant, Date service) const;
    std::string_view pairsRelease(std::string_view variant, Date service) const;

    const edits::RuleData& data() const noexcept { return *m_data; }  ///< Our own tables, data/rules.

private:
    struct Cache;
    std::shared_ptr<const TableSource> m_source;
    std::shared_ptr<const edits::RuleData> m_data;
    std::unique_ptr<Cache> m_cache;
};

}  // namespace cw
