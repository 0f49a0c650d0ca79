#pragma once

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>

namespace cw::test {

/// How a child ended.
struct ChildEnd {
    std::string told;  ///< What its work returned; empty when it was killed first.
    bool wasKilled = false;
};

/// Does `work` in a child process and gives what it returned. The child must open its own databases. It may end itself by
/// dieNow(); `whileRunning` (may be empty) gets its process id in the parent.
inline ChildEnd inChild(const std::function<std::string()>& work, const std::function<void(pid_t)>& whileRunning = {})
{
    int channel[2];
    if (::pipe(channel) != 0) std::abort();
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(channel[0]);
        const auto told = work();
        const auto written = ::write(channel[1], told.data(), told.size());
        ::_exit(written == static_cast<ssize_t>(told.size()) ? 0 : 1);
    }
    ::close(channel[1]);
    if (whileRunning) whileRunning(child);
    ChildEnd end;
    char buffer[4096];
    for (auto got = ::read(channel[0], buffer, sizeof buffer); got > 0; got = ::read(channel[0], buffer, sizeof buffer))
        end.told.append(buffer, static_cast<std::size_t>(got));
    ::close(channel[0]);
    int state = 0;
    ::waitpid(child, &state, 0);
    end.wasKilled = WIFSIGNALED(state) && WTERMSIG(state) == SIGKILL;
    return end;
}

/// As the power cord would.
[[noreturn]] inline void dieNow()
{
    ::kill(::getpid(), SIGKILL);
    std::abort();
}

}  // namespace cw::test
