#include "codeset/codes.h"

#include "base/text.h"

#include <algorithm>

namespace cw {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isAlphanumeric(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || isUpper(c); });
}

bool isCpt(std::string_view code)
{
    if (code.size() != 5 || !text::isDigits(code.substr(0, 4))) return false;
    // Category I are digits; II end in F, III in T, PLA in U, multianalyte assays in M, administrative ones in A.
    return isDigit(code[4]) || std::string_view("FMTUA").find(code[4]) != std::string_view::npos;
}

bool isHcpcs(std::string_view code)
{
    return code.size() == 5 && isUpper(code[0]) && text::isDigits(code.substr(1));
}

bool isPcs(std::string_view code)
{
    return code.size() == 7 && isAlphanumeric(code) && code.find_first_of("IO") == std::string_view::npos;
}

}  // namespace

Result<Icd10CmCode> Icd10CmCode::parse(std::string_view input)
{
    std::string code = text::upperAscii(text::trim(input));
    if (code.size() > 4 && code[3] == '.') code.erase(3, 1);
    if (code.size() < 3 || code.size() > 7 || !isUpper(code[0]) || !isAlphanumeric(code))
        return Error{ErrorKind::invalidInput, "CODESET-001", "not of the form of an ICD-10-CM code"};
    return Icd10CmCode(code);
}

std::string Icd10CmCode::dotted() const
{
    return displayCode(CodeSystem::icd10cm, compact());
}

Result<ProcedureCode> ProcedureCode::parse(CodeSystem system, std::string_view input)
{
    const std::string code = text::upperAscii(text::trim(input));
    switch (system) {
    case CodeSystem::cpt:
        if (isCpt(code)) return ProcedureCode(system, code);
        return Error{ErrorKind::invalidInput, "CODESET-002", "not of the form of a CPT code"};
    case CodeSystem::hcpcs:
        if (isHcpcs(code)) return ProcedureCode(system, code);
        return Error{ErrorKind::invalidInput, "CODESET-003", "not of the form of a HCPCS code"};
    case CodeSystem::icd10pcs:
        if (isPcs(code)) return ProcedureCode(system, code);
        return Error{ErrorKind::invalidInput, "CODESET-004", "not of the form of an ICD-10-PCS code"};
    case CodeSystem::icd10cm: break;
    }
    return Error{ErrorKind::invalidInput, "CODESET-005", "ICD-10-CM codes are diagnoses, not procedures"};
}

Result<ProcedureCode> ProcedureCode::parseLevel1or2(std::string_view input)
{
    if (auto cpt = parse(CodeSystem::cpt, input)) return cpt;
    if (auto hcpcs = parse(CodeSystem::hcpcs, input)) return hcpcs;
    return Error{ErrorKind::invalidInput, "CODESET-006", "not of the form of a CPT or HCPCS code"};
}

Result<Modifier> Modifier::parse(std::string_view input)
{
    const std::string code = text::upperAscii(text::trim(input));
    if (code.size() != 2 || !isAlphanumeric(code))
        return Error{ErrorKind::invalidInput, "CODESET-007", "a modifier has two letters or digits"};
    return Modifier(code);
}

std::string displayCode(CodeSystem system, std::string_view compact)
{
    std::string shown(compact);
    if (system == CodeSystem::icd10cm && shown.size() > 3) shown.insert(3, ".");
    return shown;
}

}  // namespace cw
