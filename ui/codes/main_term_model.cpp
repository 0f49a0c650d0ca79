#include "ui/codes/main_term_model.h"

#include "ui/codes/letters.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

void MainTermModel::setTerms(std::vector<IndexEntry> terms)
{
    beginResetModel();
    m_terms = std::move(terms);
    m_letters.clear();
    for (const auto& term : m_terms) m_letters.append(lettersOf(qs(term.term.title)));
    endResetModel();
}

int MainTermModel::rowFor(const QString& typed) const
{
    const QString letters = lettersOf(typed);
    int after = -1;
    for (int i = 0; i < m_letters.size(); ++i) {
        if (m_letters[i].startsWith(letters)) return i;
        if (after < 0 && m_letters[i] > letters) after = i;
    }
    return after >= 0 ? after : static_cast<int>(m_letters.size()) - 1;
}

int MainTermModel::rowOf(std::int64_t id) const
{
    const auto found =
        std::find_if(m_terms.begin(), m_terms.end(), [id](const IndexEntry& entry) { return entry.id == id; });
    return found == m_terms.end() ? -1 : static_cast<int>(found - m_terms.begin());
}

int MainTermModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_terms.size());
}

QVariant MainTermModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return qs(term(index.row()).term.title);
    default: return {};
    }
}

}  // namespace cw::ui
