#include "ui/desk/document_list.h"

#include "ui/desk/chart_words.h"
#include "ui/widgets/tabular.h"
#include "ui/widgets/text.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace cw::ui {

void DocumentListModel::setDocuments(std::vector<DocumentInfo> documents, Date service)
{
    beginResetModel();
    m_service = service;
    m_documents = std::move(documents);
    // Kinds in the order in which a coder reads a chart (their order in DocumentType), then newest first.
    std::stable_sort(m_documents.begin(), m_documents.end(), [](const DocumentInfo& a, const DocumentInfo& b) {
        return a.type != b.type ? a.type < b.type : b.date < a.date;
    });
    m_rows.clear();
    for (std::size_t i = 0; i < m_documents.size(); ++i) {
        if (i == 0 || m_documents[i].type != m_documents[i - 1].type) {
            m_rows.push_back({qs(displayName(m_documents[i].type)), 0});
        }
        m_rows.push_back({{}, i});
    }
    endResetModel();
}

void DocumentListModel::setShown(std::optional<DocumentVersionId> version)
{
    m_shown = version;
    for (auto& document : m_documents) {
        if (document.version == version) document.unread = false;
    }
    if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

int DocumentListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const DocumentInfo* DocumentListModel::at(int row) const
{
    if (row < 0 || row >= rowCount()) return nullptr;
    const auto& entry = m_rows[static_cast<std::size_t>(row)];
    return entry.heading.isEmpty() ? &m_documents[entry.document] : nullptr;
}

int DocumentListModel::rowOf(DocumentVersionId version) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (const auto* document = at(row); document && document->version == version) return row;
    }
    return -1;
}

int DocumentListModel::firstToRead() const
{
    int first = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const auto* document = at(row);
        if (document && document->unread) return row;
        if (document && first < 0) first = row;
    }
    return first;
}

int DocumentListModel::unreadCount() const
{
    return static_cast<int>(
        std::count_if(m_documents.begin(), m_documents.end(), [](const DocumentInfo& info) { return info.unread; }));
}

Qt::ItemFlags DocumentListModel::flags(const QModelIndex& index) const
{
    return at(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant DocumentListModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount()) return {};
    const auto* document = at(index.row());
    if (!document) {
        if (role == IsHeadingRole) return true;
        return role == Qt::DisplayRole ? m_rows[static_cast<std::size_t>(index.row())].heading : QVariant();
    }
    const QString title = qs(document->title.empty() ? document->sourceName : document->title);
    const QString date = document->date ? shortDate(*document->date, m_service) : QString();
    switch (role) {
    case Qt::DisplayRole: return document->pages > 1 ? tr("%1, %2 p.").arg(title).arg(document->pages) : title;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2 %3").arg(title, date, document->unread ? tr("unread") : QString()).trimmed();
    case Qt::ToolTipRole: return title;
    case DateRole: return date;
    case UnreadRole: return document->unread;
    case ShownRole: return document->version == m_shown;
    default: return {};
    }
}

void DocumentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& tokens = m_theme.tokens();
    const QRectF box = QRectF(option.rect).adjusted(m_theme.scaled(10), 0, -m_theme.scaled(10), 0);
    painter->save();
    if (index.data(DocumentListModel::IsHeadingRole).toBool()) {
        painter->setFont(m_theme.font(TextSize::label, true));
        painter->setPen(tokens.muted);
        painter->drawText(box.adjusted(0, m_theme.scaled(5), 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          index.data().toString());
        painter->restore();
        return;
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view && view->currentIndex() == index) paintRow(*painter, m_theme, option, index);
    const bool isUnread = index.data(DocumentListModel::UnreadRole).toBool();
    const QString date = index.data(DocumentListModel::DateRole).toString();
    painter->setFont(m_theme.font(TextSize::label, isUnread));
    const QFontMetricsF small(painter->font());
    const double dateWidth = tabularWidth(small, date);
    painter->setPen(tokens.muted);
    drawTabular(*painter, box, Qt::AlignRight, date);
    if (index.data(DocumentListModel::ShownRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.accent);
        painter->drawEllipse(QPointF(box.left() + m_theme.scaled(1), box.center().y()), m_theme.scaled(2),
                             m_theme.scaled(2));
    }
    painter->setFont(m_theme.font(TextSize::work, isUnread));
    painter->setPen(tokens.text);
    const QRectF text = box.adjusted(m_theme.scaled(8), 0, -dateWidth - m_theme.scaled(8), 0);
    const QFontMetricsF metrics(painter->font());
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.scaled(80), m_theme.scaled(25)};
}

}  // namespace cw::ui
