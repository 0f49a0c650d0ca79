#pragma once

#include "tests/support/child_process.h"

#include <sys/resource.h>

namespace cw::test {

/// Does `work` in a child process in which no file can grow beyond `bytes`, as on a full disk: writing fails with an error
/// instead of a signal. Portable, and needs no rights, unlike a small file system.
inline std::string onSmallDisk(std::size_t bytes, const std::function<std::string()>& work)
{
    return inChild([&] {
               std::signal(SIGXFSZ, SIG_IGN);
               const rlimit limit{bytes, bytes};
               if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return std::string("no limit could be set");
               return work();
           })
        .told;
}

}  // namespace cw::test
