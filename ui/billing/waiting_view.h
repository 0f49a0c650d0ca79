#pragma once

#include "app/billing/answer_desk.h"
#include "ui/async/latest.h"
#include "ui/billing/billing_view.h"
#include "ui/billing/file_text.h"

namespace cw::ui {

class CandidateModel;
class EmptyState;
class FilePane;
class ListTable;
class PaneHeader;
class WaitingAnswerModel;

/// Answers that fit none of our claims: a person says which it is, or sets it aside with a reason. Nothing is guessed.
class WaitingView final : public BillingView {
    Q_OBJECT

public:
    WaitingView(PageContext& context, QWidget* parent);
    void load() override;
    void focusFirst() override;
    std::vector<QWidget*> panes() const override;

signals:
    void counted(int waiting);

private:
    struct Details {
        FileText raw;
        std::vector<app::AnswerDesk::Candidate> candidates;
    };
    QWidget* makeLists();
    void showAnswers(const Result<std::vector<WaitingAnswer>>& answers);
    void openCurrent();
    void showDetails(const Result<Details>& details);
    void match();
    void setAside();
    void apply(const QString& what, std::function<Status(app::AnswerDesk&)> step);

    WaitingAnswerModel* m_model;
    CandidateModel* m_candidateModel;
    ListTable* m_answers = nullptr;
    ListTable* m_candidates = nullptr;
    PaneHeader* m_candidateHeader = nullptr;
    EmptyState* m_state = nullptr;
    EmptyState* m_candidateState = nullptr;
    FilePane* m_raw;
    Latest<std::vector<WaitingAnswer>> m_ask;
    Latest<Details> m_askDetails;
    WaitingAnswerId m_opened;
};

}  // namespace cw::ui
