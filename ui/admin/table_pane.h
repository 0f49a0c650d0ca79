#pragma once

#include "ui/admin/table_models.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;

/// One kind of table: what is installed of it, where it comes from.
class TablePane final : public QWidget {
    Q_OBJECT

public:
    TablePane(Theme& theme, QWidget* parent);
    void show(const TableRow* row);  ///< Null for nothing.
    const std::string& key() const noexcept { return m_key; }
    void setBusy(bool busy);  ///< While something is downloaded.

signals:
    void withdrawWanted(const cw::app::InstalledTable& table);
    void downloadWanted();
    void addressChosen(const QString& address);  ///< Empty for the agency's own.

private:
    QWidget* makeInstalled();
    QWidget* makeOrigin();
    void withdrawCurrent();

    Theme& m_theme;
    std::string m_key;
    PaneHeader* m_header;
    InstalledModel* m_model;
    ListTable* m_installed;
    EmptyState* m_state;
    QPushButton* m_withdraw;
    QLabel* m_agency;
    QLineEdit* m_address;
    QPushButton* m_keep;
    QPushButton* m_agencys;
    QPushButton* m_download;
};

}  // namespace cw::ui
