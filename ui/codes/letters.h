#pragma once

#include <QString>

namespace cw::ui {

/// Letters and digits in lower case without accents: how the books sort and how people type to jump.
QString lettersOf(const QString& text);

}  // namespace cw::ui
