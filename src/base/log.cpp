#include "base/log.h"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace cw {

void startLog(const std::filesystem::path& folder, bool verbose)
{
    try {
        std::filesystem::create_directories(folder);
        spdlog::set_default_logger(
            spdlog::rotating_logger_mt("chartwright", (folder / "chartwright.log").string(), std::size_t{1} << 20U, 3));
    } catch (const std::exception&) {
        spdlog::set_default_logger(
            std::make_shared<spdlog::logger>("chartwright", std::make_shared<spdlog::sinks::null_sink_mt>()));
    }
    spdlog::set_level(verbose ? spdlog::level::debug : spdlog::level::info);
    spdlog::flush_on(spdlog::level::warn);
}

}  // namespace cw
