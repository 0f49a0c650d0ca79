#include "claim/answers/sent/loop_walk.h"

namespace cw::answers {

namespace {

struct Party {
    std::string_view entity;
    std::string_view loop;
};

constexpr Party professionalClaim[] = {{"DN", "2310A"}, {"P3", "2310A"}, {"82", "2310B"}, {"77", "2310C"},
                                       {"DQ", "2310D"}, {"PW", "2310E"}, {"45", "2310F"}};
constexpr Party institutionalClaim[] = {{"71", "2310A"}, {"72", "2310B"}, {"ZZ", "2310C"},
                                        {"82", "2310D"}, {"77", "2310E"}, {"DN", "2310F"}};
constexpr Party professionalLine[] = {{"82", "2420A"}, {"QB", "2420B"}, {"77", "2420C"},
                                      {"DQ", "2420D"}, {"DK", "2420E"}, {"DN", "2420F"},
                                      {"P3", "2420F"}, {"PW", "2420G"}, {"45", "2420H"}};
constexpr Party institutionalLine[] = {{"72", "2420A"}, {"ZZ", "2420B"}, {"82", "2420C"}, {"DN", "2420D"}};
constexpr Party otherPayers[] = {{"IL", "2330A"}, {"PR", "2330B"}};

template <std::size_t size>
std::string_view find(const Party (&parties)[size], std::string_view entity, std::string_view otherwise)
{
    for (const auto& party : parties)
        if (party.entity == entity) return party.loop;
    return otherwise;
}

int rankOf(std::string_view responsibility)
{
    if (responsibility == "S") return 1;
    return responsibility == "T" ? 2 : 0;
}

}  // namespace

const LoopPlace& LoopWalk::add(const x12::Segment& segment)
{
    const auto tag = segment.tag();
    if (tag == "HL") {
        startLevel(segment.element(3));
    } else if (tag == "CLM") {
        startClaim(segment);
    } else if (tag == "SBR") {
        startOtherPayer(segment);
    } else if (tag == "NM1") {
        startParty(segment);
    } else if (tag == "LX") {
        m_part = Part::line;
        m_place.loop = "2400";
        m_place.entity = {};
        m_place.coverage = m_billed;
        ++m_place.line;
    } else if (tag == "LIN") {
        m_place.loop = "2410";
    } else if (tag == "SVD") {
        m_place.loop = "2430";
        m_place.entity = {};
    } else if (tag == "LQ" && m_part == Part::line) {
        m_place.loop = "2440";
    } else if (tag == "SE") {
        m_place = {.loop = "", .isInstitutional = m_place.isInstitutional};
    }
    return m_place;
}

void LoopWalk::startLevel(std::string_view code)
{
    const bool isBilling = code == "20";
    m_part = isBilling ? Part::billing : code == "22" ? Part::subscriber : Part::patient;
    m_place.loop = isBilling ? "2000A" : code == "22" ? "2000B" : "2000C";
    m_place.entity = {};
    m_place.line = 0;
    if (code == "23") return;
    m_place.claimNumber = {};
    m_place.claim = isBilling ? -1 : m_claims++;
    m_hasClm = false;
}

/// A second CLM below the same level is a claim of its own.
void LoopWalk::startClaim(const x12::Segment& segment)
{
    if (m_hasClm || m_place.claim < 0) m_place.claim = m_claims++;
    m_hasClm = true;
    m_part = Part::claim;
    m_place.loop = "2300";
    m_place.entity = {};
    m_place.line = 0;
    m_place.coverage = m_billed;
    m_place.isPatientMember = m_isMemberPatient;
    m_place.claimNumber = segment.element(1);
}

void LoopWalk::startOtherPayer(const x12::Segment& segment)
{
    m_place.coverage = rankOf(segment.element(1));
    m_place.isPatientMember = segment.element(2) == "18";
    m_place.entity = {};
    if (m_part == Part::subscriber) {
        m_billed = m_place.coverage;
        m_isMemberPatient = m_place.isPatientMember;
        return;
    }
    m_part = Part::otherPayer;
    m_place.loop = "2320";
}

void LoopWalk::startParty(const x12::Segment& segment)
{
    m_place.entity = segment.element(1);
    m_place.isOrganization = segment.element(2) == "2";
    m_place.loop = loopOfParty(m_place.entity);
}

std::string_view LoopWalk::loopOfParty(std::string_view entity) const
{
    const bool isInstitutional = m_place.isInstitutional;
    switch (m_part) {
    case Part::header: return entity == "41" ? "1000A" : "1000B";
    case Part::billing: return entity == "85" ? "2010AA" : entity == "87" ? "2010AB" : "2010AC";
    case Part::subscriber: return entity == "IL" ? "2010BA" : "2010BB";
    case Part::patient: return "2010CA";
    case Part::claim:
        return isInstitutional ? find(institutionalClaim, entity, "2310") : find(professionalClaim, entity, "2310");
    case Part::otherPayer: return find(otherPayers, entity, "2330");
    case Part::line:
        return isInstitutional ? find(institutionalLine, entity, "2420") : find(professionalLine, entity, "2420");
    }
    return {};
}

}  // namespace cw::answers
