#pragma once

#include "codeset/reference_tables.h"
#include "codeset/site_terms.h"
#include "store/reference/lists/list_catalogue.h"
#include "store/reference/reference_library.h"

namespace cw::store {

/// The lists beside the code tables and the site's own terms, in the file of a ReferenceLibrary and on its connection.
/// One object per thread, as the library.
class ReferenceLists final : public ReferenceTables, public ReferenceTablesWriter, public SiteTerms {
public:
    /// Both must outlive the object.
    ReferenceLists(ReferenceLibrary& library, const Clock& clock)
        : m_library(library), m_database(library.database()), m_clock(clock)
    {}

    Result<std::vector<ReferenceList>> lists() const override;
    Result<ListContent> content(ReferenceListId list) const override;

    Result<std::optional<TabularPlace>> place(std::string_view compact, std::optional<Date> on) const override;
    Result<std::vector<TabularEntry>> tabularChildren(std::int64_t parent, std::optional<Date> on) const override;
    Result<std::vector<CodeNote>> tabularNotes(std::int64_t node) const override;

    /// From the newest list of the kind, as all reads of indexes. Main terms begin at the first one whose letters are not
    /// before `from`, and go on in the order of the book.
    Result<std::vector<IndexEntry>> indexTerms(ListKind kind, std::int64_t parent, std::string_view from,
                                               int limit) const override;
    Result<std::vector<IndexEntry>> indexPath(std::int64_t term) const override;
    /// Looks in the index of the kind, then in the Neoplasm Table and the Table of Drugs when they match further down.
    Result<std::optional<IndexEntry>> followSee(ListKind kind, std::string_view see) const override;
    /// The nearest codes first: those of the code itself, then of what stands above it.
    Result<std::vector<IndexEntry>> indexTermsOf(std::string_view compact, int limit) const override;
    Result<std::vector<std::string>> indexColumns(ListKind kind) const override;

    Result<std::vector<PcsValue>> pcsNext(std::string_view prefix) const override;
    Result<std::optional<PcsTable>> pcsTable(std::string_view threeCharacters) const override;
    /// An empty term gives all of the axis; letters are compared without case.
    Result<std::vector<PcsDefinition>> pcsDefinitions(char section, int axis, std::string_view term) const override;

    Result<std::vector<CodeFact>> facts(CodeSystem system, std::string_view compact,
                                        std::optional<Date> on) const override;
    Result<std::vector<PtpEdit>> ptpEdits(std::string_view code, std::string_view other, Date on) const override;
    /// Edits that were deleted on their first day (indicator 9) never held and are left out.
    Result<std::vector<PtpHit>> ptpBetween(std::string_view code, std::string_view other, Date on) const override;
    Result<std::vector<PtpEdit>> ptpColumn(ReferenceListId list, std::string_view column1) const override;
    Result<std::vector<std::string>> ptpRationales(ReferenceListId list) const override;
    Result<std::vector<CodeMap>> mapsOf(std::string_view compact) const override;

    /// Fails with cancelled (STORE-230); invalidInput for a malformed PTP code (STORE-231), a row before its parent
    /// (STORE-232), a list without rows (STORE-235) or content of another kind (STORE-236); conflict when another file
    /// already gives this kind, variant and name (STORE-237). Codes are counted as unknown as of the install.
    Result<ListSummary> installList(const ParsedList& list, const Progress& progress) override;
    Result<ListSummary> previewList(const ParsedList& list) const override;
    /// Fails with notFound (STORE-238).
    Status withdrawList(ReferenceListId list) override;

    Result<std::vector<SiteTerm>> siteTerms() const override;
    Result<SiteTerm> addSiteTerm(const SiteTerm& term) override;
    Result<SiteTerm> changeSiteTerm(const SiteTerm& term) override;
    Status removeSiteTerm(SiteTermId term) override;

private:
    Result<bool> isOlderThanCodes(const ReferenceList& list, std::optional<Date> on) const;

    ReferenceLibrary& m_library;
    Database& m_database;
    const Clock& m_clock;
};

}  // namespace cw::store
