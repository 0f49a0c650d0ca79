#pragma once

#include "app/billing/answering/claim_match.h"
#include "app/billing/answering/run.h"

#include <map>
#include <string>
#include <vector>

namespace cw::app::answering {

/// "Payment 12345"
std::string nameOf(const answers::Remittance& remittance);

/// The claims of a payment, matched; what an earlier file brought already is left out, whether it was used, waits, or a person settled it. What
/// takes a payment on record back comes first.
class RemittanceReader {
public:
    RemittanceReader(Run& run, const answers::Remittance& remittance) : m_run(run), m_remittance(remittance) {}

    Status match();
    /// The whole payment was imported before.
    bool isKnown() const { return m_isAgain && indexes.empty(); }
    /// The payment with what is to be kept of it.
    answers::Remittance rest() const;

    std::vector<std::size_t> indexes;  ///< Of the claims that are to be kept and applied, in the order to do so.
    std::vector<ClaimId> claims;       ///< Of each; not valid: waits.
    std::vector<std::string> reasons;

private:
    Status matchOne(std::size_t index);
    Status learnRecorded();
    void countRecorded(const answers::AnswerFile& file, int before);
    bool isRecorded(const answers::RemitClaim& claim);
    NamedClaim namedBy(const answers::RemitClaim& claim) const;
    bool isPayee(const ClaimRecord& claim);
    void putReversalsFirst();
    Result<bool> isKept(OpenClaim& open, const answers::RemitClaim& claim);
    bool waitsAlready(const answers::RemitClaim& claim) const;

    Run& m_run;
    const answers::Remittance& m_remittance;
    bool m_isAgain = false;
    std::size_t m_known = 0;
    std::vector<WaitingAnswer> m_waiting;
    std::map<std::string, int> m_recorded;  ///< Claims of this payment in earlier files, by what makes them the same.
    std::map<BatchId, bool> m_payees;       ///< Whether the payee billed the batch.
};

}  // namespace cw::app::answering
