#include "base/file.h"
#include "tests/import/documents/hl7_fixture.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace cw {
namespace {

using test::blocksOf;
using test::outcome;
using testing::Contains;
using testing::HasSubstr;

const std::string folder = "documents/hl7v2/";

#define CW_MATERIAL_OR_SKIP(variable)                                                                                  \
    const auto variable = test::sharedFile(folder);                                                                    \
    if (!variable) GTEST_SKIP() << "shared folder not found: " << folder

Result<IncomingFile> readMaterial(const std::filesystem::path& path)
{
    auto bytes = readFile(path);
    if (!bytes) return bytes.error();
    CountingIdSource ids;
    const IncomingOptions options;
    const auto name = path.filename().string();
    return readHl7File({*bytes, name, options, ids, Progress()});
}

std::vector<std::filesystem::path> allFiles(const std::filesystem::path& root)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

TEST(Hl7MaterialTest, EveryFileIsUsedOrRefusedForAReason)
{
    CW_MATERIAL_OR_SKIP(root);
    std::map<std::string, int> counts;
    for (const auto& path : allFiles(*root)) {
        const auto file = readMaterial(path);
        ++counts["files"];
        if (!file) {
            ++counts[std::string(file.error().id)];
            EXPECT_EQ(ErrorKind::invalidInput, file.error().kind) << path;
            EXPECT_THAT(file.error().detail, HasSubstr(path.filename().string() + ": "));
            continue;
        }
        counts["refused within"] += static_cast<int>(file->refused.size());
        for (const auto& item : file->items) {
            static constexpr const char* names[] = {"document", "admit", "update", "merge", "charges"};
            ++counts[names[static_cast<std::size_t>(item.kind)]];
            counts["documents"] += static_cast<int>(item.documents.size());
        }
    }
    const std::map<std::string, int> expected = {
        {"files", 152},     {"admit", 35},      {"update", 7},         {"merge", 2},      {"charges", 4},
        {"document", 72},   {"documents", 108}, {"refused within", 1}, {"IMPORT-271", 1},  // No MSH.
        {"IMPORT-275", 1},                                                                 // Encoding characters.
        {"IMPORT-276", 1},                                                                 // No message type.
        {"IMPORT-279", 50},                                                                // Kinds that are not used.
        {"IMPORT-281", 2},                                                                 // ORU without a report.
        {"IMPORT-283", 2},  // MDM that only tells of a document.
    };
    EXPECT_EQ(expected, counts);
}

TEST(Hl7MaterialTest, BytesOfEveryItemGiveItAgain)
{
    CW_MATERIAL_OR_SKIP(root);
    for (const auto& path : allFiles(*root)) {
        const auto file = readMaterial(path);
        if (!file) continue;
        for (const auto& item : file->items) {
            const auto again = test::readOne(item.bytes);
            EXPECT_EQ(item.bytes, again.bytes) << path;
            EXPECT_EQ(item.kind, again.kind) << path;
            EXPECT_EQ(item.patient.person, again.patient.person) << path;
            EXPECT_EQ(item.codes, again.codes) << path;
            ASSERT_EQ(item.documents.size(), again.documents.size()) << path;
            for (std::size_t i = 0; i < item.documents.size(); ++i) {
                EXPECT_EQ(item.documents[i].document.rendition, again.documents[i].document.rendition) << path;
                EXPECT_EQ(item.documents[i].document.sourceKey, again.documents[i].document.sourceKey) << path;
                EXPECT_EQ(item.documents[i].document.bytes, again.documents[i].document.bytes) << path;
            }
        }
    }
}

TEST(Hl7MaterialTest, BatchOfTwentyReports)
{
    CW_MATERIAL_OR_SKIP(root);
    const auto file = readMaterial(*root / "cdc_reportstream/test-0001-input-covid-19.hl7");
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("HL7 v2, 20 messages", file->kind);
    EXPECT_EQ(20U, file->items.size());
    EXPECT_EQ("message 20", file->items.back().record);
    EXPECT_THAT(file->notes, Contains("line 343: BTS-1 counts messages: 25; found 20"));
    for (const auto& item : file->items) {
        EXPECT_NE("", item.patient.person.mrn);
        ASSERT_EQ(1U, item.documents.size());
        EXPECT_EQ(DocumentType::labReport, item.documents[0].document.type);
    }
}

TEST(Hl7MaterialTest, LineEndsOfAllKinds)
{
    CW_MATERIAL_OR_SKIP(root);
    for (const auto* name : {"crlf-line-endings", "lf-line-endings", "mixed-line-endings", "no-trailing-newline"}) {
        const auto file =
            readMaterial(*root / "edge_and_vendor_shapes" / (std::string("edge-cases__") + name + ".hl7"));
        ASSERT_TRUE(file) << outcome(file);
        EXPECT_THAT(file->items.at(0).patient.person.mrn, testing::StartsWith("MRN-")) << name;
        EXPECT_EQ("Doe", file->items[0].patient.person.lastName);
    }
    for (const auto* name : {"ORU-multiline-short.hl7", "ORU-multiline-short-mixed.hl7"}) {
        const auto file = readMaterial(*root / "linuxforhealth" / name);
        ASSERT_TRUE(file) << outcome(file);
        EXPECT_THAT(file->items.at(0).documents.at(0).document.rendition.text,
                    HasSubstr("[PII] Emergency Department\nED Encounter Arrival Date:"));
    }
}

TEST(Hl7MaterialTest, MalformedFilesSayWhatIsWrong)
{
    CW_MATERIAL_OR_SKIP(root);
    const auto shapes = *root / "edge_and_vendor_shapes";
    EXPECT_THAT(outcome(readMaterial(shapes / "malformed__no-msh-segment.hl7")),
                HasSubstr("line 1: segment EVN stands outside any message; expected MSH"));
    EXPECT_THAT(outcome(readMaterial(shapes / "malformed__invalid-encoding-characters.hl7")),
                HasSubstr("message 1, segment 1 (MSH), line 1: MSH-2 must hold"));
    EXPECT_THAT(outcome(readMaterial(shapes / "vendor-quirks__missing-required-field.hl7")),
                HasSubstr("MSH-9 names no"));
    const auto stream = readMaterial(shapes / "stream__malformed-mid-stream.hl7");
    ASSERT_TRUE(stream) << outcome(stream);
    EXPECT_EQ(2U, stream->items.size());
    ASSERT_EQ(1U, stream->refused.size());
    EXPECT_EQ("message 2, segment 1 (MSH), line 5", stream->refused[0].record);
}

TEST(Hl7MaterialTest, CharactersAndEscapes)
{
    CW_MATERIAL_OR_SKIP(root);
    const auto shapes = *root / "edge_and_vendor_shapes";
    const auto names = readMaterial(shapes / "charset__utf8-name.hl7");
    ASSERT_TRUE(names) << outcome(names);
    EXPECT_EQ("Ren\xC3\xA9"
              "e",
              names->items.at(0).patient.person.firstName);
    const auto embedded = readMaterial(shapes / "edge-cases__embedded-delimiters.hl7");
    ASSERT_TRUE(embedded) << outcome(embedded);
    EXPECT_EQ("Smith|Jones", embedded->items.at(0).patient.person.lastName);
    const auto unknown = readMaterial(shapes / "edge-cases__unknown-escapes.hl7");
    ASSERT_TRUE(unknown) << outcome(unknown);
    EXPECT_THAT(unknown->items.at(0).documents.at(0).document.rendition.text,
                HasSubstr("Some text with \\Z99\\ embedded"));
    const auto charset = readMaterial(shapes / "vendor-quirks__unknown-charset.hl7");
    ASSERT_TRUE(charset) << outcome(charset);
    EXPECT_THAT(charset->notes, Contains("message 1: MSH-18 names a character set that is not read"));
}

TEST(Hl7MaterialTest, PrintedMessagesWithManySegmentsOnALine)
{
    CW_MATERIAL_OR_SKIP(root);
    const auto file = readMaterial(*root / "vendor_samples/healthcare-it-systems__adt-example.hl7");
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("10006579", file->items.at(0).patient.person.mrn);
    EXPECT_EQ("71596", file->items[0].codes.at(0).code);
    EXPECT_THAT(file->notes, Contains("message 1, line 1: several segments on one line were parted"));
    const auto wrapped = readMaterial(*root / "vendor_samples/remote-operations__mdm-example.hl7");
    ASSERT_TRUE(wrapped) << outcome(wrapped);
    EXPECT_THAT(blocksOf(wrapped->items.at(0).documents.at(0).document.rendition), Contains("P CHEST, PORTABLE"));
}

TEST(Hl7MaterialTest, ChargesWithCodesOfEverySystem)
{
    CW_MATERIAL_OR_SKIP(root);
    const auto file = readMaterial(*root / "fhir_converter/DFT-P03-01.hl7");
    ASSERT_TRUE(file) << outcome(file);
    const auto& item = file->items.at(0);
    EXPECT_EQ(IncomingKind::charges, item.kind);
    ASSERT_EQ(2U, item.charges.size());
    EXPECT_EQ("71045", item.charges[0].line.code.text);
    EXPECT_EQ(Quantity::whole(2), item.charges[0].line.units);
    EXPECT_EQ(Money::cents(10000), item.charges[0].line.charge);
    std::vector<std::string> codes;
    for (const auto& code : item.codes) codes.push_back(code.system + " " + code.code);
    EXPECT_THAT(codes, testing::IsSupersetOf({"cpt 71045", "icd9cm 626.2", "snomed 29857009", "ndc 0182-1061-05"}));
}

TEST(Hl7MaterialTest, EmbeddedAndReferredDocuments)
{
    CW_MATERIAL_OR_SKIP(root);
    const auto slides = readMaterial(*root / "fhir_converter/OUL-R22-01.hl7");
    ASSERT_TRUE(slides) << outcome(slides);
    EXPECT_EQ(5U, slides->items.at(0).documents.size());
    EXPECT_THAT(slides->notes, Contains(HasSubstr("the reference pointer (RP) was not followed")));
    const auto empty = readMaterial(*root / "fhir_converter/MDM-T02-01.hl7");
    ASSERT_TRUE(empty) << outcome(empty);
    EXPECT_THAT(empty->notes, Contains("message 1, segment 13 (OBX): the embedded document has no data"));
    EXPECT_EQ(1U, empty->items.at(0).documents.size());
}

TEST(Hl7MaterialTest, MergesOldAndNew)
{
    CW_MATERIAL_OR_SKIP(root);
    for (const auto& [name, prior] : {std::pair("canonical__adt-a18-merge-deprecated.hl7", "MRN99006"),
                                      std::pair("canonical__adt-a34-merge.hl7", "MRN99004")}) {
        const auto file = readMaterial(*root / "edge_and_vendor_shapes" / name);
        ASSERT_TRUE(file) << outcome(file);
        ASSERT_TRUE(file->items.at(0).mergedFrom);
        EXPECT_EQ((Identifier{"HOSP", prior, "MR"}), *file->items[0].mergedFrom);
    }
}

}  // namespace
}  // namespace cw
