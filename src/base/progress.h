#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <utility>

namespace cw {

/// How a long job tells how far it is and learns that it should stop. Called on the job's own thread.
class Progress {
public:
    using Report = std::function<void(std::int64_t done, std::int64_t total, const std::string& what)>;

    Progress() = default;
    explicit Progress(Report report, std::stop_token stop = {}) : m_report(std::move(report)), m_stop(std::move(stop))
    {}

    /// `total` 0 when not known. `what` is a short English phrase without patient data.
    void report(std::int64_t done, std::int64_t total, const std::string& what) const
    {
        if (m_report) m_report(done, total, what);
    }
    bool isCancelled() const noexcept { return m_stop.stop_requested(); }

private:
    Report m_report;
    std::stop_token m_stop;
};

}  // namespace cw
