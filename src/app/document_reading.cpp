#include "app/chart_desk.h"

#include <optional>

namespace cw::app {

namespace {

using Outcome = DocumentReading::Outcome;

Error cancelled()
{
    return {ErrorKind::cancelled, "APP-164", "reading documents was cancelled; what was read is kept"};
}

struct Source {
    std::string bytes;
    std::string password;
};

std::string labelOf(const DocumentInfo& info)
{
    return "document " + std::to_string(info.id.value) + " version " + std::to_string(info.versionNumber);
}

/// One turn of the background: opens transactions only to fetch and to store, never while pages are being read.
class Turn {
public:
    Turn(Workspace& workspace, PageReader& reader, const Progress& progress)
        : m_workspace(workspace), m_reader(reader), m_progress(progress)
    {}

    Result<std::vector<DocumentInfo>> waiting(bool recognise, int limit)
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        return m_workspace.documents().waitingForText(*tx, recognise, limit);
    }

    Status readPages(const DocumentInfo& info, Outcome& outcome)
    {
        ++outcome.documents;
        auto source = fetch(info.version);
        if (!source) return giveUp(info, source.error(), outcome);
        auto pages = m_reader.readText(info.format, source->bytes, source->password, m_progress);
        if (!pages) return giveUp(info, pages.error(), outcome);
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        CW_CHECK(m_workspace.documents().setPageTexts(*tx, info.version, *pages));
        CW_CHECK(tx->commit());
        outcome.pages += static_cast<int>(pages->size());
        return {};
    }

    /// Pages of one document that hold no text, at most `room`; the answer is how many were tried.
    Result<int> recognisePages(const DocumentInfo& info, int room, Outcome& outcome)
    {
        std::vector<PageText> pages;
        {
            CW_TRY(auto tx, m_workspace.work().beginRead());
            CW_TRY(pages, m_workspace.documents().pageTexts(*tx, info.version));
        }
        std::vector<int> blank;
        for (std::size_t i = 0; i < pages.size() && static_cast<int>(blank.size()) < room; ++i)
            if (pages[i].source == TextSource::none) blank.push_back(static_cast<int>(i));
        if (blank.empty()) return 0;
        const auto source = fetch(info.version);
        for (const int page : blank) {
            if (m_progress.isCancelled()) return cancelled();
            auto text = source ? m_reader.recognise(info.format, source->bytes, source->password, page, m_progress)
                               : Result<PageText>(source.error());
            CW_CHECK(storePage(info, page, std::move(text), outcome));
        }
        ++outcome.documents;
        return static_cast<int>(blank.size());
    }

    /// Why the document given up last could not be read.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    Result<Source> fetch(DocumentVersionId version)
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        Source source;
        CW_TRY(source.bytes, m_workspace.documents().bytes(*tx, version));
        CW_TRY(source.password, m_workspace.documents().password(*tx, version));
        return source;
    }

    /// Marks it as read without result, so that the next turn does not meet it again.
    Status giveUp(const DocumentInfo& info, const Error& error, Outcome& outcome)
    {
        if (error.kind == ErrorKind::cancelled || error.kind == ErrorKind::busy) return error;
        ++outcome.failed;
        outcome.notes.push_back(labelOf(info) + ": " + describe(error));
        m_failure = error;
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        CW_CHECK(m_workspace.documents().setPageTexts(*tx, info.version, {}));
        return tx->commit();
    }

    Status storePage(const DocumentInfo& info, int page, Result<PageText> text, Outcome& outcome)
    {
        if (text) {
            ++outcome.recognised;
        } else {
            const auto& error = text.error();
            if (error.kind == ErrorKind::cancelled || error.kind == ErrorKind::busy) return error;
            ++outcome.failed;
            outcome.notes.push_back(labelOf(info) + " page " + std::to_string(page + 1) + ": " + describe(error));
            text = PageText{};
        }
        // A page without words has been given to OCR all the same.
        text->source = TextSource::recognised;
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        CW_CHECK(m_workspace.documents().setPageText(*tx, info.version, page, *text));
        return tx->commit();
    }

    Workspace& m_workspace;
    PageReader& m_reader;
    const Progress& m_progress;
    std::optional<Error> m_failure;
};

}  // namespace

Result<Outcome> DocumentReading::readWaiting(PageReader& reader, int limit, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    Turn turn(m_workspace, reader, progress);
    Outcome outcome;
    CW_TRY(const auto unread, turn.waiting(false, limit + 1));
    for (const auto& info : unread) {
        if (progress.isCancelled()) return cancelled();
        if (outcome.documents == limit) break;
        progress.report(outcome.documents, 0, "Reading documents");
        CW_CHECK(turn.readPages(info, outcome));
    }
    outcome.isMore = static_cast<int>(unread.size()) > limit;
    if (outcome.isMore || !reader.canRecognise()) return outcome;
    CW_TRY(const auto blank, turn.waiting(true, limit + 1));
    int room = limit - outcome.documents;
    for (const auto& info : blank) {
        if (progress.isCancelled()) return cancelled();
        if (room <= 0) break;
        progress.report(outcome.recognised, 0, "Reading scanned pages");
        CW_TRY(const int tried, turn.recognisePages(info, room, outcome));
        room -= tried;
    }
    CW_TRY(const auto left, turn.waiting(true, 1));
    // Nothing tried although something waits: not to be asked again for the same at once.
    outcome.isMore = !left.empty() && (outcome.documents > 0 || room < limit);
    return outcome;
}

Status DocumentReading::readNow(PageReader& reader, DocumentVersionId version, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    std::optional<DocumentInfo> info;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(info, m_workspace.documents().info(*tx, version, m_workspace.user().id));
    }
    if (!isPaged(info->format) || !info->needsReading) return {};
    Outcome outcome;
    Turn turn(m_workspace, reader, progress);
    CW_CHECK(turn.readPages(*info, outcome));
    if (turn.failure()) return *turn.failure();
    return {};
}

}  // namespace cw::app
