#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace cw {

struct DownloadRequest {
    std::string address;           ///< http or https.
    std::filesystem::path folder;  ///< Must exist. The file takes its name from the server or the address.
    std::uintmax_t limitBytes = 512ULL << 20U;
};

struct DownloadedFile {
    std::filesystem::path file;  ///< Whole; never overwrites another file ("name (2).zip").
    std::string address;         ///< After redirects.
    std::uintmax_t bytes = 0;
    bool isPage = false;  ///< A web page came instead of a file: to be opened in a browser, not imported.
};

/// Fetches one file. `qt` implements it, so that the use cases know no network library.
class Downloads {
public:
    virtual ~Downloads() = default;
    /// Blocks the calling thread, which must not be the window's. Leaves no part of a file behind when it fails: cancelled;
    /// invalidInput for an unusable address or a file over the limit; notFound when the server has no such file; denied
    /// when it refuses; io otherwise, being offline among the reasons.
    virtual Result<DownloadedFile> download(const DownloadRequest& request, const Progress& progress) = 0;
};

}  // namespace cw
