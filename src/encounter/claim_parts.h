#pragma once

#include "base/date.h"
#include "base/money.h"

#include <optional>
#include <string>
#include <vector>

namespace cw {

/// Parts that stand on a claim, on a line or at a provider as often as needed, each with the qualifier that X12 gives its
/// kind. Text is kept as it came; which qualifiers may stand where is said in docs/encounter-json.md and checked by the
/// writers. `foreign` as in parties.h.

/// A number by its kind (837 REF01, REF02): EA medical record, LX device exemption, G2 number at the payer …
struct QualifiedReference {
    std::string qualifier;
    std::string value;
    std::string foreign;
    bool operator==(const QualifiedReference&) const = default;
};

/// A day or a span by its kind (837 DTP01): 454 initial treatment, 304 last seen, 314 disability …
struct QualifiedDate {
    std::string qualifier;
    std::optional<Date> first;
    std::optional<Date> last;  ///< Not set: a single day.
    std::string foreign;
    bool operator==(const QualifiedDate&) const = default;
};

/// 837 NTE: ADD, CER, DCP, DGN, TPO and, institutional, those of its guide.
struct QualifiedNote {
    std::string code;
    std::string text;
    std::string foreign;
    bool operator==(const QualifiedNote&) const = default;
};

/// What is sent beside the claim (837 PWK01, 02, 06).
struct Paperwork {
    std::string type;           ///< "OZ", "B4" …
    std::string transmission;   ///< AA, BM, EL, EM, FT, FX.
    std::string controlNumber;  ///< Needed unless AA.
    std::string foreign;
    bool operator==(const Paperwork&) const = default;
};

/// 837 CRC: ambulance (07), vision (E1 to E3), homebound (75), EPSDT (ZZ).
struct Certification {
    std::string category;
    bool applies = true;  ///< CRC02.
    std::vector<std::string> codes;
    std::string foreign;
    bool operator==(const Certification&) const = default;
};

/// A service bought from another provider (837P PS1, CMS-1500 box 20).
struct PurchasedService {
    std::string providerNumber;
    Money amount;
    std::string foreign;
    bool operator==(const PurchasedService&) const = default;
};

}  // namespace cw
