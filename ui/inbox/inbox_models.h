#pragma once

#include "app/inbox.h"

#include <QAbstractListModel>
#include <QAbstractTableModel>

#include <vector>

namespace cw::ui {

/// What waits for a patient.
class WaitingModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { arrived, kind, named, reason, source, columns };

    using QAbstractTableModel::QAbstractTableModel;
    /// `local` gives an instant as the person's clock shows it.
    void setItems(std::vector<UnmatchedItem> items, const std::function<QString(Instant)>& local);
    const UnmatchedItem* at(int row) const;
    int indexOf(std::int64_t id) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<UnmatchedItem> m_items;
    std::vector<QString> m_times;
};

/// To whom it may go: patients, and below each their encounters.
class ChoiceModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { who, facts, columns };
    struct Choice {
        PatientId patient;
        std::string encounterId;  ///< Empty: the patient without an encounter.
        QString text;
        QString detail;
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setChoices(const std::vector<KnownPatient>& patients, const std::vector<EncounterSummary>& encounters);
    const Choice* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Choice> m_choices;
};

class MergeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { at, from, into, moved, by, state, columns };

    using QAbstractTableModel::QAbstractTableModel;
    void setMerges(std::vector<PatientMerge> merges, const std::function<QString(Instant)>& local);
    const PatientMerge* merge(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<PatientMerge> m_merges;
    std::vector<QString> m_times;
};

}  // namespace cw::ui
