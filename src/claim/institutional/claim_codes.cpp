#include "claim/institutional/claim_codes.h"

#include "base/text.h"
#include "claim/loops/code_segments.h"
#include "claim/loops/diagnoses.h"
#include "encounter/institutional_codes.h"

namespace cw::institutional {

using loops::CodeSegments;
using x12::Need;
using x12::SegmentWriter;

namespace {

/// Chapter 20 of ICD-10-CM.
bool isExternalCause(const Diagnosis& diagnosis)
{
    const char first = diagnosis.code.text.empty() ? ' ' : diagnosis.code.text.front();
    return first >= 'V' && first <= 'Y';
}

void writeCode(SegmentWriter& out, const Diagnosis& diagnosis)
{
    const auto code = Icd10CmCode::parse(diagnosis.code.text);
    if (!code) out.refuse("CLAIM-636", "HI", "a diagnosis is not a well-formed ICD-10-CM code");
    out.code(code ? code->compact() : std::string_view{});
}

void writeDiagnosis(SegmentWriter& out, const Diagnosis& diagnosis, bool isInpatient)
{
    writeCode(out, diagnosis);
    const auto present = text::trim(diagnosis.presentOnAdmission);
    // "1" was the exempt code's value in 4010; in 5010 the component is empty then.
    if (isInpatient && present != "1") out.skip(6).choice(present, "Y N U W", Need::optional);
    out.close();
}

void writeRole(SegmentWriter& out, const Encounter& encounter, DiagnosisRole role, std::string_view qualifier, int max)
{
    CodeSegments segments(out, qualifier, 1, max);
    for (const auto& diagnosis : encounter.diagnoses) {
        if (diagnosis.role != role) continue;
        writeCode(segments.next(), diagnosis);
        out.close();
    }
}

/// External causes or all others, without the first of the claim.
void writeFurther(SegmentWriter& out, const Encounter& encounter, bool external, std::string_view qualifier,
                  int maxSegments)
{
    CodeSegments segments(out, qualifier, maxSegments);
    bool isFirst = true;
    for (const auto& diagnosis : encounter.diagnoses) {
        if (diagnosis.role != DiagnosisRole::diagnosis) continue;
        if (!isFirst && isExternalCause(diagnosis) == external)
            writeDiagnosis(segments.next(), diagnosis, encounter.setting == Setting::inpatient);
        isFirst = false;
    }
}

void writePrincipal(SegmentWriter& out, const Encounter& encounter)
{
    for (const auto& diagnosis : encounter.diagnoses) {
        if (diagnosis.role != DiagnosisRole::diagnosis) continue;
        writeDiagnosis(out.begin("HI").open().code("ABK"), diagnosis, encounter.setting == Setting::inpatient);
        return out.end();
    }
    out.refuse("CLAIM-637", "HI01", "a claim needs a principal diagnosis");
}

void writeProcedure(SegmentWriter& out, const ProcedureLine& line)
{
    const auto code = ProcedureCode::parse(CodeSystem::icd10pcs, line.code.text);
    if (!code) out.refuse("CLAIM-638", "HI", "a procedure is not a well-formed ICD-10-PCS code");
    if (!line.serviceFrom) return out.refuse("CLAIM-639", "HI", "the date of an ICD-10-PCS procedure is missing");
    out.code(code ? code->text() : std::string_view{}).code("D8").day(*line.serviceFrom).close();
}

/// Lines with an ICD-10-PCS code, the first of them as the principal procedure.
void writeProcedures(SegmentWriter& out, const Encounter& encounter)
{
    CodeSegments others(out, "BBQ", 2);
    bool isFirst = true;
    for (const auto& line : encounter.procedures) {
        if (line.system != CodeSystem::icd10pcs) continue;
        if (encounter.setting != Setting::inpatient)
            return out.refuse("CLAIM-640", "HI", "ICD-10-PCS procedures stand on inpatient claims only");
        // It is no service line: its charge would be lost.
        if (line.charge.value_or(Money{}) != Money{})
            return out.refuse("CLAIM-652", "HI", "an ICD-10-PCS procedure has a charge; it belongs to a revenue line");
        if (isFirst) {
            writeProcedure(out.begin("HI").open().code("BBR"), line);
            if (out.failure()) return;
            out.end();
        } else {
            writeProcedure(others.next(), line);
            if (out.failure()) return;
        }
        isFirst = false;
    }
}

void writeOccurrences(SegmentWriter& out, const InstitutionalCodes& codes)
{
    {
        CodeSegments spans(out, "BI", 2);
        for (const auto& span : codes.spans) {
            if (!span.from || !span.to || *span.to < *span.from)
                return out.refuse("CLAIM-641", "HI", "an occurrence span needs its first and last day");
            spans.next().word(span.code, 2, 2, Need::required).code("RD8").days(*span.from, *span.to).close();
        }
    }
    CodeSegments days(out, "BH", 2);
    for (const auto& occurrence : codes.occurrences) {
        if (!occurrence.date) return out.refuse("CLAIM-642", "HI", "an occurrence code needs its date");
        days.next().word(occurrence.code, 2, 2, Need::required).code("D8").day(*occurrence.date).close();
    }
}

void writeValues(SegmentWriter& out, const InstitutionalCodes& codes)
{
    CodeSegments values(out, "BE", 2);
    for (const auto& value : codes.values) {
        if (!value.amount) return out.refuse("CLAIM-643", "HI", "a value code needs its amount");
        values.next().word(value.code, 2, 2, Need::required).skip(2).amount(*value.amount).close();
    }
}

}  // namespace

void writeClaimCodes(SegmentWriter& out, const Encounter& encounter)
{
    writePrincipal(out, encounter);
    writeRole(out, encounter, DiagnosisRole::admitting, "ABJ", 1);
    writeRole(out, encounter, DiagnosisRole::reasonForVisit, "APR", 3);
    writeFurther(out, encounter, true, "ABN", 1);
    const auto& group = encounter.claim.diagnosisRelatedGroup;
    if (!text::trim(group).empty()) out.begin("HI").open().code("DR").word(group, 3, 4).close().end();
    writeFurther(out, encounter, false, "ABF", 2);
    writeProcedures(out, encounter);
    const auto codes = parseInstitutionalCodes(encounter.claim.institutional);
    writeOccurrences(out, codes);
    writeValues(out, codes);
    loops::writeConditionCodes(out, codes.conditions);
    CodeSegments treatments(out, "TC", 2);
    for (const auto& treatment : codes.treatments) treatments.next().id(treatment, 1, 30, Need::required).close();
}

}  // namespace cw::institutional
