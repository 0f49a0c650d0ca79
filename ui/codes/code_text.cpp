#include "ui/codes/code_text.h"

#include "ui/widgets/text.h"

namespace cw::ui {

QString validityText(const DateInterval& valid)
{
    if (valid.first && valid.last) return QStringLiteral("%1 to %2").arg(qs(valid.first->iso()), qs(valid.last->iso()));
    if (valid.first) return QStringLiteral("since ") + qs(valid.first->iso());
    if (valid.last) return QStringLiteral("until ") + qs(valid.last->iso());
    return QStringLiteral("always");
}

const std::string& titleOf(const CodeEntry& entry)
{
    return entry.longTitle.empty() ? entry.shortTitle : entry.longTitle;
}

}  // namespace cw::ui
