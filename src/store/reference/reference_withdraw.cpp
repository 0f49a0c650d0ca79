#include "store/reference/reference_library.h"
#include "store/reference/release_dates.h"

namespace cw::store {

namespace {

/// Wordings that no other release has.
Result<std::vector<std::int64_t>> ownTexts(Database& database, ReleaseId release)
{
    CW_TRY(auto query,
           database.prepare("SELECT text_id FROM code_in_release mine WHERE release_id = ? AND NOT EXISTS (SELECT 1 "
                            "FROM code_in_release o WHERE o.text_id = mine.text_id AND o.release_id <> ?)"));
    query.bind(release.value).bind(release.value);
    std::vector<std::int64_t> ids;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return ids;
        ids.push_back(query.integer(0));
    }
}

Status removeTexts(Database& database, const std::vector<std::int64_t>& ids)
{
    CW_TRY(auto remove, database.prepare("DELETE FROM code_text WHERE id = ?"));
    for (const auto id : ids) {
        remove.bind(id);
        CW_CHECK(remove.run());
    }
    return {};
}

}  // namespace

Status ReferenceLibrary::withdraw(ReleaseId release)
{
    m_version = -1;
    CW_TRY(auto transaction, Transaction::begin(*m_database));
    CW_TRY(const auto orphans, ownTexts(*m_database, release));
    CW_TRY(auto members, m_database->prepare("DELETE FROM code_in_release WHERE release_id = ?"));
    CW_CHECK(members.bind(release.value).run());
    CW_TRY(auto listed, m_database->prepare("DELETE FROM code_release WHERE id = ?"));
    CW_CHECK(listed.bind(release.value).run());
    if (m_database->changes() == 0)
        return Error{ErrorKind::notFound, "STORE-220", "no installed release " + std::to_string(release.value)};
    CW_CHECK(removeTexts(*m_database, orphans));
    for (const auto system : {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::hcpcs, CodeSystem::cpt})
        CW_CHECK(keepEndedCodes(*m_database, system));
    CW_CHECK(transaction.commit());
    shrinkLog();
    return {};
}

}  // namespace cw::store
