#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/claim_parts.h"
#include "encounter/parties.h"

#include <optional>
#include <string>
#include <string_view>

namespace cw::loops {

/// ZIP codes of the United States come with five or nine digits; the guides ask for nine where we and the place of
/// service are named (2010AA, 2310C, 2310E).
enum class Zip { fiveOrNine, nine };

/// N3 and N4.
void writeAddress(x12::SegmentWriter& out, const Address& address, Zip zip);

/// DTP of one day; nothing without one.
void writeDay(x12::SegmentWriter& out, std::string_view qualifier, std::optional<Date> day);
/// DTP of a day (D8) or a span (RD8).
void writeDays(x12::SegmentWriter& out, std::string_view qualifier, Date from, Date to);

/// REF; nothing when the value is empty.
void writeReference(x12::SegmentWriter& out, std::string_view qualifier, std::string_view value);

/// NTE of at most 80 characters; nothing when the text is empty.
void writeNote(x12::SegmentWriter& out, std::string_view code, std::string_view note);

/// A phone as PER takes it.
struct Phone {
    std::string number;     ///< Ten digits.
    std::string extension;  ///< Digits; empty when there is none.
};
/// Of "(937) 555-0111", "1-937-555-0111 x22", "937.555.0111 ext. 22"; not set when it is no number of ten digits with at most
/// one extension.
std::optional<Phone> phoneOf(std::string_view text);

/// PER*IC with phone and e-mail; refuses a phone that phoneOf() cannot read, and a contact without either. An e-mail with a
/// sign that this file cannot carry is told and left out where a phone is there.
void writeContact(x12::SegmentWriter& out, std::string_view name, std::string_view phone, std::string_view email = {});

/// PRV with a taxonomy code; nothing without one.
void writeTaxonomy(x12::SegmentWriter& out, std::string_view role, std::string_view taxonomy);

/// `text` without the punctuation that people write into numbers.
std::string without(std::string_view punctuation, std::string_view text);

}  // namespace cw::loops
