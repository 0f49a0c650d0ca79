#pragma once

#include "import/documents/hl7/codes.h"

#include <string>
#include <vector>

namespace cw::hl7 {

/// An OBX (HL7 v2.5.1 section 7.4.2) and the NTE behind it.
struct Observation {
    const Segment* obx = nullptr;
    Segments notes;
};

/// OBX-2 in capitals.
std::string valueType(const Segment& obx);
/// What OBX-3 calls the observation; the code when it has a letter, else empty.
std::string label(const Segment& obx);
/// All repetitions of OBX-5 for a cell, by the type of OBX-2.
std::string readableValue(const Segment& obx);
/// OBX-5 of TX, FT and ST: repetitions are lines (section 2.A.80).
std::string textValue(const Segment& obx);
/// OBX-6: the unit's symbol.
std::string readableUnit(const Segment& obx);
std::string readableRange(const Segment& obx);
std::string readableFlags(const Segment& obx);
/// Table 0085 (OBX-11) in words; a code that is none of it as sent.
std::string resultStatus(const std::string& code);
/// Table 0123 (OBR-25) in words.
std::string orderStatus(const std::string& code);
/// Table 0271 (TXA-17) in words.
std::string completionStatus(const std::string& code);
/// NTE-3: repetitions are lines.
std::string noteText(const Segment& nte);

}  // namespace cw::hl7
