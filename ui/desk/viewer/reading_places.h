#pragma once

#include "base/ids.h"
#include "ui/desk/viewer/text_position.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QSettings;

namespace cw::ui {

/// Where a person was in a document.
struct ReadingPlace {
    ScrollAnchor scroll;
    TextPosition caret;
    int rotation = 0;  ///< Quarter turns.
    bool operator==(const ReadingPlace&) const = default;
};

/// The places in the last 200 document versions, and one zoom for all documents. Kept by number of the version and offsets
/// only: settings are not encrypted, so nothing of a patient may stand there.
class ReadingPlaces {
public:
    /// With null, places live as long as this object.
    explicit ReadingPlaces(std::unique_ptr<QSettings> settings);
    ~ReadingPlaces();
    /// In the settings of the application; without an organisation name (in tests) in memory only.
    static std::unique_ptr<ReadingPlaces> ofApplication();

    std::optional<ReadingPlace> find(DocumentVersionId version) const;
    void keep(DocumentVersionId version, const ReadingPlace& place);
    double zoom() const;
    void keepZoom(double zoom);

private:
    QStringList entries() const;

    std::unique_ptr<QSettings> m_settings;
    QStringList m_entries;
    double m_zoom = 1.0;
};

}  // namespace cw::ui
