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
using testing::Not;

const std::string header = "R Test|Result|Unit|Reference range|Flag|Status|Date";

TEST(Hl7ResultsTest, ALabReportIsATable)
{
    const auto item = readOne(
        hl7({msh("ORU^R01"), testPatient, "NTE|1||Fasting patient", "PV1|1|O|||||||||||||||||V-1", "ORC|RE|P1|F1",

             segment("OBR", {{2, "P1^EHR"},
                             {3, "F1^LAB"},
                             {4, "24331-1^Lipid panel^LN"},
                             {7, "202503180800"},
                             {13, "thirsty"},
                             {14, "202503180930"},
                             {16, "1234567893^Stone^Mara^^^^MD"},
                             {22, "202503181015"},
                             {24, "CH"},
                             {25, "F"},
                             {31, "E78.5^Hyperlipidemia^I10C"}}),
             "NTE|1||Specimen slightly lipemic~Second line",
             "OBX|1|NM|2089-1^LDL^LN||131|mg/dL^^UCUM|<100|H|||F|||202503180800|||||||||Hill Lab^L",
             "NTE|1||Verified twice", "OBX|2|SN|5048-4^ANA titer^LN||^1^:^128||<1:40|A|||C",
             "OBX|3|CWE|600-7^Culture^LN||112283007^Escherichia coli^SCT~^Mixed flora||||||P",
             "OBX|4|DT|X^Onset||20250301||||||F", "OBX|5|ST|C^Comment||see below|||H~HH|||X",
             "OBX|6|TX|E^Employer||Acme||||||W", "OBX|7|TS|T^Drawn||202503180800-0500||||||F",
             "SPM|1|||119297000^Blood^SCT"}));
    EXPECT_EQ(IncomingKind::document, item.kind);
    ASSERT_EQ(1U, item.documents.size());
    const auto& document = item.documents[0].document;
    EXPECT_EQ(DocumentType::labReport, document.type);
    EXPECT_EQ(DocumentFormat::hl7, document.format);
    EXPECT_EQ("Lipid panel", document.title);
    EXPECT_EQ(Date::of(2025, 3, 18), document.date);
    EXPECT_EQ("Hill Lab", document.author);
    EXPECT_EQ("final", document.status);
    EXPECT_EQ("in.hl7", document.sourceName);
    EXPECT_EQ("LAB F1 24331-1", document.sourceKey);
    EXPECT_EQ("20250318101500-20250318103000", document.sourceVersion);
    EXPECT_THAT(blocksOf(document.rendition),
                ElementsAre("H1 Lipid panel", "P Status: final", "P Order number: F1", "P Observed: 2025-03-18 08:00",
                            "P Received: 2025-03-18 09:30", "P Reported: 2025-03-18 10:15",
                            "P Ordered by: Stone, Mara, MD", "P Reported by: Hill Lab", "P Specimen: Blood",
                            "P Clinical information: thirsty", "P Reason for study: E78.5 Hyperlipidemia",
                            "P Note: Fasting patient", "P Note: Specimen slightly lipemic Second line", header,
                            "R LDL|131|mg/dL|<100|H|final|2025-03-18 08:00", "R Note: Verified twice",
                            "R ANA titer|1:128||<1:40|A|corrected|",
                            "R Culture|Escherichia coli; Mixed flora||||preliminary|", "R Onset|2025-03-01||||final|",
                            "R Comment|see below|||H, HH|cannot be obtained|", "R Employer|Acme||||wrong, withdrawn|",
                            "R Drawn|2025-03-18 08:00||||final|"));
}

TEST(Hl7ResultsTest, CodesPointAtTheirWords)
{
    const auto item = readOne(hl7({msh("ORU^R01"), testPatient,
                                   segment("OBR", {{3, "F1^LAB"}, {4, "71046^Chest film^C4"}, {31, "R05^Cough^I10C"}}),
                                   "OBX|1|CWE|600-7^Culture^LN||112283007^E. coli^SCT||||||P|||20250318",
                                   "OBX|2|CWE|600-7^Culture^LN||112283007^E. coli^SCT||||||P|||20250318"}));
    const auto& document = item.documents.at(0);
    std::vector<std::string> found;
    for (const auto& code : document.codes)
        found.push_back(code.system + " " + code.code + " at " + spanOf(document, code));
    EXPECT_THAT(found, ElementsAre("cpt 71046 at Chest film", "icd10cm R05 at Reason for study: R05 Cough",
                                   "loinc 600-7 at Culture", "snomed 112283007 at E. coli"));
    EXPECT_EQ(SourceCodeKind::procedure, document.codes[0].kind);
    EXPECT_EQ(SourceCodeKind::diagnosis, document.codes[1].kind);
    EXPECT_EQ(SourceCodeKind::result, document.codes[3].kind);
    EXPECT_EQ("preliminary", document.codes[3].status);
}

