#include "tests/import/documents/ccda_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;
using test::ccda::ccdaDocument;
using test::ccda::ccdaSection;
using test::ccda::readCcda;
using test::ccda::words;

/// "kind system code | display | status | date | words at its place" of each code.
std::vector<std::string> codesOf(const std::string& sections)
{
    const auto file = readCcda(ccdaDocument(sections));
    if (!file) return {outcome(file)};
    static constexpr const char* kinds[] = {"diagnosis", "procedure", "medication", "result", "other"};
    std::vector<std::string> all;
    const auto& document = file->items[0].documents[0];
    for (const auto& code : document.codes)
        all.push_back(std::string(kinds[static_cast<int>(code.kind)]) + " " + code.system + " " + code.code + " | " +
                      code.display + " | " + code.status + (code.isNegated ? "!" : "") + " | " +
                      (code.date ? code.date->iso() : "") + " | " + words(document.document.rendition, code.span));
    return all;
}

const std::string problemHead = R"(<observation classCode="OBS" moodCode="EVN"%>
  <templateId root="2.16.840.1.113883.10.20.22.4.4"/>
  <code code="55607006" codeSystem="2.16.840.1.113883.6.96" displayName="Problem"/><statusCode code="completed"/>)";

/// A Problem Concern Act with one Problem Observation.
std::string problem(const std::string& inside, const std::string& attributes = {})
{
    auto head = problemHead;
    head.replace(head.find('%'), 1, attributes);
    return R"(<entry><act classCode="ACT" moodCode="EVN"><code code="CONC" codeSystem="2.16.840.1.113883.5.6"/>
      <statusCode code="active"/><entryRelationship typeCode="SUBJ">)" +
           head + inside + "</observation></entryRelationship></act></entry>";
}

using Expected = std::vector<std::string>;

