#include "claim/answers/reading/set_reader.h"

#include <fmt/format.h>

namespace cw::answers {

namespace {

enum class Verdict { taken, refused, unknown };

/// A0 to A2 are taken, and A5 (the claim was split and goes on in parts); A3, A4 and A6 to A8 are not. D and E answer an enquiry that found
/// nothing or went wrong.
Verdict verdictOf(std::string_view category)
{
    if (category == "A0" || category == "A1" || category == "A2" || category == "A5") return Verdict::taken;
    if (category == "A3" || category == "A4" || category == "A6" || category == "A7" || category == "A8")
        return Verdict::refused;
    return category.starts_with('D') || category.starts_with('E') ? Verdict::refused : Verdict::unknown;
}

StatusCode statusOf(const Piece& piece, std::size_t position)
{
    return {textAt(piece, position, 1), textAt(piece, position, 2), textAt(piece, position, 3)};
}

/// 277CA (005010X214): levels 20 (who answers), 21 (we), 19 (billing provider) and PT (patient with claims).
class StatusReader final : public SetReader {
public:
    using SetReader::SetReader;

    Status add(const Piece& piece) override
    {
        const auto tag = piece.tag();
        if (tag == "HL")
            startLevel(piece);
        else if (tag == "STC")
            addStatus(piece);
        else if (m_level == Level::source)
            addToSource(piece);
        else if (m_level == Level::receiver)
            addToReceiver(piece);
        else if (m_level == Level::patient)
            addToPatient(piece);
        return {};
    }

    void finish(int last) override
    {
        closeClaim(last);
        closeReport(last);
    }

private:
    enum class Level { none, source, receiver, provider, patient };

    /// One set may answer several batches, each with a receiver level of its own.
    void closeReport(int last)
    {
        m_report.origin = m_origin;
        m_report.origin.firstSegment = m_firstSegment > 0 ? m_firstSegment : m_origin.firstSegment;
        m_report.origin.lastSegment = last;
        if (m_report.batchReference.empty())
            warn(last, "the batch that is answered is not named (TRN of the receiver)");
        m_findings.file.answers.emplace_back(std::move(m_report));
    }

    void startReceiver(const Piece& piece)
    {
        if (m_hasReceiver) {
            StatusReport next;
            next.sourceName = m_report.sourceName;
            next.sourceId = m_report.sourceId;
            closeReport(piece.number() - 1);
            m_report = std::move(next);
            m_firstSegment = piece.number();
        }
        m_hasReceiver = true;
    }

    void startLevel(const Piece& piece)
    {
        closeClaim(piece.number() - 1);
        const auto code = piece.element(3);
        if (code == "21") startReceiver(piece);
        if (code == "20")
            m_level = Level::source;
        else if (code == "21")
            m_level = Level::receiver;
        else if (code == "19")
            m_level = Level::provider;
        else if (code == "PT")
            m_level = Level::patient;
        else {
            m_level = Level::none;
            warn(piece.number(), "a level of the hierarchy that a 277CA does not have; passed over");
        }
        if (m_level == Level::provider || m_level == Level::receiver) m_refusal.clear();
        if (m_level == Level::receiver) m_receiverRefusal.clear();
        m_lastName.clear();
        m_firstName.clear();
        m_memberId.clear();
    }

    void addToSource(const Piece& piece)
    {
        if (piece.tag() != "NM1") return;
        m_report.sourceName = textAt(piece, 3);
        m_report.sourceId = textAt(piece, 9);
    }

    void addToReceiver(const Piece& piece)
    {
        const auto tag = piece.tag();
        const auto kind = piece.element(1);
        if (tag == "TRN" && m_report.batchReference.empty()) m_report.batchReference = textAt(piece, 2);
        if (tag == "QTY" && kind == "90") m_report.acceptedCount = optionalCount(piece, 2);
        if (tag == "QTY" && kind == "AA") m_report.rejectedCount = optionalCount(piece, 2);
        if (tag == "AMT" && kind == "YU") m_report.acceptedAmount = optionalMoney(piece, 2);
        if (tag == "AMT" && kind == "YY") m_report.rejectedAmount = optionalMoney(piece, 2);
    }

    void addToPatient(const Piece& piece)
    {
        const auto tag = piece.tag();
        if (tag == "NM1") {
            m_lastName = textAt(piece, 3);
            m_firstName = textAt(piece, 4);
            m_memberId = textAt(piece, 9);
        } else if (tag == "TRN") {
            closeClaim(piece.number() - 1);
            startClaim(piece);
        } else if (m_claim) {
            addToClaim(piece, *m_claim);
        }
    }

