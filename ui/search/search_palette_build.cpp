#include "ui/commands/command_table.h"
#include "ui/search/details_view.h"
#include "ui/search/hit_list.h"
#include "ui/search/search_filters.h"
#include "ui/search/search_palette.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"

#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int panelWidth = 930;
constexpr int panelHeight = 560;
constexpr int topSpace = 96;
constexpr int detailsWidth = 340;

QFrame* makeLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("area", QStringLiteral("line"));
    line->setFixedHeight(1);
    return line;
}

}  // namespace

void SearchPalette::build()
{
    setObjectName(QStringLiteral("searchPalette"));
    setAccessibleName(tr("Code search"));
    m_panel->setObjectName(QStringLiteral("searchPanel"));
    m_input = new QLineEdit(m_panel);
    m_input->setObjectName(QStringLiteral("searchInput"));
    m_input->setAccessibleName(tr("Search codes"));
    m_input->setPlaceholderText(tr("Code or words, in any order"));
    m_input->setProperty("plain", true);
    m_input->installEventFilter(this);
    m_list = new QListView(m_panel);
    m_list->setObjectName(QStringLiteral("searchHits"));
    m_list->setAccessibleName(tr("Codes found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    // The query keeps the focus; arrows move here all the same.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_empty = new EmptyState(m_theme, m_list);
    m_details = new DetailsView(m_theme, m_panel);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list, 1);
    auto* divider = new QFrame(m_panel);
    divider->setFixedWidth(1);
    divider->setProperty("area", QStringLiteral("line"));
    middle->addWidget(divider);
    middle->addWidget(m_details);
    auto* column = new QVBoxLayout(m_panel);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_input);
    column->addWidget(makeLine(m_panel));
    column->addWidget(buildFilterRow());
    column->addWidget(makeLine(m_panel));
    column->addLayout(middle, 1);
    column->addWidget(makeLine(m_panel));
    column->addWidget(buildFooter());
    const auto style = [this] {
        QFont font = m_theme.font(TextSize::work);
        font.setPointSizeF(16 * m_theme.scale() * 0.75);
        // The application's style sheet would set another size.
        m_input->setStyleSheet(QStringLiteral("font-size: %1pt; padding: 0 13px; border: 0;").arg(font.pointSizeF()));
        m_input->setFixedHeight(m_theme.scaled(46));
        for (auto* line : m_panel->findChildren<QFrame*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (line->property("area").toString() != QStringLiteral("line")) continue;
            line->setStyleSheet(QStringLiteral("background: %1;").arg(m_theme.tokens().line.name()));
        }
        m_list->doItemsLayout();
        place();
        update();
    };
    connect(&m_theme, &Theme::changed, this, style);
    style();
}

QWidget* SearchPalette::buildFilterRow()
{
    auto* bar = new QWidget(m_panel);
    m_filter = new QTabBar(bar);
    m_filter->setObjectName(QStringLiteral("searchFilter"));
    m_filter->setAccessibleName(tr("Code systems"));
    m_filter->setFocusPolicy(Qt::NoFocus);
    m_filter->setDrawBase(false);
    m_filter->setExpanding(false);
    for (const auto& filter : searchFilters) m_filter->addTab(QString::fromLatin1(filter.name));
    m_filter->setStyleSheet(QStringLiteral("QTabBar::tab { padding: 5px 2px 3px 2px; }"));
    m_billable = new QCheckBox(tr("Billable only"), bar);
    m_billable->setObjectName(QStringLiteral("searchBillable"));
    m_billable->setToolTip(keyHint("search.billable"));
    m_billable->setFocusPolicy(Qt::NoFocus);
    m_facts = new QLabel(bar);
    m_facts->setProperty("role", QStringLiteral("label"));
    m_message = new Chip(m_theme, Tone::done, {}, bar);
    m_message->setObjectName(QStringLiteral("searchMessage"));
    m_message->hide();
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(m_theme.scaled(14), 0, m_theme.scaled(14), 0);
    row->addWidget(m_filter);
    row->addSpacing(m_theme.scaled(10));
    row->addWidget(m_billable);
    row->addWidget(new KeyHint(m_theme, keyHint("search.billable"), {}, bar));
    row->addStretch(1);
    row->addWidget(m_message);
    row->addWidget(m_facts);
    return bar;
}

QWidget* SearchPalette::buildFooter()
{
    auto* footer = new QWidget(m_panel);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(m_theme.scaled(14), m_theme.scaled(5), m_theme.scaled(14), m_theme.scaled(5));
    row->setSpacing(m_theme.scaled(16));
    m_purpose = new KeyHint(m_theme, tr("Enter"), {}, footer);
    row->addWidget(m_purpose);
    row->addWidget(new KeyHint(m_theme, QStringLiteral("\u2192"), tr("7th characters, below"), footer));
    row->addWidget(new KeyHint(m_theme, keyHint("search.favourite"), tr("favourite"), footer));
    row->addWidget(new KeyHint(m_theme, tr("Ctrl Tab"), tr("system"), footer));
    row->addWidget(new KeyHint(m_theme, keyHint("search.details"), tr("details"), footer));
    row->addWidget(new KeyHint(m_theme, tr("Esc"), tr("back to the note"), footer));
    row->addStretch(1);
    return footer;
}

void SearchPalette::place()
{
    if (!parentWidget()) return;
    setGeometry(parentWidget()->rect());
    const int width = std::min(m_theme.scaled(panelWidth), this->width() - 32);
    const int top = std::min(m_theme.scaled(topSpace), std::max(12, (height() - m_theme.scaled(panelHeight)) / 2));
    const int height = std::min(m_theme.scaled(panelHeight), this->height() - top - 24);
    m_panel->setGeometry((this->width() - width) / 2, top, width, height);
    m_details->setFixedWidth(std::min(m_theme.scaled(detailsWidth), width * 2 / 5));
}

}  // namespace cw::ui
