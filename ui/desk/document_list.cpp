#include "ui/desk/document_list.h"

#include "ui/desk/chart_words.h"
#include "ui/widgets/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cw::ui {

namespace {

constexpr std::array<std::pair<DocumentOrder, const char*>, 4> orderNames = {{
    {DocumentOrder::byType, "type"},
    {DocumentOrder::byTitle, "title"},
    {DocumentOrder::newestFirst, "newest"},
    {DocumentOrder::oldestFirst, "oldest"},
}};

std::string titleOf(const DocumentInfo& info)
{
    return info.title.empty() ? info.sourceName : info.title;
}

}  // namespace

QString toString(DocumentOrder order)
{
    return QString::fromLatin1(orderNames.at(static_cast<std::size_t>(order)).second);
}

DocumentOrder documentOrderOf(const QString& text)
{
    for (const auto& [order, name] : orderNames)
        if (text == QLatin1String(name)) return order;
    return DocumentOrder::byType;
}

void DocumentListModel::setDocuments(std::vector<DocumentInfo> documents, Date service)
{
    m_service = service;
    m_documents = std::move(documents);
    std::erase_if(m_versions, [this](const auto& entry) {
        return std::none_of(m_documents.begin(), m_documents.end(),
                            [&entry](const DocumentInfo& info) { return info.id == entry.first; });
    });
    rebuild();
}

void DocumentListModel::setTypeNames(std::map<DocumentType, QString> names)
{
    if (names == m_typeNames) return;
    m_typeNames = std::move(names);
    rebuild();
}

void DocumentListModel::setOrder(DocumentOrder order)
{
    if (std::exchange(m_order, order) != order) rebuild();
}

void DocumentListModel::setTag(char tag)
{
    if (std::exchange(m_tag, tag) != tag) rebuild();
}

char DocumentListModel::nextTag() const
{
    std::set<char> tags;
    for (const auto& info : m_documents) tags.insert(info.tags.begin(), info.tags.end());
    const auto next = tags.upper_bound(m_tag);
    return next == tags.end() ? '\0' : *next;
}

void DocumentListModel::setLate(std::set<DocumentVersionId> late)
{
    m_late = std::move(late);
    refreshRows();
}

void DocumentListModel::setMarked(std::optional<DocumentVersionId> version)
{
    m_marked = version;
    refreshRows();
}

void DocumentListModel::setVersions(DocumentId document, std::vector<DocumentInfo> versions)
{
    if (versions.empty())
        m_versions.erase(document);
    else
        m_versions[document] = std::move(versions);
    rebuild();
}

void DocumentListModel::setShown(std::optional<DocumentVersionId> version)
{
    m_shown = version;
    if (version) setUnread(*version, false);
    refreshRows();
}

void DocumentListModel::setUnread(DocumentVersionId version, bool unread)
{
    for (auto& document : m_documents)
        if (document.version == version) document.unread = unread;
    for (auto& row : m_rows)
        if (row.heading.isEmpty() && row.info.version == version) row.info.unread = unread;
    refreshRows();
}

void DocumentListModel::toggleTag(DocumentId document, char letter)
{
    for (auto& info : m_documents) {
        if (info.id != document) continue;
        if (const auto at = info.tags.find(letter); at != std::string::npos)
            info.tags.erase(at, 1);
        else
            info.tags.insert(std::upper_bound(info.tags.begin(), info.tags.end(), letter), letter);
    }
    rebuild();
}

QString DocumentListModel::headingOf(const DocumentInfo& info) const
{
    const auto named = m_typeNames.find(info.type);
    return named == m_typeNames.end() ? qs(displayName(info.type)) : named->second;
}

QString DocumentListModel::noteOf(const DocumentInfo& info) const
{
    if (info.isArchived) return tr("v%1 archived").arg(info.versionNumber);
    if (m_late.contains(info.version)) return tr("late");
    if (info.isRecognised) return tr("OCR");
    return info.versionCount > 1 ? tr("v%1").arg(info.versionNumber) : QString();
}

