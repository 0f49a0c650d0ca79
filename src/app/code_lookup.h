#pragma once

#include "codeset/code_library.h"

namespace cw::app {

/// A code with everything the details pane and `codes show` print.
struct CodeDetails {
    CodeEntry entry;
    std::vector<CodeEntry> ancestors;  ///< From the category down.
    std::vector<CodeEntry> children;
    bool isRelease = false;  ///< False when only the starter table knows it.
};

/// Searching and browsing the code tables. Needs no signed-in person: there is no patient in them.
class CodeLookup {
public:
    explicit CodeLookup(const CodeLibrary& library) : m_library(library) {}

    Result<std::vector<SearchHit>> search(const SearchRequest& request) const { return m_library.search(request); }
    /// `code` with or without dot; without a system the first that knows it (ICD-10-CM, CPT, HCPCS, ICD-10-PCS).
    /// Fails with notFound (APP-020).
    Result<CodeDetails> details(std::string_view code, std::optional<CodeSystem> system, std::optional<Date> on) const;
    Result<std::vector<CodeEntry>> children(CodeSystem system, std::string_view parent, std::optional<Date> on) const
    {
        return m_library.children(system, parent, on);
    }

private:
    const CodeLibrary& m_library;
};

}  // namespace cw::app
