#pragma once

#include "codeset/code_library.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// Codes as a list: hits of a search, or what lies below a code.
class CodeListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { code, description, system, validity, source, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setEntries(std::vector<CodeEntry> entries);
    const CodeEntry& entry(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<CodeEntry> m_entries;
};

/// "2024-10-01 to 2025-09-30", "since 2024-10-01", "always".
QString validityText(const DateInterval& valid);
/// The long title, or the short one where there is no other.
const std::string& titleOf(const CodeEntry& entry);

}  // namespace cw::ui
