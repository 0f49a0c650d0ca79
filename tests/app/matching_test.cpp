#include "app/intake/matching.h"
#include "app/intake/person_match.h"

#include <gtest/gtest.h>

namespace cw::app {
namespace {

Person person(const std::string& family, const std::string& given, const char* born = nullptr,
              std::optional<Sex> sex = {})
{
    Person made;
    made.lastName = family;
    made.firstName = given;
    if (born != nullptr) made.birthDate = *Date::parse(born);
    made.sex = sex;
    return made;
}

const Person odile = person("Quenneville", "Odile", "1961-04-02", Sex::female);

KnownPatient known(std::int64_t id, const std::string& mrn, std::vector<PatientNumber> numbers,
                   const Person& who = odile)
{
    KnownPatient patient;
    patient.id = PatientId{id};
    patient.person = who;
    patient.person.mrn = mrn;
    patient.numbers = std::move(numbers);
    return patient;
}

struct DifferenceCase {
    const char* name;
    Person known;
    Person told;
    std::vector<std::string> expected;
};

class Differences : public testing::TestWithParam<DifferenceCase> {};

TEST_P(Differences, NamesWhatContradicts)
{
    EXPECT_EQ(GetParam().expected, differences(GetParam().known, GetParam().told));
}

INSTANTIATE_TEST_SUITE_P(
    People, Differences,
    testing::Values(DifferenceCase{"Same", odile, odile, {}}, DifferenceCase{"Nothing told", odile, Person{}, {}},
                    DifferenceCase{"Nothing known", Person{}, odile, {}},
                    DifferenceCase{"Case", odile, person("QUENNEVILLE", "odile"), {}},
                    DifferenceCase{"Accents", person("Müller", "Zoë"), person("MULLER", "Zoe"), {}},
                    DifferenceCase{"Sharp s", person("Weiß", ""), person("Weiss", ""), {}},
                    DifferenceCase{"Hyphen", person("Smith-Jones", "A"), person("Smith Jones", "A"), {}},
                    DifferenceCase{"Apostrophe", person("O'Brien", "A"), person("O’BRIEN", "A"), {}},
                    DifferenceCase{"Initial", odile, person("Quenneville", "O."), {}},
                    DifferenceCase{"With middle name", odile, person("Quenneville", "Odile Marie"), {}},
                    DifferenceCase{"Other given name", odile, person("Quenneville", "Odette"), {"given name"}},
                    DifferenceCase{
                        "Married", odile, person("Whitlock", "Odile", "1961-04-02", Sex::female), {"family name"}},
                    DifferenceCase{"Other day", odile, person("Quenneville", "Odile", "1961-02-04"), {"birth date"}},
                    DifferenceCase{"Other sex", odile, person("Quenneville", "Odile", nullptr, Sex::male), {"sex"}},
                    DifferenceCase{"Unknown sex", odile, person("Quenneville", "Odile", nullptr, Sex::unknown), {}},
                    DifferenceCase{"All",
                                   odile,
                                   person("Amsel", "Milo", "2000-01-01", Sex::male),
                                   {"family name", "given name", "birth date", "sex"}}),
    [](const auto& made) {
        std::string name = made.param.name;
        std::erase(name, ' ');
        return name;
    });

TEST(UpdatedPerson, FillsWhatIsMissingAndKeepsTheRest)
{
    const auto after =
        updatedPerson(person("Quenneville", "O"), person("QUENNEVILLE", "Odile", "1961-04-02", Sex::female), false);
    EXPECT_EQ("Quenneville", after.lastName);
    EXPECT_EQ("Odile", after.firstName);
    EXPECT_EQ(Date::of(1961, 4, 2), after.birthDate);
    EXPECT_EQ(Sex::female, after.sex);
}

TEST(UpdatedPerson, TakesWhatAPersonHasDecided)
{
    auto told = person("Whitlock", "Odile");
    told.mrn = "other";
    auto before = odile;
    before.mrn = "mine";
    const auto after = updatedPerson(before, told, true);
    EXPECT_EQ("Whitlock", after.lastName);
    EXPECT_EQ("mine", after.mrn);
    EXPECT_EQ(odile.birthDate, after.birthDate);
}

struct NumberCase {
    Identifier identifier;
    bool isRecordNumber;
};

class RecordNumbers : public testing::TestWithParam<NumberCase> {};

TEST_P(RecordNumbers, AreToldByTypeAndAuthority)
{
    IncomingPatient patient;
    patient.identifiers = {GetParam().identifier};
    EXPECT_EQ(GetParam().isRecordNumber, !recordNumbers(patient).empty());
}

INSTANTIATE_TEST_SUITE_P(Identifiers, RecordNumbers,
                         testing::Values(NumberCase{{"ELM", "1", "MR"}, true}, NumberCase{{"", "1", ""}, true},
                                         NumberCase{{"ELM", "1", "PI"}, true}, NumberCase{{"ELM", "1", "pi"}, true},
                                         NumberCase{{"2.16.840.1.113883.19.5", "1", ""}, true},
                                         NumberCase{{"ELM", "1", "SS"}, false}, NumberCase{{"ELM", "1", "DL"}, false},
                                         NumberCase{{"ELM", "1", "AN"}, false}, NumberCase{{"ELM", "1", "VN"}, false},
                                         NumberCase{{"ELM", "1", "MB"}, false},
                                         NumberCase{{"2.16.840.1.113883.4.1", "1", ""}, false},
                                         NumberCase{{"2.16.840.1.113883.4.1", "1", "MR"}, false},
                                         NumberCase{{"2.16.840.1.113883.4.3.36", "1", ""}, false},
                                         NumberCase{{"http://hl7.org/fhir/sid/us-ssn", "1", ""}, false},
                                         NumberCase{{"http://hl7.org/fhir/sid/us-mbi", "1", ""}, false},
                                         NumberCase{{"SSA", "1", ""}, false}, NumberCase{{"ELM", " ", "MR"}, false}));

TEST(RecordNumbersOf, EachOnceInOrder)
{
    IncomingPatient patient;
    patient.identifiers = {{"A", "2", "MR"}, {"B", "9", "SS"}, {"A", "1", ""}, {"A", "2", "PI"}};
    EXPECT_EQ((std::vector<PatientNumber>{{"A", "2"}, {"A", "1"}}), recordNumbers(patient));
}

struct JudgeCase {
    const char* name;
    std::vector<NumberFinding> findings;
    Person told;
    std::string expected;
    bool mayBeNew = false;
    OwnAuthorities own = {"ELM"};
};

class JudgePatient : public testing::TestWithParam<JudgeCase> {};

TEST_P(JudgePatient, FindsExactlyOneOrSaysWhyNot)
{
    const auto match = judgePatient(GetParam().findings, GetParam().told, GetParam().own);
    std::string got =
        match.patient ? "patient " + std::to_string(match.patient->id.value) : std::string(toString(match.reason));
    if (!match.detail.empty()) got += ": " + match.detail;
    if (match.candidate.isValid()) got += " > " + std::to_string(match.candidate.value);
    EXPECT_EQ(GetParam().expected, got);
    EXPECT_EQ(GetParam().mayBeNew, match.mayBeNew);
}

const auto one = known(1, "7", {{"ELM", "7"}});
const auto two = known(2, "8", {{"ELM", "8"}});
const auto bare = known(3, "7", {{"", "7"}});
const auto fromOak = known(4, "7@OAK", {{"OAK", "7"}});
const auto oakAndBare = known(6, "7", {{"", "7"}, {"OAK", "7"}});
const auto otherPerson = person("Amsel", "Milo", "2000-01-01", Sex::male);

INSTANTIATE_TEST_SUITE_P(
    Numbers, JudgePatient,
    testing::Values(
        JudgeCase{"No number, no name", {}, Person{}, "no_patient"},
        JudgeCase{"A name alone", {}, odile, "no_patient: a name, but no record number"},
        JudgeCase{"Exact", {{{"ELM", "7"}, one, {}}}, odile, "patient 1"},
        JudgeCase{"Exact, another person",
                  {{{"ELM", "7"}, one, {}}},
                  otherPerson,
                  "differs: family name, given name, birth date, sex > 1"},
        JudgeCase{"Only the family name changed",
                  {{{"ELM", "7"}, one, {}}},
                  person("Whitlock", "Odile", "1961-04-02", Sex::female),
                  "differs: family name > 1"},
        JudgeCase{"Two numbers of one", {{{"ELM", "7"}, one, {}}, {{"OAK", "3"}, one, {}}}, odile, "patient 1"},
        JudgeCase{
            "Two numbers of two", {{{"ELM", "7"}, one, {}}, {{"ELM", "8"}, two, {}}}, odile, "ambiguous: 2 patients"},
        JudgeCase{"One known, one not", {{{"ELM", "7"}, one, {}}, {{"OAK", "3"}, {}, {}}}, odile, "patient 1"},
        JudgeCase{"Nobody has it", {{{"ELM", "9"}, {}, {}}}, odile, "unknown_patient", true},
        JudgeCase{"Own authority, number without one", {{{"ELM", "7"}, {}, {bare}}}, odile, "patient 3"},
        JudgeCase{"Other authority, number without one", {{{"OAK", "7"}, {}, {bare}}}, odile, "unknown_authority > 3"},
        JudgeCase{"Other authority, number without one, other person",
                  {{{"OAK", "7"}, {}, {bare}}},
                  otherPerson,
                  "unknown_authority > 3"},
        JudgeCase{"Own authority, number of another authority",
                  {{{"ELM", "7"}, {}, {fromOak}}},
                  odile,
                  "unknown_authority > 4"},
        JudgeCase{"Own authority, number of another authority, other person",
                  {{{"ELM", "7"}, {}, {fromOak}}},
                  otherPerson,
                  "unknown_authority > 4",
                  true},
        JudgeCase{"Own authority, mrn of another authority kept bare too",
                  {{{"ELM", "7"}, {}, {oakAndBare}}},
                  odile,
                  "unknown_authority > 6"},
        JudgeCase{"No authority, the mrn", {{{"", "7"}, {}, {one}}}, odile, "patient 1"},
        JudgeCase{"No authority, another number",
                  {{{"", "7"}, {}, {known(5, "99", {{"OAK", "7"}})}}},
                  odile,
                  "unknown_authority > 5"},
        JudgeCase{"No authority, two have it", {{{"", "7"}, {}, {one, fromOak}}}, odile, "ambiguous: 2 patients"},
        JudgeCase{"No own authorities", {{{"ELM", "7"}, {}, {bare}}}, odile, "unknown_authority > 3", false, {}}),
    [](const auto& made) {
        std::string name = made.param.name;
        std::erase_if(name, [](char c) { return c == ' ' || c == ','; });
        return name;
    });

}  // namespace
}  // namespace cw::app
