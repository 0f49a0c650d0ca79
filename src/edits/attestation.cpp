#include "edits/attestation.h"

#include "base/digest.h"

#include <algorithm>

namespace cw {

namespace {

constexpr char separator = '\x1F';

class Basis {
public:
    void add(std::string_view text)
    {
        m_text += text;
        m_text += separator;
    }
    void add(const std::vector<Evidence>& evidence)
    {
        for (const auto& one : evidence) add(one.digest);
    }
    std::string digest() const { return sha256Hex(m_text); }

private:
    std::string m_text;
};

void addDiagnosis(Basis& basis, const Diagnosis& diagnosis)
{
    basis.add(diagnosis.code.text);
    basis.add(std::to_string(static_cast<int>(diagnosis.role)));
    basis.add(diagnosis.presentOnAdmission);
    basis.add(diagnosis.evidence);
}

void addLine(Basis& basis, const Encounter& encounter, const ProcedureLine& line, Field field)
{
    basis.add(line.code.text);
    if (field == Field::placeOfService) basis.add(encounter.placeOf(line));
    if (field == Field::charge) basis.add(line.charge ? line.charge->decimal() : std::string());
    for (const auto& modifier : line.modifiers) basis.add(modifier);
    basis.add(line.units.decimal());
    basis.add(line.serviceFrom ? line.serviceFrom->iso() : std::string());
    basis.add(line.serviceTo ? line.serviceTo->iso() : std::string());
    for (const auto& pointer : line.pointers)
        if (const auto* diagnosis = encounter.find(pointer)) basis.add(diagnosis->code.text);
    basis.add(line.evidence);
}

/// What findings without rows rest on, by the field that they name.
void addWhole(Basis& basis, const Encounter& encounter, Field field)
{
    if (field == Field::provider) {
        const auto& all = encounter.providers;
        for (const auto* one : {&all.billing, &all.rendering, &all.referring, &all.supervising, &all.ordering,
                                &all.attending, &all.operating, &all.facility}) {
            basis.add(*one ? (*one)->npi : std::string());
            basis.add(*one ? (*one)->taxonomy : std::string());
        }
    } else if (field == Field::coverage || field == Field::subscriber) {
        for (const auto& coverage : encounter.coverages) {
            basis.add(coverage.payer.payerId);
            basis.add(coverage.payer.claimFilingCode);
        }
    } else if (field == Field::service || field == Field::placeOfService) {
        basis.add(encounter.service.placeOfService);
        basis.add(encounter.service.typeOfBill);
        basis.add(encounter.service.dischargeStatus);
    }
}

}  // namespace

std::string basisOf(const Encounter& encounter, const Finding& finding)
{
    Basis basis;
    basis.add(finding.key.rule);
    basis.add(encounter.codingDate().iso());
    auto codes = finding.codes;
    std::sort(codes.begin(), codes.end());
    for (const auto& code : codes) basis.add(code);
    for (const auto subject : finding.key.subjects) {
        if (const auto* diagnosis = encounter.find(DiagnosisId{subject}))
            addDiagnosis(basis, *diagnosis);
        else if (const auto* line = encounter.find(ProcedureId{subject}))
            addLine(basis, encounter, *line, finding.field);
    }
    addWhole(basis, encounter, finding.field);
    basis.add(finding.basis);
    return basis.digest();
}

void applyAttestations(const Encounter& encounter, const std::vector<Attestation>& attestations, EditReport& report)
{
    if (attestations.empty()) return;
    for (auto& finding : report.findings) {
        if (!finding.canAttest) continue;
        const auto covers = [&](const Attestation& attestation) {
            return attestation.key == finding.key && attestation.basis == basisOf(encounter, finding);
        };
        const auto found = std::find_if(attestations.rbegin(), attestations.rend(), covers);
        if (found != attestations.rend()) finding.attested = found->by;
    }
}

}  // namespace cw
