#pragma once

#include "app/billing/answer_desk.h"
#include "app/billing/claim_history.h"
#include "claim/claim_repository.h"

#include <QAbstractTableModel>

#include <optional>

namespace cw::ui {

/// A claim file with what became of its claims.
struct BatchRow {
    Batch batch;
    std::optional<BatchReconciliation> parts;  ///< Not for test files.
    QString when;                              ///< Local date and time.
};

/// Claim files, newest first: exported = outstanding + accepted + rejected + paid + denied + replaced, in count and dollars.
class BatchModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { number, file, exported, outstanding, accepted, rejected, denied, paid, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<BatchRow> rows);
    const BatchRow* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<BatchRow> m_rows;
};

struct AnswerFileRow {
    AnswerFileRecord file;
    QString when;
};

/// Files of answers, newest first.
class AnswerFileModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { file, kinds, answers, matched, waiting, warnings, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<AnswerFileRow> rows);
    const AnswerFileRow* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<AnswerFileRow> m_rows;
};

}  // namespace cw::ui
