#include "ui/desk/edits_pane.h"

#include "ui/commands/command_table.h"
#include "ui/desk/edit_list.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/pane_header.h"

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

class EditList final : public QListView {
public:
    using QListView::QListView;
    void keyboardSearch(const QString&) override {}

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        QListView::focusInEvent(event);
        if (!currentIndex().isValid() && model()) setCurrentIndex(model()->index(0, 0));
        viewport()->update();
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        QListView::focusOutEvent(event);
        viewport()->update();
    }
};

}  // namespace

EditsPane::EditsPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, tr("Edits"), this)),
      m_errors(new Chip(theme, Tone::error, {}, this)),
      m_warnings(new Chip(theme, Tone::warning, {}, this)),
      m_list(new EditList(this)),
      m_model(new EditListModel(this))
{
    m_header->setTopLine(true);
    m_header->addLeft(m_errors);
    m_header->addLeft(m_warnings);
    m_header->addHint(keyHint("desk.nextEdit"), tr("next"));
    m_header->addHint(tr("Enter"), tr("go"));
    m_list->setObjectName(QStringLiteral("edits"));
    m_list->setAccessibleName(tr("Edits"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EditDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_empty = new EmptyState(theme, m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this, &EditsPane::choose);
    connect(&theme, &Theme::changed, m_list, [this] { m_list->doItemsLayout(); });
    showNothing();
}

void EditsPane::showReport(const EditReport& report)
{
    const auto* before = m_model->at(m_list->currentIndex().row());
    const auto key = before ? std::make_optional(before->key) : std::nullopt;
    const int row = m_list->currentIndex().row();
    m_model->setReport(report);
    if (row >= 0 && m_model->rowCount() > 0) {
        const int same = key ? m_model->rowOf(*key) : -1;
        m_list->setCurrentIndex(m_model->index(same >= 0 ? same : std::min(row, m_model->rowCount() - 1)));
    }
    const int errors = report.count(Severity::error);
    const int warnings = report.count(Severity::warning);
    m_errors->setText(errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors));
    m_errors->setVisible(errors > 0);
    m_warnings->setText(warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(warnings));
    m_warnings->setVisible(warnings > 0);
    m_header->setDetail(errors + warnings == 0 ? tr("no errors") : QString());
    if (m_model->rowCount() == 0) {
        m_empty->showEmpty(tr("Nothing to mend."), m_nextKeys, m_nextMeaning);
    } else {
        m_empty->showNothing();
    }
}

void EditsPane::showNothing()
{
    m_model->setReport({});
    m_errors->hide();
    m_warnings->hide();
    m_header->setDetail({});
    m_empty->showEmpty(tr("Edits show here as you code."));
}

void EditsPane::setNextStep(const char* command, const QString& meaning)
{
    m_nextKeys = keyHint(command);
    m_nextMeaning = meaning;
}

void EditsPane::walk(int direction)
{
    const int current = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (direction > 0 ? -1 : 0);
    m_list->setFocus(Qt::ShortcutFocusReason);
    const int rows = m_model->rowCount();
    if (rows == 0) return;
    m_list->setCurrentIndex(m_model->index((current + direction + rows) % rows));
}

void EditsPane::focusFirstError()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (m_model->rowCount() > 0) m_list->setCurrentIndex(m_model->index(0));
}

void EditsPane::choose(const QModelIndex& index)
{
    if (const auto* finding = m_model->at(index.row())) {
        const Finding chosen = *finding;
        emit findingChosen(chosen);
    } else {
        emit notCheckedChosen();
    }
}

}  // namespace cw::ui