TEST(CcdaCodesTest, ProblemWithTranslationsPointsAtItsCell)
{
    EXPECT_EQ(
        (Expected{
            "diagnosis snomed 8801005 | Secondary diabetes mellitus | active | 2014-02-27 | Diabetes with CKD",
            "diagnosis icd10cm E08.22 | DM due to underlying condition | active | 2014-02-27 | Diabetes with CKD"}),
        codesOf(ccdaSection(
            "11450-4", "Problems", "<table><tr ID=\"p1\"><td>1</td><td ID=\"t1\">Diabetes with  CKD</td></tr></table>",
            problem(R"(<text><reference value="#p1"/></text><effectiveTime><low value="20140227"/></effectiveTime>
      <value xsi:type="CD" code="8801005" codeSystem="2.16.840.1.113883.6.96" displayName="Secondary diabetes mellitus">
      <originalText><reference value="#t1"/></originalText>
      <translation code="E08.22" codeSystem="2.16.840.1.113883.6.90" displayName="DM due to underlying condition"/></value>)"))));
}

TEST(CcdaCodesTest, NarrowsARowToTheWordsAndKeepsImpossibleCodes)
{
    EXPECT_EQ((Expected{"diagnosis icd10cm D63.1AAAABC | Anemia in CKD | active |  | anemia in ckd",
                        "diagnosis icd9cm 285.21 | Anemia in CKD | active |  | anemia in ckd"}),
              codesOf(ccdaSection("11450-4", "Problems",
                                  "<table><tr ID=\"p1\"><td>1</td><td>Chronic anemia in ckd, stable</td></tr></table>",
                                  problem(R"(<text><reference value="#p1"/></text>
      <value xsi:type="CD" code="D63.1AAAABC" codeSystem="2.16.840.1.113883.6.90" displayName="Anemia in CKD">
      <translation code="285.21" codeSystem="2.16.840.1.113883.6.103"/></value>)"))));
}

TEST(CcdaCodesTest, WithoutReferenceSearchesTheSectionOnly)
{
    const auto history = ccdaSection("10164-2", "History", "Asthma since childhood.");
    EXPECT_EQ(
        (Expected{"diagnosis icd10cm J45 | Asthma | resolved | 2001-01-01 | Asthma",
                  "diagnosis icd10cm I10 | Hypertension | active |  | "}),
        codesOf(
            history +
            ccdaSection("11450-4", "Problems", "Asthmatic? No: Asthma",
                        problem(R"(<effectiveTime><low value="20010101"/><high value="20100101"/></effectiveTime>
      <value code="J45" codeSystem="2.16.840.1.113883.6.90" displayName="Asthma"/>)") +
                            problem(R"(<value code="I10" codeSystemName="ICD-10-CM" codeSystem="2.16.840.1.113883.6.90"
      displayName="Hypertension"/>)"))));
}

TEST(CcdaCodesTest, DisplayComesFromTheNarrativeWhenOnlyThatHasIt)
{
    EXPECT_EQ(
        (Expected{"diagnosis icd9cm 428.0 | Heart Failure | active |  | Heart Failure"}),
        codesOf(ccdaSection("46240-8", "Encounters", "<content ID=\"d\">Heart Failure</content>",
                            problem(R"(<value nullFlavor="OTH"><originalText><reference value="#d"/></originalText>
      <translation code="428.0" codeSystem="2.16.840.1.113883.6.103"/></value>)"))));
}

TEST(CcdaCodesTest, NegatedAndToldStatus)
{
    EXPECT_EQ(
        (Expected{"diagnosis snomed 73211009 | Diabetes mellitus | negated! |  | Diabetes mellitus",
                  "diagnosis snomed 38341003 | Hypertension | Inactive |  | "}),
        codesOf(ccdaSection(
            "11450-4", "Problems", "No Diabetes mellitus",
            problem(R"(<value code="73211009" codeSystem="2.16.840.1.113883.6.96" displayName="Diabetes mellitus"/>)",
                    " negationInd=\"true\"") +
                problem(R"(<value code="38341003" codeSystem="2.16.840.1.113883.6.96" displayName="Hypertension"/>
      <entryRelationship><observation><templateId root="2.16.840.1.113883.10.20.22.4.6"/>
      <code code="33999-4" codeSystem="2.16.840.1.113883.6.1"/><value code="73425007" displayName="Inactive"
      codeSystem="2.16.840.1.113883.6.96"/></observation></entryRelationship>)"))));
}

TEST(CcdaCodesTest, ARelativesDiseaseIsNoDiagnosis)
{
    EXPECT_EQ((Expected{"other icd10cm I21.3 | STEMI | family history |  | STEMI"}),
              codesOf(ccdaSection("10157-6", "Family history", "Father: STEMI",
                                  R"(<entry><organizer><subject><relatedSubject/></subject><component><observation>
      <code code="64572001" codeSystem="2.16.840.1.113883.6.96"/><value code="I21.3" codeSystem="2.16.840.1.113883.6.90"
      displayName="STEMI"/></observation></component></organizer></entry>)")));
}

TEST(CcdaCodesTest, ProceduresDoneAndPlanned)
{
    const auto procedure = [](const char* mood, const char* code) {
        return std::string("<entry><procedure classCode=\"PROC\" moodCode=\"") + mood + "\"><code code=\"" + code +
               "\" codeSystem=\"2.16.840.1.113883.6.12\" displayName=\"Colonoscopy\"/><statusCode code=\"completed\"/>"
               "<effectiveTime value=\"20250309101500\"/></procedure></entry>";
    };
    EXPECT_EQ((Expected{"procedure cpt 45378 | Colonoscopy | completed | 2025-03-09 | Colonoscopy",
                        "procedure cpt 45380 | Colonoscopy | planned | 2025-03-09 | Colonoscopy"}),
              codesOf(ccdaSection("47519-4", "Procedures", "Colonoscopy", procedure("EVN", "45378")) +
                      ccdaSection("18776-5", "Plan", "Colonoscopy", procedure("INT", "45380"))));
}

TEST(CcdaCodesTest, MedicationsAllergiesResultsAndEncounters)
{
    EXPECT_EQ(
        (Expected{"medication rxnorm 197361 | amlodipine 5 MG | active | 2025-01-02 | Amlodipine 5 mg",
                  "other snomed 416098002 | Drug allergy |  |  | ",
                  "other rxnorm 7980 | Penicillin G |  |  | Penicillin G",
                  "result loinc 718-7 | Hemoglobin | final | 2025-03-09 | Hemoglobin",
                  "procedure cpt 99238 | Discharge day |  | 2025-03-10 | ",
                  "procedure hcpcs G0121 | Screening |  | 2025-03-10 | "}),
        codesOf(ccdaSection("10160-0", "Medications", "<content ID=\"m\">Amlodipine 5 mg</content> daily", R"(<entry>
      <substanceAdministration moodCode="INT"><statusCode code="active"/><effectiveTime><low value="20250102"/></effectiveTime>
      <consumable><manufacturedProduct><manufacturedMaterial><code code="197361" codeSystem="2.16.840.1.113883.6.88"
      displayName="amlodipine 5 MG"><originalText><reference value="#m"/></originalText></code></manufacturedMaterial>
      </manufacturedProduct></consumable></substanceAdministration></entry>)") +
                ccdaSection("48765-2", "Allergies", "Penicillin G: hives", R"(<entry><observation>
      <code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><value code="416098002" codeSystem="2.16.840.1.113883.6.96"
      displayName="Drug allergy"/><participant><participantRole><playingEntity><code code="7980"
      codeSystem="2.16.840.1.113883.6.88" displayName="Penicillin G"/></playingEntity></participantRole></participant>
      </observation></entry>)") +
                ccdaSection("30954-2", "Results", "Hemoglobin 10.2", R"(<entry><observation>
      <code code="718-7" codeSystem="2.16.840.1.113883.6.1" displayName="Hemoglobin"/><statusCode code="final"/>
      <effectiveTime value="20250309"/><value value="10.2" unit="g/dL"/></observation></entry>)") +
                ccdaSection("46240-8", "Encounters", "Visit", R"(<entry><encounter><code code="99238"
      codeSystem="2.16.840.1.113883.6.12" displayName="Discharge day"><translation code="IMP"
      codeSystem="2.16.840.1.113883.5.4"/><translation code="G0121" codeSystem="2.16.840.1.113883.6.13"
      codeSystemName="HCPCS" displayName="Screening"/></code><effectiveTime value="20250310"/></encounter></entry>)")));
}

TEST(CcdaCodesTest, LeavesOutWhatOnlyFramesOrRepeats)
{
    const std::string material =
        "<manufacturedProduct><manufacturedMaterial><code code=\"197361\" "
        "codeSystem=\"2.16.840.1.113883.6.88\" displayName=\"amlodipine\"/></manufacturedMaterial>"
        "</manufacturedProduct>";
    EXPECT_EQ(
        (Expected{"medication rxnorm 197361 | amlodipine |  |  | Amlodipine",
                  "result loinc 8302-2 | Height |  |  | Height"}),
        codesOf(ccdaSection("10160-0", "Medications", "Amlodipine",
                            "<entry><substanceAdministration><consumable>" + material +
                                "</consumable><entryRelationship><supply><product>" + material +
                                "</product></supply></entryRelationship><entryRelationship><observation><code "
                                "code=\"33999-4\"/><value code=\"55561003\" codeSystem=\"2.16.840.1.113883.6.96\"/>"
                                "</observation></entryRelationship></substanceAdministration></entry>") +
                ccdaSection("8716-3", "Vital signs", "Height 177",
                            "<entry><organizer><templateId root=\"2.16.840.1.113883.10.20.22.4.26\"/><code "
                            "code=\"46680005\" codeSystem=\"2.16.840.1.113883.6.96\"/><component><observation><code "
                            "code=\"8302-2\" codeSystem=\"2.16.840.1.113883.6.1\" displayName=\"Height\"/>"
                            "</observation></component></organizer></entry>")));
}

TEST(CcdaCodesTest, HeaderCodesOfVisitAndService)
{
    const auto file = readCcda(ccdaDocument(ccdaSection("10164-2", "History", "Hernia repair today."), R"(
      <documentationOf><serviceEvent classCode="PROC"><code code="49505" codeSystem="2.16.840.1.113883.6.12"
        displayName="Hernia repair"/><effectiveTime><low value="20250306"/></effectiveTime></serviceEvent></documentationOf>
      <componentOf><encompassingEncounter><code code="99222" codeSystem="2.16.840.1.113883.6.12" displayName="Initial care"/>
      </encompassingEncounter></componentOf>)"));
    ASSERT_TRUE(file) << outcome(file);
    const auto& document = file->items[0].documents[0];
    ASSERT_EQ(2U, document.codes.size());
    EXPECT_EQ("99222", document.codes[0].code);
    EXPECT_EQ("49505", document.codes[1].code);
    EXPECT_EQ(SourceCodeKind::procedure, document.codes[1].kind);
    EXPECT_EQ(Date::of(2025, 3, 6), document.codes[1].date);
    EXPECT_EQ("Hernia repair", words(document.document.rendition, document.codes[1].span));
}

TEST(CcdaCodesTest, AnIdThatStandsTwiceMeansTheOneInItsSection)
{
    const auto entry =
        problem(R"(<value code="I10" codeSystem="2.16.840.1.113883.6.90"><originalText><reference value="#a"/>
      </originalText></value>)");
    EXPECT_EQ((Expected{"diagnosis icd10cm I10 | high pressure | active |  | high pressure"}),
              codesOf(ccdaSection("10164-2", "History", "<content ID=\"a\">first</content>") +
                      ccdaSection("11450-4", "Problems", "<list><item ID=\"a\">high pressure</item></list>", entry)));
}

}  // namespace
}  // namespace cw
