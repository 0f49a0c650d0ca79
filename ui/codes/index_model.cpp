#include "ui/codes/index_model.h"

#include "ui/codes/letters.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

namespace {

bool isCode(const std::string& cell)
{
    return std::any_of(cell.begin(), cell.end(), [](char c) { return c != '-' && c != ' '; });
}

QString codesText(const IndexTerm& term)
{
    QStringList codes;
    for (const auto& code : term.codes) codes.append(qs(code));
    return codes.join(QStringLiteral(", "));
}

QStringList wordsIn(const QString& text)
{
    return text.simplified().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace

QString shortHeading(const QString& heading)
{
    QString text = heading;
    text.remove(QStringLiteral("(unintentional)"));
    for (const auto* word : {"Poisoning", "Malignant", "Behavior", "Ca ", ",", "Intentional"})
        text.remove(QString::fromLatin1(word));
    text = text.simplified();
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

void IndexModel::setColumns(std::vector<std::string> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void IndexModel::setTerms(std::vector<IndexEntry> terms, int levels)
{
    clear();
    m_terms.clear();
    m_letters.clear();
    std::unordered_map<std::int64_t, std::vector<OutlineNode>> below;
    std::vector<std::int64_t> parents;
    for (auto& entry : terms) {
        const auto parent = m_terms.contains(entry.parent) ? entry.parent : 0;
        auto& siblings = below[parent];
        if (siblings.empty() && parent != 0) parents.push_back(parent);
        siblings.push_back({entry.id, entry.hasChildren});
        m_letters.emplace(entry.id, lettersOf(qs(entry.term.title)));
        m_terms.emplace(entry.id, std::move(entry));
    }
    // Closed nodes first, so that the rows are laid out once, at the end.
    for (const auto parent : parents) setChildren(parent, std::move(below[parent]));
    setChildren(0, std::move(below[0]));
    openLevels(levels);
}

std::vector<IndexEntry> IndexModel::pathTo(std::int64_t id) const
{
    std::vector<IndexEntry> path;
    for (auto at = m_terms.find(id); at != m_terms.end(); at = m_terms.find(at->second.parent))
        path.push_back(at->second);
    std::reverse(path.begin(), path.end());
    return path;
}

int IndexModel::reveal(std::int64_t id)
{
    for (const auto& entry : pathTo(id))
        if (const int row = rowOf(entry.id); row >= 0 && entry.id != id) open(row);
    return rowOf(id);
}

bool IndexModel::hasWords(std::int64_t id, const QStringList& words) const
{
    const auto& term = m_terms.at(id).term;
    const QString text =
        QStringLiteral("%1 %2 %3").arg(qs(term.title), qs(term.nonessential), codesText(term)).toLower();
    return std::all_of(words.begin(), words.end(), [&text](const QString& word) { return text.contains(word); });
}

void IndexModel::narrowTo(const QString& words)
{
    const auto wanted = wordsIn(words);
    if (wanted.isEmpty()) return setFilter({});
    setFilter([this, wanted](std::int64_t id) { return hasWords(id, wanted); });
}

int IndexModel::rowForWords(const QString& words) const
{
    const auto wanted = wordsIn(words);
    for (int row = 0; row < rowCount() && !wanted.isEmpty(); ++row)
        if (hasWords(idAt(row), wanted)) return row;
    return -1;
}

int IndexModel::rowFor(const QString& typed) const
{
    const QString letters = lettersOf(typed);
    int best = -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (best >= 0 && depth(row) >= depth(best)) continue;
        if (m_letters.at(idAt(row)).startsWith(letters)) best = row;
    }
    return best;
}

std::string IndexModel::codeAt(int row, int column) const
{
    const auto& term = m_terms.at(idAt(row)).term;
    const auto at = static_cast<std::size_t>(column - 1);
    if (column < 1 || at >= term.cells.size() || !isCode(term.cells[at])) return {};
    return term.cells[at];
}

int IndexModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid()) return 0;
    return m_columns.empty() ? 3 : 1 + static_cast<int>(m_columns.size());
}

QVariant IndexModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    if (section == 0) return QStringLiteral("Term");
    if (m_columns.empty()) return section == 1 ? QStringLiteral("Code") : QStringLiteral("Reference");
    const auto at = static_cast<std::size_t>(section - 1);
    if (at >= m_columns.size()) return {};
    return role == Qt::ToolTipRole ? qs(m_columns[at]) : shortHeading(qs(m_columns[at]));
}

QString referenceText(const IndexEntry& entry)
{
    const auto& term = entry.term;
    const bool isUse = term.see.starts_with("use ");
    if (!term.see.empty()) return isUse ? qs(term.see) : QStringLiteral("see ") + qs(term.see);
    return term.seeAlso.empty() ? QString() : QStringLiteral("see also ") + qs(term.seeAlso);
}

QVariant IndexModel::termCell(const IndexEntry& entry, int role) const
{
    switch (role) {
    case Qt::DisplayRole:  // Terms of the ICD-10-PCS index may be nothing but a reference.
        return entry.term.title.empty() ? referenceText(entry) : qs(entry.term.title);
    case TrailRole: return m_columns.empty() ? qs(entry.term.nonessential) : referenceText(entry);
    case StrongRole: return entry.parent == 0 && m_columns.empty();
    case Qt::ToolTipRole:
        return QStringLiteral("%1 %2 %3")
            .arg(qs(entry.term.title), qs(entry.term.nonessential), referenceText(entry))
            .simplified();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1%2, level %3%4")
            .arg(qs(entry.term.title),
                 entry.term.codes.empty() ? QString() : QStringLiteral(", ") + codesText(entry.term))
            .arg(entry.term.level)
            .arg(referenceText(entry).isEmpty() ? QString() : QStringLiteral(", ") + referenceText(entry));
    default: return {};
    }
}

QVariant IndexModel::cell(std::int64_t id, int column, int role) const
{
    const auto& entry = m_terms.at(id);
    if (column == 0) return termCell(entry, role);
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (m_columns.empty()) {
        if (isText) {
            const bool isSaid = entry.term.title.empty();
            return column == 1 ? codesText(entry.term) : isSaid ? QString() : referenceText(entry);
        }
        if (role == MutedRole) return column == 2;
        if (role == StrongRole || role == TabularRole) return column == 1;
        return {};
    }
    const auto at = static_cast<std::size_t>(column - 1);
    const bool hasCode = at < entry.term.cells.size() && isCode(entry.term.cells[at]);
    if (isText) return hasCode ? qs(entry.term.cells[at]) : QStringLiteral("\u2013");
    if (role == TabularRole) return true;
    if (role == MutedRole) return !hasCode;
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1, %2: %3")
            .arg(qs(entry.term.title), qs(m_columns[at]),
                 hasCode ? qs(entry.term.cells[at]) : QStringLiteral("no code"));
    return {};
}

}  // namespace cw::ui
