#include "edits/tables/table_source.h"

namespace cw {

Result<std::vector<Release>> LibrarySource::releases() const
{
    const std::scoped_lock lock(m_mutex);
    return m_library.releases();
}

Result<CodeStanding> LibrarySource::standing(CodeSystem system, std::string_view compact, Date on) const
{
    const std::scoped_lock lock(m_mutex);
    return m_library.standing(system, compact, on);
}

Result<std::vector<CodeEntry>> LibrarySource::children(CodeSystem system, std::string_view parent, Date on) const
{
    const std::scoped_lock lock(m_mutex);
    return m_library.children(system, parent, on);
}

Result<std::optional<CodeEntry>> LibrarySource::modifier(std::string_view text, Date on) const
{
    const std::scoped_lock lock(m_mutex);
    return m_library.modifier(text, on);
}

Result<std::vector<ReferenceList>> LibrarySource::lists() const
{
    if (m_tables == nullptr) return std::vector<ReferenceList>{};
    const std::scoped_lock lock(m_mutex);
    return m_tables->lists();
}

Result<ListContent> LibrarySource::content(ReferenceListId list) const
{
    if (m_tables == nullptr)
        return Error{ErrorKind::notFound, "EDITS-022",
                     "no lists beside the code tables: " + std::to_string(list.value)};
    const std::scoped_lock lock(m_mutex);
    return m_tables->content(list);
}

Result<std::vector<PtpEdit>> LibrarySource::ptpColumn(ReferenceListId list, std::string_view column1) const
{
    if (m_tables == nullptr) return std::vector<PtpEdit>{};
    const std::scoped_lock lock(m_mutex);
    return m_tables->ptpColumn(list, column1);
}

Result<std::vector<std::string>> LibrarySource::ptpRationales(ReferenceListId list) const
{
    if (m_tables == nullptr) return std::vector<std::string>{};
    const std::scoped_lock lock(m_mutex);
    return m_tables->ptpRationales(list);
}

}  // namespace cw