TEST(Hl7ResultsTest, EachOrderIsADocument)
{
    const auto item = readOne(hl7({msh("ORU^R01"), testPatient, "ORC|RE", "OBR|1||F1|A^Panel A", "OBX|1|NM|X^X||1",
                                   "ORC|RE", "OBR|2||F2|B^Panel B", "OBX|1|NM|Y^Y||2", "OBR|3||F3|C^Panel C"}));
    ASSERT_EQ(3U, item.documents.size());
    EXPECT_EQ("Panel B", item.documents[1].document.title);
    EXPECT_EQ("CLINIC F2 B", item.documents[1].document.sourceKey);
    EXPECT_THAT(item.documents[1].document.bytes, Not(HasSubstr("Panel A")));
    EXPECT_EQ("Panel B", readOne(item.documents[1].document.bytes).documents.at(0).document.title);
    EXPECT_THAT(blocksOf(item.documents[2].document.rendition), Contains("N No results were sent with this order."));
}

TEST(Hl7ResultsTest, ACorrectionHasTheKeyOfItsOriginal)
{
    const auto report = [](const std::string& sent, const std::string& status) {
        auto bytes =
            hl7({msh("ORU^R01"), testPatient, segment("OBR", {{3, "F1^LAB"}, {4, "A^Panel"}, {22, sent}, {25, status}}),
                 "OBX|1|NM|X^X||1||||||" + status});
        return readOne(bytes.replace(bytes.find("20250318103000"), 14, sent)).documents.at(0).document;
    };
    const auto original = report("20250318110000", "F");
    const auto corrected = report("20250319080000", "C");
    EXPECT_EQ(original.sourceKey, corrected.sourceKey);
    EXPECT_LT(original.sourceVersion, corrected.sourceVersion);
    EXPECT_EQ("corrected", corrected.status);
    EXPECT_NE(original.bytes, corrected.bytes);
}

TEST(Hl7ResultsTest, AReportInWordsIsRunningText)
{
    const auto item = readOne(
        hl7({msh("ORU^R01"), testPatient,
             segment("OBR", {{3, "F1^LAB"}, {4, "X2^Chest 2 views^L"}, {24, "RAD"}, {25, "F"}, {32, "77&Ray&Roy"}}),
             "OBX|1|TX|FIND^Findings||HISTORY:~Cough for two weeks.||||||F", "OBX|2|TX|FIND^Findings||||||||F",
             "OBX|3|TX|FIND^Findings||The heart is of normal size and the lungs are clear without||||||F",
             "OBX|4|TX|FIND^Findings||consolidation, effusion or pneumothorax of either side.||||||F",
             "OBX|5|FT|IMP^Impression||1.  No acute disease.\\.br\\2.  Old healed fracture.||||||C",
             "NTE|1||Dictated, not read"}));
    const auto& document = item.documents.at(0).document;
    EXPECT_EQ(DocumentType::imagingReport, document.type);
    EXPECT_EQ("Ray, Roy", document.author);
    EXPECT_THAT(
        blocksOf(document.rendition),
        testing::IsSupersetOf({"H2 Findings", "H3 HISTORY:", "P Cough for two weeks.",
                               "P The heart is of normal size and the lungs are clear without consolidation, "
                               "effusion or pneumothorax of either side.",
                               "H2 Impression", "P Status: corrected",
                               "F 1.  No acute disease.\n2.  Old healed fracture.", "P Note: Dictated, not read"}));
    EXPECT_THAT(document.rendition.text, Not(HasSubstr("Reference range")));
}

