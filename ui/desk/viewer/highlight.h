#pragma once

#include "chart/document.h"

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace cw::ui {

struct Tokens;

/// Kinds of marks in a document. Each has its own shape, so that they are told apart without colour: proof is solid
/// with an underline, the current one has a bar beside it too; proof on an archived version is hatched over a dotted
/// line; a suggestion is a dashed underline, a search hit a box, the selection filled.
enum class MarkKind { proof, currentProof, archivedProof, suggestion, searchHit, currentSearchHit, selection };

struct Highlight {
    Span span;
    MarkKind kind = MarkKind::proof;
};

/// Words, or a rectangle of a page, that a person has selected in a document.
struct SelectedSpan {
    Span span;
    QString quote;              ///< The words as they stand, line ends as spaces; "area of page 3" without words.
    bool isRecognised = false;  ///< The words come from OCR, unverified.
};

/// Draws one mark over these boxes. On text it goes below the letters; `onPaper` is for a page image, where it is
/// multiplied with the print so that the letters stay readable.
void paintMark(QPainter& painter, const QList<QRectF>& boxes, MarkKind kind, const Tokens& tokens, bool onPaper);
/// Draws a mark around a rectangle of a page.
void paintAreaMark(QPainter& painter, const QRectF& box, MarkKind kind, const Tokens& tokens);

}  // namespace cw::ui
