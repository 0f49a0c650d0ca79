#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cw::test {

using ZipMembers = std::vector<std::pair<std::string, std::string>>;

/// A zip file with these members; `stored` without compression, so that a test can damage a member's bytes.
std::string makeZip(const ZipMembers& members, bool stored = false);
/// The same with every member encrypted.
std::string makeEncryptedZip(const ZipMembers& members);

/// The bytes packed as .xz or .gz.
std::string makeXz(const std::string& bytes);
std::string makeGz(const std::string& bytes);

/// A row of an ICD-10-CM or ICD-10-PCS order file, without line end.
std::string orderRow(int order, const std::string& code, char flag, const std::string& title);
/// Rows joined with CRLF, one at the end too.
std::string crlf(const std::vector<std::string>& rows);

/// A HCPCS record of 320 columns: `subject` in columns 1-5 as it stands there.
std::string hcpcsRecord(const std::string& subject, char record, const std::string& description,
                        const std::string& added = "20150101", const std::string& terminated = "");

/// The text of a file under tests/data/import.
std::string testData(const std::string& name);

/// A file of the shared reference folder, found through CHARTWRIGHT_SHARED or beside the source tree; nothing when it
/// is absent.
std::optional<std::filesystem::path> sharedFile(const std::string& relative);

/// A folder that is removed with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path write(const std::string& name, const std::string& bytes) const;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// "IMPORT-020: …" of a failed result, "success" of another.
template <class T>
std::string outcome(const Result<T>& result)
{
    return result ? "success" : describe(result.error());
}

}  // namespace cw::test

/// Stops the test with a message when a shared reference file is absent.
#define CW_SHARED_OR_SKIP(variable, relative)                                                                          \
    const auto variable = cw::test::sharedFile(relative);                                                              \
    if (!variable) GTEST_SKIP() << "shared reference file not found: " << (relative)
