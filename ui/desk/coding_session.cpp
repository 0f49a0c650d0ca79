#include "ui/desk/coding_session.h"

#include "ui/widgets/text.h"

#include <algorithm>
#include <utility>

namespace cw::ui {

CodingSession::CodingSession(Background& work, Background& lookup, QObject* parent)
    : QObject(parent), m_work(work), m_lookup(lookup)
{}

void CodingSession::open(const QString& encounterId)
{
    close();
    const int generation = m_generation;
    m_work.run<app::OpenedChart>(
        this,
        [id = utf8(encounterId), holder = m_holder](app::Workspace& workspace) {
            return app::CodingDesk(workspace).open(id, holder);
        },
        [this, generation](Result<app::OpenedChart> chart) {
            if (generation != m_generation) return;
            if (!chart) {
                emit openFailed(chart.error());
                return;
            }
            m_chart = std::move(*chart);
            m_history.emplace(m_chart->stored.encounter);
            m_stored = m_chart->stored.encounter;
            m_versions = m_chart->stored.versions;
            m_workflow = m_chart->stored.workflow;
            m_report = m_chart->report;
            m_titles = m_chart->titles;
            m_wantsAnew = true;  // The thread that checks has its own memory.
            emit opened();
        });
}

void CodingSession::close()
{
    ++m_generation;
    ++m_revision;
    m_chart.reset();
    m_history.reset();
    m_report = {};
    m_titles.clear();
    m_unsaved.clear();
    m_isSaving = m_isBlocked = m_isChecking = m_wantsCheck = false;
    answerWaiting({});
}

Status CodingSession::apply(const QString& label, const Change& change)
{
    if (!canCode()) {
        return Error{ErrorKind::denied, "UI-010",
                     isOpen() && !m_chart->whyNot.empty() ? m_chart->whyNot : "this chart cannot be changed now"};
    }
    CW_CHECK(m_history->apply(utf8(label), change(m_history->current())));
    afterChange(label);
    return {};
}

Status CodingSession::undo()
{
    if (!canCode() || !m_history->canUndo()) return Error{ErrorKind::conflict, "UI-011", "there is nothing to undo"};
    const QString label = tr("Undo: %1").arg(qs(m_history->undoLabel()));
    m_history->undo();
    afterChange(label);
    return {};
}

Status CodingSession::redo()
{
    if (!canCode() || !m_history->canRedo()) return Error{ErrorKind::conflict, "UI-012", "there is nothing to redo"};
    const QString label = tr("Redo: %1").arg(qs(m_history->redoLabel()));
    m_history->redo();
    afterChange(label);
    return {};
}

void CodingSession::afterChange(const QString& label)
{
    ++m_revision;
    m_unsaved.append(label);
    if (!hasUnsaved()) m_unsaved.clear();
    emit changed();
    save();
    check();
}

void CodingSession::check(bool anew)
{
    if (!isOpen()) return;
    m_wantsAnew = m_wantsAnew || anew;
    m_wantsCheck = m_isChecking;
    if (m_isChecking) return;
    m_isChecking = true;
    m_lookup.run<app::CheckedEncounter>(
        this,
        [encounter = m_history->current(), fresh = std::exchange(m_wantsAnew, false)](app::Workspace& workspace) {
            return app::CodingDesk(workspace).check(encounter, fresh);
        },
        [this, generation = m_generation, revision = m_revision](Result<app::CheckedEncounter> result) {
            if (generation != m_generation) return;
            m_isChecking = false;
            if (revision == m_revision && result) {
                m_report = std::move(result->report);
                m_titles = std::move(result->titles);
                emit checked();
            }
            if (std::exchange(m_wantsCheck, false)) check();
        });
}

void CodingSession::save()
{
    if (!isOpen() || m_isSaving || m_isBlocked || !hasUnsaved()) return;
    m_isSaving = true;
    const Encounter& current = m_history->current();
    m_work.run<Saved>(
        this,
        [before = m_stored, after = current, seen = m_versions,
         workflow = m_workflow](app::Workspace& workspace) -> Result<Saved> {
            CW_TRY(auto outcome, app::CodingDesk(workspace).save(before, after, seen, workflow));
            auto time = workspace.clock().localTime(outcome.savedAt);
            return Saved{std::move(outcome), std::move(time)};
        },
        [this, generation = m_generation, written = current,
         labels = static_cast<int>(m_unsaved.size())](Result<Saved> result) {
            if (generation == m_generation) finishSave(written, labels, std::move(result));
        });
}

void CodingSession::finishSave(const Encounter& written, int labels, Result<Saved> result)
{
    m_isSaving = false;
    if (!result) {
        m_isBlocked = result.error().kind == ErrorKind::conflict;
        emit saveFailed(result.error());
        answerWaiting(result.error());
        return;
    }
    m_stored = written;
    m_versions = std::move(result->outcome.versions);
    m_unsaved.erase(m_unsaved.begin(), m_unsaved.begin() + std::min<qsizetype>(labels, m_unsaved.size()));
    setWorkflow(result->outcome.workflow);
    emit saved(qs(result->time));
    save();
    if (!m_isSaving) answerWaiting({});
}

void CodingSession::setWorkflow(const WorkflowState& workflow)
{
    const bool isNew = workflow.status != m_workflow.status || workflow.assignedTo != m_workflow.assignedTo;
    m_workflow = workflow;
    if (isNew) emit workflowChanged();
}

void CodingSession::settle(std::function<void(Status)> then)
{
    if (m_isBlocked && hasUnsaved()) {
        then(Error{ErrorKind::conflict, "UI-013", "somebody else changed this chart; open it again"});
        return;
    }
    save();
    if (!m_isSaving) {
        then({});
    } else {
        m_waiting.push_back(std::move(then));
    }
}

void CodingSession::answerWaiting(const Status& status)
{
    for (const auto& then : std::exchange(m_waiting, {})) then(status);
}

}  // namespace cw::ui
