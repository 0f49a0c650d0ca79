#include "app/audit_packet.h"

#include "app/packet/gatherer.h"
#include "base/file.h"

namespace cw::app {

namespace {

using packet::datesText;
using packet::joined;
using packet::placeText;

using Facts = std::vector<std::pair<std::string, std::string>>;

void addFact(Facts& facts, std::string label, std::string value)
{
    if (!value.empty()) facts.emplace_back(std::move(label), std::move(value));
}

std::string sexName(const std::optional<Sex>& sex)
{
    if (!sex) return {};
    return *sex == Sex::female ? "female" : *sex == Sex::male ? "male" : "sex unknown";
}

std::string providerLine(const Provider& provider)
{
    return joined({displayName(provider), provider.npi.empty() ? "" : "NPI " + provider.npi});
}

Facts factsOf(const StoredEncounter& stored)
{
    const auto& encounter = stored.encounter;
    const auto& patient = encounter.patient;
    Facts facts;
    addFact(facts, "Patient", displayName(patient));
    addFact(facts, "MRN", patient.mrn);
    addFact(facts, "Born", joined({patient.birthDate ? patient.birthDate->iso() : "", sexName(patient.sex)}));
    addFact(facts, "Visit", encounter.encounterId);
    addFact(facts, "Service", datesText(encounter.service.from, encounter.service.to));
    addFact(facts, "Setting",
            joined({std::string(toString(encounter.setting)), placeText(encounter.service.placeOfService)}));
    for (const auto& coverage : encounter.coverages)
        addFact(facts, coverage.rank == CoverageRank::primary ? "Payer" : "Other payer",
                joined({coverage.payer.name, coverage.memberId.empty() ? "" : "member " + coverage.memberId}));
    if (encounter.providers.rendering) addFact(facts, "Provider", providerLine(*encounter.providers.rendering));
    if (encounter.providers.attending) addFact(facts, "Attending", providerLine(*encounter.providers.attending));
    if (encounter.providers.billing) addFact(facts, "Billing", providerLine(*encounter.providers.billing));
    addFact(facts, "Coder", stored.workflow.assignedTo);
    addFact(facts, "Status", joined({std::string(displayName(stored.workflow.status)), stored.workflow.note}));
    if (!encounter.procedures.empty()) addFact(facts, "Charges", "$" + encounter.totalCharges().grouped());
    return facts;
}

Result<AuditPacket> gather(Workspace& workspace, ReadTx& tx, std::string_view encounterId)
{
    CW_TRY(const auto stored, workspace.encounters().load(tx, encounterId));
    AuditPacket packet;
    packet.facts = factsOf(stored);
    packet.encounterId = stored.encounter.encounterId;
    packet.madeAt = workspace.clock().localDateTime(workspace.clock().now());
    packet.madeBy = workspace.user().name;
    packet::Gatherer gatherer(workspace, tx, stored);
    CW_CHECK(gatherer.codes(packet));
    CW_CHECK(gatherer.findings(packet));
    CW_CHECK(gatherer.documents(packet));
    CW_CHECK(gatherer.history(packet));
    return packet;
}

}  // namespace

Result<AuditPacket> makeAuditPacket(Workspace& workspace, std::string_view encounterId)
{
    CW_CHECK(require(workspace, Permission::viewEncounters));
    AuditPacket packet;
    {
        // Digests of a large chart take a while: nobody who writes has to wait for them.
        CW_TRY(auto tx, workspace.work().beginRead());
        CW_TRY(packet, gather(workspace, *tx, encounterId));
    }
    CW_TRY(auto tx, workspace.work().beginWrite());
    const auto codes = packet.diagnoses.size() + packet.procedures.size();
    CW_CHECK(workspace.audit().append(
        *tx, {workspace.user().name, "encounter.packet", std::string(encounterId),
              std::to_string(codes) + " codes, " + std::to_string(packet.documents.size()) + " document versions"}));
    CW_CHECK(tx->commit());
    return packet;
}

Status exportAuditPacket(Workspace& workspace, std::string_view encounterId, const std::filesystem::path& file)
{
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored)))
        return Error{ErrorKind::conflict, "APP-205",
                     file.filename().string() + ": there is a file of this name already"};
    CW_TRY(const auto packet, makeAuditPacket(workspace, encounterId));
    CW_TRY(const auto pdf, auditPacketPdf(packet));
    return writeFileAtomically(file, pdf, false);
}

}  // namespace cw::app
