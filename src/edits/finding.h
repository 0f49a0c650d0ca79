#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "encounter/encounter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

enum class Severity { note, warning, error };
std::string_view toString(Severity severity) noexcept;  ///< "note", "warning", "error"

/// What identifies a finding across runs: attestations are matched by this, never by text.
struct FindingKey {
    std::string rule;                    ///< "CV-1"; never reused for another meaning.
    std::vector<std::int64_t> subjects;  ///< Diagnosis and line ids, sorted; empty for the encounter as a whole.
    bool operator==(const FindingKey&) const = default;
    auto operator<=>(const FindingKey&) const = default;
};

/// Which field a person goes to when following a finding; `at` in encounter JSON says the same as a pointer.
enum class Field {
    none,
    patient,
    subscriber,
    provider,
    coverage,
    claim,
    service,
    diagnosisCode,
    procedureCode,
    modifiers,
    units,
    charge,
    serviceDates,
    placeOfService,
    pointers,
    ndc,
    presentOnAdmission,
    evidence
};

/// A fix that is unambiguous, ready to be applied with one key (remedy.h).
struct Remedy {
    enum class Kind {
        addDiagnosis,      ///< `code` after `diagnosis`, or at the end.
        replaceDiagnosis,  ///< `diagnosis` becomes `code`.
        removeDiagnosis,
        placeAfter,        ///< `diagnosis` to directly behind `other`.
        makeFirst,         ///< `diagnosis` becomes the first-listed one.
        replaceProcedure,  ///< `line` becomes `code`.
        removeLine,
        appendModifier,  ///< `code` behind the modifiers of `line`.
        removeModifier,
        setPresentOnAdmission,  ///< Of `diagnosis`; `code` may be empty.
        setUnits                ///< Of `line`, to `units`.
    };
    Kind kind = Kind::addDiagnosis;
    DiagnosisId diagnosis;
    DiagnosisId other;
    ProcedureId line;
    std::string code;  ///< Compact; a modifier; a POA indicator.
    Quantity units;
    std::string label;  ///< What the key does, as a phrase: "Add N18.31 after E11.22".
};

/// Who took a finding for right as it stands, and why.
struct AttestedBy {
    std::string who;  ///< Account.
    Instant when;
    std::string why;
};

/// What a rule says about one encounter.
struct Finding {
    FindingKey key;
    Severity severity = Severity::error;
    std::vector<std::string> at;     ///< JSON pointers into the encounter ("/procedures/0/charge").
    std::vector<std::string> codes;  ///< Dotted, as people read them.
    std::string message;             ///< One sentence: what is wrong, naming the codes. No names of people.
    std::string fix;                 ///< One sentence: what to do.
    std::string source;              ///< Authority, with section.
    Field field = Field::none;
    DiagnosisId diagnosis;  ///< The row to go to, if one.
    ProcedureId procedure;
    std::vector<Remedy> remedies;  ///< Alternatives, best first; most findings have none or one.
    std::string note;        ///< Place in the Tabular List that the source names ("E11", "E08-E13"); may be empty.
    std::string basis;       ///< Facts beside the codes that it rests on; attestations lapse when they change.
    bool canAttest = false;  ///< A person may take it for right, with a reason.
    std::optional<AttestedBy> attested;  ///< Then it no longer blocks.

    bool blocks() const noexcept { return severity == Severity::error && !attested; }
};

/// A table that was missing for a date: the rules that need it could not speak.
struct NotChecked {
    /// "icd10cm", "icd10pcs", "hcpcs", "cpt", "tabular", "ncci-ptp", "ncci-mue", "ncci-aoc", "poa", "mce", "mce-8" (a list of
    /// the editor), "mpfs", "opps".
    std::string table;
    Date date;
    bool operator==(const NotChecked&) const = default;
    auto operator<=>(const NotChecked&) const = default;
};

struct EditReport {
    std::vector<Finding> findings;
    std::vector<NotChecked> notChecked;
    bool isReady() const;  ///< No finding of severity error that nobody has attested.
    int count(Severity severity) const;
};

}  // namespace cw
