#include "app/intake/matching.h"

#include "app/intake/person_match.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw::app {

namespace {

/// HL7 table 0203 (v2 chapter 2C) types that name a patient of a facility or a network.
bool isRecordType(std::string_view type)
{
    constexpr std::array<std::string_view, 12> kinds = {"",   "MR", "MRN", "MRT", "PI", "PT",
                                                        "PE", "PN", "LR",  "RRI", "RI", "U"};
    return std::find(kinds.begin(), kinds.end(), text::upperAscii(type)) != kinds.end();
}

/// Authorities whose numbers are no record numbers, whatever the type says: social security, driver's licence,
/// passport, Medicare, NPI (OIDs of the HL7 registry; systems of FHIR).
bool isForeignAuthority(std::string_view authority)
{
    constexpr std::array<std::string_view, 6> oids = {"2.16.840.1.113883.4.1",   "2.16.840.1.113883.4.2",
                                                      "2.16.840.1.113883.4.6",   "2.16.840.1.113883.4.572",
                                                      "2.16.840.1.113883.4.927", "2.16.840.1.113883.4.338"};
    if (std::find(oids.begin(), oids.end(), authority) != oids.end()) return true;
    if (authority.starts_with("2.16.840.1.113883.4.3.") || authority.starts_with("2.16.840.1.113883.4.330."))
        return true;
    const auto lower = text::lowerAscii(authority);
    constexpr std::array<std::string_view, 8> words = {"us-ssn",   "us-mbi", "us-medicare", "us-npi",
                                                       "passport", "driver", "licen",       "social-security"};
    if (lower == "ssa" || lower == "ssn" || lower == "usssa") return true;
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

void addOnce(std::vector<KnownPatient>& to, const KnownPatient& patient)
{
    const auto same = [&](const KnownPatient& other) { return other.id == patient.id; };
    if (std::none_of(to.begin(), to.end(), same)) to.push_back(patient);
}

/// Nobody ever said who gave the patient the number of that value. The store keeps each mrn without authority as well: it
/// counts only when no authority stands beside it.
bool isWithoutAuthority(const KnownPatient& patient, const std::string& value)
{
    bool isBare = patient.person.mrn == value;
    for (const auto& number : patient.numbers) {
        if (number.value != value) continue;
        if (!number.authority.empty()) return false;
        isBare = true;
    }
    return isBare;
}

/// Those whom one number means; those whom it nearly means go to `near`.
void judgeNumber(const NumberFinding& finding, const OwnAuthorities& own, std::vector<KnownPatient>& fits,
                 std::vector<KnownPatient>& near)
{
    if (finding.exact) return addOnce(fits, *finding.exact);
    const auto& [authority, value] = finding.number;
    for (const auto& patient : finding.sameValue) {
        const bool isMeant = authority.empty() ? patient.person.mrn == value || finding.sameValue.size() > 1
                                               : own.contains(authority) && isWithoutAuthority(patient, value);
        addOnce(isMeant ? fits : near, patient);
    }
}

/// Whether all who nearly fit have their number from another authority and are clearly other persons.
bool areOthers(const std::vector<NumberFinding>& findings, const std::vector<KnownPatient>& near, const Person& told)
{
    for (const auto& patient : near) {
        if (differences(patient.person, told).empty()) return false;
        for (const auto& finding : findings)
            if (finding.number.authority.empty() || isWithoutAuthority(patient, finding.number.value)) return false;
    }
    return true;
}

Result<KnownPatient> followed(ReadTx& tx, const PatientRegistry& registry, KnownPatient patient)
{
    while (patient.mergedInto.isValid()) {
        CW_TRY(patient, registry.find(tx, patient.mergedInto));
    }
    return patient;
}

}  // namespace

std::vector<PatientNumber> recordNumbers(const IncomingPatient& patient)
{
    std::vector<PatientNumber> numbers;
    for (const auto& identifier : patient.identifiers) {
        if (!isRecordType(identifier.type) || isForeignAuthority(identifier.authority)) continue;
        const PatientNumber number{std::string(text::trim(identifier.authority)),
                                   std::string(text::trim(identifier.value))};
        if (!number.value.empty() && std::find(numbers.begin(), numbers.end(), number) == numbers.end())
            numbers.push_back(number);
    }
    return numbers;
}

bool namesNobody(const IncomingPatient& patient)
{
    return patient.identifiers.empty() && patient.person.lastName.empty() && patient.person.firstName.empty();
}

PatientMatch judgePatient(const std::vector<NumberFinding>& findings, const Person& told, const OwnAuthorities& own)
{
    PatientMatch match;
    if (findings.empty()) {
        if (!told.lastName.empty()) match.detail = "a name, but no record number";
        return match;
    }
    std::vector<KnownPatient> fits;
    std::vector<KnownPatient> near;
    for (const auto& finding : findings) judgeNumber(finding, own, fits, near);
    if (fits.size() > 1) {
        match.reason = UnmatchedReason::ambiguous;
        match.detail = std::to_string(fits.size()) + " patients";
    } else if (fits.size() == 1) {
        const auto contradictions = differences(fits.front().person, told);
        if (contradictions.empty()) {
            match.patient = fits.front();
        } else {
            match.reason = UnmatchedReason::differs;
            match.detail = text::join(contradictions, ", ");
            match.candidate = fits.front().id;
        }
    } else if (near.empty()) {
        match.reason = UnmatchedReason::unknownPatient;
        match.mayBeNew = true;
    } else {
        match.reason = UnmatchedReason::unknownAuthority;
        if (near.size() == 1) match.candidate = near.front().id;
        match.mayBeNew = areOthers(findings, near, told);
    }
    return match;
}

Result<PatientMatch> matchPatient(ReadTx& tx, const PatientRegistry& registry, const IncomingPatient& patient,
                                  const OwnAuthorities& own)
{
    std::vector<NumberFinding> findings;
    for (const auto& number : recordNumbers(patient)) {
        NumberFinding finding;
        finding.number = number;
        CW_TRY(finding.exact, registry.byNumber(tx, number));
        if (!finding.exact) {
            CW_TRY(const auto others, registry.byValue(tx, number.value));
            for (const auto& other : others) {
                CW_TRY(const auto now, followed(tx, registry, other));
                addOnce(finding.sameValue, now);
            }
        }
        findings.push_back(std::move(finding));
    }
    return judgePatient(findings, patient.person, own);
}

}  // namespace cw::app
