#pragma once

#include "edits/attestation.h"

#include <string>

namespace cw::app::packet {

/// "GL-1 E10.9, E11.9: attested by anna on 2025-01-20 09:00: "two types since 2019" (holds)", or why it no longer holds.
std::string attestedLine(const Encounter& encounter, const Attestation& attestation, const EditReport& report,
                         const Clock& clock);

}  // namespace cw::app::packet
