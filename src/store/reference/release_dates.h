#pragma once

#include "codeset/code_system.h"
#include "store/sqlite/database.h"

namespace cw::store {

/// Gives every code of a table without dates the last day that the strongest dated table of the system tells, when that
/// lies before the table's first day: such a table never reopens an ended code. Works the days out anew, so it is called
/// after each install and withdrawal, in their transaction.
Status keepEndedCodes(Database& database, CodeSystem system);

}  // namespace cw::store
