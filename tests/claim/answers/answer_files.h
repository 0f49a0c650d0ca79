#pragma once

#include "claim/answers/read_answers.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::answers {

/// A file of tests/data/answers; all people and numbers in them are made up.
std::string answerBytes(const std::string& name);
std::vector<std::string> answerFileNames();

/// As read; a failure of the test when it cannot be.
AnswerFile mustRead(std::string_view bytes);
AnswerFile readFile(const std::string& name);
/// The id of the refusal; "" when it was read.
std::string refusalOf(std::string_view bytes);

/// The only answer of the file, of this kind.
template <class Kind>
Kind only(const AnswerFile& file)
{
    if (file.answers.size() != 1 || !std::holds_alternative<Kind>(file.answers.front())) return {};
    return std::get<Kind>(file.answers.front());
}

std::string replaced(std::string text, std::string_view from, std::string_view to);
bool hasWarning(const AnswerFile& file, std::string_view part);

/// All that was read of an answer, for comparisons; without where it ends.
std::string summaryOf(const Answer& answer);

}  // namespace cw::answers
