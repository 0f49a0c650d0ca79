#include "import/documents/hl7/codes.h"

#include "base/text.h"
#include "codeset/codes.h"
#include "import/documents/readers.h"

namespace cw::hl7 {

Coded readCoded(const Field& ce)
{
    Coded coded{ce.text(1, 1), ce.text(2), ce.text(3, 1)};
    const Coded alternate{ce.text(4, 1), ce.text(5), ce.text(6, 1)};
    if (coded.code.empty() && !alternate.code.empty()) {
        if (alternate.text.empty()) return {alternate.code, coded.text, alternate.system};
        return alternate;
    }
    if (coded.text.empty()) coded.text = alternate.text;
    if (coded.text.empty()) coded.text = ce.text(9);  // CWE: original text.
    return coded;
}

std::string codeSystem(const std::string& table0396, SourceCodeKind kind)
{
    const auto name = text::upperAscii(table0396);
    const bool isProcedure = kind == SourceCodeKind::procedure;
    if (name == "I10" || name == "ICD10" || name == "ICD-10") return isProcedure ? "icd10pcs" : "icd10cm";
    if (name == "I9" || name == "ICD9" || name == "ICD-9" || name == "I9M" || name == "I9C")
        return isProcedure ? "icd9pcs" : "icd9cm";
    if (name == "I9CDX") return "icd9cm";
    if (name == "RXN") return "rxnorm";
    return table0396.empty() ? std::string() : codeSystemOf(table0396);
}

namespace {

/// "626.2", "V30.0": three characters, a dot, one or two digits.
bool isDottedIcd9(std::string_view code)
{
    if (code.size() < 5 || code.size() > 6 || code[3] != '.') return false;
    const bool isV = code.front() == 'V' && text::isDigits(code.substr(1, 2));
    return (isV || text::isDigits(code.substr(0, 3))) && text::isDigits(code.substr(4));
}

/// The system of a code sent without one, where its shape leaves no choice.
void guessSystem(SourceCode& code)
{
    if (code.kind != SourceCodeKind::diagnosis && code.kind != SourceCodeKind::procedure) return;
    if (isDottedIcd9(code.code)) {
        code.kind = SourceCodeKind::diagnosis;
        code.system = "icd9cm";
    } else if (code.kind == SourceCodeKind::diagnosis) {
        if (code.code.find('.') == 3 && Icd10CmCode::parse(code.code)) code.system = "icd10cm";
    } else if (const auto billed = ProcedureCode::parseLevel1or2(code.code)) {
        code.system = billed->system() == CodeSystem::cpt ? "cpt" : "hcpcs";
    }
}

}  // namespace

SourceCode sourceCode(const Coded& coded, SourceCodeKind kind)
{
    SourceCode code;
    code.kind = kind;
    code.system = codeSystem(coded.system, kind);
    code.code = coded.code;
    code.display = coded.text;
    if (code.system.empty()) guessSystem(code);
    return code;
}

namespace {

/// HL7 table 0052.
std::string diagnosisStatus(const std::string& type)
{
    if (type == "A") return "admitting";
    if (type == "W") return "working";
    if (type == "F") return "final";
    return type;
}

SourceCode readDiagnosis(const Segment& dg1)
{
    auto coded = readCoded(dg1.first(3));
    if (coded.system.empty()) coded.system = dg1.text(2);
    if (coded.text.empty()) coded.text = dg1.text(4);
    auto code = sourceCode(coded, SourceCodeKind::diagnosis);
    code.date = parseTimestamp(dg1.text(5)).date;
    code.status = diagnosisStatus(dg1.text(6));
    return code;
}

SourceCode readProcedure(const Segment& pr1)
{
    auto coded = readCoded(pr1.first(3));
    if (coded.system.empty()) coded.system = pr1.text(2);
    if (coded.text.empty()) coded.text = pr1.text(4);
    auto code = sourceCode(coded, SourceCodeKind::procedure);
    code.date = parseTimestamp(pr1.text(5)).date;
    return code;
}

}  // namespace

void CodeList::add(SourceCode code)
{
    if (code.code.empty()) return;
    std::string key = std::to_string(static_cast<int>(code.kind));
    for (const auto& part : {code.system, code.code, code.display, code.status}) key.append(part).append(1, '\0');
    if (code.date) key += code.date->iso();
    if (m_known.insert(std::move(key)).second) m_codes.push_back(std::move(code));
}

void readCodes(const Segments& segments, CodeList& codes)
{
    for (const auto* segment : segments) {
        if (segment->id() == "DG1") codes.add(readDiagnosis(*segment));
        if (segment->id() == "PR1") codes.add(readProcedure(*segment));
    }
}

std::vector<SourceCode> readCodes(const Segments& segments)
{
    CodeList codes;
    readCodes(segments, codes);
    return std::move(codes).take();
}

}  // namespace cw::hl7
