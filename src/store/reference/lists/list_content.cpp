#include "store/reference/lists/list_content.h"

#include <type_traits>

namespace cw::store {

namespace {

constexpr std::string_view rationalePart = "rationale";

template <class Rows>
Status checkParents(const Rows& rows, std::string_view what)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (rows[at].parent < -1 || rows[at].parent >= static_cast<std::int32_t>(at))
            return Error{ErrorKind::invalidInput, "STORE-232",
                         std::string(what) + " row " + std::to_string(at + 1) + " stands before its parent"};
    }
    return {};
}

struct RowCount {
    std::size_t operator()(const Tabular& x) const { return x.nodes.size(); }
    std::size_t operator()(const IndexTree& x) const { return x.terms.size(); }
    std::size_t operator()(const PcsTables& x) const { return x.tables.size(); }
    std::size_t operator()(const PcsDefinitions& x) const { return x.definitions.size(); }
    std::size_t operator()(const Addenda& x) const { return x.changes.size(); }
    std::size_t operator()(const FeeSchedule& x) const { return x.rows.size(); }
    std::size_t operator()(const PtpEdits& x) const { return x.edits.size(); }
    std::size_t operator()(const MueLimits& x) const { return x.limits.size(); }
    std::size_t operator()(const AddOnCodes& x) const { return x.rows.size(); }
    std::size_t operator()(const CodeFlags& x) const { return x.flags.size(); }
    std::size_t operator()(const CodeMaps& x) const { return x.maps.size(); }
    std::size_t operator()(const PlacesOfService& x) const { return x.rows.size(); }
};

template <class T>
Result<ListContent> asContent(Result<T> content)
{
    if (!content) return content.error();
    return ListContent(std::move(*content));
}

Result<FeeSchedule> readSchedule(Database& database, ReferenceListId list)
{
    CW_TRY(auto schedule, readFees(database, list));
    CW_TRY(auto query, database.prepare("SELECT conversion_factor FROM reference_list WHERE id = ?"));
    CW_TRY(const bool hasRow, query.bind(list.value).step());
    if (hasRow) schedule.conversionFactor = query.integer(0);
    return schedule;
}

Result<PtpEdits> readEdits(Database& database, ReferenceListId list)
{
    PtpEdits edits;
    CW_TRY(edits.rationales, readTexts(database, list, rationalePart));
    CW_TRY(edits.edits, ptp::read(database, list));
    return edits;
}

}  // namespace

std::int64_t contentRows(const ListContent& content)
{
    return static_cast<std::int64_t>(std::visit(RowCount{}, content));
}

bool fitsKind(ListKind kind, const ListContent& content)
{
    switch (kind) {
    case ListKind::tabular: return std::holds_alternative<Tabular>(content);
    case ListKind::index:
    case ListKind::externalIndex:
    case ListKind::neoplasm:
    case ListKind::drugs:
    case ListKind::pcsIndex: return std::holds_alternative<IndexTree>(content);
    case ListKind::pcsTables: return std::holds_alternative<PcsTables>(content);
    case ListKind::pcsDefinitions: return std::holds_alternative<PcsDefinitions>(content);
    case ListKind::addenda: return std::holds_alternative<Addenda>(content);
    case ListKind::mpfs: return std::holds_alternative<FeeSchedule>(content);
    case ListKind::ptp: return std::holds_alternative<PtpEdits>(content);
    case ListKind::mue: return std::holds_alternative<MueLimits>(content);
    case ListKind::addOn: return std::holds_alternative<AddOnCodes>(content);
    case ListKind::poaExempt:
    case ListKind::mce:
    case ListKind::opps:
    case ListKind::hcc: return std::holds_alternative<CodeFlags>(content);
    case ListKind::gems:
    case ListKind::conversion: return std::holds_alternative<CodeMaps>(content);
    case ListKind::placeOfService: return std::holds_alternative<PlacesOfService>(content);
    }
    return false;
}

Status checkOrder(const ListContent& content)
{
    if (const auto* tabular = std::get_if<Tabular>(&content)) return checkParents(tabular->nodes, "Tabular List");
    if (const auto* index = std::get_if<IndexTree>(&content)) return checkParents(index->terms, "index");
    return {};
}

Status writeContent(Database& database, ReferenceListId list, const ListContent& content,
                    const std::vector<ptp::Column>& packedEdits, RowProgress& progress)
{
    return std::visit(
        [&](const auto& rows) -> Status {
            if constexpr (std::is_same_v<std::decay_t<decltype(rows)>, PtpEdits>) {
                CW_CHECK(writeTexts(database, list, rationalePart, rows.rationales));
                return ptp::write(database, list, packedEdits, progress);
            } else {
                return write(database, list, rows, progress);
            }
        },
        content);
}

Result<ListContent> readContent(Database& database, const ReferenceList& list)
{
    switch (list.kind) {
    case ListKind::tabular: return asContent(readTabular(database, list.id));
    case ListKind::index:
    case ListKind::externalIndex:
    case ListKind::neoplasm:
    case ListKind::drugs:
    case ListKind::pcsIndex: return asContent(readIndex(database, list.id));
    case ListKind::pcsTables: return asContent(readPcsTables(database, list.id));
    case ListKind::pcsDefinitions: return asContent(readPcsDefinitions(database, list.id));
    case ListKind::addenda: return asContent(readAddenda(database, list.id));
    case ListKind::mpfs: return asContent(readSchedule(database, list.id));
    case ListKind::ptp: return asContent(readEdits(database, list.id));
    case ListKind::mue: return asContent(readMueLimits(database, list.id));
    case ListKind::addOn: return asContent(readAddOns(database, list.id));
    case ListKind::poaExempt:
    case ListKind::mce:
    case ListKind::opps:
    case ListKind::hcc: return asContent(readFlags(database, list.id));
    case ListKind::gems:
    case ListKind::conversion: return asContent(readMaps(database, list.id));
    case ListKind::placeOfService: return asContent(readPlaces(database, list.id));
    }
    return Error{ErrorKind::unsupported, "STORE-233", "reference list of an unknown kind"};
}

Status writeTexts(Database& database, ReferenceListId list, std::string_view part,
                  const std::vector<std::string>& texts)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO list_text (list_id, part, number, text) VALUES (?, ?, ?, ?)"));
    for (std::size_t at = 0; at < texts.size(); ++at) {
        insert.bind(list.value).bind(part).bind(static_cast<std::int64_t>(at)).bind(texts[at]);
        CW_CHECK(insert.run());
    }
    return {};
}

Result<std::vector<std::string>> readTexts(Database& database, ReferenceListId list, std::string_view part)
{
    CW_TRY(auto query, database.prepare("SELECT text FROM list_text WHERE list_id = ? AND part = ? ORDER BY number"));
    query.bind(list.value).bind(part);
    std::vector<std::string> texts;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return texts;
        texts.push_back(query.text(0));
    }
}

}  // namespace cw::store
