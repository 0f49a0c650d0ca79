#include "case_file.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace cw::test {

namespace {

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

bool isKeyName(std::string_view name)
{
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

}  // namespace

std::vector<std::filesystem::path> caseFiles()
{
    const char* wanted = std::getenv("CW_CASES");
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(CW_SOURCE_DIR) / "tests/cases/edits")) {
        if (entry.path().extension() != ".case") continue;
        if (wanted != nullptr && entry.path().string().find(wanted) == std::string::npos) continue;
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<CaseText> readCases(const std::filesystem::path& file)
{
    std::vector<CaseText> cases;
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const auto text = trimmed(line);
        if (text.empty() || text.front() == '#') continue;
        const auto place = file.filename().string() + ":" + std::to_string(number);
        const auto colon = text.find(':');
        const auto name = trimmed(std::string_view(text).substr(0, colon));
        if (colon == std::string::npos || !isKeyName(name)) throw CaseError(place + ": not a \"key: value\" line");
        auto value = trimmed(std::string_view(text).substr(colon + 1));
        if (name == "case") {
            if (value.empty()) throw CaseError(place + ": a case without a title");
            cases.push_back({std::move(value), place, {}});
            continue;
        }
        if (cases.empty()) throw CaseError(place + ": a key before the first \"case:\"");
        cases.back().keys.push_back({name, std::move(value), place});
    }
    return cases;
}

std::vector<std::string> partsOf(std::string_view value)
{
    std::vector<std::string> parts;
    std::string part;
    bool quoted = false;
    const auto close = [&] {
        if (auto text = trimmed(part); !text.empty()) parts.push_back(std::move(text));
        part.clear();
    };
    for (const char c : value) {
        if (c == '"') quoted = !quoted;
        if (c == ';' && !quoted)
            close();
        else
            part += c;
    }
    close();
    return parts;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    bool any = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if ((c == ' ' || c == '\t') && !quoted) {
            if (any) words.push_back(std::move(word));
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any) words.push_back(std::move(word));
    return words;
}

Setter setterOf(std::string_view word)
{
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) return {{}, std::string(word)};
    return {std::string(word.substr(0, equals)), std::string(word.substr(equals + 1))};
}

void refuse(const CaseKey& key, std::string_view reason)
{
    throw CaseError(key.place + ": " + key.name + ": " + std::string(reason));
}

}  // namespace cw::test
