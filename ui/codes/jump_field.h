#pragma once

#include <QLineEdit>

namespace cw::ui {

class ListTable;

/// A field over a list: letters typed in the list land here, arrows typed here move the list, Enter goes to the list.
class JumpField final : public QLineEdit {
    Q_OBJECT

public:
    JumpField(const QString& accessibleName, const QString& placeholder, QWidget* parent = nullptr);
    /// `takesLetters`: letters and digits typed in the list begin a new text here.
    void setList(ListTable* list, bool takesLetters = true);
    /// Low enough for the header of a pane.
    void setCompact();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ListTable* m_list = nullptr;
};

}  // namespace cw::ui
