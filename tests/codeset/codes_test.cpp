#include "codeset/codes.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

struct CodeCase {
    const char* text;
    const char* compact;  ///< Null: refused.
};

void PrintTo(const CodeCase& one, std::ostream* out)
{
    *out << '"' << one.text << '"';
}

class Icd10CmCodeParse : public testing::TestWithParam<CodeCase> {};

TEST_P(Icd10CmCodeParse, AcceptsOrRefuses)
{
    const auto code = Icd10CmCode::parse(GetParam().text);
    if (GetParam().compact == nullptr) {
        ASSERT_FALSE(code);
        EXPECT_EQ("CODESET-001", code.error().id);
        EXPECT_EQ(ErrorKind::invalidInput, code.error().kind);
    } else {
        ASSERT_TRUE(code);
        EXPECT_EQ(GetParam().compact, code->compact());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Forms, Icd10CmCodeParse,
    testing::Values(CodeCase{"I10", "I10"}, CodeCase{"i10", "I10"}, CodeCase{"S72.001A", "S72001A"},
                    CodeCase{"s72001a", "S72001A"}, CodeCase{"C4A.0", "C4A0"}, CodeCase{"Z3A.01", "Z3A01"},
                    CodeCase{" E11.9 ", "E119"}, CodeCase{"T36.0X1A", "T360X1A"}, CodeCase{"U07.1", "U071"},
                    CodeCase{"I10.", nullptr}, CodeCase{"S7.2001A", nullptr}, CodeCase{"S72.001AB", nullptr},
                    CodeCase{"S720.01A", nullptr}, CodeCase{"S72..01A", nullptr}, CodeCase{"110", nullptr},
                    CodeCase{"I1", nullptr}, CodeCase{"", nullptr}, CodeCase{"I 10", nullptr},
                    CodeCase{"I10-", nullptr}, CodeCase{"E11,9", nullptr},
                    CodeCase{"\xC3\x89"
                             "119",
                             nullptr},
                    CodeCase{"E11.9\n1", nullptr}, CodeCase{".I10", nullptr}));

TEST(Icd10CmCode, ShowsTheDotAfterTheThirdCharacter)
{
    EXPECT_EQ("S72.001A", Icd10CmCode::parse("S72001A")->dotted());
    EXPECT_EQ("I10", Icd10CmCode::parse("I10")->dotted());
}

TEST(Icd10CmCode, KnowsItsCategoryAndAncestors)
{
    const auto code = *Icd10CmCode::parse("E11.22");
    EXPECT_EQ("E11", code.category());
    EXPECT_TRUE(code.isUnder(*Icd10CmCode::parse("E11")));
    EXPECT_TRUE(code.isUnder(*Icd10CmCode::parse("E11.2")));
    EXPECT_TRUE(code.isUnder(code));
    EXPECT_FALSE(code.isUnder(*Icd10CmCode::parse("E11.221")));
    EXPECT_FALSE(code.isUnder(*Icd10CmCode::parse("E10")));
}

TEST(Icd10CmCode, EqualHoweverItWasWritten)
{
    EXPECT_EQ(*Icd10CmCode::parse("e11.22"), *Icd10CmCode::parse("E1122"));
    EXPECT_LT(*Icd10CmCode::parse("E11.22"), *Icd10CmCode::parse("E11.9"));
}

struct ProcedureCase {
    CodeSystem system;
    const char* text;
    const char* refusal;  ///< Null: accepted.
};

void PrintTo(const ProcedureCase& one, std::ostream* out)
{
    *out << toString(one.system) << ' ' << one.text;
}

class ProcedureCodeParse : public testing::TestWithParam<ProcedureCase> {};

TEST_P(ProcedureCodeParse, AcceptsOrRefuses)
{
    const auto code = ProcedureCode::parse(GetParam().system, GetParam().text);
    if (GetParam().refusal != nullptr) {
        ASSERT_FALSE(code);
        EXPECT_EQ(GetParam().refusal, code.error().id);
    } else {
        ASSERT_TRUE(code);
        EXPECT_EQ(GetParam().system, code->system());
    }
}

constexpr auto cpt = CodeSystem::cpt;
constexpr auto hcpcs = CodeSystem::hcpcs;
constexpr auto pcs = CodeSystem::icd10pcs;

INSTANTIATE_TEST_SUITE_P(
    Forms, ProcedureCodeParse,
    testing::Values(ProcedureCase{cpt, "99213", nullptr}, ProcedureCase{cpt, "0001F", nullptr},
                    ProcedureCase{cpt, "0075T", nullptr}, ProcedureCase{cpt, "0001U", nullptr},
                    ProcedureCase{cpt, "0002m", nullptr}, ProcedureCase{cpt, "0001A", nullptr},
                    ProcedureCase{cpt, "0001B", "CODESET-002"}, ProcedureCase{cpt, "J0120", "CODESET-002"},
                    ProcedureCase{cpt, "9921", "CODESET-002"}, ProcedureCase{cpt, "992133", "CODESET-002"},
                    ProcedureCase{cpt, "99 13", "CODESET-002"}, ProcedureCase{cpt, "", "CODESET-002"},
                    ProcedureCase{hcpcs, "J0120", nullptr}, ProcedureCase{hcpcs, "g0439", nullptr},
                    ProcedureCase{hcpcs, "99213", "CODESET-003"}, ProcedureCase{hcpcs, "JJ120", "CODESET-003"},
                    ProcedureCase{hcpcs, "J012", "CODESET-003"}, ProcedureCase{pcs, "0016070", nullptr},
                    ProcedureCase{pcs, "b030y0z", nullptr}, ProcedureCase{pcs, "001607O", "CODESET-004"},
                    ProcedureCase{pcs, "I016070", "CODESET-004"}, ProcedureCase{pcs, "001607", "CODESET-004"},
                    ProcedureCase{pcs, "00160700", "CODESET-004"},
                    ProcedureCase{CodeSystem::icd10cm, "I10", "CODESET-005"}));

TEST(ProcedureCodeParseLevel1or2, FindsTheSystemByTheShape)
{
    EXPECT_EQ(cpt, ProcedureCode::parseLevel1or2("99213")->system());
    EXPECT_EQ(cpt, ProcedureCode::parseLevel1or2("0001f")->system());
    EXPECT_EQ(hcpcs, ProcedureCode::parseLevel1or2("j0120")->system());
    EXPECT_EQ("J0120", ProcedureCode::parseLevel1or2("j0120")->text());
}

TEST(ProcedureCodeParseLevel1or2, RefusesOtherShapes)
{
    for (const auto* text : {"0016070", "I10", "", "9921X"}) {
        const auto code = ProcedureCode::parseLevel1or2(text);
        ASSERT_FALSE(code) << text;
        EXPECT_EQ("CODESET-006", code.error().id);
    }
}

TEST(ModifierParse, TakesTwoLettersOrDigits)
{
    EXPECT_EQ("25", Modifier::parse("25")->text());
    EXPECT_EQ("RT", Modifier::parse(" rt")->text());
    EXPECT_EQ("P2", Modifier::parse("p2")->text());
}

TEST(ModifierParse, RefusesOtherForms)
{
    for (const auto* text : {"", "2", "255", "R-", "R T", "\xC3\xA9"}) {
        const auto modifier = Modifier::parse(text);
        ASSERT_FALSE(modifier) << text;
        EXPECT_EQ("CODESET-007", modifier.error().id);
    }
}

TEST(DisplayCode, DotsDiagnosesAlone)
{
    EXPECT_EQ("E11.22", displayCode(CodeSystem::icd10cm, "E1122"));
    EXPECT_EQ("E11", displayCode(CodeSystem::icd10cm, "E11"));
    EXPECT_EQ("99213", displayCode(CodeSystem::cpt, "99213"));
    EXPECT_EQ("0016070", displayCode(CodeSystem::icd10pcs, "0016070"));
}

TEST(CodeSystemNames, GoThereAndBack)
{
    for (const auto system : {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::hcpcs, CodeSystem::cpt})
        EXPECT_EQ(system, *parseCodeSystem(toString(system)));
}

TEST(CodeSystemNames, RefuseWhatIsNoSystem)
{
    const auto system = parseCodeSystem("ICD-10-CM");
    ASSERT_FALSE(system);
    EXPECT_EQ("CODESET-010", system.error().id);
}

TEST(CodeSystemNames, ForPeople)
{
    EXPECT_EQ("ICD-10-CM", displayName(CodeSystem::icd10cm));
    EXPECT_EQ("HCPCS", displayName(CodeSystem::hcpcs));
}

}  // namespace
}  // namespace cw
