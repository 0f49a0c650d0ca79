#include "edits/notes/note_table.h"

#include "edits/notes/code_mentions.h"
#include "edits/notes/note_words.h"

#include <gtest/gtest.h>

namespace cw::edits {
namespace {

/// Chapter 4 > block E08-E13 > codes, each with the notes given; parents by prefix.
class TabularText {
public:
    TabularText()
    {
        m_tabular.nodes.push_back({TabularLevel::chapter, "4", "Chapter", -1, {}, {}});
        m_tabular.nodes.push_back({TabularLevel::block, "E08-E13", "Block", 0, {}, {}});
    }
    TabularText& chapterNote(NoteKind kind, std::string text) { return note(0, kind, std::move(text)); }
    TabularText& blockNote(NoteKind kind, std::string text) { return note(1, kind, std::move(text)); }
    TabularText& blockName(std::string name)
    {
        m_tabular.nodes[1].name = std::move(name);
        return *this;
    }
    TabularText& code(std::string name, std::vector<CodeNote> notes = {}, std::vector<SeventhCharacter> sevenths = {})
    {
        std::int32_t parent = 1;
        for (std::size_t i = 2; i < m_tabular.nodes.size(); ++i)
            if (name.starts_with(m_tabular.nodes[i].name)) parent = static_cast<std::int32_t>(i);
        m_tabular.nodes.push_back(
            {TabularLevel::code, std::move(name), "Title", parent, std::move(notes), std::move(sevenths)});
        return *this;
    }
    NoteTable table() const { return {m_tabular, "January 2021"}; }

private:
    TabularText& note(std::size_t node, NoteKind kind, std::string text)
    {
        m_tabular.nodes[node].notes.push_back({kind, std::move(text)});
        return *this;
    }
    Tabular m_tabular;
};

const IsCategory anyCategory = [](std::string_view) { return true; };

std::string codesOf(std::string_view text, NoteKind kind = NoteKind::excludes1)
{
    const IsCategory real = [](std::string_view category) { return category != "B12" && category != "E12"; };
    return readNote(text, kind, real).codes.text();
}

struct Wording {
    const char* text;
    const char* codes;
};

TEST(NoteWordsTest, CodesAsNotesNameThem)
{
    const std::vector<Wording> wordings = {
        {"gestational diabetes (O24.4-)", "O24.4"},
        {"stage of chronic kidney disease (N18.1-N18.4, N18.9)", "N18.1-N18.4, N18.9"},
        {"varicose ulcer (I83.0-, I83.2-)", "I83.0, I83.2"},
        {"drug dependence (F10.- -F19.-)", "F10-F19"},
        {"rheumatic fever with heart involvement (I01.0 -I01.9)", "I01.0-I01.9"},
        {"head injury (S00.- to S09.-)", "S00-S09"},
        {"spondylosis (M47.0-M47.2.-)", "M47.0-M47.2"},
        {"pancreatitis (K85-K86.-)", "K85-K86"},
        {"disc disorders (M50.1.-, M51.1.-)", "M50.1, M51.1"},
        {"deep vein thrombosis (I82.62-. I82.72-)", "I82.62, I82.72"},
        {"anaphylaxis (due to) food (T78.0-) or drug (T88.6)", "T78.0, T88.6"},
        {"torticollis NOS M43.6", "M43.6"},
        {"malignant neoplasm of skin of nose C44.301, C44.311, C44.391)", "C44.301, C44.311, C44.391"},
        {"pneumoconiosis with tuberculosis, any type in A15 (J65)", "J65"},
        {"vitamin B12 deficiency (E53.8)", "E53.8"},
        {"vitamin B12 deficiency", ""},
        {"influenza A/H1N1", ""},
        {"leukemia (except C91.Z)", ""},
        {"neoplasm (C00-C96 except C44.-)", "C00-C96"},
        {"diabetic acidosis - see categories E08-E10, E13 with ketoacidosis", ""},
        {"contact with venomous amphibians (T63.81-R63.83)", "T63.81"},
        {"external cause (Chapter 20) or denture status (Z97.2)", "Z97.2, V00-Y99"},
    };
    for (const auto& one : wordings) EXPECT_EQ(one.codes, codesOf(one.text)) << one.text;
}

TEST(NoteWordsTest, CodesWithLaterCharacters)
{
    const std::vector<Wording> wordings = {
        {"diabetic mononeuropathy (E11-E13 with .41)", "E11.41, E13.41"},
        {"peripheral angiopathy (E08-E09 with .51-.52)", "E08.51, E09.51, E08.52, E09.52"},
        {"some of them (E09 with .58-.61)", "E09.58, E09.59, E09.60, E09.61"},
        {"nothing between them (E09 with .62-.51)", "E09.62, E09.51"},
        {"amnestic disorder (F10, F13 with .26, .96)", "F10.26, F13.26, F10.96, F13.96"},
        {"psychoactive drug use (F18-F19 with .15. .25)", "F18.15, F19.15, F18.25, F19.25"},
        {"liver disease (B27.0-B27.9 with .9)", "B27.?9-B27.?9"},
        {"polyneuropathy (B27.0-B27.9 with 1)", "B27.?1-B27.?1"},
        {"meningitis (B27.- with fourth character 2)", "B27.2"},
        {"whooping cough with pneumonia (A37 with fifth-character 1)", "A37.?1"},
        {"dysphagia following cerebrovascular disease (I69. with final characters -91)", "I69.?91"},
        {"hallucinations (F11-F19 with fifth to sixth characters 51)", "F11.?51-F19.?51"},
        {"adverse effect, to identify drug (T36-T50 with fifth or sixth character 5)",
         "T36.?5X-T50.?5X, T36.??5-T50.??5"},
        {"underdosing (T36-T50) with fifth or sixth character 6", "T36.?6X-T50.?6X, T36.??6-T50.??6"},
        {"poisoning due to salicylates (T39.0-, with sixth character 1-2 or 4)", "T39.0?1, T39.0?2, T39.0?4"},
        {"open fracture (S42.- with 7th character B or C)", "S42@BC"},
        {"open fracture of pelvis (S32.1--S32.9 with 7th character B)", "S32.1-S32.9@B"},
        {"open fracture (S52.- with open fracture 7th character)", "S52@BCEFHJMNQR"},
        {"leukemia in remission C91.0-C95.9 with 5th character 1", "C91.?1-C95.?1"},
        {"drug or toxin (T51-T65 with fifth or sixth character to indicate intent)", "T51-T65"},
    };
    for (const auto& one : wordings) EXPECT_EQ(one.codes, codesOf(one.text)) << one.text;
    const auto adverse = CodePatterns::of(codesOf("drug (T36-T50 with fifth or sixth character 5)"));
    EXPECT_TRUE(adverse.matches("T451X5A"));
    EXPECT_TRUE(adverse.matches("T3695XA"));
    EXPECT_FALSE(adverse.matches("T40411A"));  // The fifth character of a sixth does not count.
    EXPECT_FALSE(adverse.matches("T510X5A"));
}

TEST(NoteWordsTest, ConditionsExamplesAndExceptions)
{
    const auto words = [](std::string_view text, NoteKind kind) { return readNote(text, kind, anyCategory); };
    for (const auto* text : {"code, if applicable, to identify drug (T45.1X5)", "any associated diabetes (E08)",
                             "code to identify BMI, if known (Z68.-)", "associated influenza (J09.X1)",
                             "code to identify presence of hypertension (I10-I16)"})
        EXPECT_TRUE(words(text, NoteKind::useAdditional).isConditional) << text;
    EXPECT_FALSE(words("code to identify dialysis status (Z99.2)", NoteKind::useAdditional).isConditional);
    EXPECT_TRUE(words("heart failure due to hypertension (I11.0)", NoteKind::codeFirst).isConditional);
    EXPECT_FALSE(words("effusion due to hypertension (I11.0)", NoteKind::useAdditional).isConditional);
    EXPECT_TRUE(words("underlying disease, such as:", NoteKind::codeFirst).isOpen);
    EXPECT_TRUE(words("underlying disease, such as:", NoteKind::codeFirst).isHeading);
    const auto except = words("neoplasm (C00-C96 except C44.-, C4A.-)", NoteKind::excludes1).except;
    EXPECT_EQ("C44, C4A", except.text());
    EXPECT_TRUE(words("endocrine disease, except diabetes (E00-E07)", NoteKind::codeFirst).except.isEmpty());
}

TEST(NoteTableTest, NotesAreInheritedNearestFirst)
{
    const auto table =
        TabularText()
            .chapterNote(NoteKind::excludes1, "newborn disorders (P70-P74)")
            .blockNote(NoteKind::excludes1, "in the block (O24.-)")
            .code("E11", {{NoteKind::excludes1, "type 1 (E10.-)"}, {NoteKind::excludes2, "other (E16.-)"}})
            .code("E112", {{NoteKind::excludes1, "at the code (N18.-)"}})
            .code("E1122")
            .table();
    const auto held = table.notesOf("E1122", NoteKind::excludes1);
    ASSERT_EQ(4U, held.size());
    EXPECT_EQ("E11.2", held[0].note->place);
    EXPECT_EQ("E11", held[1].note->place);
    EXPECT_EQ("E08-E13", held[2].note->place);
    EXPECT_EQ(TabularLevel::block, held[2].note->level);
    EXPECT_EQ("4", held[3].note->place);
    EXPECT_FALSE(held[0].isOwn);
    EXPECT_TRUE(table.notesOf("E112", NoteKind::excludes1)[0].isOwn);
    EXPECT_TRUE(held[1].note->names("E109"));
    EXPECT_FALSE(held[1].note->names("E119"));
    EXPECT_TRUE(held[2].note->names("O24410"));
    EXPECT_EQ(1U, table.notesOf("E1122", NoteKind::excludes2).size());
    EXPECT_EQ(4U, table.notesOf("E11299", NoteKind::excludes1).size());  // Not listed: the nearest ancestor's.
    EXPECT_TRUE(table.notesOf("I10", NoteKind::excludes1).empty());
    EXPECT_EQ("January 2021", table.release());
}

TEST(NoteTableTest, AHeadingAndItsLinesAreOneNote)
{
    const auto table = TabularText()
                           .code("E11", {{NoteKind::useAdditional, "code to identify control using:"},
                                         {NoteKind::useAdditional, "insulin (Z79.4)"},
                                         {NoteKind::useAdditional, "oral antidiabetic drugs (Z79.84)"},
                                         {NoteKind::useAdditional, "oral hypoglycemic drugs (Z79.84)"},
                                         {NoteKind::useAdditional, "code to identify the ulcer (L97.-)"}})
                           .code("E13", {{NoteKind::useAdditional, "code to identify:"},
                                         {NoteKind::useAdditional, "tobacco use (Z72.0)"}})
                           .table();
    const auto held = table.notesOf("E119", NoteKind::useAdditional);
    ASSERT_EQ(2U, held.size());
    EXPECT_EQ("Z79.4, Z79.84", held[0].note->codes.text());
    EXPECT_EQ("code to identify control using: insulin (Z79.4); oral antidiabetic drugs (Z79.84); oral hypoglycemic "
              "drugs (Z79.84)",
              held[0].note->text);
    EXPECT_FALSE(held[0].note->isConditional);
    EXPECT_EQ("L97", held[1].note->codes.text());
    const auto bare = table.notesOf("E139", NoteKind::useAdditional);
    ASSERT_EQ(1U, bare.size());
    EXPECT_TRUE(bare[0].note->isConditional);  // A list of facts that may be absent.
}

TEST(NoteTableTest, CodeFirstNotes)
{
    const auto table =
        TabularText()
            .blockName("T36-T50")
            .blockNote(NoteKind::codeFirst, ", for adverse effects, the nature of the adverse effect, such as:")
            .blockNote(NoteKind::codeFirst, "aspirin gastritis (K29.-)")
            .code("T39")
            .code("E08", {{NoteKind::codeFirst, "the underlying condition, such as:"},
                          {NoteKind::codeFirst, "cystic fibrosis (E84.-)"}})
            .code("E09", {{NoteKind::codeFirst, "heart failure after surgery (I97.13-)"},
                          {NoteKind::codeFirst, "rheumatic heart failure (I09.81)"}})
            .code("E10", {{NoteKind::codeFirst, "underlying chronic kidney disease (N18.-)"}})
            .table();
    const auto open = table.notesOf("E089", NoteKind::codeFirst);
    EXPECT_TRUE(open.front().note->isOpen);
    EXPECT_EQ("E84", open.front().note->codes.text());
    const auto causes = table.notesOf("E09", NoteKind::codeFirst);
    EXPECT_TRUE(causes.front().note->isConditional);  // One of several causes.
    EXPECT_FALSE(table.notesOf("E10", NoteKind::codeFirst).front().note->isConditional);
    EXPECT_EQ(1U, table.notesOf("T39015A", NoteKind::codeFirst).size());
    EXPECT_EQ(0U, table.notesOf("T39011A", NoteKind::codeFirst).size());  // A poisoning, not an adverse effect.
}

TEST(NoteTableTest, SeventhCharacters)
{
    const std::vector<SeventhCharacter> injury = {{'A', "initial"}, {'D', "subsequent"}, {'S', "sequela"}};
    const auto table =
        TabularText()
            .code("S06",
                  {{NoteKind::seventhCharacter, "7th characters D and S do not apply to codes in category S06 with 6th "
                                                "character 7 - death due to brain injury, or 8 - death due to other "
                                                "cause"}},
                  injury)
            .code("S061")
            .code("S061X")
            .code("S061X7")
            .code("S069", {}, {{'0', "unspecified"}})
            .code("W21")
            .code("W2189", {}, injury)
            .code("E119")
            .table();
    ASSERT_NE(nullptr, table.seventhCharacters("S061X7"));
    EXPECT_EQ(3U, table.seventhCharacters("S061X7A")->size());
    EXPECT_EQ(1U, table.seventhCharacters("S069")->size());
    EXPECT_EQ(nullptr, table.seventhCharacters("E119"));
    EXPECT_EQ(nullptr, table.seventhCharacters("Z00"));
    EXPECT_TRUE(table.forbidsSeventh("S061X7D"));
    EXPECT_FALSE(table.forbidsSeventh("S061X7A"));
    EXPECT_FALSE(table.forbidsSeventh("S061X1D"));
    EXPECT_EQ("S061X7", table.listed("S061X7A"));
    EXPECT_EQ("W2189", table.listed("W2189XA"));
    EXPECT_EQ("", table.listed("W2189A"));
    EXPECT_EQ("", table.listed("W21890A"));
    EXPECT_EQ("", table.listed("E119XXA"));
    EXPECT_EQ("E119", table.listed("E119"));
    EXPECT_TRUE(table.isHeader("W21"));
    EXPECT_FALSE(table.isHeader("W2189"));
    EXPECT_FALSE(table.isHeader("W2189XA"));
}

}  // namespace
}  // namespace cw::edits
