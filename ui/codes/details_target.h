#pragma once

#include "app/code_browser.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cw::ui {

/// A code as a link names it; without a system the first table that has it.
struct CodeLink {
    std::optional<CodeSystem> system;
    std::string code;  ///< Compact, or the beginning of a code.
    bool operator==(const CodeLink&) const = default;
};

/// One code, or the codes of one index entry in their order, of which one is shown.
struct CodeTarget {
    std::vector<CodeLink> codes;
    std::size_t at = 0;
    const CodeLink& shown() const { return codes.at(at); }
};

/// A chapter or block of the Tabular List, with what stands above it first.
struct NodeTarget {
    std::vector<TabularEntry> path;
};

/// What the next axis of an ICD-10-PCS code offers.
struct PcsTarget {
    app::PcsStep step;
};

/// What the details pane shows.
using DetailsTarget = std::variant<CodeTarget, NodeTarget, PcsTarget>;

inline CodeTarget targetOf(CodeSystem system, std::string code)
{
    return {{{system, std::move(code)}}, 0};
}

/// "E11.2-" and "T36.0X1" as they stand in the books, as a target: the dash means that more characters follow.
CodeTarget targetOf(const std::vector<std::string>& written, CodeSystem system);
/// Letters and digits of a code as written.
std::string compactOf(const std::string& written);

}  // namespace cw::ui
