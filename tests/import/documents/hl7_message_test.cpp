#include "tests/import/documents/hl7_fixture.h"

#include "import/documents/hl7/escapes.h"

#include <gmock/gmock.h>

#include <stop_token>

namespace cw {
namespace {

using test::hl7;
using test::msh;
using test::outcome;
using test::readHl7;
using test::readOne;
using test::testPatient;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string pv1 = "PV1|1|I|W1||||||||||||||||V-1";

std::string admission(const std::string& patient = testPatient)
{
    return hl7({msh("ADT^A01"), "EVN|A01|202503181030", patient, pv1});
}

std::string with(std::string bytes, const std::string& lineEnd)
{
    std::string out;
    for (const char c : bytes) out += c == '\r' ? lineEnd : std::string(1, c);
    return out;
}

TEST(Hl7MessageTest, TakesEveryLineEnd)
{
    auto mixed = admission();
    mixed[mixed.find('\r')] = '\n';
    auto unended = admission();
    unended.pop_back();
    for (const auto& bytes : {admission(), with(admission(), "\n"), with(admission(), "\r\n"), mixed, unended,
                              "\xEF\xBB\xBF" + admission(), "\x0B" + admission() + "\x1C\r"}) {
        const auto item = readOne(bytes);
        EXPECT_EQ("MRN-7", item.patient.person.mrn);
        ASSERT_TRUE(item.visit);
        EXPECT_EQ("V-1", item.visit->number.value);
        EXPECT_EQ("", item.record);
    }
}

TEST(Hl7MessageTest, TakesWideTextByItsMark)
{
    std::string wide = "\xFF\xFE";
    for (const char c : admission()) wide += {c, '\0'};
    EXPECT_EQ("Quill", readOne(wide).patient.person.lastName);
}

TEST(Hl7MessageTest, TakesTheSeparatorsOfItsHeader)
{
    const auto item = readOne("MSH@!%$*@APP@CLINIC@CW@CW@20250318103000@@ADT!A01@C1@P@2.5\r"
                              "PID@1@@MRN-7!!!CLINIC*1.2.3*ISO!MR%55!!!SSA!SS@@Quill!Ada$T$Lee@@19610412@F\r"
                              "PV1@1@I@@@@@@@@@@@@@@@@@V-1\r");
    EXPECT_EQ("MRN-7", item.patient.person.mrn);
    EXPECT_EQ("Ada*Lee", item.patient.person.firstName);
    ASSERT_EQ(2U, item.patient.identifiers.size());
    EXPECT_EQ((Identifier{"SSA", "55", "SS"}), item.patient.identifiers[1]);
    EXPECT_EQ("V-1", item.visit->number.value);
}

TEST(Hl7MessageTest, TakesTheTruncationCharacter)
{
    auto bytes = admission();
    bytes.replace(bytes.find("^~\\&"), 4, "^~\\&#");
    EXPECT_EQ("MRN-7", readOne(bytes).patient.person.mrn);
}

TEST(Hl7MessageTest, UndoesEscapes)
{
    const hl7::Delimiters usual{'|', '^', '~', '\\', '&', '#'};
    const std::vector<std::pair<std::string, std::string>> cases = {
        {R"(a\F\b\S\c\T\d\R\e\E\f\P\g)", "a|b^c&d~e\\f#g"},
        {R"(one\.br\two\.sp2\three\.sk 3\four)", "one\ntwo\n\nthree   four"},
        {R"(\H\bold\N\ plain\.in+4\\.ce\mid)", "bold plain\nmid"},
        {R"(end\X21\ \X0D\line\X0D0A\more)", "end! \nline\nmore"},
        {R"(caf\XE9\ caf\XC3A9\)", "caf\xC3\xA9 caf\xC3\xA9"},
        {R"(kept \Z99\ \Cxxyy\ \XG1\ \X1\)", R"(kept \Z99\ \Cxxyy\ \XG1\ \X1\)"},
        {R"(C:\temp and \F)", R"(C:\temp and \F)"},
        {R"(\\.br\)", "\\\n"},
        {"", ""}};
    for (const auto& [text, expected] : cases) EXPECT_EQ(expected, hl7::unescape(text, usual)) << text;
}

TEST(Hl7MessageTest, TakesNullAsNothing)
{
    const auto item = readOne(admission("PID|1||MRN-7^^^CLINIC^MR||Quill^Ada^\"\"||\"\"|\"\"|||\"\""));
    EXPECT_EQ("", item.patient.person.middleName);
    EXPECT_FALSE(item.patient.person.birthDate);
    EXPECT_FALSE(item.patient.person.sex);
    EXPECT_TRUE(item.patient.person.address.isEmpty());
}

TEST(Hl7MessageTest, DecodesByMsh18AndNotesWhatDoesNotFit)
{
    struct Case {
        std::string set;
        std::string sent;
        std::string note;  ///< Empty: none.
    };
    const std::string wanted = "Ren\xC3\xA9";
    for (const auto& [set, sent, note] : std::vector<Case>{
             {"UNICODE UTF-8", wanted, ""},
             {"8859/1", "Ren\xE9", ""},
             {"8859/15", "Ren\xE9", ""},
             {"8859/1~ISO IR87", "Ren\xE9", ""},
             {"8859/1", wanted, "message 1: the text is UTF-8, which MSH-18 does not say"},
             {"UNICODE UTF-8", "Ren\xE9",
              "message 1: the text is not in the character set of MSH-18; read as Windows-1252"},
             {"", "Ren\xE9", "message 1: the text is not in the character set of MSH-18; read as Windows-1252"},
             {"ISO IR 999", wanted, "message 1: MSH-18 names a character set that is not read"}}) {
        const auto file =
            readHl7(hl7({msh("ADT^A01", set), "PID|1||MRN-7^^^CLINIC^MR||Quill^" + sent + "||19610412|F", pv1}));
        ASSERT_TRUE(file) << outcome(file);
        EXPECT_EQ(wanted, file->items.front().patient.person.firstName) << set;
        if (note.empty())
            EXPECT_THAT(file->notes, IsEmpty()) << set;
        else
            EXPECT_THAT(file->notes, Contains(note)) << set;
    }
}

TEST(Hl7MessageTest, JudgesTheCharactersOfEachSegmentByItself)
{
    const auto file =
        readHl7(hl7({msh("ADT^A40"), "PID|1||M1||Ren\xE9", "MRG|M2", "PID|2||M3||Ren\xC3\xA9", "MRG|M4"}));
    ASSERT_TRUE(file) << outcome(file);
    for (const auto& item : file->items) {
        EXPECT_EQ("Ren\xC3\xA9", item.patient.person.lastName);
        EXPECT_EQ("Ren\xC3\xA9", readOne(item.bytes).patient.person.lastName);
    }
}

TEST(Hl7MessageTest, StaysFastOnHugeMessages)
{
    std::string results = hl7({msh("ORU^R01"), testPatient, "OBR|1||F1|A^Panel"});
    for (int i = 0; i < 10'000; ++i)
        results += "OBX|1|CWE|" + std::to_string(i) + "^T^L||" + std::to_string(i) + "^V^L\r";
    EXPECT_EQ(1U, readOne(results).documents.size());
    std::string notes = hl7({msh("ORU^R01"), testPatient});
    for (int i = 0; i < 10'000; ++i) notes += "NTE|1||a comment that is repeated with each order\r";
    for (int i = 0; i < 300; ++i) notes += "OBR|1||F" + std::to_string(i) + "|A^Panel\r";
    const auto orders = readHl7(notes);
    ASSERT_TRUE(orders) << outcome(orders);
    EXPECT_THAT(orders->notes, Contains("message 1: segments before the first order beyond 64 KB were passed over"));
    std::string identifiers = "PID|1||";
    for (int i = 0; i < 50'000; ++i) identifiers += std::to_string(i) + "~";
    EXPECT_EQ(100U, readOne(hl7({msh("ADT^A08"), identifiers})).patient.identifiers.size());
    std::string many = msh("ORU^R01") + "\r";
    for (int i = 0; i < 1'001; ++i) many += "OBR|1\r";
    EXPECT_THAT(outcome(readHl7(many)), HasSubstr("IMPORT-288"));
    many = msh("ORU^R01") + "\r";
    for (int i = 0; i < 1'001; ++i) many += "PID|1\r";
    EXPECT_THAT(outcome(readHl7(many)), HasSubstr("IMPORT-290"));
}

TEST(Hl7MessageTest, GoesOnWithTheLineBeforeWhereNoSegmentBegins)
{
    const auto bytes = hl7({msh("ORU^R01"), testPatient, "OBR|1||F1|X^Chest|||20250318"}) +
                       "OBX|1|TX|R^Report||First line\nsecond line\n\nafter a gap||||||F\r";
    const auto file = readHl7(bytes);
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_THAT(file->items.front().documents.front().document.rendition.text,
                HasSubstr("First line\nsecond line\n\nafter a gap"));
    EXPECT_THAT(file->notes, Contains("message 1, line 5: a line that begins with no segment id was taken as going on "
                                      "with the line before"));
}

TEST(Hl7MessageTest, PartsSegmentsThatStandOnOneLine)
{
    auto bytes = admission();
    for (auto at = bytes.find("\rPID"); at != std::string::npos; at = std::string::npos) bytes.replace(at, 1, "| ");
    const auto file = readHl7(bytes);
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("MRN-7", file->items.front().patient.person.mrn);
    EXPECT_THAT(file->notes, Contains(HasSubstr("several segments on one line were parted")));
}

TEST(Hl7MessageTest, ReadsBatchesAndChecksTheirCounts)
{
    const auto batch = [](const std::string& count, const std::string& batches) {
        return "FHS|^~\\&|A\rBHS|^~\\&|A\r" + admission() + admission() + "BTS|" + count + "\rFTS|" + batches + "\r";
    };
    const auto right = readHl7(batch("2", "1"));
    ASSERT_TRUE(right) << outcome(right);
    EXPECT_EQ("HL7 v2, 2 messages", right->kind);
    EXPECT_THAT(right->notes, IsEmpty());
    EXPECT_EQ("message 2", right->items[1].record);

    const auto wrong = readHl7(batch("3", "2"));
    ASSERT_TRUE(wrong) << outcome(wrong);
    EXPECT_EQ(2U, wrong->items.size());
    EXPECT_THAT(wrong->notes, testing::ElementsAre("line 11: BTS-1 counts messages: 3; found 2",
                                                   "line 12: FTS-1 counts batches: 2; found 1"));

    const auto cut = readHl7("BHS|^~\\&|A\r" + admission());
    ASSERT_TRUE(cut) << outcome(cut);
    EXPECT_THAT(cut->notes, Contains("the batch has no BTS segment at its end: the file may be cut off"));
}

TEST(Hl7MessageTest, ABadMessageNeverTakesTheOthersWithIt)
{
    const auto file = readHl7(admission() + "MSH|^~\r" + "PID|1||MRN-9\r" + admission() + "BTS|3\rPID|1||MRN-8\r" +
                              hl7({msh("ADT^A02"), testPatient}));
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(2U, file->items.size());
    EXPECT_EQ("message 3", file->items[1].record);
    ASSERT_EQ(3U, file->refused.size());
    EXPECT_EQ("line 12", file->refused[0].record);
    EXPECT_EQ("segment PID stands outside any message; expected MSH", file->refused[0].reason);
    EXPECT_EQ("message 2, segment 1 (MSH), line 5", file->refused[1].record);
    EXPECT_EQ("the header is cut off", file->refused[1].reason);
    EXPECT_EQ("message 4, line 13", file->refused[2].record);
    EXPECT_THAT(file->refused[2].reason, HasSubstr("ADT A02 is not used; used are ADT A01"));
}

TEST(Hl7MessageTest, RefusesWhatIsNoMessage)
{
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "IMPORT-270: in.hl7: the file is empty"},
        {"\r\n \r\n", "IMPORT-270: in.hl7: the file is empty"},
        {"EVN|A01|2025\rPID|1||MRN-7\r", "IMPORT-271: in.hl7: line 1: segment EVN stands outside any message"},
        {"Dear colleague,\rthank you", "IMPORT-271: in.hl7: line 1: text stands outside any message; expected MSH"},
        {"FHS|^~\\&|A\rBHS|^~\\&|A\rBTS|0\rFTS|1\r", "IMPORT-271: in.hl7: no message in it"},
        {"MSH", "IMPORT-273: in.hl7: message 1, segment 1 (MSH), line 1: the header is cut off"},
        {"MSH|^~\\&|" + std::string(5000, 'x'),
         "IMPORT-273: in.hl7: message 1, segment 1 (MSH), line 1: the header is longer"},
        {"MSH\"^~\\&\"APP\"CLINIC", "IMPORT-274: in.hl7: message 1, segment 1 (MSH), line 1: MSH-1"},
        {"MSH|^~|APP|CLINIC|X", "IMPORT-275: in.hl7: message 1, segment 1 (MSH), line 1: MSH-2"},
        {"MSH|^^\\&|APP|CLINIC|X", "IMPORT-275: in.hl7"},
        {"MSH|ABCD|APP|CLINIC|X", "IMPORT-275: in.hl7"},
        {"\r\rMSH|^~\\&|APP|CLINIC|X|Y|2025|||C1|P|2.5",
         "IMPORT-276: in.hl7: message 1, segment 1 (MSH), line 3: MSH-9"},
        {hl7({msh("SIU^S12"), testPatient}), "IMPORT-279: in.hl7: message 1, line 1: SIU S12 is not used; used are"},
        {hl7({msh("ACK")}), "IMPORT-279: in.hl7: message 1, line 1: ACK is not used; used are"},
        {hl7({msh("Quill^Ada")}), "IMPORT-279: in.hl7: message 1, line 1: a message of this type is not used"},
        {hl7({msh("ADT^A01"), pv1}),
         "IMPORT-280: in.hl7: message 1: ADT A01 names no patient; expected a segment PID"}};
    for (const auto& [bytes, expected] : cases) EXPECT_THAT(outcome(readHl7(bytes)), HasSubstr(expected)) << bytes;
}

TEST(Hl7MessageTest, KeepsPatientsOfOneMessageApart)
{
    const auto file =
        readHl7(hl7({msh("ORU^R01"), testPatient, "OBR|1||F1|GLU^Glucose", "OBX|1|NM|GLU^Glucose||99",
                     "PID|2||MRN-8^^^CLINIC^MR||Other^Person", "OBR|1||F2|K^Potassium", "OBX|1|NM|K^Potassium||4.1"}));
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(2U, file->items.size());
    EXPECT_EQ("message 1, patient 2", file->items[1].record);
    EXPECT_EQ("MRN-8", file->items[1].patient.person.mrn);
    EXPECT_EQ(std::string::npos, file->items[1].bytes.find("MRN-7"));
    EXPECT_EQ("Potassium", readOne(file->items[1].bytes).documents.front().document.title);
}

TEST(Hl7MessageTest, BytesOfAnItemGiveTheItemAgain)
{
    const auto file = readHl7("FHS|^~\\&|A\n" + with(admission(), "\n") +
                              hl7({msh("ORU^R01", "8859/1"), testPatient, "OBR|1||F1|X^Chest",
                                   "OBX|1|TX|R^Report||Caf\xE9\nand more||||||F"}) +
                              "FTS|1\n");
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(2U, file->items.size());
    for (const auto& item : file->items) {
        const auto again = readOne(item.bytes);
        EXPECT_EQ(item.bytes, again.bytes);
        EXPECT_EQ(item.kind, again.kind);
        EXPECT_EQ(item.patient.identifiers, again.patient.identifiers);
        EXPECT_EQ(item.patient.person, again.patient.person);
        ASSERT_EQ(item.documents.size(), again.documents.size());
        for (std::size_t i = 0; i < item.documents.size(); ++i) {
            EXPECT_EQ(item.documents[i].document.rendition, again.documents[i].document.rendition);
            EXPECT_EQ(item.documents[i].document.bytes, again.documents[i].document.bytes);
            EXPECT_EQ(item.documents[i].codes, again.documents[i].codes);
        }
    }
}

TEST(Hl7MessageTest, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    CountingIdSource ids;
    const auto bytes = admission();
    const IncomingOptions options;
    const Progress progress({}, stop.get_token());
    EXPECT_THAT(outcome(readHl7File({bytes, "in.hl7", options, ids, progress})), HasSubstr("IMPORT-272"));
}

}  // namespace
}  // namespace cw
