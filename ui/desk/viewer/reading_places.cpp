#include "ui/desk/viewer/reading_places.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

constexpr qsizetype mostPlaces = 200;
const QString placesKey = QStringLiteral("viewer/places");
const QString zoomKey = QStringLiteral("viewer/zoom");

QString prefixOf(DocumentVersionId version)
{
    return QString::number(version.value) + QLatin1Char(':');
}

/// version:page:offset:inside:caret page:caret offset:rotation
QString written(DocumentVersionId version, const ReadingPlace& place)
{
    return prefixOf(version) + QStringLiteral("%1:%2:%3:%4:%5:%6")
                                   .arg(place.scroll.page)
                                   .arg(place.scroll.offset)
                                   .arg(place.scroll.inside, 0, 'f', 4)
                                   .arg(place.caret.page)
                                   .arg(place.caret.offset)
                                   .arg(place.rotation);
}

std::optional<ReadingPlace> readPlace(const QString& entry)
{
    const auto parts = entry.split(QLatin1Char(':'));
    if (parts.size() != 7) return std::nullopt;
    ReadingPlace place;
    place.scroll = {parts[1].toInt(), parts[2].toInt(), parts[3].toDouble()};
    place.caret = {parts[4].toInt(), parts[5].toInt()};
    place.rotation = parts[6].toInt() & 3;
    if (place.scroll.page < 0 || place.caret.page < 0 || !std::isfinite(place.scroll.inside)) return std::nullopt;
    return place;
}

}  // namespace

ReadingPlaces::ReadingPlaces(std::unique_ptr<QSettings> settings) : m_settings(std::move(settings)) {}
ReadingPlaces::~ReadingPlaces() = default;

std::unique_ptr<ReadingPlaces> ReadingPlaces::ofApplication()
{
    const bool hasSettings = !QCoreApplication::organizationName().isEmpty();
    return std::make_unique<ReadingPlaces>(hasSettings ? std::make_unique<QSettings>() : nullptr);
}

QStringList ReadingPlaces::entries() const
{
    return m_settings ? m_settings->value(placesKey).toStringList() : m_entries;
}

std::optional<ReadingPlace> ReadingPlaces::find(DocumentVersionId version) const
{
    const auto all = entries();
    const auto found = std::find_if(all.begin(), all.end(), [prefix = prefixOf(version)](const QString& entry) {
        return entry.startsWith(prefix);
    });
    return found == all.end() ? std::nullopt : readPlace(*found);
}

void ReadingPlaces::keep(DocumentVersionId version, const ReadingPlace& place)
{
    auto all = entries();
    all.removeIf([prefix = prefixOf(version)](const QString& entry) { return entry.startsWith(prefix); });
    all.prepend(written(version, place));
    if (all.size() > mostPlaces) all.resize(mostPlaces);
    if (m_settings)
        m_settings->setValue(placesKey, all);
    else
        m_entries = all;
}

double ReadingPlaces::zoom() const
{
    const double kept = m_settings ? m_settings->value(zoomKey, 1.0).toDouble() : m_zoom;
    return std::isfinite(kept) ? std::clamp(kept, 0.5, 4.0) : 1.0;
}

void ReadingPlaces::keepZoom(double zoom)
{
    if (m_settings)
        m_settings->setValue(zoomKey, zoom);
    else
        m_zoom = zoom;
}

}  // namespace cw::ui
