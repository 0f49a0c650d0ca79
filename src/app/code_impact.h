#pragma once

#include "app/workspace.h"
#include "encounter/code_usage.h"

#include <optional>
#include <string>
#include <vector>

namespace cw::app {

enum class CodeChangeKind { added, deleted, revised };
std::string_view toString(CodeChangeKind kind) noexcept;  ///< "added", "deleted", "revised".

/// A code that differs between two releases.
struct ChangedCode {
    CodeChangeKind kind = CodeChangeKind::added;
    CodeKey key;
    std::string before;  ///< Long title before; empty for added.
    std::string after;   ///< Long title after; empty for deleted.
    bool billableBefore = false;
    bool billableAfter = false;
};

/// What of ours uses a changed code.
struct CodeImpact {
    ChangedCode change;
    std::vector<TouchedEncounter> encounters;  ///< Open ones that carry the code.
    std::vector<std::string> sets;             ///< Names; "Favourites (anna)" for somebody's own.
    std::vector<std::string> siteTerms;
    std::vector<std::string> successors;  ///< Compact codes, from an installed conversion table.
    bool touchesAnything() const noexcept { return !encounters.empty() || !sets.empty() || !siteTerms.empty(); }
};

struct ImpactReport {
    std::vector<CodeImpact> codes;  ///< In the order asked.
    int encounters = 0;             ///< Each counted once.
    int sets = 0;
    int siteTerms = 0;
};

/// In force one day and gone the next, as far as an official or licensed table covers that next day.
bool endsAfter(const CodeStanding& standing, const CodeStanding& dayAfter) noexcept;

/// Looks every changed code up in the open encounters, all people's code sets and the site's terms.
Result<ImpactReport> impactOf(Workspace& workspace, const std::vector<ChangedCode>& changes);

/// Codes in use (open encounters, code sets, site terms) that are in force on `day` and no longer on the day after, as
/// far as an installed table covers that day. `change.after` is empty, `before` the title.
Result<ImpactReport> expiringOn(Workspace& workspace, Date day);

}  // namespace cw::app
