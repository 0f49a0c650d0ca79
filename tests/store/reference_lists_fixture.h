#pragma once

#include "store/reference/lists/list_comparison.h"
#include "store/reference/lists/reference_lists.h"
#include "tests/store/reference_fixture.h"

namespace cw::store {

/// The value, or an exception that says what was wrong.
template <class T>
T mustHave(Result<T> result)
{
    if (!result) throw std::runtime_error(describe(result.error()));
    return std::move(*result);
}
inline void mustDo(const Status& status)
{
    if (!status) throw std::runtime_error(describe(status.error()));
}

inline ParsedList listOf(ListKind kind, std::string name, const std::string& first, const std::string& last,
                         ListContent content, std::string variant = {})
{
    ParsedList list;
    list.kind = kind;
    list.variant = std::move(variant);
    list.name = std::move(name);
    if (!first.empty()) list.inForce.first = day(first.c_str());
    if (!last.empty()) list.inForce.last = day(last.c_str());
    list.sourceName = list.name + ".xml";
    list.sourceDigest = "digest of " + list.name + " " + list.variant + " " + std::string(toString(kind));
    list.rowCount = contentRows(content);
    list.content = std::move(content);
    list.checks = {"counted", "agrees with its summary"};
    return list;
}

inline TabularNode node(TabularLevel level, std::string name, std::string title, std::int32_t parent)
{
    TabularNode made;
    made.level = level;
    made.name = std::move(name);
    made.title = std::move(title);
    made.parent = parent;
    return made;
}

/// Two chapters of an invented book: notes on every level, seventh characters at W10 and anew at W1020.
inline Tabular sampleTabular()
{
    using enum TabularLevel;
    Tabular book;
    book.nodes = {node(chapter, "19", "Falls (W00-W99)", -1),
                  node(block, "W00-W19", "Falls from things", 0),
                  node(code, "W10", "Fall from a ladder", 1),
                  node(code, "W100", "Wooden ladder", 2),
                  node(code, "W102", "Metal ladder", 2),
                  node(code, "W1020", "Short metal ladder", 4),
                  node(chapter, "20", "Other", -1),
                  node(block, "X00-X19", "Weather", 6),
                  node(code, "X10", "Rain", 7)};
    book.nodes[0].notes = {{NoteKind::excludes2, "rain (X10.-)"}};
    book.nodes[1].notes = {{NoteKind::includes, "falls upwards"}};
    book.nodes[2].notes = {{NoteKind::excludes1, "fall from a tree (W77.1)"}, {NoteKind::codeFirst, "the ladder"}};
    book.nodes[2].seventhCharacters = {{'A', "initial encounter"}, {'D', "subsequent encounter"}};
    book.nodes[3].notes = {{NoteKind::inclusionTerm, "Bamboo ladder"}};
    book.nodes[5].seventhCharacters = {{'1', "left"}, {'2', "right"}};
    return book;
}

inline IndexTerm term(std::string title, std::int32_t parent, std::uint8_t level, std::vector<std::string> codes = {})
{
    IndexTerm made;
    made.title = std::move(title);
    made.parent = parent;
    made.level = level;
    made.codes = std::move(codes);
    return made;
}

inline IndexTree sampleIndex()
{
    IndexTree index;
    index.title = "Invented index";
    index.terms = {term("Bruise", -1, 0, {"W10.0"}),         term("Complication", -1, 0),
                   term("ladder, ladders", 1, 1, {"W10.-"}), term("with", 2, 2),
                   term("rain", 3, 3, {"W10.20", "X10"}),    term("Élan vital", -1, 0),
                   term("Fall, falling", -1, 0, {"W10.9"}),  term("from ladder", 6, 1, {"W10.2"})};
    index.terms[0].nonessential = "(blue) (green)";
    index.terms[1].nonessential = "(s) (from)";
    index.terms[5].see = "Complications, ladders, with rain";
    index.terms[6].seeAlso = "Bruise";
    return index;
}

inline IndexTree sampleNeoplasm()
{
    IndexTree table;
    table.title = "Invented table";
    table.columns = {"Primary", "Secondary", "In situ", "Benign", "Uncertain", "Unspecified"};
    table.terms = {term("Neoplasm, neoplastic", -1, 0), term("abdomen, abdominal", 0, 1), term("wall", 1, 2),
                   term("skin", 2, 3)};
    table.terms[1].cells = {"C76.2", "C79.8-", "", "--", "D48.7", ""};
    table.terms[3].cells = {"C44.5-", "", "", "", "", ""};
    return table;
}

inline PcsTables samplePcsTables()
{
    PcsTable table;
    table.prefix = "9AB";
    table.axisTitles = {"Section", "Body System", "Operation", "Body Part", "Approach", "Device", "Qualifier"};
    table.labels = {"Invented section", "Wings", "Folding"};
    table.definition = "Laying flat";
    PcsRow left;
    left.axes = {{{{'1', "Left wing"}, {'2', "Right wing"}}, {{'0', "Open"}}, {{'Z', "None"}}, {{'Z', "None"}}}};
    PcsRow tail;
    tail.axes = {{{{'5', "Tail"}}, {{'0', "Open"}, {'X', "External"}}, {{'J', "Splint"}}, {{'Z', "None"}}}};
    table.rows = {left, tail};
    PcsTable other = table;
    other.prefix = "9C0";
    other.labels = {"Invented section", "Claws", "Clipping"};
    return {{table, other}};
}

inline FeeScheduleRow feeRow(std::string code, std::string modifier, std::int32_t work)
{
    FeeScheduleRow row;
    row.code = std::move(code);
    row.modifier = std::move(modifier);
    row.status = "A";
    row.workRvu = work;
    row.nonFacilityPeRvu = 210;
    row.facilityPeRvu = 5;
    row.malpracticeRvu = 12;
    row.nonFacilityTotal = work + 222;
    row.facilityTotal = work + 17;
    row.pcTc = "0";
    row.globalDays = "090";
    row.multiple = "2";
    row.bilateral = "1";
    row.assistant = "9";
    row.coSurgeon = "0";
    row.team = "9";
    row.supervision = "09";
    return row;
}

inline PtpEdits samplePtp()
{
    PtpEdits edits;
    edits.rationales = {"Misuse", "More extensive"};
    edits.edits = {{"99901", "99902", day("2020-01-01"), {}, '1', 1},
                   {"99901", "99903", day("2019-01-01"), day("2020-12-31"), '0', 0},
                   {"99901", "99903", day("2022-01-01"), {}, '1', 0},
                   {"99904", "99901", {}, {}, '0', 0},
                   {"99901", "G9999", day("2020-01-01"), day("2020-01-01"), '9', 1}};
    return edits;
}

/// One small list of each kind.
inline std::vector<ParsedList> sampleLists()
{
    const auto add = [](std::vector<ParsedList>& all, ListKind kind, ListContent content, std::string variant = {}) {
        all.push_back(listOf(kind, "2025", "2025-01-01", "2025-12-31", std::move(content), std::move(variant)));
    };
    std::vector<ParsedList> all;
    add(all, ListKind::tabular, sampleTabular());
    add(all, ListKind::index, sampleIndex());
    add(all, ListKind::externalIndex, sampleIndex());
    add(all, ListKind::neoplasm, sampleNeoplasm());
    add(all, ListKind::drugs, sampleNeoplasm());
    add(all, ListKind::pcsTables, samplePcsTables());
    add(all, ListKind::pcsIndex, IndexTree{"PCS", {}, {term("Folding", -1, 0, {"9AB"})}});
    add(all, ListKind::pcsDefinitions,
        PcsDefinitions{{{'9', 3, "Operation", "Folding", "Laying flat", "By hand", "Wings"},
                        {'9', 5, "Approach", "Open", "Through a window", "", ""}}});
    add(all, ListKind::addenda,
        Addenda{{{AddendaChange::Kind::added, "W101", true, "", "Rope ladder"},
                 {AddendaChange::Kind::revised, "W100", true, "Wood", "Wooden"}}});
    add(all, ListKind::mpfs, FeeSchedule{323465, {feeRow("99901", "", 192), feeRow("99901", "26", 50)}});
    add(all, ListKind::ptp, samplePtp(), "practitioner");
    add(all, ListKind::mue, MueLimits{{{"99901", 3, '2', "Policy"}, {"99902", 1, '1', ""}}}, "practitioner");
    add(all, ListKind::mue, MueLimits{{{"99901", 4, '3', "Clinical"}}}, "outpatient");
    add(all, ListKind::addOn,
        AddOnCodes{{{"99905", "99901", '1', {}, {}},
                    {"99905", "99902", '1', day("2020-01-01"), day("2021-12-31")},
                    {"99906", "CCCCC", '2', {}, {}}}});
    add(all, ListKind::poaExempt, CodeFlags{{{CodeSystem::icd10cm, "W100", "poa", "exempt"}}});
    add(all, ListKind::mce,
        CodeFlags{{{CodeSystem::icd10cm, "W100", "age", "newborn"},
                   {CodeSystem::icd10pcs, "9AB10ZZ", "non-covered", "yes"}}});
    add(all, ListKind::opps,
        CodeFlags{{{CodeSystem::hcpcs, "G9907", "si", "T"}, {CodeSystem::hcpcs, "G9907", "rate", "12.30"}}});
    add(all, ListKind::hcc,
        CodeFlags{{{CodeSystem::icd10cm, "W100", "hcc:V28", "37"}, {CodeSystem::icd10cm, "W100", "hcc:V24", "18"}}});
    add(all, ListKind::gems,
        CodeMaps{{{"icd10-icd9", "W100", "E8810", "10000", {}}, {"icd9-icd10", "E8810", "W100", "", {}}}});
    add(all, ListKind::conversion, CodeMaps{{{"successor", "W100", "W101", "", day("2025-10-01")}}});
    add(all, ListKind::placeOfService, PlacesOfService{{{"97", "Lighthouse", "On a rock", true, true}}});
    return all;
}

class ReferenceListsTest : public ReferenceTest {
protected:
    ~ReferenceListsTest() override { m_lists.reset(); }

