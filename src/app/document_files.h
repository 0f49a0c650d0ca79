#pragma once

#include "chart/document.h"

#include <filesystem>
#include <vector>

namespace cw::app {

/// Reads one document and recognises it by its content. Title: the file's name without ending; type from words in the
/// name ("lab", "operative" …), else other. Text in Windows-1252 becomes UTF-8. The detail of an Error names the file.
Result<NewDocument> readDocumentFile(const std::filesystem::path& path);

/// Files as given and all files below folders, sorted; hidden files are passed over. A path that is not there adds a note.
std::vector<std::filesystem::path> filesBelow(const std::vector<std::filesystem::path>& paths,
                                              std::vector<std::string>& notes);

}  // namespace cw::app
