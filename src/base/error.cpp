#include "base/error.h"

namespace cw {

std::string_view toString(ErrorKind kind) noexcept
{
    switch (kind) {
    case ErrorKind::invalidInput: return "invalid input";
    case ErrorKind::notReady: return "not ready";
    case ErrorKind::notFound: return "not found";
    case ErrorKind::conflict: return "conflict";
    case ErrorKind::denied: return "not permitted";
    case ErrorKind::unsupported: return "not supported";
    case ErrorKind::corrupt: return "corrupt";
    case ErrorKind::io: return "input/output";
    case ErrorKind::busy: return "busy";
    case ErrorKind::cancelled: return "cancelled";
    }
    return "unknown";
}

std::string describe(const Error& error)
{
    return std::string(error.id) + ": " + error.detail;
}

}  // namespace cw
