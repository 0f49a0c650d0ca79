#include "import/cms/row_ledger.h"

#include "import/table_text.h"

namespace cw {

namespace {

constexpr std::size_t rejectionsShown = 100;
constexpr std::int64_t badRowsAllowed = 20;  // One in so many.

}  // namespace

RowLedger::RowLedger(std::string label, const Progress& progress, ParsedList& into)
    : m_label(std::move(label)), m_progress(progress), m_into(into)
{}

void RowLedger::reject(std::size_t line, const std::string& reason)
{
    ++m_into.rejectedRows;
    if (m_into.rejections.size() < rejectionsShown)
        m_into.rejections.push_back("line " + std::to_string(line) + ": " + reason);
}

void RowLedger::book(std::size_t line, const std::string& reason)
{
    if (reason.empty())
        accept();
    else
        reject(line, reason);
}

Status RowLedger::step(std::size_t done, std::size_t total)
{
    if (m_steps++ % progressStep != 0) return {};
    if (m_progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-150", m_label + ": cancelled"};
    m_progress.report(static_cast<std::int64_t>(done), static_cast<std::int64_t>(total), "reading rows");
    return {};
}

Status RowLedger::finish() const
{
    m_into.rowCount = m_accepted;
    const auto all = m_accepted + m_into.rejectedRows;
    if (m_accepted > 0 && m_into.rejectedRows * badRowsAllowed <= all) return {};
    std::string reason = m_label + ": " + grouped(m_into.rejectedRows) + " of " + grouped(all) + " rows are unusable";
    if (all == 0) reason = m_label + ": holds no row";
    if (!m_into.rejections.empty()) reason += "; " + m_into.rejections.front();
    return Error{ErrorKind::invalidInput, "IMPORT-151", reason};
}

}  // namespace cw
