#pragma once

#include "chart/document.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>

#include <vector>

namespace cw::ui {

/// A place in a chart to go to: a hit of the search, or a bookmark.
struct FoundPlace {
    Span span;
    QString title;    ///< Of the document.
    QString detail;   ///< Date and page; of a bookmark its author and time.
    QString snippet;  ///< Words around it; of a bookmark its note.
    int markBegin = 0;
    int markEnd = 0;  ///< Of the words found, in the snippet.
    bool isRecognised = false;
    bool isArchived = false;
    qint64 bookmark = 0;  ///< Its id; 0 for a hit.
    bool isOwn = true;    ///< A bookmark that this person may remove.
};

class FoundPlacesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole + 1, SnippetRole, MarkBeginRole, MarkEndRole };

    using QAbstractListModel::QAbstractListModel;
    void setPlaces(std::vector<FoundPlace> places);
    const FoundPlace* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<FoundPlace> m_places;
};

/// Title and date on the first line, the words around the hit on two more, the hit itself semi-bold in a box.
class FoundPlaceDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace cw::ui
