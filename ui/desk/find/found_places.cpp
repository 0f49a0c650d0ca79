#include "ui/desk/find/found_places.h"

#include "ui/widgets/tabular.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int snippetLines = 2;

}  // namespace

void FoundPlacesModel::setPlaces(std::vector<FoundPlace> places)
{
    beginResetModel();
    m_places = std::move(places);
    endResetModel();
}

const FoundPlace* FoundPlacesModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_places[static_cast<std::size_t>(row)] : nullptr;
}

int FoundPlacesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant FoundPlacesModel::data(const QModelIndex& index, int role) const
{
    const auto* place = at(index.row());
    if (!place) return {};
    switch (role) {
    case Qt::DisplayRole: return place->title;
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2: %3").arg(place->title, place->detail, place->snippet);
    case DetailRole: {
        QStringList words = {place->detail};
        if (place->isRecognised) words.append(tr("OCR"));
        if (place->isArchived) words.append(tr("archived"));
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case SnippetRole: return place->snippet;
    case MarkBeginRole: return place->markBegin;
    case MarkEndRole: return place->markEnd;
    default: return {};
    }
}

void FoundPlaceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintRow(*painter, m_theme, option, index);
    const auto& tokens = m_theme.tokens();
    const double pad = m_theme.scaled(10);
    QRectF box = QRectF(option.rect).adjusted(pad, m_theme.scaled(4), -pad, -m_theme.scaled(3));
    painter->save();
    const QString detail = index.data(FoundPlacesModel::DetailRole).toString();
    painter->setFont(m_theme.font(TextSize::label));
    const double detailWidth = tabularWidth(QFontMetricsF(painter->font()), detail);
    painter->setPen(tokens.muted);
    const double line = m_theme.scaled(17);
    drawTabular(*painter, QRectF(box.left(), box.top(), box.width(), line), Qt::AlignRight, detail);
    painter->setFont(m_theme.font(TextSize::label, true));
    painter->setPen(tokens.text);
    const double titleWidth = std::max(0.0, box.width() - detailWidth - m_theme.scaled(8));
    painter->drawText(QRectF(box.left(), box.top(), titleWidth, line), Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetricsF(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, titleWidth));

    QTextLayout layout(index.data(FoundPlacesModel::SnippetRole).toString(), m_theme.font(TextSize::label));
    const int begin = index.data(FoundPlacesModel::MarkBeginRole).toInt();
    const int end = index.data(FoundPlacesModel::MarkEndRole).toInt();
    if (begin < end) {
        QTextLayout::FormatRange hit;
        hit.start = begin;
        hit.length = end - begin;
        hit.format.setFontWeight(QFont::DemiBold);
        hit.format.setBackground(tokens.searchHit);
        layout.setFormats({hit});
    }
    layout.beginLayout();
    double y = 0;
    for (int i = 0; i < snippetLines; ++i) {
        auto row = layout.createLine();
        if (!row.isValid()) break;
        row.setLineWidth(box.width());
        row.setPosition({0, y});
        y += row.height();
    }
    layout.endLayout();
    painter->setPen(tokens.muted);
    layout.draw(painter, {box.left(), box.top() + line});
    painter->restore();
}

QSize FoundPlaceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.scaled(80), m_theme.scaled(57)};
}

}  // namespace cw::ui
