#pragma once

#include "claim/claim_file.h"
#include "claim/x12/reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::sample {

/// An office visit that can be sent as it is: the patient is the member, two diagnoses, one line of 275.50.
Encounter officeVisit(const std::string& encounterId = "V-1001");
/// A child covered by a parent, with many optional parts.
Encounter injuredChild();
/// An inpatient stay of five days with surgery: two revenue lines, two ICD-10-PCS procedures, POA, UB-04 codes.
Encounter inpatientStay();
/// An outpatient visit at a hospital: three revenue lines on two days.
Encounter outpatientVisit();
Provider billingClinic();

Diagnosis diagnosis(std::int64_t id, const std::string& code);
ProcedureLine line(std::int64_t id, const std::string& code, Money charge);

/// A request with fixed day, time and numbers, sent by the first encounter's billing provider.
ClaimFileRequest request(const std::vector<const Encounter*>& encounters);

/// The file, with every claim in it.
ClaimFile mustWrite(const ClaimFileRequest& request);
/// The file of one claim, read back.
x12::Interchange writeAndRead(const Encounter& encounter);
/// Why the file, or its first refused claim, was not written; id "written" when it was.
Error refusalOf(const ClaimFileRequest& request);

/// The only interchange of bytes that must be readable.
x12::Interchange readBack(const std::string& bytes);
/// Segments with this tag, and with this first element when one is given.
std::vector<x12::Segment> find(const x12::Interchange& file, std::string_view tag, std::string_view first = {});
/// The same as they stand in the file.
std::vector<std::string> texts(const x12::Interchange& file, std::string_view tag, std::string_view first = {});
/// Tags from the first segment that begins with `from` up to the first that begins with `to` after it, without that; NM1, REF, DTP,
/// AMT, CRC, HL and HI with their qualifier: "NM1*85".
std::vector<std::string> tagsBetween(const x12::Interchange& file, std::string_view from, std::string_view to);

}  // namespace cw::sample
