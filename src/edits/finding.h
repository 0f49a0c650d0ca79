#pragma once

#include "base/date.h"
#include "encounter/encounter.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw {

enum class Severity { note, warning, error };
std::string_view toString(Severity severity) noexcept;  ///< "note", "warning", "error"

/// What identifies a finding across runs: attestations are matched by this, never by text.
struct FindingKey {
    std::string_view rule;               ///< "CV-1"; never reused for another meaning.
    std::vector<std::int64_t> subjects;  ///< Diagnosis and line ids, sorted; empty for the encounter as a whole.
    bool operator==(const FindingKey&) const = default;
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
    ndc
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
};

/// A table that was missing for a date: the rules that need it could not speak.
struct NotChecked {
    std::string table;  ///< "icd10cm", "hcpcs", "cpt"
    Date date;
    bool operator==(const NotChecked&) const = default;
};

struct EditReport {
    std::vector<Finding> findings;
    std::vector<NotChecked> notChecked;
    bool isReady() const;  ///< No finding of severity error.
    int count(Severity severity) const;
};

}  // namespace cw
