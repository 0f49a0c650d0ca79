#pragma once

#include "codeset/reference_tables.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace cw::ui {

/// The main terms of an index in the order of the book.
class MainTermModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setTerms(std::vector<IndexEntry> terms);
    const IndexEntry& term(int row) const { return m_terms.at(static_cast<std::size_t>(row)); }
    /// The first term that begins with the letters typed, else the one before which they would stand; -1 when empty.
    int rowFor(const QString& typed) const;
    int rowOf(std::int64_t id) const;  ///< -1 when it is no main term here.
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<IndexEntry> m_terms;
    QStringList m_letters;
};

}  // namespace cw::ui
