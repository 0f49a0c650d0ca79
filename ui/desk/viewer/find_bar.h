#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace cw::ui {

class DocumentFinder;
class Theme;

/// The line below a document's title in which one types what to find: Enter and F3 next, Shift the other way, Esc closes.
class FindBar final : public QWidget {
    Q_OBJECT

public:
    FindBar(Theme& theme, DocumentFinder& finder, QWidget* parent);
    /// Shows the bar with the field focused and its text selected; `words` replace the text when not empty.
    void open(const QString& words);
    void closeBar();

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showCount();

    DocumentFinder& m_finder;
    QLineEdit* m_field;
    QLabel* m_count;
};

}  // namespace cw::ui
