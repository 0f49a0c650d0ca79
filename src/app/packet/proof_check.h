#pragma once

#include "app/audit_packet.h"

#include <map>
#include <optional>

namespace cw::app::packet {

/// Looks proof up again where it is said to stand. One object for a packet: each document version is read once.
class ProofChecker {
public:
    ProofChecker(Workspace& workspace, ReadTx& tx, PatientId patient)
        : m_workspace(workspace), m_tx(tx), m_patient(patient)
    {}

    /// Fails only as the store fails; what does not fit is told in the proof.
    Result<AuditPacket::Proof> check(const Evidence& evidence);
    /// What is wrong with the stored bytes of a version; empty when they fit their digest.
    Result<std::string> byteFault(DocumentVersionId version);

private:
    struct Source {
        std::optional<DocumentInfo> info;  ///< Not set when there is no such version.
        std::string fault;                 ///< Of the bytes.
        std::string textFault;             ///< Of the readable text.
        std::optional<Rendition> rendition;
        std::vector<PageText> pages;
    };
    Result<const Source*> source(DocumentVersionId version);
    Result<Source> read(DocumentVersionId version);
    Status readText(DocumentVersionId version, Source& source);

    Workspace& m_workspace;
    ReadTx& m_tx;
    PatientId m_patient;
    std::map<DocumentVersionId, Source> m_sources;
};

}  // namespace cw::app::packet
