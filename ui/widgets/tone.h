#pragma once

#include "encounter/status.h"
#include "ui/theme/theme.h"

namespace cw::ui {

/// What a chip says by its colour, always beside a word.
enum class Tone { neutral, accent, warning, error, done };

struct ToneColours {
    QColor text;
    QColor tint;
};
ToneColours coloursOf(Tone tone, const Tokens& tokens);

Tone toneOf(EncounterStatus status);

}  // namespace cw::ui
