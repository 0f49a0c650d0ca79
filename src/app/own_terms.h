#pragma once

#include "app/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::app {

/// The words and abbreviations that a site searches by beside the official ones. Everybody finds by them; those change them
/// who may import code tables. Every change is audited. The index has to be made anew after one (CodeIndexSource).
class OwnTerms {
public:
    explicit OwnTerms(Workspace& workspace) : m_workspace(workspace) {}

    /// By term.
    Result<std::vector<SiteTerm>> list() { return m_workspace.siteTerms().siteTerms(); }
    /// `codes` with or without dots, separated by commas or blanks; they need not be in an installed table. Fails with
    /// invalidInput for what is no code at all (APP-140), else as SiteTerms::addSiteTerm().
    Result<SiteTerm> add(std::string_view term, std::string_view words, std::string_view codes);
    /// Fails with notFound when the term is gone.
    Result<SiteTerm> change(const SiteTerm& seen, std::string_view term, std::string_view words,
                            std::string_view codes);
    Status remove(const SiteTerm& seen);

private:
    Status tell(WriteTx& tx, std::string_view action, std::string_view term);

    Workspace& m_workspace;
};

}  // namespace cw::app
