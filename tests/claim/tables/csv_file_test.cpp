#include "tests/claim/tables/table_fixture.h"

#include "base/file.h"

#include <filesystem>
#include <random>

namespace cw {
namespace {

using test::parseCsv;
using test::tableRequest;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(CsvFileTest, OneRowForEachLineUnderTheDocumentedColumns)
{
    const auto child = sample::injuredChild();
    const auto visit = sample::officeVisit();
    const auto file = writeCsv(tableRequest({&child, &visit}));
    ASSERT_TRUE(file) << describe(file.error());
    std::string heading;
    for (const auto& name : claimTableColumns()) heading += (heading.empty() ? "" : ",") + name;
    EXPECT_THAT(file->bytes, StartsWith(heading + "\r\n"));
    const auto rows = parseCsv(file->bytes);
    ASSERT_EQ(4U, rows.size());
    EXPECT_EQ("v-2002-2", rows[1].at("claim_number"));
    EXPECT_EQ("2", rows[1].at("line"));
    EXPECT_EQ("J3490", rows[1].at("code"));
    EXPECT_EQ("V-1001-2", rows[3].at("claim_number"));
    ASSERT_EQ(2U, file->claims.size());
    EXPECT_EQ(child.row, file->claims[0].encounter);
    EXPECT_EQ(child.totalCharges(), file->claims[0].charges);
    EXPECT_EQ(file->bytes, heading + "\r\n" + file->claims[0].segments + file->claims[1].segments);
    EXPECT_TRUE(file->replacements.empty());
}

TEST(CsvFileTest, HoldsWhatTheClaimSays)
{
    auto child = sample::injuredChild();
    child.procedures[1].details.description = "the drug";
    child.procedures[1].details.nonCovered = Money::cents(5);
    child.procedures[1].details.providers = {{"ordering", {.npi = "1111111112"}}};
    auto row = parseCsv(writeCsv(tableRequest({&child})).value().bytes)[1];
    const std::map<std::string, std::string> expected = {{"encounter_id", "v-2002"},
                                                         {"version", "2"},
                                                         {"setting", "professional"},
                                                         {"frequency", "7"},
                                                         {"original_reference_number", "ICN123456789"},
                                                         {"claim_charges", "1012.80"},
                                                         {"patient_paid", "0.50"},
                                                         {"service_from", "2025-01-15"},
                                                         {"service_to", ""},
                                                         {"diagnoses", "S80.01XA V49.52XA"},
                                                         {"present_on_admission", ""},
                                                         {"patient_last_name", "Rivera"},
                                                         {"patient_middle_name", "Jos\u00e9"},
                                                         {"patient_birth_date", "2014-06-30"},
                                                         {"patient_sex", "M"},
                                                         {"billed_coverage", "primary"},
                                                         {"payer_id", "BM001"},
                                                         {"relationship", "child"},
                                                         {"subscriber_first_name", "Ana"},
                                                         {"billing_npi", "1234567893"},
                                                         {"billing_name", "Elm Street Clinic"},
                                                         {"ordering_npi", "1111111112"},
                                                         {"facility_name", "Elm Street Annex"},
                                                         {"attending_npi", ""},
                                                         {"line_control_number", lineControlNumber("v-2002-2", 2)},
                                                         {"code_system", "hcpcs"},
                                                         {"modifiers", ""},
                                                         {"description", "the drug"},
                                                         {"units", "0.5"},
                                                         {"unit_basis", "UN"},
                                                         {"charge", "0.75"},
                                                         {"non_covered_charge", "0.05"},
                                                         {"line_from", "2025-01-15"},
                                                         {"place_of_service", "11"},
                                                         {"diagnosis_pointers", "1"},
                                                         {"ndc", "00002-7510-01"},
                                                         {"ndc_quantity", "2"},
                                                         {"ndc_unit", "ML"}};
    for (const auto& [name, value] : expected) EXPECT_EQ(value, row[name]) << name;
    row = parseCsv(writeCsv(tableRequest({&child})).value().bytes)[2];
    EXPECT_EQ("AA QS P2 RT", row["modifiers"]);
    EXPECT_EQ("MJ", row["unit_basis"]);
    EXPECT_EQ("1558598797", row["ordering_npi"]) << "a line's own provider is its own alone";
}

TEST(CsvFileTest, AnInstitutionalClaim)
{
    auto stay = sample::officeVisit();
    stay.setting = Setting::inpatient;
    stay.service.typeOfBill = "0111";
    stay.service.admittedAt = LocalMinute{Date::of(2025, 1, 15), 630};
    stay.claim.diagnosisRelatedGroup = "470";
    stay.diagnoses[0].presentOnAdmission = "Y";
    auto admitting = sample::diagnosis(9, "R0602");
    admitting.role = DiagnosisRole::admitting;
    stay.diagnoses.push_back(admitting);
    stay.procedures[0].revenueCode = "0120";
    stay.procedures[0].system.reset();
    stay.procedures[0].code.text.clear();
    const auto row = parseCsv(writeCsv(tableRequest({&stay})).value().bytes).at(0);
    EXPECT_EQ("0111", row.at("type_of_bill"));
    EXPECT_EQ("2025-01-15T10:30", row.at("admitted_at"));
    EXPECT_EQ("", row.at("discharged_at"));
    EXPECT_EQ("E11.9 I10", row.at("diagnoses"));
    EXPECT_EQ("Y .", row.at("present_on_admission"));
    EXPECT_EQ("R06.02", row.at("admitting_diagnosis"));
    EXPECT_EQ("470", row.at("drg"));
    EXPECT_EQ("0120", row.at("revenue_code"));
    EXPECT_EQ("", row.at("code"));
    EXPECT_EQ("", row.at("code_system"));
}

TEST(CsvFileTest, TextThatWouldBeAFormulaIsNone)
{
    for (const std::string text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "  =cmd|' /C calc'!A0", "\uFF1D1",
                                   "=HYPERLINK(\"http://x\",\"y\")"}) {
        auto visit = sample::officeVisit();
        visit.patient.lastName = text;
        const auto rows = parseCsv(writeCsv(tableRequest({&visit})).value().bytes);
        EXPECT_EQ("'" + text, rows.at(0).at("patient_last_name"));
    }
    auto visit = sample::officeVisit();
    visit.patient.lastName = "\x01=1+1";
    EXPECT_EQ("' =1+1", parseCsv(writeCsv(tableRequest({&visit})).value().bytes).at(0).at("patient_last_name"))
        << "a control character hides nothing";
    visit.patient.lastName = "O'Neil-Smith";
    visit.claim.patientPaid = Money::cents(-320);
    const auto row = parseCsv(writeCsv(tableRequest({&visit})).value().bytes).at(0);
    EXPECT_EQ("O'Neil-Smith", row.at("patient_last_name")) << "a sign within a text does no harm";
    EXPECT_EQ("-3.20", row.at("patient_paid")) << "an amount is a number";
}

TEST(CsvFileTest, QuotesLinesAndLettersAreKept)
{
    auto visit = sample::officeVisit();
    visit.patient.lastName = "Da Silva, \"Zé\"";
    visit.patient.firstName = "李\n小龍";
    visit.patient.middleName = std::string("a\0b\x01", 4);
    visit.providers.rendering->lastName = "M\xFCller";  // Windows-1252
    const auto row = parseCsv(writeCsv(tableRequest({&visit})).value().bytes).at(0);
    EXPECT_EQ("Da Silva, \"Zé\"", row.at("patient_last_name"));
    EXPECT_EQ("李\n小龍", row.at("patient_first_name"));
    EXPECT_EQ("a b ", row.at("patient_middle_name"));
    EXPECT_THAT(row.at("rendering_name"), HasSubstr("Müller"));
}

TEST(CsvFileTest, OtherSeparatorsAreQuotedAndNonCharactersBlank)
{
    auto visit = sample::officeVisit();
    visit.patient.lastName = "a;=1";
    visit.patient.firstName = "b\t=1";
    visit.patient.middleName = "c\uFFFEd\xEF\xBF\xBF";
    const auto bytes = writeCsv(tableRequest({&visit})).value().bytes;
    EXPECT_THAT(bytes, HasSubstr(",\"a;=1\",\"b\t=1\",c d ,"));
}

TEST(CsvFileTest, TheFrequencyIsThatOfThe837)
{
    auto stay = sample::officeVisit();
    stay.setting = Setting::inpatient;
    stay.service.typeOfBill = "0112";
    stay.claim.frequencyCode = "1";
    const auto frequency = [&stay] { return parseCsv(writeCsv(tableRequest({&stay})).value().bytes)[0]["frequency"]; };
    EXPECT_EQ("2", frequency());
    stay.setting = Setting::professional;
    EXPECT_EQ("1", frequency());
}

TEST(CsvFileTest, AnyTextComesBack)
{
    std::mt19937 random(6);
    const std::vector<std::string> pieces = {",",  "\"", "\r\n", "\n", " ", "=",  "+", "-", "@",
                                             "\t", "'",  "a",    "9",  "é", "李", ";", "|", "\r"};
    for (int round = 0; round < 500; ++round) {
        auto visit = sample::officeVisit();
        std::string text;
        for (auto left = random() % 8; left > 0; --left) text += pieces[random() % pieces.size()];
        visit.patient.lastName = text;
        const auto rows = parseCsv(writeCsv(tableRequest({&visit})).value().bytes);
        ASSERT_EQ(1U, rows.size());
        auto back = rows[0].at("patient_last_name");
        if (back != text && back.starts_with('\'')) back.erase(0, 1);
        EXPECT_EQ(text, back);
        const auto first = rows[0].at("patient_last_name").find_first_not_of(' ');
        if (first != std::string::npos) {
            EXPECT_EQ(std::string::npos, std::string("=+-@\t\r\n").find(rows[0].at("patient_last_name")[first]));
        }
    }
}

TEST(CsvFileTest, EmptyEncounterGivesEmptyCells)
{
    Encounter bare;
    bare.encounterId = "B";
    bare.procedures.emplace_back();
    const auto rows = parseCsv(writeCsv(tableRequest({&bare})).value().bytes);
    ASSERT_EQ(1U, rows.size());
    for (const auto& name : {"patient_last_name", "payer_id", "billing_npi", "charge", "code", "diagnoses", "ndc"})
        EXPECT_EQ("", rows[0].at(name)) << name;
    EXPECT_EQ("0.00", rows[0].at("claim_charges"));
}

TEST(CsvFileTest, AClaimWithoutLinesIsRefusedByName)
{
    auto bare = sample::officeVisit("V-7");
    bare.procedures.clear();
    const auto visit = sample::officeVisit();
    const auto file = writeCsv(tableRequest({&bare, &visit}));
    ASSERT_TRUE(file);
    ASSERT_EQ(1U, file->refused.size());
    EXPECT_EQ(0U, file->refused[0].index);
    EXPECT_EQ("V-7", file->refused[0].encounterId);
    EXPECT_EQ("CLAIM-550", file->refused[0].error.id);
    ASSERT_EQ(1U, file->claims.size());
    EXPECT_EQ(1U, file->claims[0].index);
    EXPECT_EQ("", writeCsv(tableRequest({&bare})).value().bytes) << "without a claim there is no file";
}

TEST(CsvFileTest, CanBeStopped)
{
    std::stop_source source;
    source.request_stop();
    const auto visit = sample::officeVisit();
    const Progress stopped({}, source.get_token());
    for (auto* write : {&writeCsv, &writeXlsx, &writeFhirClaims}) {
        const auto file = (*write)(tableRequest({&visit}), stopped);
        ASSERT_FALSE(file);
        EXPECT_EQ(ErrorKind::cancelled, file.error().kind);
    }
}

TEST(CsvFileTest, EveryColumnIsDocumented)
{
    const auto page = readFile(std::filesystem::path(CW_SOURCE_DIR) / "docs/file-formats.md");
    ASSERT_TRUE(page);
    for (const auto& name : claimTableColumns()) EXPECT_THAT(*page, HasSubstr("`" + name + "`"));
}

}  // namespace
}  // namespace cw
