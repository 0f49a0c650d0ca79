#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "edits/codes/code_pattern.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// A named list of codes that rules ask ("sepsis", "z-first-listed"). File data/rules/lists/*.tsv, columns
/// list, codes, first, last, source, comment: dates may be empty, `codes` is a CodePatterns text.
class CodeList {
public:
    struct Entry {
        CodePatterns codes;
        DateInterval valid;
        std::string source;
    };
    void add(Entry entry) { m_entries.push_back(std::move(entry)); }
    bool has(std::string_view compact, Date on) const noexcept;
    const std::vector<Entry>& entries() const noexcept { return m_entries; }
    bool isEmpty() const noexcept { return m_entries.empty(); }

private:
    std::vector<Entry> m_entries;
};

/// Two kinds of diagnoses that a rule looks at together. File data/rules/pairs/*.tsv, columns
/// rule, a, b, use, first, last, source, message, fix. `message` and `fix` may name {a}, {b} and {use}.
struct DiagnosisPair {
    std::string rule;
    CodePatterns a;
    CodePatterns b;
    std::string use;  ///< Code that takes their place, dotted; may be empty.
    DateInterval valid;
    std::string source;
    std::string message;
    std::string fix;
};

/// Days a payer gives for a first and for a corrected claim. File data/rules/payers.tsv, columns
/// payer_id, initial_days, corrected_days, base (from, through, discharge), source. `*` is every payer not named.
struct PayerLimit {
    std::string payerId;
    int initialDays = 0;
    int correctedDays = 0;
    std::string base;
    std::string source;
};

/// A line of a local or national coverage policy. File data/rules/coverage.tsv or an imported one, columns
/// policy, title, jurisdiction, codes, covered, excluded, first, last, every_days, min_age, max_age, sex, source.
/// All rows of one policy and procedure code count together.
struct CoverageRow {
    std::string policy;  ///< "L33777"
    std::string title;
    std::string jurisdiction;  ///< MAC, or "*".
    CodePatterns procedures;
    CodePatterns covered;  ///< Diagnoses that support it; may be empty in a row that excludes.
    CodePatterns excluded;
    DateInterval valid;
    int everyDays = 0;  ///< 0: no limit of frequency.
    int minAge = 0;
    int maxAge = 0;   ///< 0: none.
    std::string sex;  ///< "F", "M" or empty.
    std::string source;
};

/// Codes and modifiers that a payer asks for. File data/rules/payer_codes.tsv, columns
/// kind, payer_id, codes, value, first, last, source. Kinds are words of the rules ("authorization", "clia-waived").
struct PayerCode {
    std::string kind;
    std::string payerId;  ///< `*`: every payer.
    CodePatterns codes;
    std::string value;
    DateInterval valid;
    std::string source;
};

/// One file of rules as text, with the name that messages give.
struct RuleFile {
    std::string name;  ///< Path under data/rules: "lists/sepsis.tsv". Files of one name replace each other.
    std::string text;
};

/// Our own tables of the edits. A file with any error refuses the whole set, so the last good one stays.
struct RuleData {
    std::map<std::string, CodeList, std::less<>> lists;
    std::map<std::string, std::vector<DiagnosisPair>, std::less<>> pairs;  ///< By rule.
    std::vector<PayerLimit> payerLimits;
    std::vector<CoverageRow> coverage;
    std::vector<PayerCode> payerCodes;
    std::string digest;  ///< SHA-256 over names and texts.

    const CodeList& list(std::string_view name) const noexcept;  ///< Empty when there is none.
    std::span<const DiagnosisPair> pairsOf(std::string_view rule) const noexcept;
};

/// Reads files of the forms above by their folder and name. Fails with invalidInput (EDITS-020), naming file, line and
/// reason; unknown files and columns are refused too.
Result<RuleData> parseRuleData(const std::vector<RuleFile>& files);

}  // namespace cw::edits
