#include "wiring/workspace_factory.h"

#include <cstdlib>

namespace cw::wiring {

namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read once at start.
    return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

Result<std::filesystem::path> dataFolder()
{
    const auto named = environment("CHARTWRIGHT_DATA");
    std::error_code failure;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
    // Installed: <prefix>/bin beside <prefix>/share; built: build/<preset>/bin in the source tree.
    for (const auto& candidate :
         {std::filesystem::path(named), program / "../share/chartwright/data", program / "../../../data"}) {
        if (candidate.empty()) continue;
        if (std::filesystem::exists(candidate / "starter" / "icd10cm.tsv", failure))
            return std::filesystem::weakly_canonical(candidate, failure);
    }
    return Error{ErrorKind::notFound, "WIRING-010",
                 "the starter tables are not beside the program; name their folder in CHARTWRIGHT_DATA"};
}

std::filesystem::path defaultWorkspace()
{
    if (const auto named = environment("CHARTWRIGHT_WORKSPACE"); !named.empty()) return named;
    if (const auto data = environment("XDG_DATA_HOME"); !data.empty())
        return std::filesystem::path(data) / "chartwright" / "workspace";
    return std::filesystem::path(environment("HOME")) / ".local" / "share" / "chartwright" / "workspace";
}

}  // namespace cw::wiring
