#include "cli/console.h"

#include <ostream>

namespace cw::cli {

Format formatOf(const General& general, const Console& console)
{
    if (general.format == "json") return Format::json;
    if (general.format == "tsv") return Format::tsv;
    if (general.format == "table") return Format::table;
    return console.outIsTerminal ? Format::table : Format::tsv;
}

int exitFor(const Error& error)
{
    // A damaged file that a person brings is unusable input; damage inside the workspace is our fault to tell.
    const auto isFrom = [&error](std::string_view area) { return error.id.starts_with(area); };
    if (error.kind != ErrorKind::cancelled && error.kind != ErrorKind::unsupported &&
        (isFrom("IMPORT-") || isFrom("CHART-") || isFrom("BASE-01")))
        return badInput;
    switch (error.kind) {
    case ErrorKind::invalidInput:
    case ErrorKind::notFound:
    case ErrorKind::conflict: return badInput;
    case ErrorKind::denied: return notPermitted;
    case ErrorKind::unsupported: return badArguments;
    case ErrorKind::notReady:
    case ErrorKind::cancelled: return findings;
    case ErrorKind::corrupt:
    case ErrorKind::io:
    case ErrorKind::busy: return fault;
    }
    return fault;
}

int report(const Error& error, const Console& console)
{
    console.err << "chartwrightctl: " << error.detail << " [" << error.id << "]\n";
    return exitFor(error);
}

Progress progressOn(const Console& console, const General& general)
{
    if (general.quiet || !(console.outIsTerminal || general.verbose)) return Progress({}, console.stop);
    return Progress(
        [&err = console.err](std::int64_t at, std::int64_t total, const std::string& what) {
            err << '\r' << what << ' ' << at;
            if (total > 0) err << " of " << total;
            if (total > 0 && at >= total) err << '\n';
            err.flush();
        },
        console.stop);
}

}  // namespace cw::cli
