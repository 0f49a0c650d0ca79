#pragma once

#include <QDialog>

#include <functional>
#include <string>
#include <vector>

class QCheckBox;

namespace cw::ui {

class Theme;

/// Facts about the visit that no code says and edits ask for: ticked with Space, taken with Enter.
class VisitFactsDialog final : public QDialog {
    Q_OBJECT

public:
    VisitFactsDialog(Theme& theme, const std::vector<std::string>& flags, QWidget* parent);
    /// The ticked facts, and those that came with the encounter and are unknown here.
    std::vector<std::string> flags() const;

private:
    std::vector<std::pair<std::string, QCheckBox*>> m_boxes;
    std::vector<std::string> m_unknown;
};

}  // namespace cw::ui
