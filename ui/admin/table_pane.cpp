#include "ui/admin/table_pane.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

TablePane::TablePane(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_model(new InstalledModel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeInstalled(), 1);
    row->addWidget(makeOrigin());
    bindCommand("admin.remove", m_installed, [this] { withdrawCurrent(); });
    show(nullptr);
}

QWidget* TablePane::makeInstalled()
{
    auto* pane = new QWidget(this);
    m_header = new PaneHeader(m_theme, tr("Installed"), pane);
    m_header->setTopLine(true);
    m_withdraw = new QPushButton(tr("Withdraw\u2026"), pane);
    m_withdraw->setObjectName(QStringLiteral("tables.withdraw"));
    m_withdraw->setAccessibleName(tr("Withdraw the table"));
    m_withdraw->setProperty("statusButton", true);
    m_header->addHint(keyHint("admin.remove"));
    m_header->addRight(m_withdraw);
    m_installed = new ListTable(m_theme, tr("Installed releases"), 26, pane);
    m_installed->setObjectName(QStringLiteral("tables.installed"));
    m_installed->setModel(m_model);
    m_installed->setColumnWidths({100, 214, 76, 144, 0}, InstalledModel::source);
    m_state = new EmptyState(m_theme, m_installed);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_installed, 1);
    connect(m_withdraw, &QPushButton::clicked, this, &TablePane::withdrawCurrent);
    return pane;
}

QWidget* TablePane::makeOrigin()
{
    auto* pane = new QWidget(this);
    pane->setFixedWidth(m_theme.scaled(440));
    auto* header = new PaneHeader(m_theme, tr("Where it comes from"), pane);
    header->setTopLine(true);
    m_agency = new QLabel(pane);
    m_agency->setWordWrap(true);
    m_agency->setProperty("role", QStringLiteral("muted"));
    m_address = new QLineEdit(pane);
    m_address->setObjectName(QStringLiteral("tables.address"));
    m_address->setAccessibleName(tr("Address to download from"));
    m_address->setToolTip(tr("{year}, {yy} and {fy} stand for the calendar year and the federal fiscal year"));
    const auto button = [pane](const QString& text, const char* name) {
        auto* made = new QPushButton(text, pane);
        made->setObjectName(QString::fromLatin1(name));
        return made;
    };
    m_download = button(tr("Download"), "tables.download");
    m_keep = button(tr("Keep the address"), "tables.keepAddress");
    m_agencys = button(tr("Agency\u2019s own"), "tables.agencyAddress");
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.scaled(8));
    for (auto* one : {m_download, m_keep, m_agencys}) buttons->addWidget(one);
    buttons->addStretch(1);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(m_theme.scaled(10), m_theme.scaled(8), m_theme.scaled(10), m_theme.scaled(8));
    body->setSpacing(m_theme.scaled(7));
    body->addWidget(m_agency);
    body->addWidget(m_address);
    body->addLayout(buttons);
    body->addStretch(1);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(body, 1);
    const auto keep = [this] { emit addressChosen(m_address->text().trimmed()); };
    connect(m_keep, &QPushButton::clicked, this, keep);
    connect(m_address, &QLineEdit::returnPressed, this, keep);
    connect(m_agencys, &QPushButton::clicked, this, [this] { emit addressChosen({}); });
    connect(m_download, &QPushButton::clicked, this, &TablePane::downloadWanted);
    return pane;
}

void TablePane::show(const TableRow* row)
{
    m_model->show(row);
    m_withdraw->setEnabled(m_model->rowCount() > 0);
    for (auto* one : {m_download, m_keep, m_agencys}) one->setEnabled(row != nullptr);
    m_address->setEnabled(row != nullptr);
    m_key = row ? std::string(row->status.source->key) : std::string();
    if (!row) {
        m_header->setDetail({});
        m_agency->clear();
        m_address->clear();
        return m_state->showEmpty(tr("Choose a table above."));
    }
    const auto& status = row->status;
    const auto& source = *status.source;
    m_header->setDetail(nameOfTable(status));
    m_installed->selectRow(0);
    if (m_model->rowCount() > 0)
        m_state->showNothing();
    else
        m_state->showEmpty(tr("Nothing of it is installed."), keyHint("admin.import"), tr("import a file"));
    QString text = tr("%1. Given out: %2.").arg(qs(source.agency), qs(toString(source.cycle)));
    if (!source.citation.empty()) text += QStringLiteral(" %1.").arg(qs(source.citation));
    if (source.address.empty()) text += tr(" It comes with your own licence.");
    m_agency->setText(text);
    m_address->setText(row->address);
    m_address->setCursorPosition(0);
    m_agencys->setEnabled(status.isAddressOurs);
    m_download->setEnabled(!status.address.empty());
}

void TablePane::setBusy(bool busy)
{
    m_download->setText(busy ? tr("Downloading \u2026") : tr("Download"));
    m_download->setEnabled(!busy && !m_address->text().isEmpty());
}

void TablePane::withdrawCurrent()
{
    if (const auto* table = m_model->at(m_installed->currentRow())) emit withdrawWanted(*table);
}

}  // namespace cw::ui
