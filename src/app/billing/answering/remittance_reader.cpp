#include "app/billing/answering/remittance_reader.h"

#include "app/billing/answering/decided_lines.h"
#include "base/text.h"
#include "claim/answers/read_answers.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace cw::app::answering {

using namespace answers;

namespace {

std::string keyOf(const RemitClaim& claim)
{
    return text::join({claim.claimNumber, claim.status, claim.charge.x12(), claim.paid.x12(), claim.payerControlNumber,
                       claim.serviceFrom ? claim.serviceFrom->iso() : std::string()},
                      "|");
}

/// NPIs of the billing providers in an 837 of ours; none in a file of another kind.
std::vector<std::string> billingNpis(std::string_view file)
{
    std::vector<std::string> npis;
    if (file.size() < 106 || !file.starts_with("ISA")) return npis;
    const auto mark = file[3];
    const auto start = std::string("NM1") + mark + "85" + mark;
    for (auto at = file.find(start); at != std::string_view::npos; at = file.find(start, at + 1)) {
        const auto segment = file.substr(at, file.find(file[105], at) - at);
        const auto elements = text::split(segment, mark);
        if (elements.size() > 9 && elements[8] == "XX") npis.emplace_back(elements[9]);
    }
    return npis;
}

bool isSame(const ClaimPayment& kept, const Remittance& remittance, const RemitClaim& claim)
{
    const auto& content = kept.content;
    return kept.traceNumber == remittance.traceNumber && content.status == claim.status &&
           content.charge == claim.charge && content.paid == claim.paid &&
           content.payerControlNumber == claim.payerControlNumber;
}

}  // namespace

std::string nameOf(const Remittance& remittance)
{
    return "Payment " + (remittance.traceNumber.empty() ? std::string("without a number") : remittance.traceNumber);
}

Status RemittanceReader::match()
{
    CW_TRY(m_isAgain, m_run.workspace.answers().hasRemittance(m_run.tx, m_remittance.payerId, m_remittance.traceNumber,
                                                              m_remittance.amount));
    if (m_isAgain) {
        CW_TRY(m_waiting, m_run.workspace.answers().waiting(m_run.tx));
        CW_CHECK(learnRecorded());
    }
    for (std::size_t i = 0; i < m_remittance.claims.size(); ++i) {
        CW_CHECK(tick(m_run));
        CW_CHECK(matchOne(i));
    }
    putReversalsFirst();
    if (m_isAgain)
        warn(m_run, nameOf(m_remittance) + " of the same amount was imported before: " + std::to_string(m_known) +
                        " of its " + std::to_string(m_remittance.claims.size()) + " claims were passed over.");
    return {};
}

Remittance RemittanceReader::rest() const
{
    auto kept = m_remittance;
    kept.claims.clear();
    for (const auto index : indexes) kept.claims.push_back(m_remittance.claims[index]);
    return kept;
}

Status RemittanceReader::matchOne(std::size_t index)
{
    const auto& claim = m_remittance.claims[index];
    const bool recorded = isRecorded(claim);
    CW_TRY(auto match, findClaim(m_run.workspace.claims(), m_run.tx, namedBy(claim)));
    if (match.claim && !isPayee(*match.claim)) {
        match.claim.reset();
        match.reason = "A claim of ours has this number, but the payment goes to another payee.";
    }
    ClaimId id;
    if (match.claim) {
        auto& open = m_run.book.keep(*match.claim);
        id = open.record.id;
        CW_TRY(const bool known, isKept(open, claim));
        if (known || recorded) {
            ++m_known;
            return {};
        }
    } else if (recorded || (m_isAgain && waitsAlready(claim))) {
        ++m_known;
        return {};
    }
    indexes.push_back(index);
    claims.push_back(id);
    reasons.push_back(std::move(match.reason));
    return {};
}

NamedClaim RemittanceReader::namedBy(const RemitClaim& claim) const
{
    const auto& payer = m_remittance.payerId;
    return {claim.claimNumber, claim.payerControlNumber, claim.lastName,
            claim.charge,      serviceDayOf(claim),      m_run.lists.payers.contains(payer) ? payer : std::string()};
}

