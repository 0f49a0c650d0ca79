#pragma once

#include "claim/claim_file.h"
#include "claim/x12/segment_writer.h"

#include <optional>
#include <string_view>

namespace cw::professional {

/// ZIP codes of the United States come with five or nine digits; the guide asks for nine where we and the place of
/// service are named (2010AA, 2310C).
enum class Zip { fiveOrNine, nine };

/// Loops 1000A and 1000B: who sends and who receives.
void writeSubmitterAndReceiver(x12::SegmentWriter& out, const Submitter& submitter);

/// Loop 2010AA: billing provider with address, tax id, and contact when a name and a phone are known.
void writeBillingProvider(x12::SegmentWriter& out, const Provider& provider);

/// Loop 2010BA: the member; address and demographics only when `isPatient`, as the guide asks.
void writeSubscriber(x12::SegmentWriter& out, const Person& person, std::string_view memberId, bool isPatient);

/// Loop 2010BB: the payer of this claim.
void writePayer(x12::SegmentWriter& out, const Payer& payer);

/// Loop 2010CA: the patient who is not the subscriber.
void writePatient(x12::SegmentWriter& out, const Person& person);

/// N3 and N4.
void writeAddress(x12::SegmentWriter& out, const Address& address, Zip zip);

/// NM1 of a provider with its NPI: `entity` is NM101 ("85", "82", "DN"). Loops that name people only refuse an
/// organisation (CLAIM-201).
enum class Kind { personOnly, personOrOrganization };
void writeProviderName(x12::SegmentWriter& out, std::string_view entity, const Provider& provider, Kind kind,
                       x12::Need npi);

/// PRV with a taxonomy code; nothing without one.
void writeTaxonomy(x12::SegmentWriter& out, std::string_view role, std::string_view taxonomy);

/// DTP of one day; nothing without one.
void writeDay(x12::SegmentWriter& out, std::string_view qualifier, std::optional<Date> day);

/// REF; nothing when the value is empty.
void writeReference(x12::SegmentWriter& out, std::string_view qualifier, std::string_view value);

/// NTE*ADD of at most 80 characters; nothing when the text is empty.
void writeNote(x12::SegmentWriter& out, std::string_view note);

}  // namespace cw::professional
