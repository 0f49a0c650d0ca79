#include "tests/import/documents/ccda_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;
using test::ccda::ccdaDocument;
using test::ccda::ccdaSection;
using test::ccda::readCcda;
using testing::Contains;
using testing::HasSubstr;

const std::string section = ccdaSection("10164-2", "History", "<paragraph>Seen today.</paragraph>");

TEST(CcdaHeaderTest, GivesPatientWithRecordNumberFirst)
{
    const auto file = readCcda(ccdaDocument(section, {}, R"(<recordTarget><patientRole>
      <id root="2.16.840.1.113883.4.1" extension="000-12-3456"/><id nullFlavor="UNK"/>
      <id root="1.2.3.9" extension="MR-4711"/>
      <addr use="HP"><streetAddressLine>4 Mill Lane</streetAddressLine><streetAddressLine>Unit 2</streetAddressLine>
        <city>Ashby</city><state>OR</state><postalCode>97201</postalCode></addr>
      <telecom use="WP" value="tel:555-0100"/><telecom use="HP" value="tel:555-0101"/>
      <patient><name><given>Orrie</given><family>Quennell</family></name>
        <name use="L"><prefix>Ms</prefix><given>Orla</given><given qualifier="CL">Orrie</given><given>Jane</given>
          <family>Quennell</family><suffix>Jr</suffix></name>
        <administrativeGenderCode code="F"/><birthTime value="196103021200"/></patient>
    </patientRole></recordTarget>)"));
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(1U, file->items.size());
    const auto& patient = file->items[0].patient;
    EXPECT_EQ((std::vector<Identifier>{{"1.2.3.9", "MR-4711", ""}, {"2.16.840.1.113883.4.1", "000-12-3456", "SS"}}),
              patient.identifiers);
    EXPECT_EQ("MR-4711", patient.person.mrn);
    EXPECT_EQ("Quennell Jr, Orla Jane", displayName(patient.person));
    EXPECT_EQ(Date::of(1961, 3, 2), patient.person.birthDate);
    EXPECT_EQ(Sex::female, patient.person.sex);
    EXPECT_EQ("4 Mill Lane", patient.person.address.line1);
    EXPECT_EQ("Unit 2", patient.person.address.line2);
    EXPECT_EQ("97201", patient.person.address.postalCode);
    EXPECT_EQ("555-0101", patient.person.phone);
    EXPECT_THAT(file->items[0].documents[0].document.rendition.text, HasSubstr("Also known as: Quennell, Orrie"));
}

struct NameCase {
    const char* name;
    const char* shown;
};

class CcdaNameTest : public testing::TestWithParam<NameCase> {};

TEST_P(CcdaNameTest, IsReadFromPartsOrLooseText)
{
    const auto file = readCcda(ccdaDocument(section, {},
                                            "<recordTarget><patientRole><patient>" + std::string(GetParam().name) +
                                                "</patient></patientRole></recordTarget>"));
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ(GetParam().shown, displayName(file->items[0].patient.person));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, CcdaNameTest,
    testing::Values(NameCase{"<name><family>Quennell</family><given qualifier=\"CL\">Orla</given></name>",
                             "Quennell, Orla"},
                    NameCase{"<name><family>De</family><family>Vries</family><given>A</given><given>B</given></name>",
                             "De Vries, A B"},
                    NameCase{"<name>Quennell, Orla Jane</name>", "Quennell, Orla Jane"},
                    NameCase{"<name>Dr. Orla Quennell, MD</name>", "Quennell MD, Orla"},
                    NameCase{"<name nullFlavor=\"UNK\"/>", ""},
                    NameCase{"<name nullFlavor=\"UNK\"/><name><family>Quennell</family></name>", "Quennell"},
                    NameCase{"<name><given nullFlavor=\"NI\"/><family>Quennell</family></name>", "Quennell"},
                    NameCase{"<name/>", ""}));

TEST(CcdaHeaderTest, NamesTheDocument)
{
    const auto bytes = ccdaDocument(section, R"(
      <setId root="1.2.3" extension="set-1"/><versionNumber value="2"/>
      <author><assignedAuthor><assignedAuthoringDevice><softwareName>Scribe 9</softwareName></assignedAuthoringDevice>
      </assignedAuthor></author>
      <author><assignedAuthor><assignedPerson><name>Dr. Imre Vasko, MD</name></assignedPerson></assignedAuthor></author>
      <custodian><assignedCustodian><representedCustodianOrganization><name>Hill Clinic</name>
      </representedCustodianOrganization></assignedCustodian></custodian>
      <relatedDocument typeCode="RPLC"><parentDocument><id root="1.2.3" extension="old-7"/></parentDocument></relatedDocument>)");
    const auto file = readCcda(bytes);
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("C-CDA Discharge Summary", file->kind);
    EXPECT_EQ(IncomingKind::document, file->items[0].kind);
    EXPECT_EQ(bytes, file->items[0].bytes);
    EXPECT_EQ(DocumentFormat::ccda, file->items[0].format);
    const auto& document = file->items[0].documents.at(0).document;
    EXPECT_EQ(DocumentType::dischargeSummary, document.type);
    EXPECT_EQ(DocumentFormat::ccda, document.format);
    EXPECT_EQ("Discharge Summary", document.title);
    EXPECT_EQ("Vasko MD, Imre", document.author);
    EXPECT_EQ(Date::of(2025, 3, 10), document.date);
    EXPECT_EQ("1.2.3^set-1", document.sourceKey);
    EXPECT_EQ("2", document.sourceVersion);
    EXPECT_EQ("1.2.3^old-7", document.replacesKey);
    EXPECT_EQ("note.xml", document.sourceName);
    EXPECT_EQ(bytes, document.bytes);
    EXPECT_EQ(1, document.pages);
    EXPECT_EQ("h1: Discharge Summary\np: Patient: Quennell, Orla\np: Record number: MR-4711\np: Born: 1961-03-02\n"
              "p: Sex: female\np: Date: 2025-03-10 14:30\np: Author: Vasko MD, Imre\np: Custodian: Hill Clinic\n"
              "h2: History\np: Seen today.\n",
              test::ccda::outline(document.rendition));
}

TEST(CcdaHeaderTest, FallsBackToIdAndTimeForTheVersion)
{
    const auto file = readCcda(ccdaDocument(section, R"(<setId nullFlavor="NI"/>
      <relatedDocument typeCode="APND"><parentDocument><id root="1.2.3" extension="old-7"/></parentDocument></relatedDocument>)"));
    ASSERT_TRUE(file) << outcome(file);
    const auto& document = file->items[0].documents.at(0).document;
    EXPECT_EQ("1.2.3^doc-1", document.sourceKey);
    EXPECT_EQ("20250310143000", document.sourceVersion);
    EXPECT_EQ("", document.replacesKey) << "an addendum leaves its parent in force";
}

TEST(CcdaHeaderTest, ReadsInpatientVisitWithProviders)
{
    const auto file = readCcda(ccdaDocument(section, R"(<componentOf><encompassingEncounter>
      <id root="1.2.3.8" extension="V-88"/><code code="IMP" codeSystem="2.16.840.1.113883.5.4"/>
      <effectiveTime><low value="202503061015-0500"/><high value="202503101400-0500"/></effectiveTime>
      <sdtc:dischargeDispositionCode code="06" codeSystem="2.16.840.1.113883.6.301.5"/>
      <responsibleParty><assignedEntity><id root="2.16.840.1.113883.4.6" extension="1234567893"/>
        <code code="207R00000X" codeSystem="2.16.840.1.113883.6.101"/>
        <assignedPerson><name><given>Imre</given><family>Vasko</family></name></assignedPerson></assignedEntity></responsibleParty>
      <encounterParticipant typeCode="REF"><assignedEntity><assignedPerson><name><given>Ada</given><family>Brandt</family></name>
        </assignedPerson></assignedEntity></encounterParticipant>
      <location><healthCareFacility><id root="2.16.840.1.113883.4.6" extension="1992999999"/>
        <code code="21" codeSystem="2.16.840.1.113883.6.50"/><location><name>Hill Hospital</name></location>
      </healthCareFacility></location></encompassingEncounter></componentOf>)"));
    ASSERT_TRUE(file) << outcome(file);
    const auto& item = file->items[0];
    EXPECT_EQ(IncomingKind::admit, item.kind);
    ASSERT_TRUE(item.visit);
    EXPECT_EQ((Identifier{"1.2.3.8", "V-88", ""}), item.visit->number);
    EXPECT_EQ(Setting::inpatient, item.visit->setting);
    EXPECT_EQ(Date::of(2025, 3, 6), item.visit->from);
    EXPECT_EQ(Date::of(2025, 3, 10), item.visit->to);
    ASSERT_TRUE(item.visit->admittedAt && item.visit->dischargedAt);
    EXPECT_EQ("2025-03-06T10:15", item.visit->admittedAt->iso());
    EXPECT_EQ("2025-03-10T14:00", item.visit->dischargedAt->iso());
    EXPECT_EQ("06", item.visit->dischargeStatus);
    EXPECT_EQ("21", item.visit->placeOfService);
    ASSERT_TRUE(item.visit->providers.attending);
    EXPECT_EQ("1234567893", item.visit->providers.attending->npi);
    EXPECT_EQ("207R00000X", item.visit->providers.attending->taxonomy);
    ASSERT_TRUE(item.visit->providers.referring);
    EXPECT_EQ("Brandt", item.visit->providers.referring->lastName);
    ASSERT_TRUE(item.visit->providers.facility);
    EXPECT_EQ("Hill Hospital", item.visit->providers.facility->organization);
    EXPECT_EQ("1992999999", item.visit->providers.facility->npi);
}

TEST(CcdaHeaderTest, AmbulatoryVisitSetsNeitherSettingNorAdmission)
{
    const auto file = readCcda(ccdaDocument(section, R"(<componentOf><encompassingEncounter><id nullFlavor="UNK"/>
      <code code="AMB" codeSystem="2.16.840.1.113883.5.4"/><effectiveTime value="202503101015"/>
      <dischargeDispositionCode code="HOME" codeSystem="2.16.840.1.113883.12.112"/>
      <responsibleParty><assignedEntity><assignedPerson><name>Vasko, Imre</name></assignedPerson></assignedEntity>
      </responsibleParty></encompassingEncounter></componentOf>)"));
    ASSERT_TRUE(file) << outcome(file);
    const auto& item = file->items[0];
    EXPECT_EQ(IncomingKind::document, item.kind) << "a visit without a number makes no encounter";
    ASSERT_TRUE(item.visit);
    EXPECT_FALSE(item.visit->setting);
    EXPECT_FALSE(item.visit->admittedAt);
    EXPECT_EQ(Date::of(2025, 3, 10), item.visit->from);
    EXPECT_EQ(Date::of(2025, 3, 10), item.visit->to);
    EXPECT_EQ("", item.visit->dischargeStatus);
    ASSERT_TRUE(item.visit->providers.rendering);
    EXPECT_EQ("Vasko, Imre", displayName(*item.visit->providers.rendering));
}

TEST(CcdaHeaderTest, ReadsCoveragesInTheirOrder)
{
    const auto policy = [](const char* sequence, const char* payer, const char* relation, const char* holder) {
        return std::string("<entryRelationship><sequenceNumber value=\"") + sequence +
               "\"/><act><id root=\"1.2\" extension=\"GRP-" + sequence +
               "\"/><performer><templateId root=\"2.16.840.1.113883.10.20.22.4.87\"/><assignedEntity>"
               "<id root=\"2.16.840.1.113883.6.300\" extension=\"PAY-" +
               sequence + "\"/><representedOrganization><name>" + payer +
               "</name></representedOrganization></assignedEntity></performer><participant typeCode=\"COV\">"
               "<participantRole><id root=\"1.2\" extension=\"MEM-" +
               sequence + "\"/><code code=\"" + relation + "\"/></participantRole></participant>" + holder +
               "</act></entryRelationship>";
    };
    const std::string holder = R"(<participant typeCode="HLD"><participantRole><playingEntity>
      <name><given>Bram</given><family>Quennell</family></name><sdtc:birthTime value="19590101"/></playingEntity>
      </participantRole></participant>)";
    const auto payers = ccdaSection("48768-6", "Insurance", "See below.",
                                    "<entry><act>" + policy("2", "Second Mutual", "SPS", holder.c_str()) +
                                        policy("1", "First Health", "SELF", "") + "</act></entry>");
    const auto file = readCcda(ccdaDocument(
        payers,
        R"(<componentOf><encompassingEncounter><id root="1" extension="V-1"/></encompassingEncounter></componentOf>)"));
    ASSERT_TRUE(file) << outcome(file);
    const auto& coverages = file->items[0].visit->coverages;
    ASSERT_EQ(2U, coverages.size());
    EXPECT_EQ("First Health", coverages[0].payer.name);
    EXPECT_EQ("PAY-1", coverages[0].payer.payerId);
    EXPECT_EQ("MEM-1", coverages[0].memberId);
    EXPECT_EQ("GRP-1", coverages[0].groupNumber);
    EXPECT_EQ(Relationship::self, coverages[0].relationship);
    EXPECT_EQ(CoverageRank::secondary, coverages[1].rank);
    EXPECT_EQ(Relationship::spouse, coverages[1].relationship);
    ASSERT_TRUE(coverages[1].subscriber);
    EXPECT_EQ("Bram", coverages[1].subscriber->firstName);
    EXPECT_EQ(Date::of(1959, 1, 1), coverages[1].subscriber->birthDate);
}

TEST(CcdaHeaderTest, TellsWhatIsMissing)
{
    const auto file = readCcda(ccdaDocument(section, {}, R"(<recordTarget><patientRole>
      <id root="2.16.840.1.113883.4.1" extension="000-12-3456"/>
      <patient><name><family>Quennell</family></name><birthTime value="1961"/></patient></patientRole></recordTarget>)"));
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("", file->items[0].patient.person.mrn);
    EXPECT_THAT(file->notes, Contains("the patient's only id is no record number"));
    EXPECT_THAT(file->notes, Contains("the patient has no birth date (birthTime)"));
    EXPECT_THAT(file->notes, Contains("the patient's sex is not told (administrativeGenderCode)"));
    const auto nobody = readCcda(ccdaDocument(section, {}, " "));
    ASSERT_TRUE(nobody) << outcome(nobody);
    EXPECT_TRUE(nobody->items[0].patient.identifiers.empty());
    EXPECT_THAT(nobody->notes, Contains("names no patient (no recordTarget)"));
}

}  // namespace
}  // namespace cw
