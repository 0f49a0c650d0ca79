#include "ui/widgets/tone.h"

namespace cw::ui {

ToneColours coloursOf(Tone tone, const Tokens& tokens)
{
    switch (tone) {
    case Tone::neutral: return {tokens.muted, tokens.faintLine};
    case Tone::accent: return {tokens.accent, tokens.accentTint};
    case Tone::warning: return {tokens.warning, tokens.warningTint};
    case Tone::error: return {tokens.error, tokens.errorTint};
    case Tone::done: return {tokens.done, tokens.doneTint};
    }
    return {tokens.muted, tokens.faintLine};
}

Tone toneOf(EncounterStatus status)
{
    switch (status) {
    case EncounterStatus::fresh:
    case EncounterStatus::exported: return Tone::neutral;
    case EncounterStatus::inCoding:
    case EncounterStatus::coded:
    case EncounterStatus::inReview: return Tone::accent;
    case EncounterStatus::pending:
    case EncounterStatus::returned: return Tone::warning;
    case EncounterStatus::rejected:
    case EncounterStatus::denied: return Tone::error;
    case EncounterStatus::approved:
    case EncounterStatus::accepted:
    case EncounterStatus::paid: return Tone::done;
    }
    return Tone::neutral;
}

}  // namespace cw::ui
