#include "ui/search/hit_list.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/tabular.h"
#include "ui/widgets/text.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace cw::ui {

namespace {

QString reasonOf(const SearchHit& hit)
{
    const auto& entry = hit.entry;
    if (!entry.validOnDate) {
        return entry.valid.last ? HitListModel::tr("not in force, last day %1").arg(qs(entry.valid.last->iso()))
                                : HitListModel::tr("not in force on this day");
    }
    if (!entry.billable && !entry.isModifier)
        return HitListModel::tr("header, not billable: Enter shows the codes below it");
    // The marked words show these by themselves.
    const bool isPlain =
        hit.reason.empty() || hit.reason == "code" || hit.reason == "code prefix" || hit.reason == "words";
    return isPlain ? QString() : qs(hit.reason);
}

}  // namespace

void HitListModel::setHits(std::vector<SearchHit> hits, const QString& query)
{
    beginResetModel();
    m_hits = std::move(hits);
    std::stable_partition(m_hits.begin(), m_hits.end(), [](const SearchHit& hit) { return hit.entry.validOnDate; });
    static const QRegularExpression between(QStringLiteral("[^\\w.]+"), QRegularExpression::UseUnicodePropertiesOption);
    m_words = query.split(between, Qt::SkipEmptyParts);
    endResetModel();
}

int HitListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

const CodeEntry* HitListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_hits[static_cast<std::size_t>(row)].entry : nullptr;
}

QVariant HitListModel::data(const QModelIndex& index, int role) const
{
    const auto* entry = at(index.row());
    if (!entry) return {};
    const auto& hit = m_hits[static_cast<std::size_t>(index.row())];
    const QString title = qs(entry->longTitle.empty() ? entry->shortTitle : entry->longTitle);
    switch (role) {
    case Qt::DisplayRole: return title;
    case CodeRole: return qs(entry->displayCode());
    case ReasonRole: return reasonOf(hit);
    case SystemRole: return qs(displayName(entry->system));
    case StarterRole: return entry->kind == ReleaseKind::starter;
    case FadedRole: return !entry->validOnDate;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2, %3 %4")
            .arg(qs(entry->displayCode()), title, qs(displayName(entry->system)), reasonOf(hit));
    default: return {};
    }
}

std::vector<std::pair<int, int>> matchedWords(const QString& text, const QStringList& words)
{
    std::vector<std::pair<int, int>> matches;
    static const QRegularExpression word(QStringLiteral("\\w+"), QRegularExpression::UseUnicodePropertiesOption);
    auto all = word.globalMatch(text);
    while (all.hasNext()) {
        const auto match = all.next();
        const bool isHit = std::any_of(words.begin(), words.end(), [&](const QString& part) {
            return match.captured().startsWith(part, Qt::CaseInsensitive);
        });
        if (isHit) matches.emplace_back(match.capturedStart(), match.capturedEnd());
    }
    return matches;
}

void HitDelegate::paintTitle(QPainter& painter, const QRectF& box, const QModelIndex& index, const QColor& color) const
{
    const auto* model = qobject_cast<const HitListModel*>(index.model());
    const QFontMetricsF metrics(painter.font());
    const QString title = metrics.elidedText(index.data().toString(), Qt::ElideRight, box.width());
    if (model) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().searchHit);
        for (const auto& [begin, end] : matchedWords(title, model->words())) {
            const double left = box.left() + metrics.horizontalAdvance(title.left(begin));
            const double width = metrics.horizontalAdvance(title.mid(begin, end - begin));
            painter.drawRoundedRect(
                QRectF(left - 1, box.center().y() - metrics.height() / 2, width + 2, metrics.height()), 2, 2);
        }
    }
    painter.setPen(color);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintRow(*painter, m_theme, option, index);
    const auto& tokens = m_theme.tokens();
    const bool isFaded = index.data(HitListModel::FadedRole).toBool();
    const QColor color = isFaded ? tokens.muted : tokens.text;
    const QRectF row = QRectF(option.rect).adjusted(m_theme.scaled(10), 0, -m_theme.scaled(10), -1);
    const double codeWidth = m_theme.scaled(76);
    const double systemWidth = m_theme.scaled(84);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(color);
    painter->setFont(m_theme.font(TextSize::work, true));
    drawTabular(*painter, QRectF(row.left(), row.top(), codeWidth, row.height()), Qt::AlignLeft,
                index.data(HitListModel::CodeRole).toString());
    painter->setPen(tokens.muted);
    painter->setFont(m_theme.font(TextSize::work));
    painter->drawText(QRectF(row.right() - systemWidth, row.top(), systemWidth, row.height()),
                      Qt::AlignVCenter | Qt::AlignLeft, index.data(HitListModel::SystemRole).toString());
    QRectF title(row.left() + codeWidth, row.top(), row.width() - codeWidth - systemWidth - m_theme.scaled(8),
                 row.height());
    if (index.data(HitListModel::StarterRole).toBool()) {
        const QString word = tr("starter");
        const double width = chipWidth(m_theme, word);
        paintChip(*painter, m_theme, title, title.right() - width, Tone::neutral, word);
        title.setRight(title.right() - width - m_theme.scaled(8));
    }
    const QString reason = index.data(HitListModel::ReasonRole).toString();
    if (!reason.isEmpty()) {
        const QRectF below(title.left(), title.top() + m_theme.scaled(23), title.width(), m_theme.scaled(16));
        title.setBottom(title.top() + m_theme.scaled(25));
        painter->setPen(tokens.muted);
        painter->setFont(m_theme.font(TextSize::label));
        painter->drawText(below, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          QFontMetricsF(painter->font()).elidedText(reason, Qt::ElideRight, below.width()));
    }
    painter->setFont(m_theme.font(TextSize::work));
    paintTitle(*painter, title, index, color);
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool hasReason = !index.data(HitListModel::ReasonRole).toString().isEmpty();
    return {m_theme.scaled(200), m_theme.scaled(hasReason ? 43 : 27)};
}

}  // namespace cw::ui
