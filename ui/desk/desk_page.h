#pragma once

#include "app/code_sets.h"
#include "app/intake.h"
#include "ui/desk/chart_watch.h"
#include "ui/desk/coding_session.h"
#include "ui/shell/page.h"

class QPushButton;

namespace cw::app {
class EditDesk;
}

namespace cw::ui {

class ChartPanes;
class Chip;
class EncounterBanner;
class SearchPalette;

/// Where a coder reads a chart and codes it.
class DeskPage final : public Page {
    Q_OBJECT

public:
    explicit DeskPage(PageContext context, QWidget* parent = nullptr);
    ~DeskPage() override;

    void activate() override;
    void openEncounter(const QString& encounterId) override;
    void openField(const QString& encounterId, const QString& pointer) override;
    void release(std::function<void()> then) override;
    ChartWatch& watch() noexcept { return m_watch; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

public:
    CodingSession& session() noexcept { return m_session; }
    ChartPanes& panes() const { return *m_panes; }
    SearchPalette& palette() const { return *m_palette; }
    /// To the next chart of this coder; to the worklist when there is none.
    void openNext();

private:
    enum class SearchPurpose { add, replace };

    void connectSession();
    void bindCommands();
    void bindViewerCommands();
    void showOpened();
    void showChanged();
    void showWorkflow();
    void openSearch(SearchPurpose purpose, bool showsRecent = false);
    void takeCode(const CodeEntry& entry);
    void takeSet(const QString& name, const std::vector<CodeKey>& codes);
    void finishSet(const QString& name, const std::vector<CodeKey>& codes, const Result<app::SetAddition>& addition);
    void selectAdded(CodeSystem system, const std::string& code);
    Result<Change> changeFor(const CodeEntry& entry);
    std::vector<Evidence> selectedEvidence();
    void attachSelection();
    void askNdc(ProcedureId line);
    void undo();
    void redo();
    void submit();
    void refuseSubmit(const Error& error);
    void connectEdits();
    void applyFix(const Finding& finding);
    void attest(const Finding& finding);
    void withdrawAttestation(const Finding& finding);
    void openSource(const Finding& finding);
    void askVisitFacts();
    void runOnEdits(const QString& done, std::function<Status(app::EditDesk&, const std::string&)> step);
    void holdOrResume();
    void afterWorkflow(const Result<WorkflowState>& state);
    void connectDocuments();
    void bindDocumentCommands();
    void addDocuments();
    void importPaths(std::vector<std::filesystem::path> paths, app::IntakeOptions options);
    void afterImport(const std::vector<std::filesystem::path>& paths, const app::IntakeOptions& options,
                     const Result<app::IntakeOutcome>& outcome);
    void replaceDocument(const DocumentInfo& document);
    void acceptSource(const DocumentRepository::StoredCode& stored);
    void showNews(const app::ChartNews& news);
    void showLate(int count);
    void showHolder(const std::optional<ChartLock>& lock);
    void lookAtLate();
    void exportPacket();
    void printPacket();
    void failSave(const Error& error);
    void say(const QString& text) { emit statusText(text); }
    void sayError(const Error& error);

    CodingSession m_session;
    ChartWatch m_watch;
    std::vector<DocumentVersionId> m_late;
    EncounterBanner* m_banner;
    Chip* m_holder;
    Chip* m_lateChip;
    QPushButton* m_hold;
    QPushButton* m_submit;
    ChartPanes* m_panes;
    SearchPalette* m_palette;
    SearchPurpose m_purpose = SearchPurpose::add;
    bool m_isSubmitting = false;
    std::string m_field;  ///< JSON pointer to go to once the chart is open.
};

}  // namespace cw::ui
