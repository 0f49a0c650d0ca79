#include "edits/finding.h"

#include <algorithm>

namespace cw {

std::string_view toString(Severity severity) noexcept
{
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return "";
}

bool EditReport::isReady() const
{
    return std::none_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.blocks(); });
}

int EditReport::count(Severity severity) const
{
    return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                          [severity](const Finding& finding) { return finding.severity == severity; }));
}

}  // namespace cw
