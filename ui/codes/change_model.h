#pragma once

#include "app/library_desk.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace cw::ui {

/// What of a comparison is shown.
struct ChangeFilter {
    std::optional<app::CodeChangeKind> kind;
    bool touchingOnly = false;  ///< Only codes that something of ours uses.
    QString words;              ///< In the code or a title.
};

/// The codes that differ between two releases: after, before below it, and what they touch.
class ChangeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kind, code, title, touches, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setComparison(app::ReleaseComparison comparison);
    void setFilter(const ChangeFilter& filter);
    const app::CodeImpact& change(int row) const
    {
        return m_comparison.impact.codes.at(m_shown.at(static_cast<std::size_t>(row)));
    }
    const app::ReleaseComparison& comparison() const noexcept { return m_comparison; }
    int touching() const noexcept { return m_touching; }  ///< How many changed codes something of ours uses.
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool fits(const app::CodeImpact& impact) const;
    void choose();

    app::ReleaseComparison m_comparison;
    ChangeFilter m_filter;
    std::vector<std::size_t> m_shown;
    int m_touching = 0;
};

/// "2 encounters, Favourites, 1 site term".
QString touchesText(const app::CodeImpact& impact);

}  // namespace cw::ui
