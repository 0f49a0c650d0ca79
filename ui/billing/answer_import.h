#pragma once

#include "app/billing/answer_desk.h"

#include <QString>

namespace cw::ui {

/// What an import of answers did: one line for each file, and where to look next.
QString answersSummary(const std::vector<app::AnswerOutcome>& outcomes);

}  // namespace cw::ui
