#pragma once

#include "app/billing/answer_desk.h"
#include "app/billing/claim_history.h"
#include "app/billing/denial_desk.h"
#include "tests/support/workspace_fixture.h"

#include <algorithm>

namespace cw::test {

/// One service line of a remittance; without a code it is left out.
struct SaidLine {
    std::string code = "HC:99213:25";
    std::string charge = "125", paid = "80";
    std::string reasons;  ///< "CAS*CO*45*45~"
    std::string number;   ///< REF*6R.
    std::string remarks;  ///< "LQ*HE*N290~"
    std::string billed;   ///< SVC06.
};

/// One CLP loop.
struct SaidClaim {
    std::string number;
    std::string status = "1";
    std::string charge = "205", paid = "160", share = "0";
    std::string control = "PCN1";
    std::string reasons;  ///< "CAS*CO*45*45~"
    std::vector<SaidLine> lines;
    std::string lastName = "QUENNEVILLE", firstName = "ODILE";
    std::string day = "20250115";
};

/// Answers as a partner writes them, for claims that were really exported. Envelopes mirror ours.
class AnswersTest : public WorkspaceTest {
protected:
    std::unique_ptr<app::Workspace> office = as("office");

    Batch send(const std::vector<std::string>& ids)
    {
        for (const auto& id : ids) approve(*office, id);
        return sendApproved(ids);
    }
    Batch sendApproved(const std::vector<std::string>& ids)
    {
        const auto exported = must(app::BillingDesk(*office).exportClaims(exportOf(ids, out())));
        std::string refused;
        for (const auto& one : exported.refused) refused += one.encounterId + ": " + one.reason + "\n";
        EXPECT_EQ("", refused);
        m_sent = slurp(exported.files.at(0).file);
        return exported.files.at(0).batch;
    }

    static std::string nine(std::int64_t number)
    {
        auto text = std::to_string(number);
        if (text.size() < 9) text.insert(0, 9 - text.size(), '0');
        return text;
    }
    /// With sender and receiver of the last file sent, the other way round.
    std::string interchange(const std::string& body, char usage = 'P')
    {
        const auto us = m_sent.substr(35, 15);
        const auto them = m_sent.substr(54, 15);
        const auto number = nine(++m_number);
        return "ISA*00*          *00*          *ZZ*" + them + "*ZZ*" + us + "*250121*0900*^*00501*" + number + "*0*" +
               usage + "*:~" + body + "IEA*" +
               (body.starts_with("TA1") && body.find("GS*") == std::string::npos ? "0" : "1") + "*" + number + "~";
    }
    static std::string group(const std::string& kind, const std::string& guide, const std::string& sets)
    {
        return "GS*" + kind + "*THEM*US*20250121*0900*1*X*" + guide + "~" + sets + "GE*1*1~";
    }
    static std::string set(const std::string& kind, const std::string& guide, const std::string& body)
    {
        const auto count = std::count(body.begin(), body.end(), '~') + 2;
        return "ST*" + kind + "*0001" + (guide.empty() ? "" : "*" + guide) + "~" + body + "SE*" +
               std::to_string(count) + "*0001~";
    }

