#pragma once

#include "base/date.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// Where a category stands in the Tabular List: C4A after C43, D3A after D36, as the official order has it, which is not
/// the order of the characters. Two categories compare as their keys do.
std::string categoryKey(std::string_view category);

/// A set of codes as people write it, all compact inside:
///   "E11.22"      the code and all that stands under it (also "E11.2-", "E11.-", "E11")
///   "N18.1-N18.6" from the first to everything under the last; also "C00-D49"
///   "I69.?3"      ? is any one character
///   "T36.??5-T50.??5"  the form in each category of the range; both ends have the same characters after the category
///   "S12@ABC"     only with one of these as the 7th character
/// Works for ICD-10-PCS, CPT and HCPCS codes as well ("10D07Z3-10D07Z8", "99202-99205").
class CodePattern {
public:
    /// Fails with invalidInput (EDITS-010), naming the text.
    static Result<CodePattern> parse(std::string_view text);
    /// For literals in code; the text must be right (asserted).
    static CodePattern of(std::string_view text);

    bool matches(std::string_view compact) const noexcept;
    const std::string& text() const noexcept { return m_text; }  ///< As written, dotted.
    bool isRange() const noexcept { return !m_last.empty(); }
    /// The one code that it names, compact, when it is neither a range nor has wildcards; it may be a header.
    std::string_view single() const noexcept;
    bool operator==(const CodePattern&) const = default;

private:
    std::string m_text;
    std::string m_first;     ///< Compact.
    std::string m_last;      ///< Compact; empty unless a range.
    std::string m_firstKey;  ///< categoryKey() of the first; for ranges of ICD-10-CM.
    std::string m_lastKey;
    std::string m_seventh;  ///< Allowed 7th characters; empty: any.
    bool m_hasWildcard = false;
};

/// Several patterns, in the order of the text: "E08-E13, O24.-".
class CodePatterns {
public:
    CodePatterns() = default;
    explicit CodePatterns(std::vector<CodePattern> all) : m_all(std::move(all)) {}
    static Result<CodePatterns> parse(std::string_view text);  ///< Parted by commas or blanks.
    static CodePatterns of(std::string_view text);             ///< For literals.

    bool matches(std::string_view compact) const noexcept;
    bool isEmpty() const noexcept { return m_all.empty(); }
    const std::vector<CodePattern>& all() const noexcept { return m_all; }
    std::string text() const;  ///< "E08-E13, O24.-"
    bool operator==(const CodePatterns&) const = default;

private:
    std::vector<CodePattern> m_all;
};

}  // namespace cw::edits
