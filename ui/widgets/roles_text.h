#pragma once

#include <QString>

#include <string_view>

namespace cw::ui {

/// "coder, biller" of "coder,biller"; "all roles" when nothing is missing.
QString rolesText(std::string_view roles);

}  // namespace cw::ui
