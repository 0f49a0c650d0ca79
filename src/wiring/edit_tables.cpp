#include "wiring/edit_tables.h"

#include "base/file.h"
#include "store/reference/library_key.h"
#include "store/reference/lists/reference_lists.h"
#include "wiring/workspace_factory.h"

#include <algorithm>
#include <map>

namespace cw::wiring {

namespace {

constexpr std::size_t mostSnapshots = 2;

/// A library that lives as long as the tables that are read from it.
class OwnLibrary final : public TableSource {
public:
    OwnLibrary(std::unique_ptr<store::ReferenceLibrary> library, const Clock& clock)
        : m_library(std::move(library)), m_lists(*m_library, clock), m_source(*m_library, &m_lists)
    {}
    Result<std::vector<Release>> releases() const override { return m_source.releases(); }
    Result<CodeStanding> standing(CodeSystem system, std::string_view compact, Date on) const override
    {
        return m_source.standing(system, compact, on);
    }
    Result<std::vector<CodeEntry>> children(CodeSystem system, std::string_view parent, Date on) const override
    {
        return m_source.children(system, parent, on);
    }
    Result<std::optional<CodeEntry>> modifier(std::string_view text, Date on) const override
    {
        return m_source.modifier(text, on);
    }
    Result<std::vector<ReferenceList>> lists() const override { return m_source.lists(); }
    Result<ListContent> content(ReferenceListId list) const override { return m_source.content(list); }
    Result<std::vector<PtpEdit>> ptpColumn(ReferenceListId list, std::string_view column1) const override
    {
        return m_source.ptpColumn(list, column1);
    }
    Result<std::vector<std::string>> ptpRationales(ReferenceListId list) const override
    {
        return m_source.ptpRationales(list);
    }

private:
    std::unique_ptr<store::ReferenceLibrary> m_library;
    store::ReferenceLists m_lists;
    LibrarySource m_source;
};

Result<std::shared_ptr<const TableSource>> openSource(const std::filesystem::path& folder)
{
    static const SystemClock clock;  // Asked at imports only, and nothing is imported here.
    const auto file = folder / "reference.db";
    auto opened = store::ReferenceLibrary::open(file, clock, store::Database::Mode::readOnly);
    // On a medium where the log of a reader cannot be made, or before the file was brought to the newest schema.
    if (!opened) opened = store::ReferenceLibrary::open(file, clock, store::Database::Mode::readWrite);
    CW_TRY(auto library, std::move(opened));
    return std::shared_ptr<const TableSource>(std::make_shared<OwnLibrary>(std::move(library), clock));
}

bool isSame(const std::vector<edits::RuleFile>& a, const std::vector<edits::RuleFile>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const edits::RuleFile& x, const edits::RuleFile& y) {
        return x.name == y.name && x.text == y.text;
    });
}

}  // namespace

Result<std::vector<edits::RuleFile>> shippedRuleFiles()
{
    CW_TRY(const auto data, dataFolder());
    const auto folder = data / "rules";
    std::vector<edits::RuleFile> files;
    std::error_code failure;
    if (!std::filesystem::exists(folder, failure)) return files;
    std::filesystem::recursive_directory_iterator entry(folder, failure);
    for (; !failure && entry != std::filesystem::recursive_directory_iterator(); entry.increment(failure)) {
        if (!entry->is_regular_file(failure) || entry->path().extension() != ".tsv") continue;
        CW_TRY(auto text, readFile(entry->path()));
        files.push_back({entry->path().lexically_relative(folder).generic_string(), std::move(text)});
    }
    if (failure) return Error{ErrorKind::io, "WIRING-060", "the files of rules cannot be read: " + failure.message()};
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return files;
}

std::shared_ptr<EditTables> EditTables::of(const std::filesystem::path& folder)
{
    // Tables take tens of megabytes and a third of a second: the threads of a window share them.
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<EditTables>> known;
    std::error_code ignored;
    auto place = std::filesystem::weakly_canonical(folder, ignored);
    if (ignored) place = folder;
    const std::scoped_lock lock(mutex);
    std::erase_if(known, [](const auto& one) { return one.second.expired(); });
    auto& slot = known[place.string()];
    auto tables = slot.lock();
    if (!tables) slot = tables = std::make_shared<EditTables>(place);
    return tables;
}

Result<std::shared_ptr<const RuleTables>> EditTables::make(const std::vector<edits::RuleFile>& files) const
{
    CW_TRY(const auto shipped, shippedRuleFiles());
    std::map<std::string, edits::RuleFile> merged;
    for (const auto& file : shipped) merged[file.name] = file;
    for (const auto& file : files) merged[file.name] = file;
    std::vector<edits::RuleFile> all;
    for (auto& [name, file] : merged) all.push_back(std::move(file));
    CW_TRY(auto data, edits::parseRuleData(all));
    CW_TRY(auto source, openSource(m_folder));
    return std::shared_ptr<const RuleTables>(
        std::make_shared<RuleTables>(std::move(source), std::make_shared<const edits::RuleData>(std::move(data))));
}

Result<std::shared_ptr<const RuleTables>> EditTables::current(store::ReferenceLibrary& library,
                                                              const std::vector<edits::RuleFile>& files)
{
    CW_TRY(auto key, store::libraryKey(library));
    // Who comes second waits instead of loading the same again.
    const std::scoped_lock lock(m_mutex);
    if (key != m_key) m_snapshots.clear();
    m_key = std::move(key);
    const auto found = std::find_if(m_snapshots.begin(), m_snapshots.end(),
                                    [&](const Snapshot& one) { return isSame(one.files, files); });
    if (found != m_snapshots.end()) {
        std::rotate(m_snapshots.begin(), found, std::next(found));
        return m_snapshots.front().tables;
    }
    CW_TRY(auto tables, make(files));
    m_snapshots.insert(m_snapshots.begin(), {files, std::move(tables)});
    if (m_snapshots.size() > mostSnapshots) m_snapshots.pop_back();
    return m_snapshots.front().tables;
}

}  // namespace cw::wiring
