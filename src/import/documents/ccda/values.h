#pragma once

#include "import/documents/ccda/xml.h"
#include "import/documents/incoming.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::ccda {

/// The data types of CDA (HL7 V3 abstract data types R1) as our values. What is null, partial or broken gives nothing.

/// TS "20141028122200-0500": the day as it stands there; the zone is not applied, like on paper.
std::optional<Date> dateOf(std::string_view time);
std::string_view digitsOf(std::string_view time);  ///< Without fraction and zone: later is larger.
std::optional<LocalMinute> minuteOf(std::string_view time);
/// TS or IVL_TS: its value, else low, centre or high.
std::optional<Date> dateIn(pugi::xml_node time);
/// "2014-10-28 12:22", "2014-10-28 to 2014-10-31", "since 2014", as far as it is told.
std::string shownTime(pugi::xml_node time);

/// II: extension and root; a root alone is the value.
std::optional<Identifier> identifierOf(pugi::xml_node id);
/// All `id` of the element, those that are null left out.
std::vector<Identifier> identifiersOf(pugi::xml_node owner);
/// Extension of the first `id` under the NPI root 2.16.840.1.113883.4.6.
std::string npiOf(pugi::xml_node owner);

/// The child of this name whose `use` comes first in `uses`, else the first that is not null.
pugi::xml_node preferred(pugi::xml_node owner, const char* name, std::initializer_list<std::string_view> uses);
/// PN: parts, or loose text as "Family, Given" or "Given Family".
Person nameOf(pugi::xml_node name);
/// AD of the owner, home first.
Address addressOf(pugi::xml_node owner);
/// First telephone of the owner, without "tel:".
std::string phoneOf(pugi::xml_node owner);
/// assignedEntity, assignedAuthor, healthCareFacility …: person, else organisation, with NPI and taxonomy.
Provider providerOf(pugi::xml_node entity);
/// Person, else device, else organisation of an assigned entity or author.
std::string shownParty(pugi::xml_node entity);

/// CD: displayName, else its original words when they stand in the element, else what a translation says, else the code.
std::string shownCode(pugi::xml_node code);
/// What `value` of an observation says in words: "120 mm[Hg]", a code's name, text.
std::string shownValue(pugi::xml_node value);
/// Name in SourceCode::system of a CD; empty when it names no system.
std::string systemOf(pugi::xml_node code);

}  // namespace cw::ccda
