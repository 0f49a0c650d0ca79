#pragma once

#include "app/billing/claim_data.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace cw::ui {

/// The fields of an encounter's header in groups: label, value, and in small type where it stands in the 837 and on paper.
/// What is changed is marked; what cannot be kept is named at its field.
class ClaimDataForm final : public QScrollArea {
    Q_OBJECT

public:
    ClaimDataForm(Theme& theme, const std::vector<app::ClaimDataField>& fields, QWidget* parent);
    std::vector<app::ClaimData::Change> changes() const;
    /// Only fields with it in label, group or place.
    void filter(const QString& text);
    /// False when there is no such field.
    bool focusField(const std::string& pointer);
    void focusFirstShown();
    bool showFault(const std::string& pointer, const QString& sentence);

signals:
    void changed(int count);

private:
    struct Field {
        std::string pointer, value;
        QString words;  ///< Looked through by the filter.
        QLabel* group = nullptr;
        QLabel* label = nullptr;
        QLabel* place = nullptr;
        QLabel* error = nullptr;
        QWidget* editor = nullptr;
    };
    static std::string valueOf(const Field& field);
    void add(QGridLayout& grid, const app::ClaimDataField& field, QLabel* group);
    QWidget* makeEditor(const app::ClaimDataField& field, QWidget* parent);
    void markChanges();
    void focus(Field& field);
    Field* find(const std::string& pointer);
    std::vector<Field> m_fields;
};

}  // namespace cw::ui
