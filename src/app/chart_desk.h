#pragma once

#include "app/workspace.h"
#include "chart/chart_search.h"

#include <memory>

namespace cw::app {

/// A document as a viewer needs it.
struct OpenedDocument {
    DocumentInfo info;
    std::string bytes;              ///< Paged kinds: PDF or image. Empty for the others.
    std::string password;           ///< Of a protected PDF.
    Rendition rendition;            ///< Kinds that are not paged.
    std::vector<PageText> pages;    ///< Paged kinds; empty when not read yet.
    std::vector<SourceCode> codes;  ///< "From the source", with spans.
};

/// What has changed in a chart since it was opened.
struct ChartNews {
    std::int64_t revision = 0;
    std::vector<DocumentInfo> documents;  ///< All of the chart, as they are now.
    std::vector<DocumentVersionId> late;  ///< Came after coding had begun, nobody has acknowledged them.
    std::optional<ChartLock> lock;        ///< Who codes this chart, another session only.
};

/// The documents of an open chart: reading, finding, marking. Every function is one transaction.
class ChartDesk {
public:
    explicit ChartDesk(Workspace& workspace) : m_workspace(workspace) {}

    /// Checks the digest, marks it read for this person, audited as a view. Fails with corrupt.
    Result<OpenedDocument> document(DocumentVersionId version);
    /// Any version without marking it read: for differences and the packet. Audited all the same.
    Result<OpenedDocument> peek(DocumentVersionId version);
    Result<std::vector<DocumentInfo>> versions(DocumentId document);
    /// Text of a version as paragraphs or lines, for the difference of two. Fails with unsupported (APP-160) for images
    /// and pages without text, naming the document's id.
    Result<std::string> plainText(DocumentVersionId version);

    Status markUnread(DocumentVersionId version);
    Status toggleTag(DocumentId document, char letter);
    Result<std::vector<Bookmark>> bookmarks(EncounterRowId encounter);
    Result<std::int64_t> addBookmark(const Span& span, std::string quote, std::string note, bool isPrivate);
    Status removeBookmark(std::int64_t id);

    /// All texts of the chart, folded and ready for ChartIndex::find.
    Result<std::shared_ptr<const ChartIndex>> searchIndex(EncounterRowId encounter);
    /// Codes from sources of this chart, those that D17 rules leave out already dropped, refused ones marked by system.
    Result<std::vector<DocumentRepository::StoredCode>> sourceCodes(EncounterRowId encounter);

    /// Cheap; asked every few seconds. Nothing when the revision is still `seen` and no lock changed.
    Result<std::optional<ChartNews>> news(EncounterRowId encounter, std::int64_t seen, std::string_view session);
    Status acknowledgeLate(EncounterRowId encounter);
    /// Takes or renews the chart for this session; the answer is the other holder, if there is one.
    Result<std::optional<ChartLock>> hold(EncounterRowId encounter, std::string_view session);
    Status letGo(EncounterRowId encounter, std::string_view session);

private:
    Workspace& m_workspace;
};

/// Reads the text of pages in the background: first what PDFs hold, then OCR of pages that have none.
class DocumentReading {
public:
    explicit DocumentReading(Workspace& workspace) : m_workspace(workspace) {}
    struct Outcome {
        int documents = 0;
        int pages = 0;
        int recognised = 0;  ///< Pages.
        int failed = 0;
        std::vector<std::string> notes;
        bool isMore = false;
    };
    /// At most `limit` documents (or OCR pages); call again while `isMore`. What fails is marked and not tried again by
    /// itself.
    Result<Outcome> readWaiting(PageReader& reader, int limit, const Progress& progress = {});
    /// One document at once, before it is shown.
    Status readNow(PageReader& reader, DocumentVersionId version, const Progress& progress = {});

private:
    Workspace& m_workspace;
};

/// Per document type: its name in the tree, and codes that its words never give (setting "chart.types", JSON).
/// Example: no O codes from a newborn's history and physical (feature D17).
struct DocumentTypeRule {
    DocumentType type = DocumentType::other;
    std::string name;                    ///< Empty: displayName(type).
    std::vector<std::string> onlyCodes;  ///< Code prefixes without dot; empty: all.
    std::vector<std::string> noCodes;
};
Result<std::vector<DocumentTypeRule>> documentTypeRules(Workspace& workspace);
Status setDocumentTypeRules(Workspace& workspace, const std::vector<DocumentTypeRule>& rules);

}  // namespace cw::app
