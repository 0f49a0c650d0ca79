#pragma once

#include "app/code_lookup.h"
#include "ui/async/background.h"
#include "ui/search/search_questions.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace cw::ui {

/// Looks codes up in the background while a person types: one question at a time, the newest next, older answers dropped.
/// Knows what the person uses most, which ranks the hits.
class CodeSearch final : public QObject {
    Q_OBJECT

public:
    CodeSearch(Background& lookup, QObject* parent);
    /// For the visit that is coded: its date, where the patient is treated, whose earlier codes are offered.
    /// `recentFirst` puts the last codes used at the top of what is offered.
    void begin(const std::string& encounterId, std::optional<Date> on, search::Setting setting, bool recentFirst);
    void setBillableOnly(bool on) { m_billableOnly = on; }
    /// An empty query finds what is offered before anything is typed.
    void find(const QString& query, std::optional<CodeSystem> system);
    void showUnder(const CodeEntry& parent);
    /// Details of a code; asked for after a short pause, so that moving through a list does not flood the thread.
    void wantDetails(const CodeEntry& entry);
    void forget();  ///< Answers to what was asked so far are dropped.
    /// The codes were added just now: they rank higher from here on and are the last ones used.
    void noteUsed(const std::vector<CodeKey>& codes);
    void toggleFavourite(const CodeEntry& entry);
    bool isFavourite(const CodeEntry& entry) const;
    /// Where the patient had the code on an earlier visit; empty when not or not yet known.
    QString usedBefore(const CodeEntry& entry) const;

signals:
    void found(const cw::ui::FoundCodes& codes);
    void detailsFound(const cw::app::CodeDetails& details);
    void failed(const cw::Error& error);
    void homeLoaded();  ///< Favourites may be others.
    void favouriteChanged(const cw::CodeEntry& entry, bool isFavourite);
    void favouriteFailed(const cw::Error& error);

private:
    using Ask = std::function<Result<FoundCodes>(app::Workspace&)>;
    void ask(Ask question);
    void askDetails();
    void loadUsage();
    void loadHome();
    void showHome();

    Background& m_lookup;
    std::string m_encounterId;
    std::optional<Date> m_on;
    search::Setting m_setting = search::Setting::any;
    bool m_billableOnly = false;
    bool m_recentFirst = false;
    std::optional<CodeSystem> m_system;
    std::shared_ptr<const search::Usage> m_usage;
    std::vector<CodeKey> m_unsaved;  ///< Added since the visit was opened, latest first.
    std::optional<HomeCodes> m_home;
    std::optional<Ask> m_next;
    std::optional<CodeEntry> m_wanted;
    QTimer m_pause;
    int m_turn = 0;
    int m_homeTurn = 0;
    bool m_isAsking = false;
    bool m_isHomeWanted = false;
};

}  // namespace cw::ui
