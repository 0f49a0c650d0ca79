#include "app/packet/attested_lines.h"

#include "base/text.h"

#include <algorithm>

namespace cw::app::packet {

namespace {

const Finding* findingOf(const Attestation& attestation, const EditReport& report)
{
    const auto found = std::find_if(report.findings.begin(), report.findings.end(),
                                    [&](const Finding& finding) { return finding.key == attestation.key; });
    return found == report.findings.end() ? nullptr : &*found;
}

std::vector<std::string> codesOf(const Encounter& encounter, const Attestation& attestation)
{
    std::vector<std::string> codes;
    for (const auto subject : attestation.key.subjects) {
        if (const auto* diagnosis = encounter.find(DiagnosisId{subject}))
            codes.push_back(displayCode(CodeSystem::icd10cm, diagnosis->code.text));
        else if (const auto* line = encounter.find(ProcedureId{subject}))
            codes.push_back(line->code.text.empty() ? "revenue code " + line->revenueCode : line->code.text);
        else
            codes.emplace_back("a code removed since");
    }
    return codes;
}

std::string standingOf(const Encounter& encounter, const Attestation& attestation, const Finding* finding)
{
    if (finding == nullptr) return "not needed any more: the edits no longer report it";
    if (!finding->canAttest) return "lapsed: the rule does not allow it any more";
    return attestation.basis == basisOf(encounter, *finding) ? "holds"
                                                             : "lapsed: the codes or their proof have changed";
}

}  // namespace

std::string attestedLine(const Encounter& encounter, const Attestation& attestation, const EditReport& report,
                         const Clock& clock)
{
    const auto* finding = findingOf(attestation, report);
    const auto codes = finding != nullptr ? finding->codes : codesOf(encounter, attestation);
    return attestation.key.rule + (codes.empty() ? "" : " " + text::join(codes, ", ")) + ": attested by " +
           attestation.by.who + " on " + clock.localDateTime(attestation.by.when) + ": \xE2\x80\x9C" +
           attestation.by.why + "\xE2\x80\x9D (" + standingOf(encounter, attestation, finding) + ")";
}

}  // namespace cw::app::packet
