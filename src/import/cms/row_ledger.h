#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/reference_list.h"
#include "import/table_text.h"

#include <string>

namespace cw {

/// Counts the rows of a list while it is read and keeps the reasons of those that are left out.
class RowLedger {
public:
    RowLedger(std::string label, const Progress& progress, ParsedList& into);

    void accept() noexcept { ++m_accepted; }
    void reject(std::size_t line, const std::string& reason);
    /// Rejects unless `reason` is empty.
    void book(std::size_t line, const std::string& reason);
    std::int64_t accepted() const noexcept { return m_accepted; }
    /// Reports progress now and then. Fails with cancelled (IMPORT-150).
    Status step(std::size_t done, std::size_t total);
    /// Sets the row count. Fails with invalidInput when no row can be used or more than one in twenty cannot
    /// (IMPORT-151).
    Status finish() const;

private:
    std::string m_label;
    const Progress& m_progress;
    ParsedList& m_into;
    std::int64_t m_accepted = 0;
    std::size_t m_steps = 0;
};

}  // namespace cw
