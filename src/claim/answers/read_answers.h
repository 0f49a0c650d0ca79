#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "claim/answers/answer.h"

#include <string_view>

namespace cw::answers {

/// Reads TA1 (alone or before groups), 999 and 997, 277CA and 835: several interchanges a file, any separators, wrong counts and missing
/// trailers with a warning. What stands between answers that we know (a 271, a 277 of another guide) is passed over with a warning.
/// Fails with invalidInput, and then nothing of the file is used: no ISA at the front or a damaged one (CLAIM-400, -401), ends within
/// an interchange (CLAIM-402), binary or not text of X12 (CLAIM-403), nothing in it that is an answer (CLAIM-404), an amount or number that
/// a payment cannot do without is unreadable (CLAIM-405), more than `maxSegments` (CLAIM-406); cancelled (CLAIM-407). Messages name the
/// segment by number and never repeat its values.
inline constexpr std::int64_t maxSegments = 8'000'000;
Result<AnswerFile> readAnswers(std::string_view bytes, const Progress& progress = {});

/// Segments `first` to `last` of the file, one a line: the raw text of an answer that waits for a person.
std::string rawSegments(std::string_view bytes, int first, int last);

/// Whether the beginning of a file looks like X12 at all.
bool looksLikeX12(std::string_view bytes) noexcept;

}  // namespace cw::answers
