#pragma once

#include "app/chart_desk.h"
#include "ui/async/latest.h"
#include "ui/desk/find/found_places.h"

#include <QWidget>

#include <map>
#include <memory>

class QLineEdit;
class QListView;

namespace cw::ui {

class EmptyState;
class PaneHeader;
class Theme;

/// Finds words in all documents of a chart, and lists its bookmarks: below the documents. Enter goes there.
class ChartFindPane final : public QWidget {
    Q_OBJECT

public:
    ChartFindPane(Theme& theme, Background& lookup, QWidget* parent);
    /// A chart with these documents; texts are read when somebody first searches, and again after `changed`.
    void setChart(EncounterRowId encounter, const std::vector<DocumentInfo>& documents, Date service);
    void close();  ///< No chart.
    /// To the search field, with these words in it when there are any.
    void find(const QString& words);
    void showBookmarks();
    bool isInUse() const;
    QListView& list() const { return *m_list; }
    QLineEdit& field() const { return *m_field; }

signals:
    void placeChosen(const cw::Span& span);
    void bookmarkRemovalWanted(qint64 id, bool isOwn);
    void used();  ///< The pane wants room.
    void left();  ///< Esc: back to the document.

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    using Index = std::shared_ptr<const ChartIndex>;
    void search();
    void showHits(const QString& query, const std::vector<FoundPlace>& places);
    void showPlaces(std::vector<FoundPlace> places, const QString& whenEmpty);
    void choose(const QModelIndex& index);
    void style();

    Theme& m_theme;
    Background& m_lookup;
    Latest<std::vector<FoundPlace>> m_search;
    Latest<std::vector<Bookmark>> m_bookmarks;
    PaneHeader* m_header;
    QLineEdit* m_field;
    QListView* m_list;
    FoundPlacesModel* m_model;
    EmptyState* m_empty;
    EncounterRowId m_encounter;
    std::map<DocumentVersionId, DocumentInfo> m_documents;
    Date m_service = Date::of(2000, 1, 1);
    std::shared_ptr<Index> m_index;  ///< Filled on the lookup thread, for as long as the chart does not change.
    QString m_shownQuery;            ///< Whose hits stand in the list.
    bool m_goesToFirst = false;
    bool m_showsBookmarks = false;
};

}  // namespace cw::ui
