#include "codeset/release.h"

namespace cw {

std::string_view toString(ReleaseKind kind) noexcept
{
    switch (kind) {
    case ReleaseKind::starter: return "starter";
    case ReleaseKind::official: return "official";
    case ReleaseKind::licensed: return "licensed";
    }
    return "";
}

}  // namespace cw
