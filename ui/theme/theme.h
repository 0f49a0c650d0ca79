#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;

namespace cw::ui {

/// The colours of one theme, by what they mean (design tokens). One accent; error, warning and done never stand alone.
struct Tokens {
    QColor window, rail, surface, line, faintLine;
    QColor text, muted;
    QColor accent, accentTint, onAccent;
    QColor error, errorTint, warning, warningTint, done, doneTint;
    QColor proof, proofLine, suggestion, searchHit;
    QColor paper, paperText;
};

enum class ThemeMode { light, dark };

/// 15 px for the patient and page name, 13 px for work, 11.5 px for labels and sources.
enum class TextSize { heading, work, label, code };

Tokens tokensOf(ThemeMode mode);

/// Colours, fonts and the application style sheet; tells its listeners when the user changes theme or text size.
class Theme final : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);
    ThemeMode mode() const noexcept { return m_mode; }
    const Tokens& tokens() const noexcept { return m_tokens; }
    /// Inter with tabular figures (DejaVu Sans when it is missing), scaled by the user's text size.
    QFont font(TextSize size, bool semiBold = false) const;
    /// Pixels of the design at 100 %, scaled to the text size: rows 26 and 31, headers 30, rail 76, banner 52, status 24.
    int scaled(int pixels) const noexcept;
    double scale() const noexcept { return m_scale; }

    void setMode(ThemeMode mode);
    void setScale(double scale);  ///< 0.8 to 2.0.
    /// Fusion style, palette and style sheet.
    void applyTo(QApplication& application);

signals:
    void changed();

private:
    ThemeMode m_mode = ThemeMode::light;
    Tokens m_tokens;
    double m_scale = 1.0;
};

}  // namespace cw::ui
