#pragma once

#include "claim/claim_file.h"
#include "claim/x12/reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::sample {

/// An office visit that can be sent as it is: the patient is the member, two diagnoses, one line of 275.50.
Encounter officeVisit(const std::string& encounterId = "V-1001");
/// A child covered by a parent, with every optional part that the writer knows.
Encounter injuredChild();
Provider billingClinic();

Diagnosis diagnosis(std::int64_t id, const std::string& code);
ProcedureLine line(std::int64_t id, const std::string& code, Money charge);

/// A request with fixed day, time and numbers, sent by the first encounter's billing provider.
ClaimFileRequest request(const std::vector<const Encounter*>& encounters);

/// The only interchange of bytes that must be readable.
x12::Interchange readBack(const std::string& bytes);
/// Segments with this tag, and with this first element when one is given.
std::vector<x12::Segment> find(const x12::Interchange& file, std::string_view tag, std::string_view first = {});

}  // namespace cw::sample
