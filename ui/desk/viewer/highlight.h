#pragma once

#include "chart/document.h"

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace cw::ui {

struct Tokens;

/// Kinds of marks in a document. Each has its own shape, so that they are told apart without colour: proof is solid
/// with an underline, a suggestion a dashed underline, a search hit a box, the selection filled.
enum class MarkKind { proof, currentProof, suggestion, searchHit, currentSearchHit, selection };

struct Highlight {
    Span span;
    MarkKind kind = MarkKind::proof;
};

/// Words a person has selected in a document.
struct SelectedSpan {
    Span span;
    QString quote;  ///< The words as they stand, line ends as spaces.
};

/// Draws one mark over these boxes. On text it goes below the letters; `onPaper` is for a page image, where it is
/// multiplied with the print so that the letters stay readable.
void paintMark(QPainter& painter, const QList<QRectF>& boxes, MarkKind kind, const Tokens& tokens, bool onPaper);

}  // namespace cw::ui
