#include "claim/tables/fhir/fhir_claim.h"

#include <algorithm>
#include <array>

namespace cw::fhir_out {

namespace {

struct Role {
    const char* name;
    std::optional<Provider> Providers::*member;
};
/// Billing provider, pay-to and facility stand at the claim itself.
constexpr std::array<Role, 8> roles = {{{"rendering", &Providers::rendering},
                                        {"referring", &Providers::referring},
                                        {"second_referring", &Providers::secondReferring},
                                        {"supervising", &Providers::supervising},
                                        {"ordering", &Providers::ordering},
                                        {"attending", &Providers::attending},
                                        {"operating", &Providers::operating},
                                        {"other_operating", &Providers::otherOperating}}};

/// The base codes of HL7 tell only who did it, who supervised and who helped; our word stands beside them.
Json roleOf(std::string_view role)
{
    const auto* code = role == "rendering" || role == "attending"         ? "primary"
                       : role == "supervising"                            ? "supervisor"
                       : role == "operating" || role == "other_operating" ? "assist"
                                                                          : "other";
    auto concept_ = codedOf("claimcareteamrole", code);
    std::string words(role);
    std::replace(words.begin(), words.end(), '_', ' ');
    putText(concept_, "text", words);
    return concept_;
}

}  // namespace

CareTeam::CareTeam(const Encounter& encounter, Entries& entries)
{
    for (const auto& [name, member] : roles)
        if (const auto& one = encounter.providers.*member) add(name, -1, *one, entries);
    for (std::size_t line = 0; line < encounter.procedures.size(); ++line)
        for (const auto& own : encounter.procedures[line].details.providers)
            add(own.role, static_cast<int>(line), own.provider, entries);
}

void CareTeam::add(std::string_view role, int line, const Provider& one, Entries& entries)
{
    m_roles.push_back({std::string(role), line});
    m_members.push_back(
        {{"sequence", m_roles.size()}, {"provider", entries.add(provider(one))}, {"role", roleOf(role)}});
}

Json CareTeam::sequencesOf(std::size_t line) const
{
    const auto isOwn = [line](const Member& member) { return member.line == static_cast<int>(line); };
    Json sequences = Json::array();
    for (std::size_t at = 0; at < m_roles.size(); ++at) {
        const auto& member = m_roles[at];
        const bool isReplaced = member.line < 0 && std::any_of(m_roles.begin(), m_roles.end(), [&](const Member& own) {
                                    return isOwn(own) && own.role == member.role;
                                });
        if (isOwn(member) || (member.line < 0 && !isReplaced)) sequences.push_back(at + 1);
    }
    return sequences;
}

}  // namespace cw::fhir_out
