#include "ui/desk/blockers_dialog.h"

#include "ui/desk/edit_list.h"
#include "ui/widgets/pane_header.h"

#include <QVBoxLayout>

namespace cw::ui {

namespace {

/// Only what blocks, without links that would change the chart from here.
EditReport blockersOf(const EditReport& report)
{
    EditReport blockers;
    for (const auto& finding : report.findings) {
        if (!finding.blocks()) continue;
        blockers.findings.push_back(finding);
        blockers.findings.back().remedies.clear();
        blockers.findings.back().canAttest = false;
        blockers.findings.back().note.clear();
    }
    return blockers;
}

}  // namespace

BlockersDialog::BlockersDialog(Theme& theme, const EditReport& report, QWidget* parent)
    : QDialog(parent), m_model(new EditListModel(this))
{
    setWindowTitle(tr("Not submitted"));
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("area", QStringLiteral("surface"));
    const auto blockers = blockersOf(report);
    m_model->setReport(blockers);
    auto* list = new EditList(theme, *m_model, this);
    list->setObjectName(QStringLiteral("blockers"));
    list->setAccessibleName(tr("What must be mended first"));
    m_list = list;
    auto* header = new PaneHeader(theme, tr("To be mended before this chart can be submitted"), this);
    const auto errors = static_cast<int>(blockers.findings.size());
    header->setDetail(errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors));
    header->addHint(tr("Enter"), tr("go"));
    header->addHint(tr("Esc"), tr("close"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(list, 1);
    resize(static_cast<int>(theme.scaled(620)), static_cast<int>(theme.scaled(420)));
    connect(list, &QListView::activated, this, [this](const QModelIndex& index) {
        const auto* finding = m_model->at(index.row());
        if (!finding) return;
        const Finding chosen = *finding;
        accept();
        emit findingChosen(chosen);
    });
    list->setFocus();
}

int BlockersDialog::count() const
{
    return static_cast<int>(m_list->model()->rowCount());
}

}  // namespace cw::ui
