#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace cw {

using SiteTermId = Id<struct SiteTermTag>;

/// A word or abbreviation that a site uses, and what it stands for: words to search with, codes, or both. No patient
/// data.
struct SiteTerm {
    SiteTermId id;
    std::string term;                ///< "DM2"; each once, upper and lower case alike.
    std::string words;               ///< "type 2 diabetes mellitus"
    std::vector<std::string> codes;  ///< Compact; need not be in an installed table.
    Instant addedAt;                 ///< When it was added or last changed.
    std::string addedBy;             ///< Account name.
};

/// The site's own synonyms, kept in the reference library beside the lists but independent of them.
class SiteTerms {
public:
    virtual ~SiteTerms() = default;
    /// By term.
    virtual Result<std::vector<SiteTerm>> siteTerms() const = 0;
    /// Gives the term with id and time set. Fails with invalidInput when the term is blank or has neither words nor
    /// codes, with conflict when it is there already.
    virtual Result<SiteTerm> addSiteTerm(const SiteTerm& term) = 0;
    /// Replaces the term with that id. Fails as addSiteTerm() does, and with notFound.
    virtual Result<SiteTerm> changeSiteTerm(const SiteTerm& term) = 0;
    /// Fails with notFound.
    virtual Status removeSiteTerm(SiteTermId term) = 0;
};

}  // namespace cw
