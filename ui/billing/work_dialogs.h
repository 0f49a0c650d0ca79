#pragma once

#include "claim/work_item.h"

#include <QString>

#include <functional>

class QWidget;

namespace cw::ui {

class Theme;

/// How a claim goes out again.
struct ResendChoice {
    std::string frequency = "1";  ///< 1 new, 7 replacement, 8 void.
    bool writeNow = true;         ///< Its file is written at once; else it waits in the ready queue.
};
/// The focus is on the button, so that Enter takes the default. Not called back when cancelled; so are the others.
void askResend(QWidget* parent, Theme& theme, const ClaimRecord& claim, std::function<void(ResendChoice)> done);
/// 1 for a rejected claim, which never got into the payer's system; 7 for one that the payer decided on.
std::string defaultFrequency(ClaimStatus status);

struct OutcomeChoice {
    WorkItemOutcome outcome = WorkItemOutcome::noAction;
    QString rootCause;
    Money recovered;
    QString note;
};
void askOutcome(QWidget* parent, Theme& theme, const WorkItem& item, std::function<void(OutcomeChoice)> done);

/// Words for the letter of an appeal.
void askLetter(QWidget* parent, Theme& theme, const WorkItem& item, std::function<void(QString)> done);

QString outcomeText(WorkItemOutcome outcome);  ///< "Partly paid"

}  // namespace cw::ui
