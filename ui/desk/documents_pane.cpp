#include "ui/desk/documents_pane.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/desk/document_list.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

/// A list in which Enter opens on every platform and letters are free.
class DocumentList final : public QListView {
public:
    using QListView::QListView;
    void keyboardSearch(const QString&) override {}

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        QListView::focusInEvent(event);
        const auto* documents = qobject_cast<DocumentListModel*>(model());
        if (!currentIndex().isValid() && documents) setCurrentIndex(documents->index(documents->firstToRead()));
        viewport()->update();
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        QListView::focusOutEvent(event);
        viewport()->update();
    }
};

/// The collapsed pane: a narrow button with its text upright.
class StripButton final : public QPushButton {
public:
    StripButton(Theme& theme, QWidget* parent) : QPushButton(parent), m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const auto& tokens = m_theme.tokens();
        painter.fillRect(rect(), tokens.surface);
        painter.setPen(hasFocus() ? tokens.accent : tokens.text);
        painter.setFont(m_theme.font(TextSize::label, true));
        painter.translate(width(), 0);
        painter.rotate(90);
        painter.drawText(QRect(m_theme.scaled(10), 0, height() - m_theme.scaled(20), width()),
                         Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.resetTransform();
        if (hasFocus()) painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    Theme& m_theme;
};

}  // namespace

