#include "edits/rules.h"
#include "support/case_runner.h"
#include "support/official_tables.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <set>

namespace cw::test {

namespace {

/// Reads a case, or says why it cannot be read.
std::optional<CaseUnderTest> readable(const CaseText& text)
{
    try {
        return understood(text);
    } catch (const CaseError& error) {
        ADD_FAILURE() << error.what() << "\n    case: " << text.title;
        return std::nullopt;
    }
}

std::vector<CaseText> allCaseTexts()
{
    std::vector<CaseText> all;
    for (const auto& file : caseFiles()) {
        try {
            for (auto& one : readCases(file)) all.push_back(std::move(one));
        } catch (const CaseError& error) {
            ADD_FAILURE() << error.what();
        }
    }
    return all;
}

/// Every case of tests/cases/edits against the published tables; CW_CASES=gl limits it to files with "gl" in the name.
TEST(EditCases, All)
{
    std::string reason;
    const auto* official = OfficialTables::shared(reason);
    if (official == nullptr) GTEST_SKIP() << reason;
    const bool isChatty = std::getenv("CW_CASES_SAY") != nullptr;
    int count = 0;
    for (const auto& text : allCaseTexts()) {
        const auto test = readable(text);
        if (!test) continue;
        ++count;
        const auto report = runCase(*test, official->tables());
        std::string said;
        for (const auto& complaint : complaintsOf(*test, report)) said += "\n    " + complaint;
        EXPECT_TRUE(said.empty()) << text.place << ": " << text.title << said;
        if (!isChatty) continue;
        std::cout << text.place << ": " << text.title << "\n";
        for (const auto& finding : report.findings) std::cout << "    " << briefly(finding) << "\n";
        for (const auto& missing : report.notChecked) std::cout << "    not checked: " << missing.table << "\n";
    }
    RecordProperty("cases", count);
    std::cout << count << " cases\n";
}

TEST(EditCases, EveryRuleHasACaseThatFiresAndOneThatIsQuiet)
{
    if (std::getenv("CW_CASES") != nullptr) GTEST_SKIP() << "only some files were asked for";
    std::set<std::string, std::less<>> fired;
    std::set<std::string, std::less<>> quiet;
    for (const auto& text : allCaseTexts()) {
        const auto test = readable(text);
        if (!test) continue;
        for (const auto& expected : test->fires) fired.insert(expected.rule);
        // A rule that needs a table which is nowhere here can only say so.
        for (const auto& table : test->unchecked)
            if (!table.empty()) fired.insert(text.title.substr(0, text.title.find(' ')));
        quiet.insert(test->quiet.begin(), test->quiet.end());
    }
    for (const auto& rule : ruleCatalogue()) {
        if (rule.id.starts_with("MN-")) continue;  // They need rows of a site: necessity_test.cpp.
        EXPECT_TRUE(fired.contains(rule.id)) << rule.id << " fires in no case";
        EXPECT_TRUE(quiet.contains(rule.id)) << rule.id << " is quiet in no case";
    }
}

TEST(EditCases, TitlesAreUniqueAndBeginWithARule)
{
    std::map<std::string, std::string> places;
    for (const auto& text : allCaseTexts()) {
        const auto [found, isNew] = places.emplace(text.title, text.place);
        EXPECT_TRUE(isNew) << text.place << ": the title of " << found->second << " again: " << text.title;
        const bool isClean =
            std::any_of(text.keys.begin(), text.keys.end(), [](const auto& key) { return key.name == "clean"; });
        if (isClean) continue;
        EXPECT_NE(nullptr, findRule(text.title.substr(0, text.title.find(' ')))) << text.place << ": " << text.title;
    }
}

}  // namespace

}  // namespace cw::test
