#include "ui/codes/link_browser.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace cw::ui {

LinkBrowser::LinkBrowser(Theme& theme, const QString& accessibleName, QWidget* parent)
    : QTextBrowser(parent), m_theme(theme)
{
    setAccessibleName(accessibleName);
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard | Qt::LinksAccessibleByMouse);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setProperty("plain", true);
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { emit linkFollowed(url.toString()); });
    connect(&theme, &Theme::changed, this, &LinkBrowser::mark);
}

void LinkBrowser::showHtml(const QString& html)
{
    const QString before = currentLink();
    setHtml(html);
    collect();
    m_current = -1;
    for (int i = 0; i < links(); ++i)
        if (!before.isEmpty() && m_links[static_cast<std::size_t>(i)].target == before) m_current = i;
    mark();
}

void LinkBrowser::collect()
{
    m_links.clear();
    for (auto block = document()->begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const auto part = at.fragment();
            const QString target = part.charFormat().anchorHref();
            if (target.isEmpty()) continue;
            // A link of several formats is one link.
            if (!m_links.empty() && m_links.back().end == part.position() && m_links.back().target == target)
                m_links.back().end += part.length();
            else
                m_links.push_back({part.position(), part.position() + part.length(), target});
        }
}

QString LinkBrowser::currentLink() const
{
    return m_current < 0 ? QString() : m_links[static_cast<std::size_t>(m_current)].target;
}

void LinkBrowser::selectLink(int link)
{
    if (m_links.empty()) return;
    m_current = std::clamp(link, 0, links() - 1);
    QTextCursor cursor(document());
    cursor.setPosition(m_links[static_cast<std::size_t>(m_current)].begin);
    setTextCursor(cursor);
    ensureCursorVisible();
    mark();
}

void LinkBrowser::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_current >= 0 && hasFocus()) {
        const auto& link = m_links[static_cast<std::size_t>(m_current)];
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(link.begin);
        mark.cursor.setPosition(link.end, QTextCursor::KeepAnchor);
        mark.format.setBackground(m_theme.tokens().accent);
        mark.format.setForeground(m_theme.tokens().onAccent);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

bool LinkBrowser::event(QEvent* event)
{
    // Without selected words Ctrl+C is the page's: it copies the code.
    if (event->type() == QEvent::ShortcutOverride && !textCursor().hasSelection()) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || (key->modifiers() & Qt::AltModifier)) {
            event->ignore();
            return true;
        }
    }
    return QTextBrowser::event(event);
}

void LinkBrowser::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    const auto scroll = [this](int lines) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + lines * fontMetrics().height());
    };
    if (!isPlain) return QTextBrowser::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Right: return selectLink(m_current + 1);
    case Qt::Key_Left: return selectLink(std::max(0, m_current - 1));
    case Qt::Key_Down: return scroll(3);
    case Qt::Key_Up: return scroll(-3);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) emit linkFollowed(currentLink());
        return;
    case Qt::Key_Home: return verticalScrollBar()->setValue(0);
    case Qt::Key_End: return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    default: QTextBrowser::keyPressEvent(event);
    }
}

void LinkBrowser::focusInEvent(QFocusEvent* event)
{
    QTextBrowser::focusInEvent(event);
    mark();
}

void LinkBrowser::focusOutEvent(QFocusEvent* event)
{
    QTextBrowser::focusOutEvent(event);
    mark();
}

}  // namespace cw::ui
