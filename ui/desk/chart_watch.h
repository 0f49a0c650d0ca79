#pragma once

#include "app/chart_desk.h"
#include "ui/async/background.h"

#include <QObject>
#include <QTimer>

#include <string>

namespace cw::ui {

/// Watches the chart that is open: documents that arrive, and who else has it open. Keeps it held while it is coded here.
class ChartWatch final : public QObject {
    Q_OBJECT

public:
    ChartWatch(Background& lookup, QObject* parent);
    /// This window's name for its locks.
    const std::string& session() const noexcept { return m_session; }
    void watch(EncounterRowId encounter, std::int64_t revision, bool holds);
    /// Lets the chart go.
    void stop();
    /// Looks at once.
    void look();
    /// The same, and gives all of it even when no document came: texts of pages were read.
    void refresh();

signals:
    void news(const cw::app::ChartNews& news);

private:
    void renew();

    Background& m_lookup;
    std::string m_session;
    QTimer m_timer;
    QTimer m_renewal;
    EncounterRowId m_encounter;
    std::int64_t m_revision = 0;
    bool m_holds = false;
    bool m_isAsking = false;
    bool m_wantsRefresh = false;
};

}  // namespace cw::ui
