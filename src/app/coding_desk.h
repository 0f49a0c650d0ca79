#pragma once

#include "app/workspace.h"
#include "edits/finding.h"
#include "edits/rules.h"

#include <map>
#include <optional>

namespace cw::app {

/// Titles and standing of the codes of an encounter, for the panes: by (system, compact code).
using CodeTitles = std::map<std::pair<CodeSystem, std::string>, CodeEntry>;

/// Everything the desk shows of one encounter.
struct OpenedChart {
    StoredEncounter stored;
    std::vector<DocumentInfo> documents;
    EditReport report;
    CodeTitles titles;
    std::optional<Date> fileBy;
    int daysToFile = 0;
    std::int64_t revision = 0;                     ///< Of its documents, for ChartDesk::news.
    std::vector<DocumentVersionId> lateDocuments;  ///< Came after coding had begun, not acknowledged.
    std::vector<DocumentRepository::StoredCode> sourceCodes;
    std::optional<ChartLock> heldBy;  ///< Another session that codes this chart; then canCode is false.
    bool canCode = false;             ///< Status open for coding and the person may code.
    std::string whyNot;               ///< One sentence when canCode is false.
};

struct CheckedEncounter {
    EditReport report;
    CodeTitles titles;
};

struct SaveOutcome {
    RowVersions versions;
    WorkflowState workflow;  ///< A first save takes a new or returned encounter into coding and assigns it.
    Instant savedAt;
};

/// The coder's use cases. Every function is one transaction.
class CodingDesk {
public:
    explicit CodingDesk(Workspace& workspace) : m_workspace(workspace) {}

    /// Audited as a view of patient data. A chart that may be coded is held for `session` (empty: not held) until
    /// ChartDesk::letGo; one that another session holds opens for reading.
    Result<OpenedChart> open(std::string_view encounterId, std::string_view session = {});
    /// Edits and titles of an encounter as it stands in the window; nothing is stored. Runs only what changed since the
    /// last call.
    /// `anew`: what others coded of the patient meanwhile is read again too.
    Result<CheckedEncounter> check(const Encounter& encounter, bool anew = false) const;
    /// Keeps what the edits say of it. Fails with conflict when somebody else changed the same rows, or the workflow
    /// went on.
    Result<SaveOutcome> save(const Encounter& before, const Encounter& after, const RowVersions& seen,
                             const WorkflowState& workflow);
    /// Refused with notReady: APP-010 naming the number of errors and the first rule while edits have errors, APP-150
    /// while documents that came after coding had begun are not acknowledged.
    Result<WorkflowState> submit(std::string_view encounterId);
    Result<WorkflowState> hold(std::string_view encounterId, std::string_view reason);
    Result<WorkflowState> resume(std::string_view encounterId);

private:
    Workspace& m_workspace;
};

/// Proof from words selected in a document.
Evidence makeEvidence(const Span& span, std::string quote, std::string documentTitle, IdSource& ids,
                      bool isRecognised = false);

}  // namespace cw::app
