#include "claim/tables/fhir/fhir_claim.h"
#include "encounter/ambulance.h"

#include <algorithm>

namespace cw::fhir_out {

namespace {

/// Keeps each sentence once.
class Unsent {
public:
    explicit Unsent(std::string subject) : m_subject(std::move(subject)) {}
    void tell(bool isThere, std::string_view what)
    {
        if (!isThere) return;
        auto sentence = m_subject + ": " + std::string(what) + " not sent, as the FHIR claim has no place for it";
        if (std::find(m_told.begin(), m_told.end(), sentence) == m_told.end()) m_told.push_back(std::move(sentence));
    }
    std::vector<std::string> take() { return std::move(m_told); }

private:
    std::string m_subject;
    std::vector<std::string> m_told;
};

void tellOfClaim(const Encounter& encounter, Unsent& out)
{
    const auto& claim = encounter.claim;
    out.tell(claim.patientPaid != Money{}, "what the patient paid");
    for (const auto& coverage : encounter.coverages) {
        out.tell(!coverage.adjudication.empty(), "the decision of another payer");
        out.tell(!coverage.providerNumber.empty(), "our number at the payer");
        out.tell(!coverage.caseNumber.empty(), "the property and casualty claim number");
        out.tell(!coverage.insuranceType.empty(), "the type of insurance");
    }
    out.tell(!claim.certifications.empty(), "a certification");
    out.tell(parseAmbulance(claim.institutional).has_value(), "the ambulance transport");
    out.tell(!claim.fileInformation.empty(), "file information (K3)");
    out.tell(!claim.delayReason.empty(), "the reason for late filing");
    out.tell(!claim.specialProgram.empty(), "the special program");
    out.tell(!claim.anesthesiaProcedures.empty(), "an anesthesia procedure");
    out.tell(!claim.patientSignatureSource.empty(), "how the patient's signature was obtained");
    out.tell(claim.accident.any() && !claim.accident.date, "the accident without its date");
    out.tell(encounter.providers.payTo.has_value(), "the pay-to address");
}

void tellOfLine(const ProcedureLine& line, const std::string& name, Unsent& out)
{
    const auto& details = line.details;
    const auto tell = [&](bool isThere, std::string_view what) { out.tell(isThere, name + std::string(what)); };
    tell(isProcedure(line) && line.charge.value_or(Money{}) != Money{}, "the charge of a procedure");
    tell(!line.note.empty() || !details.notes.empty(), "a note");
    tell(!details.references.empty(), "a further number");
    tell(!details.dates.empty(), "a further date");
    tell(!details.certifications.empty(), "a certification");
    tell(!details.paperwork.empty(), "paperwork");
    tell(!details.prescriptionNumber.empty(), "the prescription number");
    tell(details.nonCovered.has_value(), "the charge that is not covered");
    tell(details.purchased.has_value(), "the purchased service");
    tell(details.isEmergency || details.isEpsdt || details.isFamilyPlanning, "emergency, EPSDT or family planning");
}

}  // namespace

std::vector<std::string> unsent(const Claim& claim)
{
    const auto& encounter = *claim.encounter;
    Unsent out(encounter.encounterId);
    tellOfClaim(encounter, out);
    int number = 0;
    for (const auto& line : encounter.procedures) tellOfLine(line, "line " + std::to_string(++number) + ": ", out);
    return out.take();
}

}  // namespace cw::fhir_out
