#pragma once

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "chart/document.h"
#include "codeset/codes.h"
#include "encounter/parties.h"
#include "encounter/status.h"

#include <optional>
#include <string>
#include <vector>

namespace cw {

enum class Setting { professional, outpatient, inpatient };
std::string_view toString(Setting setting) noexcept;
/// Fails with invalidInput (ENCOUNTER-001).
Result<Setting> parseSetting(std::string_view text);

/// A diagnosis or procedure code as it was entered: kept even when it is no code at all, so that nothing that came in
/// is lost; the edits (CV-1, CV-8, CV-9) say what is wrong with it.
struct EnteredCode {
    std::string text;  ///< Upper case, without the dot, as entered otherwise.
    bool operator==(const EnteredCode&) const = default;
};

/// Proof: the words in a document that support a code.
struct Evidence {
    EvidenceId id;
    Span span;
    std::string quote;   ///< The words themselves, as they stood (patient data).
    std::string digest;  ///< SHA-256 of the quote.
    std::string documentTitle;
    bool isRecognised = false;  ///< The words were read by OCR and nobody has verified them.
    bool operator==(const Evidence&) const = default;
};

enum class DiagnosisRole { diagnosis, admitting, reasonForVisit };

struct Diagnosis {
    DiagnosisId id;
    DiagnosisRole role = DiagnosisRole::diagnosis;
    EnteredCode code;                ///< ICD-10-CM.
    std::string presentOnAdmission;  ///< "", Y, N, U, W, 1.
    std::vector<Evidence> evidence;
    std::string foreign;
    bool operator==(const Diagnosis&) const = default;
};

/// A drug's National Drug Code beside the line's HCPCS code (837P loop 2410).
struct DrugCode {
    std::string code;  ///< 11 digits, 5-4-2.
    Quantity quantity;
    std::string unit;  ///< F2, GR, ME, ML, UN.
    std::string foreign;
    bool operator==(const DrugCode&) const = default;
};

/// A provider of one line where it is another than the claim's (837P 2420, 837I 2420).
struct LineProvider {
    std::string role;  ///< Member name in Providers: "rendering", "ordering", "referring", "supervising", "facility",
                       ///< "operating", "other_operating", "purchased".
    Provider provider;
    bool operator==(const LineProvider&) const = default;
};

/// What a line can say beside code, units and charge.
struct LineDetails {
    std::string description;          ///< SV101-7, SV202-7.
    bool isEmergency = false;         ///< SV109.
    bool isEpsdt = false;             ///< SV111.
    bool isFamilyPlanning = false;    ///< SV112.
    std::optional<Money> nonCovered;  ///< SV207, UB-04 box 48.
    std::string prescriptionNumber;   ///< 2410 REF*XZ.
    std::vector<QualifiedReference> references;
    std::vector<QualifiedDate> dates;
    std::vector<QualifiedNote> notes;  ///< Beside `note`, which is ADD.
    std::vector<Paperwork> paperwork;
    std::vector<Certification> certifications;
    std::optional<PurchasedService> purchased;
    std::vector<LineProvider> providers;
    bool isEmpty() const { return *this == LineDetails{}; }
    bool operator==(const LineDetails&) const = default;
};

struct ProcedureLine {
    ProcedureId id;
    std::optional<CodeSystem> system;  ///< cpt, hcpcs, icd10pcs; not set on a revenue line without code.
    EnteredCode code;
    std::vector<std::string> modifiers;  ///< In order, pricing ones first.
    Quantity units = Quantity::whole(1);
    std::string unitBasis = "UN";  ///< UN or MJ.
    std::optional<Money> charge;
    std::optional<Date> serviceFrom;
    std::optional<Date> serviceTo;
    std::string placeOfService;         ///< Empty: that of the encounter.
    std::vector<DiagnosisId> pointers;  ///< Most important first (837P SV107).
    /// Pointers of the interchange form that name no diagnosis (0, 9 of 3 …): kept so that PF-3 can report them.
    std::vector<int> brokenPointers;
    std::string revenueCode;
    std::optional<DrugCode> ndc;
    std::string note;
    LineDetails details;
    std::vector<Evidence> evidence;
    std::string foreign;
    bool operator==(const ProcedureLine&) const = default;
};

struct Service {
    Date from = Date::of(2000, 1, 1);
    std::optional<Date> to;
    std::string placeOfService;
    std::optional<LocalMinute> admittedAt;
    std::optional<LocalMinute> dischargedAt;
    std::string admissionType;
    std::string admissionSource;
    std::string dischargeStatus;
    std::string typeOfBill;
    std::string foreign;
    bool operator==(const Service&) const = default;
};

/// One visit of one patient: who, when, where, and what it was coded as. A value: copying it is how undo works.
/// Diagnoses and lines are in claim order. Pointers name diagnoses by id, so that moving one breaks nothing.
struct Encounter {
    EncounterRowId row;       ///< Not valid before it is stored.
    std::string encounterId;  ///< The practice's own ("V-1001"); unique in a workspace.
    Setting setting = Setting::professional;
    Service service;
    Person patient;
    std::vector<Coverage> coverages;
    Providers providers;
    ClaimDetails claim;
    std::vector<Diagnosis> diagnoses;
    std::vector<ProcedureLine> procedures;
    std::string foreign;

    /// The date codes are judged on: discharge for inpatient (OCG, fiscal year of discharge), else first day of service.
    Date codingDate() const;
    /// Only those of role `diagnosis`, in order: what pointers count.
    std::vector<const Diagnosis*> claimDiagnoses() const;
    /// 1-based position among claimDiagnoses(); 0 when it is not there.
    int claimPosition(DiagnosisId id) const;
    Money totalCharges() const;
    const Coverage* coverage(CoverageRank rank) const;
    const Diagnosis* find(DiagnosisId id) const;
    const ProcedureLine* find(ProcedureId id) const;
    /// Place of service of the line: its own, else that of the encounter.
    const std::string& placeOf(const ProcedureLine& line) const;

    bool operator==(const Encounter&) const = default;
};

}  // namespace cw
