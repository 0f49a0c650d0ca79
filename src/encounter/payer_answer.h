#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// One reason why a payer did not pay all (835 CAS; 837 2320 and 2430 CAS). Positive takes away.
struct Adjustment {
    std::string group;   ///< CO, CR, OA, PI, PR.
    std::string reason;  ///< Claim adjustment reason code.
    Money amount;
    std::optional<Quantity> quantity;
    bool operator==(const Adjustment&) const = default;
};

/// What a payer said of one line.
struct LineAnswer {
    int line = 0;  ///< 1-based position among the encounter's procedures.
    Money paid;
    std::optional<Quantity> units;  ///< Not set: those that were billed.
    std::vector<Adjustment> adjustments;
    bool operator==(const LineAnswer&) const = default;
};

/// `adjudication` of a coverage in the interchange form: how a payer before us decided (837 2320, 2330B, 2430).
/// Adjustments stand on the claim or on the lines, not on both.
struct PayerAnswer {
    std::optional<Date> date;        ///< DTP*573.
    Money paid;                      ///< AMT*D.
    std::string claimControlNumber;  ///< 2330B REF*F8.
    std::vector<Adjustment> adjustments;
    std::vector<LineAnswer> lines;
    bool operator==(const PayerAnswer&) const = default;
};

/// Of `Coverage::adjudication`. Fails with invalidInput (ENCOUNTER-050) when it is not of the form.
Result<PayerAnswer> parsePayerAnswer(std::string_view json);
/// The same text that parsePayerAnswer() reads.
std::string writePayerAnswer(const PayerAnswer& answer);

/// What the answer leaves open: charges less paid less adjustments other than patient responsibility (group PR).
Money patientShare(const PayerAnswer& answer);

}  // namespace cw
