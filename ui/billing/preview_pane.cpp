#include "ui/billing/preview_pane.h"

#include "ui/billing/billing_view.h"
#include "ui/billing/preview_model.h"
#include "ui/billing/queue_load.h"
#include "ui/billing/segment_view.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/primary_button.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>

namespace cw::ui {

PreviewPane::PreviewPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, QStringLiteral("Preview"), this)),
      m_fileHeader(nullptr),
      m_model(new PreviewClaimModel(this)),
      m_claims(nullptr),
      m_notes(nullptr),
      m_view(nullptr),
      m_split(new QSplitter(Qt::Vertical, this)),
      m_footer(nullptr),
      m_note(nullptr),
      m_export(nullptr),
      m_state(nullptr)
{
    auto* people = new QWidget(m_split);
    m_claims = new ListTable(theme, QStringLiteral("Claims of the preview"), 42, people);
    m_claims->setObjectName(QStringLiteral("billing.preview.claims"));
    m_claims->setModel(m_model);
    m_claims->setColumnWidths({96, 0, 92}, PreviewClaimModel::people);
    m_notes = new QPlainTextEdit(people);
    m_notes->setObjectName(QStringLiteral("billing.preview.notes"));
    m_notes->setAccessibleName(QStringLiteral("What is left out, replaced or filled in"));
    m_notes->setReadOnly(true);
    m_notes->setTabChangesFocus(true);
    m_notes->setProperty("plain", true);
    m_notes->setFrameShape(QFrame::NoFrame);
    m_notes->hide();
    stack(people, {m_claims, m_notes});
    auto* raw = new QWidget(m_split);
    m_fileHeader = new PaneHeader(theme, QStringLiteral("File"), raw);
    m_fileHeader->setTopLine(true);
    m_view = new SegmentView(theme, QStringLiteral("Claim file"), raw);
    m_view->setObjectName(QStringLiteral("billing.preview"));
    stack(raw, {m_fileHeader, m_view});
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->addWidget(people);
    m_split->addWidget(raw);
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 3);
    auto* line = new QWidget(this);
    line->setFixedHeight(1);
    line->setProperty("area", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    m_footer = makeFooter();
    stack(this, {m_header, m_split, line, m_footer});
    m_state = new EmptyState(theme, m_split);
    connect(m_claims, &ListTable::currentRowChanged, this, &PreviewPane::showCurrent);
    connect(m_claims, &ListTable::rowActivated, m_view, [this] { m_view->setFocus(); });
}

QWidget* PreviewPane::makeFooter()
{
    auto* footer = new QWidget(this);
    m_note = new QLabel(footer);
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_export = new PrimaryButton(m_theme, QStringLiteral("Export"), keyHint("billing.export"), footer);
    m_export->setObjectName(QStringLiteral("billing.export"));
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(m_theme.scaled(14), m_theme.scaled(10), m_theme.scaled(14), m_theme.scaled(10));
    row->setSpacing(m_theme.scaled(10));
    row->addWidget(m_note, 1);
    row->addWidget(m_export);
    setFolder({});
    return footer;
}

void PreviewPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() >= m_theme.scaled(780) ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() != wanted) m_split->setOrientation(wanted);
    m_fileHeader->setTopLine(wanted == Qt::Vertical);
}

void PreviewPane::setFolder(const QString& folder)
{
    m_note->setText(QStringLiteral("Control numbers are given at export. Nothing is stored until you export."));
    m_note->setToolTip(folder.isEmpty() ? QString() : QStringLiteral("Files go to ") + folder);
}

std::int64_t PreviewPane::claimCount() const
{
    return static_cast<std::int64_t>(m_sheet.claims.size()) + m_sheet.more;
}

void PreviewPane::showPreview(PreviewSheet sheet)
{
    m_sheet = std::move(sheet);
    Money charges;
    for (const auto& file : m_sheet.files) charges += file.charges;
    QString detail = QStringLiteral("%1, $%2").arg(claimsText(static_cast<std::int64_t>(m_sheet.claims.size())),
                                                   qs(charges.grouped()));
    if (m_sheet.files.size() > 1) detail += QStringLiteral(", %1 files").arg(m_sheet.files.size());
    if (m_sheet.more > 0) detail += QStringLiteral(", and %1 more").arg(countText(m_sheet.more));
    m_header->setDetail(detail);
    m_shownFile = m_sheet.files.size();
    m_model->setClaims(m_sheet.claims);
    fillNotes();
    m_export->setText(QStringLiteral("Export %1").arg(claimsText(claimCount())));
    m_export->setAccessibleName(m_export->text());
    m_export->updateGeometry();
    m_export->setEnabled(claimCount() > 0);
    m_footer->show();
    if (!m_sheet.claims.empty()) {
        m_state->showNothing();
        m_claims->selectRow(0);
        return showCurrent();
    }
    m_state->showEmpty(m_sheet.notes.isEmpty() ? QStringLiteral("No claim of this payer can be written.")
                                               : m_sheet.notes.join(QLatin1Char('\n')),
                       keyHint("billing.failing"), QStringLiteral("see what fails"));
}

void PreviewPane::fillNotes()
{
    m_notes->setPlainText(m_sheet.notes.join(QLatin1Char('\n')));
    const auto lines = std::min<qsizetype>(4, m_sheet.notes.size());
    m_notes->setFixedHeight(static_cast<int>(lines) * m_notes->fontMetrics().lineSpacing() + m_theme.scaled(26));
    m_notes->setVisible(!m_sheet.notes.isEmpty());
}

void PreviewPane::showCurrent()
{
    const auto* claim = m_model->at(m_claims->currentRow());
    if (!claim || claim->file >= m_sheet.files.size()) return;
    const auto& file = m_sheet.files[claim->file];
    if (m_shownFile != claim->file) {
        m_shownFile = claim->file;
        m_view->showFile(file.text);
        m_fileHeader->setDetail(file.text.note.isEmpty() ? file.title
                                                         : file.title + QStringLiteral(". ") + file.text.note);
    }
    m_view->mark(claim->firstLine - file.text.first, claim->firstLine < file.text.first ? 0 : claim->lines);
}

void PreviewPane::selectClaim(const std::string& encounterId)
{
    const int row = m_model->indexOf(encounterId);
    if (row < 0) return;
    m_claims->selectRow(row);
    showCurrent();
}

void PreviewPane::showNothing(const QString& sentence, const QString& keys, const QString& meaning)
{
    m_sheet = {};
    m_header->setDetail({});
    m_model->setClaims({});
    m_view->showFile({});
    m_notes->hide();
    m_export->setText(QStringLiteral("Export"));
    m_export->setEnabled(false);
    m_footer->hide();
    m_state->showEmpty(sentence, keys, meaning);
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

}  // namespace cw::ui
