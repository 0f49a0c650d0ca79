#include "app/document_files.h"
#include "app/intake/intake_run.h"
#include "app/intake/record_text.h"
#include "base/file.h"
#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view importedName = "imported";
constexpr std::string_view refusedName = "refused";

/// In the place of a size: the file was imported and could not be moved. It is left alone until it changes.
constexpr auto unmovable = static_cast<std::uintmax_t>(-1);

/// Files that are to go to one owner: the encounter whose id the folder has as its name, or nobody.
struct Group {
    std::string encounterId;
    std::vector<fs::path> files;
};

std::optional<std::pair<std::uintmax_t, std::int64_t>> markOf(const fs::path& file)
{
    std::error_code failure;
    const auto size = fs::file_size(file, failure);
    if (failure) return std::nullopt;
    const auto time = fs::last_write_time(file, failure);
    if (failure) return std::nullopt;
    return std::pair(size, static_cast<std::int64_t>(time.time_since_epoch().count()));
}

/// The files that lie there as they did at the last sweep; `seen` learns how the others lie now.
void keepStill(std::vector<fs::path>& files, IntakeFolder::Seen& seen, IntakeFolder::Seen& now)
{
    std::erase_if(files, [&](const fs::path& file) {
        const auto mark = markOf(file);
        if (!mark) return false;  // No ordinary file: refused at once.
        const auto before = seen.find(file);
        if (before != seen.end() && before->second == std::pair(unmovable, mark->second)) {
            now[file] = before->second;
            return true;
        }
        now[file] = *mark;
        return before == seen.end() || before->second != *mark;
    });
}

/// A name in the folder that is free: "lab.pdf", "lab (2).pdf" …
fs::path freeName(const fs::path& wanted)
{
    std::error_code failure;
    for (int count = 1;; ++count) {
        auto name = wanted;
        if (count > 1)
            name.replace_filename(wanted.stem().string() + " (" + std::to_string(count) + ")" +
                                  wanted.extension().string());
        if (!fs::exists(fs::symlink_status(name, failure))) return name;
    }
}

/// Moves the file to `imported` or `refused`, under the folders in which it lay; notes go beside it as a text.
Status putAway(const fs::path& root, const FileResult& result)
{
    const auto& outcome = result.outcome;
    const bool isRefused = outcome.rejected > 0 && outcome.documents + outcome.versions + outcome.encounters +
                                                           outcome.updated + outcome.merged + outcome.charges +
                                                           outcome.codes + outcome.unmatched ==
                                                       0;
    const auto name = result.path.filename().string();
    const auto relative = result.path.lexically_relative(root);
    const auto target = freeName(root / (isRefused ? refusedName : importedName) / relative);
    std::error_code failure;
    fs::create_directories(target.parent_path(), failure);
    if (!failure) fs::rename(result.path, target, failure);
    if (failure) return Error{ErrorKind::io, "APP-178", name + ": it cannot be moved (" + failure.message() + ")"};
    if (outcome.notes.empty()) return {};
    auto why = target;
    why += ".txt";
    return writeFileAtomically(freeName(why), text::join(outcome.notes, "\n") + "\n");
}

}  // namespace

Result<std::filesystem::path> IntakeFolder::folder() const
{
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto value, m_workspace.settings().value(*tx, "intake.folder"));
    return fs::path(value);
}

Status IntakeFolder::setFolder(const std::filesystem::path& folder)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    std::error_code failure;
    auto plain = folder;
    if (!folder.empty()) {
        if (!fs::is_directory(folder, failure))
            return Error{ErrorKind::invalidInput, "APP-179", folder.filename().string() + ": no such folder"};
        plain = fs::canonical(folder, failure);
    }
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.settings().setValue(*tx, "intake.folder", plain.string()));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "intake.folder", {}, plain.empty() ? "none" : "set"}));
    return tx->commit();
}

namespace {

/// What lies in the folder: a group of files for each sub-folder that is an encounter, one for the rest.
Result<std::vector<Group>> groupsOf(Workspace& workspace, const fs::path& root, std::vector<std::string>& notes)
{
    std::vector<Group> groups(1);
    std::error_code failure;
    std::vector<fs::path> entries;
    for (auto at = fs::directory_iterator(root, failure); !failure && at != fs::directory_iterator();
         at.increment(failure))
        entries.push_back(at->path());
    if (failure) return Error{ErrorKind::io, "APP-180", "the watched folder cannot be read: " + failure.message()};
    std::sort(entries.begin(), entries.end());
    CW_TRY(auto tx, workspace.work().beginRead());
    for (const auto& entry : entries) {
        const auto name = entry.filename().string();
        if (name == importedName || name == refusedName || name.starts_with('.')) continue;
        const bool isFolder = fs::is_directory(fs::symlink_status(entry, failure));
        if (fs::is_symlink(fs::symlink_status(entry, failure))) {
            notes.push_back(name + ": a link; links are not followed here");
            continue;
        }
        bool isEncounter = false;
        if (isFolder) {
            CW_TRY(isEncounter, workspace.encounters().exists(*tx, name));
        }
        const auto files = filesBelow({entry}, notes);
        if (isEncounter) {
            groups.push_back({name, files});
        } else {
            groups.front().files.insert(groups.front().files.end(), files.begin(), files.end());
        }
    }
    return groups;
}

}  // namespace

Result<IntakeOutcome> IntakeFolder::sweep(Seen& seen, const Progress& progress, PageReader* pages)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    CW_TRY(const auto root, folder());
    IntakeOutcome total;
    if (root.empty()) return total;
    CW_TRY(auto groups, groupsOf(m_workspace, root, total.notes));
    // What is never followed need not be told again every few seconds.
    if (seen.contains(root)) total.notes.clear();
    std::string makes;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(makes, m_workspace.settings().value(*tx, "intake.makeEncounters"));
    }
    Seen now;
    now[root] = {};
    for (auto& group : groups) {
        keepStill(group.files, seen, now);
        if (group.files.empty()) continue;
        IntakeOptions options;
        options.mayMakeEncounters = makes == "yes";
        options.pages = pages;
        if (!group.encounterId.empty()) options.encounterId = group.encounterId;
        CW_TRY(const auto results, IntakeRun(m_workspace, options, progress).run(group.files));
        for (const auto& result : results) {
            addTo(total, result.outcome);
            const auto moved = putAway(root, result);
            if (moved) {
                now.erase(result.path);
            } else {
                now[result.path].first = unmovable;
                total.notes.push_back(moved.error().detail);
            }
        }
    }
    seen = std::move(now);
    return total;
}

}  // namespace cw::app
