#pragma once

#include "search/searcher.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cw::exam {

/// A query and the answers that a good coder accepts. An answer ending in '*' accepts every code that starts so; "pcs:"
/// asks for ICD-10-PCS.
struct Question {
    std::string query;
    std::string kind;
    std::vector<std::string> answers;
};
/// Columns query, kind, answers (parted by '|'), note; the first line is a heading.
std::vector<Question> readQuestions(const std::filesystem::path& file);

bool isRight(const Question& question, const search::Hit& hit);

struct Score {
    int asked = 0;
    int first = 0;     ///< A right code stands first.
    int firstTen = 0;  ///< A right code is among the first ten.
    double atOne() const { return asked > 0 ? static_cast<double>(first) / asked : 0; }
    double atTen() const { return asked > 0 ? static_cast<double>(firstTen) / asked : 0; }
};
struct Result {
    std::map<std::string, Score> kinds;
    Score all;
    std::vector<std::string> missed;  ///< Queries without a right code among the first ten.
};
Result sit(search::Searcher& searcher, const std::vector<Question>& questions);

}  // namespace cw::exam