    ReferenceLists& lists()
    {
        if (!m_lists) m_lists = std::make_unique<ReferenceLists>(library(), m_clock);
        return *m_lists;
    }
    ListSummary installList(const ParsedList& list) { return mustHave(lists().installList(list, {})); }
    void close()
    {
        m_lists.reset();
        m_library.reset();
    }

    /// How many rows each table of lists holds, by name, with the result of SQLite's own check.
    std::vector<std::string> listContent() const
    {
        auto database = mustHave(Database::open(file(), {}, Database::Mode::readWrite));
        std::vector<std::string> lines;
        for (const auto* table :
             {"reference_list", "list_text", "tabular_node", "tabular_note", "tabular_seventh", "index_term",
              "index_code", "pcs_table", "pcs_row", "pcs_definition", "addenda_change", "fee_schedule", "ptp_column",
              "mue_limit", "add_on_code", "code_flag", "code_map", "place_of_service", "site_term"}) {
            auto count = mustHave(database->prepare("SELECT count(*) FROM " + std::string(table)));
            if (mustHave(count.step()) && count.integer(0) > 0) lines.push_back(table + (": " + count.text(0)));
        }
        auto check = mustHave(database->prepare("PRAGMA integrity_check"));
        (void)mustHave(check.step());
        lines.push_back(check.text(0));
        return lines;
    }

    std::unique_ptr<ReferenceLists> m_lists;
};

}  // namespace cw::store
