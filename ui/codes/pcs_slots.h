#pragma once

#include "app/code_browser.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

namespace cw::ui {

/// The seven places of an ICD-10-PCS code in large figures, each with its axis above and its value below; the place to
/// fill next is marked.
class PcsSlots final : public QWidget {
    Q_OBJECT

public:
    PcsSlots(Theme& theme, QWidget* parent);
    void showStep(const app::PcsStep& step);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Place {
        QString axis;
        QString character;
        QString label;
    };
    void paintPlace(QPainter& painter, const QRectF& box, const Place& place, bool isNext) const;
    Theme& m_theme;
    std::array<Place, 7> m_places;
    int m_next = 0;
};

}  // namespace cw::ui
