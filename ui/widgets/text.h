#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace cw::ui {

/// UTF-8 of the domain as text of the window, and back.
inline QString qs(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

}  // namespace cw::ui
