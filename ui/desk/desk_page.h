#pragma once

#include "app/code_sets.h"
#include "ui/desk/coding_session.h"
#include "ui/shell/page.h"

class QPushButton;

namespace cw::ui {

class ChartPanes;
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
    void release(std::function<void()> then) override;

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
    void holdOrResume();
    void afterWorkflow(const Result<WorkflowState>& state);
    void addDocuments();
    void reloadDocuments();
    void failSave(const Error& error);
    void say(const QString& text) { emit statusText(text); }
    void sayError(const Error& error);

    CodingSession m_session;
    EncounterBanner* m_banner;
    QPushButton* m_hold;
    QPushButton* m_submit;
    ChartPanes* m_panes;
    SearchPalette* m_palette;
    SearchPurpose m_purpose = SearchPurpose::add;
    bool m_isSubmitting = false;
};

}  // namespace cw::ui
