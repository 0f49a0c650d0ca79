#include "ui/billing/work_actions.h"

#include "ui/async/background.h"
#include "ui/billing/work_dialogs.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/text.h"

namespace cw::ui {

void WorkActions::note(const WorkItem& item)
{
    m_context.prompter.askText(m_parent, QStringLiteral("Note on %1").arg(qs(item.claimNumber)),
                               QStringLiteral("A call, a letter, what was agreed"), {},
                               [this, item](const std::optional<QString>& text) {
                                   if (!text || text->trimmed().isEmpty()) return;
                                   save(item, "note", text->trimmed(), QStringLiteral("The note is kept"));
                               });
}

void WorkActions::appeal(const WorkItem& item)
{
    const int level = item.level + 1;
    m_context.prompter.askText(
        m_parent, QStringLiteral("Appeal %1, level %2").arg(qs(item.claimNumber)).arg(level),
        QStringLiteral("What was sent, and how"), {}, [this, item, level](const std::optional<QString>& text) {
            if (!text) return;
            WorkItem next = item;
            next.level = level;
            save(next, "appealed", text->trimmed(), QStringLiteral("Appeal level %1 is kept").arg(level));
        });
}

void WorkActions::close(const WorkItem& item)
{
    askOutcome(m_parent, m_context.theme, item, [this, item](const OutcomeChoice& choice) {
        WorkItem next = item;
        next.outcome = choice.outcome;
        next.rootCause = utf8(choice.rootCause);
        next.recovered = choice.recovered;
        save(next, "closed", choice.note, QStringLiteral("Closed: %1").arg(outcomeText(choice.outcome).toLower()));
    });
}

void WorkActions::save(const WorkItem& item, const std::string& action, const QString& note, const QString& what)
{
    m_context.work.run<WorkItem>(
        this,
        [item, action, text = utf8(note)](app::Workspace& workspace) {
            return app::DenialDesk(workspace).save(item, action, text);
        },
        [this, what](const Result<WorkItem>& saved) {
            if (!saved) return m_context.prompter.showError(m_parent, saved.error());
            emit done(what);
        });
}

void WorkActions::packet(const WorkItem& item)
{
    askLetter(m_parent, m_context.theme, item, [this, item](const QString& letter) {
        m_context.prompter.pickFolder(m_parent, QStringLiteral("Folder for the appeal packet"),
                                      [this, item, letter](const QString& folder) {
                                          if (!folder.isEmpty()) writePacket(item, letter, folder);
                                      });
    });
}

void WorkActions::writePacket(const WorkItem& item, const QString& letter, const QString& folder)
{
    const auto target = std::filesystem::path(utf8(folder)) / ("appeal-" + item.claimNumber + ".pdf");
    m_context.work.runJob<std::filesystem::path>(
        this, QStringLiteral("Writing the appeal packet"),
        [id = item.id, target, text = utf8(letter)](app::Workspace& workspace, const Progress&) {
            return app::DenialDesk(workspace).appealPacket(id, target, text);
        },
        [this](const Result<std::filesystem::path>& file) {
            if (!file) return m_context.prompter.showError(m_parent, file.error());
            emit done(QStringLiteral("Written: %1").arg(qs(file->filename().string())));
        });
}

}  // namespace cw::ui
