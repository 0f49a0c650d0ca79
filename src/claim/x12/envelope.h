#pragma once

#include "base/date.h"
#include "claim/x12/segment_writer.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cw::x12 {

/// One interchange with one functional group.
struct Envelope {
    std::string_view senderQualifier = "ZZ";    ///< ISA05
    std::string_view senderId;                  ///< ISA06: 2 to 15 characters.
    std::string_view receiverQualifier = "ZZ";  ///< ISA07
    std::string_view receiverId;                ///< ISA08
    std::string_view applicationSender;         ///< GS02; empty: as ISA06.
    std::string_view applicationReceiver;       ///< GS03; empty: as ISA08.
    Date day;
    int minuteOfDay = 0;
    std::int64_t interchangeNumber = 1;  ///< ISA13, 1 to 999,999,999.
    std::int64_t groupNumber = 1;        ///< GS06, the same range.
    bool wantsTa1 = false;               ///< ISA14
    bool test = false;                   ///< ISA15
    std::string_view functionalCode;     ///< GS01 ("HC").
    std::string_view transaction;        ///< ST01 ("837").
    std::string_view guide;              ///< GS08, ST03 ("005010X222A1").
};

/// ISA (106 characters with its terminator) and GS. Refuses ids that do not fit (CLAIM-007), numbers out of range
/// (CLAIM-008) and delimiters that cannot separate (CLAIM-009).
void writeEnvelopeStart(SegmentWriter& out, const Envelope& envelope);
/// ST with the set's number in the file, from 1 (ST02 "0001"). Restarts the segment count.
void writeSetStart(SegmentWriter& out, const Envelope& envelope, int setNumber);
/// SE with the count of the segments since ST, both included.
void writeSetEnd(SegmentWriter& out, int setNumber);
/// GE and IEA.
void writeEnvelopeEnd(SegmentWriter& out, const Envelope& envelope, int sets);

/// "1042"
std::string hourAndMinute(int minuteOfDay);

}  // namespace cw::x12
