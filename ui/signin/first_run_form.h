#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cw::ui {

/// There is no workspace yet: make one with demo content, or an empty one with a password for its administrator.
class FirstRunForm final : public QWidget {
    Q_OBJECT

public:
    explicit FirstRunForm(QWidget* parent = nullptr);
    void setFolder(const QString& folder);
    void setBusy(bool busy);
    void focusFirst();

signals:
    void demoRequested();
    void emptyRequested(const QString& password);
    void refused(const QString& sentence);  ///< The two passwords cannot be used.

private:
    void makeEmpty();
    QLabel* m_where;
    QPushButton* m_demo;
    QLineEdit* m_password;
    QLineEdit* m_again;
    QPushButton* m_empty;
};

}  // namespace cw::ui
