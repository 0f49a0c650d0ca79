#include "ui/billing/segment_view.h"

#include "ui/widgets/text.h"

#include <QTextBlock>

#include <algorithm>

namespace cw::ui {

namespace {

// ISA is of fixed length: its 106th character is the segment terminator (X12.5).
char terminatorOf(const std::string& bytes)
{
    return bytes.size() > 105 && bytes.starts_with("ISA") ? bytes[105] : '~';
}

}  // namespace

QString segmentLines(const std::string& bytes)
{
    const char terminator = terminatorOf(bytes);
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 20);
    for (const char c : bytes) {
        if (c == '\r' || c == '\n') continue;
        text += c;
        if (c == terminator) text += '\n';
    }
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return qs(text);
}

SegmentView::SegmentView(Theme& theme, const QString& accessibleName, QWidget* parent)
    : QPlainTextEdit(parent), m_theme(theme)
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
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

void SegmentView::setFile(const std::string& bytes)
{
    m_bytes = bytes;
    m_marked = 0;
    setPlainText(segmentLines(bytes));
    paintMarks();
}

void SegmentView::markSegments(const std::string& segments)
{
    m_marked = 0;
    const auto at = segments.empty() ? std::string::npos : m_bytes.find(segments);
    if (at != std::string::npos) {
        const char terminator = terminatorOf(m_bytes);
        const auto begin = m_bytes.begin();
        const auto from = begin + static_cast<std::ptrdiff_t>(at);
        m_first = static_cast<int>(std::count(begin, from, terminator));
        m_marked = static_cast<int>(std::count(from, from + static_cast<std::ptrdiff_t>(segments.size()), terminator));
    }
    paintMarks();
    if (m_marked == 0) return;
    QTextCursor cursor(document()->findBlockByNumber(m_first));
    setTextCursor(cursor);
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
