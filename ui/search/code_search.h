#pragma once

#include "app/code_lookup.h"
#include "ui/async/background.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>

namespace cw::ui {

/// What one query found.
struct FoundCodes {
    std::vector<SearchHit> hits;       ///< Of the chosen system, or of all.
    std::map<CodeSystem, int> counts;  ///< By system, among the hits over all systems.
    int total = 0;
    double milliseconds = 0;
    QString query;
    std::optional<CodeEntry> parent;  ///< Set when these are the codes below one.
};

/// Looks codes up in the background while a person types: one question at a time, the newest next, older answers dropped.
class CodeSearch final : public QObject {
    Q_OBJECT

public:
    CodeSearch(Background& lookup, QObject* parent);
    void setDate(std::optional<Date> on) { m_on = on; }
    void find(const QString& query, std::optional<CodeSystem> system);
    void showBelow(const CodeEntry& parent);
    /// Details of a code; asked for after a short pause, so that moving through a list does not flood the thread.
    void wantDetails(const CodeEntry& entry);
    void forget();  ///< Answers to what was asked so far are dropped.

signals:
    void found(const cw::ui::FoundCodes& codes);
    void detailsFound(const cw::app::CodeDetails& details);
    void failed(const cw::Error& error);

private:
    struct Question {
        QString query;
        std::optional<CodeSystem> system;
        std::optional<CodeEntry> parent;
    };
    void ask(Question question);
    void askDetails();

    Background& m_lookup;
    std::optional<Date> m_on;
    std::optional<Question> m_next;
    std::optional<CodeEntry> m_wanted;
    QTimer m_pause;
    int m_turn = 0;
    bool m_isAsking = false;
};

}  // namespace cw::ui
