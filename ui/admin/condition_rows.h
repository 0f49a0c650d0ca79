#pragma once

#include "edits/site/site_rule.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace cw::ui {

class Theme;

/// A comparison and how it is joined to the one above it.
struct ConditionLine {
    bool isOr = false;  ///< Else "and".
    SiteCondition comparison;
};

/// "or" binds closer than "and": a, or b, and c means (a or b) and c.
SiteCondition conditionOf(const std::vector<ConditionLine>& lines);
/// Nothing when the condition is not of that shape: it came from a file and is changed there.
std::optional<std::vector<ConditionLine>> linesOf(const SiteCondition& condition);

/// Conditions of a site rule, one a line: and/or, field, comparison, value. Ctrl+Plus adds a line, an emptied field takes it
/// away.
class ConditionRows final : public QWidget {
    Q_OBJECT

public:
    ConditionRows(Theme& theme, QWidget* parent);
    void show(const SiteCondition& condition);
    /// Nothing while the condition is one that only a file can change.
    std::optional<SiteCondition> condition() const;
    void addLine();

private:
    struct Row {
        QWidget* widget;
        QComboBox* join;
        QComboBox* field;
        QComboBox* op;
        QLineEdit* value;
    };
    void append(const ConditionLine& line);
    void clear();

    Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<Row> m_rows;
    bool m_isForeign = false;
};

}  // namespace cw::ui
