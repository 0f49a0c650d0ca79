#pragma once

#include "app/billing/answer_desk.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// Answers that fit no claim of ours.
class WaitingAnswerModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kind, number, patient, service, charge, paid, reason, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setAnswers(std::vector<WaitingAnswer> answers);
    const WaitingAnswer* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<WaitingAnswer> m_answers;
};

/// Claims that one of them may belong to, likeliest first.
class CandidateModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { claim, patient, service, charges, state, why, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setCandidates(std::vector<app::AnswerDesk::Candidate> candidates);
    const app::AnswerDesk::Candidate* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::AnswerDesk::Candidate> m_candidates;
};

}  // namespace cw::ui
