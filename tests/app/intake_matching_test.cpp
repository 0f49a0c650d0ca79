#include "tests/app/intake_fixture.h"

namespace cw::test {
namespace {

TEST_F(IntakeTest, AResultGoesToThePatientAndVisitThatItNames)
{
    ownAuthority();
    const auto done = bring("labs.hl7", hl7Result({}, "T-1"));
    EXPECT_EQ(1, done.documents) << joined(done.notes);
    EXPECT_EQ(1, done.files);
    ASSERT_EQ(1U, chart("T-1").size());
    EXPECT_EQ(DocumentType::labReport, chart("T-1")[0].type);
    EXPECT_TRUE(chart("T-2").empty());
    EXPECT_EQ("office document.import T-1",
              ask(*office, "SELECT account || ' ' || action || ' ' || encounter_id FROM audit "
                           "WHERE action LIKE 'document.%' ORDER BY sequence DESC LIMIT 1"));
}

TEST_F(IntakeTest, WithoutAVisitItGoesToThePatient)
{
    ownAuthority();
    EXPECT_EQ(1, bring("labs.hl7", hl7Result({}, "")).documents);
    EXPECT_EQ(1U, chart("T-1").size());
    EXPECT_EQ(1U, chart("T-2").size());
}

struct WaitCase {
    const char* name;
    MessagePatient patient;
    std::string visit;
    std::string reason;
    bool hasCandidate;
};

class Waits : public IntakeTest, public testing::WithParamInterface<WaitCase> {};

TEST_P(Waits, WithTheReasonAndWithoutPatientDataInTheNotes)
{
    ownAuthority();
    auto another = cleanEncounter("B-1");
    another["patient"]["mrn"] = "B-77";
    another["patient"]["last_name"] = "Brightwell";
    import(*office, {another});
    const auto& test = GetParam();
    const auto done = bring("labs.hl7", hl7Result(test.patient, test.visit));
    EXPECT_EQ(0, done.documents);
    EXPECT_EQ(1, done.unmatched);
    EXPECT_EQ(test.reason, whyWaiting());
    ASSERT_EQ(1U, waiting().size());
    EXPECT_EQ(test.hasCandidate, waiting()[0].candidate.isValid());
    EXPECT_EQ("0", count(*office, "document"));
    EXPECT_NE(std::string::npos, joined(done.notes).find("waits: ")) << joined(done.notes);
    expectNoPatientData(done);
}

INSTANTIATE_TEST_SUITE_P(
    Reasons, Waits,
    testing::Values(WaitCase{"UnknownPatient", {.number = "999"}, "T-1", "unknown_patient", false},
                    WaitCase{"UnknownAuthority", {.authority = "OAK"}, "T-1", "unknown_authority", true},
                    WaitCase{"BirthDate", {.born = "19610204"}, "T-1", "differs: birth date", true},
                    WaitCase{"FamilyName", {.family = "Whitlock"}, "T-1", "differs: family name", true},
                    WaitCase{"NameAndSex", {.given = "Milo", .sex = "M"}, "T-1", "differs: given name, sex", true},
                    WaitCase{"UnknownVisit", {}, "T-99", "unknown_encounter", true},
                    WaitCase{"VisitOfAnother", {}, "B-1", "other_patient", true}),
    [](const auto& made) { return std::string(made.param.name); });

TEST_F(IntakeTest, ANoteThatNamesNobodyWaits)
{
    const auto done = bring("note.txt", "Knee pain, better today.\n");
    EXPECT_EQ(1, done.unmatched);
    EXPECT_EQ("no_patient", whyWaiting());
}

TEST_F(IntakeTest, TheSameBytesWaitOnce)
{
    bring({m_folder.write("a.txt", "Knee pain.\n"), m_folder.write("b.txt", "Knee pain.\n")});
    bring("c.txt", "Knee pain.\n");
    EXPECT_EQ(1U, waiting().size());
}

TEST_F(IntakeTest, AnOwnerTakesWhatNamesNobody)
{
    app::IntakeOptions options;
    options.encounterId = "T-2";
    EXPECT_EQ(1, bring("note.txt", "Knee pain.\n", options).documents);
    EXPECT_EQ(1U, chart("T-2").size());
    EXPECT_TRUE(waiting().empty());
}

TEST_F(IntakeTest, AnOwnerTakesWhatNamesThePatientUnderAnyNumber)
{
    app::IntakeOptions options;
    options.encounterId = "T-2";
    EXPECT_EQ(1, bring("labs.hl7", hl7Result({.number = "5", .authority = "OAK"}, "X-1"), options).documents);
    EXPECT_EQ(1U, chart("T-2").size());
}

TEST_F(IntakeTest, WhatNamesSomebodyElseThanTheOwnerIsRefused)
{
    app::IntakeOptions options;
    options.encounterId = "T-2";
    const auto done = bring("labs.hl7", hl7Result({.number = "5", .born = "19990909", .sex = "M"}, ""), options);
    EXPECT_EQ(1, done.rejected);
    EXPECT_EQ("labs.hl7: it names another patient (birth date, sex differ); it was not stored\n", joined(done.notes));
    EXPECT_EQ("0", count(*office, "document"));
    EXPECT_TRUE(waiting().empty());
}

TEST_F(IntakeTest, ANumberOfAnotherPatientIsRefusedToo)
{
    auto another = cleanEncounter("B-1");
    another["patient"]["mrn"] = "B-77";
    import(*office, {another});
    ownAuthority();
    app::IntakeOptions options;
    options.mrn = "MRN-88121";
    const auto done = bring("labs.hl7", hl7Result({.number = "B-77"}, ""), options);
    EXPECT_EQ(1, done.rejected);
    EXPECT_NE(std::string::npos, joined(done.notes).find("another patient")) << joined(done.notes);
    EXPECT_EQ("0", count(*office, "document"));
}

TEST_F(IntakeTest, TheSameFileTwiceIsOneDocument)
{
    ownAuthority();
    const auto file = m_folder.write("labs.hl7", hl7Result({}, "T-1"));
    const auto copy = m_folder.write("copy of labs.hl7", hl7Result({}, "T-1"));
    const auto done = bring({file, copy});
    EXPECT_EQ(1, done.documents);
    EXPECT_EQ(1, done.known);
    const auto again = bring({file});
    EXPECT_EQ(0, again.documents);
    EXPECT_EQ(1, again.known);
    EXPECT_EQ("1", count(*office, "document"));
    EXPECT_EQ("1", count(*office, "document_version"));
}

TEST_F(IntakeTest, WhatWasAttachedByHandIsKnownWhenItComesAgain)
{
    bring("note.txt", "Knee pain.\n");
    must(app::Inbox(*office).resolve(waiting()[0].id, {.encounterId = "T-1"}));
    const auto again = bring("note.txt", "Knee pain.\n");
    EXPECT_EQ(1, again.known);
    EXPECT_EQ("note.txt: it was attached before\n", joined(again.notes));
    EXPECT_EQ("1", count(*office, "document"));
}

TEST_F(IntakeTest, AResultThatComesBeforeItsAdmissionIsStoredInTheSameRun)
{
    const MessagePatient newcomer{
        .number = "N-1", .family = "Drayton", .given = "Silas", .born = "19520618", .sex = "M"};
    m_folder.write("in/1-result.hl7", hl7Result(newcomer, "N-100"));
    m_folder.write("in/2-admission.hl7", hl7Message("ADT^A01", newcomer, "N-100", {}));
    const auto done = bring({m_folder.path() / "in"}, making());
    EXPECT_EQ(1, done.encounters) << joined(done.notes);
    EXPECT_EQ(1, done.documents);
    EXPECT_EQ(0, done.unmatched);
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(1U, chart("N-100").size());
}

TEST_F(IntakeTest, NeedsThePermissionAndAnOwnerThatIsThere)
{
    app::IntakeOptions options;
    options.encounterId = "T-9";
    const auto file = m_folder.write("note.txt", "x");
    EXPECT_EQ(ErrorKind::notFound, app::Intake(*office).importFiles({file}, options).error().kind);
    options.mrn = "MRN-88121";
    EXPECT_EQ("APP-053", app::Intake(*office).importFiles({file}, options).error().id);
}

TEST_F(IntakeTest, CancellingKeepsWhatWasStoredAndSaysSo)
{
    ownAuthority();
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < 120; ++i)
        files.push_back(m_folder.write("in/n" + std::to_string(i) + ".hl7",
                                       hl7Result({}, "", std::to_string(i), std::to_string(20250116083000 + i))));
    std::stop_source stop;
    const Progress progress(
        [&](std::int64_t at, std::int64_t, const std::string&) {
            if (at == 60) stop.request_stop();
        },
        stop.get_token());
    const auto done = app::Intake(*office).importFiles(files, {}, progress);
    ASSERT_FALSE(done);
    EXPECT_EQ(ErrorKind::cancelled, done.error().kind);
    EXPECT_NE(std::string::npos, done.error().detail.find("what was stored stays")) << done.error().detail;
    EXPECT_EQ("48", count(*office, "document_version"));
}

}  // namespace
}  // namespace cw::test
