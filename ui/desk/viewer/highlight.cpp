#include "ui/desk/viewer/highlight.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace cw::ui {

void paintMark(QPainter& painter, const QList<QRectF>& boxes, MarkKind kind, const Tokens& tokens, bool onPaper)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (onPaper) painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (const auto& glyphs : boxes) {
        // On a page the boxes are those of the print itself, without space around it.
        const QRectF box = onPaper ? glyphs.adjusted(-1, -2, 1, 1.5) : glyphs;
        switch (kind) {
        case MarkKind::proof:
        case MarkKind::currentProof: {
            const double line = kind == MarkKind::currentProof ? 3 : 2;
            painter.fillRect(box.adjusted(-1, 0, 1, 0), tokens.proof);
            painter.fillRect(QRectF(box.left() - 1, box.bottom() - 0.5, box.width() + 2, line), tokens.proofLine);
            if (kind == MarkKind::currentProof) {
                // A bar at the left says which of several proofs the current row has.
                painter.fillRect(QRectF(box.left() - 4, box.top(), 3, box.height() + 2.5), tokens.proofLine);
            }
            break;
        }
        case MarkKind::archivedProof: {
            QColor hatch = tokens.proofLine;
            hatch.setAlpha(90);
            painter.fillRect(box.adjusted(-1, 0, 1, 0), QBrush(hatch, Qt::BDiagPattern));
            painter.setPen(QPen(tokens.proofLine, 2, Qt::DotLine));
            painter.drawLine(box.bottomLeft(), box.bottomRight());
            break;
        }
        case MarkKind::suggestion: {
            QPen pen(tokens.suggestion, 2);
            pen.setDashPattern({2, 1.5});
            painter.setPen(pen);
            painter.drawLine(box.bottomLeft(), box.bottomRight());
            break;
        }
        case MarkKind::searchHit:
        case MarkKind::currentSearchHit: {
            const bool isCurrent = kind == MarkKind::currentSearchHit;
            painter.setPen(isCurrent ? QPen(tokens.text, 1.25) : QPen(tokens.warning, 0.75));
            painter.setBrush(tokens.searchHit);
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 2, 2);
            break;
        }
        case MarkKind::selection: {
            if (onPaper) {
                QColor veil = tokens.accent;
                veil.setAlpha(90);
                painter.fillRect(box, veil);
            } else {
                painter.fillRect(box, tokens.accent);
            }
            break;
        }
        }
    }
    painter.restore();
}

void paintAreaMark(QPainter& painter, const QRectF& box, MarkKind kind, const Tokens& tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    const auto frame = [&](const QColor& color, double width, Qt::PenStyle style, const QBrush& fill) {
        painter.setBrush(fill);
        painter.setPen(QPen(color, width, style));
        painter.drawRect(box);
    };
    QColor veil = tokens.proof;
    veil.setAlpha(110);
    switch (kind) {
    case MarkKind::proof: frame(tokens.proofLine, 2, Qt::SolidLine, veil); break;
    case MarkKind::currentProof:
        frame(tokens.proofLine, 3, Qt::SolidLine, veil);
        painter.fillRect(QRectF(box.left() - 6, box.top(), 3, box.height()), tokens.proofLine);
        break;
    case MarkKind::archivedProof:
        frame(tokens.proofLine, 2, Qt::DotLine, QBrush(tokens.proofLine, Qt::BDiagPattern));
        break;
    case MarkKind::suggestion: frame(tokens.suggestion, 2, Qt::DashLine, Qt::NoBrush); break;
    case MarkKind::searchHit:
    case MarkKind::currentSearchHit: frame(tokens.warning, 1, Qt::SolidLine, tokens.searchHit); break;
    case MarkKind::selection:
        veil = tokens.accent;
        veil.setAlpha(60);
        frame(tokens.accent, 2, Qt::SolidLine, veil);
        break;
    }
    painter.restore();
}

}  // namespace cw::ui
