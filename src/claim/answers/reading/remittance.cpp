#include "claim/answers/reading/remittance_balance.h"
#include "claim/answers/reading/set_reader.h"

#include <array>

namespace cw::answers {

namespace {

/// 835 (005010X221A1; the elder 004010X091A1 has what we read at the same places).
class RemittanceReader final : public SetReader {
public:
    using SetReader::SetReader;

    Status add(const Piece& piece) override;
    void finish(int last) override;

private:
    Status startClaim(const Piece& piece);
    Status startLine(const Piece& piece);
    void closeClaim(int last);
    Status addPayment(const Piece& piece);
    void addParty(const Piece& piece);
    Status addAdjustments(const Piece& piece);
    Status addProviderAdjustments(const Piece& piece);
    void addName(const Piece& piece, RemitClaim& claim);
    void addRemarks(const Piece& piece, RemitClaim& claim);
    void addReference(const Piece& piece);
    void addDay(const Piece& piece);

    RemitLine* line() { return m_claim && !m_claim->lines.empty() ? &m_claim->lines.back() : nullptr; }

    Remittance m_payment;
    std::optional<RemitClaim> m_claim;
    Balance m_balance;
    std::string m_party;   ///< N101 of the loop that we are in.
    std::string m_tracer;  ///< TRN03.
    std::string m_payerReference;
    std::optional<Date> m_producedOn;
    bool m_hasPayment = false;
    bool m_hasWebOrTechnicalContact = false;
};

Status RemittanceReader::add(const Piece& piece)
{
    const auto tag = piece.tag();
    if (tag == "CLP") return startClaim(piece);
    if (tag == "SVC") return startLine(piece);
    if (tag == "CAS") return addAdjustments(piece);
    if (tag == "PLB") return addProviderAdjustments(piece);
    if (tag == "BPR") return addPayment(piece);
    if (tag == "LX") {
        closeClaim(piece.number() - 1);
    } else if (tag == "TRN" && !m_claim) {
        m_payment.traceNumber = textAt(piece, 2);
        m_tracer = textAt(piece, 3);
    } else if (tag == "N1" || tag == "PER") {
        addParty(piece);
    } else if (tag == "NM1" && m_claim) {
        addName(piece, *m_claim);
    } else if ((tag == "MIA" || tag == "MOA") && m_claim) {
        addRemarks(piece, *m_claim);
    } else if (tag == "REF") {
        addReference(piece);
    } else if (tag == "DTM") {
        addDay(piece);
    } else if (tag == "AMT" && line() && piece.element(1) == "B6") {
        line()->allowed = optionalMoney(piece, 2);
    } else if (tag == "LQ" && line() && piece.element(1) == "HE") {
        line()->remarks.push_back(textAt(piece, 2));
    }
    return {};
}

Status RemittanceReader::addPayment(const Piece& piece)
{
    CW_TRY(m_payment.amount, money(piece, 2));
    m_payment.handling = textAt(piece, 1);
    m_payment.isDebit = piece.element(3) == "D";
    m_payment.method = textAt(piece, 4);
    m_payment.paidOn = optionalDay(piece, 16);
    m_hasPayment = true;
    return {};
}

void RemittanceReader::addParty(const Piece& piece)
{
    if (m_claim) return;
    const auto kind = piece.element(1);
    if (piece.tag() == "N1") {
        m_party = std::string(kind);
        if (kind == "PR") {
            m_payment.payerName = textAt(piece, 2);
            m_payment.payerId = textAt(piece, 4);
        } else if (kind == "PE") {
            m_payment.payeeName = textAt(piece, 2);
            if (piece.element(3) == "XX") m_payment.payeeNpi = textAt(piece, 4);
        }
    } else if (m_party == "PR") {
        const bool isBetter = kind == "CX" || m_payment.payerContact.empty();
        auto contact = textAt(piece, 2);
        const auto number = textAt(piece, 4);
        if (!contact.empty() && !number.empty()) contact += ' ';
        if (isBetter && !(contact + number).empty()) m_payment.payerContact = contact + number;
        m_hasWebOrTechnicalContact = m_hasWebOrTechnicalContact || kind == "BL";
    }
}

Status RemittanceReader::startClaim(const Piece& piece)
{
    closeClaim(piece.number() - 1);
    m_party.clear();
    RemitClaim claim;
    CW_TRY(claim.charge, money(piece, 3));
    CW_TRY(claim.paid, money(piece, 4));
    claim.patientShare = optionalMoney(piece, 5).value_or(Money{});
    claim.claimNumber = textAt(piece, 1);
    claim.status = textAt(piece, 2);
    claim.filingCode = textAt(piece, 6);
    claim.payerControlNumber = textAt(piece, 7);
    claim.facilityCode = textAt(piece, 8);
    claim.frequency = textAt(piece, 9);
    claim.firstSegment = piece.number();
    m_claim = std::move(claim);
    return {};
}

void RemittanceReader::addName(const Piece& piece, RemitClaim& claim)
{
    const auto kind = piece.element(1);
    if (kind == "QC") {
        claim.lastName = textAt(piece, 3);
        claim.firstName = textAt(piece, 4);
        if (!piece.element(9).empty()) claim.memberId = textAt(piece, 9);
    } else if (kind == "IL" && claim.memberId.empty()) {
        claim.memberId = textAt(piece, 9);
    } else if (kind == "TT") {
        claim.crossoverPayer = textAt(piece, 3);
        claim.crossoverPayerId = textAt(piece, 9);
    }
}

void RemittanceReader::addRemarks(const Piece& piece, RemitClaim& claim)
{
    constexpr std::array<std::size_t, 5> ofInpatient = {5, 20, 21, 22, 23};
    constexpr std::array<std::size_t, 5> ofOutpatient = {3, 4, 5, 6, 7};
    for (const auto position : piece.tag() == "MIA" ? ofInpatient : ofOutpatient)
        if (!piece.element(position).empty()) claim.remarks.push_back(textAt(piece, position));
}

/// Modifiers stand in components 3 to 6.
void addModifiers(const Piece& piece, std::size_t position, std::vector<std::string>& to)
{
    for (std::size_t part = 3; part <= 6; ++part)
        if (!piece.component(position, part).empty()) to.push_back(textAt(piece, position, part));
}

Status RemittanceReader::startLine(const Piece& piece)
{
    if (!m_claim) return warn(piece.number(), "a service line outside a claim; passed over"), Status{};
    RemitLine line;
    CW_TRY(line.charge, money(piece, 2));
    // Nothing paid may be left out.
    if (!piece.element(3).empty()) {
        CW_TRY(line.paid, money(piece, 3));
    }
    line.codeQualifier = textAt(piece, 1, 1);
    line.code = textAt(piece, 1, 2);
    addModifiers(piece, 1, line.modifiers);
    line.revenueCode = line.codeQualifier == "NU" ? line.code : textAt(piece, 4);
    if (!piece.element(5).empty()) {
        const auto units = readQuantity(piece.element(5));
        if (!units) warn(piece.number(), "SVC05 is not a number of units");
        line.units = units.value_or(line.units);
    }
    line.billedCode = textAt(piece, 6, 2);
    addModifiers(piece, 6, line.billedModifiers);
    m_claim->lines.push_back(std::move(line));
    return {};
}

/// Up to six times reason, amount and quantity.
Status RemittanceReader::addAdjustments(const Piece& piece)
{
    if (!m_claim) return warn(piece.number(), "adjustments outside a claim; passed over"), Status{};
    auto& into = line() ? line()->adjustments : m_claim->adjustments;
    for (std::size_t at = 2; at <= 17; at += 3) {
        if (piece.element(at).empty() && piece.element(at + 1).empty()) continue;
        CW_TRY(const auto amount, money(piece, at + 1));
        into.push_back({.group = textAt(piece, 1), .reason = textAt(piece, at), .amount = amount});
        if (!piece.element(at + 2).empty()) into.back().quantity = readQuantity(piece.element(at + 2));
    }
    return {};
}

Status RemittanceReader::addProviderAdjustments(const Piece& piece)
{
    closeClaim(piece.number() - 1);
    for (std::size_t at = 3; at <= 13; at += 2) {
        if (piece.element(at).empty() && piece.element(at + 1).empty()) continue;
        CW_TRY(const auto amount, money(piece, at + 1));
        m_payment.adjustments.push_back({.providerNumber = textAt(piece, 1),
                                         .reason = textAt(piece, at, 1),
                                         .reference = textAt(piece, at, 2),
                                         .amount = amount});
    }
    return {};
}

void RemittanceReader::addReference(const Piece& piece)
{
    const auto kind = piece.element(1);
    if (kind == "6R" && line()) line()->lineControlNumber = textAt(piece, 2);
    if (kind == "2U" && !m_claim && m_party == "PR") m_payerReference = textAt(piece, 2);
}

void RemittanceReader::addDay(const Piece& piece)
{
    const auto kind = piece.element(1);
    if (kind == "405" && !m_claim) {
        m_producedOn = optionalDay(piece, 2);
    } else if (auto* of = line(); of != nullptr) {
        if (kind == "472" || kind == "150") of->from = optionalDay(piece, 2);
        if (kind == "472" || kind == "151") of->to = optionalDay(piece, 2);
    } else if (m_claim) {
        if (kind == "232") m_claim->serviceFrom = optionalDay(piece, 2);
        if (kind == "233") m_claim->serviceTo = optionalDay(piece, 2);
        if (kind == "050") m_claim->receivedOn = optionalDay(piece, 2);
    }
}

void RemittanceReader::closeClaim(int last)
{
    if (!m_claim) return;
    m_claim->lastSegment = last;
    m_balance.add(*m_claim, m_payment.imbalances);
    m_payment.claims.push_back(std::move(*m_claim));
    m_claim.reset();
}

void RemittanceReader::finish(int last)
{
    closeClaim(last - 1);
    if (!m_hasPayment) warn(last, "BPR is missing; the payment is taken as 0");
    if (m_payment.traceNumber.empty()) warn(last, "the payment has no check or trace number (TRN)");
    if (!m_hasWebOrTechnicalContact) warn(m_origin.firstSegment, "the payer's technical contact (PER*BL) is missing");
    if (!m_payment.paidOn) {
        warn(m_origin.firstSegment, "the day of payment (BPR16) is missing");
        m_payment.paidOn = m_producedOn;
    }
    if (m_payment.payerId.empty()) m_payment.payerId = m_payerReference.empty() ? m_tracer : m_payerReference;
    m_balance.finish(m_payment);
    m_payment.origin = m_origin;
    m_payment.origin.lastSegment = m_payment.lastSegment = last;
    m_payment.firstSegment = m_origin.firstSegment;
    m_findings.file.answers.emplace_back(std::move(m_payment));
}

}  // namespace

std::unique_ptr<SetReader> remittanceReader(const Origin& origin, Findings& findings)
{
    return std::make_unique<RemittanceReader>(origin, findings);
}

}  // namespace cw::answers
