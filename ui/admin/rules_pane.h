#pragma once

#include "app/edit_desk.h"
#include "ui/shell/page.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace cw::ui {

class EmptyState;
class FormGrid;
class ListTable;
class PaneHeader;

/// The rule catalogue as the site has it.
class RuleModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { rule, title, level, payers, source, columns };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<app::RuleSetting> rows);
    /// Only rules whose id, title or source has the words.
    void setFilter(const QString& words);
    const app::RuleSetting* at(int row) const;
    int rowOf(std::string_view id) const;  ///< -1 when it is not shown.
    int all() const noexcept { return static_cast<int>(m_rows.size()); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::RuleSetting> m_rows;
    std::vector<std::size_t> m_shown;
    QString m_filter;
};

/// Every rule with its level; changes it for the site or one payer with a reason, and shows who changed it before.
class RulesPane final : public QWidget {
    Q_OBJECT

public:
    RulesPane(PageContext& context, QWidget* parent);
    void load();
    void focusList();

signals:
    void statusText(const QString& text);

private:
    void makeForm();
    void showForm();
    bool isEntering() const;
    void showHistory(const std::string& rule);
    void keep();

    PageContext& m_context;
    PaneHeader* m_header;
    QLineEdit* m_find;
    RuleModel* m_model;
    ListTable* m_table;
    EmptyState* m_state;
    FormGrid* m_form;
    QLabel* m_about = nullptr;
    QComboBox* m_level = nullptr;
    QLineEdit* m_payer = nullptr;
    QLineEdit* m_reason = nullptr;
    QLabel* m_history = nullptr;
    int m_request = 0;
    std::string m_shownRule;  ///< What the form is about.
    int m_shownLevel = -1;    ///< As the form was filled.
};

}  // namespace cw::ui
