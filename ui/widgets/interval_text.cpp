#include "ui/widgets/interval_text.h"

#include "ui/widgets/text.h"

namespace cw::ui {

QString intervalText(const DateInterval& days)
{
    const QString first = days.first ? qs(days.first->iso()) : QString();
    const QString last = days.last ? qs(days.last->iso()) : QString();
    if (days.first && days.last) return QStringLiteral("%1 to %2").arg(first, last);
    if (days.first) return QStringLiteral("since %1").arg(first);
    if (days.last) return QStringLiteral("until %1").arg(last);
    return QStringLiteral("always");
}

}  // namespace cw::ui
