#pragma once

#include "base/error.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace cw::ui {

class KeyHint;

/// What stands over a list or pane while there is nothing in it: one sentence and the key for the next step. Covers
/// `over` (for a list, its viewport) and follows its size; hidden until something is shown.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    EmptyState(Theme& theme, QWidget* over);
    void showLoading(const QString& what);  ///< "Loading the worklist": appears after 300 ms only.
    void showEmpty(const QString& sentence, const QString& keys = {}, const QString& meaning = {});
    void showFailed(const Error& error, const QString& keys = {}, const QString& meaning = {});
    void showNothing();  ///< There is content.
    QString sentence() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void set(const QString& text, const char* role, const QString& keys, const QString& meaning);
    Theme& m_theme;
    QWidget* m_over;
    QLabel* m_text;
    KeyHint* m_hint = nullptr;
    int m_turn = 0;  ///< Counts states, so that a late loading text does not cover what came since.
};

/// One sentence for the person: what failed, and what to do by the kind of the error.
QString sentenceFor(const Error& error);
/// "Try again." and the like.
QString whatToDo(ErrorKind kind);

}  // namespace cw::ui
