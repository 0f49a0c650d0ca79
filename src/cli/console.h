#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "base/result.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace cw {
class PageReader;
}

namespace cw::cli {

/// Exit statuses of the command line; their meaning is fixed in docs/command-line.md.
enum Exit : int { done = 0, findings = 1, badArguments = 2, badInput = 3, notPermitted = 4, fault = 5 };

/// What the program talks to, so that a test can stand in for it.
struct Console {
    std::istream& in;
    std::ostream& out;  ///< Results.
    std::ostream& err;  ///< Progress and errors.
    bool outIsTerminal = false;
    std::function<std::optional<std::string>(const char*)> environment;
    /// Asks for a password without showing it; nothing when there is no terminal.
    std::function<std::optional<std::string>(const std::string& prompt)> askPassword;
    const Clock& clock;
    std::stop_token stop;         ///< Set by Ctrl+C.
    PageReader* pages = nullptr;  ///< Reads PDF and images; null in a build without Qt.
};

/// General options of every command.
struct General {
    std::string workspace;
    std::string user;
    std::string filterUser;  ///< A second --user: whose entries `audit show` prints.
    std::string format;      ///< "", "table", "tsv", "json"
    bool quiet = false;
    bool verbose = false;
};

enum class Format { table, tsv, json };
Format formatOf(const General& general, const Console& console);

/// The exit status that fits an error's kind and origin.
int exitFor(const Error& error);
/// Prints the error as one line and gives its exit status.
int report(const Error& error, const Console& console);

/// Progress on the error stream, one line that overwrites itself on a terminal; silent with --quiet.
Progress progressOn(const Console& console, const General& general);

}  // namespace cw::cli
