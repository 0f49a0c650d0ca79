#pragma once

#include "store/reference/lists/ptp_rows.h"

namespace cw::store {

/// Stores what a list holds; NCCI PTP edits come packed. Must run in the install's transaction.
Status writeContent(Database& database, ReferenceListId list, const ListContent& content,
                    const std::vector<ptp::Column>& packedEdits, RowProgress& progress);
/// Gives back what was stored, in the order of the file (PTP edits by code).
Result<ListContent> readContent(Database& database, const ReferenceList& list);

/// Rows that writeContent() will count.
std::int64_t contentRows(const ListContent& content);
/// True when the alternative is the one of the kind.
bool fitsKind(ListKind kind, const ListContent& content);
/// Fails with invalidInput when a row stands before its parent (STORE-232).
Status checkOrder(const ListContent& content);

/// Small texts of a list.
Status writeTexts(Database& database, ReferenceListId list, std::string_view part,
                  const std::vector<std::string>& texts);
Result<std::vector<std::string>> readTexts(Database& database, ReferenceListId list, std::string_view part);

// One pair for each kind of content; by file: book_*.cpp and fact_*.cpp.
Status write(Database& database, ReferenceListId list, const Tabular& tabular, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const IndexTree& index, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const PcsTables& tables, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const PcsDefinitions& definitions, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const Addenda& addenda, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const FeeSchedule& schedule, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const MueLimits& limits, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const AddOnCodes& codes, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const CodeFlags& flags, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const CodeMaps& maps, RowProgress& progress);
Status write(Database& database, ReferenceListId list, const PlacesOfService& places, RowProgress& progress);

Result<Tabular> readTabular(Database& database, ReferenceListId list);
Result<IndexTree> readIndex(Database& database, ReferenceListId list);
Result<PcsTables> readPcsTables(Database& database, ReferenceListId list);
Result<PcsDefinitions> readPcsDefinitions(Database& database, ReferenceListId list);
Result<Addenda> readAddenda(Database& database, ReferenceListId list);
/// All rows, or those of one code.
Result<FeeSchedule> readFees(Database& database, ReferenceListId list, std::optional<std::string_view> code = {});
Result<MueLimits> readMueLimits(Database& database, ReferenceListId list, std::optional<std::string_view> code = {});
Result<AddOnCodes> readAddOns(Database& database, ReferenceListId list, std::optional<std::string_view> code = {});
Result<CodeFlags> readFlags(Database& database, ReferenceListId list, std::optional<std::string_view> code = {});
Result<CodeMaps> readMaps(Database& database, ReferenceListId list, std::optional<std::string_view> from = {});
Result<PlacesOfService> readPlaces(Database& database, ReferenceListId list);

// Of one row, for readers of single rows.
Result<std::vector<CodeNote>> readNotes(Database& database, std::int64_t node);
Result<std::vector<SeventhCharacter>> readSeventh(Database& database, std::int64_t node);
/// The columns of `termColumns` from `column` on.
IndexTerm readTerm(const Statement& row, int column);
inline constexpr std::string_view termColumns = "title, nonessential, level, codes, see, see_also, cells";
Result<PcsTable> readPcsTable(Database& database, std::int64_t table);

}  // namespace cw::store
