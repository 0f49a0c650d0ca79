#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/reference_list.h"
#include "codeset/release.h"
#include "import/code_file.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Everything that one official file holds.
struct ParsedFile {
    std::vector<ParsedRelease> releases;  ///< Code tables: at most one a system.
    std::vector<ParsedList> lists;
    std::vector<std::string> ignored;  ///< Members of a zip that hold nothing known: "ReadMe.txt".
};

/// Reads any official file, zip, xz or plain, recognised by content; of a zip every member that is known. With
/// `options.kind` only that kind is read. Fails as parseCodeFile() does; one malformed member refuses the whole file.
Result<ParsedFile> parseReferenceFile(const std::filesystem::path& file, const CodeFileOptions& options,
                                      const Progress& progress);
Result<ParsedFile> parseReferenceBytes(std::string bytes, const std::string& name, const CodeFileOptions& options,
                                       const Progress& progress);

/// A text to read as a list: the bytes of a file or of a member of a zip.
struct SourceText {
    std::string bytes;
    std::string name;                      ///< Without folders.
    std::string label;                     ///< For messages: "file.zip: member.xml".
    std::vector<std::string> periodNames;  ///< Names to ask for the period, best first.
};

/// Reads one format. A new format is a new entry of one of the tables below.
struct ListReader {
    ListKind kind;
    /// `head`: up to the first 64 KiB of the text; `name`: of the file or member.
    bool (*recognise)(std::string_view head, std::string_view name);
    /// Fills kind, variant, name, inForce, rowCount, content, rejections and checks; the caller adds the source.
    Result<ParsedList> (*parse)(const SourceText& text, const CodeFileOptions& options, const Progress& progress);
};
std::span<const ListReader> icdListReaders();  ///< import/icd: Tabular List, indexes, PCS tables, addenda.
std::span<const ListReader> cmsListReaders();  ///< import/cms: fee schedule, NCCI, MCE, HCC, POA, POS, maps.

}  // namespace cw