/// Money for the billing provider of the claim as it was sent, or another of the practice.
bool RemittanceReader::isPayee(const ClaimRecord& claim)
{
    const auto& npi = m_remittance.payeeNpi;
    if (npi.empty()) return true;
    const auto [known, isNew] = m_payees.emplace(claim.batch, true);
    if (!isNew) return known->second;
    if (const auto ours = m_run.lists.providers.find(npi); ours != m_run.lists.providers.end())
        for (const auto& provider : ours->second)
            if (provider.kind == ProviderKind::billing) return true;
    const auto file = m_run.workspace.claims().batchFile(m_run.tx, claim.batch);
    if (!file) return true;  // Then name, day and charge must do.
    const auto npis = billingNpis(*file);
    known->second = npis.empty() || std::find(npis.begin(), npis.end(), npi) != npis.end();
    return known->second;
}

/// What earlier files said in this payment's name is on record, or was settled by a person: their bytes tell.
Status RemittanceReader::learnRecorded()
{
    auto& answers = m_run.workspace.answers();
    CW_TRY(const auto all, answers.remittances(m_run.tx));
    AnswerFileId last;
    for (const auto& one : all) {
        if (one.file == m_run.file.id || one.file == last || one.traceNumber != m_remittance.traceNumber ||
            one.payerId != m_remittance.payerId || one.amount != m_remittance.amount)
            continue;
        last = one.file;
        CW_TRY(const auto bytes, answers.fileBytes(m_run.tx, one.file));
        CW_TRY(const auto file, readAnswers(bytes));
        countRecorded(file, std::numeric_limits<int>::max());
    }
    if (m_run.answers != nullptr) countRecorded(*m_run.answers, m_remittance.firstSegment);
    return {};
}

void RemittanceReader::countRecorded(const AnswerFile& file, int before)
{
    std::map<std::string, int> here;
    for (const auto& answer : file.answers) {
        const auto* one = std::get_if<Remittance>(&answer);
        if (one == nullptr || one->origin.test || one->firstSegment >= before ||
            one->traceNumber != m_remittance.traceNumber || one->payerId != m_remittance.payerId ||
            one->amount != m_remittance.amount)
            continue;
        for (const auto& claim : one->claims) ++here[keyOf(claim)];
    }
    for (const auto& [key, times] : here) m_recorded[key] = std::max(m_recorded[key], times);
}

bool RemittanceReader::isRecorded(const RemitClaim& claim)
{
    const auto found = m_recorded.find(keyOf(claim));
    if (found == m_recorded.end() || found->second == 0) return false;
    --found->second;
    return true;
}

/// Payers write the corrected claim before or after the reversal of the first.
void RemittanceReader::putReversalsFirst()
{
    std::vector<std::size_t> order(indexes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
        if (!claims[i].isValid() || !m_remittance.claims[indexes[i]].isReversal()) return false;
        const auto& record = m_run.book.at(claims[i]).record;
        return record.status == ClaimStatus::paid || record.status == ClaimStatus::denied || record.paid != Money();
    });
    auto indexesBefore = std::exchange(indexes, {});
    auto claimsBefore = std::exchange(claims, {});
    auto reasonsBefore = std::exchange(reasons, {});
    for (const auto i : order) {
        indexes.push_back(indexesBefore[i]);
        claims.push_back(claimsBefore[i]);
        reasons.push_back(std::move(reasonsBefore[i]));
    }
}

/// Whether the claim has this payment already; learns who paid before.
Result<bool> RemittanceReader::isKept(OpenClaim& open, const RemitClaim& claim)
{
    const auto& record = open.record;
    const bool hadPayment = record.paid != Money() || record.patientShare != Money();
    if (!m_isAgain && !(hadPayment && open.lastPayer.empty())) return false;
    CW_TRY(const auto payments, m_run.workspace.answers().payments(m_run.tx, record.id));
    if (!payments.empty() && open.lastPayer.empty()) open.lastPayer = payments.back().payerName;
    return m_isAgain && std::any_of(payments.begin(), payments.end(),
                                    [&](const auto& one) { return isSame(one, m_remittance, claim); });
}

bool RemittanceReader::waitsAlready(const RemitClaim& claim) const
{
    return std::any_of(m_waiting.begin(), m_waiting.end(), [&](const WaitingAnswer& one) {
        return one.kind == "835" && one.claimNumber == claim.claimNumber && one.charge == claim.charge &&
               one.paid == claim.paid && one.payerControlNumber == claim.payerControlNumber;
    });
}

}  // namespace cw::app::answering
