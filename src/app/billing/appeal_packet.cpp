#include "app/billing/appeal_packet.h"

#include "app/billing/answering/line_match.h"
#include "app/billing/denial_desk.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "claim/answers/plain_words.h"
#include "edits/rules.h"

#include <algorithm>

namespace cw::app {

namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

std::string dollars(Money amount)
{
    return "$" + amount.grouped();
}

void addFact(Facts& facts, std::string label, std::string value)
{
    if (!value.empty()) facts.emplace_back(std::move(label), std::move(value));
}

Facts factsOf(const WorkItem& item, const ClaimRecord& claim, const StoredEncounter& stored,
              const std::vector<ClaimPayment>& payments)
{
    const auto& encounter = stored.encounter;
    Facts facts;
    addFact(facts, "Claim", claim.claimNumber);
    addFact(facts, "Payer no.", claim.payerControlNumber);
    addFact(facts, "Payer", claim.payerName + (claim.payerId.empty() ? "" : " (" + claim.payerId + ")"));
    addFact(facts, "Patient", displayName(encounter.patient));
    addFact(facts, "Born", encounter.patient.birthDate ? encounter.patient.birthDate->iso() : "");
    if (const auto* coverage = encounter.coverage(claim.billed)) addFact(facts, "Member", coverage->memberId);
    addFact(facts, "Service", claim.serviceFrom.iso());
    if (encounter.providers.rendering) addFact(facts, "Provider", displayName(*encounter.providers.rendering));
    if (const auto& billing = encounter.providers.billing)
        addFact(facts, "Billing", displayName(*billing) + (billing->npi.empty() ? "" : ", NPI " + billing->npi));
    addFact(facts, "Charges", dollars(claim.charges));
    addFact(facts, "Paid", dollars(claim.paid));
    addFact(facts, "In question", dollars(item.amount));
    if (!payments.empty()) {
        const auto& last = payments.back();
        addFact(facts, "Decided", last.paidOn ? last.paidOn->iso() : "");
        addFact(facts, "Payment", last.traceNumber);
    }
    addFact(facts, "Appeal by", item.dueOn ? item.dueOn->iso() : "");
    if (item.level > 0) addFact(facts, "Level", std::to_string(item.level));
    return facts;
}

std::vector<std::string> reasonsOf(const std::vector<Adjustment>& adjustments, const std::vector<std::string>& remarks)
{
    std::vector<std::string> reasons;
    for (const auto& one : adjustments)
        reasons.push_back(dollars(one.amount) + "  " + answers::wordsOfAdjustment(one.group, one.reason));
    for (const auto& remark : remarks) reasons.push_back(answers::wordsOfRemark(remark));
    return reasons;
}

Money patientPart(const std::vector<Adjustment>& adjustments)
{
    Money sum;
    for (const auto& one : adjustments)
        if (one.group == "PR") sum += one.amount;
    return sum;
}

std::string serviceOf(const ProcedureLine& line, const Encounter& encounter)
{
    auto code = line.code.text.empty() ? "revenue code " + line.revenueCode : line.code.text;
    for (const auto& modifier : line.modifiers) code += "-" + modifier;
    return code + ", " + line.serviceFrom.value_or(encounter.service.from).iso();
}

std::string serviceOf(const answers::RemitLine& line)
{
    auto code = line.code.empty() ? line.revenueCode : line.code;
    for (const auto& modifier : line.modifiers) code += "-" + modifier;
    return code + (line.from ? ", " + line.from->iso() : "") + " (as the payer names it)";
}

/// The claim's lines, each with what the payer said of it; what was said of the claim or of no line of ours follows.
class LineTable {
public:
    LineTable(const Encounter& encounter, const ClaimRecord& claim) : m_encounter(encounter), m_claim(claim) {}

