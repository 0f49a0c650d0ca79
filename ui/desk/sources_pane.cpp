#include "ui/desk/sources_pane.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/pane_header.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int mostRows = 4;  ///< Then it scrolls: the edits above need their room.

/// Letters and Space are free for commands.
class SourcesView final : public QListView {
public:
    using QListView::QListView;
    void keyboardSearch(const QString&) override {}

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        QListView::focusInEvent(event);
        if (!currentIndex().isValid() && model()->rowCount() > 0) setCurrentIndex(model()->index(0, 0));
        viewport()->update();
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        QListView::focusOutEvent(event);
        viewport()->update();
    }
};

}  // namespace

SourcesPane::SourcesPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, tr("From the source"), this)),
      m_list(new SourcesView(this)),
      m_model(new SourcesModel(this))
{
    m_header->setTopLine(true);
    m_header->addHint(keyHint("sources.accept"), tr("accept"));
    m_header->addHint(keyHint("sources.show"), tr("show"));
    m_list->setObjectName(QStringLiteral("sources"));
    m_list->setAccessibleName(tr("Codes from the source, not on the claim"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SourcesDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list);
    bindCommand("sources.accept", m_list, [this] { accept(); });
    connect(m_list, &QListView::activated, this, &SourcesPane::show);
    connect(&theme, &Theme::changed, this, &SourcesPane::style);
    hide();
}

void SourcesPane::style()
{
    m_list->setFixedHeight(m_theme.scaled(26) * std::clamp(m_model->rowCount(), 1, mostRows));
    m_list->doItemsLayout();
    update();
}

void SourcesPane::showCodes(const std::vector<DocumentRepository::StoredCode>& codes)
{
    const int row = m_list->currentIndex().row();
    m_model->setCodes(codes);
    if (row >= 0) m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
    setVisible(m_model->rowCount() > 0);
    style();
    showCounts();
}

void SourcesPane::showAssigned(const Encounter& encounter)
{
    std::vector<std::pair<CodeSystem, std::string>> assigned;
    for (const auto& diagnosis : encounter.diagnoses) assigned.emplace_back(CodeSystem::icd10cm, diagnosis.code.text);
    for (const auto& line : encounter.procedures)
        if (line.system) assigned.emplace_back(*line.system, line.code.text);
    m_model->setAssigned(assigned);
    showCounts();
}

bool SourcesPane::isEmpty() const
{
    return m_model->rowCount() == 0;
}

void SourcesPane::showCounts()
{
    const int open = m_model->openCount();
    m_header->setDetail(open > 0 ? tr("%1 to look at").arg(open) : tr("%1, none open").arg(m_model->rowCount()));
}

void SourcesPane::accept()
{
    const int row = m_list->currentIndex().row();
    const auto* offered = m_model->at(row);
    if (!offered) return;
    if (!acceptableSystem(offered->stored.code)) {
        emit statusText(tr("This code is a label of the source; claims take ICD-10, CPT and HCPCS."));
        return;
    }
    if (offered->isAssigned) {
        emit statusText(tr("This code is on the claim already."));
        return;
    }
    const auto stored = offered->stored;
    emit accepted(stored);
    if (m_model->at(row + 1)) m_list->setCurrentIndex(m_model->index(row + 1));
}

void SourcesPane::show(const QModelIndex& index)
{
    if (const auto* offered = m_model->at(index.row())) {
        const auto stored = offered->stored;
        emit placeWanted(stored);
    }
}

void SourcesPane::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().surface);
}

}  // namespace cw::ui
