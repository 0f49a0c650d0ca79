#pragma once

#include "base/date.h"
#include "base/money.h"
#include "encounter/claim_parts.h"

#include <optional>
#include <string>
#include <vector>

namespace cw {

/// The people and organisations of an encounter as charge capture sent them: a copy of its own per encounter, so that a
/// claim shows what was true then. Text is kept as it came; the edits judge it. `foreign` holds, as a JSON object, the
/// members of the interchange form that we do not know, so that a round trip keeps them.

struct Address {
    std::string line1;
    std::string line2;
    std::string city;
    std::string state;
    std::string postalCode;
    std::string foreign;
    bool isEmpty() const noexcept { return line1.empty() && city.empty() && state.empty() && postalCode.empty(); }
    bool operator==(const Address&) const = default;
};

enum class Sex { unknown, female, male };

struct Person {
    std::string mrn;  ///< Patients only.
    std::string lastName;
    std::string firstName;
    std::string middleName;
    std::string suffix;
    std::optional<Date> birthDate;
    std::optional<Sex> sex;  ///< Not set is missing; unknown is the answer "U".
    Address address;
    std::string phone;
    std::string foreign;
    bool operator==(const Person&) const = default;
};

/// "Halloran, Miriam J": for the window and the worklist, never for logs or errors.
std::string displayName(const Person& person);

struct Payer {
    std::string name;
    std::string payerId;          ///< 837P 2010BB NM109.
    std::string claimFilingCode;  ///< 837P SBR09.
    Address address;
    std::string foreign;
    bool operator==(const Payer&) const = default;
};

enum class CoverageRank { primary, secondary, tertiary };
enum class Relationship { self, spouse, child, other, employee, unknown, organDonor, cadaverDonor, lifePartner };

struct Coverage {
    CoverageRank rank = CoverageRank::primary;
    Payer payer;
    std::string memberId;
    std::string groupNumber;
    std::string groupName;
    std::optional<Relationship> relationship;
    std::optional<Person> subscriber;
    std::string insuranceType;   ///< 837 SBR05, where Medicare is not primary: 12, 13, 14, 15, 16, 41, 42, 43, 47.
    std::string providerNumber;  ///< The billing provider's own number at this payer (837 2010BB REF*G2).
    std::string caseNumber;      ///< Property and casualty claim number (837 2010BA REF*Y4).
    std::string adjudication;    ///< JSON as received (encounter/payer_answer.h); empty when absent.
    std::string foreign;
    bool operator==(const Coverage&) const = default;
};

/// A person or an organisation in a role on the claim (837P loops 2010AA, 2310, 2420).
struct Provider {
    std::string npi;
    std::string organization;  ///< Set for an organisation (type 2 NPI).
    std::string lastName;
    std::string firstName;
    std::string middleName;
    std::string suffix;
    std::string taxId;
    std::string taxIdType;  ///< "EI" or "SY".
    std::string taxonomy;
    Address address;
    std::string contactName;
    std::string phone;
    std::vector<QualifiedReference> references;  ///< 0B, 1G, G2, LU.
    std::string foreign;
    bool isOrganization() const noexcept { return !organization.empty(); }
    bool operator==(const Provider&) const = default;
};
std::string displayName(const Provider& provider);

struct Providers {
    std::optional<Provider> billing;
    std::optional<Provider> rendering;
    std::optional<Provider> referring;
    std::optional<Provider> supervising;
    std::optional<Provider> ordering;
    std::optional<Provider> attending;
    std::optional<Provider> operating;
    std::optional<Provider> facility;
    std::optional<Provider> payTo;            ///< Only its address is sent (837 2010AB).
    std::optional<Provider> secondReferring;  ///< The primary care provider (837P 2310A NM1*P3).
    std::optional<Provider> otherOperating;   ///< 837I 2310C.
    std::string foreign;
    bool operator==(const Providers&) const = default;
};

struct Accident {
    bool automobile = false;
    bool employment = false;
    bool other = false;
    std::optional<Date> date;
    std::string state;
    std::string foreign;
    bool any() const noexcept { return automobile || employment || other; }
    bool operator==(const Accident&) const = default;
};

/// `claim` of the interchange form. Empty text and unset values are missing.
struct ClaimDetails {
    std::string acceptAssignment;  ///< CLM07: A, B, C.
    std::optional<bool> signatureOnFile;
    std::string benefitsAssigned;      ///< CLM08: Y, N, W.
    std::string releaseOfInformation;  ///< CLM09: Y, I.
    std::string priorAuthorization;
    std::string referralNumber;
    std::string cliaNumber;
    std::string originalReferenceNumber;
    std::string frequencyCode;  ///< CLM05-3: 1, 7, 8; empty means 1.
    Money patientPaid;
    std::string note;
    Accident accident;
    std::optional<Date> onsetDate;
    std::optional<Date> lastMenstrualPeriod;
    std::optional<Date> hospitalizedFrom;
    std::optional<Date> hospitalizedTo;
    /// What the coder states about the visit and no code says: "screening", "pain-management" (edits/visit_facts.h).
    std::vector<std::string> flags;
    std::string patientSignatureSource;             ///< CLM10: P.
    std::string specialProgram;                     ///< CLM12: 02, 03, 05, 09.
    std::string delayReason;                        ///< CLM20: 1 to 11, 15.
    std::string diagnosisRelatedGroup;              ///< 837I HI*DR.
    std::vector<std::string> anesthesiaProcedures;  ///< Up to two CPT codes (837P HI*BP, BO).
    std::vector<QualifiedReference> references;     ///< EA, EW, P4, LX, 4N, D9, 9A, 9C, G4 …
    std::vector<QualifiedDate> dates;
    std::vector<QualifiedNote> notes;  ///< Beside `note`, which is ADD.
    std::vector<Paperwork> paperwork;
    std::vector<Certification> certifications;
    std::vector<std::string> fileInformation;  ///< K3, as a regulator wants it.
    /// occurrences, occurrence_spans, conditions, values, treatments, ambulance as a JSON object, as received.
    std::string institutional;
    std::string foreign;
    bool operator==(const ClaimDetails&) const = default;
};

}  // namespace cw
