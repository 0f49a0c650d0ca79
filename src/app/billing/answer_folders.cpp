#include "app/billing/answer_desk.h"
#include "base/file.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

namespace cw::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view doneName = "done";
constexpr std::string_view failedName = "failed";
constexpr auto settled = std::chrono::seconds(2);

/// Files of the folder, by name. Hidden ones are those that a transfer still writes.
Result<std::vector<fs::path>> filesIn(const fs::path& folder, const std::string& partner)
{
    std::error_code failure;
    std::vector<fs::path> files;
    for (auto at = fs::directory_iterator(folder, failure); !failure && at != fs::directory_iterator();
         at.increment(failure)) {
        const auto name = at->path().filename().string();
        std::error_code ignored;
        if (fs::is_regular_file(at->symlink_status(ignored)) && !name.starts_with('.') && !name.ends_with(".part") &&
            !name.ends_with(".tmp") && !name.ends_with(".filepart"))
            files.push_back(at->path());
    }
    if (failure)
        return Error{ErrorKind::io, "APP-282",
                     "the folder for answers of " + partner + " cannot be read: " + failure.message()};
    std::sort(files.begin(), files.end());
    return files;
}

bool isOld(const fs::path& file)
{
    std::error_code failure;
    const auto written = fs::last_write_time(file, failure);
    return !failure && fs::file_time_type::clock::now() - written > settled;
}

/// Takes out what is still being written: young files whose size changes within a second.
void dropGrowing(std::vector<fs::path>& files)
{
    std::map<fs::path, std::uintmax_t> young;
    std::error_code failure;
    for (const auto& file : files)
        if (!isOld(file)) young[file] = fs::file_size(file, failure);
    if (young.empty()) return;
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::erase_if(files, [&](const fs::path& file) {
        const auto before = young.find(file);
        return before != young.end() && (before->second == 0 || fs::file_size(file, failure) != before->second);
    });
}

/// Gives the file the name, unless something has it; then another: "era.835", "era (2).835" … Nothing is ever overwritten.
Result<fs::path> moveTo(const fs::path& file, const fs::path& folder)
{
    std::error_code failure;
    fs::create_directories(folder, failure);
    for (int count = 1; !failure && count < 10'000; ++count) {
        auto target = folder / file.filename();
        if (count > 1)
            target.replace_filename(file.stem().string() + " (" + std::to_string(count) + ")" +
                                    file.extension().string());
        // A link fails when the name is taken; a rename would overwrite.
        fs::create_hard_link(file, target, failure);
        if (!failure) {
            fs::remove(file, failure);
            if (!failure) return target;
            break;
        }
        std::error_code ignored;
        const bool isTaken = fs::exists(fs::symlink_status(target, ignored));
        if (!isTaken) {  // A file system without links.
            fs::rename(file, target, failure);
            if (!failure) return target;
            break;
        }
        failure.clear();
    }
    return Error{ErrorKind::io, "APP-283",
                 file.filename().string() + ": it cannot be moved (" + failure.message() + ")"};
}

/// Whether the same file would fail again.
bool isFinal(const Error& error)
{
    return error.kind == ErrorKind::invalidInput || error.kind == ErrorKind::corrupt ||
           error.kind == ErrorKind::unsupported;
}

void putAway(const fs::path& file, AnswerOutcome& outcome)
{
    if (outcome.error && !isFinal(*outcome.error)) return;  // It stays for the next time.
    const auto folder = file.parent_path() / (outcome.error ? failedName : doneName);
    const auto moved = moveTo(file, folder);
    std::error_code ignored;
    if (!moved && fs::exists(file, ignored)) outcome.warnings.push_back(moved.error().detail);
    if (!moved || !outcome.error) return;
    auto why = *moved;
    why += ".txt";
    if (const auto told = writeFileAtomically(why, describe(*outcome.error) + "\n"); !told)
        outcome.warnings.push_back(told.error().detail);
}

Result<std::vector<TradingPartner>> partnersOf(Workspace& workspace)
{
    CW_TRY(auto tx, workspace.work().beginRead());
    return workspace.directory().partners(*tx);
}

}  // namespace

Result<std::vector<AnswerOutcome>> AnswerDesk::importFolders(const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(const auto partners, partnersOf(m_workspace));
    std::vector<AnswerOutcome> outcomes;
    std::vector<fs::path> files;
    for (const auto& partner : partners) {
        if (!partner.isActive || partner.inFolder.empty()) continue;
        auto found = filesIn(partner.inFolder, partner.name);
        if (!found) {
            AnswerOutcome failed;
            failed.name = partner.name;
            failed.error = std::move(found).error();
            outcomes.push_back(std::move(failed));
            continue;
        }
        files.insert(files.end(), found->begin(), found->end());
    }
    // Two partners may share a folder.
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    dropGrowing(files);
    for (const auto& file : files) {
        if (progress.isCancelled()) break;
        CW_TRY(auto one, importFiles({file}, progress));
        putAway(file, one.front());
        outcomes.push_back(std::move(one.front()));
    }
    return outcomes;
}

}  // namespace cw::app
