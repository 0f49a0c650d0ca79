#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

Person person(const std::string& last, const std::string& first)
{
    Person made;
    made.lastName = last;
    made.firstName = first;
    made.birthDate = Date::of(1950, 6, 7);
    made.sex = Sex::female;
    return made;
}

class Patients : public WorkTest {
protected:
    PatientId add(const Person& who, const std::vector<PatientNumber>& numbers)
    {
        auto tx = must(anna.work->beginWrite());
        const auto id = must(anna.patients.add(*tx, who, numbers));
        must(tx->commit());
        return id;
    }
    Result<PatientId> adding(const std::vector<PatientNumber>& numbers)
    {
        auto tx = must(anna.work->beginWrite());
        return anna.patients.add(*tx, person("Other", "One"), numbers);
    }
    KnownPatient find(PatientId id)
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.patients.find(*tx, id));
    }
    PatientId byNumber(const std::string& authority, const std::string& value)
    {
        auto tx = must(anna.work->beginRead());
        const auto found = must(anna.patients.byNumber(*tx, {authority, value}));
        return found ? found->id : PatientId{};
    }
    std::string search(const std::string& text, int limit = 10)
    {
        auto tx = must(anna.work->beginRead());
        std::string names;
        for (const auto& patient : must(anna.patients.search(*tx, text, limit))) names += patient.person.lastName + " ";
        return names;
    }
};

TEST_F(Patients, AreKeptWithTheirNumbers)
{
    const auto id = add(person("Varga", "Ilona"), {{"CLINIC", "77"}, {"STATE", "X-9"}});
    const auto known = find(id);
    EXPECT_EQ("77", known.person.mrn);
    EXPECT_EQ("Varga", known.person.lastName);
    EXPECT_EQ(Date::of(1950, 6, 7), known.person.birthDate);
    EXPECT_EQ(Sex::female, known.person.sex);
    EXPECT_EQ((std::vector<PatientNumber>{{"CLINIC", "77"}, {"STATE", "X-9"}}), known.numbers);
    EXPECT_FALSE(known.mergedInto.isValid());
    EXPECT_EQ(id, byNumber("STATE", "X-9"));
    EXPECT_EQ(PatientId{}, byNumber("STATE", "77"));
    EXPECT_EQ(PatientId{}, byNumber("", "77"));
}

TEST_F(Patients, WithTheSameNumberOfAnotherAuthorityAreApart)
{
    const auto one = add(person("Varga", "Ilona"), {{"CLINIC", "77"}});
    const auto two = add(person("Moreau", "Jean"), {{"HOSPITAL", "77"}});
    EXPECT_EQ("77", find(one).person.mrn);
    EXPECT_EQ("77@HOSPITAL", find(two).person.mrn);
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(2U, must(anna.patients.byValue(*tx, "77")).size());
    EXPECT_EQ(1U, must(anna.patients.byValue(*tx, "77@HOSPITAL")).size());
    EXPECT_EQ(0U, must(anna.patients.byValue(*tx, "7")).size());
}

TEST_F(Patients, CannotTakeANumberOfAnother)
{
    const auto one = add(person("Varga", "Ilona"), {{"CLINIC", "77"}});
    const auto two = add(person("Moreau", "Jean"), {{"CLINIC", "78"}});
    EXPECT_EQ(ErrorKind::conflict, adding({{"NEW", "1"}, {"CLINIC", "77"}}).error().kind);
    EXPECT_EQ(ErrorKind::conflict, adding({{"", "77"}}).error().kind)
        << "the mrn is taken, and no authority tells apart";
    EXPECT_EQ(ErrorKind::invalidInput, adding({{"CLINIC", ""}}).error().kind);
    auto tx = must(anna.work->beginWrite());
    EXPECT_EQ(ErrorKind::conflict, anna.patients.addNumber(*tx, two, {"CLINIC", "77"}).error().kind);
    must(anna.patients.addNumber(*tx, one, {"CLINIC", "77"}));
    must(anna.patients.addNumber(*tx, one, {"STATE", "5"}));
    must(tx->commit());
    tx.reset();
    EXPECT_EQ(one, byNumber("STATE", "5"));
}

TEST_F(Patients, OfEncountersHaveTheirNumberAndSex)
{
    auto first = visit();
    first.patient.sex.reset();
    anna.add(first);
    const auto id = byNumber("", patientMrn);
    ASSERT_TRUE(id.isValid());
    EXPECT_FALSE(find(id).person.sex);
    auto second = visit("T-2", 100);
    second.patient.sex = Sex::female;
    second.patient.lastName = "Otherwise";
    anna.add(second);
    EXPECT_EQ(Sex::female, find(id).person.sex) << "told for the first time";
    EXPECT_EQ(patientName, find(id).person.lastName) << "a known patient stays as stored";
    EXPECT_EQ("Otherwise", anna.load("T-2").encounter.patient.lastName);
    EXPECT_EQ(id, anna.load("T-2").patient);
}

TEST_F(Patients, AreFoundByPartsWithoutCase)
{
    anna.add(visit());
    add(person("Varga", "Ilona"), {{"CLINIC", "77"}, {"STATE", "QX-9"}});
    EXPECT_EQ("Quenneville Varga ", search("IL"));
    EXPECT_EQ("Quenneville ", search("il", 1));
    EXPECT_EQ("Varga ", search("ARGA, il"));
    EXPECT_EQ("Varga ", search("ilona VARGA"));
    EXPECT_EQ("Varga ", search("qx"));
    EXPECT_EQ("Quenneville ", search("88121"));
    EXPECT_EQ("Varga ", search("1950-06-07"));
    EXPECT_EQ("", search("%"));
    EXPECT_EQ("", search("1950"));
}

TEST_F(Patients, AreBroughtUpToDateByWhatIsTold)
{
    anna.add(visit());
    const auto id = byNumber("", patientMrn);
    Person told;
    told.lastName = "Quenneville-Roy";
    told.sex = Sex::male;
    auto tx = must(anna.work->beginWrite());
    must(anna.patients.update(*tx, id, told, anna.actor));
    must(tx->commit());
    tx.reset();
    const auto now = find(id).person;
    EXPECT_EQ("Quenneville-Roy", now.lastName);
    EXPECT_EQ("Odile", now.firstName);
    EXPECT_EQ(Date::of(1961, 4, 2), now.birthDate);
    EXPECT_EQ(Sex::male, now.sex);
    EXPECT_EQ(patientMrn, now.mrn);
    EXPECT_EQ("patient.update name, sex", anna.lastAudit());
    EXPECT_EQ(patientName, anna.load().encounter.patient.lastName);
}

TEST_F(Patients, ThatAreNotThereAreNotFound)
{
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(ErrorKind::notFound, anna.patients.find(*tx, PatientId{5}).error().kind);
}

}  // namespace
}  // namespace cw::store
