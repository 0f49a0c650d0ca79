#include "base/text.h"
#include "store/reference/lists/reference_lists.h"

namespace cw::store {

namespace {

Status checkTerm(const SiteTerm& term)
{
    if (text::trim(term.term).empty())
        return Error{ErrorKind::invalidInput, "STORE-240", "a term of the site must not be empty"};
    if (text::trim(term.words).empty() && term.codes.empty())
        return Error{ErrorKind::invalidInput, "STORE-241", "say what the term stands for: words, codes or both"};
    return {};
}

/// As it will be stored: trimmed, with the time.
SiteTerm tidied(const SiteTerm& term, Instant now)
{
    SiteTerm tidy = term;
    tidy.term = text::trim(term.term);
    tidy.words = text::trim(term.words);
    tidy.addedAt = now;
    return tidy;
}

Error taken(const SiteTerm& term)
{
    return {ErrorKind::conflict, "STORE-242", "the site has the term " + term.term + " already"};
}

Error missing(SiteTermId id)
{
    return {ErrorKind::notFound, "STORE-243", "no term of the site " + std::to_string(id.value)};
}

}  // namespace

Result<std::vector<SiteTerm>> ReferenceLists::siteTerms() const
{
    CW_TRY(auto query, m_database.prepare("SELECT id, term, words, codes, added_at, added_by FROM site_term "
                                          "ORDER BY term, id"));
    std::vector<SiteTerm> terms;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return terms;
        SiteTerm term;
        term.id = {query.integer(0)};
        term.term = query.text(1);
        term.words = query.text(2);
        term.codes = unpackParts(query.view(3));
        term.addedAt = {query.integer(4)};
        term.addedBy = query.text(5);
        terms.push_back(std::move(term));
    }
}

Result<SiteTerm> ReferenceLists::addSiteTerm(const SiteTerm& term)
{
    CW_CHECK(checkTerm(term));
    auto tidy = tidied(term, m_clock.now());
    CW_TRY(auto transaction, Transaction::begin(m_database));
    CW_TRY(auto insert, m_database.prepare("INSERT INTO site_term (term, words, codes, added_at, added_by) "
                                           "VALUES (?, ?, ?, ?, ?)"));
    insert.bind(tidy.term).bind(tidy.words).bind(packParts(tidy.codes));
    insert.bind(tidy.addedAt.milliseconds).bind(tidy.addedBy);
    if (auto done = insert.run(); !done) return done.error().kind == ErrorKind::conflict ? taken(tidy) : done.error();
    tidy.id = {m_database.lastRowId()};
    CW_CHECK(transaction.commit());
    return tidy;
}

Result<SiteTerm> ReferenceLists::changeSiteTerm(const SiteTerm& term)
{
    CW_CHECK(checkTerm(term));
    auto tidy = tidied(term, m_clock.now());
    CW_TRY(auto transaction, Transaction::begin(m_database));
    CW_TRY(auto update, m_database.prepare("UPDATE site_term SET term = ?, words = ?, codes = ?, added_at = ?, "
                                           "added_by = ? WHERE id = ?"));
    update.bind(tidy.term).bind(tidy.words).bind(packParts(tidy.codes));
    update.bind(tidy.addedAt.milliseconds).bind(tidy.addedBy).bind(tidy.id.value);
    if (auto done = update.run(); !done) return done.error().kind == ErrorKind::conflict ? taken(tidy) : done.error();
    if (m_database.changes() == 0) return missing(term.id);
    CW_CHECK(transaction.commit());
    return tidy;
}

Status ReferenceLists::removeSiteTerm(SiteTermId term)
{
    CW_TRY(auto transaction, Transaction::begin(m_database));
    CW_TRY(auto remove, m_database.prepare("DELETE FROM site_term WHERE id = ?"));
    CW_CHECK(remove.bind(term.value).run());
    if (m_database.changes() == 0) return missing(term);
    return transaction.commit();
}

}  // namespace cw::store
