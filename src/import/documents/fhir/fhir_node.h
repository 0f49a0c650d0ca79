#pragma once

#include "base/date.h"
#include "chart/source_code.h"
#include "import/json_node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reading of FHIR R4 (4.0.1) resources whose shape was checked: what is missing reads as empty.
namespace cw::fhir {

using Node = JsonNode;

/// The member of an object; an empty node when it is missing or `object` is none.
const Node& at(const Node& object, std::string_view name) noexcept;
/// Elements of an array member; none when it is missing or no array.
const std::vector<Node>& each(const Node& object, std::string_view name) noexcept;
/// A string, the digits of a number, "Yes" or "No"; without control characters and white space around it.
std::string lineOf(const Node& value);
std::string lineAt(const Node& object, std::string_view name);
/// The string as it came: narrative, attachments.
std::string_view rawAt(const Node& object, std::string_view name) noexcept;

/// Day of a date, dateTime or instant (FHIR data types 2.24.0.1): its first ten characters; nothing for "2024-05".
std::optional<Date> dayOf(const Node& value);
std::optional<Date> dayAt(const Node& object, std::string_view name);
/// The same as it stands, part of a date too: "2024-05".
std::string dayTextAt(const Node& object, std::string_view name);
/// Day of `<prefix>DateTime`, `<prefix>Date`, `<prefix>Instant`, or the start (else end) of `<prefix>Period`.
std::optional<Date> choiceDay(const Node& object, std::string_view prefix);
std::string choiceDayText(const Node& object, std::string_view prefix);

/// CodeableConcept: its text, else the first display, else the first code.
std::string conceptText(const Node& codeable);
std::string conceptTexts(const std::vector<Node>& codeables);
/// First code whose system contains `systemPart`; empty when there is none.
std::string codeIn(const Node& codeable, std::string_view systemPart);
bool hasCode(const Node& codeable, std::string_view code) noexcept;
/// Name in SourceCode::system. The bare ICD-10 URI, as US claims send it, is ICD-10-CM, for procedures ICD-10-PCS.
std::string systemName(std::string_view uri, SourceCodeKind kind);
/// Every coding as a code of the source; `span`, status and date are left to the caller.
std::vector<SourceCode> codesOf(const Node& codeable, SourceCodeKind kind);

/// "7.2 %", "< 5 mg": Quantity (2.24.0.7) with its comparator.
std::string quantityText(const Node& quantity);
std::string unitOf(const Node& quantity);
std::string numberOf(const Node& quantity);  ///< With comparator, without unit.
/// HumanName as one line: its text, else given and family names.
std::string nameText(const Node& name);
/// The name in use: official, usual, else the first that is not old or maiden.
const Node& currentName(const Node& person) noexcept;
/// "system|value" of an Identifier; empty without a value.
std::string identifierKey(const Node& identifier);

}  // namespace cw::fhir