void DocumentListModel::sort()
{
    const auto before = [this](const DocumentInfo& a, const DocumentInfo& b) {
        switch (m_order) {
        // Kinds in the order in which a coder reads a chart (their order in DocumentType).
        case DocumentOrder::byType: return a.type != b.type ? a.type < b.type : b.date < a.date;
        case DocumentOrder::byTitle: return qs(titleOf(a)).compare(qs(titleOf(b)), Qt::CaseInsensitive) < 0;
        case DocumentOrder::newestFirst: return b.date < a.date;
        case DocumentOrder::oldestFirst: return a.date < b.date;
        }
        return false;
    };
    std::stable_sort(m_documents.begin(), m_documents.end(), before);
}

void DocumentListModel::rebuild()
{
    beginResetModel();
    sort();
    m_rows.clear();
    std::optional<DocumentType> type;
    for (const auto& info : m_documents) {
        if (m_tag != 0 && info.tags.find(m_tag) == std::string::npos) continue;
        if (m_order == DocumentOrder::byType && type != info.type) m_rows.push_back({headingOf(info), {}, false});
        type = info.type;
        m_rows.push_back({{}, info, false});
        const auto versions = m_versions.find(info.id);
        if (versions == m_versions.end()) continue;
        for (const auto& version : versions->second)
            if (version.version != info.version) m_rows.push_back({{}, version, true});
    }
    endResetModel();
}

void DocumentListModel::refreshRows()
{
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
    return entry.heading.isEmpty() ? &entry.info : nullptr;
}

const DocumentInfo* DocumentListModel::find(DocumentVersionId version) const
{
    if (const int row = rowOf(version); row >= 0) return at(row);
    const auto known = std::find_if(m_documents.begin(), m_documents.end(),
                                    [version](const DocumentInfo& info) { return info.version == version; });
    return known == m_documents.end() ? nullptr : &*known;
}

int DocumentListModel::rowOf(DocumentVersionId version) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const auto* document = at(row); document && document->version == version) return row;
    return -1;
}

int DocumentListModel::rowBeside(int row, int step) const
{
    const int direction = step < 0 ? -1 : 1;
    for (int next = row + direction; next >= 0 && next < rowCount(); next += direction)
        if (at(next)) return next;
    return -1;
}

int DocumentListModel::firstToRead() const
{
    int first = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const auto* document = at(row);
        if (document && document->unread && !document->isArchived) return row;
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
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    if (!row.heading.isEmpty()) {
        if (role == IsHeadingRole) return true;
        return role == Qt::DisplayRole ? row.heading : QVariant();
    }
    const auto& info = row.info;
    const QString title = qs(titleOf(info));
    const QString date = info.date ? shortDate(*info.date, m_service) : QString();
    switch (role) {
    case Qt::DisplayRole: return info.pages > 1 ? tr("%1, %2 p.").arg(title).arg(info.pages) : title;
    case Qt::AccessibleTextRole: {
        QStringList words = {title, date, noteOf(info)};
        if (info.unread) words.append(tr("unread"));
        if (!info.tags.empty()) words.append(tr("tags %1").arg(qs(info.tags)));
        words.removeAll(QString());
        return words.join(QLatin1Char(' '));
    }
    case Qt::ToolTipRole: return QStringLiteral("%1, %2").arg(title, qs(displayName(info.format)));
    case DateRole: return date;
    case UnreadRole: return info.unread && !info.isArchived;
    case ShownRole: return info.version == m_shown;
    case TagsRole: return row.isVersion ? QString() : qs(info.tags);
    case NoteRole: return noteOf(info);
    case IndentRole: return row.isVersion ? 1 : 0;
    case MarkedRole: return info.version == m_marked;
    default: return {};
    }
}

}  // namespace cw::ui
