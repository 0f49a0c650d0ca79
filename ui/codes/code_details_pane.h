#pragma once

#include "ui/async/latest.h"
#include "ui/codes/codes_view.h"
#include "ui/codes/details_load.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace cw::ui {

class EmptyState;
class LinkBrowser;
class PaneHeader;

/// Everything that is known of one code, or of a chapter or block. Codes in it are links; what was opened can be gone
/// back to.
class CodeDetailsPane final : public QWidget {
    Q_OBJECT

public:
    CodeDetailsPane(const CodesContext& context, QWidget* parent = nullptr);

    /// The current row of a list: takes the place of what was shown, without a step in the history.
    void show(const DetailsTarget& target);
    /// A link or Enter: a step in the history, unless it is what is shown.
    void open(const DetailsTarget& target);
    void showNothing();
    void refresh();  ///< Loads what is shown again.
    bool goBack();
    bool goForward();
    /// The code on screen; nothing for chapters and while nothing is chosen.
    std::optional<CodeKey> code() const;
    QString codeText() const;  ///< As people write it.
    LinkBrowser* text() const { return m_text; }

signals:
    void termWanted(cw::ListKind index, qint64 term);
    void loaded();

private:
    void load();
    void follow(const QString& link);
    void render();

    const CodesContext& m_context;
    Theme& m_theme;
    PaneHeader* m_header;
    LinkBrowser* m_text;
    EmptyState* m_state;
    Latest<DetailsPage> m_loader;
    std::vector<DetailsTarget> m_history;
    std::size_t m_at = 0;  ///< In the history; what is shown.
    std::optional<DetailsPage> m_page;
};

}  // namespace cw::ui
