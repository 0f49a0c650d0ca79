#include "app/audit_packet.h"
#include "base/digest.h"
#include "tests/support/chart_fixture.h"
#include "tests/support/pdf_text.h"

#include <sys/stat.h>

#include <algorithm>

namespace cw::test {
namespace {

using app::AuditPacket;

class AuditPacketTest : public ChartTest {
protected:
    AuditPacketTest()
    {
        visit = add(corrected("Patient hurts.\n\nASSESSMENT:\n\nRight knee pain, worse.\n", "1")).version;
    }

    static NewDocument corrected(const std::string& text, const std::string& version)
    {
        auto document = note("Office visit", text);
        document.sourceKey = "visit";
        document.sourceVersion = version;
        return document;
    }
    Evidence evidence(DocumentVersionId version, std::int64_t begin, std::int64_t end, const std::string& quote,
                      int page = 0)
    {
        return app::makeEvidence({version, page, begin, end, {}}, quote, "Office visit", coder->ids());
    }
    /// Puts proof on the first diagnosis and saves.
    void prove(const std::vector<Evidence>& proofs)
    {
        const auto before = stored();
        auto after = before.encounter;
        for (const auto& proof : proofs) after.diagnoses.at(0).evidence.push_back(proof);
        must(app::CodingDesk(*coder).save(before.encounter, after, before.versions, before.workflow));
    }
    AuditPacket packet() { return must(app::makeAuditPacket(*coder, "T-1")); }
    /// By its quote: the store gives proof back in no particular order.
    AuditPacket::Proof proofOf(const std::string& quote)
    {
        const auto made = packet();
        for (const auto& proof : made.diagnoses.at(0).proofs)
            if (proof.quote == quote) return proof;
        return {};
    }
    AuditPacket::Proof firstProof() { return packet().diagnoses.at(0).proofs.at(0); }

