#pragma once

#include "app/chart_desk.h"
#include "ui/shell/page.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLineEdit;

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;

/// Kinds of documents: what they are called in the list of a chart, and codes that their words never give.
class DocumentTypeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kind, name, only, never, columns };
    using QAbstractTableModel::QAbstractTableModel;
    /// A row for every kind; those without a rule are as they are born.
    void setRules(const std::vector<app::DocumentTypeRule>& rules);
    void setRule(int row, const app::DocumentTypeRule& rule);
    const app::DocumentTypeRule* at(int row) const;
    /// Those that say something.
    std::vector<app::DocumentTypeRule> rules() const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::DocumentTypeRule> m_rules;
};

/// How documents are sorted in, and whose patient numbers are our own.
class DocumentTypesPane final : public QWidget {
    Q_OBJECT

public:
    DocumentTypesPane(PageContext& context, QWidget* parent);
    void load();
    void focusList();

signals:
    void statusText(const QString& text);

private:
    struct Loaded {
        std::vector<app::DocumentTypeRule> rules;
        std::string authorities;
    };
    QWidget* makeForm();
    QLineEdit* addField(QGridLayout& grid, int row, const QString& text, const char* object, const QString& example);
    void showForm(int row);
    void keepRule();
    void keepAuthorities();

    PageContext& m_context;
    PaneHeader* m_header;
    DocumentTypeModel* m_model;
    ListTable* m_table;
    EmptyState* m_state;
    PaneHeader* m_formHeader = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_only = nullptr;
    QLineEdit* m_never = nullptr;
    QLineEdit* m_authorities = nullptr;
};

/// "O, Z3A" as prefixes without dot, upper case; blanks and empty parts dropped.
std::vector<std::string> prefixesOf(const QString& text);

}  // namespace cw::ui
