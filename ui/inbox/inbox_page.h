#pragma once

#include "app/inbox.h"
#include "ui/async/latest.h"
#include "ui/shell/page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;

namespace cw::ui {

class ChoiceModel;
class DocumentPane;
class EmptyState;
class ListTable;
class MergeModel;
class PaneHeader;
class PrimaryButton;
class WaitingModel;

/// What came in and belongs to nobody yet: read it, choose the patient or encounter, attach. Nothing is guessed and
/// nothing is lost: what is discarded is kept with the reason. Files dropped on the page are imported.
class InboxPage final : public Page {
    Q_OBJECT

public:
    explicit InboxPage(PageContext context, QWidget* parent = nullptr);
    void activate() override;
    ListTable& waiting() const { return *m_waiting; }
    ListTable& choices() const { return *m_choices; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Loaded;
    enum Tab { waitingTab, mergesTab };
    QWidget* makeWaiting();
    QWidget* makeChoice(QWidget* parent);
    QWidget* makeMerges();
    void bind();
    void focusPane(int direction);
    void load();
    void showLoaded(const Loaded& loaded);
    void openItem(int row);
    void showItem(const app::OpenedUnmatched& opened);
    void showDocument(std::size_t index);
    void findPatients();
    void showChoices(const std::vector<KnownPatient>& patients, const std::vector<EncounterSummary>& encounters);
    void attach();
    void afterAttach(const Result<app::IntakeOutcome>& outcome);
    void discard();
    void retry();
    void chooseFiles();
    void importPaths(std::vector<std::filesystem::path> paths);
    void showOutcome(const QString& what, const Result<app::IntakeOutcome>& outcome);
    void watchFolder();
    void undoMerge();

    QTabBar* m_tabs;
    QLabel* m_folder;
    QStackedWidget* m_stack;
    ListTable* m_waiting;
    WaitingModel* m_model;
    EmptyState* m_waitingEmpty;
    DocumentPane* m_viewer;
    PaneHeader* m_choiceHeader;
    QLabel* m_named;
    QLineEdit* m_find;
    ListTable* m_choices;
    ChoiceModel* m_choiceModel;
    EmptyState* m_choiceEmpty;
    QCheckBox* m_remember;
    PrimaryButton* m_attach;
    ListTable* m_merges;
    MergeModel* m_mergeModel;
    EmptyState* m_mergesEmpty;
    Latest<app::OpenedUnmatched> m_open;
    Latest<std::pair<std::vector<KnownPatient>, std::vector<EncounterSummary>>> m_search;
    std::optional<app::OpenedUnmatched> m_opened;
    std::int64_t m_wanted = 0;  ///< The record that is shown or on its way.
    int m_load = 0;
};

/// What an intake did, in one line: "12 documents, 1 waits, 2 refused".
QString summaryOf(const app::IntakeOutcome& outcome);

}  // namespace cw::ui
