#pragma once

#include "app/packet/proof_check.h"

#include <initializer_list>

namespace cw::app::packet {

/// Parts that are not empty, with a middle dot between them.
std::string joined(std::initializer_list<std::string> parts);
std::string datesText(Date from, const std::optional<Date>& to);  ///< "2025-01-15 to 2025-01-17"
std::string placeText(const std::string& placeOfService);         ///< "11 Office"

/// Puts the parts of a packet together, within one transaction.
class Gatherer {
public:
    Gatherer(Workspace& workspace, ReadTx& tx, const StoredEncounter& stored)
        : m_workspace(workspace), m_tx(tx), m_encounter(stored.encounter), m_checker(workspace, tx, stored.patient)
    {}
    Status codes(AuditPacket& packet);
    /// What the edits say today, and what somebody took for right.
    Status findings(AuditPacket& packet);
    /// Documents of the chart with all versions, and bookmarks that are not private.
    Status documents(AuditPacket& packet);
    Status history(AuditPacket& packet);

private:
    Result<AuditPacket::Code> codeOf(const Diagnosis& diagnosis);
    Result<AuditPacket::Code> codeOf(const ProcedureLine& line, int position);
    std::string detailOf(const ProcedureLine& line) const;
    Status addTitle(AuditPacket::Code& code, CodeSystem system, const std::string& compact, Date on) const;
    Status addProofs(AuditPacket::Code& code, const std::vector<Evidence>& evidence);
    Status attestations(AuditPacket& packet, const EditReport& report);
    Result<AuditPacket::Document> documentRow(const DocumentInfo& info);

    Workspace& m_workspace;
    ReadTx& m_tx;
    const Encounter& m_encounter;
    ProofChecker m_checker;
};

}  // namespace cw::app::packet
