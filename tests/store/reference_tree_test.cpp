#include "tests/store/reference_fixture.h"

#include <gmock/gmock.h>

namespace cw::store {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReferenceTree : public ReferenceTest {
protected:
    std::vector<std::string> children(std::string_view parent, std::optional<Date> on = {},
                                      CodeSystem system = CodeSystem::icd10cm)
    {
        return codesOf(library().children(system, parent, on));
    }
    std::vector<std::string> ancestors(std::string_view code, std::optional<Date> on = {})
    {
        return codesOf(library().ancestors(CodeSystem::icd10cm, code, on));
    }

private:
    static std::vector<std::string> codesOf(const Result<std::vector<CodeEntry>>& entries)
    {
        if (!entries) throw std::runtime_error(describe(entries.error()));
        std::vector<std::string> found;
        for (const auto& entry : *entries) found.push_back(entry.code);
        return found;
    }
};

std::vector<CodeRow> femur()
{
    return {header("S72", "Fracture of femur"), header("S720", "Neck"),           header("S7200", "Unspecified part"),
            header("S72001", "Right"),          row("S72001A", "Right, initial"), row("S72001D", "Right, subsequent"),
            header("S721", "Pertrochanteric"),  row("I10", "Hypertension"),       header("C43", "Melanoma"),
            header("C4A", "Merkel cell"),       header("C44", "Other skin")};
}

TEST_F(ReferenceTree, DirectChildrenInFileOrder)
{
    install(fy2025(femur()));
    EXPECT_THAT(children(""), ElementsAre("S72", "I10", "C43", "C4A", "C44"));
    EXPECT_THAT(children("S72"), ElementsAre("S720", "S721"));
    EXPECT_THAT(children("S720"), ElementsAre("S7200"));
    EXPECT_THAT(children("S72001"), ElementsAre("S72001A", "S72001D"));
    EXPECT_THAT(children("I10"), IsEmpty());
    EXPECT_THAT(children("Q"), IsEmpty());
}

TEST_F(ReferenceTree, AMissingLevelIsPassedOver)
{
    install(fy2025({header("S72", "Fracture of femur"), row("S72001A", "Right, initial"), row("S729", "Other")}));
    EXPECT_THAT(children("S72"), ElementsAre("S72001A", "S729"));
}

TEST_F(ReferenceTree, Ancestors)
{
    install(fy2025(femur()));
    EXPECT_THAT(ancestors("S72001A"), ElementsAre("S72", "S720", "S7200", "S72001"));
    EXPECT_THAT(ancestors("S72001A", day("2025-01-15")), ElementsAre("S72", "S720", "S7200", "S72001"));
    EXPECT_THAT(ancestors("S72"), IsEmpty());
    EXPECT_THAT(ancestors(""), IsEmpty());
}

TEST_F(ReferenceTree, FollowsTheDate)
{
    install(fy2024({header("K56", "Ileus"), row("K565", "Adhesions"), row("K567", "Ended")}));
    install(fy2025(
        {header("K56", "Ileus"), header("K565", "Adhesions"), row("K5650", "Partial"), row("K5651", "Complete")}));
    EXPECT_THAT(children("K56", day("2024-01-15")), ElementsAre("K565", "K567"));
    EXPECT_THAT(children("K56", day("2025-01-15")), ElementsAre("K565"));
    EXPECT_THAT(children("K565", day("2025-01-15")), ElementsAre("K5650", "K5651"));
    // No table: the structure still shows, marked as not in force.
    const auto outside = *library().children(CodeSystem::icd10cm, "K565", day("2030-01-01"));
    ASSERT_EQ(outside.size(), 2U);
    EXPECT_FALSE(outside[0].validOnDate);
    EXPECT_THAT(children("", day("1999-01-01")), ElementsAre("K56"));
}

TEST_F(ReferenceTree, CodesOfFlatSystemsStandByTheirLeadingCharacters)
{
    install(table(CodeSystem::hcpcs, ReleaseKind::official, "HCPCS 2025", "2025-01-01", "2025-12-31",
                  {row("A0428", "Bls"), row("J1100", "Dexamethasone"), row("J1200", "Diphenhydramine"),
                   modifierRow("JW", "Discarded")}));
    EXPECT_THAT(children("", {}, CodeSystem::hcpcs), ElementsAre("A0428", "J1100", "J1200"));
    EXPECT_THAT(children("J", {}, CodeSystem::hcpcs), ElementsAre("J1100", "J1200"));
    EXPECT_THAT(children("J12", {}, CodeSystem::hcpcs), ElementsAre("J1200"));
    EXPECT_THAT(children("J1200", {}, CodeSystem::hcpcs), IsEmpty());
}

TEST_F(ReferenceTree, ProcedureTablesThenCodes)
{
    install(table(CodeSystem::icd10pcs, ReleaseKind::official, "FY2025", "2024-10-01", "2025-09-30",
                  {header("001", "Central nervous system, bypass"), row("0016070", "To nasopharynx"),
                   row("0016071", "To mastoid sinus"), header("005", "Destruction")}));
    EXPECT_THAT(children("", {}, CodeSystem::icd10pcs), ElementsAre("001", "005"));
    EXPECT_THAT(children("001", {}, CodeSystem::icd10pcs), ElementsAre("0016070", "0016071"));
}

}  // namespace

}  // namespace cw::store
