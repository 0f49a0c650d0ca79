#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace cw::ui {

/// Keeps a field between two widths in design pixels, whatever the text size.
inline void keepWidth(Theme& theme, QWidget& field, int least, int most)
{
    const auto set = [&theme, &field, least, most] {
        field.setMinimumWidth(theme.scaled(least));
        field.setMaximumWidth(theme.scaled(most));
    };
    set();
    QObject::connect(&theme, &Theme::changed, &field, set);
}

}  // namespace cw::ui
