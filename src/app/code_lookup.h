#pragma once

#include "codeset/code_library.h"
#include "codeset/reference_tables.h"

namespace cw::app {

/// A complete code for one seventh character.
struct SeventhChoice {
    SeventhCharacter character;
    CodeEntry entry;  ///< In a table and billable on the date.
};

/// A term of an index with the terms above it: "Diabetes, diabetic > type 2 > with > nephropathy".
struct IndexTrail {
    std::vector<IndexEntry> path;  ///< From the main term to the term that has the code.
};

/// A code with everything the details pane and `codes show` print.
struct CodeDetails {
    CodeEntry entry;
    std::vector<CodeEntry> ancestors;  ///< From the category down.
    std::vector<CodeEntry> children;
    bool isRelease = false;             ///< False when only the starter table knows it.
    std::optional<TabularPlace> place;  ///< Notes of every level; not set when no Tabular List is installed.
    /// What can be coded: of a code that lacks its seventh character, or of the same stem for a complete one.
    std::vector<SeventhChoice> seventh;
    std::vector<CodeFact> facts;
    std::vector<IndexTrail> indexTerms;  ///< At most CodeLookup::shownTerms.
    std::vector<CodeMap> maps;           ///< From the code, successors left out.
    std::vector<CodeEntry> successors;   ///< What came in its place; only code and system where no table has it.
};

/// Details of codes, and what stands under them. Needs no signed-in person: there is no patient in them.
class CodeLookup {
public:
    static constexpr int shownTerms = 20;

    /// Without `tables` there are no notes, facts, maps and index terms.
    explicit CodeLookup(const CodeLibrary& library, const ReferenceTables* tables = nullptr)
        : m_library(library), m_tables(tables)
    {}

    /// `code` with or without dot; without a system the first that knows it (ICD-10-CM, CPT, HCPCS, ICD-10-PCS).
    /// Fails with notFound (APP-020).
    Result<CodeDetails> details(std::string_view code, std::optional<CodeSystem> system, std::optional<Date> on) const;
    Result<std::vector<CodeEntry>> children(CodeSystem system, std::string_view parent, std::optional<Date> on) const
    {
        return m_library.children(system, parent, on);
    }
    /// The complete codes that an ICD-10-CM code leads to (Guidelines I.A.4, I.A.5), without a Tabular List those that
    /// the code table has one character below it.
    Result<std::vector<SeventhChoice>> seventhChoices(std::string_view compact, std::optional<Date> on) const;

private:
    Status addLists(CodeDetails& details, std::optional<Date> on) const;
    Result<std::vector<SeventhChoice>> choicesOf(std::string_view stem, const std::vector<SeventhCharacter>& characters,
                                                 std::optional<Date> on) const;

    const CodeLibrary& m_library;
    const ReferenceTables* m_tables;
};

/// Successors that an installed conversion table names (ICD-10-CM), as entries on the date.
Result<std::vector<CodeEntry>> successorsOf(const CodeLibrary& library, const ReferenceTables& tables,
                                            CodeSystem system, std::string_view compact, std::optional<Date> on);

}  // namespace cw::app
