#include "tests/support/search_exam.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace cw::exam {

namespace {

std::vector<std::string> split(const std::string& text, char by)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, by);) parts.push_back(part);
    return parts;
}

}  // namespace

std::vector<Question> readQuestions(const std::filesystem::path& file)
{
    std::vector<Question> questions;
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    while (std::getline(stream, line)) {
        const auto cells = split(line, '\t');
        if (cells.size() >= 3) questions.push_back({cells[0], cells[1], split(cells[2], '|')});
    }
    return questions;
}

bool isRight(const Question& question, const search::Hit& hit)
{
    return std::any_of(question.answers.begin(), question.answers.end(), [&](std::string answer) {
        if (answer.starts_with("pcs:")) {
            if (hit.entry.system != CodeSystem::icd10pcs) return false;
            answer.erase(0, 4);
        }
        const bool isPrefix = answer.ends_with('*');
        std::erase_if(answer, [](char c) { return c == '*' || c == '.'; });
        return isPrefix ? hit.entry.code.starts_with(answer) : hit.entry.code == answer;
    });
}

Result sit(search::Searcher& searcher, const std::vector<Question>& questions)
{
    Result result;
    search::Query query;
    query.limit = 10;
    for (const auto& question : questions) {
        query.text = question.query;
        const auto hits = searcher.find(query);
        const auto right =
            std::find_if(hits.begin(), hits.end(), [&](const auto& hit) { return isRight(question, hit); });
        for (auto* score : {&result.kinds[question.kind], &result.all}) {
            ++score->asked;
            if (right != hits.end()) ++score->firstTen;
            if (right != hits.end() && right == hits.begin()) ++score->first;
        }
        if (right == hits.end()) result.missed.push_back(question.query);
    }
    return result;
}

}  // namespace cw::exam
