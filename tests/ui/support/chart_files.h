#pragma once

#include <filesystem>

namespace cw::ui {

/// Writes a folder of mixed documents about the demo's patient of encounter V-10441, and one about nobody: a C-CDA with a
/// table, an HL7 lab result, a PDF letter, a scanned page, an RTF and an HTML note. All of it is invented.
void writeChartFiles(const std::filesystem::path& folder);
/// The C-CDA once more with a higher version number and other words.
void writeCorrectedSummary(const std::filesystem::path& file);
/// The authority that numbers the patient in these files.
constexpr const char* chartFilesAuthority = "2.16.840.1.113883.19.5.99999.1";

}  // namespace cw::ui
