#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace cw::test {

/// A folder of its own for a test; goes with the object.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "cw-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();  // Without a folder no test may go on.
        m_path = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// Makes the folders in which the file stands, too.
    std::filesystem::path write(const std::string& name, const std::string& bytes) const
    {
        const auto file = m_path / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }
    /// What stands in it, hidden files too.
    std::vector<std::string> names() const
    {
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(m_path))
            found.push_back(entry.path().filename().string());
        return found;
    }

private:
    std::filesystem::path m_path;
};

/// All bytes; empty for a file that is not there.
inline std::string slurp(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Bytes at a place of a file turned over.
inline void damage(const std::filesystem::path& file, std::uintmax_t at, std::uintmax_t count)
{
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    for (std::uintmax_t i = 0; i < count; ++i) {
        bytes.seekg(static_cast<std::streamoff>(at + i));
        const auto old = static_cast<char>(bytes.get());
        bytes.seekp(static_cast<std::streamoff>(at + i));
        bytes.put(static_cast<char>(~old));
    }
}

}  // namespace cw::test