    std::vector<AppealPacket::Line> of(const ClaimPayment* payment) const
    {
        std::vector<AppealPacket::Line> lines;
        const auto places = payment == nullptr
                                ? std::vector<int>{}
                                : answering::matchLines(payment->content, m_encounter, m_claim.claimNumber);
        for (std::size_t i = 0; i < m_encounter.procedures.size(); ++i) {
            auto line = billed(i);
            for (std::size_t at = 0; at < places.size(); ++at)
                if (places[at] == static_cast<int>(i) + 1) answer(line, payment->content.lines[at]);
            lines.push_back(std::move(line));
        }
        for (std::size_t at = 0; at < places.size(); ++at) {
            if (places[at] != 0) continue;
            AppealPacket::Line line;
            line.service = serviceOf(payment->content.lines[at]);
            line.charge = dollars(payment->content.lines[at].charge);
            answer(line, payment->content.lines[at]);
            lines.push_back(std::move(line));
        }
        if (payment != nullptr) addWhole(lines, payment->content);
        return lines;
    }

private:
    AppealPacket::Line billed(std::size_t index) const
    {
        const auto& procedure = m_encounter.procedures[index];
        AppealPacket::Line line;
        line.number = std::to_string(index + 1);
        line.service = serviceOf(procedure, m_encounter);
        line.charge = procedure.charge ? dollars(*procedure.charge) : "";
        return line;
    }
    static void answer(AppealPacket::Line& line, const answers::RemitLine& said)
    {
        line.paid = dollars(said.paid);
        line.patient = dollars(patientPart(said.adjustments));
        for (auto& reason : reasonsOf(said.adjustments, said.remarks)) line.reasons.push_back(std::move(reason));
    }
    static void addWhole(std::vector<AppealPacket::Line>& lines, const answers::RemitClaim& said)
    {
        AppealPacket::Line line;
        line.service = "Claim as a whole";
        line.charge = dollars(said.charge);
        line.paid = dollars(said.paid);
        line.patient = dollars(said.patientShare);
        line.reasons = reasonsOf(said.adjustments, said.remarks);
        lines.push_back(std::move(line));
    }

    const Encounter& m_encounter;
    const ClaimRecord& m_claim;
};

std::vector<AppealPacket::RuleText> rulesOf(const WorkItem& item)
{
    std::vector<AppealPacket::RuleText> rules;
    for (const auto& code : item.codes) {
        for (const auto& id : code.rules) {
            const bool known = std::any_of(rules.begin(), rules.end(), [&](const auto& one) { return one.id == id; });
            const auto* rule = findRule(id);
            if (known || rule == nullptr) continue;
            rules.push_back({id, std::string(rule->title), std::string(rule->source), std::string(rule->fix)});
        }
    }
    return rules;
}

std::vector<std::string> decisionOf(const WorkItem& item)
{
    std::vector<std::string> sentences;
    for (const auto& code : item.codes) {
        auto sentence = code.line > 0 ? "Line " + std::to_string(code.line) + ": " : std::string();
        if (code.amount != Money()) sentence += dollars(code.amount) + "  ";
        sentence += code.sentence;
        if (sentence.find(code.code) == std::string::npos) sentence += " (" + code.code + ")";
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

Status requireAppeal(const Workspace& workspace, const WorkItem& item)
{
    if (item.desk == "coder" && allows(workspace.user().roles, Permission::code)) return {};
    return require(workspace, Permission::bill);
}

}  // namespace

Result<AppealPacket> gatherAppeal(Workspace& workspace, ReadTx& tx, const WorkItem& item, std::string_view letter)
{
    CW_TRY(const auto claim, workspace.claims().claim(tx, item.claim));
    CW_TRY(const auto stored, workspace.encounters().load(tx, claim.encounterId));
    CW_TRY(const auto payments, workspace.answers().payments(tx, item.claim));
    const auto decided =
        std::find_if(payments.rbegin(), payments.rend(), [](const auto& one) { return !one.content.isReversal(); });
    AppealPacket packet;
    packet.claimNumber = claim.claimNumber;
    packet.letter = std::string(text::trim(letter));
    packet.facts = factsOf(item, claim, stored, payments);
    packet.decision = decisionOf(item);
    packet.lines = LineTable(stored.encounter, claim).of(decided == payments.rend() ? nullptr : &*decided);
    packet.rules = rulesOf(item);
    return packet;
}

Result<std::filesystem::path> DenialDesk::appealPacket(WorkItemId id, const std::filesystem::path& target,
                                                       std::string_view letter)
{
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(target, ignored)))
        return Error{ErrorKind::conflict, "APP-294",
                     target.filename().string() + ": there is a file of this name already"};
    WorkItem item;
    AppealPacket packet;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(item, m_workspace.workItems().item(*tx, id));
        CW_CHECK(requireAppeal(m_workspace, item));
        CW_TRY(packet, gatherAppeal(m_workspace, *tx, item, letter));
    }
    CW_TRY(packet.chart, makeAuditPacket(m_workspace, item.encounterId));
    CW_TRY(const auto pdf, appealPdf(packet));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.audit().append(*tx, {m_workspace.user().name, "denial.appeal packet", item.encounterId,
                                              "claim " + item.claimNumber + ", sha256 " + sha256Hex(pdf)}));
    // Told before it is there: a packet that left is never without its row.
    CW_TRY(auto staged, StagedFile::write(target, pdf));
    CW_CHECK(tx->commit());
    CW_CHECK(staged.place(false));
    return target;
}

}  // namespace cw::app
