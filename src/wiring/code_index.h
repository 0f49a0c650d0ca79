#pragma once

#include "app/code_finder.h"
#include "base/clock.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace cw::wiring {

/// The search index of a workspace: the file "search.idx" beside the library, mapped into memory. A cache: deleted or
/// damaged it is made anew. Opens the library on a connection of its own, so that any thread may call.
class LibraryIndex final : public app::CodeIndexSource {
public:
    /// The clock must outlive the index.
    LibraryIndex(std::filesystem::path folder, const Clock& clock) : m_folder(std::move(folder)), m_clock(clock) {}

    Result<std::shared_ptr<const search::Index>> current() override;
    /// Two that come at once do the work once.
    Result<bool> refresh(const Progress& progress) override;

private:
    Result<std::string> wantedKey() const;
    std::filesystem::path file() const { return m_folder / "search.idx"; }

    const std::filesystem::path m_folder;
    const Clock& m_clock;
    std::mutex m_making;
    std::mutex m_mutex;
    std::shared_ptr<const search::Index> m_index;
};

}  // namespace cw::wiring