    DocumentVersionId visit;
};

TEST_F(AuditPacketTest, TellsCodesFactsAndHistory)
{
    prove({evidence(visit, 29, 44, "Right knee pain")});
    const auto made = packet();
    EXPECT_EQ("T-1", made.encounterId);
    EXPECT_EQ("coder", made.madeBy);
    const auto fact = [&](const std::string& label) {
        for (const auto& [name, value] : made.facts)
            if (name == label) return value;
        return std::string("none");
    };
    EXPECT_EQ("Quenneville, Odile", fact("Patient"));
    EXPECT_EQ("MRN-88121", fact("MRN"));
    EXPECT_EQ("1961-04-02 \xC2\xB7 female", fact("Born"));
    EXPECT_EQ("2025-01-15", fact("Service"));
    EXPECT_EQ("$205.00", fact("Charges"));
    ASSERT_EQ(3U, made.diagnoses.size());
    EXPECT_EQ("M25.561", made.diagnoses[0].code);
    EXPECT_EQ("1", made.diagnoses[0].position);
    EXPECT_NE("", made.diagnoses[0].title);
    ASSERT_EQ(2U, made.procedures.size());
    EXPECT_EQ("99213-25", made.procedures[0].code);
    EXPECT_NE(std::string::npos, made.procedures[0].detail.find("$125.00"));
    EXPECT_NE(std::string::npos, made.procedures[0].detail.find("diagnosis 2, 3"));
    ASSERT_FALSE(made.history.empty());
    const auto& history = made.history;
    EXPECT_TRUE(std::any_of(history.begin(), history.end(), [](const auto& line) {
        return line.action == "changed proof" && line.account == "coder";
    }));
    EXPECT_EQ("1",
              ask(*coder, "SELECT count(*) FROM audit WHERE action = 'encounter.packet' AND encounter_id = 'T-1'"));
}

TEST_F(AuditPacketTest, ChecksProofAtItsPlace)
{
    prove({evidence(visit, 29, 44, "Right knee pain")});
    const auto proof = firstProof();
    EXPECT_TRUE(proof.isSound) << proof.checked;
    EXPECT_EQ("words found at that place", proof.checked);
    EXPECT_EQ("Right knee pain", proof.quote);
    EXPECT_EQ("Office visit", proof.document);
    EXPECT_EQ("I. Okafor MD", proof.author);
    EXPECT_EQ("2025-01-15", proof.date);
    EXPECT_EQ(64U, proof.digest.size());
    EXPECT_FALSE(proof.isArchived);
    EXPECT_NE(std::string::npos, proof.place.find("ASSESSMENT")) << proof.place;
}

TEST_F(AuditPacketTest, SaysWhereAQuoteStandsThatIsNotAtItsPlace)
{
    prove({evidence(visit, 0, 15, "Right knee pain"), evidence(visit, 0, 8, "Left hip"),
           evidence(visit, 5000, 5004, "knee"), evidence(visit, 29, 45, "Right  knee\npain,")});
    EXPECT_EQ("other words stand at that place; the quote stands elsewhere in this version",
              proofOf("Right knee pain").checked);
    EXPECT_EQ("other words stand at that place; the quote is not in this version", proofOf("Left hip").checked);
    for (const auto* quote : {"Right knee pain", "Left hip", "knee"}) EXPECT_FALSE(proofOf(quote).isSound) << quote;
    const auto spaced = proofOf("Right  knee\npain,");
    EXPECT_EQ("words found at that place, white space aside", spaced.checked);
    EXPECT_TRUE(spaced.isSound);
}

TEST_F(AuditPacketTest, MarksAnArchivedVersion)
{
    prove({evidence(visit, 29, 44, "Right knee pain")});
    add(corrected("Patient hurts.\n\nASSESSMENT:\n\nLeft knee pain.\n", "2"));
    const auto made = packet();
    const auto& proof = made.diagnoses.at(0).proofs.at(0);
    EXPECT_TRUE(proof.isArchived);
    EXPECT_TRUE(proof.isSound) << proof.checked;
    EXPECT_EQ(1, proof.version);
    EXPECT_EQ(2, proof.versions);
    ASSERT_EQ(2U, made.documents.size());
    EXPECT_EQ("2 of 2", made.documents[0].version);
    EXPECT_EQ("1 of 2, archived", made.documents[1].version);
}

TEST_F(AuditPacketTest, TellsOfBytesThatNoLongerFitTheirDigest)
{
    prove({evidence(visit, 29, 44, "Right knee pain")});
    must(databaseOf(*coder).execute("UPDATE document_content SET bytes = 'x'"));
    const auto made = packet();
    EXPECT_FALSE(made.diagnoses.at(0).proofs.at(0).isSound);
    EXPECT_EQ("the stored bytes no longer fit their digest", made.diagnoses.at(0).proofs.at(0).checked);
    EXPECT_NE(std::string::npos, made.documents.at(0).digest.find("no longer fit"));
}

TEST_F(AuditPacketTest, CountsPagesInUtf16AndMarksOcr)
{
    const auto pdf = add(scan("Fax")).version;
    setPages(pdf, {{"\xF0\x9F\x98\x80 caf\xC3\xA9 knee", TextSource::embedded, {}},
                   {"kn33 pain", TextSource::recognised, {}},
                   {}});
    auto area = evidence(pdf, 0, 0, "", 2);
    area.span.area = {100, 100, 500, 200};
    prove({evidence(pdf, 8, 12, "knee"), evidence(pdf, 0, 9, "kn33 pain", 1), evidence(pdf, 0, 4, "kn33"), area,
           evidence(pdf, 0, 2, "hi", 7)});
    const auto embedded = proofOf("knee");
    EXPECT_TRUE(embedded.isSound) << embedded.checked;
    EXPECT_FALSE(embedded.isRecognised);
    EXPECT_EQ("page 1", embedded.place);
    const auto read = proofOf("kn33 pain");
    EXPECT_TRUE(read.isSound) << read.checked;
    EXPECT_TRUE(read.isRecognised);
    EXPECT_EQ("other words stand at that place; the quote stands on page 2", proofOf("kn33").checked);
    EXPECT_EQ("area of page 3", proofOf("").place);
    EXPECT_TRUE(proofOf("").isSound);
    EXPECT_FALSE(proofOf("hi").isSound);
}

TEST_F(AuditPacketTest, DoubtsAQuoteThatWasChanged)
{
    auto changed = evidence(visit, 29, 44, "Right knee pain");
    changed.digest = sha256Hex("Left knee pain");
    prove({changed});
    EXPECT_EQ("the quote no longer fits its own digest", firstProof().checked);
}

TEST_F(AuditPacketTest, HoldsSharedNotesOnly)
{
    app::ChartDesk desk(*coder);
    must(desk.addBookmark({visit, 0, 0, 7, {}}, "Patient", "shared note", false));
    must(desk.addBookmark({visit, 0, 0, 7, {}}, "Patient", "private note", true));
    const auto notes = packet().notes;
    ASSERT_EQ(1U, notes.size());
    EXPECT_EQ("shared note", notes[0].note);
}

TEST_F(AuditPacketTest, NamesFindings)
{
    import(*coder, {encounterWithError("T-3")});
    const auto made = must(app::makeAuditPacket(*coder, "T-3"));
    EXPECT_TRUE(std::any_of(made.findings.begin(), made.findings.end(),
                            [](const std::string& finding) { return finding.starts_with("CV-3 error: "); }));
    EXPECT_EQ(ErrorKind::notFound, app::makeAuditPacket(*coder, "T-9").error().kind);
}

TEST_F(AuditPacketTest, IsWrittenWholeAndReadsBack)
{
    const auto scanned = add(scan("Fax of the clinic")).version;
    setPages(scanned, {{"Hypertensi0n noted", TextSource::recognised, {}}});
    prove({evidence(visit, 29, 44, "Right knee pain"), evidence(scanned, 0, 12, "Hypertensi0n")});
    add(corrected("Corrected.", "2"));
    const auto file = m_folder.path() / "packet.pdf";
    must(app::exportAuditPacket(*coder, "T-1", file));
    struct stat state {};
    ASSERT_EQ(0, ::stat(file.c_str(), &state));
    EXPECT_EQ(0600U, state.st_mode & 0777U);
    if (!hasPdfTools()) GTEST_SKIP() << "pdftotext is not installed";
    if (const char* keep = std::getenv("CHARTWRIGHT_KEEP_PDF"))  // NOLINT(concurrency-mt-unsafe): one thread.
        std::filesystem::copy_file(file, keep, std::filesystem::copy_options::overwrite_existing);
    const auto text = onOneLine(pdfText(file));
    const auto made = packet();
    std::vector<std::string> parts = {"Encounter T-1", "Quenneville, Odile", "OCR, unverified", "(archived"};
    for (const auto* codes : {&made.diagnoses, &made.procedures})
        for (const auto& code : *codes) {
            parts.push_back(code.code);
            for (const auto& proof : code.proofs) {
                parts.push_back("\xE2\x80\x9C" + proof.quote + "\xE2\x80\x9D");
                parts.push_back(proof.document);
                parts.push_back("version " + std::to_string(proof.version) + " of " + std::to_string(proof.versions));
                parts.push_back(proof.author);
                parts.push_back(proof.digest);
            }
        }
    for (const auto& document : made.documents) parts.insert(parts.end(), {document.title, document.digest});
    for (const auto& part : parts) EXPECT_NE(std::string::npos, text.find(onOneLine(part))) << part << " in\n" << text;
}

TEST_F(AuditPacketTest, NeverReplacesAFile)
{
    const auto file = m_folder.write("packet.pdf", "mine");
    const auto exported = app::exportAuditPacket(*coder, "T-1", file);
    ASSERT_FALSE(exported);
    EXPECT_EQ(ErrorKind::conflict, exported.error().kind);
    EXPECT_EQ("mine", slurp(file));
    EXPECT_EQ("0", ask(*coder, "SELECT count(*) FROM audit WHERE action = 'encounter.packet'"));
    const auto nowhere = app::exportAuditPacket(*coder, "T-1", m_folder.path() / "none" / "packet.pdf");
    EXPECT_EQ(ErrorKind::io, nowhere.error().kind);
    EXPECT_EQ(ErrorKind::notFound, app::exportAuditPacket(*coder, "T-9", m_folder.path() / "other.pdf").error().kind);
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "other.pdf"));
}

}  // namespace
}  // namespace cw::test
