#pragma once

#include "base/date.h"
#include "identity/user.h"

#include <QString>
#include <QWidget>

#include <functional>

namespace cw::ui {

class Theme;
class Background;
class Prompter;
class Upkeep;

/// What every page of the shell is given. Lives as long as the main window.
struct PageContext {
    Theme& theme;
    Background& work;    ///< Loading, saving, exporting.
    Background& lookup;  ///< Code search and edits while typing: never waits behind a long job.
    Prompter& prompter;
    User user;
    Upkeep* upkeep = nullptr;  ///< Importing and reading pages beside the work; null in tests that need none.
};

/// A page of the rail.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(PageContext context, QWidget* parent = nullptr) : QWidget(parent), m_context(std::move(context)) {}
    /// Comes to the front: load what may have changed, focus the first useful control.
    virtual void activate() = 0;
    /// Shows one encounter; called after activate(). For the desk and the review page.
    virtual void openEncounter(const QString& encounterId) { Q_UNUSED(encounterId) }
    /// The same, and goes to what a JSON pointer into the encounter names ("/procedures/0/modifiers").
    virtual void openField(const QString& encounterId, const QString& pointer)
    {
        Q_UNUSED(pointer)
        openEncounter(encounterId);
    }
    /// Shows a place of the Tabular List; for the Codes page.
    virtual void openBook(const QString& place, Date on) { Q_UNUSED(place) Q_UNUSED(on) }
    /// Before leaving or closing: finish saving; `then` is called when that is done.
    virtual void release(std::function<void()> then) { then(); }

signals:
    void statusText(const QString& text);  ///< Left part of the status line.
    void saved(const QString& time);       ///< "10:42:07"
    void encounterRequested(const QString& encounterId, bool forReview);
    /// A code or line of an encounter is to be shown on the desk (openField()).
    void fieldRequested(const QString& encounterId, const QString& pointer);
    void countsChanged();                       ///< The rail's badges should be loaded again.
    void pageRequested(const QString& pageId);  ///< "worklist", "desk", …
    /// A place of the Tabular List ("E11.2", "E08-E13") is to be shown on the Codes page.
    void bookRequested(const QString& place, cw::Date on);
    void releasesChanged();  ///< A code table was installed or withdrawn.
    void ready();            ///< What activate() or openEncounter() loads is on screen.

protected:
    PageContext m_context;
};

}  // namespace cw::ui
