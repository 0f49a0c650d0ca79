#pragma once

#include "edit_case.h"
#include "edits/rules.h"
#include "edits/tables/rule_tables.h"

#include <memory>
#include <string>
#include <vector>

namespace cw::test {

/// Gathers facts and runs every rule, attestations of the case included. Throws std::runtime_error when the tables fail.
EditReport runCase(const CaseUnderTest& test, const std::shared_ptr<const RuleTables>& tables);

/// What of a case is not as expected, one line each with file and line; empty when all is well. Looks at the form of every
/// finding too: sentences, sources, no name or number of a person.
std::vector<std::string> complaintsOf(const CaseUnderTest& test, const EditReport& report);

/// "GL-1 error [1,2] message": for messages of tests.
std::string briefly(const Finding& finding);

}  // namespace cw::test
