#pragma once

#include "ui/billing/preview_load.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// The claims of a preview.
class PreviewClaimModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { claim, people, charges, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setClaims(std::vector<PreviewClaim> claims);
    const PreviewClaim* at(int row) const;
    int indexOf(const std::string& encounterId) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<PreviewClaim> m_claims;
};

}  // namespace cw::ui
