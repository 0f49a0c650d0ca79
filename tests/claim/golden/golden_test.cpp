#include "claim/claim_file.h"
#include "import/encounter_json.h"
#include "tests/claim/read_back/read_back.h"
#include "tests/claim/strict/strict.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

namespace cw {
namespace {

std::filesystem::path folder()
{
    return std::filesystem::path(CW_SOURCE_DIR) / "tests/claim/golden";
}

std::string textOf(const std::filesystem::path& path)
{
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A shape: its two files are golden/<name>.json and .x12. What README.md says of it is what was looked at.
struct Shape {
    std::string name;
    CoverageRank billed = CoverageRank::primary;
    std::function<void(TradingPartner&)> differs = {};
};

const std::vector<Shape>& shapes()
{
    constexpr auto second = CoverageRank::secondary;
    static const std::vector<Shape> all = [] {
        std::vector<Shape> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder()))
            if (entry.path().extension() == ".json") found.push_back({.name = entry.path().stem().string()});
        std::sort(found.begin(), found.end(), [](const Shape& a, const Shape& b) { return a.name < b.name; });
        for (auto& shape : found) {
            if (shape.name.starts_with("31") || shape.name.starts_with("32") || shape.name.starts_with("42"))
                shape.billed = second;
            if (shape.name.starts_with("33")) shape.billed = CoverageRank::tertiary;
            if (shape.name.starts_with("35")) shape.differs = [](TradingPartner& partner) { partner.claimsPerSet = 2; };
            if (shape.name.starts_with("43"))
                shape.differs = [](TradingPartner& partner) {
                    partner.delimiters = {.element = '|', .repetition = '!', .component = '>', .segment = '\''};
                    partner.lineFeeds = false;
                    partner.wantsTa1 = true;
                    partner.characters = CharacterSet::basic;
                    partner.email.clear();
                    partner.senderQualifier = "30";
                    partner.senderId = "310123456";
                    partner.applicationReceiver = "APPREC";
                };
        }
        return found;
    }();
    return all;
}

TradingPartner partnerOf(const Shape& shape)
{
    TradingPartner partner;
    partner.submitterName = "Elm Street Clinic";
    partner.submitterId = "SUB001";
    partner.contactName = "Billing Office";
    partner.phone = "(937) 555-0111 x22";
    partner.email = "office@elm.example";
    partner.receiverName = "Clearing House";
    partner.receiverId = "CLEAR01";
    if (shape.differs) shape.differs(partner);
    return partner;
}

class Golden : public testing::TestWithParam<Shape> {};

TEST_P(Golden, IsWrittenByteForByteAndReadsBack)
{
    const auto& shape = GetParam();
    CountingIdSource ids;
    const auto imported = readEncounterJson(textOf(folder() / (shape.name + ".json")), shape.name, ids);
    ASSERT_TRUE(imported) << imported.error().detail;
    ClaimFileRequest request{.partner = partnerOf(shape),
                             .numbers = {.interchange = 31, .group = 17, .batch = 219},
                             .test = true,
                             .day = Date::of(2025, 3, 18),
                             .minuteOfDay = 642};
    request.form = electronicForm(imported->front().encounter.setting);
    for (const auto& one : *imported)
        request.claims.push_back(
            {.encounter = &one.encounter, .billed = shape.billed, .number = claimNumberOf(one.encounter, 1)});
    const auto file = write837(request);
    ASSERT_TRUE(file) << file.error().detail;
    for (const auto& refused : file->refused) ADD_FAILURE() << refused.error.detail;
    const auto path = folder() / (shape.name + ".x12");
    if (std::getenv("CW_WRITE_GOLDENS") != nullptr) std::ofstream(path, std::ios::binary) << file->bytes;
    EXPECT_EQ(textOf(path), file->bytes);
    EXPECT_EQ(strict::Faults{}, strict::strictFaults(file->bytes));
    const auto found = read_back::readClaims(file->bytes);
    ASSERT_EQ(request.claims.size(), found.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_EQ(
            std::vector<std::string>{},
            read_back::differences(read_back::normalised(request.claims[i], request.form, request.partner), found[i]));
}

INSTANTIATE_TEST_SUITE_P(Shapes, Golden, testing::ValuesIn(shapes()),
                         [](const auto& shape) { return "Shape" + shape.param.name; });

TEST(Golden, ThereAreFortyShapesAndEachIsTold)
{
    EXPECT_GE(shapes().size(), 40U);
    const auto told = textOf(folder() / "README.md");
    for (const auto& shape : shapes()) EXPECT_NE(std::string::npos, told.find("`" + shape.name + "`")) << shape.name;
}

}  // namespace
}  // namespace cw
