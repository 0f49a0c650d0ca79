#pragma once

#include <string>
#include <string_view>

namespace cw {

/// What a caller can do about a failure. Add a kind only if some caller must branch on it.
enum class ErrorKind {
    invalidInput,
    notReady,  ///< Well-formed, but findings need a person first: an encounter with errors.
    notFound,
    conflict,
    denied,
    unsupported,
    corrupt,
    io,
    busy,
    cancelled
};

/// A failure that was expected to be possible. Never carries patient data.
struct Error {
    ErrorKind kind = ErrorKind::io;
    std::string_view id;  ///< Stable and unique per throw site, e.g. "CODESET-012"; a literal.
    std::string detail;   ///< English: file, record and reason; ids of ours, never names. May be shown to the user.
};

std::string_view toString(ErrorKind kind) noexcept;

/// "IMPORT-004: order file line 12: …", the one form in which logs and the command line print an Error.
std::string describe(const Error& error);

}  // namespace cw
