#include "app/edit_desk.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace cw::app {

namespace {

constexpr std::size_t atOnce = 16;  ///< Encounters that a worker takes at a time.

/// Encounters shared among workers; each answer has its own place, so the order of work does not show.
class Book {
public:
    Book(const std::vector<BookEntry>& entries, const EditSetup& setup)
        : m_entries(entries), m_setup(setup), m_reports(entries.size())
    {}

    /// Takes encounters until none is left, one failed, or somebody stops the work.
    void work(const Progress* progress)
    {
        while (!m_stop) {
            const auto first = m_next.fetch_add(atOnce);
            if (first >= m_entries.size()) return;
            const auto last = std::min(first + atOnce, m_entries.size());
            for (auto i = first; i < last && !m_stop; ++i) check(i);
            m_done += last - first;
            if (progress) tell(*progress);
        }
    }
    void tell(const Progress& progress)
    {
        progress.report(static_cast<std::int64_t>(m_done.load()), static_cast<std::int64_t>(m_entries.size()),
                        "Checking encounters");
        if (!progress.isCancelled()) return;
        m_isCancelled = true;
        m_stop = true;
    }
    Result<std::vector<EditReport>> take()
    {
        if (m_failure) return *m_failure;
        if (m_isCancelled) return Error{ErrorKind::cancelled, "APP-237", "check of the encounters cancelled"};
        return std::move(m_reports);
    }

private:
    void check(std::size_t index)
    {
        const auto& entry = m_entries[index];
        try {
            const auto facts = gatherFacts(*entry.encounter, m_setup.tables, entry.context);
            if (!facts) return fail(index, facts.error());
            m_reports[index] = runEdits(*entry.encounter, *facts, m_setup.options());
        } catch (const std::exception&) {
            fail(index, {ErrorKind::io, "APP-239",
                         "encounter " + entry.encounter->encounterId + " could not be checked: not enough memory"});
        }
    }
    /// The failure of the first encounter is the one told.
    void fail(std::size_t index, Error error)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_failure || index < m_failed) m_failure = std::move(error), m_failed = index;
        m_stop = true;
    }

    const std::vector<BookEntry>& m_entries;
    const EditSetup& m_setup;
    std::vector<EditReport> m_reports;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<bool> m_stop = false;
    bool m_isCancelled = false;  ///< Written and read by the caller's thread only.
    std::mutex m_mutex;
    std::optional<Error> m_failure;
    std::size_t m_failed = 0;
};

}  // namespace

Result<std::vector<EditReport>> checkBook(const std::vector<BookEntry>& entries, const EditSetup& setup,
                                          const Progress& progress, int threads)
{
    Book book(entries, setup);
    auto wanted =
        threads > 0 ? static_cast<std::size_t>(threads) : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
    wanted = std::min(wanted, entries.size() / atOnce + 1);
    book.tell(progress);
    {
        // The caller is one of the workers, and the only one that reports.
        std::vector<std::jthread> helpers;
        try {
            for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back([&book] { book.work(nullptr); });
        } catch (const std::system_error&) {
            // Fewer hands do the same work.
        }
        book.work(&progress);
    }
    book.tell(progress);
    return book.take();
}

}  // namespace cw::app
