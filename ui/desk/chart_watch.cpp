#include "ui/desk/chart_watch.h"

#include <utility>

namespace cw::ui {

namespace {

constexpr int lookEvery = 3000;
constexpr int renewEvery = static_cast<int>(chartLockMilliseconds / 3);

}  // namespace

ChartWatch::ChartWatch(Background& lookup, QObject* parent) : QObject(parent), m_lookup(lookup)
{
    m_session = std::to_string(RandomIdSource().next());
    m_timer.setInterval(lookEvery);
    m_renewal.setInterval(renewEvery);
    connect(&m_timer, &QTimer::timeout, this, &ChartWatch::look);
    connect(&m_renewal, &QTimer::timeout, this, &ChartWatch::renew);
}

void ChartWatch::watch(EncounterRowId encounter, std::int64_t revision, bool holds)
{
    if (m_encounter != encounter) stop();
    m_encounter = encounter;
    m_revision = revision;
    m_holds = holds;
    m_timer.start();
    if (holds)
        m_renewal.start();
    else
        m_renewal.stop();
}

void ChartWatch::stop()
{
    m_timer.stop();
    m_renewal.stop();
    if (m_holds && m_encounter.isValid()) {
        m_lookup.run<bool>(
            this,
            [encounter = m_encounter, session = m_session](app::Workspace& workspace) -> Result<bool> {
                CW_CHECK(app::ChartDesk(workspace).letGo(encounter, session));
                return true;
            },
            [](const Result<bool>&) {});
    }
    m_holds = false;
    m_encounter = {};
}

void ChartWatch::refresh()
{
    m_wantsRefresh = true;
    look();
}

void ChartWatch::look()
{
    if (m_isAsking || !m_encounter.isValid()) return;
    m_isAsking = true;
    if (std::exchange(m_wantsRefresh, false)) m_revision = -1;
    m_lookup.run<std::optional<app::ChartNews>>(
        this,
        [encounter = m_encounter, seen = m_revision, session = m_session](app::Workspace& workspace) {
            return app::ChartDesk(workspace).news(encounter, seen, session);
        },
        [this, encounter = m_encounter](const Result<std::optional<app::ChartNews>>& found) {
            m_isAsking = false;
            if (m_wantsRefresh) QTimer::singleShot(0, this, &ChartWatch::look);
            if (encounter != m_encounter || !found || !*found) return;
            m_revision = (*found)->revision;
            emit news(**found);
        });
}

void ChartWatch::renew()
{
    m_lookup.run<bool>(
        this,
        [encounter = m_encounter, session = m_session](app::Workspace& workspace) -> Result<bool> {
            CW_TRY(const auto other, app::ChartDesk(workspace).hold(encounter, session));
            return !other.has_value();
        },
        [](const Result<bool>&) {});
}

}  // namespace cw::ui
