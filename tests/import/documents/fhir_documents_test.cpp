#include "tests/import/documents/fhir_fixture.h"

namespace cw {
namespace {

using test::bundle;
using test::json;
using test::outcome;
using test::readFhir;
using test::resource;
using ::testing::HasSubstr;
using ::testing::Not;

// "# Plan\nRest.\n" and "Grüße" in base64.
const std::string note = "IyBQbGFuClJlc3QuCg==";
const std::string greetings = "R3LDvMOfZQ==";

std::string documentReference(const std::string& id, const std::string& members)
{
    return "{'resourceType':'DocumentReference','id':'" + id +
           "','status':'current','subject':{'reference':'Patient/p1'},'context':{'encounter':[{'reference':"
           "'Encounter/e1'}],'period':{'start':'2025-03-04T09:00:00Z'}}," +
           members + "}";
}

std::string attachment(const std::string& data, const std::string& more = "")
{
    return "{'attachment':{'contentType':'text/plain','data':'" + data + "'" + more + "}}";
}

IncomingFile read(const std::vector<std::string>& resources)
{
    std::vector<std::string> all = {test::patient, test::practitioner, test::encounter};
    all.insert(all.end(), resources.begin(), resources.end());
    auto file = readFhir(bundle(all), "Löfgren.json");
    EXPECT_TRUE(file) << outcome(file);
    return file ? *std::move(file) : IncomingFile{};
}

std::vector<std::string> rowsOf(const Rendition& rendition)
{
    std::vector<std::string> rows;
    for (const auto& block : rendition.blocks)
        if (block.kind == BlockKind::tableRow)
            rows.push_back(rendition.text.substr(static_cast<std::size_t>(block.range.begin),
                                                 static_cast<std::size_t>(block.range.end - block.range.begin)));
    return rows;
}

TEST(FhirDocumentsTest, EachAttachmentIsADocument)
{
    const auto file = read({documentReference(
        "n1", "'masterIdentifier':{'system':'urn:ietf:rfc:3986','value':'urn:oid:1.2.3'},'meta':{'versionId':'4'},"
              "'docStatus':'amended','date':'2025-03-05T08:00:00Z','type':{'coding':[{'system':'http://loinc.org',"
              "'code':'11506-3'}],'text':'Progress note'},'author':[{'reference':'Practitioner/d1'}],'relatesTo':[{"
              "'code':'replaces','target':{'reference':'DocumentReference/n0'}}],'content':[" +
                  attachment(note) + "," + attachment(greetings, ",'title':'Letter'") + "]")});
    ASSERT_EQ(2U, file.items.at(0).documents.size());
    const auto& first = file.items[0].documents[0].document;
    EXPECT_EQ("# Plan\nRest.\n", first.bytes);
    EXPECT_EQ(DocumentFormat::plainText, first.format);
    EXPECT_EQ(DocumentType::progressNote, first.type);
    EXPECT_EQ("Progress note", first.title);
    EXPECT_EQ(Date::of(2025, 3, 4), first.date);
    EXPECT_EQ("Dr. Ana Reyes", first.author);
    EXPECT_EQ("amended", first.status);
    EXPECT_EQ("urn:ietf:rfc:3986|urn:oid:1.2.3", first.sourceKey);
    EXPECT_EQ("4", first.sourceVersion);
    EXPECT_EQ("DocumentReference/n0", first.replacesKey);
    EXPECT_EQ("Löfgren.json", first.sourceName);
    const auto& second = file.items[0].documents[1].document;
    EXPECT_EQ("Grüße", second.bytes);
    EXPECT_EQ("Letter", second.title);
    EXPECT_EQ("urn:ietf:rfc:3986|urn:oid:1.2.3#2", second.sourceKey);
}

// A ClinicalDocument with one section, "Plan: Rest at home.", of a patient born 1971-04-09; the other 1999-01-01.
const std::string ccda =
    "PENsaW5pY2FsRG9jdW1lbnQgeG1sbnM9InVybjpobDctb3JnOnYzIj48aWQgcm9vdD0iMS4yLjkiLz48Y29kZSBjb2RlPSIzNDEzMy05IiBj"
    "b2RlU3lzdGVtPSIyLjE2Ljg0MC4xLjExMzg4My42LjEiLz48dGl0bGU+U3VtbWFyeTwvdGl0bGU+PGVmZmVjdGl2ZVRpbWUgdmFsdWU9IjIw"
    "MjUwMzA0Ii8+PHJlY29yZFRhcmdldD48cGF0aWVudFJvbGU+PGlkIHJvb3Q9IjEuMi4zLjQiIGV4dGVuc2lvbj0iTVJOLTciLz48cGF0aWVu"
    "dD48bmFtZT48Z2l2ZW4+TWFydGE8L2dpdmVuPjxmYW1pbHk+TDwvZmFtaWx5PjwvbmFtZT48YmlydGhUaW1lIHZhbHVlPSIxOTcxMDQwOSIv"
    "PjwvcGF0aWVudD48L3BhdGllbnRSb2xlPjwvcmVjb3JkVGFyZ2V0Pjxjb21wb25lbnQ+PHN0cnVjdHVyZWRCb2R5Pjxjb21wb25lbnQ+PHNl"
    "Y3Rpb24+PHRpdGxlPlBsYW48L3RpdGxlPjx0ZXh0PlJlc3QgYXQgaG9tZS48L3RleHQ+PC9zZWN0aW9uPjwvY29tcG9uZW50Pjwvc3RydWN0"
    "dXJlZEJvZHk+PC9jb21wb25lbnQ+PC9DbGluaWNhbERvY3VtZW50Pg==";
const std::string ccdaOfAnother =
    "PENsaW5pY2FsRG9jdW1lbnQgeG1sbnM9InVybjpobDctb3JnOnYzIj48aWQgcm9vdD0iMS4yLjkiLz48Y29kZSBjb2RlPSIzNDEzMy05IiBj"
    "b2RlU3lzdGVtPSIyLjE2Ljg0MC4xLjExMzg4My42LjEiLz48dGl0bGU+U3VtbWFyeTwvdGl0bGU+PGVmZmVjdGl2ZVRpbWUgdmFsdWU9IjIw"
    "MjUwMzA0Ii8+PHJlY29yZFRhcmdldD48cGF0aWVudFJvbGU+PGlkIHJvb3Q9IjEuMi4zLjQiIGV4dGVuc2lvbj0iTVJOLTciLz48cGF0aWVu"
    "dD48bmFtZT48Z2l2ZW4+TWFydGE8L2dpdmVuPjxmYW1pbHk+TDwvZmFtaWx5PjwvbmFtZT48YmlydGhUaW1lIHZhbHVlPSIxOTk5MDEwMSIv"
    "PjwvcGF0aWVudD48L3BhdGllbnRSb2xlPjwvcmVjb3JkVGFyZ2V0Pjxjb21wb25lbnQ+PHN0cnVjdHVyZWRCb2R5Pjxjb21wb25lbnQ+PHNl"
    "Y3Rpb24+PHRpdGxlPlBsYW48L3RpdGxlPjx0ZXh0PlJlc3QgYXQgaG9tZS48L3RleHQ+PC9zZWN0aW9uPjwvY29tcG9uZW50Pjwvc3RydWN0"
    "dXJlZEJvZHk+PC9jb21wb25lbnQ+PC9DbGluaWNhbERvY3VtZW50Pg==";

TEST(FhirDocumentsTest, ACcdaInsideIsReadable)
{
    const auto file = read({documentReference("n1", "'content':[" + attachment(ccda) + "]"),
                            documentReference("n2", "'content':[" + attachment(ccdaOfAnother) + "]")});
    ASSERT_EQ(1U, file.items.at(0).documents.size());
    const auto& document = file.items[0].documents[0].document;
    EXPECT_EQ(DocumentFormat::ccda, document.format);
    EXPECT_EQ("DocumentReference/n1", document.sourceKey);
    EXPECT_THAT(document.rendition.text, HasSubstr("Rest at home."));
    ASSERT_EQ(1U, file.refused.size());
    EXPECT_THAT(file.refused[0].reason, HasSubstr("another patient"));
}

TEST(FhirDocumentsTest, AVoidReferenceSaysSo)
{
    auto text = documentReference("n1", "'docStatus':'final','content':[" + attachment(note) + "]");
    text.replace(text.find("current"), 7, "entered-in-error");
    EXPECT_EQ("entered-in-error", read({text}).items.at(0).documents.at(0).document.status);
}

TEST(FhirDocumentsTest, AReplacedReferenceOfTheFileGivesItsOwnKey)
{
    const auto file =
        read({documentReference("n0", "'masterIdentifier':{'value':'A1'},'content':[" + attachment(greetings) + "]"),
              documentReference("n1", "'relatesTo':[{'code':'replaces','target':{'reference':'DocumentReference/n0'}}],"
                                      "'content':[" +
                                          attachment(note) + "]")});
    ASSERT_EQ(2U, file.items.at(0).documents.size());
    EXPECT_EQ("|A1", file.items[0].documents[0].document.sourceKey);
    EXPECT_EQ("DocumentReference/n1", file.items[0].documents[1].document.sourceKey);
    EXPECT_EQ("|A1", file.items[0].documents[1].document.replacesKey);
}

TEST(FhirDocumentsTest, LinksAreNeverFetchedButLeadToContentsOfTheFile)
{
    const auto file =
        read({documentReference("n1", "'content':[{'attachment':{'url':'http://test.example/Binary/9'}}]"),
              documentReference("n2", "'content':[{'attachment':{'url':'Binary/b1'}}]"),
              documentReference("n3", "'content':[{'attachment':{'title':'Nothing'}}]"),
              documentReference("n4", "'content':[{'attachment':{'data':'*'}}]"),
              "{'resourceType':'Binary','id':'b1','contentType':'text/plain','data':'" + note + "'}"});
    ASSERT_EQ(1U, file.items.at(0).documents.size());
    EXPECT_EQ("# Plan\nRest.\n", file.items[0].documents[0].document.bytes);
    EXPECT_THAT(file.notes, ::testing::ElementsAre("1 attachments by link only: nothing is fetched",
                                                   "1 attachments without content"));
    ASSERT_EQ(1U, file.refused.size());
    EXPECT_EQ("entry 7, DocumentReference", file.refused[0].record);
}

const std::string glucose = resource(
    "Observation", "o1",
    "'status':'final','category':[{'coding':[{'code':'laboratory'}]}],'code':{'coding':[{'system':'http://loinc.org',"
    "'code':'2345-7'}],'text':'Glucose'},'effectiveDateTime':'2025-03-04T10:00:00Z','valueQuantity':{'value':162.0,"
    "'unit':'mg/dL'},'interpretation':[{'coding':[{'code':'H','display':'High'}]}],'referenceRange':[{'low':{'value':70,"
    "'unit':'mg/dL'},'high':{'value':99,'unit':'mg/dL'}}],'note':[{'text':'Fasting'}]");
const std::string pressure = resource(
    "Observation", "o2",
    "'status':'corrected','category':[{'coding':[{'code':'vital-signs'}]}],'code':{'text':'Blood pressure'},"
    "'effectivePeriod':{'start':'2025-03'},'component':[{'code':{'text':'Systolic'},'valueQuantity':{'value':120,"
    "'comparator':'<','code':'mm[Hg]'}},{'code':{'text':'Diastolic'},'dataAbsentReason':{'text':'Unknown'}}]");

TEST(FhirDocumentsTest, AReportShowsItsResultsInATable)
{
    const auto file = read(
        {glucose, pressure,
         resource(
             "DiagnosticReport", "r1",
             "'status':'final','category':[{'coding':[{'code':'LAB'}]}],'code':{'coding':[{'system':"
             "'http://www.ama-assn.org/go/cpt','code':'80048'}],'text':'Basic panel'},'effectiveDateTime':'2025-03-04',"
             "'issued':'2025-03-05T01:00:00Z','performer':[{'display':'Troy Lab'}],'result':[{'reference':"
             "'Observation/o1'},{'reference':'Observation/gone','display':'SODIUM'}],'conclusion':'Raised.',"
             "'conclusionCode':[{'text':'Hyperglycaemia','coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm',"
             "'code':'R73.9'}]}],'presentedForm':[{'data':'" +
                 note + "'}]")});
    ASSERT_EQ(3U, file.items.at(0).documents.size());
    const auto& report = file.items[0].documents[0];
    EXPECT_EQ(DocumentType::labReport, report.document.type);
    EXPECT_EQ(DocumentFormat::fhir, report.document.format);
    EXPECT_EQ("Basic panel", report.document.title);
    EXPECT_EQ("Troy Lab", report.document.author);
    EXPECT_EQ("DiagnosticReport/r1", report.document.sourceKey);
    EXPECT_THAT(rowsOf(report.document.rendition),
                ::testing::ElementsAre("Test\tResult\tUnit\tReference range\tFlag\tDate",
                                       "Glucose\t162.0\tmg/dL\t70 – 99 mg/dL\tHigh\t2025-03-04"));
    EXPECT_THAT(report.document.rendition.text, HasSubstr("Performed by: Troy Lab"));
    EXPECT_THAT(report.document.rendition.text, HasSubstr("Note on Glucose: Fasting"));
    EXPECT_THAT(report.document.rendition.text, HasSubstr("SODIUM"));
    EXPECT_THAT(report.document.rendition.text, HasSubstr("1 results that this report names are not in the file"));
    EXPECT_THAT(report.document.rendition.text, HasSubstr("Raised."));
    ASSERT_EQ(3U, report.codes.size());
    EXPECT_EQ("Basic panel", test::wordsOf(report, report.codes[0]));
    EXPECT_EQ("cpt", report.codes[0].system);
    EXPECT_EQ("Glucose", test::wordsOf(report, report.codes[1]));
    EXPECT_EQ("Hyperglycaemia", test::wordsOf(report, report.codes[2]));
    EXPECT_EQ("icd10cm", report.codes[2].system);
    EXPECT_THAT(report.document.bytes, HasSubstr("162.0"));
    EXPECT_THAT(report.document.bytes, Not(HasSubstr("Blood pressure")));
    EXPECT_EQ("DiagnosticReport/r1/presentedForm", file.items[0].documents[1].document.sourceKey);
    EXPECT_EQ("Vital signs", file.items[0].documents[2].document.title);
}

TEST(FhirDocumentsTest, ResultsOutsideReportsAreListedByCategory)
{
    const auto file = read({glucose, pressure});
    ASSERT_EQ(2U, file.items.at(0).documents.size());
    const auto& laboratory = file.items[0].documents[0].document;
    EXPECT_EQ("Laboratory results", laboratory.title);
    EXPECT_EQ(DocumentType::labReport, laboratory.type);
    EXPECT_EQ("Observation/o1", laboratory.sourceKey);
    EXPECT_EQ(Date::of(2025, 3, 4), laboratory.date);
    const auto& vital = file.items[0].documents[1].document;
    EXPECT_FALSE(vital.date);  // "2025-03" is no day.
    EXPECT_THAT(rowsOf(vital.rendition),
                ::testing::ElementsAre("Test\tResult\tUnit\tReference range\tFlag\tDate",
                                       "Blood pressure: Systolic\t< 120\tmm[Hg]\t\tcorrected\t2025-03",
                                       "Blood pressure: Diastolic\t(Unknown)\t\t\tcorrected\t2025-03"));
}

TEST(FhirDocumentsTest, AListOfOtherResultsIsAnotherDocument)
{
    auto second = glucose;
    second.replace(second.find("'o1'"), 4, "'o7'");
    const auto both = read({glucose, second}).items.at(0).documents.at(0).document;
    const auto one = read({glucose}).items.at(0).documents.at(0).document;
    EXPECT_NE(both.sourceKey, one.sourceKey);
    EXPECT_EQ(both.sourceKey, read({second, glucose}).items.at(0).documents.at(0).document.sourceKey);
}

TEST(FhirDocumentsTest, AReportThatIsOnlyItsFormIsThatForm)
{
    const auto report = resource("DiagnosticReport", "r1",
                                 "'status':'final','code':{'text':'Note'},'presentedForm':[{'data':'" + note +
                                     "','contentType':'text/plain'}]");
    EXPECT_EQ(1U, read({report}).items.at(0).documents.size());
    // The same words come as a DocumentReference too: one document.
    const auto file = read({report, documentReference("n1", "'content':[" + attachment(note) + "]")});
    ASSERT_EQ(1U, file.items.at(0).documents.size());
    EXPECT_EQ("DocumentReference/n1", file.items[0].documents[0].document.sourceKey);
    EXPECT_THAT(file.notes, ::testing::Contains(HasSubstr("byte for byte")));
}

TEST(FhirDocumentsTest, ACompositionIsReadInSections)
{
    const auto file = read({resource(
        "Composition", "c1",
        "'identifier':{'value':'D-1'},'status':'final','type':{'coding':[{'system':'http://loinc.org','code':'18842-5',"
        "'display':'Discharge summary'}]},'date':'2025-03-06','author':[{'reference':'Practitioner/d1'}],'title':"
        "'Discharge of M. Löfgren','relatesTo':[{'code':'replaces','targetIdentifier':{'value':'D-0'}}],'section':["
        "{'title':'Course','text':{'div':'<div><p>Recovered <b>well</b>.</p><script>bad()</script></div>'},'section':["
        "{'title':'Drugs','text':{'div':'<div><table><tr><th>Drug</th><th>Dose</th></tr><tr><td>Ibuprofen</td>"
        "<td>400</td></tr></table></div>'}}]},"
        "{'title':'Plan','emptyReason':{'text':'Nil known'}}]")});
    const auto& document = file.items.at(0).documents.at(0).document;
    EXPECT_EQ(DocumentType::dischargeSummary, document.type);
    EXPECT_EQ("|D-1", document.sourceKey);
    EXPECT_EQ("|D-0", document.replacesKey);
    EXPECT_EQ(Date::of(2025, 3, 6), document.date);
    const auto& text = document.rendition.text;
    EXPECT_THAT(text, HasSubstr("Recovered well."));
    EXPECT_THAT(text, HasSubstr("Author: Dr. Ana Reyes"));
    EXPECT_THAT(text, HasSubstr("Empty: Nil known"));
    EXPECT_THAT(text, Not(HasSubstr("bad()")));
    EXPECT_THAT(rowsOf(document.rendition), ::testing::ElementsAre("Drug\tDose", "Ibuprofen\t400"));
    const auto isWell = [&](const TextRange& range) {
        return text.substr(static_cast<std::size_t>(range.begin), 4) == "well";
    };
    EXPECT_TRUE(std::any_of(document.rendition.emphasis.begin(), document.rendition.emphasis.end(), isWell));
}

TEST(FhirDocumentsTest, PrescriptionsAreOneTable)
{
    const auto file = read(
        {resource(
             "MedicationRequest", "m1",
             "'status':'active','intent':'order','authoredOn':'2025-03-04','medicationCodeableConcept':{'text':"
             "'Ibuprofen 400 mg','coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197805'}]},"
             "'requester':{'reference':'Practitioner/d1'},'dosageInstruction':[{'text':'One with food'}],"
             "'dispenseRequest':{'numberOfRepeatsAllowed':2,'quantity':{'value':30,'unit':'tablets'}},'reasonCode':"
             "[{'text':'Back pain','coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'M54.50'}]}]"),
         resource(
             "MedicationRequest", "m2",
             "'status':'stopped','intent':'order','contained':[{'resourceType':'Medication','id':'x','code':{'text':"
             "'Nizatidine'}}],'medicationReference':{'reference':'#x'},'dosageInstruction':[{'doseAndRate':[{"
             "'doseQuantity':{'value':10,'unit':'mL'}}],'route':{'text':'oral'},'timing':{'repeat':{'frequency':2,"
             "'period':1,'periodUnit':'d'}},'asNeededBoolean':true}]")});
    ASSERT_EQ(1U, file.items.at(0).documents.size());
    const auto& made = file.items[0].documents[0];
    EXPECT_EQ(DocumentType::prescription, made.document.type);
    EXPECT_EQ("Dr. Ana Reyes", made.document.author);
    EXPECT_THAT(
        rowsOf(made.document.rendition),
        ::testing::ElementsAre("Medication\tDose and directions\tQuantity\tRefills\tPrescriber\tDate\tStatus",
                               "Ibuprofen 400 mg\tOne with food\t30 tablets\t2\tDr. Ana Reyes\t2025-03-04\tactive",
                               "Nizatidine\t10 mL, oral, 2 × every 1 d, as needed\t\t\t\t\tstopped"));
    ASSERT_EQ(2U, made.codes.size());
    EXPECT_EQ("Ibuprofen 400 mg", test::wordsOf(made, made.codes[0]));
    EXPECT_EQ("rxnorm", made.codes[0].system);
    EXPECT_EQ(SourceCodeKind::diagnosis, made.codes[1].kind);
    EXPECT_EQ("Reason for Ibuprofen 400 mg: Back pain", test::wordsOf(made, made.codes[1]));
}

TEST(FhirDocumentsTest, ConditionsAndProceduresAreOneTableWithTheirCodes)
{
    const auto file = read(
        {resource(
             "Condition", "c1",
             "'category':[{'coding':[{'code':'encounter-diagnosis'}]}],'clinicalStatus':{'coding':[{'code':'active'}]},"
             "'verificationStatus':{'coding':[{'code':'refuted'}]},'code':{'text':'Burnt ear','coding':[{'system':"
             "'http://snomed.info/sct','code':'39065001'},{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':"
             "'T20.21XA'}]},'onsetDateTime':'2025-03-03','note':[{'text':'left'}]"),
         resource("Procedure", "x1",
                  "'status':'not-done','code':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'16020',"
                  "'display':'Dressing of burn'}]},'performedPeriod':{'start':'2025-03-04T09:00:00Z'}")});
    ASSERT_EQ(1U, file.items.at(0).documents.size());
    const auto& made = file.items[0].documents[0];
    EXPECT_EQ("Conditions and procedures as sent", made.document.title);
    EXPECT_EQ(Date::of(2025, 3, 3), made.document.date);
    EXPECT_THAT(rowsOf(made.document.rendition),
                ::testing::ElementsAre(
                    "Kind\tDescription\tCodes\tStatus\tDate",
                    "Diagnosis\tBurnt ear; left\tSNOMED CT 39065001; ICD-10-CM T20.21XA\tactive, refuted\t2025-03-03",
                    "Procedure\tDressing of burn\tCPT 16020\tnot-done\t2025-03-04"));
    ASSERT_EQ(3U, made.codes.size());
    EXPECT_EQ("snomed", made.codes[0].system);
    EXPECT_EQ("T20.21XA", made.codes[1].code);
    EXPECT_TRUE(made.codes[1].isNegated);
    EXPECT_EQ("Burnt ear; left", test::wordsOf(made, made.codes[1]));
    EXPECT_EQ(SourceCodeKind::procedure, made.codes[2].kind);
    EXPECT_TRUE(made.codes[2].isNegated);
    EXPECT_EQ(Date::of(2025, 3, 4), made.codes[2].date);
}

TEST(FhirDocumentsTest, ClaimsGiveCodesOnly)
{
    const auto claim = [](const std::string& type) {
        return "{'resourceType':'" + type + "','id':'" + type +
               "','status':'active','patient':{'reference':'Patient/p1'},'billablePeriod':{'start':'2025-03-04'},"
               "'diagnosis':[{'diagnosisCodeableConcept':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':"
               "'M54.50'}]}}],'item':[{'encounter':[{'reference':'Encounter/e1'}],'productOrService':{'coding':[{'system':"
               "'http://www.ama-assn.org/go/cpt','code':'99213'}]},'locationCodeableConcept':{'coding':[{'system':"
               "'http://terminology.hl7.org/CodeSystem/ex-serviceplace','code':'11'}]}}]}";
    };
    const auto file = read({claim("Claim"), claim("ExplanationOfBenefit")});
    const auto& item = file.items.at(0);
    EXPECT_EQ("1 claim and 1 explanation of benefit", item.claims);
    EXPECT_TRUE(item.documents.empty());
    ASSERT_EQ(2U, item.codes.size());
    EXPECT_EQ("M54.50", item.codes[0].code);
    EXPECT_EQ(SourceCodeKind::procedure, item.codes[1].kind);
    EXPECT_EQ("cpt", item.codes[1].system);
    EXPECT_TRUE(item.codes[1].span.isEmpty());
    EXPECT_EQ("11", item.visit->placeOfService);
}

}  // namespace
}  // namespace cw
