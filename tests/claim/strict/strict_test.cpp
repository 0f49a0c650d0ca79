#include "tests/claim/strict/strict.h"

#include "tests/claim/strict/sample_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace cw::strict {
namespace {

std::string joined(const Faults& faults)
{
    std::string all;
    for (const auto& fault : faults) all += fault + "\n";
    return all;
}

TEST(Strict, TakesTheProfessionalSample)
{
    EXPECT_EQ("", joined(strictFaults(professionalSample())));
}

TEST(Strict, TakesTheInstitutionalSample)
{
    EXPECT_EQ("", joined(strictFaults(institutionalSample())));
}

TEST(Strict, TakesOtherSignsAndNoLineFeeds)
{
    auto file = professionalSample();
    std::erase(file, '\n');
    EXPECT_EQ("", joined(strictFaults(file)));
    for (const auto& [from, to] : {std::pair{'*', '|'}, {'~', '\''}, {':', '>'}, {'^', '!'}})
        std::replace(file.begin(), file.end(), from, to);
    EXPECT_EQ("", joined(strictFaults(file)));
}

/// Sweeps: whatever segment is deleted, doubled or swapped with its neighbour, something is said, but for those that the guides
/// leave open.
std::vector<std::string> linesOf(const std::string& file)
{
    std::vector<std::string> lines;
    std::string line;
    for (const char c : file) {
        line += c;
        if (c == '\n') lines.push_back(std::exchange(line, {}));
    }
    return lines;
}

std::string textOf(const std::vector<std::string>& lines)
{
    std::string file;
    for (const auto& line : lines) file += line;
    return file;
}

TEST(Strict, CatchesEverySegmentWithATrailingSeparatorOrBlank)
{
    for (const auto& good : {professionalSample(), institutionalSample()}) {
        const auto lines = linesOf(good);
        for (std::size_t i = 1; i < lines.size(); ++i) {
            for (const char* tail : {"*~\n", " ~\n", ":~\n"}) {
                auto changed = lines;
                changed[i].replace(changed[i].size() - 2, 2, tail);
                EXPECT_FALSE(strictFaults(textOf(changed)).empty()) << changed[i];
            }
        }
    }
}

TEST(Strict, CatchesEveryLetterInLowerCase)
{
    const auto good = institutionalSample();
    for (std::size_t i = 106; i < good.size(); ++i) {
        if (good[i] < 'A' || good[i] > 'Z') continue;
        auto file = good;
        file[i] = static_cast<char>(file[i] - 'A' + 'a');
        EXPECT_FALSE(strictFaults(file).empty()) << good.substr(i - 5, 10);
    }
}

TEST(Strict, CatchesEverySegmentThatStandsTwiceInARowUnlessItMay)
{
    for (const auto& good : {professionalSample(), institutionalSample()}) {
        const auto lines = linesOf(good);
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const auto tag = lines[i].substr(0, lines[i].find('*'));
            // PER, K3, PWK, ambulance conditions and second blocks of codes may repeat.
            if (tag == "PER" || tag == "K3" || tag == "PWK" || tag == "CRC" || lines[i].starts_with("HI*B")) continue;
            auto changed = lines;
            changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
            EXPECT_FALSE(strictFaults(recounted(textOf(changed))).empty()) << lines[i];
        }
    }
}

TEST(Strict, SurvivesEveryCut)
{
    for (const auto& good : {professionalSample(), institutionalSample()})
        for (std::size_t size = 0; size < good.size(); size += 3)
            EXPECT_FALSE(strictFaults(good.substr(0, size)).empty()) << size;
}

TEST(Strict, CatchesAnyDigitOfAnNpiChanged)
{
    const auto good = professionalSample();
    for (auto at = good.find("XX*"); at != std::string::npos; at = good.find("XX*", at + 1))
        for (std::size_t i = 3; i < 13; ++i) {
            auto file = good;
            file[at + i] = file[at + i] == '9' ? '0' : static_cast<char>(file[at + i] + 1);
            EXPECT_FALSE(strictFaults(file).empty()) << at + i;
        }
}

}  // namespace
}  // namespace cw::strict
