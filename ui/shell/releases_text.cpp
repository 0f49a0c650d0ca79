#include "ui/shell/releases_text.h"

#include "ui/widgets/text.h"

#include <QStringList>

namespace cw::ui {

namespace {

bool isBetter(const Release& candidate, const Release& than)
{
    const bool isStarter = candidate.kind == ReleaseKind::starter;
    if (isStarter != (than.kind == ReleaseKind::starter)) return !isStarter;
    return candidate.inForce.first > than.inForce.first;  // Nothing set is before every date.
}

}  // namespace

QString releasesText(const std::vector<Release>& releases)
{
    QStringList parts;
    for (const auto system : {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::cpt, CodeSystem::hcpcs}) {
        const Release* best = nullptr;
        for (const auto& release : releases)
            if (release.system == system && (!best || isBetter(release, *best))) best = &release;
        if (!best) continue;
        const QString systemName = qs(displayName(system));
        const QString name = qs(best->name);
        parts.append(name.startsWith(systemName) ? name : systemName + QLatin1Char(' ') + name);
    }
    return parts.isEmpty() ? QStringLiteral("No code tables") : parts.join(QStringLiteral(" \u00b7 "));
}

}  // namespace cw::ui
