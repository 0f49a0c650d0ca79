#include "app/chart_desk.h"

#include "app/document_type_rules.h"

#include <algorithm>

namespace cw::app {

namespace {

/// Everything of a version that a viewer shows. Bytes are read whatever the kind, because that checks their digest.
Result<OpenedDocument> load(Workspace& workspace, ReadTx& tx, DocumentVersionId version)
{
    auto& documents = workspace.documents();
    OpenedDocument opened;
    CW_TRY(opened.info, documents.info(tx, version, workspace.user().id));
    CW_TRY(auto bytes, documents.bytes(tx, version));
    if (isPaged(opened.info.format)) {
        opened.bytes = std::move(bytes);
        CW_TRY(opened.password, documents.password(tx, version));
        CW_TRY(opened.pages, documents.pageTexts(tx, version));
    } else {
        CW_TRY(opened.rendition, documents.rendition(tx, version));
    }
    if (!opened.info.encounter.isValid()) return opened;
    CW_TRY(auto codes, offeredCodes(workspace, tx, opened.info.encounter));
    for (auto& stored : codes)
        if (stored.version == version) opened.codes.push_back(std::move(stored.code));
    return opened;
}

Status auditView(Workspace& workspace, WriteTx& tx, DocumentVersionId version)
{
    return workspace.audit().append(
        tx, {workspace.user().name, "document.open", {}, "version " + std::to_string(version.value)});
}

ChartLock lockOf(const Workspace& workspace, std::string_view session)
{
    const auto now = workspace.clock().now();
    return {workspace.user().name, toString(workspace.user().roles), std::string(session), now, now};
}

}  // namespace

Result<OpenedDocument> ChartDesk::document(DocumentVersionId version)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto opened, load(m_workspace, *tx, version));
    CW_CHECK(m_workspace.documents().markRead(*tx, version, m_workspace.user().id));
    CW_CHECK(auditView(m_workspace, *tx, version));
    CW_CHECK(tx->commit());
    opened.info.unread = false;
    return opened;
}

Result<OpenedDocument> ChartDesk::peek(DocumentVersionId version)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto opened, load(m_workspace, *tx, version));
    CW_CHECK(auditView(m_workspace, *tx, version));
    CW_CHECK(tx->commit());
    return opened;
}

Result<std::vector<DocumentInfo>> ChartDesk::versions(DocumentId document)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.documents().versions(*tx, document, m_workspace.user().id);
}

Result<std::string> ChartDesk::plainText(DocumentVersionId version)
{
    CW_TRY(auto opened, peek(version));
    if (!isPaged(opened.info.format)) return std::move(opened.rendition.text);
    std::string text;
    for (const auto& page : opened.pages) {
        if (page.text.empty()) continue;
        if (!text.empty()) text += "\n\n";
        text += page.text;
    }
    if (text.empty())
        return Error{ErrorKind::unsupported, "APP-160",
                     "document " + std::to_string(opened.info.id.value) + " (" +
                         std::string(displayName(opened.info.format)) +
                         ") has no words to compare; pages that are images have to be read first"};
    return text;
}

Status ChartDesk::markUnread(DocumentVersionId version)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.documents().markUnread(*tx, version, m_workspace.user().id));
    return tx->commit();
}

Status ChartDesk::toggleTag(DocumentId document, char letter)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.documents().toggleTag(*tx, document, m_workspace.user().id, letter));
    return tx->commit();
}

Result<std::vector<Bookmark>> ChartDesk::bookmarks(EncounterRowId encounter)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.documents().bookmarks(*tx, encounter, m_workspace.user().id);
}

Result<std::int64_t> ChartDesk::addBookmark(const Span& span, std::string quote, std::string note, bool isPrivate)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    Bookmark bookmark;
    bookmark.span = span;
    bookmark.quote = std::move(quote);
    bookmark.note = std::move(note);
    bookmark.author = m_workspace.user().name;
    bookmark.role = toString(m_workspace.user().roles);
    bookmark.madeAt = m_workspace.clock().now();
    bookmark.isPrivate = isPrivate;
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto id, m_workspace.documents().addBookmark(*tx, bookmark, m_workspace.user().id));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "bookmark.add", {}, "version " + std::to_string(span.version.value)}));
    CW_CHECK(tx->commit());
    return id;
}

Status ChartDesk::removeBookmark(std::int64_t id)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.documents().removeBookmark(*tx, id, m_workspace.user().id));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "bookmark.remove", {}, "bookmark " + std::to_string(id)}));
    return tx->commit();
}

Result<std::shared_ptr<const ChartIndex>> ChartDesk::searchIndex(EncounterRowId encounter)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    std::vector<ChartText> texts;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(texts, m_workspace.documents().chartTexts(*tx, encounter));
    }
    return std::make_shared<const ChartIndex>(std::move(texts));
}

Result<std::vector<DocumentRepository::StoredCode>> ChartDesk::sourceCodes(EncounterRowId encounter)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return offeredCodes(m_workspace, *tx, encounter);
}

Result<std::optional<ChartNews>> ChartDesk::news(EncounterRowId encounter, std::int64_t seen, std::string_view session)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    ChartNews news;
    CW_TRY(news.revision, m_workspace.documents().revision(*tx, encounter));
    CW_TRY(news.lock, m_workspace.locks().holder(*tx, encounter, m_workspace.clock().now()));
    if (news.lock && news.lock->session == session) news.lock.reset();
    if (news.revision == seen && !news.lock) return std::optional<ChartNews>();
    CW_TRY(news.documents, m_workspace.documents().ofEncounter(*tx, encounter, m_workspace.user().id));
    CW_TRY(news.late, m_workspace.documents().late(*tx, encounter));
    return std::optional(std::move(news));
}

Status ChartDesk::acknowledgeLate(EncounterRowId encounter)
{
    CW_CHECK(require(m_workspace, Permission::code));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto late, m_workspace.documents().late(*tx, encounter));
    if (late.empty()) return {};
    CW_CHECK(m_workspace.documents().acknowledgeLate(*tx, encounter, m_workspace.user().name));
    std::string versions;
    for (const auto version : late) versions += (versions.empty() ? "version " : ", ") + std::to_string(version.value);
    CW_CHECK(m_workspace.audit().append(*tx, {m_workspace.user().name, "document.acknowledge", {}, versions}));
    return tx->commit();
}

Result<std::optional<ChartLock>> ChartDesk::hold(EncounterRowId encounter, std::string_view session)
{
    CW_CHECK(require(m_workspace, Permission::code));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto holder, m_workspace.locks().acquire(*tx, encounter, lockOf(m_workspace, session)));
    CW_CHECK(tx->commit());
    if (holder.session == session) return std::optional<ChartLock>();
    return std::optional(std::move(holder));
}

Status ChartDesk::letGo(EncounterRowId encounter, std::string_view session)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.locks().release(*tx, encounter, std::string(session)));
    return tx->commit();
}

}  // namespace cw::app
