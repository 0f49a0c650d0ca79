#pragma once

#include "edits/notes/note_table.h"
#include "edits/tables/list_tables.h"
#include "edits/tables/rule_tables.h"
#include "edits/tables/table_source.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <variant>
#include <vector>

namespace cw::edits {

/// The installed lists by kind and date, each read when it is first prepared. Any thread may ask.
class ListShelf {
public:
    explicit ListShelf(const TableSource& source) : m_source(source) {}

    /// Reads what serves the date, of every variant. Nothing to do when none does.
    Status prepare(ListKind kind, Date on);
    /// The list that serves the date; of the Tabular List also one of another year. Null when none does.
    const ReferenceList* find(ListKind kind, std::string_view variant, Date on) const;
    Result<std::vector<PtpHit>> pairs(std::string_view code, std::string_view other, Date on, std::string_view variant);

    template <class T>
    Serving<T> serving(ListKind kind, std::string_view variant, Date on) const
    {
        const Book* book = bookFor(kind, variant, on);
        if (!book) return {};
        const auto* table = book->table.load(std::memory_order_acquire);
        if (!table) return {};
        return {std::get_if<T>(table), book->list.name};
    }

private:
    using Table = std::variant<NoteTable, FlagTable, FeeScheduleTable, MueTable, AddOnTable>;
    struct Book {
        ReferenceList list;
        std::mutex reading;
        std::unique_ptr<const Table> owned;
        std::atomic<const Table*> table = nullptr;
    };
    /// What is remembered of a PTP list: columns that were asked for.
    struct Pairs {
        std::shared_mutex mutex;
        std::vector<std::string> rationales;
        bool hasRationales = false;
        std::map<std::string, std::shared_ptr<const std::vector<PtpEdit>>, std::less<>> columns;
    };

    Status readCatalogue() const;
    Book* bookFor(ListKind kind, std::string_view variant, Date on) const;
    Status read(Book& book);
    Result<std::shared_ptr<const std::vector<PtpEdit>>> column(const ReferenceList& list, std::string_view code);
    Pairs& pairsOf(const ReferenceList& list);

    const TableSource& m_source;
    mutable std::mutex m_cataloguing;
    mutable std::atomic<bool> m_hasCatalogue = false;
    mutable std::map<ListKind, std::vector<std::unique_ptr<Book>>> m_books;  ///< Not changed once read.
    std::mutex m_pairsMutex;
    std::map<ReferenceListId, std::unique_ptr<Pairs>> m_pairs;
};

}  // namespace cw::edits
