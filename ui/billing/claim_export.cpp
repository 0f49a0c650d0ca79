#include "ui/billing/claim_export.h"

#include "ui/billing/export_folder.h"
#include "ui/billing/queue_load.h"
#include "ui/widgets/text.h"

namespace cw::ui {

Result<app::ExportOutcome> runExport(app::Workspace& workspace, std::vector<std::string> encounterIds,
                                     const ExportChoice& choice, const Progress& progress)
{
    app::ExportRequest request;
    request.encounterIds = std::move(encounterIds);
    request.form = choice.form;
    request.test = choice.test;
    request.allOrNothing = choice.allOrNothing;
    request.usePartnerFolders = choice.usePartnerFolders;
    request.background = choice.withLabels ? paper::Background::labels : paper::Background::none;
    CW_TRY(request.folder, exportFolder(workspace));
    if (const auto chosen = utf8(choice.folder); !chosen.empty() && chosen != request.folder.string()) {
        CW_TRY(request.folder, setExportFolder(workspace, chosen));
    }
    return app::BillingDesk(workspace).exportClaims(request, progress);
}

QString outcomeTitle(const app::ExportOutcome& outcome)
{
    if (outcome.files.empty()) return QStringLiteral("No file was written");
    return outcome.files.size() == 1 ? QStringLiteral("The claim file is written")
                                     : QStringLiteral("%1 claim files are written").arg(outcome.files.size());
}

QStringList outcomeLines(const app::ExportOutcome& outcome)
{
    QStringList lines;
    for (const auto& file : outcome.files)
        lines.append(QStringLiteral("%1, $%2, batch %3%4, in\n%5")
                         .arg(claimsText(file.batch.claims), qs(file.batch.charges.grouped()))
                         .arg(file.batch.number)
                         .arg(file.batch.test ? QStringLiteral(" (test)") : QString(), qs(file.file.string())));
    for (const auto& refusal : outcome.refused)
        lines.append(QStringLiteral("Left out: %1, %2").arg(qs(refusal.encounterId), qs(refusal.reason)));
    for (const auto& replacement : outcome.replacements) lines.append(QStringLiteral("Changed: ") + qs(replacement));
    return lines;
}

}  // namespace cw::ui
