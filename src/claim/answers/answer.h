#pragma once

#include "base/date.h"
#include "base/money.h"
#include "encounter/payer_answer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cw::answers {

/// What came back, as it stands in the file. Dates and amounts that cannot be read are left unset and named in AnswerFile::warnings.

/// The interchange an answer came in.
struct Origin {
    std::string sender;         ///< ISA06, trimmed.
    std::string receiver;       ///< ISA08, trimmed: us.
    std::string controlNumber;  ///< ISA13.
    std::optional<Date> day;
    bool test = false;
    int firstSegment = 0;  ///< In the file, from 1.
    int lastSegment = 0;
};

/// TA1: the interchange was taken or not.
struct InterchangeAck {
    Origin origin;
    std::string controlNumber;  ///< TA101: our ISA13, nine digits.
    char code = 'A';            ///< A, E (with errors, taken), R.
    std::string note;           ///< "000", "025" …
};

/// One IK3 with its IK4: what is wrong with a segment that we sent.
struct SegmentFault {
    std::string segment;  ///< IK301.
    int position = 0;     ///< IK302, counted from ST as 1.
    std::string loop;     ///< IK303; empty when absent.
    std::string code;     ///< IK304.
    struct Element {
        int element = 0;  ///< IK401-1; 0 when absent.
        int component = 0;
        int repetition = 0;
        std::string code;      ///< IK403.
        std::string badValue;  ///< IK404. Patient data: shown, never logged.
    };
    std::vector<Element> elements;
    std::vector<std::string> contexts;  ///< CTX as sent ("CLM01:V-1001").
};

/// AK2 to IK5.
struct SetAck {
    std::string setNumber;  ///< AK202: our ST02.
    char code = 'A';        ///< IK501: A, E (taken), M, R, W, X.
    std::vector<std::string> codes;
    std::vector<SegmentFault> faults;
};

/// A 999 (or 997) for one functional group.
struct GroupAck {
    Origin origin;
    std::string groupNumber;  ///< AK102: our GS06.
    char code = 'A';          ///< AK901: A, E, P, R, M, W, X.
    int included = 0, received = 0, accepted = 0;
    std::vector<SetAck> sets;
};

/// STC01, 10 or 11.
struct StatusCode {
    std::string category;  ///< A0 … A8.
    std::string status;    ///< Claim status code.
    std::string entity;    ///< "85", "IL" …; empty.
    bool operator==(const StatusCode&) const = default;
};

struct LineStatus {
    std::string lineControlNumber;  ///< REF*FJ.
    std::string code;               ///< SVC01-2.
    std::vector<StatusCode> statuses;
};

/// 277CA 2200D: what became of one claim.
struct ClaimStatusAnswer {
    std::string claimNumber;         ///< TRN02.
    std::string payerControlNumber;  ///< REF*1K.
    bool isAccepted = true;          ///< By category (A0 to A2 taken; A3, A4, A6 to A8 not) and STC03.
    std::vector<StatusCode> statuses;
    std::optional<Money> amount;  ///< STC04.
    std::optional<Date> day;
    std::string lastName, firstName, memberId;
    std::optional<Date> serviceFrom, serviceTo;
    std::vector<LineStatus> lines;
    int firstSegment = 0, lastSegment = 0;
};

/// A 277CA (005010X214) for one batch of ours.
struct StatusReport {
    Origin origin;
    std::string sourceName, sourceId;
    std::string batchReference;  ///< TRN02 of the receiver level: our BHT03.
    /// Levels 21 and 19 refused as a whole: then every claim under them is.
    std::vector<StatusCode> receiverStatuses;
    bool isReceiverRejected = false;
    std::vector<StatusCode> providerStatuses;
    std::optional<int> acceptedCount, rejectedCount;  ///< QTY*90, QTY*AA.
    std::optional<Money> acceptedAmount, rejectedAmount;
    std::vector<ClaimStatusAnswer> claims;  ///< A rejection at level 19 is repeated in each claim under it.
};

/// 835 SVC.
struct RemitLine {
    std::string codeQualifier;  ///< HC, NU (revenue code) …
    std::string code;
    std::vector<std::string> modifiers;
    std::string billedCode;  ///< SVC06-2 when the payer changed it; empty.
    std::vector<std::string> billedModifiers;
    std::string revenueCode;
    Money charge, paid;
    Quantity units = Quantity::whole(1);
    std::optional<Date> from, to;
    std::string lineControlNumber;  ///< REF*6R.
    std::vector<Adjustment> adjustments;
    std::vector<std::string> remarks;  ///< LQ*HE.
    std::optional<Money> allowed;      ///< AMT*B6.
};

/// 835 CLP.
struct RemitClaim {
    std::string claimNumber;  ///< CLP01.
    std::string status;       ///< CLP02: 1, 2, 3, 4, 19 to 23, 25.
    Money charge, paid, patientShare;
    std::string filingCode;
    std::string payerControlNumber;  ///< CLP07.
    std::string facilityCode, frequency;
    std::string lastName, firstName, memberId;
    std::optional<Date> serviceFrom, serviceTo, receivedOn;
    std::string crossoverPayer, crossoverPayerId;  ///< NM1*TT.
    std::vector<Adjustment> adjustments;
    std::vector<std::string> remarks;  ///< MIA, MOA.
    std::vector<RemitLine> lines;
    bool isReversal() const noexcept { return status == "22"; }
    int firstSegment = 0, lastSegment = 0;
};

/// One reason of a PLB. A positive amount is money taken.
struct ProviderAdjustment {
    std::string providerNumber;
    std::string reason;     ///< "WO", "FB", "L6" …
    std::string reference;  ///< PLB03-2: often our or the payer's claim number.
    Money amount;
};

/// 835, one ST to SE: a payment.
struct Remittance {
    Origin origin;
    std::string handling;  ///< BPR01.
    Money amount;          ///< BPR02.
    bool isDebit = false;  ///< BPR03 D.
    std::string method;    ///< BPR04: ACH, CHK, NON …
    std::optional<Date> paidOn;
    std::string traceNumber;  ///< TRN02.
    std::string payerName, payerId, payerContact;
    std::string payeeName, payeeNpi;
    std::vector<RemitClaim> claims;
    std::vector<ProviderAdjustment> adjustments;
    /// Sentences on sums that do not agree: a line (SVC02 - CAS = SVC03), a claim (CLP03 - all CAS = CLP04), the payment
    /// (BPR02 = sum CLP04 - sum PLB04). Empty: balanced.
    std::vector<std::string> imbalances;
    int firstSegment = 0, lastSegment = 0;
};

using Answer = std::variant<InterchangeAck, GroupAck, StatusReport, Remittance>;

struct AnswerFile {
    std::vector<Answer> answers;        ///< In file order.
    std::vector<std::string> warnings;  ///< "interchange 000000219: SE01 says 12 segments, there are 11" …
    std::int64_t segments = 0;
};

}  // namespace cw::answers
