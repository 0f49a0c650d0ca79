#pragma once

#include "claim/answers/answer.h"

#include <string>
#include <vector>

namespace cw::answers {

/// Adds up a payment as its claims go by, in cents: SVC02 - CAS = SVC03, CLP03 - all CAS = CLP04, BPR02 = CLP04 - PLB04 (835 facts, tag K).
/// A sum that does not agree becomes a sentence with the claim's number and the difference; nothing is corrected.
class Balance {
public:
    static constexpr std::size_t maxSentences = 500;
    void add(const RemitClaim& claim, std::vector<std::string>& imbalances);
    void finish(Remittance& payment);

private:
    void tell(std::vector<std::string>& imbalances, std::string sentence);

    Money m_paid;
    std::int64_t m_untold = 0;
};

}  // namespace cw::answers
