#include "claim/loops/diagnoses.h"

#include "claim/loops/code_segments.h"
#include "encounter/institutional_codes.h"

#include <fmt/format.h>

namespace cw::loops {

using x12::SegmentWriter;

void writeProfessionalDiagnoses(SegmentWriter& out, const Encounter& encounter)
{
    int count = 0;
    for (const auto& diagnosis : encounter.diagnoses)
        if (diagnosis.role == DiagnosisRole::diagnosis) ++count;
    if (count == 0) return out.refuse("CLAIM-215", "HI01", "a claim needs a diagnosis");
    if (count > 12) return out.refuse("CLAIM-216", "HI12", fmt::format("{} diagnoses, at most 12 can be sent", count));
    out.begin("HI");
    std::string_view qualifier = "ABK";
    for (const auto& diagnosis : encounter.diagnoses) {
        if (diagnosis.role != DiagnosisRole::diagnosis) continue;
        const auto code = Icd10CmCode::parse(diagnosis.code.text);
        if (!code) out.refuse("CLAIM-217", "HI", "a diagnosis is not a well-formed ICD-10-CM code");
        out.open().code(qualifier).code(code ? code->compact() : std::string_view{}).close();
        qualifier = "ABF";
    }
    out.end();
}

void writeConditionCodes(SegmentWriter& out, const std::string& institutional)
{
    if (institutional.find("\"conditions\"") != std::string::npos)
        writeConditionCodes(out, parseInstitutionalCodes(institutional).conditions);
}

void writeConditionCodes(SegmentWriter& out, const std::vector<std::string>& conditions)
{
    CodeSegments segments(out, "BG", 2);
    for (const auto& condition : conditions) segments.next().word(condition, 2, 2, x12::Need::required).close();
}

}  // namespace cw::loops
