#pragma once

#include "encounter/encounter.h"

#include <optional>
#include <string>
#include <tuple>

namespace cw::edits {

/// What a code's standing is asked by: system, compact code, date.
using CodeKey = std::tuple<CodeSystem, std::string, Date>;

/// Diagnoses are judged on the encounter's coding date. Nothing when the text is not of the form of a code.
std::optional<CodeKey> codeKey(const Encounter& encounter, const Diagnosis& diagnosis);
/// Lines are judged on their first day, or on the encounter's when they have none. Nothing when the line has no CPT or
/// HCPCS code, or text that is not of that form. A line without a system is told by the shape of its code.
std::optional<CodeKey> codeKey(const Encounter& encounter, const ProcedureLine& line);

}  // namespace cw::edits
