#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "search/searcher.h"

#include <memory>
#include <string>
#include <vector>

namespace cw::app {

/// Where an index over the present state of the library comes from. One for a process, safe from any thread.
class CodeIndexSource {
public:
    virtual ~CodeIndexSource() = default;
    /// The newest index there is, made now when there is none yet; an older one goes on serving while a newer is made.
    virtual Result<std::shared_ptr<const search::Index>> current() = 0;
    /// Makes the index anew when library, search terms or lists have changed since; true when it did. Takes about a
    /// second: for a background thread. Fails with cancelled or as the library does.
    virtual Result<bool> refresh(const Progress& progress) = 0;
};

/// Finding codes as a person types. One thread only; asks its source for the newest index before each answer.
class CodeFinder {
public:
    explicit CodeFinder(CodeIndexSource& source) : m_source(source) {}
    /// Ranked hits (search/searcher.h).
    Result<std::vector<search::Hit>> find(const search::Query& query);
    /// Where the words of a query stand in a text, for highlighting.
    Result<std::vector<search::TextRange>> highlights(const std::string& query, const std::string& text);

private:
    Result<search::Searcher*> searcher();

    CodeIndexSource& m_source;
    std::shared_ptr<const search::Index> m_index;
    std::unique_ptr<search::Searcher> m_searcher;
};

}  // namespace cw::app
