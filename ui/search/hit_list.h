#pragma once

#include "codeset/code_library.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace cw::ui {

/// Hits of a code search in rank order; codes not in force on the date come last.
class HitListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { CodeRole = Qt::UserRole + 1, ReasonRole, SystemRole, StarterRole, FadedRole };

    using QAbstractListModel::QAbstractListModel;
    void setHits(std::vector<SearchHit> hits, const QString& query);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const CodeEntry* at(int row) const;
    const QStringList& words() const noexcept { return m_words; }

private:
    std::vector<SearchHit> m_hits;
    QStringList m_words;
};

/// Stretches of `text` to mark: each word of it that begins with one of the query's words, as [begin, end).
std::vector<std::pair<int, int>> matchedWords(const QString& text, const QStringList& words);

/// Code, title with the matched words marked, system; below the title why it matched, when the marks do not say it.
class HitDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTitle(QPainter& painter, const QRectF& box, const QModelIndex& index, const QColor& color) const;
};

}  // namespace cw::ui
