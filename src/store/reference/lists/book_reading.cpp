#include "store/reference/lists/list_content.h"

#include <algorithm>
#include <array>

namespace cw::store {

namespace {

Result<NoteKind> parseNoteKind(std::string_view text)
{
    for (const auto kind :
         {NoteKind::includes, NoteKind::inclusionTerm, NoteKind::excludes1, NoteKind::excludes2, NoteKind::codeFirst,
          NoteKind::useAdditional, NoteKind::codeAlso, NoteKind::seventhCharacter, NoteKind::note}) {
        if (toString(kind) == text) return kind;
    }
    return Error{ErrorKind::corrupt, "STORE-234", "reference library: unknown kind of note"};
}

std::vector<PcsValue> unpackValues(std::string_view packed)
{
    std::vector<PcsValue> values;
    for (const auto& part : unpackParts(packed)) {
        if (!part.empty()) values.push_back({part.front(), part.substr(1)});
    }
    return values;
}

template <std::size_t size>
void copyParts(std::string_view packed, std::array<std::string, size>& into)
{
    auto parts = unpackParts(packed);
    parts.resize(size);
    std::move(parts.begin(), parts.end(), into.begin());
}

/// Calls `take` with each row of a query over the list's range of ids.
template <class Take>
Status eachInRange(Database& database, std::string_view sql, ReferenceListId list, Take take)
{
    CW_TRY(auto query, database.prepare(sql));
    query.bind(rowId::root(list)).bind(rowId::last(list));
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return {};
        CW_CHECK(take(query));
    }
}

TabularNode* nodeOf(Tabular& tabular, std::int64_t id)
{
    const auto index = static_cast<std::size_t>(rowId::index(id));
    return index < tabular.nodes.size() ? &tabular.nodes[index] : nullptr;
}

Status fillNotes(Database& database, ReferenceListId list, Tabular& tabular)
{
    CW_CHECK(eachInRange(database,
                         "SELECT node_id, kind, text FROM tabular_note WHERE node_id BETWEEN ? AND ? "
                         "ORDER BY node_id, number",
                         list, [&](const Statement& row) -> Status {
                             CW_TRY(const auto kind, parseNoteKind(row.view(1)));
                             auto* node = nodeOf(tabular, row.integer(0));
                             if (node != nullptr) node->notes.push_back({kind, row.text(2)});
                             return {};
                         }));
    return eachInRange(database,
                       "SELECT node_id, character, meaning FROM tabular_seventh WHERE node_id BETWEEN ? AND ? "
                       "ORDER BY node_id, number",
                       list, [&](const Statement& row) -> Status {
                           auto* node = nodeOf(tabular, row.integer(0));
                           if (node != nullptr) node->seventhCharacters.push_back({characterOf(row, 1), row.text(2)});
                           return {};
                       });
}

}  // namespace

Result<Tabular> readTabular(Database& database, ReferenceListId list)
{
    Tabular tabular;
    CW_CHECK(eachInRange(database,
                         "SELECT parent, level, name, title FROM tabular_node WHERE id BETWEEN ? AND ? ORDER BY id",
                         list, [&](const Statement& row) -> Status {
                             TabularNode node;
                             node.parent = rowId::index(row.integer(0));
                             node.level = static_cast<TabularLevel>(row.integer(1));
                             node.name = row.text(2);
                             node.title = row.text(3);
                             tabular.nodes.push_back(std::move(node));
                             return {};
                         }));
    CW_CHECK(fillNotes(database, list, tabular));
    return tabular;
}

Result<std::vector<CodeNote>> readNotes(Database& database, std::int64_t node)
{
    CW_TRY(auto query, database.prepare("SELECT kind, text FROM tabular_note WHERE node_id = ? ORDER BY number"));
    query.bind(node);
    std::vector<CodeNote> notes;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return notes;
        CW_TRY(const auto kind, parseNoteKind(query.view(0)));
        notes.push_back({kind, query.text(1)});
    }
}

