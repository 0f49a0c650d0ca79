#include "tests/import/documents/reader_fixture.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

using namespace std::string_literals;

TEST(Base64, IsDecoded)
{
    EXPECT_EQ("", *decodeBase64("", "r"));
    EXPECT_EQ("M", *decodeBase64("TQ==", "r"));
    EXPECT_EQ("Ma", *decodeBase64("TWE=", "r"));
    EXPECT_EQ("Ma", *decodeBase64("TWE", "r"));
    EXPECT_EQ("Man\0\xFF"s, *decodeBase64(" TW\r\nFu AP\t8=\n", "r"));
}

TEST(Base64, SaysWhatIsWrong)
{
    const std::string begin = "IMPORT-202: OBX 3: the embedded document is not base64: ";
    EXPECT_EQ(begin + "character 3 is none of its letters", test::outcome(decodeBase64("TW!u", "OBX 3")));
    EXPECT_EQ(begin + "it is cut off", test::outcome(decodeBase64("TWFuT", "OBX 3")));
    EXPECT_EQ(begin + "it goes on after its padding", test::outcome(decodeBase64("TQ==TWFu", "OBX 3")));
}

struct EncodingCase {
    std::string bytes;
    const char* declared;
    std::string expected;
};

class TextEncoding : public testing::TestWithParam<EncodingCase> {};

TEST_P(TextEncoding, BecomesUtf8)
{
    const auto text = toUtf8(GetParam().bytes, GetParam().declared, "r");
    ASSERT_TRUE(text) << test::outcome(text);
    EXPECT_EQ(GetParam().expected, *text);
}

INSTANTIATE_TEST_SUITE_P(
    Encodings, TextEncoding,
    testing::Values(
        EncodingCase{"abc", "", "abc"}, EncodingCase{"\xEF\xBB\xBF\xC3\xA9", "iso-8859-1", "\xC3\xA9"},
        EncodingCase{"\x93q\x94", "", "\xE2\x80\x9Cq\xE2\x80\x9D"}, EncodingCase{"\xE9", "8859/1", "\xC3\xA9"},
        EncodingCase{"\xA4", "8859/15", "\xE2\x82\xAC"}, EncodingCase{"\xE8", "ISO-8859-2", "\xC4\x8D"},
        EncodingCase{"\xC3\xA9 \xE9", "UTF-8", "\xC3\xA9 \xC3\xA9"},
        EncodingCase{"\xC3\xA9", "UNICODE UTF-8", "\xC3\xA9"}, EncodingCase{"\xC3\xA9", "ASCII", "\xC3\xA9"},
        EncodingCase{"abc", "UTF-16", "abc"}, EncodingCase{"\xFE\xFF\0a\xD8\x3D\xDE\0"s, "", "a\xF0\x9F\x98\x80"},
        EncodingCase{"\xFF\xFE\x3D\xD8x\0"s, "", "\xEF\xBF\xBDx"},
        EncodingCase{"\0\0\xFE\xFF\0\x01\xF6\0"s, "", "\xF0\x9F\x98\x80"}, EncodingCase{"\xC6", "cp1251", "\xD0\x96"}));

TEST(TextEncodings, AreRefusedWhenNotKnown)
{
    EXPECT_EQ("IMPORT-203", toUtf8("x", "ISO-2022-JP", "r").error().id);
    EXPECT_EQ("IMPORT-203", toUtf8("x", "../../tmp/evil", "r").error().id);
}

TEST(CodeSystems, AreKnownByAnyOfTheirNames)
{
    for (const auto& [identifier, name] :
         std::vector<std::pair<std::string, std::string>>{{"2.16.840.1.113883.6.90", "icd10cm"},
                                                          {"urn:oid:2.16.840.1.113883.6.4", "icd10pcs"},
                                                          {"http://hl7.org/fhir/sid/icd-10-cm", "icd10cm"},
                                                          {"I10C", "icd10cm"},
                                                          {"i9", "icd9cm"},
                                                          {"C4", "cpt"},
                                                          {"2.16.840.1.113883.6.285", "hcpcs"},
                                                          {"2.16.840.1.113883.6.13", "cdt"},
                                                          {"http://snomed.info/sct", "snomed"},
                                                          {"SCT", "snomed"},
                                                          {" LN ", "loinc"},
                                                          {"http://www.nlm.nih.gov/research/umls/rxnorm", "rxnorm"},
                                                          {"2.16.840.1.113883.12.292", "cvx"},
                                                          {"NDC", "ndc"},
                                                          {"2.16.840.1.113883.3.88", "2.16.840.1.113883.3.88"},
                                                          {"L", "L"}})
        EXPECT_EQ(name, codeSystemOf(identifier)) << identifier;
}

TEST(DocumentTypeOf, ReadsCodesThenWords)
{
    EXPECT_EQ(DocumentType::dischargeSummary, documentTypeOf("18842-5", "Progress note"));
    EXPECT_EQ(DocumentType::consultNote, documentTypeOf("11488-4", ""));
    EXPECT_EQ(DocumentType::operativeReport, documentTypeOf("OP", ""));
    for (const auto& [title, type] :
         std::vector<std::pair<std::string, DocumentType>>{{"progress_note_3", DocumentType::progressNote},
                                                           {"Operative Note", DocumentType::operativeReport},
                                                           {"ADMISSION H&P", DocumentType::historyAndPhysical},
                                                           {"History and Physical", DocumentType::historyAndPhysical},
                                                           {"discharge-summary", DocumentType::dischargeSummary},
                                                           {"lab_2025-01-03", DocumentType::labReport},
                                                           {"Labor and delivery", DocumentType::other},
                                                           {"collaboration", DocumentType::other},
                                                           {"Laboratory report", DocumentType::labReport},
                                                           {"CT abdomen", DocumentType::imagingReport},
                                                           {"chest x-ray", DocumentType::imagingReport},
                                                           {"Doctor's letter", DocumentType::other},
                                                           {"medication list", DocumentType::prescription},
                                                           {"Surgical pathology", DocumentType::pathologyReport},
                                                           {"Consultation note", DocumentType::consultNote},
                                                           {"", DocumentType::other}})
        EXPECT_EQ(type, documentTypeOf("", title)) << title;
}

}  // namespace
}  // namespace cw
