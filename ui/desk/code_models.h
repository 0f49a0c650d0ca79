#pragma once

#include "app/coding_desk.h"

#include <QAbstractTableModel>

#include <vector>

namespace cw::ui {

/// What both tables of codes are made of. Rows keep their identity: a change of values is told as dataChanged, so that
/// the current row and an open editor stay; only another set or order of rows resets the model.
class CodeTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void update(const Encounter& encounter, const app::CodeTitles& titles, const std::vector<DocumentInfo>& documents);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Id of the row as a number; 0 when there is no such row.
    std::int64_t idAt(int row) const;
    int rowOf(std::int64_t id) const;  ///< -1 when it is not there.

protected:
    virtual std::vector<std::int64_t> idsOf(const Encounter& encounter) const = 0;
    virtual QString headerOf(int column) const = 0;
    virtual bool isRightAligned(int) const { return false; }

    Encounter m_encounter;
    app::CodeTitles m_titles;
    std::vector<DocumentInfo> m_documents;

private:
    std::vector<std::int64_t> m_ids;
};

class DiagnosisModel final : public CodeTableModel {
    Q_OBJECT

public:
    enum Column { number, code, description, presentOnAdmission, proof, columns };
    using CodeTableModel::CodeTableModel;
    int columnCount(const QModelIndex& = {}) const override { return columns; }
    QVariant data(const QModelIndex& index, int role) const override;
    const Diagnosis* at(int row) const;

protected:
    std::vector<std::int64_t> idsOf(const Encounter& encounter) const override;
    QString headerOf(int column) const override;
};

class ProcedureModel final : public CodeTableModel {
    Q_OBJECT

public:
    enum Column { code, modifiers, units, charge, pointers, dates, place, proof, columns };
    using CodeTableModel::CodeTableModel;
    int columnCount(const QModelIndex& = {}) const override { return columns; }
    /// EditRole gives what the editor starts with.
    QVariant data(const QModelIndex& index, int role) const override;
    /// Columns with an editor are editable; whether the chart may be changed is the pane's business.
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    const ProcedureLine* at(int row) const;
    bool anyDateDiffers() const;  ///< From that of the encounter.
    bool anyPlaceDiffers() const;

protected:
    std::vector<std::int64_t> idsOf(const Encounter& encounter) const override;
    QString headerOf(int column) const override;
    bool isRightAligned(int column) const override { return column == units || column == charge; }

private:
    QString text(const ProcedureLine& line, int column) const;
    QString editText(const ProcedureLine& line, int column) const;
};

}  // namespace cw::ui
