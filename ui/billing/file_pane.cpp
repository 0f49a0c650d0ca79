#include "ui/billing/file_pane.h"

#include "ui/billing/billing_view.h"
#include "ui/billing/segment_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"

#include <algorithm>

namespace cw::ui {

FilePane::FilePane(Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(title),
      m_header(new PaneHeader(theme, title, this)),
      m_notes(new QPlainTextEdit(this)),
      m_view(new SegmentView(theme, title, this)),
      m_state(nullptr)
{
    m_view->setObjectName(QStringLiteral("billing.file"));
    m_notes->setAccessibleName(QStringLiteral("Notes on the file"));
    m_notes->setReadOnly(true);
    m_notes->setTabChangesFocus(true);
    m_notes->setProperty("plain", true);
    m_notes->setFrameShape(QFrame::NoFrame);
    m_notes->hide();
    stack(this, {m_header, m_notes, m_view});
    m_state = new EmptyState(theme, m_view);
}

void FilePane::showFile(const QString& title, const QString& detail, const FileText& file, const QStringList& notes)
{
    m_header->setTitle(title);
    QStringList all = notes;
    if (!file.note.isEmpty() && !file.text.isEmpty()) all.append(file.note);
    m_header->setDetail(detail);
    m_notes->setPlainText(all.join(QLatin1Char('\n')));
    const int lines = static_cast<int>(std::min<qsizetype>(5, all.size()));
    m_notes->setFixedHeight(lines * m_notes->fontMetrics().lineSpacing() + m_theme.scaled(26));
    m_notes->setVisible(lines > 0);
    m_view->showFile(file);
    if (file.text.isEmpty())
        m_state->showEmpty(file.note.isEmpty() ? QStringLiteral("The file is empty.") : file.note);
    else
        m_state->showNothing();
}

void FilePane::showNothing(const QString& sentence, const QString& keys, const QString& meaning)
{
    m_header->setTitle(m_title);
    m_header->setDetail({});
    m_notes->hide();
    m_view->showFile({});
    m_state->showEmpty(sentence, keys, meaning);
}

void FilePane::showFailed(const Error& error)
{
    showNothing({});
    m_state->showFailed(error);
}

}  // namespace cw::ui
