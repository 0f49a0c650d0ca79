#pragma once

#include "tests/claim/strict/loop_tree.h"

#include <set>
#include <string>

namespace cw::strict {

/// What no table of loops can say; each function cites its section of the 837 facts.
struct Context {
    bool institutional = false;
    std::set<std::string> claimNumbers;  ///< CLM01 of the file so far.
};

/// ISA, GS, ST, SE, GE, IEA: fixed width, counts, control numbers, versions (section 1). Returns the sets, ST to SE.
std::vector<std::vector<Seg>> checkEnvelope(const std::vector<Seg>& segments, const Signs& signs, bool institutional,
                                            Faults& faults);
/// Sequence, parents, child flags; subscriber and patient (section 4).
void checkHierarchy(const Loop& set, const Context& context, Faults& faults);
/// Names, ids, addresses, phones (sections 5, 6 and 13).
void checkParties(const Loop& set, const Context& context, Faults& faults);
/// Sum, frequency, accident, dates, diagnoses (sections 7, 8 and 13).
void checkClaims(const Loop& set, Context& context, Faults& faults);
/// Numbering, pointers, modifiers, dates, drugs (section 9).
void checkLines(const Loop& claim, const Context& context, Faults& faults);
/// Type of bill, admission, attending, present on admission (responses and forms facts, 837I).
void checkInstitutional(const Loop& claim, Faults& faults);
/// Other payers: balance, groups, dates, ids (section 10).
void checkOtherPayers(const Loop& claim, Faults& faults);

/// "claim V-1001: why"
void addFault(const Loop& claim, const std::string& why, Faults& faults);
/// First and last day of a DTP03; empty views when it is none.
struct Days {
    std::string_view first;
    std::string_view last;
};
Days daysOf(const Seg* dtp);
/// Diagnoses of HI: ABK, then all ABF, in order.
std::vector<std::string_view> diagnosesOf(const Loop& claim);

}  // namespace cw::strict
