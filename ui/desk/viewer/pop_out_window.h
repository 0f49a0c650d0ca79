#pragma once

#include <QDialog>
#include <QPointer>

class QSplitter;

namespace cw::ui {

class Theme;

/// A window of its own for a widget of the desk, on a second screen perhaps. The widget itself moves, so that nothing of its
/// state is lost; a sentence stands in its place. Closing the window brings it back.
///
/// A dialog of the main window, so that it blanks with it on lock. The keys of the pages around the widget work here too;
/// those that act elsewhere bring the main window to the front.
class PopOutWindow final : public QDialog {
    Q_OBJECT

public:
    /// `widget` stands in a splitter or a layout.
    PopOutWindow(Theme& theme, QWidget* widget);
    void bringBack();

signals:
    void broughtBack();

protected:
    void closeEvent(QCloseEvent* event) override;
    void reject() override {}  // Esc belongs to the document.

private:
    void takeKeys(QWidget* page);
    void exchange(QWidget* there, QWidget* instead);

    QPointer<QWidget> m_widget;
    QPointer<QWidget> m_page;  ///< Parent of the widget before.
    QPointer<QWidget> m_placeholder;
};

}  // namespace cw::ui