DocumentsPane::DocumentsPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, tr("Documents"), this)),
      m_unread(new Chip(theme, Tone::accent, {}, this)),
      m_tag(new Chip(theme, Tone::accent, {}, this)),
      m_order(new QLabel(this)),
      m_list(new DocumentList(this)),
      m_strip(new StripButton(theme, this)),
      m_model(new DocumentListModel(this))
{
    m_header->addLeft(m_tag);
    m_header->addRight(m_unread);
    m_order->setProperty("role", QStringLiteral("muted"));
    m_header->addRight(m_order);
    m_list->setObjectName(QStringLiteral("documents"));
    m_list->setAccessibleName(tr("Documents"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DocumentDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty = new EmptyState(theme, m_list);
    m_strip->setAccessibleName(tr("Show the documents"));
    m_strip->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_strip->hide();
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    m_column->addWidget(m_list, 1);
    m_column->addWidget(m_strip, 1);
    bindCommands();
    connect(m_list, &QListView::activated, this, &DocumentsPane::choose);
    connect(m_list, &QListView::clicked, this, &DocumentsPane::choose);
    connect(m_strip, &QPushButton::clicked, this, &DocumentsPane::expandRequested);
    connect(&theme, &Theme::changed, this, &DocumentsPane::style);
    style();
    showCounts();
}

void DocumentsPane::style()
{
    m_strip->setMinimumHeight(m_theme.scaled(60));
    if (m_isCollapsed) {
        setFixedWidth(m_theme.scaled(27));
    } else {
        setMinimumWidth(m_theme.scaled(170));
        setMaximumWidth(QWIDGETSIZE_MAX);
    }
    m_list->doItemsLayout();
    update();
}

void DocumentsPane::bindCommands()
{
    bindCommand("documents.order", m_list, [this] { changeOrder(); });
    bindCommand("documents.filter", m_list, [this] { changeTag(); });
    bindCommand("documents.versions", m_list, [this] { toggleVersions(); });
    bindCommand("documents.compare", m_list, [this] { compare(); });
    bindCommand("documents.mark", m_list, [this] {
        const auto* document = meant();
        if (!document) return;
        const bool isMarked = m_model->marked() == document->version;
        m_model->setMarked(isMarked ? std::nullopt : std::optional(document->version));
        emit statusText(isMarked
                            ? tr("No longer marked")
                            : tr("Marked: %1 on another document compares the two").arg(keyHint("documents.compare")));
    });
    bindCommand("documents.unread", m_list, [this] {
        if (const auto* document = meant()) emit unreadWanted(DocumentInfo(*document));
    });
    bindCommand("documents.replace", m_list, [this] {
        if (const auto* document = meant()) emit replacementWanted(DocumentInfo(*document));
    });
}

void DocumentsPane::keepCurrent(const std::function<void()>& change)
{
    const auto* current = m_model->at(m_list->currentIndex().row());
    const auto version = current ? std::optional(current->version) : m_shown;
    const int scrolled = m_list->verticalScrollBar()->value();
    change();
    if (const int row = version ? m_model->rowOf(*version) : -1; row >= 0) m_list->setCurrentIndex(m_model->index(row));
    m_list->verticalScrollBar()->setValue(scrolled);
    showCounts();
}

void DocumentsPane::changeOrder()
{
    const auto next = static_cast<DocumentOrder>((static_cast<int>(m_model->order()) + 1) % 4);
    setOrder(next);
    emit orderChanged(next);
}

void DocumentsPane::setOrder(DocumentOrder order)
{
    keepCurrent([this, order] { m_model->setOrder(order); });
}

void DocumentsPane::changeTag()
{
    keepCurrent([this] { m_model->setTag(m_model->nextTag()); });
    if (m_model->tag() == 0) emit statusText(tr("All documents. %1 and a letter tags one.").arg(tr("Alt Shift")));
}

void DocumentsPane::toggleVersions()
{
    const auto* document = meant();
    if (!document) return;
    const DocumentId id = document->id;
    if (m_model->showsVersions(id))
        setVersions(id, {});
    else if (document->versionCount > 1)
        emit versionsWanted(id);
    else
        emit statusText(tr("This document has one version."));
}

void DocumentsPane::compare()
{
    const auto* second = meant();
    const auto marked = m_model->marked();
    const auto* first = marked ? m_model->find(*marked) : nullptr;
    if (!first || !second || first->version == second->version) {
        emit statusText(tr("Mark one document with %1, then press %2 on the other.")
                            .arg(keyHint("documents.mark"), keyHint("documents.compare")));
        return;
    }
    emit comparisonWanted(DocumentInfo(*first), DocumentInfo(*second));
}

void DocumentsPane::addBelow(QWidget* widget)
{
    m_below.push_back(widget);
    m_column->addWidget(widget);
    widget->setVisible(!m_isCollapsed);
}

void DocumentsPane::setTypeNames(std::map<DocumentType, QString> names)
{
    keepCurrent([this, &names] { m_model->setTypeNames(std::move(names)); });
}

void DocumentsPane::setLate(std::set<DocumentVersionId> late)
{
    m_model->setLate(std::move(late));
}

void DocumentsPane::setVersions(DocumentId document, std::vector<DocumentInfo> versions)
{
    keepCurrent([&] { m_model->setVersions(document, std::move(versions)); });
}

void DocumentsPane::toggleTag(DocumentId document, char letter)
{
    keepCurrent([&] { m_model->toggleTag(document, letter); });
}

void DocumentsPane::setUnread(DocumentVersionId version, bool unread)
{
    m_model->setUnread(version, unread);
    showCounts();
}

void DocumentsPane::showDocuments(const std::vector<DocumentInfo>& documents, Date service)
{
    keepCurrent([&] { m_model->setDocuments(documents, service); });
    if (documents.empty()) {
        m_empty->showEmpty(tr("No document yet. Documents come with the encounter or are added here."));
    } else {
        m_empty->showNothing();
    }
}

void DocumentsPane::setShown(std::optional<DocumentVersionId> version)
{
    m_shown = version;
    m_model->setShown(version);
    if (const int row = version ? m_model->rowOf(*version) : -1; row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
    }
    showCounts();
}

void DocumentsPane::showCounts()
{
    const int unread = m_model->unreadCount();
    m_header->setDetail(QString::number(m_model->documentCount()));
    m_unread->setText(tr("%1 unread").arg(unread));
    m_unread->setVisible(unread > 0 && !m_isCollapsed);
    m_order->setText(toString(m_model->order()) + QStringLiteral(" ") + keyHint("documents.order"));
    m_order->setVisible(unread == 0 && !m_isCollapsed);  // Both have no room in a narrow pane.
    m_tag->setText(tr("tag %1").arg(QLatin1Char(m_model->tag() == 0 ? ' ' : m_model->tag())));
    m_tag->setVisible(m_model->tag() != 0 && !m_isCollapsed);
    m_strip->setText(unread > 0 ? tr("Documents %1, %2 unread").arg(m_model->documentCount()).arg(unread)
                                : tr("Documents %1").arg(m_model->documentCount()));
    m_strip->update();
}

void DocumentsPane::setCollapsed(bool collapsed)
{
    if (collapsed == m_isCollapsed) return;
    m_isCollapsed = collapsed;
    m_header->setVisible(!collapsed);
    m_list->setVisible(!collapsed);
    for (auto* widget : m_below) widget->setVisible(!collapsed);
    m_strip->setVisible(collapsed);
    style();
    showCounts();
}

const DocumentInfo* DocumentsPane::firstToRead() const
{
    return m_model->at(m_model->firstToRead());
}

const DocumentInfo* DocumentsPane::find(DocumentVersionId version) const
{
    return m_model->find(version);
}

const DocumentInfo* DocumentsPane::meant() const
{
    if (m_list->hasFocus()) return m_model->at(m_list->currentIndex().row());
    return m_shown ? m_model->find(*m_shown) : nullptr;
}

const DocumentInfo* DocumentsPane::beside(int step) const
{
    const int row = m_shown ? m_model->rowOf(*m_shown) : -1;
    return m_model->at(m_model->rowBeside(row, step));
}

void DocumentsPane::choose(const QModelIndex& index)
{
    if (const auto* document = m_model->at(index.row())) {
        const DocumentInfo chosen = *document;
        emit documentChosen(chosen);
    }
}

void DocumentsPane::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().surface);
}

}  // namespace cw::ui
