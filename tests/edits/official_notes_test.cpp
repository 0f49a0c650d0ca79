#include "edits/notes/note_table.h"
#include "import/reference_file.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace cw::edits {
namespace {

/// The official Tabular List of 2021, read once; none when the shared folder is absent.
const Tabular* official()
{
    static const auto tabular = []() -> std::optional<Tabular> {
        const char* shared = std::getenv("CHARTWRIGHT_SHARED");
        const auto root =
            shared ? std::filesystem::path(shared) : std::filesystem::path(CW_SOURCE_DIR).parent_path() / "shared";
        const auto file = root / "reference/icd10cm_xml/icd10cm_tabular_2021.xml.xz";
        if (!std::filesystem::exists(file)) return std::nullopt;
        auto parsed = parseReferenceFile(file, {}, Progress());
        if (!parsed || parsed->lists.empty()) return std::nullopt;
        return std::get<Tabular>(std::move(parsed->lists.front().content));
    }();
    return tabular ? &*tabular : nullptr;
}

const NoteTable& table()
{
    static const NoteTable table(*official(), "January 2021");
    return table;
}

/// "(" and behind it, before ")", what looks like a code.
bool hasCodeInParentheses(std::string_view text)
{
    int depth = 0;
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        if (text[at] == '(') ++depth;
        if (text[at] == ')') --depth;
        const auto isDigit = [&](std::size_t place) { return text[place] >= '0' && text[place] <= '9'; };
        const bool begins =
            text[at] >= 'A' && text[at] <= 'Z' && (at == 0 || text[at - 1] == '(' || text[at - 1] == ' ');
        if (depth > 0 && begins && isDigit(at + 1) && isDigit(at + 2)) return true;
    }
    return false;
}

class OfficialNotesTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!official()) GTEST_SKIP() << "the Tabular List of 2021 is not there";
    }
};

constexpr NoteKind kinds[] = {NoteKind::excludes1, NoteKind::excludes2, NoteKind::codeFirst, NoteKind::useAdditional,
                              NoteKind::codeAlso};

TEST_F(OfficialNotesTest, NoNoteWithCodesInParenthesesIsLeftUnread)
{
    int notes = 0;
    std::string unread;
    for (const auto& node : official()->nodes) {
        if (node.level != TabularLevel::code) continue;
        for (const auto kind : kinds) {
            for (const auto& held : table().notesOf(node.name, kind)) {
                if (!held.isOwn || !hasCodeInParentheses(held.note->text)) continue;
                ++notes;
                if (held.note->codes.isEmpty()) unread += held.note->place + ": " + held.note->text + "\n";
            }
        }
    }
    EXPECT_GT(notes, 7'500);
    EXPECT_EQ("", unread);
    RecordProperty("notesWithCodes", notes);
}

TEST_F(OfficialNotesTest, BuildsQuickly)
{
    const auto start = std::chrono::steady_clock::now();
    const NoteTable built(*official(), "January 2021");
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    EXPECT_EQ("E119", built.listed("E119"));
    EXPECT_LT(took.count(), 2'000.0);  // Under 80 ms in a release build where nothing else runs.
    RecordProperty("milliseconds", std::to_string(took.count()));
}

bool names(std::string_view code, NoteKind kind, std::string_view other)
{
    for (const auto& held : table().notesOf(code, kind))
        if (held.note->names(other)) return true;
    return false;
}

TEST_F(OfficialNotesTest, NotesThatCodersKnow)
{
    EXPECT_TRUE(names("E119", NoteKind::excludes1, "E109"));
    EXPECT_TRUE(names("Z794", NoteKind::excludes1, "Z7984"));
    EXPECT_TRUE(names("G590", NoteKind::excludes1, "E1141"));
    EXPECT_FALSE(names("G590", NoteKind::excludes1, "E1142"));
    EXPECT_TRUE(names("N186", NoteKind::useAdditional, "Z992"));
    EXPECT_TRUE(names("D631", NoteKind::codeFirst, "N1830"));
    EXPECT_TRUE(names("F0280", NoteKind::codeFirst, "G309"));
    EXPECT_TRUE(names("L97411", NoteKind::codeFirst, "E11621"));
    EXPECT_TRUE(names("S51811A", NoteKind::excludes1, "S52501B"));
    EXPECT_FALSE(names("S51811A", NoteKind::excludes1, "S52501A"));
    EXPECT_TRUE(names("T391X5A", NoteKind::codeFirst, "K2970"));
    EXPECT_FALSE(names("T391X1A", NoteKind::codeFirst, "K2970"));
    EXPECT_TRUE(names("I10", NoteKind::excludes1, "P292"));   // From block I10-I16.
    EXPECT_TRUE(names("E119", NoteKind::excludes1, "P700"));  // From chapter 4.
}

TEST_F(OfficialNotesTest, SeventhCharactersOfKnownCodes)
{
    const auto* hip = table().seventhCharacters("S72001");
    ASSERT_NE(nullptr, hip);
    EXPECT_EQ(16U, hip->size());
    EXPECT_EQ("S72001", table().listed("S72001A"));
    EXPECT_EQ("W2189", table().listed("W2189XA"));
    EXPECT_EQ("H211X1", table().listed("H211X1"));
    EXPECT_EQ("", table().listed("E119XXA"));
    EXPECT_TRUE(table().forbidsSeventh("S061X7D"));
    EXPECT_FALSE(table().forbidsSeventh("S061X7A"));
    EXPECT_EQ(nullptr, table().seventhCharacters("E119"));
}

}  // namespace
}  // namespace cw::edits
