#pragma once

#include "claim/loops/segments.h"
#include "claim/x12/segment_writer.h"
#include "encounter/parties.h"

#include <string_view>

namespace cw::loops {

/// NM1 of a provider with its NPI: `entity` is NM101 ("85", "82", "DN"). Loops that name one kind only refuse the other
/// (CLAIM-201, -204).
enum class Kind { personOnly, personOrOrganization, organizationOnly };
void writeProviderName(x12::SegmentWriter& out, std::string_view entity, const Provider& provider, Kind kind,
                       x12::Need npi);

/// REF of a provider's further numbers, in the order of `kinds` ("0B 1G G2 LU"). `elsewhere`: kinds that another loop sends.
/// Refusals CLAIM-601, -602.
void writeProviderNumbers(x12::SegmentWriter& out, const Provider& provider, std::string_view kinds,
                          std::string_view elsewhere = {});

/// NM1 up to the suffix (NM107), not ended.
void writePersonName(x12::SegmentWriter& out, std::string_view entity, const Person& person);

/// DMG; refuses a missing date of birth or sex (CLAIM-202, -203).
void writeDemographics(x12::SegmentWriter& out, const Person& person);

/// SBR02 and PAT01.
std::string_view relationshipCode(Relationship relationship) noexcept;
/// SBR01
std::string_view responsibilityCode(CoverageRank rank) noexcept;

/// The same NPI, and there is one.
bool isSameProvider(const Provider& a, const Provider& b) noexcept;
/// The place of the service when it must be told apart from the billing provider's (837P 2310C, 837I 2310E); nullptr
/// otherwise.
const Provider* serviceFacility(const Providers& providers);

}  // namespace cw::loops
