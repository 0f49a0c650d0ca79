#pragma once

#include "claim/claim_file.h"
#include "claim/tables/fhir/fhir_bundle.h"

namespace cw::fhir_out {

/// The Claim resource (FHIR R4); adds what it refers to.
Json claimResource(const Claim& claim, Date created, Entries& entries);

/// What the claim says and the resource does not, as the preview names it: "V-1001: what the patient paid is not sent".
std::vector<std::string> unsent(const Claim& claim);

/// Whether a line is in Claim.procedure: an ICD-10-PCS code without revenue code.
bool isProcedure(const ProcedureLine& line);

/// Claim.supportingInfo: type of bill, admission and discharge, days that matter, UB-04 codes, notes.
Json supportingInfo(const Encounter& encounter);

/// Claim.careTeam, and the places in it that a line names.
class CareTeam {
public:
    CareTeam(const Encounter& encounter, Entries& entries);
    Json claimMembers() const { return m_members; }
    /// careTeamSequence of a line: who is on the claim, but for a role that the line has its own provider for.
    Json sequencesOf(std::size_t line) const;

private:
    struct Member {
        std::string role;
        int line;  ///< -1: of the claim.
    };
    void add(std::string_view role, int line, const Provider& provider, Entries& entries);
    std::vector<Member> m_roles;
    Json m_members = Json::array();
};

}  // namespace cw::fhir_out
