#pragma once

#include "ui/async/latest.h"
#include "ui/billing/claim_sheet.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace cw::ui {

class EmptyState;
class FilePane;
class LinkBrowser;
class ListTable;
class PaneHeader;
class TimelineModel;

/// A claim's file: what was said of it in plain words, payments with their lines, the work on it, and its timeline; Enter on a
/// line of the timeline shows the file behind it, Esc goes back.
class ClaimPane final : public QWidget {
    Q_OBJECT

public:
    ClaimPane(Theme& theme, Background& lookup, QWidget* parent = nullptr);
    void showClaim(const ClaimRecord& claim);
    void showNothing(const QString& sentence);
    void reload();  ///< The same claim, after something was done to it.
    /// Null while it loads.
    const ClaimSheet* sheet() const { return m_sheet ? &*m_sheet : nullptr; }
    PaneHeader& header() const { return *m_header; }
    LinkBrowser& text() const { return *m_text; }
    ListTable& timeline() const { return *m_timeline; }
    FilePane& file() const { return *m_file; }

signals:
    void fieldWanted(const QString& pointer);
    void shown();

private:
    void load(ClaimId claim);
    void showSheet();
    void showFile(int row);
    void closeFile();
    Theme& m_theme;
    Background& m_lookup;
    QStackedWidget* m_stack;
    PaneHeader* m_header;
    LinkBrowser* m_text;
    TimelineModel* m_model;
    ListTable* m_timeline;
    FilePane* m_file;
    EmptyState* m_state;
    Latest<ClaimSheet> m_ask;
    std::optional<ClaimSheet> m_sheet;
    ClaimId m_wanted;
    std::int64_t m_wantedVersion = 0;
};

}  // namespace cw::ui
