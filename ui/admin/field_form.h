#pragma once

#ifndef Q_MOC_RUN  // moc does not read what <compare> brings in before Qt.
#include "claim/trading_partner.h"
#endif

#include <QMap>
#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace cw::ui {

class PaneHeader;
class Theme;

/// A form of many named fields in several columns, with what is wrong said below each. Names are those of FieldFault.
class FieldForm final : public QWidget {
    Q_OBJECT

public:
    /// `prefix` begins the object names: "partners.submitter_id".
    FieldForm(Theme& theme, const QString& prefix, int columns, QWidget* parent);
    void setTitle(const QString& title, const QString& detail = {});
    void addLine(const QString& name, const QString& label, const QString& example = {});
    /// Names to choose from and the values that stand for them.
    void addChoice(const QString& name, const QString& label, const QStringList& names, const QStringList& values);
    void addCheck(const QString& name, const QString& label);
    void addButton(const QString& text, const QString& name, std::function<void()> run);
    void setChoices(const QString& name, const QStringList& names, const QStringList& values);

    /// Trimmed; the value of a choice; "yes" or nothing of a check.
    QString text(const QString& name) const;
    bool isOn(const QString& name) const { return !text(name).isEmpty(); }
    void setText(const QString& name, const QString& text);
    void setOn(const QString& name, bool on) { setText(name, on ? QStringLiteral("yes") : QString()); }
    /// What is said here is what was not changed yet.
    void setUntouched();
    bool isTouched() const;
    /// Says each at its field and goes to the first; a fault without a field here is said below the heading.
    void showFaults(const std::vector<FieldFault>& faults);
    void focusFirst();

private:
    struct Field {
        QWidget* input = nullptr;
        QLabel* fault = nullptr;
    };
    void place(const QString& name, const QString& label, QWidget* input);
    QStringList values() const;

    Theme& m_theme;
    QString m_prefix;
    int m_columns;
    PaneHeader* m_header;
    QLabel* m_general;
    QGridLayout* m_grid;
    QHBoxLayout* m_buttons;
    QStringList m_order;
    QMap<QString, Field> m_fields;
    QStringList m_untouched;
};

}  // namespace cw::ui
