#include "encounter/code_usage.h"

namespace cw {

bool isOpen(EncounterStatus status) noexcept
{
    switch (status) {
    case EncounterStatus::fresh:
    case EncounterStatus::inCoding:
    case EncounterStatus::pending:
    case EncounterStatus::coded:
    case EncounterStatus::inReview:
    case EncounterStatus::returned:
    case EncounterStatus::approved:
    case EncounterStatus::rejected: return true;
    case EncounterStatus::exported:
    case EncounterStatus::accepted:
    case EncounterStatus::paid:
    case EncounterStatus::denied: return false;
    }
    return false;
}

}  // namespace cw
