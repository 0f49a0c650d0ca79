#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/code_library.h"
#include "codeset/reference_list.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A node of the installed Tabular List.
struct TabularEntry {
    std::int64_t id = 0;
    TabularLevel level = TabularLevel::code;
    std::string name;  ///< Codes with dot.
    std::string title;
    bool hasChildren = false;
};

/// Notes of one level, from chapter to code.
struct NotesAtLevel {
    TabularEntry entry;
    std::vector<CodeNote> notes;
};

/// Everything the Tabular List says of a code.
struct TabularPlace {
    std::vector<NotesAtLevel> levels;                 ///< Chapter, block, category, ..., the nearest listed ancestor.
    std::vector<SeventhCharacter> seventhCharacters;  ///< In force for the code; empty when it takes none.
    std::string release;  ///< "FY2017": the year of the notes, to be shown when it is not the code table's.
    bool isOlderThanCodes = false;
    bool restsOnAncestor = false;  ///< The list lists neither the code nor what it completes by a seventh character.
};

/// A term of an installed index.
struct IndexEntry {
    std::int64_t id = 0;      ///< Grows in the order of the book.
    std::int64_t parent = 0;  ///< 0 for main terms.
    ListKind kind = ListKind::index;
    IndexTerm term;
    bool hasChildren = false;
};

/// What the lists say of one code, each value with the list it comes from.
struct CodeFact {
    ListKind kind = ListKind::mpfs;
    std::string variant;
    std::string name;   ///< "Global days", "MUE practitioner", "HCC (V28)", "Present on admission".
    std::string value;  ///< "090", "3 a day, by policy".
    std::string release;
    bool coversDate = true;  ///< False: the list is of another period and used for want of a better one.
};

/// A PTP edit with what a rule says about it.
struct PtpHit {
    PtpEdit edit;
    std::string rationale;  ///< "Misuse of column two code with column one code"; may be empty.
    std::string variant;    ///< "practitioner", "outpatient".
    std::string release;
    bool coversDate = true;  ///< False: no list of the variant is in force on the date; this is the nearest.
};

/// Read side of the lists beside the code tables. One thread only, as CodeLibrary. An empty answer is no error: the list
/// may not be installed, which lists() tells.
class ReferenceTables {
public:
    virtual ~ReferenceTables() = default;

    virtual Result<std::vector<ReferenceList>> lists() const = 0;
    /// All that a list holds, in its own order (PTP edits by code), for indexes and exports. Fails with notFound.
    virtual Result<ListContent> content(ReferenceListId list) const = 0;

    /// Nothing when no Tabular List is installed or it knows no ancestor.
    virtual Result<std::optional<TabularPlace>> place(std::string_view compact, std::optional<Date> on) const = 0;
    /// Chapters when `parent` is 0, else what stands directly under a node.
    virtual Result<std::vector<TabularEntry>> tabularChildren(std::int64_t parent, std::optional<Date> on) const = 0;
    virtual Result<std::vector<CodeNote>> tabularNotes(std::int64_t node) const = 0;

    /// Terms directly under `parent` in order; main terms from `from` on (in letter order, any case) when it is 0.
    virtual Result<std::vector<IndexEntry>> indexTerms(ListKind kind, std::int64_t parent, std::string_view from,
                                                       int limit) const = 0;
    /// From the main term down to the term, inclusive.
    virtual Result<std::vector<IndexEntry>> indexPath(std::int64_t term) const = 0;
    /// The term that a `see` text names ("Neoplasm, abdomen, wall, skin"), as far down as it matches.
    virtual Result<std::optional<IndexEntry>> followSee(ListKind kind, std::string_view see) const = 0;
    /// Terms whose code is the given one or leads to it ("E11.2-"), with their paths.
    virtual Result<std::vector<IndexEntry>> indexTermsOf(std::string_view compact, int limit) const = 0;
    virtual Result<std::vector<std::string>> indexColumns(ListKind kind) const = 0;

    /// Values for the next axis after `prefix` (0 to 6 characters) over all installed tables, in order.
    virtual Result<std::vector<PcsValue>> pcsNext(std::string_view prefix) const = 0;
    virtual Result<std::optional<PcsTable>> pcsTable(std::string_view threeCharacters) const = 0;
    virtual Result<std::vector<PcsDefinition>> pcsDefinitions(char section, int axis, std::string_view term) const = 0;

    /// Validity-independent facts for the details of a code: fee schedule, MUE, add-on, flags, maps.
    virtual Result<std::vector<CodeFact>> facts(CodeSystem system, std::string_view compact,
                                                std::optional<Date> on) const = 0;
    /// PTP edits in force between two codes on the date, either way round; what a rule needs, as stored.
    virtual Result<std::vector<PtpEdit>> ptpEdits(std::string_view code, std::string_view other, Date on) const = 0;
    /// The same with the list of each: one answer a variant and edit.
    virtual Result<std::vector<PtpHit>> ptpBetween(std::string_view code, std::string_view other, Date on) const = 0;
    /// Every edit of a column 1 code in one list, of all dates, in the order of column 2.
    virtual Result<std::vector<PtpEdit>> ptpColumn(ReferenceListId /*list*/, std::string_view /*column1*/) const
    {
        return std::vector<PtpEdit>{};
    }
    /// Texts that PtpEdit::rationale counts in.
    virtual Result<std::vector<std::string>> ptpRationales(ReferenceListId /*list*/) const
    {
        return std::vector<std::string>{};
    }
    /// Every mapping from the code.
    virtual Result<std::vector<CodeMap>> mapsOf(std::string_view compact) const = 0;
};

/// Write side. Each install is one transaction, as with CodeLibraryWriter.
class ReferenceTablesWriter {
public:
    virtual ~ReferenceTablesWriter() = default;
    virtual Result<ListSummary> installList(const ParsedList& list, const Progress& progress) = 0;
    /// What installList() would answer, changing nothing.
    virtual Result<ListSummary> previewList(const ParsedList& list) const = 0;
    virtual Status withdrawList(ReferenceListId list) = 0;
};

}  // namespace cw
