#pragma once

#include "app/code_lookup.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::app {

/// A term opened: where it stands, what stands under it, where its `see` leads.
struct IndexPage {
    std::vector<IndexEntry> path;  ///< From the main term to the term itself.
    std::vector<IndexEntry> terms;
    std::optional<IndexEntry> seeTarget;
    std::optional<IndexEntry> seeAlsoTarget;
};

/// A value that the next character of an ICD-10-PCS code may take.
struct PcsChoice {
    PcsValue value;                     ///< Label empty when only the code table is installed.
    std::optional<std::int64_t> codes;  ///< How many codes are left with it; from the third character on.
    std::string example;                ///< Title of the only, or first, code; only without PCS tables.
};

/// One step of building an ICD-10-PCS code, axis by axis.
struct PcsStep {
    std::string prefix;
    int axis = 1;  ///< 1 to 7: the axis to choose; 8 when the code is complete.
    std::string axisTitle;
    std::vector<PcsChoice> choices;          ///< Empty when the prefix leads nowhere, or the code is complete.
    std::vector<PcsValue> chosen;            ///< The characters so far, with their labels.
    std::optional<std::int64_t> codesLeft;   ///< Under the prefix; from two characters on.
    std::vector<PcsDefinition> definitions;  ///< Of the operation, from the third character on, and of the last value.
    std::optional<CodeEntry> code;           ///< The finished code, when a table has it.
    bool isFromTables = false;               ///< False: read off the code table, without labels.
};

/// Walking through the books: Tabular List, indexes, ICD-10-PCS tables. No patient, no sign-in.
class CodeBrowser {
public:
    CodeBrowser(const CodeLibrary& library, const ReferenceTables& tables) : m_library(library), m_tables(tables) {}

    /// Chapters for 0. Empty when no Tabular List is installed.
    Result<std::vector<TabularEntry>> tabularChildren(std::int64_t parent, std::optional<Date> on) const
    {
        return m_tables.tabularChildren(parent, on);
    }
    Result<std::vector<CodeNote>> tabularNotes(std::int64_t node) const { return m_tables.tabularNotes(node); }

    /// Main terms from `from` on, in the order of the book.
    Result<std::vector<IndexEntry>> mainTerms(ListKind index, std::string_view from, int limit) const
    {
        return m_tables.indexTerms(index, 0, from, limit);
    }
    /// Main terms that begin with the word, without case.
    Result<std::vector<IndexEntry>> findTerms(ListKind index, std::string_view word, int limit) const;
    Result<IndexPage> openTerm(const IndexEntry& term) const;
    /// The term that a `see` text names.
    Result<std::optional<IndexEntry>> follow(ListKind index, std::string_view see) const
    {
        return m_tables.followSee(index, see);
    }
    /// Headings of the cells of the Neoplasm Table or the Table of Drugs.
    Result<std::vector<std::string>> columns(ListKind index) const { return m_tables.indexColumns(index); }

    /// `prefix` of 0 to 7 characters, any case. Fails with invalidInput for another length (APP-130).
    Result<PcsStep> pcs(std::string_view prefix, std::optional<Date> on) const;

private:
    Status stepFromTables(PcsStep& step) const;
    Status stepFromCodes(PcsStep& step, std::optional<Date> on) const;

    const CodeLibrary& m_library;
    const ReferenceTables& m_tables;
};

/// Notes and titles hold codes ("E08.-", "I12-I13"): what of a text is a code or the beginning of one, to be made a link.
struct CodeInText {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string code;  ///< Compact, without dash: "E08".
};
std::vector<CodeInText> codesIn(std::string_view text);

}  // namespace cw::app
