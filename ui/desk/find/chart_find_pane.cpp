#include "ui/desk/find/chart_find_pane.h"

#include "ui/commands/command_table.h"
#include "ui/desk/chart_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace cw::ui {

namespace {

constexpr std::size_t mostHits = 300;

QString placeOf(const DocumentInfo& info, int page, Date service)
{
    QStringList words;
    if (info.date) words.append(shortDate(*info.date, service));
    if (isPaged(info.format) && info.pages > 1) words.append(ChartFindPane::tr("p. %1").arg(page + 1));
    return words.join(QStringLiteral(", "));
}

/// Where a hit stands as spans count it: UTF-16 units on pages, bytes elsewhere.
Span spanOf(const ChartHit& hit, const ChartText* text, bool paged)
{
    if (!paged || !text) return {hit.version, hit.page, hit.begin, hit.end, {}};
    const auto units = [text](std::int64_t byte) {
        return static_cast<std::int64_t>(QString::fromUtf8(text->text.data(), static_cast<qsizetype>(byte)).size());
    };
    return {hit.version, hit.page, units(hit.begin), units(hit.end), {}};
}

FoundPlace placeFor(const ChartHit& hit, const DocumentInfo& info, const ChartText* text, Date service)
{
    FoundPlace place;
    place.span = spanOf(hit, text, isPaged(info.format));
    place.title = qs(info.title.empty() ? info.sourceName : info.title);
    place.detail = placeOf(info, hit.page, service);
    place.snippet = qs(hit.snippet);
    place.markBegin = static_cast<int>(QString::fromUtf8(hit.snippet.data(), hit.markBegin).size());
    place.markEnd = static_cast<int>(QString::fromUtf8(hit.snippet.data(), hit.markEnd).size());
    place.isRecognised = hit.isRecognised;
    place.isArchived = info.isArchived;
    return place;
}

FoundPlace placeFor(const Bookmark& bookmark)
{
    FoundPlace place;
    place.span = bookmark.span;
    place.title = qs(bookmark.documentTitle);
    place.detail = qs(bookmark.author) + (bookmark.isPrivate ? ChartFindPane::tr(", private") : QString());
    place.snippet = qs(bookmark.note.empty() ? bookmark.quote : bookmark.note);
    place.isArchived = bookmark.isArchived;
    place.bookmark = bookmark.id;
    return place;
}

}  // namespace

