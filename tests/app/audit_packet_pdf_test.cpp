#include "app/audit_packet.h"
#include "app/packet/pdf_font.h"
#include "base/file.h"
#include "tests/support/pdf_text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cw::test {
namespace {

using app::AuditPacket;

AuditPacket::Proof proof(const std::string& quote, const std::string& document = "Office visit")
{
    AuditPacket::Proof proof;
    proof.quote = quote;
    proof.document = document;
    proof.type = "Visit notes";
    proof.version = 1;
    proof.versions = 2;
    proof.date = "2025-03-18";
    proof.author = "D. Okonkwo MD";
    proof.place = "paragraph under \xE2\x80\x9C"
                  "Assessment\xE2\x80\x9D";
    proof.digest = std::string(64, 'a');
    proof.checked = "words found at that place";
    return proof;
}

AuditPacket packet()
{
    AuditPacket packet;
    packet.encounterId = "V-1001";
    packet.madeAt = "2026-01-05 10:12";
    packet.madeBy = "coder";
    packet.facts = {{"Patient", "Halloran, Miriam J"},
                    {"MRN", "0048213"},
                    {"Born", "1957-06-02"},
                    {"Visit", "V-1001"},
                    {"Service", "2025-03-18"},
                    {"Payer", "Medicare Part B"},
                    {"Provider", "Okonkwo, D"},
                    {"Status", "In coding"}};
    AuditPacket::Code diabetes{"1",
                               "E11.22",
                               "Type 2 diabetes mellitus with diabetic chronic kidney disease",
                               "ICD-10-CM \xC2\xB7 FY2025",
                               {proof("Type 2 diabetes with diabetic kidney disease")}};
    AuditPacket::Code pressure{"2", "I10", "Essential (primary) hypertension", "ICD-10-CM \xC2\xB7 FY2025", {}};
    auto scanned = proof("Hypertensi0n, at goal", "Cardiology letter");
    scanned.isRecognised = true;
    scanned.isArchived = true;
    scanned.isSound = false;
    scanned.place = "page 2";
    scanned.checked = "other words stand at that place; the quote is not in this version";
    pressure.proofs = {scanned, proof("BP 138/82")};
    packet.diagnoses = {diabetes, pressure, {"admitting", "R07.9", "Chest pain, unspecified", "ICD-10-CM", {}}};
    packet.procedures = {
        {"1", "99214-25", "Office visit, established patient", "1 unit \xC2\xB7 $186.00", {proof("Time 32 minutes")}}};
    packet.findings = {"NC-2 error: 99214 needs modifier 25 beside 20610"};
    Bookmark note;
    note.note = "ask for the stage";
    note.quote = "kidney disease";
    note.author = "coder";
    note.role = "coder";
    note.documentTitle = "Office visit";
    packet.notes = {note};
    packet.documents = {
        {"Office visit", "Visit notes", "2025-03-18", "D. Okonkwo MD", "2 of 2", std::string(64, 'b'), "Text"}};
    packet.history = {{"2025-03-19 08:00", "coder", "opened the chart", ""},
                      {"2025-03-19 08:02", "coder", "added a diagnosis", "E11.22"}};
    return packet;
}

class AuditPacketPdf : public testing::Test {
protected:
    std::string read(const AuditPacket& packet)
    {
        const auto pdf = app::auditPacketPdf(packet);
        if (!pdf) return "FAILED " + describe(pdf.error());
        const auto file = m_folder.write("packet.pdf", *pdf);
        // To be looked at: CHARTWRIGHT_KEEP_PDF=/tmp/x.pdf
        if (const char* keep = std::getenv("CHARTWRIGHT_KEEP_PDF"))  // NOLINT(concurrency-mt-unsafe): one thread.
            std::filesystem::copy_file(file, keep, std::filesystem::copy_options::overwrite_existing);
        return pdfText(file);
    }
    void SetUp() override
    {
        if (!hasPdfTools()) GTEST_SKIP() << "pdftotext is not installed";
    }
    TemporaryFolder m_folder;
};

TEST_F(AuditPacketPdf, GivesEveryWordBack)
{
    const auto text = onOneLine(read(packet()));
    for (const auto* part : {"Halloran, Miriam J",
                             "0048213",
                             "Medicare Part B",
                             "E11.22",
                             "I10",
                             "R07.9",
                             "99214-25",
                             "Type 2 diabetes mellitus with diabetic chronic kidney disease",
                             "Essential (primary) hypertension",
                             "\xE2\x80\x9CType 2 diabetes with diabetic kidney disease\xE2\x80\x9D",
                             "\xE2\x80\x9CHypertensi0n, at goal\xE2\x80\x9D",
                             "Cardiology letter",
                             "version 1 of 2 (archived",
                             "D. Okonkwo MD",
                             "OCR, unverified",
                             "page 2",
                             "other words stand at that place; the quote is not in this version",
                             "no proof is attached to this code",
                             "admitting",
                             "NC-2 error: 99214 needs modifier 25 beside 20610",
                             "None recorded.",
                             "ask for the stage",
                             "opened the chart",
                             "added a diagnosis",
                             "1 proof does not fit",
                             "1 code has no proof",
                             "Encounter V-1001 \xC2\xB7 made 2026-01-05 10:12 by coder \xC2\xB7 page 1 of"})
        EXPECT_NE(std::string::npos, text.find(part)) << part << " in\n" << text;
    EXPECT_NE(std::string::npos, text.find(std::string(64, 'b')));
}

TEST_F(AuditPacketPdf, KeepsEveryCharacterOrShowsItsNumber)
{
    auto odd = packet();
    odd.diagnoses[0].proofs[0].quote = "caf\xC3\xA9 \xE2\x89\xA5 38 \xC2\xB0"
                                       "C, \xCE\xB1\xCE\xB2, \xD0\x91\xD0\xBE, \xE2\x86\x92 \xC2\xBD \xE2\x82\xAC";
    odd.diagnoses[1].proofs[0].quote = "\xE4\xB8\xAD x \xF0\x9F\xA7\xBF y \x01 z \xFF w";
    const auto text = onOneLine(read(odd));
    EXPECT_NE(std::string::npos, text.find(odd.diagnoses[0].proofs[0].quote)) << text;
    EXPECT_NE(std::string::npos, text.find("[U+4E2D] x [U+1F9FF] y [U+0001] z \xEF\xBF\xBD w")) << text;
}

TEST_F(AuditPacketPdf, RepeatsTheHeadOfATableAndNumbersItsPages)
{
    auto large = packet();
    for (int i = 0; i < 300; ++i)
        large.history.push_back({"2025-03-20 08:00", "coder", "opened the chart", "row" + std::to_string(i)});
    const auto pages = read(large);
    const auto count = std::count(pages.begin(), pages.end(), '\f');
    ASSERT_GT(count, 5);
    EXPECT_NE(std::string::npos, pages.find("page " + std::to_string(count) + " of " + std::to_string(count)));
    std::size_t heads = 0;
    for (auto at = pages.find("Account"); at != std::string::npos; at = pages.find("Account", at + 1)) ++heads;
    EXPECT_GE(heads, static_cast<std::size_t>(count) - 2);
    for (int i = 0; i < 300; ++i) EXPECT_NE(std::string::npos, pages.find("row" + std::to_string(i))) << i;
}

TEST_F(AuditPacketPdf, KeepsACodeWithItsFirstProof)
{
    for (int above = 0; above < 12; ++above) {
        auto moved = packet();
        moved.diagnoses.assign(static_cast<std::size_t>(above) + 4, moved.diagnoses[2]);
        AuditPacket::Code last{
            "9", "Z79.4", "Long term (current) use of insulin", "ICD-10-CM", {proof("on basal insulin at night")}};
        moved.diagnoses.insert(moved.diagnoses.end(), 5, last);
        const auto pages = read(moved);
        std::size_t from = 0;
        while (true) {
            const auto code = pages.find("Z79.4", from);
            if (code == std::string::npos) break;
            const auto quote = pages.find("on basal insulin", code);
            ASSERT_NE(std::string::npos, quote);
            EXPECT_EQ(std::string::npos, pages.substr(code, quote - code).find('\f'));
            from = quote;
        }
    }
}

TEST_F(AuditPacketPdf, SetsAQuoteThatIsLongerThanAPageOrOneLongWord)
{
    auto large = packet();
    std::string quote;
    for (int i = 0; i < 2000; ++i) quote += "word" + std::to_string(i) + " ";
    large.diagnoses[0].proofs[0].quote = quote + std::string(3000, 'x') + " end";
    const auto text = read(large);
    for (const auto* part : {"word0 ", "word1999", "xxxx", "end\xE2\x80\x9D", "E11.22, continued", "I10"})
        EXPECT_NE(std::string::npos, text.find(part)) << part;
    EXPECT_GE(std::count(text.begin(), text.end(), 'x'), 3000);
}

TEST_F(AuditPacketPdf, OfAnEmptyEncounterSaysSo)
{
    AuditPacket empty;
    empty.encounterId = "V-1";
    const auto text = onOneLine(read(empty));
    for (const auto* part : {"No diagnosis is coded.", "No procedure is coded.", "No finding",
                             "The chart has no documents.", "page 1 of 1"})
        EXPECT_NE(std::string::npos, text.find(part)) << part;
}

TEST_F(AuditPacketPdf, IsTheSameForTheSamePacket)
{
    EXPECT_EQ(*app::auditPacketPdf(packet()), *app::auditPacketPdf(packet()));
}

TEST(PacketFont, ThatIsNotInstalledIsNamed)
{
    const auto font = app::packet::fontFile("NoSuchFont.ttf");
    ASSERT_FALSE(font);
    EXPECT_EQ("APP-200", font.error().id);
    EXPECT_NE(std::string::npos, font.error().detail.find("fonts-dejavu-core"));
}

TEST(PacketFont, CoverageIsReadFromTheFont)
{
    const auto file = app::packet::fontFile("DejaVuSans.ttf");
    if (!file) GTEST_SKIP() << file.error().detail;
    const auto bytes = *readFile(*file);
    const auto coverage = *app::packet::FontCoverage::parse(bytes);
    for (const char32_t code : {U'A', U' ', U'\u00E9', U'\u2265', U'\u2713', U'\uFFFD'})
        EXPECT_TRUE(coverage.has(code)) << static_cast<unsigned>(code);
    for (const char32_t code : {U'\u4E2D', U'\U0001F9FF', U'\u0001', U'\U0010FFFF'})
        EXPECT_FALSE(coverage.has(code)) << static_cast<unsigned>(code);
}

TEST(PacketFont, DamagedIsRefusedAndReadsNothingBeyondItsEnd)
{
    EXPECT_FALSE(app::packet::FontCoverage::parse(""));
    EXPECT_FALSE(app::packet::FontCoverage::parse("not a font at all, only text"));
    const auto file = app::packet::fontFile("DejaVuSans.ttf");
    if (!file) GTEST_SKIP() << file.error().detail;
    const auto bytes = *readFile(*file);
    for (std::size_t size = 0; size < 4000; size += 7)
        (void)app::packet::FontCoverage::parse(bytes.substr(0, size)).hasValue();
}

}  // namespace
}  // namespace cw::test
