#include "ui/desk/viewer/document_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QTextBoundaryFinder>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

constexpr int clipboardSeconds = 60;  ///< Patient text does not stay on the clipboard.

}  // namespace

int nextStop(const QString& text, int offset, int direction, bool byWord)
{
    QTextBoundaryFinder finder(byWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(offset);
    while (true) {
        const auto at = static_cast<int>(direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary());
        if (at < 0) return -1;
        const bool isWordStart = at == text.size() || at == 0 || !text.at(at).isSpace();
        if (!byWord || isWordStart) return at;
    }
}

std::pair<int, int> wordAround(const QString& text, int offset)
{
    const auto isWord = [&text](int at) { return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber(); };
    int begin = offset;
    int end = offset;
    if (!isWord(begin) && !isWord(begin - 1)) return {begin, std::min(begin + 1, static_cast<int>(text.size()))};
    // "25.5" and "follow-up" are one word: a joint counts when both sides are word characters.
    const auto isJoint = [&](int at) {
        static const QString joints = QStringLiteral(".-'/");
        return at > 0 && at < text.size() && joints.contains(text.at(at)) && isWord(at - 1) && isWord(at + 1);
    };
    while (isWord(begin - 1) || isJoint(begin - 1)) --begin;
    while (isWord(end) || isJoint(end)) ++end;
    return {begin, end};
}

TextPosition DocumentView::movedByCharacter(int direction, bool byWord) const
{
    const int next = nextStop(pageText(m_caret.page), m_caret.offset, direction, byWord);
    if (next >= 0) return {m_caret.page, next};
    const int page = m_caret.page + direction;
    if (page < 0 || page >= pageCount()) return m_caret;
    return {page, direction > 0 ? 0 : static_cast<int>(pageText(page).size())};
}

TextPosition DocumentView::movedVertically(double pixels)
{
    QRectF box = caretBox(m_caret);
    prepare(box.united(box.translated(0, pixels)).adjusted(0, -100, 0, 100));
    box = caretBox(m_caret);
    // Blank space between paragraphs gives the same line again: go on until the caret really moves.
    const double step = pixels > 0 ? box.height() / 2 : -box.height() / 2;
    for (double way = pixels; std::abs(way) < std::abs(pixels) + 12 * box.height(); way += step) {
        const TextPosition next = positionAt({box.left(), box.center().y() + way});
        const QRectF reached = caretBox(next);
        if (pixels > 0 ? reached.top() > box.top() + 1 : reached.top() < box.top() - 1) return next;
    }
    return m_caret;
}

std::optional<TextPosition> DocumentView::moved(const QKeyEvent& event)
{
    const bool hasControl = event.modifiers().testFlag(Qt::ControlModifier);
    const double line = caretBox(m_caret).height() * 1.1;
    const double screen = viewport()->height() * 0.85;
    switch (event.key()) {
    case Qt::Key_Left: return movedByCharacter(-1, hasControl);
    case Qt::Key_Right: return movedByCharacter(1, hasControl);
    case Qt::Key_Up: return movedVertically(-line);
    case Qt::Key_Down: return movedVertically(line);
    case Qt::Key_PageUp: return movedVertically(-screen);
    case Qt::Key_PageDown: return movedVertically(screen);
    case Qt::Key_Home: return hasControl ? TextPosition{} : lineAround(m_caret).first;
    case Qt::Key_End: {
        const int last = std::max(0, pageCount() - 1);
        return hasControl ? TextPosition{last, static_cast<int>(pageText(last).size())} : lineAround(m_caret).second;
    }
    default: return std::nullopt;
    }
}

void DocumentView::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isMove = (modifiers & ~(Qt::ShiftModifier | Qt::ControlModifier)) == Qt::NoModifier;
    if (const auto next = isMove ? moved(*event) : std::nullopt) {
        const bool hasMoved = *next != m_caret;
        setCaret(*next, modifiers.testFlag(Qt::ShiftModifier));
        if (hasMoved) ensureVisible(caretBox(m_caret));
        if (!hasMoved) scrollByKey(event->key());
        if (event->key() == Qt::Key_Home && modifiers.testFlag(Qt::ControlModifier)) setScrollY(0);
    } else if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        setCaret({m_caret.page, 0});
        setCaret({m_caret.page, static_cast<int>(pageText(m_caret.page).size())}, true);
    } else if (event->key() == Qt::Key_Escape && selectedSpan()) {
        clearSelection();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void DocumentView::scrollByKey(int key)
{
    // On a page without words, or beyond the last line, the keys still turn the pages.
    const double screen = viewport()->height() * 0.85;
    const double way = key == Qt::Key_PageDown ? screen
                       : key == Qt::Key_PageUp ? -screen
                       : key == Qt::Key_Down   ? 40
                       : key == Qt::Key_Up     ? -40
                                               : 0;
    if (way != 0) setScrollY(scrollOffset().y() + way);
}

void DocumentView::copySelection()
{
    const auto [begin, end] = selectionRange();
    if (begin == end) return;
    const QString copied = pageText(begin.page).mid(begin.offset, end.offset - begin.offset);
    QGuiApplication::clipboard()->setText(copied);
    QTimer::singleShot(clipboardSeconds * 1000, qApp, [copied] {
        if (QGuiApplication::clipboard()->text() == copied) QGuiApplication::clipboard()->clear();
    });
}

}  // namespace cw::ui
