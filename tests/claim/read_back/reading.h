#pragma once

#include "tests/claim/read_back/read_back.h"
#include "tests/claim/read_back/values.h"

namespace cw::read_back {

/// Loops 2000A, 2010AA, 2010AB.
void readBilling(const strict::Loop& level, Encounter& into);
/// Loops 2000B, 2010BA, 2010BB, and 2000C with 2010CA where the claim hangs on it.
void readSubscriber(const strict::Loop& level, const strict::Loop& claim, ReadBack& into);
/// Loops 2320, 2330A, 2330B, and 2430 of the lines.
void readOtherPayers(const strict::Loop& claim, ReadBack& into);
/// Segments of loop 2300 and its providers.
void readClaim(const strict::Loop& claim, bool institutional, ReadBack& into);
/// Loops 2400; behind them the ICD-10-PCS procedures of HI.
void readLines(const strict::Loop& claim, bool institutional, ReadBack& into);

}  // namespace cw::read_back
