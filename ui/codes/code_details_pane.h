#pragma once

#include "app/code_lookup.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QTextEdit;

namespace cw::ui {

class EmptyState;
class PaneHeader;

/// One code: titles, billable or not, validity, what it stands under and what stands below it.
class CodeDetailsPane final : public QWidget {
    Q_OBJECT

public:
    CodeDetailsPane(Theme& theme, QWidget* parent = nullptr);
    void showCode(const app::CodeDetails& details);
    void showNothing();
    void showFailed(const Error& error);

private:
    void render();
    Theme& m_theme;
    PaneHeader* m_header;
    QTextEdit* m_text;
    EmptyState* m_state;
    std::optional<app::CodeDetails> m_details;
};

/// The pane's content as rich text in the theme's colours; everything from the tables is escaped.
QString detailsHtml(const app::CodeDetails& details, const Tokens& tokens, double scale);

}  // namespace cw::ui
