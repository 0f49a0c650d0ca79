#pragma once

#include "identity/audit.h"

#include <string>

namespace cw::app::packet {

/// What an audit event says to a person who knows no ids of events: "diagnosis.add" is "added a diagnosis".
std::string historyWords(const AuditEvent& event);

}  // namespace cw::app::packet
