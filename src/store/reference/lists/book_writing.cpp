#include "store/reference/lists/letter_key.h"
#include "store/reference/lists/list_content.h"

#include <set>

namespace cw::store {

namespace {

Status writeNotes(Statement& insert, std::int64_t node, const std::vector<CodeNote>& notes)
{
    for (std::size_t at = 0; at < notes.size(); ++at) {
        insert.bind(node).bind(static_cast<std::int64_t>(at)).bind(toString(notes[at].kind)).bind(notes[at].text);
        CW_CHECK(insert.run());
    }
    return {};
}

Status writeSeventh(Statement& insert, std::int64_t node, const std::vector<SeventhCharacter>& characters)
{
    for (std::size_t at = 0; at < characters.size(); ++at) {
        insert.bind(node).bind(static_cast<std::int64_t>(at));
        insert.bind(std::string(1, characters[at].character)).bind(characters[at].meaning);
        CW_CHECK(insert.run());
    }
    return {};
}

std::int64_t parentId(ReferenceListId list, std::int32_t parent)
{
    return parent < 0 ? rowId::root(list) : rowId::at(list, static_cast<std::size_t>(parent));
}

Status writeCodes(Statement& insert, std::int64_t id, const IndexTerm& term)
{
    constexpr std::size_t shortestCode = 3;
    std::set<std::string> codes;
    for (const auto* all : {&term.codes, &term.cells}) {
        for (const auto& written : *all) {
            auto code = bareCode(written);
            if (code.size() >= shortestCode) codes.insert(std::move(code));
        }
    }
    for (const auto& code : codes) {
        insert.bind(code).bind(id);
        CW_CHECK(insert.run());
    }
    return {};
}

std::string packValues(const std::vector<PcsValue>& values)
{
    std::vector<std::string> parts;
    for (const auto& value : values) parts.push_back(value.character + value.label);
    return packParts(parts);
}

}  // namespace

Status write(Database& database, ReferenceListId list, const Tabular& tabular, RowProgress& progress)
{
    CW_TRY(auto insert,
           database.prepare("INSERT INTO tabular_node (id, parent, level, name, title) VALUES (?, ?, ?, ?, ?)"));
    CW_TRY(auto note, database.prepare("INSERT INTO tabular_note (node_id, number, kind, text) VALUES (?, ?, ?, ?)"));
    CW_TRY(auto seventh, database.prepare("INSERT INTO tabular_seventh (node_id, number, character, meaning) "
                                          "VALUES (?, ?, ?, ?)"));
    for (std::size_t at = 0; at < tabular.nodes.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& node = tabular.nodes[at];
        const auto id = rowId::at(list, at);
        insert.bind(id).bind(parentId(list, node.parent)).bind(static_cast<int>(node.level));
        insert.bind(node.name).bind(node.title);
        CW_CHECK(insert.run());
        CW_CHECK(writeNotes(note, id, node.notes));
        CW_CHECK(writeSeventh(seventh, id, node.seventhCharacters));
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const IndexTree& index, RowProgress& progress)
{
    CW_CHECK(writeTexts(database, list, "title", {index.title}));
    CW_CHECK(writeTexts(database, list, "column", index.columns));
    CW_TRY(auto insert,
           database.prepare("INSERT INTO index_term (id, parent, letters, title, nonessential, level, codes, see, "
                            "see_also, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    CW_TRY(auto code, database.prepare("INSERT INTO index_code (code, term_id) VALUES (?, ?)"));
    for (std::size_t at = 0; at < index.terms.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& term = index.terms[at];
        const auto id = rowId::at(list, at);
        insert.bind(id).bind(parentId(list, term.parent));
        insert.bind(term.parent < 0 ? letterKey(term.title) : std::string()).bind(term.title).bind(term.nonessential);
        insert.bind(int{term.level}).bind(packParts(term.codes)).bind(term.see).bind(term.seeAlso);
        insert.bind(packParts(term.cells));
        CW_CHECK(insert.run());
        CW_CHECK(writeCodes(code, id, term));
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const PcsTables& tables, RowProgress& progress)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO pcs_table (id, prefix, axis_titles, labels, definition) "
                                         "VALUES (?, ?, ?, ?, ?)"));
    CW_TRY(auto row, database.prepare("INSERT INTO pcs_row (table_id, number, axis4, axis5, axis6, axis7) "
                                      "VALUES (?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < tables.tables.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& table = tables.tables[at];
        const auto id = rowId::at(list, at);
        insert.bind(id).bind(table.prefix).bind(packParts({table.axisTitles.begin(), table.axisTitles.end()}));
        insert.bind(packParts({table.labels.begin(), table.labels.end()})).bind(table.definition);
        CW_CHECK(insert.run());
        for (std::size_t number = 0; number < table.rows.size(); ++number) {
            row.bind(id).bind(static_cast<std::int64_t>(number));
            for (const auto& axis : table.rows[number].axes) row.bind(packValues(axis));
            CW_CHECK(row.run());
        }
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const PcsDefinitions& definitions, RowProgress& progress)
{
    CW_TRY(auto insert,
           database.prepare("INSERT INTO pcs_definition (id, section, axis, axis_title, term, definition, explanation, "
                            "includes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < definitions.definitions.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& one = definitions.definitions[at];
        insert.bind(rowId::at(list, at)).bind(std::string(1, one.section)).bind(int{one.axis}).bind(one.axisTitle);
        insert.bind(one.term).bind(one.definition).bind(one.explanation).bind(one.includes);
        CW_CHECK(insert.run());
    }
    return {};
}

}  // namespace cw::store
