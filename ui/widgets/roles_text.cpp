#include "ui/widgets/roles_text.h"

#include "identity/user.h"
#include "ui/widgets/text.h"

namespace cw::ui {

QString rolesText(std::string_view roles)
{
    const auto parsed = parseRoles(roles);
    if (parsed && parsed->size() == 4) return QStringLiteral("all roles");
    return qs(roles).replace(QLatin1Char(','), QStringLiteral(", "));
}

}  // namespace cw::ui
