#include "store/reference/search_phrases.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cw::store {

namespace {

constexpr char partSeparator = '\x1f';
constexpr int listShift = 32;

template <typename Take>
void eachPart(std::string_view parts, Take take)
{
    for (std::size_t number = 0; !parts.empty(); ++number) {
        const auto end = parts.find(partSeparator);
        take(number, parts.substr(0, end));
        parts = end == std::string_view::npos ? std::string_view{} : parts.substr(end + 1);
    }
}

/// "E11.2-" as "E112"; nothing when it is no code ("--").
std::optional<search::CodeReference> referenceOf(std::string_view written, CodeSystem system)
{
    std::string code;
    for (const char c : written)
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) code.push_back(c);
    if (code.size() < 3 || code.size() > 7) return std::nullopt;
    return search::CodeReference{system, code};
}

std::optional<ReferenceList> newest(const std::vector<ReferenceList>& lists, ListKind kind)
{
    std::optional<ReferenceList> best;
    for (const auto& list : lists) {
        if (list.kind != kind) continue;
        if (!best || std::pair(best->inForce.first, best->id) < std::pair(list.inForce.first, list.id)) best = list;
    }
    return best;
}

struct Above {
    std::string text;
    std::string optional;
};

/// "Hypertension, hypertensive": what follows the comma says the same in another form, and is not required either.
Above ofTitle(std::string_view title, std::string_view nonessential)
{
    const auto comma = title.find(", ");
    if (comma == std::string_view::npos) return {std::string(title), std::string(nonessential)};
    return {std::string(title.substr(0, comma)),
            std::string(title.substr(comma + 2)) + " " + std::string(nonessential)};
}

/// Whole ids of a list: the list in the upper bits.
void bindRange(Statement& query, const ReferenceList& list)
{
    query.bind(list.id.value << listShift).bind((list.id.value + 1) << listShift);
}

Status readInclusions(Database& database, const ReferenceList& list, std::vector<search::SourcePhrase>& phrases)
{
    CW_TRY(auto query,
           database.prepare("SELECT n.name, t.text FROM tabular_node n JOIN tabular_note t ON t.node_id = n.id "
                            "WHERE n.id >= ? AND n.id < ? AND n.level = 2 AND t.kind IN (?, ?)"));
    bindRange(query, list);
    query.bind(toString(NoteKind::inclusionTerm)).bind(toString(NoteKind::includes));
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return {};
        if (auto code = referenceOf(query.view(0), CodeSystem::icd10cm))
            phrases.push_back({search::PhraseKind::inclusion, query.text(1), {}, {*code}});
    }
}

Status readIndex(Database& database, const ReferenceList& list, const std::vector<std::string>& columns,
                 std::vector<search::SourcePhrase>& phrases)
{
    const auto system = list.kind == ListKind::pcsIndex ? CodeSystem::icd10pcs : CodeSystem::icd10cm;
    CW_TRY(auto query, database.prepare("SELECT id, parent, level, title, nonessential, codes, cells FROM index_term "
                                        "WHERE id >= ? AND id < ? ORDER BY id"));
    bindRange(query, list);
    std::vector<Above> above;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return {};
        const auto level = static_cast<std::size_t>(query.integer(2));
        above.resize(std::min(level, above.size()));
        auto here = ofTitle(query.view(3), query.view(4));
        if (!above.empty()) {
            here.text = above.back().text + ", " + here.text;
            here.optional = above.back().optional + " " + here.optional;
        }
        above.push_back(here);
        search::SourcePhrase phrase{search::PhraseKind::index, here.text, here.optional, {}};
        eachPart(query.view(5), [&](std::size_t, std::string_view written) {
            if (auto code = referenceOf(written, system)) phrase.codes.push_back(std::move(*code));
        });
        if (!phrase.codes.empty()) phrases.push_back(std::move(phrase));
        eachPart(query.view(6), [&](std::size_t column, std::string_view written) {
            auto code = referenceOf(written, system);
            if (!code) return;
            // The heading of the terms themselves comes first.
            const auto heading = column + 1 < columns.size() && columns.size() == 7 ? columns[column + 1]
                                 : column < columns.size()                          ? columns[column]
                                                                                    : std::string();
            phrases.push_back(
                {search::PhraseKind::index, here.text + ", " + heading, here.optional, {std::move(*code)}});
        });
    }
}

}  // namespace

Status readSearchPhrases(Database& database, const ReferenceTables& tables, std::vector<search::SourcePhrase>& phrases)
{
    CW_TRY(const auto lists, tables.lists());
    if (const auto tabular = newest(lists, ListKind::tabular)) CW_CHECK(readInclusions(database, *tabular, phrases));
    constexpr std::array indexes = {ListKind::index, ListKind::externalIndex, ListKind::neoplasm, ListKind::drugs,
                                    ListKind::pcsIndex};
    for (const auto kind : indexes) {
        const auto list = newest(lists, kind);
        if (!list) continue;
        CW_TRY(const auto columns, tables.indexColumns(kind));
        CW_CHECK(readIndex(database, *list, columns, phrases));
    }
    return {};
}

}  // namespace cw::store