Result<std::vector<SeventhCharacter>> readSeventh(Database& database, std::int64_t node)
{
    CW_TRY(auto query,
           database.prepare("SELECT character, meaning FROM tabular_seventh WHERE node_id = ? ORDER BY number"));
    query.bind(node);
    std::vector<SeventhCharacter> characters;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return characters;
        characters.push_back({characterOf(query, 0), query.text(1)});
    }
}

IndexTerm readTerm(const Statement& row, int column)
{
    IndexTerm term;
    term.title = row.text(column);
    term.nonessential = row.text(column + 1);
    term.level = static_cast<std::uint8_t>(row.integer(column + 2));
    term.codes = unpackParts(row.view(column + 3));
    term.see = row.text(column + 4);
    term.seeAlso = row.text(column + 5);
    term.cells = unpackParts(row.view(column + 6));
    return term;
}

Result<IndexTree> readIndex(Database& database, ReferenceListId list)
{
    IndexTree index;
    CW_TRY(auto titles, readTexts(database, list, "title"));
    if (!titles.empty()) index.title = std::move(titles.front());
    CW_TRY(index.columns, readTexts(database, list, "column"));
    CW_CHECK(eachInRange(database,
                         "SELECT parent, " + std::string(termColumns) +
                             " FROM index_term WHERE id BETWEEN ? AND ? ORDER BY id",
                         list, [&](const Statement& row) -> Status {
                             auto term = readTerm(row, 1);
                             term.parent = rowId::index(row.integer(0));
                             index.terms.push_back(std::move(term));
                             return {};
                         }));
    return index;
}

Result<PcsTable> readPcsTable(Database& database, std::int64_t id)
{
    PcsTable table;
    CW_TRY(auto query, database.prepare("SELECT prefix, axis_titles, labels, definition FROM pcs_table WHERE id = ?"));
    CW_TRY(const bool found, query.bind(id).step());
    if (!found) return table;
    table.prefix = query.text(0);
    copyParts(query.view(1), table.axisTitles);
    copyParts(query.view(2), table.labels);
    table.definition = query.text(3);
    CW_TRY(auto rows, database.prepare("SELECT axis4, axis5, axis6, axis7 FROM pcs_row WHERE table_id = ? "
                                       "ORDER BY number"));
    rows.bind(id);
    for (;;) {
        CW_TRY(const bool hasRow, rows.step());
        if (!hasRow) return table;
        auto& row = table.rows.emplace_back();
        for (std::size_t axis = 0; axis < row.axes.size(); ++axis)
            row.axes.at(axis) = unpackValues(rows.view(static_cast<int>(axis)));
    }
}

Result<PcsTables> readPcsTables(Database& database, ReferenceListId list)
{
    PcsTables tables;
    CW_CHECK(eachInRange(database, "SELECT id FROM pcs_table WHERE id BETWEEN ? AND ? ORDER BY id", list,
                         [&](const Statement& row) -> Status {
                             CW_TRY(auto table, readPcsTable(database, row.integer(0)));
                             tables.tables.push_back(std::move(table));
                             return {};
                         }));
    return tables;
}

Result<PcsDefinitions> readPcsDefinitions(Database& database, ReferenceListId list)
{
    PcsDefinitions definitions;
    CW_CHECK(eachInRange(database,
                         "SELECT section, axis, axis_title, term, definition, explanation, includes FROM "
                         "pcs_definition WHERE id BETWEEN ? AND ? ORDER BY id",
                         list, [&](const Statement& row) -> Status {
                             PcsDefinition one;
                             one.section = characterOf(row, 0);
                             one.axis = static_cast<std::uint8_t>(row.integer(1));
                             one.axisTitle = row.text(2);
                             one.term = row.text(3);
                             one.definition = row.text(4);
                             one.explanation = row.text(5);
                             one.includes = row.text(6);
                             definitions.definitions.push_back(std::move(one));
                             return {};
                         }));
    return definitions;
}

}  // namespace cw::store
