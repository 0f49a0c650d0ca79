#include "cli/command_line.h"
#ifdef CHARTWRIGHT_QT
#include "qt/page_reader.h"
#endif

#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace {

std::stop_source interrupted;

void onInterrupt(int)
{
    // A long step asks between records and ends cleanly; a second Ctrl+C ends the program at once.
    std::signal(SIGINT, SIG_DFL);
    interrupted.request_stop();
}

std::optional<std::string> environment(const char* name)
{
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): one thread, read only.
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::optional<std::string> askPassword(const std::string& prompt)
{
    if (isatty(STDIN_FILENO) == 0) return std::nullopt;
    std::cerr << prompt << std::flush;
    termios shown{};
    tcgetattr(STDIN_FILENO, &shown);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    std::string password;
    std::getline(std::cin, password);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::cerr << '\n';
    return password;
}

}  // namespace

int main(int argc, char** argv)
{
    umask(077);  // Files of a workspace are for their owner.
    std::signal(SIGINT, onInterrupt);
    const cw::SystemClock clock;
#ifdef CHARTWRIGHT_QT
    const auto pages = cw::makePageReader();
    cw::PageReader* const reader = pages.get();
#else
    cw::PageReader* const reader = nullptr;
#endif
    const cw::cli::Console console{std::cin,    std::cout,   std::cerr, isatty(STDOUT_FILENO) != 0,
                                   environment, askPassword, clock,     interrupted.get_token(),
                                   reader};
    return cw::cli::run({argv + 1, argv + argc}, console);
}
