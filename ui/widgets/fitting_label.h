#pragma once

#include <QLabel>

namespace cw::ui {

/// Right-aligned muted text that shows whole or not at all: what is said elsewhere too, and gives way first.
class FittingLabel final : public QLabel {
    Q_OBJECT

public:
    explicit FittingLabel(QWidget* parent = nullptr);
    void setWholeText(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QString m_whole;
};

}  // namespace cw::ui
