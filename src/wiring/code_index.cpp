#include "wiring/code_index.h"

#include "base/digest.h"
#include "base/file.h"
#include "search/index_builder.h"
#include "search/knowledge_files.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/search_source.h"
#include "wiring/workspace_factory.h"

#include <array>

namespace cw::wiring {

namespace {

constexpr std::string_view indexVersion = "1";

/// Name, size and time of the knowledge files: enough to see that another version of the program brought others.
std::string stateOfKnowledge(const std::filesystem::path& folder)
{
    std::string state;
    for (const std::string_view name :
         {"abbreviations.tsv", "lay.tsv", "terms.tsv", "drugs.tsv", "procedures.tsv", "words.tsv"}) {
        std::error_code failure;
        const auto size = std::filesystem::file_size(folder / name, failure);
        const auto time = std::filesystem::last_write_time(folder / name, failure);
        state += failure ? "-" : std::to_string(size) + "@" + std::to_string(time.time_since_epoch().count());
        state += ' ';
    }
    return state;
}

}  // namespace

Result<std::string> LibraryIndex::wantedKey() const
{
    CW_TRY(const auto data, dataFolder());
    CW_TRY(const auto library,
           store::ReferenceLibrary::open(m_folder / "reference.db", m_clock, store::Database::Mode::readWrite));
    CW_TRY(const auto key, store::searchKey(*library));
    return std::string(indexVersion) + " " + key + " " + sha256Hex(stateOfKnowledge(data / "search")).substr(0, 16);
}

Result<std::shared_ptr<const search::Index>> LibraryIndex::current()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_index) return m_index;
        // A file that does not open is made anew below.
        if (auto opened = search::Index::open(file())) {
            m_index = std::move(*opened);
            return m_index;
        }
    }
    CW_CHECK(refresh({}));
    const std::scoped_lock lock(m_mutex);
    return m_index;
}

Result<bool> LibraryIndex::refresh(const Progress& progress)
{
    const std::scoped_lock making(m_making);
    CW_TRY(const auto key, wantedKey());
    {
        const std::scoped_lock lock(m_mutex);
        if (m_index && m_index->key() == key) return false;
        if (auto opened = search::Index::open(file()); opened && (*opened)->key() == key) {
            m_index = std::move(*opened);
            return true;
        }
    }
    CW_TRY(const auto data, dataFolder());
    CW_TRY(const auto library,
           store::ReferenceLibrary::open(m_folder / "reference.db", m_clock, store::Database::Mode::readWrite));
    store::ReferenceLists lists(*library, m_clock);
    CW_TRY(auto source, store::readSearchSource(*library, lists, lists));
    CW_TRY(auto knowledge, search::readKnowledge(data / "search"));
    source.key = key;
    std::move(knowledge.terms.begin(), knowledge.terms.end(), std::back_inserter(source.knowledge.terms));
    source.knowledge.variants = std::move(knowledge.variants);
    CW_TRY(auto bytes, search::buildIndex(source, progress));
    source = {};
    // Readers go on with the file that they have mapped; a folder that cannot be written to costs the next start a second.
    const auto written = writeFileAtomically(file(), bytes, true);
    auto opened = written ? search::Index::open(file()) : search::Index::fromBytes(std::move(bytes));
    if (!opened) return opened.error();
    const std::scoped_lock lock(m_mutex);
    m_index = std::move(*opened);
    return true;
}

}  // namespace cw::wiring
