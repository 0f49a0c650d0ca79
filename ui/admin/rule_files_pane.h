#pragma once

#include "app/edit_desk.h"
#include "ui/shell/page.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;

/// Files of rules that were imported over the shipped ones, newest first.
class RuleFileModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, rowsOf, when, who, state, columns };
    struct Row {
        RuleFileRecord record;
        QString when;
    };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<Row> rows);
    const RuleFileRecord* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> m_rows;
};

/// How the answers for charts changed with new tables or rules.
class RecheckModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { encounter, status, change, ready, columns };
    using QAbstractTableModel::QAbstractTableModel;
    void setReport(app::RecheckReport report);
    QString encounterAt(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    app::RecheckReport m_report;
};

/// Imports and withdraws files of rules; checks every chart that is not billed again and shows what changed.
class RuleFilesPane final : public QWidget {
    Q_OBJECT

public:
    RuleFilesPane(PageContext& context, QWidget* parent);
    void load();
    void focusList();

signals:
    void statusText(const QString& text);
    void encounterWanted(const QString& encounterId);

private:
    void importFile();
    void addGuidelines();
    void preview(const edits::RuleFile& file);
    void install(const edits::RuleFile& file, bool dropMany);
    void withdraw();
    void recheck();

    PageContext& m_context;
    PaneHeader* m_header;
    RuleFileModel* m_files;
    ListTable* m_table;
    EmptyState* m_state;
    PaneHeader* m_checkHeader;
    RecheckModel* m_changes;
    ListTable* m_changeTable;
    EmptyState* m_changeState;
};

}  // namespace cw::ui
