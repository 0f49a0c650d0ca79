#include "app/document_files.h"

#include "base/file.h"

#include <algorithm>

namespace cw::app {

namespace {

namespace fs = std::filesystem;

bool isHidden(const fs::path& path)
{
    return path.filename().string().starts_with('.');
}

bool isInside(const fs::path& path, const fs::path& folder)
{
    const auto end = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end.first == folder.end();
}

enum class LinkTarget { inside, outside, nowhere };

LinkTarget targetOf(const fs::path& link, const fs::path& root)
{
    std::error_code failure;
    const auto target = fs::canonical(link, failure);
    if (failure) return LinkTarget::nowhere;
    return isInside(target, root) ? LinkTarget::inside : LinkTarget::outside;
}

/// All below one folder. Folders are never entered by way of a link, so nothing goes round in circles.
void collect(const fs::path& folder, std::vector<fs::path>& files, std::vector<std::string>& notes)
{
    std::error_code failure;
    const auto root = fs::canonical(folder, failure);
    auto at = fs::recursive_directory_iterator(folder, failure);
    for (; !failure && at != fs::recursive_directory_iterator(); at.increment(failure)) {
        const auto name = at->path().filename().string();
        std::error_code ignored;
        if (isHidden(at->path())) {
            if (!at->is_symlink(ignored) && at->is_directory(ignored)) at.disable_recursion_pending();
            continue;
        }
        if (at->is_symlink(ignored)) {
            const auto target = targetOf(at->path(), root);
            if (target == LinkTarget::outside) notes.push_back(name + ": a link that leads out of the folder");
            if (target == LinkTarget::nowhere) notes.push_back(name + ": a link that leads nowhere");
            // A folder inside is visited by its own name.
            if (target == LinkTarget::inside && !at->is_directory(ignored)) files.push_back(at->path());
        } else if (!at->is_directory(ignored)) {
            files.push_back(at->path());
        }
    }
    if (failure) notes.push_back(folder.filename().string() + ": the folder cannot be read to its end");
}

}  // namespace

Status checkFile(const std::filesystem::path& path)
{
    const auto name = path.filename().string();
    std::error_code failure;
    const auto status = fs::status(path, failure);
    if (!fs::exists(status)) return Error{ErrorKind::notFound, "APP-155", name + ": no such file"};
    if (!fs::is_regular_file(status))
        return Error{ErrorKind::invalidInput, "APP-156", name + ": not a file but a folder, device, socket or pipe"};
    const auto size = fs::file_size(path, failure);
    if (failure) return {};  // Reading it will tell why.
    if (size > largestDocument)
        return Error{ErrorKind::invalidInput, "APP-157", name + ": the file is larger than 256 MB"};
    if (size == 0) return Error{ErrorKind::invalidInput, "APP-158", name + ": the file is empty (0 bytes)"};
    return {};
}

Result<FileDocument> readOneDocument(const std::filesystem::path& path, IdSource& ids, const Progress& progress)
{
    const auto name = path.filename().string();
    CW_CHECK(checkFile(path));
    CW_TRY(auto bytes, readFile(path, largestDocument));
    CW_TRY(auto content, readIncoming(std::move(bytes), name, {}, ids, progress));
    std::size_t documents = 0;
    for (const auto& item : content.items) documents += item.documents.size();
    if (documents != 1)
        return Error{ErrorKind::invalidInput, "APP-159",
                     name + ": it holds " + std::to_string(documents) + " documents where one is expected"};
    FileDocument found;
    for (auto& item : content.items) {
        if (item.documents.empty()) continue;
        found.document = std::move(item.documents.front());
        found.patient = std::move(item.patient);
        found.document.codes.insert(found.document.codes.end(), item.codes.begin(), item.codes.end());
    }
    return found;
}

std::vector<std::filesystem::path> filesBelow(const std::vector<std::filesystem::path>& paths,
                                              std::vector<std::string>& notes)
{
    std::vector<fs::path> files;
    for (const auto& path : paths) {
        std::error_code failure;
        if (fs::is_directory(path, failure)) {
            std::vector<fs::path> inside;
            collect(path, inside, notes);
            std::sort(inside.begin(), inside.end());
            files.insert(files.end(), inside.begin(), inside.end());
        } else if (fs::exists(path, failure)) {
            files.push_back(path);
        } else {
            notes.push_back(path.filename().string() + ": no such file");
        }
    }
    return files;
}

}  // namespace cw::app
