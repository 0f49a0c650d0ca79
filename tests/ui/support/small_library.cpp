#include "tests/ui/support/small_library.h"

#include <algorithm>

namespace cw::ui {

namespace {

ParsedRelease cmRelease(const char* name, DateInterval inForce, std::vector<CodeRow> more)
{
    ParsedRelease release;
    release.system = CodeSystem::icd10cm;
    release.name = name;
    release.inForce = inForce;
    release.sourceName = std::string(name) + ".txt";
    release.sourceDigest = std::string("digest ") + name;
    release.rows = {{"E11", "Sugar sickness", "Sugar sickness", false},
                    {"E112", "Sugar, kidney", "Sugar sickness with kidney trouble", false},
                    {"E1122", "Sugar, lasting kidney", "Sugar sickness with lasting kidney trouble"},
                    {"E113", "Sugar, eye", "Sugar sickness with eye trouble", false},
                    {"E1139", "Sugar, other eye", "Sugar sickness with other eye trouble"},
                    {"H42", "Eye pressure elsewhere", "Eye pressure in sickness classified elsewhere"},
                    {"S72", "Thigh break", "Break of the thigh bone", false},
                    {"S7200", "Neck", "Break of the neck of the thigh bone", false},
                    {"S72001", "Neck right", "Break of the neck of the right thigh bone", false},
                    {"S72001A", "Neck right init", "Break of the neck of the right thigh bone, initial encounter"},
                    {"S72001D", "Neck right subs", "Break of the neck of the right thigh bone, subsequent encounter"},
                    {"C762", "Belly", "Bad growth of the belly"},
                    {"D367", "Belly benign", "Good growth of other places"}};
    for (auto& row : more) release.rows.push_back(std::move(row));
    std::sort(release.rows.begin(), release.rows.end(),
              [](const CodeRow& left, const CodeRow& right) { return left.code < right.code; });
    for (std::size_t i = 0; i < release.rows.size(); ++i) release.rows[i].order = static_cast<std::int64_t>(i);
    return release;
}

ParsedRelease pcsRelease()
{
    ParsedRelease release;
    release.system = CodeSystem::icd10pcs;
    release.name = "PCS 2026";
    release.inForce.first = Date::of(2025, 10, 1);
    release.sourceDigest = "digest pcs";
    release.rows = {{"0FT40ZZ", "Taking out, open", "Taking out the bile bag, open"},
                    {"0FT44ZZ", "Taking out, scope", "Taking out the bile bag, by a scope"},
                    {"0FTG0ZZ", "Taking out G", "Taking out the belly gland, open"}};
    return release;
}

TabularNode node(TabularLevel level, const char* name, const char* title, std::int32_t parent,
                 std::vector<CodeNote> notes = {}, std::vector<SeventhCharacter> seventh = {})
{
    return {level, name, title, parent, std::move(notes), std::move(seventh)};
}

Tabular tabular()
{
    using L = TabularLevel;
    using K = NoteKind;
    return {
        {node(L::chapter, "4", "Sickness of glands (E00-E89)", -1,
              {{K::excludes1, "passing trouble of babies (P70-P74)"}}),
         node(L::block, "E08-E13", "Sugar sickness (E08-E13)", 0,
              {{K::useAdditional, "code to say what is taken (Z79.4)"}}),
         node(L::code, "E11", "Sugar sickness", 1,
              {{K::includes, "sugar sickness of grown people"}, {K::excludes2, "sugar sickness of the young (H42)"}}),
         node(L::code, "E112", "Sugar sickness with kidney trouble", 2),
         node(L::code, "E1122", "Sugar sickness with lasting kidney trouble", 3,
              {{K::codeAlso, "the stage (N18.1-N18.6)"}}),
         node(L::code, "E113", "Sugar sickness with eye trouble", 2),
         node(L::code, "E1139", "Sugar sickness with other eye trouble", 5),
         node(L::chapter, "19", "Injury (S00-T88)", -1),
         node(L::block, "S70-S79", "Injury of hip and thigh (S70-S79)", 7),
         node(L::code, "S72", "Break of the thigh bone", 8, {{K::note, "A break not said to be open is closed"}},
              {{'A', "initial encounter"}, {'D', "subsequent encounter"}}),
         node(L::code, "S7200", "Break of the neck of the thigh bone", 9),
         node(L::code, "S72001", "Break of the neck of the right thigh bone", 10)}};
}

IndexTerm term(const char* title, std::int32_t parent, std::uint8_t level, std::vector<std::string> codes = {},
               const char* see = "", const char* seeAlso = "")
{
    IndexTerm made;
    made.title = title;
    made.parent = parent;
    made.level = level;
    made.codes = std::move(codes);
    made.see = see;
    made.seeAlso = seeAlso;
    return made;
}

IndexTree index()
{
    IndexTree tree;
    tree.title = "Index";
    tree.terms = {term("Break, broken", -1, 0, {"T14.8"}),
                  term("thigh", 0, 1, {"S72.9"}),
                  term("neck", 1, 2, {"S72.00-"}),
                  term("Honey illness", -1, 0, {}, "Sugar sickness"),
                  term("Sugar sickness", -1, 0, {"E11.9"}, "", "Break, thigh"),
                  term("with", 4, 1),
                  term("eye pressure", 5, 2, {"E11.39", "H42"}),
                  term("kidney trouble", 5, 2, {"E11.2-"}),
                  term("lasting", 7, 3, {"E11.22"})};
    tree.terms[4].nonessential = "(sweet)";
    return tree;
}

IndexTree cells(const char* title, std::vector<std::string> columns, const char* root)
{
    IndexTree tree;
    tree.title = title;
    tree.columns = std::move(columns);
    tree.terms.push_back(term(root, -1, 0));
    tree.terms.back().cells = {"C80.1", "C79.9", "--", "D36.9", "D48.9", "D49.9"};
    tree.terms.push_back(term("belly", 0, 1));
    tree.terms.back().cells = {"C76.2", "C79.8-", "--", "D36.7", "D48.7", "D49.89"};
    tree.terms.push_back(term("wall", 1, 2));
    tree.terms.back().cells = {"C44.5-", "", "", "D23.5", "", ""};
    for (const auto* site :
         {"cheek", "ear", "foot", "hand", "knee", "lip", "mouth", "nose", "rib", "skin", "toe", "vein", "wrist"}) {
        tree.terms.push_back(term(site, 0, 1));
        tree.terms.back().cells = {"C76.2", "--", "--", "D36.7", "--", "--"};
    }
    return tree;
}

PcsTables pcsTables()
{
    PcsTable taking;
    taking.prefix = "0FT";
    taking.axisTitles = {"Section", "Body System", "Operation", "Body Part", "Approach", "Device", "Qualifier"};
    taking.labels = {"Cutting", "Liver and glands", "Taking out"};
    taking.definition = "Taking a whole part out";
    PcsRow bag;
    bag.axes = {{{{'4', "Bile bag"}}, {{'0', "Open"}, {'4', "By a scope"}}, {{'Z', "None"}}, {{'Z', "None"}}}};
    PcsRow gland;
    gland.axes = {{{{'G', "Belly gland"}}, {{'0', "Open"}}, {{'Z', "None"}}, {{'Z', "None"}}}};
    taking.rows = {bag, gland};
    return {{taking}};
}

Status installList(app::Workspace& workspace, ListKind kind, const char* name, ListContent content,
                   DateInterval inForce)
{
    ParsedList list;
    list.kind = kind;
    list.name = name;
    list.inForce = inForce;
    list.sourceName = std::string(name) + ".xml";
    list.sourceDigest = std::string(toString(kind)) + name;
    list.rowCount = 1;
    list.content = std::move(content);
    const auto installed = workspace.tablesWriter().installList(list, Progress());
    return installed ? Status() : Status(installed.error());
}

Status installReleases(app::Workspace& workspace)
{
    const ParsedRelease releases[] = {
        cmRelease("FY2025", {Date::of(2024, 10, 1), Date::of(2025, 9, 30)}, {{"E785", "Fat", "Fat in the blood"}}),
        cmRelease(
            "FY2026", {Date::of(2025, 10, 1), std::nullopt},
            {{"E7850", "Fat, plain", "Fat in the blood, plain"}, {"E7851", "Fat, much", "Fat in the blood, much"}}),
        pcsRelease()};
    for (const auto& release : releases) {
        const auto installed = workspace.libraryWriter().install(release, Progress());
        if (!installed) return installed.error();
    }
    return {};
}

}  // namespace

Status installSmallLibrary(app::Workspace& workspace)
{
    const DateInterval year{Date::of(2024, 10, 1), Date::of(2025, 9, 30)};
    CW_CHECK(installReleases(workspace));
    CW_CHECK(installList(workspace, ListKind::tabular, "FY2025", tabular(), year));
    CW_CHECK(installList(workspace, ListKind::index, "FY2025", index(), year));
    IndexTree external;
    external.title = "External";
    external.terms = {term("Fall", -1, 0, {"W19"}), term("tree", 0, 1, {"W14"})};
    CW_CHECK(installList(workspace, ListKind::externalIndex, "FY2025", external, year));
    IndexTree procedures;
    procedures.title = "Procedures";
    procedures.terms = {term("Bag removal", -1, 0, {"0FT4"})};
    CW_CHECK(installList(workspace, ListKind::pcsIndex, "2026", procedures, {}));
    CW_CHECK(installList(workspace, ListKind::neoplasm, "FY2025",
                         cells("Growths",
                               {"Malignant Primary", "Malignant Secondary", "Ca in situ", "Benign",
                                "Uncertain Behavior", "Unspecified Behavior"},
                               "Growth"),
                         year));
    CW_CHECK(installList(workspace, ListKind::drugs, "FY2025",
                         cells("Drugs",
                               {"Poisoning, Accidental (unintentional)", "Poisoning, Intentional self-harm",
                                "Poisoning, Assault", "Poisoning, Undetermined", "Adverse effect", "Underdosing"},
                               "Drug"),
                         year));
    CW_CHECK(installList(workspace, ListKind::pcsTables, "2026", pcsTables(), {}));
    CW_CHECK(installList(
        workspace, ListKind::pcsDefinitions, "2026",
        PcsDefinitions{{{'0', 3, "Operation", "Taking out", "Taking a whole part out", "", "bile bag"}}}, {}));
    return installList(workspace, ListKind::conversion, "2026", CodeMaps{{{"successor", "E785", "E7850", "", {}}}}, {});
}

}  // namespace cw::ui
