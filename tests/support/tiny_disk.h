#pragma once

#include <sys/mount.h>

#include <filesystem>
#include <string>

namespace cw::test {

/// A file system of a few kilobytes mounted on a folder. Needs the right to mount; a test skips where it is not given.
class TinyDisk {
public:
    TinyDisk(std::filesystem::path folder, std::size_t kilobytes) : m_folder(std::move(folder))
    {
        std::filesystem::create_directories(m_folder);
        const auto size = "size=" + std::to_string(kilobytes) + "k,mode=0700";
        m_isMounted = ::mount("tmpfs", m_folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
    }
    ~TinyDisk()
    {
        if (m_isMounted) ::umount2(m_folder.c_str(), MNT_DETACH);
    }
    TinyDisk(const TinyDisk&) = delete;
    TinyDisk& operator=(const TinyDisk&) = delete;

    bool isMounted() const { return m_isMounted; }
    const std::filesystem::path& path() const { return m_folder; }

private:
    std::filesystem::path m_folder;
    bool m_isMounted = false;
};

}  // namespace cw::test

/// A disk in the test's own folder, or a skipped test.
#define CW_TINY_DISK_OR_SKIP(name, folder, kilobytes)                                                                  \
    const cw::test::TinyDisk name(folder, kilobytes);                                                                  \
    if (!(name).isMounted()) GTEST_SKIP() << "mounting a small file system is not permitted here"
