#include "tests/ui/support/billing_workspace.h"

#include "app/coding_desk.h"
#include "app/intake.h"
#include "app/review_desk.h"
#include "base/file.h"
#include "tests/support/encounter_file.h"

#include <algorithm>
#include <cstdio>

namespace cw::ui {

namespace {

nlohmann::ordered_json encounterOf(const Visit& visit)
{
    auto json = test::loneEncounter(visit.id, visit.payerId);
    json["patient"]["last_name"] = visit.lastName;
    json["patient"]["first_name"] = visit.firstName;
    auto& payer = json["coverages"][0]["payer"];
    payer["name"] = visit.payerName;
    payer["claim_filing_code"] = visit.filingCode;
    json["coverages"][0]["member_id"] = visit.memberId;
    if (!visit.secondPayer.empty())
        json["coverages"].push_back(
            {{"rank", "secondary"},
             {"payer", {{"name", visit.secondPayer}, {"payer_id", "60054"}, {"claim_filing_code", "CI"}}},
             {"member_id", "S445566"},
             {"relationship", "self"}});
    return json;
}

std::string nine(std::int64_t number)
{
    char text[24];
    std::snprintf(text, sizeof text, "%09lld", static_cast<long long>(number));
    return text;
}

/// With sender and receiver of the file the other way round.
std::string interchange(const SentFile& sent, const std::string& kind, const std::string& guide, const std::string& set,
                        const std::string& body)
{
    static std::int64_t number = 900;
    const auto us = sent.bytes.substr(35, 15);
    const auto them = sent.bytes.substr(54, 15);
    const auto control = nine(++number);
    const auto count = std::count(body.begin(), body.end(), '~') + 2;
    return "ISA*00*          *00*          *ZZ*" + them + "*ZZ*" + us + "*251103*0900*^*00501*" + control +
           "*0*P*:~GS*" + kind + "*THEM*US*20251103*0900*1*X*" + guide + "~ST*" + set + "*0001" +
           (set == "835" ? "" : "*" + guide) + "~" + body + "SE*" + std::to_string(count) + "*0001~GE*1*1~IEA*1*" +
           control + "~";
}

std::string lineOf(const std::string& number, int line, const std::string& code, Money charge, Money paid,
                   const std::string& reasons)
{
    return "SVC*HC:" + code + "*" + charge.x12() + "*" + (paid == Money() ? "0" : paid.x12()) +
           "**1~DTM*472*20250115~" + reasons + "REF*6R*" + number + "-" + std::to_string(line) + "~";
}

/// CLP loop of a visit as makeReady() made it.
std::string claimOf(const Said& said, Money& sum)
{
    const auto dollars = [](int amount) { return Money::cents(amount * 100LL); };
    std::string status = "1", lines, paid = "140", share = "20";
    if (said.verdict == "denied") {
        status = "4", paid = "0", share = "";
        lines = lineOf(said.number, 1, "99213:25", dollars(125), {}, "CAS*CO*197*125~") +
                lineOf(said.number, 2, "20610:RT", dollars(80), {}, "CAS*CO*197*80~");
    } else if (said.verdict == "deductible") {
        paid = "0", share = "160";
        lines = lineOf(said.number, 1, "99213:25", dollars(125), {}, "CAS*CO*45*45~CAS*PR*1*80~") +
                lineOf(said.number, 2, "20610:RT", dollars(80), {}, "CAS*PR*1*80~");
    } else {
        sum += dollars(140);
        lines = lineOf(said.number, 1, "99213:25", dollars(125), dollars(80), "CAS*CO*45*45~") +
                lineOf(said.number, 2, "20610:RT", dollars(80), dollars(60), "CAS*PR*2*20~");
    }
    return "CLP*" + said.number + "*" + status + "*205*" + paid + "*" + share + "*12*" + said.control +
           "*11*1~NM1*QC*1*" + said.lastName + "*" + said.firstName + "****MI*W123456~DTM*232*20250115~" + lines;
}

}  // namespace

Status makeReady(app::Workspace& office, const std::vector<Visit>& visits)
{
    std::vector<nlohmann::ordered_json> encounters;
    for (const auto& visit : visits) encounters.push_back(encounterOf(visit));
    const auto file = office.folder() / "visits.json";
    CW_CHECK(writeFileAtomically(file, test::encounterFile(encounters), true));
    CW_TRY(const auto outcome, app::Intake(office).importEncounters(file));
    static_cast<void>(outcome);
    for (const auto& visit : visits) {
        CW_TRY(const auto submitted, app::CodingDesk(office).submit(visit.id));
        CW_TRY(const auto approved, app::ReviewDesk(office).approve(visit.id));
        static_cast<void>(submitted), static_cast<void>(approved);
    }
    return {};
}

Result<std::vector<SentFile>> sendClaims(app::Workspace& office, const std::vector<std::string>& ids,
                                         const std::filesystem::path& folder)
{
    app::ExportRequest request;
    request.encounterIds = ids;
    request.folder = folder;
    CW_TRY(const auto outcome, app::BillingDesk(office).exportClaims(request));
    if (!outcome.refused.empty())
        return Error{ErrorKind::invalidInput, "TEST-002",
                     outcome.refused.front().encounterId + ": " + outcome.refused.front().reason};
    std::vector<SentFile> sent;
    for (const auto& file : outcome.files) {
        CW_TRY(auto bytes, readFile(file.file));
        sent.push_back({file.batch, std::move(bytes)});
    }
    return sent;
}

std::string statusReport(const SentFile& sent, const std::vector<Said>& claims)
{
    auto body = std::string("BHT*0085*08*1*20251103*0900*TH~HL*1**20*1~NM1*PR*2*BUCKEYE*****PI*15202~TRN*1*1~") +
                "DTP*050*D8*20251103~DTP*009*D8*20251103~HL*2*1*21*1~NM1*41*2*ELM STREET*****46*310123456~TRN*2*B" +
                nine(sent.batch.number).substr(3) + "~STC*A1:19:PR*20251103*WQ*205~HL*3*2*19*1~" +
                "NM1*85*2*ELM STREET CLINIC*****XX*1234567893~";
    int level = 3;
    for (const auto& said : claims)
        body += "HL*" + std::to_string(++level) + "*3*PT~NM1*QC*1*" + said.lastName + "*" + said.firstName +
                "****MI*W123456~TRN*2*" + said.number + "~STC*" + said.verdict + "~REF*1K*" + said.control +
                "~DTP*472*D8*20250115~";
    return interchange(sent, "HN", "005010X214", "277", body);
}

std::string remittance(const SentFile& sent, const std::vector<Said>& claims, const std::string& trace)
{
    Money sum;
    std::string loops;
    for (const auto& said : claims) loops += claimOf(said, sum);
    const auto body = "BPR*I*" + (sum == Money() ? std::string("0") : sum.x12()) +
                      "*C*ACH*CCP*01*999999992*DA*123*1512345678**01*999988880*DA*98*20251103~TRN*1*" + trace +
                      "*1512345678~DTM*405*20251103~N1*PR*BUCKEYE MUTUAL*XV*15202~N3*1 PAY ST~N4*DAYTON*OH*45402~"
                      "PER*BL*HELP*TE*8005551212~N1*PE*ELM STREET CLINIC*XX*1234567893~LX*1~" +
                      loops;
    return interchange(sent, "HP", "005010X221A1", "835", body);
}

std::string acknowledgement(const SentFile& sent)
{
    return interchange(sent, "FA", "005010X231A1", "999",
                       "AK1*HC*" + std::to_string(sent.batch.groupControlNumber) +
                           "*005010X222A1~AK2*837*0001*005010X222A1~IK5*A~AK9*A*1*1*1~");
}

}  // namespace cw::ui