TEST(Hl7ResultsTest, LongTextAmongResultsStandsBetweenTables)
{
    const std::string prose(200, 'a');
    const auto item = readOne(hl7({msh("ORU^R01"), testPatient, "OBR|1||F1|A^Panel", "OBX|1|NM|X^X||1",
                                   "OBX|2|TX|Z^Interpretation||" + prose, "OBX|3|NM|Y^Y||2"}));
    EXPECT_THAT(blocksOf(item.documents.at(0).document.rendition),
                ElementsAre("H1 Panel", "P Order number: F1", "P Reported by: CLINIC", header, "R X|1|||||",
                            "H2 Interpretation", "P " + prose, header, "R Y|2|||||"));
}

TEST(Hl7ResultsTest, AnEmbeddedDocumentIsOneOfItsOwn)
{
    const std::string pdf =
        "JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2c+PgplbmRvYmoKdHJhaWxlcgo8PD4+CnN0YXJ0eHJlZgo5CiUlRU9GCg==";
    const auto item =
        readOne(hl7({msh("ORU^R01"), testPatient, segment("OBR", {{3, "F1^LAB"}, {4, "A^Panel"}, {25, "F"}}),
                     "OBX|1|NM|X^X||1||||||F", "OBX|2|ED|P^Report as PDF||LAB^AP^PDF^Base64^" + pdf + "||||||F",
                     "OBX|3|ED|T^Letter||LAB^TEXT^PLAIN^A^Dear \\T\\ colleague||||||F",
                     "OBX|4|ED|R^Rich||LAB^TEXT^RTF^Hex^7b5c727466312068697d||||||F"}));
    ASSERT_EQ(4U, item.documents.size());
    EXPECT_EQ(DocumentFormat::hl7, item.documents[0].document.format);
    EXPECT_THAT(blocksOf(item.documents[0].document.rendition),
                Contains("N Report as PDF: sent as PDF, kept as a document of its own."));
    EXPECT_EQ(DocumentFormat::pdf, item.documents[1].document.format);
    EXPECT_EQ("Report as PDF", item.documents[1].document.title);
    EXPECT_EQ("LAB F1 A#P/1", item.documents[1].document.sourceKey);
    EXPECT_EQ("final", item.documents[1].document.status);
    EXPECT_EQ("Dear & colleague", item.documents[2].document.bytes);
    EXPECT_EQ(DocumentFormat::rtf, item.documents[3].document.format);
}

TEST(Hl7ResultsTest, AnEmbeddedDocumentThatCannotBeUsedIsNoted)
{
    const auto file =
        readHl7(hl7({msh("ORU^R01"), testPatient, "OBR|1||F1|A^Panel", "OBX|1|ED|P^Report||LAB^AP^PDF^Base64^",
                     "OBX|2|ED|P^Report||LAB^AP^PDF^Base64^<here>", "OBX|3|ED|P^Report||LAB^AP^PDF^Hex^zz",
                     "OBX|4|RP|P^Images||https://pacs.example.org/1?name=x^^IM^DICOM"}));
    ASSERT_TRUE(file) << outcome(file);
    const auto& item = file->items.at(0);
    ASSERT_EQ(1U, item.documents.size());
    EXPECT_THAT(blocksOf(item.documents[0].document.rendition),
                Contains("N Images: the message only points to it in another system; it was not fetched."));
    EXPECT_THAT(blocksOf(item.documents[0].document.rendition),
                Contains("N Report: a document was sent with it that cannot be used."));
    ASSERT_EQ(4U, file->notes.size());
    EXPECT_EQ("message 1, segment 4 (OBX): the embedded document has no data", file->notes[0]);
    EXPECT_THAT(file->notes[2], HasSubstr("is no hexadecimal text"));
    EXPECT_EQ("message 1, segment 7 (OBX): the reference pointer (RP) was not followed", file->notes[3]);
    EXPECT_THAT(item.documents[0].document.rendition.text, Not(HasSubstr("pacs.example.org")));
}

TEST(Hl7ResultsTest, TakesResultsOfNobodyButNotNothing)
{
    const auto item = readOne(hl7({msh("ORU^R01"), "OBX|1|NM|X^X||1||||||F"}));
    EXPECT_TRUE(item.patient.identifiers.empty());
    EXPECT_EQ("Results", item.documents.at(0).document.title);
    EXPECT_EQ("", item.documents.at(0).document.sourceKey);
    EXPECT_THAT(outcome(readHl7(hl7({msh("ORU^R01"), testPatient, "OBX|1"}))),
                HasSubstr("IMPORT-281: in.hl7: message 1: ORU R01 holds no report; expected a segment OBR"));
}

}  // namespace
}  // namespace cw
