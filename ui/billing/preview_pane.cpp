#include "ui/billing/preview_pane.h"

#include "ui/billing/segment_view.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/primary_button.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

PreviewPane::PreviewPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, QStringLiteral("Preview"), this)),
      m_view(new SegmentView(theme, QStringLiteral("Claim file"), this)),
      m_footer(new QWidget(this)),
      m_note(new QLabel(m_footer)),
      m_folderButton(new QPushButton(QStringLiteral("Folder\u2026"), m_footer)),
      m_export(new PrimaryButton(theme, QStringLiteral("Export"), keyHint("billing.export"), m_footer)),
      m_state(nullptr)
{
    m_view->setObjectName(QStringLiteral("billing.preview"));
    m_export->setObjectName(QStringLiteral("billing.export"));
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_folderButton->setAccessibleName(QStringLiteral("Choose the folder for claim files"));
    auto* row = new QHBoxLayout(m_footer);
    row->setContentsMargins(theme.scaled(14), theme.scaled(10), theme.scaled(14), theme.scaled(10));
    row->setSpacing(theme.scaled(10));
    row->addWidget(m_note, 1);
    row->addWidget(m_folderButton);
    row->addWidget(m_export);
    auto* line = new QWidget(this);
    line->setFixedHeight(1);
    line->setProperty("area", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_view, 1);
    column->addWidget(line);
    column->addWidget(m_footer);
    m_state = new EmptyState(theme, m_view);
    setFolder({});
}

void PreviewPane::showFooter(bool on)
{
    m_footer->setVisible(on);
}

void PreviewPane::setFolder(const QString& folder)
{
    m_note->setText(QStringLiteral("Control numbers are given at export. Nothing is stored until you export."));
    m_note->setToolTip(folder.isEmpty() ? QString() : QStringLiteral("Files go to ") + folder);
    m_folderButton->setToolTip(folder);
}

Money PreviewPane::charges() const
{
    Money sum;
    for (const auto& claim : m_file.claims) sum += claim.charges;
    return sum;
}

void PreviewPane::showPreview(const QString& payer, const app::ClaimPreview& preview)
{
    m_file = preview.files.empty() ? ClaimFile{} : preview.files.front().file;
    const int count = claimCount();
    m_header->setTitle(QStringLiteral("Preview"));
    m_header->setDetail(QStringLiteral("837P, %1, %2 claim%3, $%4")
                            .arg(payer)
                            .arg(count)
                            .arg(count == 1 ? QString() : QStringLiteral("s"), qs(charges().grouped())));
    m_view->setFile(m_file.bytes);
    m_export->setText(QStringLiteral("Export %1 claim%2").arg(count).arg(count == 1 ? QString() : QStringLiteral("s")));
    m_export->setAccessibleName(m_export->text());
    m_export->updateGeometry();
    m_export->setEnabled(count > 0);
    showFooter(true);
    if (count > 0) return m_state->showNothing();
    QString why = QStringLiteral("No claim of this payer can be written.");
    if (!preview.refused.empty())
        why +=
            QStringLiteral("\n%1: %2").arg(qs(preview.refused.front().encounterId), qs(preview.refused.front().reason));
    m_state->showEmpty(why, keyHint("billing.failing"), QStringLiteral("see what fails"));
}

void PreviewPane::showSent(const Batch& batch, const std::string& bytes)
{
    m_file = {};
    m_header->setTitle(qs(batch.fileName));
    m_header->setDetail(QStringLiteral("as sent, batch %1").arg(batch.number));
    m_view->setFile(bytes);
    m_state->showNothing();
    showFooter(false);
}

void PreviewPane::showNothing(const QString& sentence)
{
    m_file = {};
    m_header->setTitle(QStringLiteral("Preview"));
    m_header->setDetail({});
    m_view->setFile({});
    m_export->setText(QStringLiteral("Export"));
    m_export->setEnabled(false);
    showFooter(false);
    m_state->showEmpty(sentence);
}

void PreviewPane::showLoading()
{
    m_export->setEnabled(false);
    m_state->showLoading(QStringLiteral("Writing the preview"));
}

void PreviewPane::showFailed(const Error& error)
{
    showNothing({});
    m_state->showFailed(error);
}

void PreviewPane::markClaim(const std::string& encounterId)
{
    for (const auto& claim : m_file.claims)
        if (claim.encounterId == encounterId) return m_view->markSegments(claim.segments);
    m_view->markSegments({});
}

}  // namespace cw::ui
