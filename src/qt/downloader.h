#pragma once

#include "base/downloads.h"

namespace cw {

/// Downloads over http and https with QtNetwork. Needs a QCoreApplication; may be called on any thread but the window's.
///
/// At most five redirects, none from https to http; no cookies, no passwords; the system's proxy. What takes more than half
/// a minute without a byte has failed. Errors: cancelled (QT-010); invalidInput for an address (QT-011) or a file over
/// the limit (QT-012); notFound (QT-013); denied (QT-014); io: unreachable (QT-015), no safe connection (QT-016),
/// redirects (QT-017), another fault of the server (QT-018), the folder or the disk (QT-019, QT-020, QT-021).
class Downloader final : public Downloads {
public:
    Result<DownloadedFile> download(const DownloadRequest& request, const Progress& progress) override;
};

}  // namespace cw
