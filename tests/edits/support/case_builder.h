#pragma once

#include "case_values.h"
#include "edit_case.h"

#include <string>
#include <string_view>

namespace cw::test {

/// Turns the keys of a case into what they stand for. Keys may come in any order: those that others rest on (setting and
/// dates, then rows) are taken first.
class CaseBuilder {
public:
    explicit CaseBuilder(const CaseText& text);
    CaseUnderTest take() { return std::move(m_case); }

private:
    void takeFrame(const CaseText& text);
    bool takeRows(const CaseKey& key);      ///< case_rows.cpp
    bool takeVisit(const CaseKey& key);     ///< case_visit.cpp
    bool takeFacts(const CaseKey& key);     ///< case_facts.cpp
    bool takeExpected(const CaseKey& key);  ///< case_expected.cpp
    void fillIn();

    void addDiagnoses(const CaseKey& key, DiagnosisRole role);
    void addLine(const CaseKey& key);
    void addPcs(const CaseKey& key);
    void setOnLine(const CaseKey& key, ProcedureLine& line, const Setter& set);
    void setPerson(const CaseKey& key, Person& person);
    void setPayer(const CaseKey& key);
    void setProvider(const CaseKey& key);
    void setClaim(const CaseKey& key);
    void setUbCodes(const CaseKey& key);
    void addProof(const CaseKey& key);
    void addHistory(const CaseKey& key);
    void addAttestation(const CaseKey& key);
    Expectation expectation(const CaseKey& key);
    void switchOn(const CaseKey& key);
    /// Id of "dx1", "line2", "pcs1", "admitting", "reason", "reason2".
    std::int64_t subject(const CaseKey& key, std::string_view name) const;

    Encounter& encounter() { return m_case.encounter; }
    bool isFacility() const { return m_case.encounter.setting != Setting::professional; }

    CaseUnderTest m_case;
    std::int64_t m_nextEvidence = 9001;
    bool m_hasAdmitting = false;
    bool m_hasLines = false;
    bool m_namesNoLines = false;
    bool m_namesFacility = false;
    bool m_namesHospital = false;
};

}  // namespace cw::test
