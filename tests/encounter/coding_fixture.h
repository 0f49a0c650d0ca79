#pragma once

#include "encounter/coding.h"

#include <gtest/gtest.h>

namespace cw {

inline Icd10CmCode icd(const char* code)
{
    return *Icd10CmCode::parse(code);
}

inline ProcedureCode procedure(const char* code)
{
    return *ProcedureCode::parseLevel1or2(code);
}

inline Evidence proof(std::int64_t id, std::int64_t begin = 0)
{
    Evidence evidence;
    evidence.id = EvidenceId{id};
    evidence.span = {DocumentVersionId{1}, 0, begin, begin + 5};
    evidence.quote = "words";
    return evidence;
}

/// A visit with diagnoses 1 E119, 2 I10, 3 R0602 (reason for visit), 4 E785 and lines 11 99213 (pointing at 1 and 2) and
/// 12 J0120; new rows get ids from 100.
class CodingTest : public testing::Test {
protected:
    CodingTest()
    {
        start.encounterId = "T-1";
        start.service.from = Date::of(2025, 1, 15);
        start.service.to = Date::of(2025, 1, 16);
        start.service.placeOfService = "11";
        put(1, "E119");
        put(2, "I10");
        put(3, "R0602", DiagnosisRole::reasonForVisit);
        put(4, "E785");
        ProcedureLine first;
        first.id = ProcedureId{11};
        first.system = CodeSystem::cpt;
        first.code.text = "99213";
        first.pointers = {DiagnosisId{1}, DiagnosisId{2}};
        ProcedureLine second;
        second.id = ProcedureId{12};
        second.system = CodeSystem::hcpcs;
        second.code.text = "J0120";
        start.procedures = {first, second};
    }

    void put(std::int64_t row, const char* code, DiagnosisRole role = DiagnosisRole::diagnosis)
    {
        Diagnosis diagnosis;
        diagnosis.id = DiagnosisId{row};
        diagnosis.role = role;
        diagnosis.code.text = code;
        start.diagnoses.push_back(diagnosis);
    }

    static std::string codes(const Encounter& encounter)
    {
        std::string all;
        for (const auto& diagnosis : encounter.diagnoses) all += (all.empty() ? "" : " ") + diagnosis.code.text;
        return all;
    }

    static std::string lines(const Encounter& encounter)
    {
        std::string all;
        for (const auto& line : encounter.procedures) all += (all.empty() ? "" : " ") + line.code.text;
        return all;
    }

    static std::string id(const Result<Encounter>& result) { return result ? "done" : std::string(result.error().id); }

    static constexpr DiagnosisId diabetes{1};
    static constexpr DiagnosisId pressure{2};
    static constexpr DiagnosisId reason{3};
    static constexpr DiagnosisId lipids{4};
    static constexpr DiagnosisId gone{99};
    static constexpr ProcedureId visit{11};
    static constexpr ProcedureId drug{12};
    static constexpr ProcedureId noLine{99};

    Encounter start;
    CountingIdSource ids{100};
};

}  // namespace cw
