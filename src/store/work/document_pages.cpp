#include "store/work/document_repository.h"
#include "store/work/document_rows.h"
#include "store/work/work_database.h"

#include <algorithm>

namespace cw::store {

namespace {

constexpr std::string_view sourceNames[] = {"none", "embedded", "recognised"};

TextSource sourceOf(std::string_view name)
{
    return name == sourceNames[1]   ? TextSource::embedded
           : name == sourceNames[2] ? TextSource::recognised
                                    : TextSource::none;
}

/// Writes a page unless words that proof stands on would change, or words would give way to none.
Status writePage(Database& database, DocumentVersionId version, int page, const PageText& text, bool wasRecognised)
{
    CW_TRY(
        auto write,
        database.prepare(
            "INSERT INTO page_text (version, page, source, was_recognised, text, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
            "ON CONFLICT (version, page) DO UPDATE SET source = ?3, was_recognised = max(was_recognised, ?4), text = ?5, "
            "words = ?6 WHERE page_text.text = '' OR (?5 <> '' AND NOT EXISTS (SELECT 1 FROM evidence e "
            "WHERE e.document_version = ?1 AND e.page = ?2) AND NOT EXISTS (SELECT 1 FROM bookmark b "
            "WHERE b.version = ?1 AND b.page = ?2))"));
    write.bind(version.value).bind(page).bind(sourceNames[static_cast<std::size_t>(text.source)]);
    write.bind(wasRecognised ? 1 : 0).bind(text.text);
    return write.bind(text.words.empty() ? std::string() : writeWords(text.words)).run();
}

/// Pages that a new reading does not have any more go, but for those that proof stands on.
Status dropPagesFrom(Database& database, DocumentVersionId version, int first)
{
    CW_TRY(auto erase,
           database.prepare("DELETE FROM page_text WHERE version = ?1 AND page >= ?2 AND NOT EXISTS (SELECT 1 FROM "
                            "evidence e WHERE e.document_version = ?1 AND e.page = page_text.page) AND NOT EXISTS "
                            "(SELECT 1 FROM bookmark b WHERE b.version = ?1 AND b.page = page_text.page)"));
    return erase.bind(version.value).bind(first).run();
}

/// What the lists need to know of the pages, kept with the version.
Status keepSummary(Database& database, DocumentVersionId version, int atLeastPages)
{
    CW_TRY(
        auto update,
        database.prepare(
            "UPDATE document_version SET pages = max(?2, (SELECT coalesce(max(page) + 1, 0) FROM page_text WHERE "
            "version = ?1)), blank_pages = (SELECT count(*) FROM page_text WHERE version = ?1 AND source = 'none' AND "
            "was_recognised = 0), has_recognised = EXISTS (SELECT 1 FROM page_text WHERE version = ?1 AND "
            "source = 'recognised' AND text <> '') WHERE id = ?1"));
    CW_CHECK(update.bind(version.value).bind(atLeastPages).run());
    if (database.changes() == 1) return {};
    return Error{ErrorKind::notFound, "STORE-244", "no such document"};
}

Status readPages(Database& database, DocumentVersionId version, std::vector<ChartText>& into)
{
    CW_TRY(auto select, database.prepare("SELECT page, source, text FROM page_text "
                                         "WHERE version = ? AND text <> '' ORDER BY page"));
    select.bind(version.value);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        into.push_back({version, static_cast<int>(select.integer(0)), select.text(2),
                        sourceOf(select.view(1)) == TextSource::recognised});
    }
}

}  // namespace

Result<std::vector<PageText>> SqliteDocumentRepository::pageTexts(ReadTx& tx, DocumentVersionId version) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT page, source, text, words FROM page_text WHERE version = ? "
                                               "ORDER BY page"));
    select.bind(version.value);
    std::vector<PageText> pages;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return pages;
        pages.resize(static_cast<std::size_t>(std::max<std::int64_t>(select.integer(0), 0)));
        PageText page;
        page.source = sourceOf(select.view(1));
        page.text = select.text(2);
        if (!select.view(3).empty()) {
            CW_TRY(page.words, readWords(select.view(3)));
        }
        pages.push_back(std::move(page));
    }
}

Status SqliteDocumentRepository::setPageTexts(WriteTx& tx, DocumentVersionId version,
                                              const std::vector<PageText>& pages)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto mark,
           database.prepare("UPDATE document_version SET text_read_at = coalesce(text_read_at, ?) WHERE id = ?"));
    CW_CHECK(mark.bind(m_clock.now().milliseconds).bind(version.value).run());
    if (database.changes() == 0) return Error{ErrorKind::notFound, "STORE-245", "no such document"};
    if (pages.empty()) return {};
    const int count = static_cast<int>(pages.size());
    for (int page = 0; page < count; ++page) {
        const auto& text = pages[static_cast<std::size_t>(page)];
        CW_CHECK(writePage(database, version, page, text, text.source == TextSource::recognised));
    }
    CW_CHECK(dropPagesFrom(database, version, count));
    return keepSummary(database, version, count);
}

Status SqliteDocumentRepository::setPageText(WriteTx& tx, DocumentVersionId version, int page, const PageText& text)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select, database.prepare("SELECT pages FROM document_version WHERE id = ?"));
    CW_TRY(const bool found, select.bind(version.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-246", "no such document"};
    CW_CHECK(writePage(database, version, page, text, true));
    return keepSummary(database, version, static_cast<int>(select.integer(0)));
}

Result<std::vector<ChartText>> SqliteDocumentRepository::chartTexts(ReadTx& tx, EncounterRowId encounter) const
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto documents, ofEncounter(tx, encounter, UserId{}));
    CW_TRY(auto whole, database.prepare("SELECT plain_text FROM document_content WHERE version = ?"));
    std::vector<ChartText> texts;
    for (const auto& document : documents) {
        if (isPaged(document.format)) {
            CW_CHECK(readPages(database, document.version, texts));
            continue;
        }
        whole.reset();
        CW_TRY(const bool found, whole.bind(document.version.value).step());
        if (found && !whole.view(0).empty()) texts.push_back({document.version, 0, whole.text(0), false});
    }
    return texts;
}

}  // namespace cw::store
