#pragma once

#include "edits/facts.h"
#include "encounter/encounter.h"

#include <random>

namespace cw::test {

/// One change as a coder or charge capture makes it, in any part of the encounter or of what is known beside it. It may
/// leave things as they are.
void changeSomething(Encounter& encounter, EditContext& context, std::mt19937& random);

}  // namespace cw::test
