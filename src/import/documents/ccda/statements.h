#pragma once

#include "chart/source_code.h"
#include "import/documents/ccda/xml.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cw::ccda {

/// What a section is about, as far as it decides how its codes are meant.
enum class Topic {
    problems,
    encounters,
    procedures,  ///< Done or planned: the statements say which.
    medications,
    results,  ///< With vital signs.
    allergies,
    family,
    other
};
/// By the section's LOINC code, else by its template.
Topic topicOf(pugi::xml_node section);

/// A code of a statement and how it is meant; `code` is the CD element, its translations go with it.
struct Coding {
    pugi::xml_node code;
    /// What codes of other systems than ICD, CPT and HCPCS mean; not set: those are structure and left out.
    std::optional<SourceCodeKind> kind;
};

/// A clinical statement of an entry (act, observation, procedure …) by what a reader wants to know.
struct Statement {
    pugi::xml_node node;
    std::vector<Coding> codings;  ///< In reading order.
    std::string status;           ///< "active", "planned", "negated" …
    bool isNegated = false;
    bool isFamily = false;  ///< Said of a relative.
    std::optional<Date> date;
};

/// Calls `take` for every statement of an entry, outer ones first.
void forEachStatement(pugi::xml_node entry, Topic topic, const std::function<void(const Statement&)>& take);

/// The product of a substanceAdministration or supply: manufacturedMaterial (or labeledDrug) with its code.
pugi::xml_node productOf(pugi::xml_node statement);

}  // namespace cw::ccda
