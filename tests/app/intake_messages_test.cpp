#include "encounter/coding.h"
#include "tests/app/intake_fixture.h"

namespace cw::test {
namespace {

class IntakeMessages : public IntakeTest {
protected:
    IntakeMessages() { ownAuthority(); }

    const MessagePatient silas{.number = "N-1", .family = "Drayton", .given = "Silas", .born = "19520618", .sex = "M"};
    std::string patientOf(const std::string& encounterId)
    {
        return ask(*office, "SELECT patient FROM encounter WHERE encounter_id = '" + encounterId + "'");
    }
    std::vector<DocumentRepository::StoredCode> sourceCodes(const std::string& id)
    {
        auto tx = must(office->work().beginRead());
        return must(office->documents().codes(*tx, must(office->encounters().load(*tx, id)).encounter.row));
    }
};

TEST_F(IntakeMessages, AnAdmissionMakesPatientAndEncounter)
{
    const auto done = bring("adt.hl7", hl7Message("ADT^A01", silas, "N-100", {}), making());
    EXPECT_EQ(1, done.encounters) << joined(done.notes);
    const auto made = encounter("N-100");
    EXPECT_EQ("Drayton", made.patient.lastName);
    EXPECT_EQ("N-1", made.patient.mrn);
    EXPECT_EQ(Date::of(2025, 1, 15), made.service.from);
    EXPECT_TRUE(made.diagnoses.empty());
    EXPECT_EQ(
        "ELM N-1",
        ask(*office,
            "SELECT authority || ' ' || value FROM patient_number WHERE value = 'N-1' ORDER BY authority DESC LIMIT 1"));
    const auto again = bring("adt.hl7", hl7Message("ADT^A01", silas, "N-100", {}), making());
    EXPECT_EQ(0, again.encounters);
    EXPECT_EQ(1, again.known);
    EXPECT_EQ("3", count(*office, "encounter"));
}

TEST_F(IntakeMessages, AnAdmissionWaitsWhenNothingMayBeMade)
{
    const auto done = bring("adt.hl7", hl7Message("ADT^A01", silas, "N-100", {}));
    EXPECT_EQ(1, done.unmatched);
    EXPECT_EQ("unknown_patient", whyWaiting());
    EXPECT_EQ("admission", waiting()[0].kind);
    EXPECT_EQ("2", count(*office, "encounter"));
}

TEST_F(IntakeMessages, AnAdmissionOfAKnownPatientMakesTheEncounterAlone)
{
    EXPECT_EQ(1, bring("adt.hl7", hl7Message("ADT^A04", {}, "T-3", {}), making()).encounters);
    EXPECT_EQ(patientOf("T-1"), patientOf("T-3"));
    EXPECT_EQ("1", count(*office, "patient"));
}

TEST_F(IntakeMessages, AnAdmissionOfSomebodyWhoDiffersWaits)
{
    bring("adt.hl7", hl7Message("ADT^A01", {.born = "19610204"}, "T-3", {}), making());
    EXPECT_EQ("differs: birth date", whyWaiting());
    EXPECT_EQ("2", count(*office, "encounter"));
}

TEST_F(IntakeMessages, AnotherAuthoritysSameNumberIsAnotherPatient)
{
    bring("1.hl7", hl7Message("ADT^A01", silas, "N-100", {}), making());
    MessagePatient other{.number = "N-1", .authority = "OAK", .family = "Amsel", .given = "Gwen", .born = "19790425"};
    EXPECT_EQ(1, bring("2.hl7", hl7Message("ADT^A01", other, "N-200", {}), making()).encounters);
    EXPECT_NE(patientOf("N-100"), patientOf("N-200"));
    EXPECT_EQ("N-1@OAK", encounter("N-200").patient.mrn);
}

TEST_F(IntakeMessages, AnUpdateChangesDatesOfAnOpenEncounterAndNothingOfItsCoding)
{
    const auto before = encounter("T-1");
    const auto done = bring("a03.hl7", hl7Message("ADT^A03", {}, "T-1", {"EVN|A03|20250117120000"}, "20250117120000"));
    EXPECT_EQ(1, done.updated) << joined(done.notes);
    const auto after = encounter("T-1");
    EXPECT_TRUE(after.service.dischargedAt.has_value());
    EXPECT_EQ(before.diagnoses, after.diagnoses);
    EXPECT_EQ(before.procedures, after.procedures);
    EXPECT_EQ(before.coverages, after.coverages);
}

TEST_F(IntakeMessages, AnUpdateLeavesAClosedEncounterAlone)
{
    must(app::CodingDesk(*office).submit("T-1"));
    must(app::ReviewDesk(*office).approve("T-1"));
    const auto before = encounter("T-1");
    const auto done = bring("a03.hl7", hl7Message("ADT^A03", {}, "T-1", {"EVN|A03|20250117120000"}, "20250117120000"));
    EXPECT_EQ(0, done.updated);
    EXPECT_NE(std::string::npos, joined(done.notes).find("encounter T-1 is approved")) << joined(done.notes);
    EXPECT_EQ(before, encounter("T-1"));
}

TEST_F(IntakeMessages, AnUpdateOfAnUnknownVisitWaitsEvenWhenAdmissionsMayMakeOne)
{
    bring("a08.hl7", hl7Message("ADT^A08", {}, "T-77", {}), making());
    EXPECT_EQ("unknown_encounter", whyWaiting());
}

TEST_F(IntakeMessages, AnUpdateFillsInWhatWasNotKnownOfThePatient)
{
    bring(
        "1.hl7",
        hl7Message("ADT^A01", {.number = "N-1", .family = "Drayton", .given = "S", .born = "", .sex = ""}, "N-100", {}),
        making());
    EXPECT_EQ(1, bring("2.hl7", hl7Message("ADT^A08", silas, "", {})).updated);
    EXPECT_EQ("Silas 1952-06-18 M",
              ask(*office, "SELECT first_name || ' ' || birth_date || ' ' || sex FROM patient WHERE mrn = 'N-1'"));
}

TEST_F(IntakeMessages, AMergePutsTwoPatientsTogetherAndCanBeUndone)
{
    bring("1.hl7", hl7Message("ADT^A01", {.number = "N-1"}, "N-100", {}), making());
    bring("2.hl7", hl7Result({.number = "N-1"}, "N-100"));
    ASSERT_NE(patientOf("T-1"), patientOf("N-100"));
    const auto merge = hl7Message("ADT^A40", {}, "", {"MRG|N-1^^^ELM^MR"});
    const auto done = bring("a40.hl7", merge);
    EXPECT_EQ(1, done.merged) << joined(done.notes);
    EXPECT_EQ(patientOf("T-1"), patientOf("N-100"));
    // The old number leads to the one who stays.
    EXPECT_EQ(1, bring("3.hl7", hl7Result({.number = "N-1"}, "T-1", "99")).versions);
    EXPECT_EQ(0, bring("a40.hl7", merge).merged);
    const auto merges = must(app::Inbox(*office).merges());
    ASSERT_EQ(1U, merges.size());
    must(app::Inbox(*office).undoMerge(merges[0].id));
    EXPECT_NE(patientOf("T-1"), patientOf("N-100"));
    EXPECT_FALSE(app::Inbox(*office).undoMerge(merges[0].id));
}

struct MergeCase {
    const char* name;
    MessagePatient survivor;
    std::string gone;
    std::string reason;
};

class UnclearMerges : public IntakeMessages, public testing::WithParamInterface<MergeCase> {};

TEST_P(UnclearMerges, WaitForAPerson)
{
    bring("1.hl7", hl7Message("ADT^A01", {.number = "N-1"}, "N-100", {}), making());
    const auto& test = GetParam();
    bring("a40.hl7", hl7Message("ADT^A40", test.survivor, "", {"MRG|" + test.gone + "^^^ELM^MR"}));
    EXPECT_EQ(test.reason, whyWaiting());
    EXPECT_EQ("0", count(*office, "patient_merge"));
}

INSTANTIATE_TEST_SUITE_P(
    Reasons, UnclearMerges,
    testing::Values(
        MergeCase{"SurvivorUnknown", {.number = "X"}, "N-1", "unclear_merge: the patient who stays is not known"},
        MergeCase{"GoneUnknown", {}, "X", "unclear_merge: the patient who goes is not known"},
        MergeCase{"SurvivorDiffers", {.born = "19990101"}, "N-1", "unclear_merge: birth date"}),
    [](const auto& made) { return std::string(made.param.name); });

TEST_F(IntakeMessages, ChargesBecomeCodesFromTheSourceAndNoLines)
{
    const auto before = encounter("T-1");
    const std::vector<std::string> charges = {
        "FT1|1|||20250115||CG|99214^Office visit^CPT||||1||||||||I10^^I10C||||||99214^Office visit^C4"};
    const auto done = bring("dft.hl7", hl7Message("DFT^P03", {}, "T-1", charges));
    EXPECT_EQ(1, done.charges) << joined(done.notes);
    EXPECT_EQ(before, encounter("T-1"));
    std::string codes;
    for (const auto& stored : sourceCodes("T-1")) codes += stored.code.code + " ";
    EXPECT_NE(std::string::npos, codes.find("99214")) << codes;
    EXPECT_NE(std::string::npos, codes.find("I10")) << codes;
    const auto again = bring("dft.hl7", hl7Message("DFT^P03", {}, "T-1", charges));
    EXPECT_EQ(0, again.codes);
    EXPECT_EQ(1, again.known);
}

TEST_F(IntakeMessages, ChargesOfAnUnknownVisitMayMakeIt)
{
    const auto dft = hl7Message(
        "DFT^P03", {}, "T-55", {"FT1|1|||20250115||CG|99214^Office visit^CPT||||1||||||||||||||99214^Office visit^C4"});
    EXPECT_EQ(1, bring("dft.hl7", dft).unmatched);
    EXPECT_EQ(1, must(app::Inbox(*office).retry(true)).encounters);
    EXPECT_TRUE(encounter("T-55").procedures.empty());
    EXPECT_FALSE(sourceCodes("T-55").empty());
}

TEST_F(IntakeMessages, ACorrectedVersionSupersedesAndProofStays)
{
    bring("1.hl7", hl7Result({}, "T-1", "131"));
    const auto first = chart("T-1").at(0);
    {
        auto tx = must(office->work().beginRead());
        const auto seen = must(office->encounters().load(*tx, "T-1"));
        tx.reset();
        auto after = seen.encounter;
        after.diagnoses[0].evidence.push_back(
            app::makeEvidence({first.version, 0, 0, 3}, "LDL", first.title, office->ids()));
        must(app::CodingDesk(*office).save(seen.encounter, after, seen.versions, seen.workflow));
    }
    const auto done = bring("2.hl7", hl7Result({}, "T-1", "113", "20250118083000"));
    EXPECT_EQ(1, done.versions) << joined(done.notes);
    EXPECT_EQ(0, done.documents);
    const auto now = chart("T-1").at(0);
    EXPECT_EQ(first.id, now.id);
    EXPECT_NE(first.version, now.version);
    EXPECT_EQ(2, now.versionCount);
    EXPECT_EQ(first.version, encounter("T-1").diagnoses[0].evidence.at(0).span.version);
    const auto versions = must(app::ChartDesk(*office).versions(now.id));
    ASSERT_EQ(2U, versions.size());
    EXPECT_TRUE(versions[1].isArchived);

    // It came after coding had begun: the encounter is not submitted before somebody has looked at it.
    const auto opened = must(app::CodingDesk(*office).open("T-1"));
    EXPECT_EQ(std::vector{now.version}, opened.lateDocuments);
    const auto submitted = app::CodingDesk(*office).submit("T-1");
    ASSERT_FALSE(submitted);
    EXPECT_EQ("APP-150", submitted.error().id);
    EXPECT_EQ("1 document arrived after coding began: look at it first", submitted.error().detail);
    must(app::ChartDesk(*office).acknowledgeLate(opened.stored.encounter.row));
    EXPECT_TRUE(app::CodingDesk(*office).submit("T-1"));
}

TEST_F(IntakeMessages, ALateOlderVersionIsArchivedAtOnce)
{
    bring("2.hl7", hl7Result({}, "T-1", "113", "20250118083000"));
    const auto current = chart("T-1").at(0).version;
    EXPECT_EQ(1, bring("1.hl7", hl7Result({}, "T-1", "131")).versions);
    EXPECT_EQ(current, chart("T-1").at(0).version);
}

TEST_F(IntakeMessages, APersonMaySayWhichDocumentAFileReplaces)
{
    app::IntakeOptions options;
    options.encounterId = "T-1";
    bring("visit.txt", "right knee pain\n", options);
    options.replaces = chart("T-1").at(0).id;
    EXPECT_EQ(1, bring("visit-corrected.txt", "left knee pain\n", options).versions);
    EXPECT_EQ(2, chart("T-1").at(0).versionCount);
    options.encounterId.reset();
    EXPECT_EQ(1, bring("visit-third.txt", "both knees\n", options).versions);
    EXPECT_EQ("APP-171", app::Intake(*office)
                             .importFiles({m_folder.write("a.txt", "a"), m_folder.write("b.txt", "b")}, options)
                             .error()
                             .id);
    options.replaces = DocumentId{77};
    EXPECT_EQ(ErrorKind::notFound,
              app::Intake(*office).importFiles({m_folder.write("a.txt", "a")}, options).error().kind);
}

}  // namespace
}  // namespace cw::test
