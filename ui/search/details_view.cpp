#include "ui/search/details_view.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

constexpr std::size_t childrenShown = 8;

QString validityText(const DateInterval& valid)
{
    const QString first = valid.first ? qs(valid.first->iso()) : DetailsView::tr("the beginning");
    return valid.last ? DetailsView::tr("%1 to %2").arg(first, qs(valid.last->iso()))
                      : DetailsView::tr("since %1").arg(first);
}

QString titleText(const CodeEntry& entry)
{
    return qs(entry.longTitle.empty() ? entry.shortTitle : entry.longTitle);
}

QLabel* makeLabel(QWidget* parent, const char* role)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (role) label->setProperty("role", QString::fromLatin1(role));
    return label;
}

void fill(QLabel* heading, QLabel* label, const QStringList& lines)
{
    label->setText(lines.join(QLatin1Char('\n')));
    heading->setVisible(!lines.isEmpty());
    label->setVisible(!lines.isEmpty());
}

}  // namespace

DetailsView::DetailsView(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_code(makeLabel(this, "heading")),
      m_title(makeLabel(this, nullptr)),
      m_billable(new Chip(theme, Tone::done, {}, this)),
      m_validity(new Chip(theme, Tone::neutral, {}, this)),
      m_starter(new Chip(theme, Tone::neutral, tr("starter table"), this)),
      m_aboveHeading(makeLabel(this, "muted")),
      m_above(makeLabel(this, nullptr)),
      m_belowHeading(makeLabel(this, "muted")),
      m_below(makeLabel(this, nullptr)),
      m_release(makeLabel(this, "label"))
{
    auto* chips = new QHBoxLayout;
    chips->setSpacing(theme.scaled(5));
    chips->addWidget(m_billable);
    chips->addWidget(m_validity);
    chips->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.scaled(14), theme.scaled(10), theme.scaled(14), theme.scaled(10));
    column->setSpacing(theme.scaled(6));
    column->addWidget(m_code);
    column->addWidget(m_title);
    column->addLayout(chips);
    column->addWidget(m_starter, 0, Qt::AlignLeft);
    m_aboveHeading->setText(tr("Below"));
    m_belowHeading->setText(tr("More specific"));
    column->addWidget(m_aboveHeading);
    column->addWidget(m_above);
    column->addWidget(m_belowHeading);
    column->addWidget(m_below);
    column->addWidget(m_release);
    column->addStretch(1);
    showNothing();
}

void DetailsView::showNothing()
{
    for (auto* label : {m_code, m_title, m_release}) label->clear();
    fill(m_aboveHeading, m_above, {});
    fill(m_belowHeading, m_below, {});
    for (auto* chip : {m_billable, m_validity, m_starter}) chip->hide();
}

void DetailsView::showEntry(const CodeEntry& entry)
{
    m_code->setText(qs(entry.displayCode()));
    m_title->setText(titleText(entry));
    m_billable->setText(!entry.validOnDate ? tr("not in force") : entry.billable ? tr("billable") : tr("header"));
    m_billable->setTone(!entry.validOnDate ? Tone::error : entry.billable ? Tone::done : Tone::warning);
    m_billable->show();
    m_validity->setText(validityText(entry.valid));
    m_validity->show();
    m_starter->setVisible(entry.kind == ReleaseKind::starter);
    fill(m_aboveHeading, m_above, {});
    fill(m_belowHeading, m_below, {});
    m_release->setText(QStringLiteral("%1 \u00b7 %2").arg(qs(displayName(entry.system)), qs(entry.releaseName)));
}

void DetailsView::showDetails(const app::CodeDetails& details)
{
    showEntry(details.entry);
    QStringList above;
    for (const auto& entry : details.ancestors) {
        above.append(QStringLiteral("%1  %2").arg(qs(entry.displayCode()), titleText(entry)));
    }
    fill(m_aboveHeading, m_above, above);
    QStringList children;
    for (std::size_t i = 0; i < details.children.size() && i < childrenShown; ++i) {
        const auto& entry = details.children[i];
        children.append(QStringLiteral("%1  %2").arg(qs(entry.displayCode()), titleText(entry)));
    }
    if (details.children.size() > childrenShown) {
        children.append(tr("and %1 more").arg(details.children.size() - childrenShown));
    }
    fill(m_belowHeading, m_below, children);
}

}  // namespace cw::ui
