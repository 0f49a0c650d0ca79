#include "edits/tables/list_shelf.h"

#include <algorithm>

namespace cw::edits {

namespace {

bool covers(const ReferenceList& list, std::string_view variant, Date on)
{
    return (variant.empty() || list.variant == variant) && list.inForce.contains(on);
}

/// The first day of a list, to tell newer ones from older ones.
Date firstDay(const ReferenceList& list)
{
    return list.inForce.first.value_or(Date::of(1800, 1, 1));
}

bool isInForce(const PtpEdit& edit, Date on)
{
    return edit.modifierIndicator != '9' && (!edit.first || *edit.first <= on) && (!edit.last || on <= *edit.last);
}

}  // namespace

Status ListShelf::readCatalogue() const
{
    if (m_hasCatalogue.load(std::memory_order_acquire)) return {};
    const std::lock_guard lock(m_cataloguing);
    if (m_hasCatalogue.load(std::memory_order_relaxed)) return {};
    CW_TRY(auto lists, m_source.lists());
    for (auto& list : lists) {
        auto book = std::make_unique<Book>();
        book->list = std::move(list);
        m_books[book->list.kind].push_back(std::move(book));
    }
    for (auto& [kind, books] : m_books)
        std::stable_sort(books.begin(), books.end(),
                         [](const auto& a, const auto& b) { return firstDay(a->list) > firstDay(b->list); });
    m_hasCatalogue.store(true, std::memory_order_release);
    return {};
}

ListShelf::Book* ListShelf::bookFor(ListKind kind, std::string_view variant, Date on) const
{
    if (!m_hasCatalogue.load(std::memory_order_acquire)) return nullptr;
    const auto found = m_books.find(kind);
    if (found == m_books.end()) return nullptr;
    const auto& books = found->second;
    for (const auto& book : books)
        if (covers(book->list, variant, on)) return book.get();
    if (kind != ListKind::tabular || books.empty()) return nullptr;
    // Notes change little: the newest list that is not after the date serves, else the oldest.
    for (const auto& book : books)
        if (firstDay(book->list) <= on) return book.get();
    return books.back().get();
}

const ReferenceList* ListShelf::find(ListKind kind, std::string_view variant, Date on) const
{
    const Book* book = bookFor(kind, variant, on);
    return book ? &book->list : nullptr;
}

Status ListShelf::read(Book& book)
{
    if (book.table.load(std::memory_order_acquire)) return {};
    const std::lock_guard lock(book.reading);
    if (book.table.load(std::memory_order_relaxed)) return {};
    CW_TRY(auto content, m_source.content(book.list.id));
    if (auto* tabular = std::get_if<Tabular>(&content))
        book.owned = std::make_unique<const Table>(std::in_place_type<NoteTable>, *tabular, book.list.name);
    else if (auto* flags = std::get_if<CodeFlags>(&content))
        book.owned = std::make_unique<const Table>(std::in_place_type<FlagTable>, std::move(*flags));
    else if (auto* schedule = std::get_if<FeeSchedule>(&content))
        book.owned = std::make_unique<const Table>(std::in_place_type<FeeScheduleTable>, std::move(*schedule));
    else if (auto* limits = std::get_if<MueLimits>(&content))
        book.owned = std::make_unique<const Table>(std::in_place_type<MueTable>, std::move(*limits));
    else if (auto* addOns = std::get_if<AddOnCodes>(&content))
        book.owned = std::make_unique<const Table>(std::in_place_type<AddOnTable>, std::move(*addOns));
    book.table.store(book.owned.get(), std::memory_order_release);
    return {};
}

Status ListShelf::prepare(ListKind kind, Date on)
{
    CW_CHECK(readCatalogue());
    if (kind == ListKind::tabular) {
        Book* book = bookFor(kind, {}, on);
        return book ? read(*book) : Status{};
    }
    const auto found = m_books.find(kind);
    if (found == m_books.end()) return {};
    for (const auto& book : found->second)
        if (covers(book->list, {}, on)) CW_CHECK(read(*book));
    return {};
}

ListShelf::Pairs& ListShelf::pairsOf(const ReferenceList& list)
{
    const std::lock_guard lock(m_pairsMutex);
    auto& pairs = m_pairs[list.id];
    if (!pairs) pairs = std::make_unique<Pairs>();
    return *pairs;
}

Result<std::shared_ptr<const std::vector<PtpEdit>>> ListShelf::column(const ReferenceList& list, std::string_view code)
{
    Pairs& pairs = pairsOf(list);
    {
        const std::shared_lock lock(pairs.mutex);
        if (const auto found = pairs.columns.find(code); found != pairs.columns.end()) return found->second;
    }
    CW_TRY(auto edits, m_source.ptpColumn(list.id, code));
    edits.shrink_to_fit();
    std::stable_sort(edits.begin(), edits.end(),
                     [](const PtpEdit& a, const PtpEdit& b) { return a.column2 < b.column2; });
    auto shared = std::make_shared<const std::vector<PtpEdit>>(std::move(edits));
    const std::unique_lock lock(pairs.mutex);
    return pairs.columns.emplace(std::string(code), std::move(shared)).first->second;
}

Result<std::vector<PtpHit>> ListShelf::pairs(std::string_view code, std::string_view other, Date on,
                                             std::string_view variant)
{
    CW_CHECK(readCatalogue());
    std::vector<PtpHit> hits;
    const auto books = m_books.find(ListKind::ptp);
    if (books == m_books.end()) return hits;
    for (const auto& book : books->second) {
        if (!covers(book->list, variant, on)) continue;
        for (const auto& [column1, column2] : {std::pair(code, other), std::pair(other, code)}) {
            CW_TRY(const auto edits, column(book->list, column1));
            const PairCode wanted(column2);
            auto edit = std::lower_bound(edits->begin(), edits->end(), wanted,
                                         [](const PtpEdit& a, const PairCode& b) { return a.column2 < b; });
            for (; edit != edits->end() && edit->column2 == wanted; ++edit) {
                if (!isInForce(*edit, on)) continue;
                Pairs& known = pairsOf(book->list);
                const std::unique_lock lock(known.mutex);
                if (!known.hasRationales) {
                    CW_TRY(known.rationales, m_source.ptpRationales(book->list.id));
                    known.hasRationales = true;
                }
                PtpHit hit{.edit = *edit, .variant = book->list.variant, .release = book->list.name};
                if (edit->rationale < known.rationales.size()) hit.rationale = known.rationales[edit->rationale];
                hits.push_back(std::move(hit));
            }
        }
    }
    return hits;
}

}  // namespace cw::edits
