#include "app/intake/placement.h"

#include "app/intake/person_match.h"
#include "app/intake/visits.h"
#include "base/text.h"

namespace cw::app {

namespace {

Placement waiting(UnmatchedReason reason, std::string detail, PatientId candidate)
{
    Placement placement;
    placement.reason = reason;
    placement.detail = std::move(detail);
    placement.candidate = candidate;
    return placement;
}

Placement refused(std::string detail)
{
    Placement placement;
    placement.fate = Placement::Fate::refused;
    placement.detail = std::move(detail);
    return placement;
}

Placement stored(std::optional<KnownPatient> patient)
{
    Placement placement;
    placement.fate = Placement::Fate::stores;
    placement.patient = std::move(patient);
    return placement;
}

/// Admissions and charges register a visit; other records belong to one that is there.
bool mayRegister(const Incoming& record)
{
    return record.kind == IncomingKind::admit || record.kind == IncomingKind::charges;
}

bool hasVisitNumber(const Incoming& record)
{
    return record.visit && !record.visit->number.value.empty();
}

}  // namespace

Result<IntakeRules> intakeRules(Workspace& workspace, ReadTx& tx, bool mayMakeEncounters)
{
    IntakeRules rules;
    rules.mayMakeEncounters = mayMakeEncounters;
    CW_TRY(const auto list, workspace.settings().value(tx, "intake.authorities"));
    for (const auto one : text::split(list, ','))
        if (const auto name = text::trim(one); !name.empty()) rules.own.emplace(name);
    return rules;
}

Result<std::optional<StoredEncounter>> Placing::visitOf(const Incoming& record)
{
    std::optional<StoredEncounter> found;
    if (!hasVisitNumber(record)) return found;
    CW_TRY(const bool exists, m_workspace.encounters().exists(m_tx, record.visit->number.value));
    if (!exists) return found;
    CW_TRY(found, m_workspace.encounters().load(m_tx, record.visit->number.value));
    return found;
}

Status Placing::placeVisit(const Incoming& record, Placement& placement)
{
    if (!hasVisitNumber(record)) return {};
    const auto patient = placement.patient ? placement.patient->id : PatientId{};
    CW_TRY(auto visit, visitOf(record));
    if (visit && visit->patient != patient) {
        placement = waiting(UnmatchedReason::otherPatient, {}, patient);
    } else if (visit) {
        placement.encounter = std::move(visit);
    } else if (!mayRegister(record) || !(m_rules.mayMakeEncounters || placement.isDecided)) {
        placement = waiting(UnmatchedReason::unknownEncounter, {}, patient);
    } else if (!firstDay(record)) {
        placement = waiting(UnmatchedReason::unknownEncounter, "it gives no date of the visit", patient);
    } else {
        placement.makesEncounter = true;
    }
    return {};
}

Result<Placement> Placing::byContent(const Incoming& record)
{
    CW_TRY(auto match, matchPatient(m_tx, m_workspace.patients(), record.patient, m_rules.own));
    if (record.kind == IncomingKind::merge) return merge(record, std::move(match));
    const bool registers = m_rules.mayMakeEncounters && mayRegister(record) && match.mayBeNew;
    if (!match.patient && !registers) return waiting(match.reason, std::move(match.detail), match.candidate);
    auto placement = stored(std::move(match.patient));
    CW_CHECK(placeVisit(record, placement));
    // A new patient comes in with a visit: whose visit is not clear is not registered either.
    if (placement.fate == Placement::Fate::waits && !placement.candidate.isValid() && registers &&
        placement.reason == UnmatchedReason::unknownEncounter)
        placement.reason = UnmatchedReason::unknownPatient;
    return placement;
}

Result<PatientMatch> Placing::whoGoes(const Incoming& record)
{
    IncomingPatient gone;
    if (record.mergedFrom) gone.identifiers.push_back(*record.mergedFrom);
    return matchPatient(m_tx, m_workspace.patients(), gone, m_rules.own);
}

Result<Placement> Placing::merge(const Incoming& record, PatientMatch survivor)
{
    if (!survivor.patient) {
        auto detail = survivor.reason == UnmatchedReason::differs ? std::move(survivor.detail)
                                                                  : std::string("the patient who stays is not known");
        return waiting(UnmatchedReason::unclearMerge, std::move(detail), survivor.candidate);
    }
    CW_TRY(auto gone, whoGoes(record));
    if (!gone.patient)
        return waiting(UnmatchedReason::unclearMerge, "the patient who goes is not known", survivor.patient->id);
    auto placement = stored(std::move(survivor.patient));
    placement.mergedAway = std::move(gone.patient);
    return placement;
}

Result<std::string> Placing::contradiction(const Incoming& record, const KnownPatient& owner)
{
    if (namesNobody(record.patient)) return std::string();
    CW_TRY(const auto match, matchPatient(m_tx, m_workspace.patients(), record.patient, m_rules.own));
    if (match.patient && match.patient->id != owner.id)
        return std::string("it names another patient (the record number is another's)");
    if (match.reason == UnmatchedReason::ambiguous && !match.patient)
        return std::string("it names another patient (its record numbers belong to different patients)");
    const auto found = differences(owner.person, record.patient.person);
    if (found.empty()) return std::string();
    const auto verb = found.size() == 1 ? " differs)" : " differ)";
    return "it names another patient (" + text::join(found, ", ") + verb;
}

Result<Placement> Placing::byWord(const Incoming& record, const GivenOwner& owner)
{
    if (record.kind == IncomingKind::merge && !owner.isDecided) return byContent(record);
    CW_TRY(auto patient, m_workspace.patients().find(m_tx, owner.patient));
    if (!owner.isDecided) {
        CW_TRY(auto reason, contradiction(record, patient));
        if (!reason.empty()) return refused(std::move(reason));
    }
    auto placement = stored(std::move(patient));
    placement.isDecided = owner.isDecided;
    placement.replaces = owner.replaces;
    if (record.kind == IncomingKind::merge) {
        CW_TRY(auto gone, whoGoes(record));
        if (!gone.patient)
            return Error{ErrorKind::conflict, "APP-151",
                         "the patient who goes is not known here; there is nothing to put together"};
        placement.mergedAway = std::move(gone.patient);
        return placement;
    }
    if (!owner.encounterId.empty()) {
        CW_TRY(placement.encounter, m_workspace.encounters().load(m_tx, owner.encounterId));
        return placement;
    }
    CW_TRY(auto visit, visitOf(record));
    if (visit && visit->patient != owner.patient) {
        if (owner.isDecided) return placement;
        return refused("its visit belongs to another patient");
    }
    if (owner.isDecided && !mayRegister(record)) return placement;
    // A patient was named, no encounter: the visit counts when it is there or may be made, else the patient has it.
    if (visit)
        placement.encounter = std::move(visit);
    else
        placement.makesEncounter = hasVisitNumber(record) && mayRegister(record) && firstDay(record) &&
                                   (owner.isDecided || m_rules.mayMakeEncounters);
    return placement;
}

}  // namespace cw::app
