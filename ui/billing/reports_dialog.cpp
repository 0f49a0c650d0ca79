#include "ui/billing/reports_dialog.h"

#include "ui/billing/billing_view.h"
#include "ui/billing/queue_models.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace cw::ui {

void WorkCountModel::setCounts(std::vector<WorkItemCount> counts)
{
    beginResetModel();
    m_counts = std::move(counts);
    endResetModel();
}

int WorkCountModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_counts.size());
}

int WorkCountModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant WorkCountModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount()) return {};
    const auto& one = m_counts[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case key: return one.key.empty() ? QStringLiteral("not said") : qs(one.key);
        case items: return countText(one.items);
        case open: return countText(one.open);
        case amount: return qs(one.amount.grouped());
        default: return qs(one.recovered.grouped());
        }
    case SecondLineRole:
    case Qt::ToolTipRole: return column == key ? qs(one.sentence) : QVariant();
    case Qt::TextAlignmentRole: return cellAlignment(column != key);
    case StrongRole: return column == key && !one.key.empty();
    case MutedRole: return (column == key && one.key.empty()) || (column == open && one.open == 0);
    default: return {};
    }
}

QVariant WorkCountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QString(), QStringLiteral("Items"), QStringLiteral("Open"),
                                      QStringLiteral("In question"), QStringLiteral("Recovered")};
    return headerCell(names, section, orientation, role, section != key);
}

ReportsDialog::ReportsDialog(PageContext& context, WorkItemKind kind, QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr),
      m_context(context),
      m_kind(new QComboBox(this)),
      m_by(new QComboBox(this)),
      m_since(new QComboBox(this)),
      m_model(new WorkCountModel(this)),
      m_table(new ListTable(context.theme, QStringLiteral("Counts"), 42, this)),
      m_state(nullptr),
      m_ask(context.lookup, this)
{
    auto& theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("billing.reports"));
    setWindowTitle(QStringLiteral("Rejections and denials"));
    setProperty("area", QStringLiteral("surface"));
    m_kind->addItem(QStringLiteral("Rejections"), static_cast<int>(WorkItemKind::rejection));
    m_kind->addItem(QStringLiteral("Denials"), static_cast<int>(WorkItemKind::denial));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
    using R = WorkItemReport;
    const std::initializer_list<std::pair<const char*, R>> sides = {
        {"by code", R::byCode},       {"by payer", R::byPayer},          {"by edit of ours", R::byRule},
        {"by outcome", R::byOutcome}, {"by root cause", R::byRootCause}, {"by coder", R::byCoder}};
    for (const auto& [name, side] : sides) m_by->addItem(QString::fromLatin1(name), static_cast<int>(side));
    for (const int days : {0, 30, 90, 365})
        m_since->addItem(days == 0 ? QStringLiteral("of all time") : QStringLiteral("of the last %1 days").arg(days),
                         days);
    m_by->setObjectName(QStringLiteral("reports.by"));
    m_table->setObjectName(QStringLiteral("reports.counts"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({0, 76, 76, 120, 120}, WorkCountModel::key);
    auto* header = new PaneHeader(theme, QStringLiteral("Rejections and denials"), this);
    header->setDetail(QStringLiteral("all of them, with every code they hold"));
    header->addHint(QStringLiteral("Esc"), QStringLiteral("close"));
    auto* choices = new QWidget(this);
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(theme.scaled(10), theme.scaled(8), theme.scaled(10), theme.scaled(8));
    row->setSpacing(theme.scaled(8));
    const std::initializer_list<std::pair<QComboBox*, const char*>> boxes = {
        {m_kind, "Rejections or denials"}, {m_by, "Counted by"}, {m_since, "Opened"}};
    for (const auto& [box, name] : boxes) {
        box->setAccessibleName(QString::fromLatin1(name));
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &ReportsDialog::load);
    }
    row->addStretch(1);
    stack(this, {header, choices, m_table});
    m_state = new EmptyState(theme, m_table);
    resize(theme.scaled(820), theme.scaled(520));
    m_by->setFocus();
    load();
}

void ReportsDialog::load()
{
    const auto kind = static_cast<WorkItemKind>(m_kind->currentData().toInt());
    const auto side = static_cast<WorkItemReport>(m_by->currentData().toInt());
    const int days = m_since->currentData().toInt();
    m_ask.ask(
        [kind, side, days](app::Workspace& workspace) {
            DateInterval opened;
            if (days > 0) opened.first = workspace.clock().today().plusDays(-days);
            return app::DenialDesk(workspace).report(side, kind, opened);
        },
        [this](const Result<std::vector<WorkItemCount>>& counts) {
            if (!counts) return m_state->showFailed(counts.error());
            m_model->setCounts(*counts);
            m_table->selectRow(0);
            if (counts->empty())
                m_state->showEmpty(QStringLiteral("There is none yet."));
            else
                m_state->showNothing();
        });
}

}  // namespace cw::ui
