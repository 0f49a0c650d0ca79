#include "ui/desk/documents_pane.h"

#include "ui/desk/document_list.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"

#include <QListView>
#include <QPainter>
#include <QPushButton>
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
      m_list(new DocumentList(this)),
      m_strip(new StripButton(theme, this)),
      m_model(new DocumentListModel(this))
{
    m_header->addRight(m_unread);
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
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    column->addWidget(m_strip, 1);
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

void DocumentsPane::showDocuments(const std::vector<DocumentInfo>& documents, Date service)
{
    m_model->setDocuments(documents, service);
    if (documents.empty()) {
        m_empty->showEmpty(tr("No document yet. Documents come with the encounter or are added here."));
    } else {
        m_empty->showNothing();
    }
    showCounts();
}

void DocumentsPane::setShown(std::optional<DocumentVersionId> version)
{
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
    return m_model->at(m_model->rowOf(version));
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
