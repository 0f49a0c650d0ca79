#pragma once

#include "base/date.h"
#include "chart/rendition.h"

#include <optional>
#include <string>

namespace cw {

/// What kind of statement a code stands in.
enum class SourceCodeKind { diagnosis, procedure, medication, result, other };

/// A code that a source document or message carries: shown as "from the source", never attached by itself. SNOMED,
/// ICD-9-CM and the like are labels; only ICD-10-CM, ICD-10-PCS, CPT and HCPCS can be accepted.
struct SourceCode {
    SourceCodeKind kind = SourceCodeKind::other;
    std::string
        system;        ///< icd10cm icd10pcs icd9cm icd9pcs cpt hcpcs snomed loinc rxnorm cvx ndc, else the OID or URI.
    std::string code;  ///< As sent.
    std::string display;  ///< The source's wording.
    std::string status;   ///< As sent: active, resolved, negated ("not present") …
    bool isNegated = false;
    std::optional<Date> date;
    TextRange span;  ///< Where the readable text says it; empty when it does not.
    bool operator==(const SourceCode&) const = default;
};

}  // namespace cw
