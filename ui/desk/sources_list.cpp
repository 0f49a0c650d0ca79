#include "ui/desk/sources_list.h"

#include "ui/widgets/tabular.h"
#include "ui/widgets/text.h"

#include <QPainter>

#include <algorithm>
#include <cctype>
#include <map>

namespace cw::ui {

namespace {

QString systemName(const SourceCode& code)
{
    if (const auto system = acceptableSystem(code)) return qs(displayName(*system));
    static const std::map<std::string, QString, std::less<>> names = {
        {"snomed", QStringLiteral("SNOMED")},
        {"icd9cm", QStringLiteral("ICD-9-CM")},
        {"icd9pcs", QStringLiteral("ICD-9 proc.")},
        {"loinc", QStringLiteral("LOINC")},
        {"rxnorm", QStringLiteral("RxNorm")},
        {"cvx", QStringLiteral("CVX")},
        {"ndc", QStringLiteral("NDC")},
    };
    const auto known = names.find(code.system);
    return known == names.end() ? SourcesModel::tr("other") : known->second;
}

}  // namespace

std::string compactCode(const std::string& code)
{
    std::string compact;
    for (const char c : code)
        if (c != '.' && c != ' ') compact += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return compact;
}

std::optional<CodeSystem> acceptableSystem(const SourceCode& code)
{
    for (const auto system : {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::cpt, CodeSystem::hcpcs})
        if (code.system == toString(system)) return system;
    return std::nullopt;
}

void SourcesModel::setCodes(const std::vector<DocumentRepository::StoredCode>& codes)
{
    beginResetModel();
    m_codes.clear();
    std::map<std::tuple<std::string, std::string, bool>, std::size_t> seen;
    for (const auto& stored : codes) {
        const auto key = std::make_tuple(stored.code.system, compactCode(stored.code.code), stored.code.isNegated);
        const auto [at, isNew] = seen.emplace(key, m_codes.size());
        if (isNew)
            m_codes.push_back({stored, false});
        else if (m_codes[at->second].stored.code.span.isEmpty() && !stored.code.span.isEmpty())
            m_codes[at->second].stored = stored;
    }
    std::stable_partition(m_codes.begin(), m_codes.end(),
                          [](const OfferedCode& offered) { return acceptableSystem(offered.stored.code).has_value(); });
    endResetModel();
}

void SourcesModel::setAssigned(const std::vector<std::pair<CodeSystem, std::string>>& assigned)
{
    for (auto& offered : m_codes) {
        const auto system = acceptableSystem(offered.stored.code);
        offered.isAssigned =
            system && std::find(assigned.begin(), assigned.end(),
                                std::pair(*system, compactCode(offered.stored.code.code))) != assigned.end();
    }
    if (!m_codes.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

const OfferedCode* SourcesModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_codes[static_cast<std::size_t>(row)] : nullptr;
}

int SourcesModel::openCount() const
{
    return static_cast<int>(std::count_if(m_codes.begin(), m_codes.end(), [](const OfferedCode& offered) {
        return acceptableSystem(offered.stored.code) && !offered.isAssigned && !offered.stored.code.isNegated;
    }));
}

int SourcesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_codes.size());
}

QVariant SourcesModel::data(const QModelIndex& index, int role) const
{
    const auto* offered = at(index.row());
    if (!offered) return {};
    const auto& code = offered->stored.code;
    QString title = qs(code.display);
    if (code.isNegated) title = tr("not present: %1").arg(title);
    const QString state = offered->isAssigned ? tr("added") : qs(code.status);
    switch (role) {
    case Qt::DisplayRole: return qs(code.code);
    case SystemRole: return systemName(code);
    case TitleRole: return title;
    case QuoteRole:
        return qs(offered->stored.documentTitle) + (state.isEmpty() ? QString() : QStringLiteral(", ") + state);
    case IsLabelRole: return !acceptableSystem(code);
    case IsAssignedRole: return offered->isAssigned;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2 %3, %4")
            .arg(systemName(code), qs(code.code), title, data(index, QuoteRole).toString());
    case Qt::ToolTipRole: return title;
    default: return {};
    }
}

void SourcesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintRow(*painter, m_theme, option, index);
    const auto& tokens = m_theme.tokens();
    const QRectF box = QRectF(option.rect).adjusted(m_theme.scaled(10), 0, -m_theme.scaled(10), 0);
    const bool isQuiet =
        index.data(SourcesModel::IsLabelRole).toBool() || index.data(SourcesModel::IsAssignedRole).toBool();
    painter->save();
    painter->setFont(m_theme.font(TextSize::label));
    painter->setPen(tokens.muted);
    const double systemWidth = m_theme.scaled(74);
    painter->drawText(QRectF(box.left(), box.top(), systemWidth, box.height()), Qt::AlignVCenter,
                      index.data(SourcesModel::SystemRole).toString());
    const QFontMetricsF small(painter->font());
    const QString quote =
        small.elidedText(index.data(SourcesModel::QuoteRole).toString(), Qt::ElideRight, box.width() / 3);
    const double quoteWidth = small.horizontalAdvance(quote);
    painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, quote);
    painter->setFont(m_theme.font(TextSize::work, !isQuiet));
    painter->setPen(isQuiet ? tokens.muted : tokens.text);
    const double codeLeft = box.left() + systemWidth;
    const double codeWidth = m_theme.scaled(88);
    drawTabular(*painter, QRectF(codeLeft, box.top(), codeWidth, box.height()), Qt::AlignLeft, index.data().toString());
    painter->setFont(m_theme.font(TextSize::work));
    const double left = codeLeft + codeWidth + m_theme.scaled(4);
    const double width = std::max(0.0, box.right() - quoteWidth - m_theme.scaled(10) - left);
    painter->drawText(QRectF(left, box.top(), width, box.height()), Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetricsF(painter->font())
                          .elidedText(index.data(SourcesModel::TitleRole).toString(), Qt::ElideRight, width));
    painter->restore();
}

QSize SourcesDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.scaled(200), m_theme.scaled(26)};
}

}  // namespace cw::ui
