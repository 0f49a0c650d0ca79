#include "app/code_finder.h"

namespace cw::app {

Result<search::Searcher*> CodeFinder::searcher()
{
    CW_TRY(auto index, m_source.current());
    if (index != m_index || m_searcher == nullptr) {
        m_index = std::move(index);
        m_searcher = std::make_unique<search::Searcher>(m_index);
    }
    return m_searcher.get();
}

Result<std::vector<search::Hit>> CodeFinder::find(const search::Query& query)
{
    CW_TRY(auto* ready, searcher());
    return ready->find(query);
}

Result<std::vector<search::TextRange>> CodeFinder::highlights(const std::string& query, const std::string& text)
{
    CW_TRY(auto* ready, searcher());
    return ready->highlights(query, text);
}

}  // namespace cw::app
