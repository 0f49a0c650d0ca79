#pragma once

#include "base/ids.h"
#include "claim/x12/characters.h"
#include "encounter/encounter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cw {

/// What a partner reads beside A to Z, digits and the basic signs of X12: nothing more, or the extended set (lower case is
/// never sent).
enum class CharacterSet { basic, extended };

/// Somebody who takes our files: a clearinghouse or a payer. Who we are to them, and how they want a file.
struct TradingPartner {
    PartnerId id;
    std::string name;  ///< For people: "Ability", "CGS J15".
    // Who sends (loop 1000A, ISA05 and 06, GS02).
    std::string submitterName;
    std::string submitterId;             ///< NM1*41 NM109, given by the receiver.
    std::string contactName;             ///< PER02.
    std::string phone;                   ///< Ten digits.
    std::string email;                   ///< PER, beside the phone.
    std::string senderQualifier = "ZZ";  ///< ISA05: ZZ, 30, 01, 27, 28 …
    std::string senderId;                ///< ISA06; empty: submitterId.
    std::string applicationSender;       ///< GS02; empty: as ISA06.
    // Who receives (loop 1000B, ISA07 and 08, GS03).
    std::string receiverName;
    std::string receiverId;                ///< NM1*40 NM109.
    std::string receiverQualifier = "ZZ";  ///< ISA07.
    std::string interchangeReceiver;       ///< ISA08; empty: receiverId.
    std::string applicationReceiver;       ///< GS03; empty: as ISA08.
    // How.
    x12::Delimiters delimiters;
    bool lineFeeds = true;  ///< One after each segment.
    CharacterSet characters = CharacterSet::extended;
    bool wantsTa1 = false;  ///< ISA14.
    bool testOnly = false;  ///< ISA15 is T until the partner has approved us.
    int claimsPerFile = 5000;
    int claimsPerSet = 5000;  ///< In one ST to SE.
    std::string outFolder;    ///< Empty: the workspace's.
    std::string inFolder;     ///< Answers are taken from here; empty: none.
    bool isActive = true;
    std::int64_t version = 0;  ///< For optimistic locking; 0 is new.
    bool operator==(const TradingPartner&) const = default;
};

/// What we know of a payer beyond what an encounter carries.
struct PayerRecord {
    PayerRowId id;
    std::string payerId;  ///< 837 2010BB NM109.
    std::string name;
    std::string claimFilingCode;
    PartnerId partner;  ///< Who takes this payer's claims; not valid: the default partner, else the payer itself.
    Address address;    ///< For paper.
    std::optional<int> initialDays;    ///< To file a first claim; not set: not known here.
    std::optional<int> correctedDays;  ///< To file a corrected claim.
    std::optional<int> appealDays;     ///< To appeal a denial, from the day of the remittance.
    /// This payer wants its own number for the first claim (REF*F8) on replacements only (the rule), or takes it on
    /// originals as well (some clearinghouses ask for it).
    bool takesReferenceOnOriginals = false;
    bool prefersPaper = false;
    bool isActive = true;
    std::int64_t version = 0;
    bool operator==(const PayerRecord&) const = default;
};

enum class ProviderKind { billing, person, facility };
std::string_view toString(ProviderKind kind) noexcept;  ///< "billing", "person", "facility"
/// Fails with invalidInput (CLAIM-301).
Result<ProviderKind> parseProviderKind(std::string_view text);

/// A provider or facility of the practice. Fills what an encounter leaves empty for the same NPI, never what it says.
struct ProviderRecord {
    ProviderRowId id;
    ProviderKind kind = ProviderKind::person;
    Provider provider;
    bool isActive = true;
    std::int64_t version = 0;
    bool operator==(const ProviderRecord&) const = default;
};

/// A value that cannot be kept, with the field's name ("npi") and a sentence; one entry for each fault. Checks NPI (ten
/// digits, check digit with prefix 80840), EIN and SSN (nine digits), taxonomy (ten characters), ZIP, state, phone, ids that fit
/// their elements, days 1 to 3650, delimiters (four different signs, no letter, digit or blank), claims per file and set.
struct FieldFault {
    std::string field;
    std::string sentence;
};
std::vector<FieldFault> faultsOf(const TradingPartner& partner);
std::vector<FieldFault> faultsOf(const PayerRecord& payer);
std::vector<FieldFault> faultsOf(const ProviderRecord& provider);

/// The partner when no other is configured: the encounter's billing provider, sending to the billed payer.
TradingPartner partnerFrom(const Encounter& encounter, CoverageRank billed);

}  // namespace cw