    std::string ta1(const Batch& batch, char code, const std::string& note = "000")
    {
        return interchange("TA1*" + nine(batch.interchangeControlNumber) + "*250120*0900*" + code + "*" + note + "~");
    }
    /// One set; `faults` are IK3, CTX and IK4 segments.
    std::string ack999(const Batch& batch, char code, const std::string& faults = "", char groupCode = 0)
    {
        const auto guide = std::string("005010X231A1");
        auto body = "AK1*HC*" + std::to_string(batch.groupControlNumber) + "*005010X222A1~AK2*837*0001*005010X222A1~" +
                    faults + "IK5*" + code + "~AK9*" + (groupCode == 0 ? code : groupCode) + "*1*1*" +
                    (code == 'A' || code == 'E' ? "1" : "0") + "~";
        return interchange(group("FA", guide, set("999", guide, body)));
    }
    /// HL at the patient level with STC as given ("A2:20*20250121*WQ*205").
    static std::string statusOfClaim(const std::string& number, const std::string& status,
                                     const std::string& control = "", const std::string& lines = "")
    {
        return "HL*4*3*PT~NM1*QC*1*QUENNEVILLE*ODILE****MI*W123456~TRN*2*" + number + "~STC*" + status + "~" +
               (control.empty() ? "" : "REF*1K*" + control + "~") + "DTP*472*D8*20250115~" + lines;
    }
    std::string report277(const std::string& reference, const std::string& claims,
                          const std::string& receiverStatus = "")
    {
        const auto guide = std::string("005010X214");
        auto body = std::string("BHT*0085*08*1*20250121*0900*TH~HL*1**20*1~NM1*PR*2*BUCKEYE*****PI*15202~TRN*1*1~") +
                    "DTP*050*D8*20250121~DTP*009*D8*20250121~HL*2*1*21*1~NM1*41*2*ELM STREET*****46*310123456~TRN*2*" +
                    reference + "~" +
                    (receiverStatus.empty() ? "STC*A1:19:PR*20250121*WQ*205~" : "STC*" + receiverStatus + "~") +
                    (claims.empty() ? "" : "HL*3*2*19*1~NM1*85*2*ELM STREET CLINIC*****XX*1234567893~" + claims);
        return interchange(group("HN", guide, set("277", guide, body)));
    }
    static std::string loopOf(const SaidClaim& claim)
    {
        auto text = "CLP*" + claim.number + "*" + claim.status + "*" + claim.charge + "*" + claim.paid + "*" +
                    (claim.share == "0" ? "" : claim.share) + "*12*" + claim.control + "*11*1~" + claim.reasons +
                    "NM1*QC*1*" + claim.lastName + "*" + claim.firstName + "****MI*W123456~DTM*232*" + claim.day + "~";
        for (const auto& line : claim.lines)
            text += "SVC*" + line.code + "*" + line.charge + "*" + line.paid + "**1" +
                    (line.billed.empty() ? "" : "*" + line.billed) + "~DTM*472*" + claim.day + "~" + line.reasons +
                    (line.number.empty() ? "" : "REF*6R*" + line.number + "~") + line.remarks;
        return text;
    }
    /// One payment; `amount` empty: the sum of the claims.
    std::string remit(const std::vector<SaidClaim>& claims, const std::string& trace = "EFT1",
                      const std::string& extra = "", std::string amount = "",
                      const std::string& payer = "BUCKEYE MUTUAL")
    {
        Money sum;
        std::string loops;
        for (const auto& claim : claims) {
            sum += must(Money::parse(claim.paid));
            loops += loopOf(claim);
        }
        if (amount.empty()) amount = sum.x12();
        auto body = "BPR*I*" + amount +
                    "*C*ACH*CCP*01*999999992*DA*123*1512345678**01*999988880*DA*98*20250203~TRN*1*" + trace +
                    "*1512345678~DTM*405*20250203~N1*PR*" + payer + "*XV*15202~N3*1 PAY ST~N4*DAYTON*OH*45402~" +
                    "PER*BL*HELP*TE*8005551212~N1*PE*ELM STREET CLINIC*XX*1234567893~LX*1~" + loops + extra;
        return interchange(group("HP", "005010X221A1", set("835", "", body)));
    }
    /// 99213 paid 80 of 125 (contract 45), 20610 paid 60 of 80 (coinsurance 20).
    static SaidClaim paidClaim(const std::string& number, const std::string& control = "PCN1")
    {
        SaidClaim claim{.number = number, .paid = "140", .share = "20", .control = control};
        claim.lines.push_back({.reasons = "CAS*CO*45*45~", .number = number + "-1"});
        claim.lines.push_back(
            {.code = "HC:20610:RT", .charge = "80", .paid = "60", .reasons = "CAS*PR*2*20~", .number = number + "-2"});
        return claim;
    }
    /// Both lines refused for want of an authorization.
    static SaidClaim deniedClaim(const std::string& number)
    {
        SaidClaim claim{.number = number, .status = "4", .paid = "0"};
        claim.lines.push_back(
            {.paid = "0", .reasons = "CAS*CO*197*125~", .number = number + "-1", .remarks = "LQ*HE*M62~"});
        claim.lines.push_back(
            {.code = "HC:20610:RT", .charge = "80", .paid = "0", .reasons = "CAS*CO*197*80~", .number = number + "-2"});
        return claim;
    }
    static SaidClaim reversalOf(const std::string& number)
    {
        SaidClaim claim{.number = number, .status = "22", .charge = "-205", .paid = "-140", .share = "0"};
        claim.lines.push_back({.charge = "-125", .paid = "-80", .reasons = "CAS*CO*45*-45~"});
        claim.lines.push_back({.code = "HC:20610:RT", .charge = "-80", .paid = "-60", .reasons = "CAS*PR*2*-20~"});
        return claim;
    }

    app::AnswerOutcome take(const std::string& bytes, const std::string& name = "answer.x12")
    {
        auto outcome = must(app::AnswerDesk(*office).importBytes(name, bytes));
        EXPECT_FALSE(outcome.error) << describe(*outcome.error);
        return outcome;
    }

    ClaimRecord claim(const std::string& number)
    {
        auto tx = must(office->work().beginRead());
        const auto found = must(office->claims().byNumber(*tx, number));
        return found.empty() ? ClaimRecord{} : found.front();
    }
    std::vector<ClaimEvent> eventsOf(const std::string& number)
    {
        const auto id = claim(number).id;
        auto tx = must(office->work().beginRead());
        return must(office->claims().events(*tx, id));
    }
    std::vector<WorkItem> openItems(const std::string& number)
    {
        const auto id = claim(number).id;
        auto tx = must(office->work().beginRead());
        return must(office->workItems().openItemsOf(*tx, id));
    }
    std::vector<WaitingAnswer> waiting() { return must(app::AnswerDesk(*office).waiting()); }
    std::string stands(const std::string& number)
    {
        const auto one = claim(number);
        return std::string(toString(one.status)) + (one.isLive ? " live" : "") + " " + one.paid.decimal() + " " +
               one.patientShare.decimal();
    }

    std::string m_sent;  ///< Bytes of the last file sent.
    std::int64_t m_number = 900;
};

}  // namespace cw::test
