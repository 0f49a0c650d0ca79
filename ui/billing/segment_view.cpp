#include "ui/billing/segment_view.h"

#include <QTextBlock>

#include <algorithm>

namespace cw::ui {

SegmentView::SegmentView(Theme& theme, const QString& accessibleName, QWidget* parent)
    : QPlainTextEdit(parent), m_theme(theme)
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setProperty("plain", true);
    style();
    connect(&theme, &Theme::changed, this, &SegmentView::style);
}

void SegmentView::style()
{
    QFont font(QStringLiteral("DejaVu Sans Mono"));
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(12 * 0.75 * m_theme.scale());
    setFont(font);
    document()->setDocumentMargin(m_theme.scaled(6));
    paintMarks();
}

void SegmentView::showFile(const FileText& file)
{
    setPlainText(file.text);
    mark(file.markedAt, file.markedAt < 0 ? 0 : file.marked);
}

void SegmentView::mark(int first, int count)
{
    m_first = std::max(0, first);
    m_marked = std::clamp(count, 0, std::max(0, blockCount() - m_first));
    paintMarks();
    if (m_marked == 0) return;
    setTextCursor(QTextCursor(document()->findBlockByNumber(m_first)));
    centerCursor();
}

void SegmentView::paintMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (int i = 0; i < m_marked; ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(m_first + i));
        mark.format.setBackground(m_theme.tokens().accentTint);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

}  // namespace cw::ui
