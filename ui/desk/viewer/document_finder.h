#pragma once

#include "ui/desk/viewer/text_position.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

namespace cw::ui {

class DocumentView;

/// Finds words in one document, page by page between events so that a long PDF never holds up the window. Case and
/// line breaks between words do not matter.
class DocumentFinder final : public QObject {
    Q_OBJECT

public:
    explicit DocumentFinder(QObject* parent = nullptr);
    /// The view to search; may be null. Starts over with the same words.
    void setView(DocumentView* view);
    void setQuery(const QString& query);
    void step(int direction);  ///< To the next (1) or previous (-1) hit, around the end.
    /// Makes the current hit the selection, so that what was found can be used as proof. Nothing without a hit.
    void selectCurrent();
    void clear();
    /// The text has changed, e.g. by OCR: searches again and goes nowhere.
    void searchAgain();

    int hitCount() const { return static_cast<int>(m_hits.size()); }
    int current() const noexcept { return m_current; }  ///< From 0; -1 when none.
    bool isSearching() const { return m_timer.isActive(); }

signals:
    void changed();  ///< Count, current hit or state.

private:
    void restart();
    void searchSome();
    void searchPage(int page);
    void goTo(int index);
    void showHits();

    DocumentView* m_view = nullptr;
    QString m_query;
    std::vector<FoundRange> m_hits;
    int m_current = -1;
    int m_nextPage = 0;
    bool m_mayScroll = true;
    QTimer m_timer;
};

}  // namespace cw::ui
