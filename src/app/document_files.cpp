#include "app/document_files.h"

#include "base/file.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cw::app {

namespace {

DocumentType typeByName(const std::string& name)
{
    using Entry = std::pair<std::string_view, DocumentType>;
    static constexpr std::array<Entry, 14> words = {{
        {"progress", DocumentType::progressNote},
        {"visit", DocumentType::progressNote},
        {"note", DocumentType::progressNote},
        {"h&p", DocumentType::historyAndPhysical},
        {"operative", DocumentType::operativeReport},
        {"procedure", DocumentType::operativeReport},
        {"discharge", DocumentType::dischargeSummary},
        {"lab", DocumentType::labReport},
        {"imaging", DocumentType::imagingReport},
        {"xray", DocumentType::imagingReport},
        {"prescription", DocumentType::prescription},
        {"medication", DocumentType::prescription},
        {"pathology", DocumentType::pathologyReport},
        {"consult", DocumentType::consultNote},
    }};
    const auto lower = text::lowerAscii(name);
    // A telling word wins over a general "note": "operative_note" is an operative report.
    DocumentType found = DocumentType::other;
    for (const auto& [word, type] : words) {
        if (lower.find(word) == std::string::npos) continue;
        if (found == DocumentType::other || found == DocumentType::progressNote) found = type;
    }
    return found;
}

}  // namespace

Result<NewDocument> readDocumentFile(const std::filesystem::path& path)
{
    const auto name = path.filename().string();
    CW_TRY(auto bytes, readFile(path, std::uintmax_t{256} << 20U));
    CW_TRY(const auto format, recogniseDocument(bytes, name));
    NewDocument document;
    document.format = format;
    document.title = path.stem().string();
    document.type = typeByName(document.title);
    document.sourceName = name;
    if (format == DocumentFormat::plainText) {
        document.text = text::isUtf8(bytes) ? bytes : text::fromCp1252(bytes);
        if (document.text.starts_with("\xEF\xBB\xBF")) document.text.erase(0, 3);
        // What is shown and what proof counts offsets in are the same bytes.
        bytes = document.text;
        document.pages = 1;
    }
    document.bytes = std::move(bytes);
    return document;
}

std::vector<std::filesystem::path> filesBelow(const std::vector<std::filesystem::path>& paths,
                                              std::vector<std::string>& notes)
{
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths) {
        std::error_code failure;
        if (std::filesystem::is_directory(path, failure)) {
            std::vector<std::filesystem::path> inside;
            for (auto at = std::filesystem::recursive_directory_iterator(path, failure);
                 !failure && at != std::filesystem::recursive_directory_iterator(); at.increment(failure))
                if (at->is_regular_file(failure) && !at->path().filename().string().starts_with('.'))
                    inside.push_back(at->path());
            std::sort(inside.begin(), inside.end());
            files.insert(files.end(), inside.begin(), inside.end());
            if (failure) notes.push_back(path.filename().string() + ": the folder cannot be read to its end");
        } else if (std::filesystem::exists(path, failure)) {
            files.push_back(path);
        } else {
            notes.push_back(path.filename().string() + ": no such file");
        }
    }
    return files;
}

}  // namespace cw::app
