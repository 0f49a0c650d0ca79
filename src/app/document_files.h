#pragma once

#include "import/documents/incoming.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace cw::app {

/// Larger files are refused before a byte of them is read.
constexpr std::uintmax_t largestDocument = std::uintmax_t{256} << 20U;

/// Whether a file may be read at all: a regular file with bytes, not above largestDocument. Fails with notFound (APP-155)
/// or invalidInput (APP-156: a device, socket or pipe; APP-157: too large; APP-158: 0 bytes), naming the file.
Status checkFile(const std::filesystem::path& path);

/// The one document of a file of any kind that readIncoming() knows, and the patient that it names (who may be nobody).
/// Fails with invalidInput (APP-159) when the file holds several documents or none.
struct FileDocument {
    IncomingDocument document;
    IncomingPatient patient;
};
Result<FileDocument> readOneDocument(const std::filesystem::path& path, IdSource& ids, const Progress& progress);

/// Files as given and all files below folders, sorted; hidden files and folders are passed over. Symbolic links inside a
/// folder that lead out of it, or nowhere, are not followed. What is not there or not followed adds a note.
std::vector<std::filesystem::path> filesBelow(const std::vector<std::filesystem::path>& paths,
                                              std::vector<std::string>& notes);

}  // namespace cw::app
