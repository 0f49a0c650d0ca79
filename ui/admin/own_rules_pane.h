#pragma once

#include "edits/site/site_rule.h"
#include "ui/shell/page.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace cw::app {
class EditDesk;
}

namespace cw::ui {

class ConditionRows;
class EmptyState;
class FormGrid;
class ListTable;
class PaneHeader;

/// Rules that the site wrote itself.
class OwnRuleModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { id, title, level, state, source, columns };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<SiteRule> rows);
    const SiteRule* at(int row) const;
    int rowOf(const std::string& id) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SiteRule> m_rows;
};

/// Lists them, writes and changes them, tries them on stored encounters before they are used, imports and exports.
class OwnRulesPane final : public QWidget {
    Q_OBJECT

public:
    OwnRulesPane(PageContext& context, QWidget* parent);
    void load();
    void focusList();

signals:
    void statusText(const QString& text);

private:
    void makeForm();
    void showForm(const SiteRule* rule);
    /// The form as a rule; nothing, said in the status line, when a field cannot be used.
    std::optional<SiteRule> formRule();
    SiteRule entered() const;
    void keep(bool isActive);
    void tryOut();
    void importFile();
    void exportFile();

    PageContext& m_context;
    PaneHeader* m_header;
    OwnRuleModel* m_model;
    ListTable* m_table;
    EmptyState* m_state;
    FormGrid* m_form;
    QLineEdit* m_title = nullptr;
    ConditionRows* m_when = nullptr;
    QLineEdit* m_message = nullptr;
    QLineEdit* m_fix = nullptr;
    QLineEdit* m_source = nullptr;
    QComboBox* m_level = nullptr;
    QComboBox* m_scope = nullptr;
    QLineEdit* m_payer = nullptr;
    QLabel* m_trial = nullptr;
    std::optional<SiteRule> m_shown;
    SiteRule m_untouched;  ///< The form as it was filled: what differs is not kept yet.
    std::string m_wanted;
};

}  // namespace cw::ui