ChartFindPane::ChartFindPane(Theme& theme, Background& lookup, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_lookup(lookup),
      m_search(lookup, this),
      m_bookmarks(lookup, this),
      m_header(new PaneHeader(theme, tr("Find in chart"), this)),
      m_field(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_model(new FoundPlacesModel(this))
{
    m_header->setTopLine(true);
    m_header->addHint(keyHint("chart.find"));
    m_field->setObjectName(QStringLiteral("chartFind"));
    m_field->setAccessibleName(tr("Find in the whole chart"));
    m_field->setProperty("plain", true);
    m_field->setPlaceholderText(tr("Words in any document"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("chartHits"));
    m_list->setAccessibleName(tr("Places found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FoundPlaceDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_empty = new EmptyState(theme, m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &ChartFindPane::search);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        // Typed and pressed at once: the first hit of these words, not of those before.
        m_goesToFirst = m_shownQuery != m_field->text();
        if (!m_goesToFirst) choose(m_list->currentIndex());
    });
    connect(m_list, &QListView::activated, this, &ChartFindPane::choose);
    connect(m_list, &QListView::clicked, this, &ChartFindPane::choose);
    connect(&theme, &Theme::changed, this, &ChartFindPane::style);
    style();
    m_list->hide();
}

void ChartFindPane::style()
{
    m_field->setTextMargins(m_theme.scaled(8), m_theme.scaled(4), m_theme.scaled(8), m_theme.scaled(4));
    m_list->doItemsLayout();
    update();
}

void ChartFindPane::setChart(EncounterRowId encounter, const std::vector<DocumentInfo>& documents, Date service)
{
    const bool isOther = encounter != m_encounter;
    m_encounter = encounter;
    m_service = service;
    m_documents.clear();
    for (const auto& info : documents) m_documents.emplace(info.version, info);
    m_index = std::make_shared<Index>();
    if (isOther) {
        m_showsBookmarks = false;
        const QSignalBlocker quiet(m_field);
        m_field->clear();
        m_list->hide();
    } else if (m_list->isVisible() && !m_showsBookmarks) {
        search();
    }
}

void ChartFindPane::close()
{
    m_search.forget();
    m_bookmarks.forget();
    setChart({}, {}, m_service);
}

void ChartFindPane::find(const QString& words)
{
    emit used();
    m_showsBookmarks = false;
    m_header->setTitle(tr("Find in chart"));
    if (!words.isEmpty()) m_field->setText(words.simplified());
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void ChartFindPane::search()
{
    m_showsBookmarks = false;
    m_header->setTitle(tr("Find in chart"));
    const QString query = m_field->text();
    m_goesToFirst = false;
    if (query.trimmed().isEmpty() || !m_encounter.isValid()) {
        m_search.forget();
        m_shownQuery.clear();
        m_header->setDetail({});
        m_list->hide();
        return;
    }
    m_search.ask(
        [query = utf8(query), index = m_index, documents = m_documents, service = m_service,
         encounter = m_encounter](app::Workspace& workspace) -> Result<std::vector<FoundPlace>> {
            if (!*index) {
                CW_TRY(*index, app::ChartDesk(workspace).searchIndex(encounter));
            }
            std::vector<FoundPlace> places;
            for (const auto& hit : (*index)->find(query, mostHits)) {
                const auto known = documents.find(hit.version);
                if (known == documents.end()) continue;
                places.push_back(placeFor(hit, known->second, (*index)->textOf(hit.version, hit.page), service));
            }
            return places;
        },
        [this, query](const Result<std::vector<FoundPlace>>& places) {
            if (!places) {
                m_list->show();
                m_empty->showFailed(places.error());
                return;
            }
            showHits(query, *places);
        });
}

void ChartFindPane::showHits(const QString& query, const std::vector<FoundPlace>& places)
{
    m_header->setDetail(places.size() >= mostHits ? tr("%1 and more").arg(places.size())
                                                  : QString::number(places.size()));
    m_shownQuery = query;
    showPlaces(places, tr("\u201c%1\u201d stands in none of the %2 documents.").arg(query).arg(m_documents.size()));
    if (std::exchange(m_goesToFirst, false)) choose(m_model->index(0));
}

void ChartFindPane::showPlaces(std::vector<FoundPlace> places, const QString& whenEmpty)
{
    const bool isEmpty = places.empty();
    m_model->setPlaces(std::move(places));
    m_list->show();
    if (isEmpty) {
        m_empty->showEmpty(whenEmpty);
    } else {
        m_empty->showNothing();
        m_list->setCurrentIndex(m_model->index(0));
    }
}

void ChartFindPane::showBookmarks()
{
    if (!m_encounter.isValid()) return;
    emit used();
    m_showsBookmarks = true;
    m_header->setTitle(tr("Bookmarks"));
    m_bookmarks.ask(
        [encounter = m_encounter](app::Workspace& workspace) { return app::ChartDesk(workspace).bookmarks(encounter); },
        [this](const Result<std::vector<Bookmark>>& bookmarks) {
            if (!m_showsBookmarks) return;
            std::vector<FoundPlace> places;
            if (bookmarks)
                for (const auto& bookmark : *bookmarks) places.push_back(placeFor(bookmark));
            m_header->setDetail(QString::number(places.size()));
            showPlaces(std::move(places),
                       bookmarks ? tr("No bookmark yet: select words and press %1.").arg(keyHint("viewer.bookmark"))
                                 : sentenceFor(bookmarks.error()));
            m_list->setFocus(Qt::ShortcutFocusReason);
        });
}

bool ChartFindPane::isInUse() const
{
    return m_list->isVisible() || m_field->hasFocus();
}

void ChartFindPane::choose(const QModelIndex& index)
{
    if (const auto* place = m_model->at(index.row())) {
        const Span span = place->span;
        emit placeChosen(span);
    }
}

bool ChartFindPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentIndex().row();
    if (key->key() == Qt::Key_Escape) {
        m_field->clear();
        m_showsBookmarks = false;
        m_list->hide();
        emit left();
        return true;
    }
    // The list is walked from the field, so that one goes on typing.
    if (watched == m_field && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        const int next = row + (key->key() == Qt::Key_Down ? 1 : -1);
        if (m_model->at(next)) m_list->setCurrentIndex(m_model->index(next));
        return true;
    }
    if (watched == m_list && key->key() == Qt::Key_Delete) {
        if (const auto* place = m_model->at(row); place && place->bookmark != 0)
            emit bookmarkRemovalWanted(place->bookmark, place->isOwn);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChartFindPane::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().surface);
}

}  // namespace cw::ui