    void startClaim(const Piece& piece)
    {
        m_claim.emplace();
        m_claim->claimNumber = textAt(piece, 2);
        m_claim->lastName = m_lastName;
        m_claim->firstName = m_firstName;
        m_claim->memberId = m_memberId;
        m_claim->firstSegment = piece.number();
        m_hasVerdict = false;
    }

    void addToClaim(const Piece& piece, ClaimStatusAnswer& claim)
    {
        const auto tag = piece.tag();
        const auto kind = piece.element(1);
        if (tag == "SVC") {
            claim.lines.emplace_back().code = textAt(piece, 1, 2);
            if (piece.component(1, 2).empty()) claim.lines.back().code = textAt(piece, 1);
        } else if (tag == "REF" && kind == "FJ" && !claim.lines.empty()) {
            claim.lines.back().lineControlNumber = textAt(piece, 2);
        } else if (tag == "REF" && kind == "1K") {
            claim.payerControlNumber = textAt(piece, 2);
        } else if (tag == "DTP" && kind == "472" && claim.lines.empty()) {
            const auto found = days(piece, 3);
            claim.serviceFrom = found.first;
            claim.serviceTo = found.last;
        }
    }

    void addStatus(const Piece& piece)
    {
        std::vector<StatusCode> codes;
        for (const std::size_t position : {1U, 10U, 11U})
            if (!piece.element(position).empty()) codes.push_back(statusOf(piece, position));
        const bool refused = isRefused(piece, codes);
        switch (m_level) {
        case Level::receiver:
            append(m_report.receiverStatuses, codes);
            if (refused) append(m_receiverRefusal, codes);
            m_report.isReceiverRejected = m_report.isReceiverRejected || refused;
            break;
        case Level::provider:
            append(m_report.providerStatuses, codes);
            if (refused) append(m_refusal, codes);
            break;
        case Level::patient:
            if (m_claim) addClaimStatus(piece, codes, refused);
            break;
        default: break;
        }
    }

    void addClaimStatus(const Piece& piece, const std::vector<StatusCode>& codes, bool refused)
    {
        m_claim->isAccepted = m_claim->isAccepted && !refused;
        m_hasVerdict = true;
        if (!m_claim->lines.empty()) return append(m_claim->lines.back().statuses, codes);
        append(m_claim->statuses, codes);
        if (!m_claim->day) m_claim->day = optionalDay(piece, 2);
        if (!m_claim->amount) m_claim->amount = optionalMoney(piece, 4);
    }

    /// One refusal among several codes refuses; the action code (STC03 U) too.
    bool isRefused(const Piece& piece, const std::vector<StatusCode>& codes)
    {
        bool refused = piece.element(3) == "U";
        for (const auto& code : codes) {
            const auto verdict = verdictOf(code.category);
            if (verdict == Verdict::unknown) warn(piece.number(), "a status category that a 277CA does not have");
            refused = refused || verdict == Verdict::refused;
        }
        return refused;
    }

    static void append(std::vector<StatusCode>& to, const std::vector<StatusCode>& codes)
    {
        to.insert(to.end(), codes.begin(), codes.end());
    }

    /// What is refused above a claim refuses the claim.
    void closeClaim(int last)
    {
        if (!m_claim) return;
        m_claim->lastSegment = last;
        for (const auto* refusal : {&m_receiverRefusal, &m_refusal}) {
            if (refusal->empty()) continue;
            m_claim->isAccepted = false;
            append(m_claim->statuses, *refusal);
        }
        if (m_report.isReceiverRejected) m_claim->isAccepted = false;
        if (!m_hasVerdict && m_claim->isAccepted)
            warn(m_claim->firstSegment, "a claim is named without a status; it is left as it stands");
        if (m_hasVerdict || !m_claim->isAccepted) m_report.claims.push_back(std::move(*m_claim));
        m_claim.reset();
    }

    StatusReport m_report;
    Level m_level = Level::none;
    bool m_hasReceiver = false;
    int m_firstSegment = 0;  ///< Of the report, when others stand before it.
    std::optional<ClaimStatusAnswer> m_claim;
    bool m_hasVerdict = false;
    std::vector<StatusCode> m_receiverRefusal, m_refusal;
    std::string m_lastName, m_firstName, m_memberId;
};

}  // namespace

std::unique_ptr<SetReader> statusReader(const Origin& origin, Findings& findings)
{
    return std::make_unique<StatusReader>(origin, findings);
}

}  // namespace cw::answers
