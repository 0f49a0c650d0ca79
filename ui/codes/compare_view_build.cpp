#include "ui/codes/compare_view.h"
#include "ui/codes/jump_field.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/keep_width.h"
#include "ui/widgets/list_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace cw::ui {

CompareView::CompareView(const CodesContext& context, QWidget* parent)
    : CodesView(context, parent),
      m_system(new QComboBox(this)),
      m_from(new QComboBox(this)),
      m_to(new QComboBox(this)),
      m_words(new JumpField(QStringLiteral("Filter the changes"), QStringLiteral("Filter by code or words"), this)),
      m_table(new ListTable(context.page.theme, QStringLiteral("Changes"), 40, this)),
      m_model(new ChangeModel(this)),
      m_state(nullptr),
      m_loader(context.page.work, this)
{
    build();
    connect(m_system, &QComboBox::currentIndexChanged, this, &CompareView::chooseSystem);
    connect(m_from, &QComboBox::currentIndexChanged, this, &CompareView::compare);
    connect(m_to, &QComboBox::currentIndexChanged, this, &CompareView::compare);
    connect(m_words, &QLineEdit::textChanged, this, &CompareView::filter);
    connect(m_words, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_table, &ListTable::currentRowChanged, this, [this] { showCurrent(false); });
    connect(m_table, &ListTable::rowActivated, this, [this] { showCurrent(true); });
}

void CompareView::build()
{
    m_table->setObjectName(QStringLiteral("codes.changes"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({76, 84, 0, 170}, ChangeModel::title);
    m_state = new EmptyState(m_context.page.theme, m_table);
    auto* line = new QWidget(this);
    line->setFixedHeight(1);
    line->setProperty("area", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(line);
    column->addWidget(m_table, 1);
}

QWidget* CompareView::buildBar()
{
    auto& theme = m_context.page.theme;
    auto* bar = new QWidget(this);
    bar->setProperty("area", QStringLiteral("surface"));
    bar->setAttribute(Qt::WA_StyledBackground);
    m_system->setObjectName(QStringLiteral("codes.compareSystem"));
    m_system->setAccessibleName(QStringLiteral("System to compare"));
    m_from->setObjectName(QStringLiteral("codes.compareFrom"));
    m_from->setAccessibleName(QStringLiteral("Older table"));
    m_to->setObjectName(QStringLiteral("codes.compareTo"));
    m_to->setAccessibleName(QStringLiteral("Newer table"));
    keepWidth(theme, *m_system, 126, 140);
    keepWidth(theme, *m_from, 110, 200);
    keepWidth(theme, *m_to, 110, 200);
    auto* first = new QHBoxLayout;
    first->setSpacing(theme.scaled(8));
    first->addWidget(m_system);
    first->addWidget(m_from);
    auto* arrow = new QLabel(QStringLiteral("\u2192"), bar);
    arrow->setProperty("role", QStringLiteral("muted"));
    first->addWidget(arrow);
    first->addWidget(m_to);
    first->addStretch();
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(theme.scaled(10), theme.scaled(6), theme.scaled(10), theme.scaled(6));
    column->setSpacing(theme.scaled(6));
    column->addLayout(first);
    column->addWidget(buildFilters());
    return bar;
}

QWidget* CompareView::buildFilters()
{
    auto& theme = m_context.page.theme;
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.scaled(6));
    for (const auto* name : {"All", "Added", "Deleted", "Revised", "Used here"}) {
        auto* chip = new Chip(theme, Tone::neutral, QString::fromLatin1(name), bar);
        chip->setClickable(true);
        chip->setAccessibleName(QStringLiteral("Show: ") + chip->text());
        const auto choice = m_kinds.size();
        connect(chip, &QAbstractButton::clicked, this, [this, choice] { chooseFilter(choice); });
        row->addWidget(chip);
        m_kinds.push_back(chip);
    }
    m_kinds.front()->setChecked(true);
    m_kinds.front()->setTone(Tone::accent);
    row->addStretch();
    m_words->setObjectName(QStringLiteral("codes.compareWords"));
    m_words->setList(m_table);
    keepWidth(theme, *m_words, 150, 220);
    row->addWidget(m_words);
    return bar;
}

}  // namespace cw::ui
