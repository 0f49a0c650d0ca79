#include "tests/import/documents/hl7_fixture.h"

#include <gmock/gmock.h>

namespace cw {
namespace {

using test::blocksOf;
using test::hl7;
using test::msh;
using test::outcome;
using test::readHl7;
using test::readOne;
using test::segment;
using test::spanOf;
using test::testPatient;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::string txa(const std::string& parent = "", const std::string& availability = "AV")
{
    return segment("TXA", {{2, "DS^Discharge summary"},
                           {3, "TX"},
                           {4, "202503180900"},
                           {6, "202503181000"},
                           {7, "202503181015"},
                           {8, "202503181020"},
                           {9, "1234567893^Stone^Mara^^^^MD"},
                           {12, "DOC-2^EHR"},
                           {13, parent},
                           {17, "AU"},
                           {19, availability}});
}

TEST(Hl7DocumentsTest, ReadsADocument)
{
    const auto item =
        readOne(hl7({msh("MDM^T02"), testPatient, "PV1|1|I|||||||||||||||||V-1", "NTE|1||about the order", txa(),
                     "OBX|1|TX|B^Body||HOSPITAL COURSE:||||||F", "OBX|2|TX|B^Body||Uneventful.||||||F"}));
    EXPECT_EQ("V-1", item.visit->number.value);
    ASSERT_EQ(1U, item.documents.size());
    const auto& document = item.documents[0].document;
    EXPECT_EQ(DocumentType::dischargeSummary, document.type);
    EXPECT_EQ(DocumentFormat::hl7, document.format);
    EXPECT_EQ("Discharge summary", document.title);
    EXPECT_EQ(Date::of(2025, 3, 18), document.date);
    EXPECT_EQ("Stone, Mara, MD", document.author);
    EXPECT_EQ("authenticated", document.status);
    EXPECT_EQ("EHR DOC-2", document.sourceKey);
    EXPECT_EQ("20250318102000-20250318103000", document.sourceVersion);
    EXPECT_EQ("", document.replacesKey);
    EXPECT_THAT(blocksOf(document.rendition),
                ElementsAre("H1 Discharge summary", "P Status: authenticated", "P Author: Stone, Mara, MD",
                            "P Written: 2025-03-18 10:00", "P Transcribed: 2025-03-18 10:15", "H2 Body",
                            "H3 HOSPITAL COURSE:", "P Uneventful."));
}

TEST(Hl7DocumentsTest, KnowsEditsAddendaReplacementsAndCancellations)
{
    const std::string body = "OBX|1|TX|B^Body||New words.||||||F";
    const auto read = [&](const std::string& event, const std::string& segment) {
        return readOne(hl7({msh("MDM^" + event), testPatient, segment, body})).documents.at(0).document;
    };
    EXPECT_EQ("EHR DOC-2", read("T04", txa()).sourceKey);
    EXPECT_EQ("", read("T08", txa()).replacesKey);
    EXPECT_EQ("EHR DOC-1", read("T08", txa("DOC-1")).replacesKey);
    EXPECT_EQ("EHR DOC-1", read("T10", txa("DOC-1")).replacesKey);
    const auto addendum = read("T06", txa("DOC-1"));
    EXPECT_EQ("", addendum.replacesKey);
    EXPECT_EQ("Discharge summary (addendum)", addendum.title);
    const auto cancelled = readOne(hl7({msh("MDM^T11"), testPatient, txa()})).documents.at(0).document;
    EXPECT_EQ("EHR DOC-2", cancelled.sourceKey);
    EXPECT_EQ("cancelled", cancelled.status);
    EXPECT_THAT(blocksOf(cancelled.rendition), Contains("N The source has cancelled this document."));
    EXPECT_EQ("deleted", read("T04", txa("", "CA")).status);
}

TEST(Hl7DocumentsTest, TypesComeFromTitleThenCode)
{
    struct Case {
        std::string code;
        std::string sent;  ///< TXA-25.
        DocumentType type;
        std::string title;
    };
    for (const auto& [code, sent, type, title] :
         std::vector<Case>{{"CN", "", DocumentType::consultNote, "Consultation"},
                           {"HP", "", DocumentType::historyAndPhysical, "History and physical"},
                           {"OP", "", DocumentType::operativeReport, "Operative report"},
                           {"PR", "", DocumentType::progressNote, "Progress note"},
                           {"SP", "", DocumentType::pathologyReport, "Surgical pathology"},
                           {"DI", "", DocumentType::imagingReport, "Diagnostic imaging"},
                           {"ZZ", "", DocumentType::other, "Document"},
                           {"18842-5^^LN", "", DocumentType::dischargeSummary, "Discharge summary"},
                           {"PN", "Discharge Summary", DocumentType::dischargeSummary, "Discharge Summary"}}) {
        const auto item =
            readOne(hl7({msh("MDM^T02"), testPatient, segment("TXA", {{2, code}, {25, sent}}), "OBX|1|TX|||Words."}));
        EXPECT_EQ(type, item.documents.at(0).document.type) << code;
        EXPECT_EQ(title, item.documents.at(0).document.title) << code;
    }
}

TEST(Hl7DocumentsTest, AnEmbeddedDocumentAloneStandsForTheWhole)
{
    const auto item =
        readOne(hl7({msh("MDM^T02"), testPatient, txa(), "OBX|1|ED|B^Body||EHR^TEXT^PLAIN^Base64^SGVsbG8gYWdhaW4u"}));
    ASSERT_EQ(1U, item.documents.size());
    const auto& document = item.documents[0].document;
    EXPECT_EQ(DocumentFormat::plainText, document.format);
    EXPECT_EQ("Hello again.", document.bytes);
    EXPECT_EQ("Discharge summary", document.title);
    EXPECT_EQ("EHR DOC-2", document.sourceKey);
    EXPECT_EQ(DocumentType::dischargeSummary, document.type);
}

TEST(Hl7DocumentsTest, RefusesNoticesAndWhatHasNoTxa)
{
    for (const auto* event : {"T01", "T03", "T05", "T07", "T09"})
        EXPECT_THAT(outcome(readHl7(hl7({msh(std::string("MDM^") + event), testPatient, txa()}))),
                    HasSubstr("IMPORT-283: in.hl7: message 1: MDM " + std::string(event) +
                              " tells of a document without sending it"));
    EXPECT_THAT(outcome(readHl7(hl7({msh("MDM^T02"), testPatient, "OBX|1|TX|||Words."}))),
                HasSubstr("IMPORT-282: in.hl7: message 1: MDM T02 has no segment TXA"));
}

TEST(Hl7MedicationsTest, APrescriptionIsATable)
{
    const auto item =
        readOne(hl7({msh("RDE^O11"), testPatient, "ORC|NW|P1^EHR|||||||202503181000|||1234567893^Stone^Mara",

                     segment("RXE", {{2, "1049630^Acetaminophen 325 MG^RXN"},
                                     {3, "1"},
                                     {4, "2"},
                                     {5, "TAB^tablet"},
                                     {7, "^As needed for pain"},
                                     {10, "20"},
                                     {11, "TAB"},
                                     {12, "3"},
                                     {25, "325"},
                                     {26, "mg"}}),
                     "TQ1|1||Q6H", "RXR|PO^Oral^HL70162", "NTE|1||Not with alcohol", "ORC|NW|P2^EHR",
                     "RXE|^BID|X^Other drug|1||ML", "RXR|IV"}));
    ASSERT_EQ(1U, item.documents.size());
    const auto& document = item.documents[0].document;
    EXPECT_EQ(DocumentType::prescription, document.type);
    EXPECT_EQ("Stone, Mara", document.author);
    EXPECT_EQ(Date::of(2025, 3, 18), document.date);
    EXPECT_EQ("RDE EHR P1+EHR P2", document.sourceKey);
    EXPECT_THAT(blocksOf(document.rendition),
                ElementsAre("H1 Prescription", "R Medication|Strength|Dose|Route|Frequency|Dispense|Refills|Ordered by",
                            "R Acetaminophen 325 MG|325 mg|1 to 2 tablet|Oral|Q6H|20 TAB|3|Stone, Mara",
                            "R Instructions: As needed for pain", "R Note: Not with alcohol",
                            "R Other drug||1 ML|IV|BID|||"));
    ASSERT_EQ(2U, item.documents[0].codes.size());
    EXPECT_EQ("rxnorm", item.documents[0].codes[0].system);
    EXPECT_EQ(SourceCodeKind::medication, item.documents[0].codes[0].kind);
    EXPECT_EQ("Acetaminophen 325 MG", spanOf(item.documents[0], item.documents[0].codes[0]));
    EXPECT_THAT(outcome(readHl7(hl7({msh("RDE^O11"), testPatient, "ORC|NW"}))), HasSubstr("IMPORT-286"));
}

TEST(Hl7MedicationsTest, ReadsDispensesAndVaccinations)
{
    const auto dispense = readOne(hl7({msh("RDS^O13"), testPatient, "ORC|RE|P1|F1",
                                       "RXD|1|0093505601^Amoxicillin 500 MG^NDC|202503181415|30|CAP^capsule||RX-9|2"}));
    EXPECT_THAT(blocksOf(dispense.documents.at(0).document.rendition),
                Contains("R Amoxicillin 500 MG||30 capsule||2025-03-18 14:15|RX-9|2|"));
    const auto vaccines = readOne(hl7(
        {msh("VXU^V04"), testPatient, "ORC|RE||F1",

         segment("RXA", {{3, "20250318"},
                         {5, "140^Influenza^CVX"},
                         {6, "0.5"},
                         {7, "mL"},
                         {10, "^Lemon^Mike"},
                         {15, "L77"},
                         {17, "CSL^CSL Behring^MVX"},
                         {20, "CP"}}),
         "ORC|RE||F2",
         segment(
             "RXA",
             {{3, "20250318"}, {5, "115^Tdap^CVX"}, {6, "999"}, {18, "00^Parental decision^NIP002"}, {20, "RE"}})}));
    EXPECT_THAT(blocksOf(vaccines.documents.at(0).document.rendition),
                ElementsAre("H1 Immunizations", "R Vaccine|Given|Amount|Route|Lot|Manufacturer|Status|Given by",
                            "R Influenza|2025-03-18|0.5 mL||L77|CSL Behring|given|Lemon, Mike",
                            "R Tdap|2025-03-18|||||refused|", "R Reason: Parental decision"));
    ASSERT_EQ(2U, vaccines.documents[0].codes.size());
    EXPECT_EQ("cvx", vaccines.documents[0].codes[1].system);
    EXPECT_TRUE(vaccines.documents[0].codes[1].isNegated);
    EXPECT_THAT(outcome(readHl7(hl7({msh("VXU^V04"), testPatient}))), HasSubstr("IMPORT-287"));
}

}  // namespace
}  // namespace cw
