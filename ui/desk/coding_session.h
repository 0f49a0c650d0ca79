#pragma once

#include "app/coding_desk.h"
#include "encounter/coding.h"
#include "ui/async/background.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace cw::ui {

/// A change to an encounter: one of the functions of cw::coding with all but the encounter given.
using Change = std::function<Result<Encounter>(Encounter)>;

/// One opened chart while it is being coded: the history of changes, saving as one goes, and the edits.
///
/// Every change is saved in the background, one save at a time; what changed meanwhile goes with the next one. After a
/// conflict nothing more is saved until the chart is opened again. Edits run after every change; the answer for an
/// older state is dropped.
class CodingSession final : public QObject {
    Q_OBJECT

public:
    CodingSession(Background& work, Background& lookup, QObject* parent = nullptr);

    /// Charts that may be coded are held under this name (ChartWatch::session); empty: not held.
    void setHolder(std::string session) { m_holder = std::move(session); }
    /// Forgets the chart that is open; settle() first. Ends with opened() or openFailed().
    void open(const QString& encounterId);
    void close();

    bool isOpen() const noexcept { return m_chart.has_value(); }
    const app::OpenedChart& chart() const { return *m_chart; }
    const Encounter& encounter() const { return m_history->current(); }
    const EditReport& report() const noexcept { return m_report; }
    const app::CodeTitles& titles() const noexcept { return m_titles; }
    const WorkflowState& workflow() const noexcept { return m_workflow; }
    bool canCode() const { return isOpen() && m_chart->canCode && !m_isBlocked; }
    bool isChecking() const noexcept { return m_isChecking || m_wantsCheck; }
    IdSource& ids() noexcept { return m_ids; }

    /// Fails and changes nothing when the chart may not be changed (UI-010) or the change itself is refused.
    Status apply(const QString& label, const Change& change);
    Status undo();  ///< Fails with conflict when there is nothing to undo (UI-011).
    Status redo();  ///< The same for redo (UI-012).

    /// `anew`: with what others coded of the patient meanwhile.
    void check(bool anew = false);
    void save();
    /// Calls `then` when nothing is being saved any more: with success, or with what kept changes from being saved.
    void settle(std::function<void(Status)> then);
    bool hasUnsaved() const { return isOpen() && !(m_stored == m_history->current()); }
    /// What a person did since the last save: labels, oldest first.
    QStringList unsavedLabels() const { return m_unsaved; }
    void setWorkflow(const WorkflowState& workflow);

signals:
    void opened();
    void openFailed(const cw::Error& error);
    void changed();  ///< The encounter.
    void checked();  ///< Findings and titles.
    void workflowChanged();
    void saved(const QString& time);
    void saveFailed(const cw::Error& error);

private:
    struct Saved {
        app::SaveOutcome outcome;
        std::string time;
    };
    void afterChange(const QString& label);
    void finishSave(const Encounter& written, int labels, Result<Saved> result);
    void answerWaiting(const Status& status);

    Background& m_work;
    Background& m_lookup;
    std::string m_holder;
    RandomIdSource m_ids;
    std::optional<app::OpenedChart> m_chart;
    std::optional<CodingHistory> m_history;
    EditReport m_report;
    app::CodeTitles m_titles;
    Encounter m_stored;
    RowVersions m_versions;
    WorkflowState m_workflow;
    QStringList m_unsaved;
    std::vector<std::function<void(Status)>> m_waiting;
    int m_generation = 0;  ///< Counts charts: answers for an earlier one are dropped.
    int m_revision = 0;    ///< Counts states of the encounter.
    bool m_isSaving = false;
    bool m_isBlocked = false;
    bool m_isChecking = false;
    bool m_wantsCheck = false;
    bool m_wantsAnew = false;
};

}  // namespace cw::ui
