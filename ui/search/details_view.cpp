#include "ui/search/details_view.h"

#include "ui/search/found_codes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/interval_text.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

constexpr std::size_t codesShown = 8;

QLabel* makeLabel(QWidget* parent, const char* role)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (role) label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QString lineOf(const CodeEntry& entry)
{
    return QStringLiteral("%1  %2").arg(qs(entry.displayCode()), titleOfCode(entry));
}

QStringList linesOf(const std::vector<CodeEntry>& entries)
{
    QStringList lines;
    for (std::size_t i = 0; i < entries.size() && i < codesShown; ++i) lines.append(lineOf(entries[i]));
    if (entries.size() > codesShown) lines.append(DetailsView::tr("and %1 more").arg(entries.size() - codesShown));
    return lines;
}

QString placeName(const TabularEntry& entry)
{
    switch (entry.level) {
    case TabularLevel::chapter: return DetailsView::tr("Chapter %1, %2").arg(qs(entry.name), qs(entry.title));
    case TabularLevel::block: return DetailsView::tr("Block %1, %2").arg(qs(entry.name), qs(entry.title));
    case TabularLevel::code: return QStringLiteral("%1  %2").arg(qs(entry.name), qs(entry.title));
    }
    return {};
}

}  // namespace

DetailsView::DetailsView(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_area(new QScrollArea(this)), m_parts(nullptr)
{
    auto* body = new QWidget(m_area);
    m_code = makeLabel(body, "heading");
    m_title = makeLabel(body, nullptr);
    m_billable = new Chip(theme, Tone::done, {}, body);
    m_validity = new Chip(theme, Tone::neutral, {}, body);
    m_starter = new Chip(theme, Tone::neutral, tr("starter table"), body);
    m_release = makeLabel(body, "label");
    m_parts = new QWidget(body);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(theme.scaled(5));
    chips->addWidget(m_billable);
    chips->addWidget(m_validity);
    chips->addStretch(1);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(theme.scaled(14), theme.scaled(10), theme.scaled(14), theme.scaled(10));
    column->setSpacing(theme.scaled(6));
    column->addWidget(m_code);
    column->addWidget(m_title);
    column->addLayout(chips);
    column->addWidget(m_starter, 0, Qt::AlignLeft);
    column->addWidget(m_parts);
    column->addWidget(m_release);
    column->addStretch(1);
    body->setProperty("area", QStringLiteral("surface"));
    body->setAttribute(Qt::WA_StyledBackground);
    m_area->setWidget(body);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Details of the code"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_area);
    showNothing();
}

void DetailsView::scroll(int steps)
{
    auto* bar = m_area->verticalScrollBar();
    bar->setValue(bar->value() + steps * m_theme.scaled(60));
}

void DetailsView::showParts(const std::vector<Part>& parts)
{
    delete m_parts->layout();
    qDeleteAll(m_parts->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    auto* column = new QVBoxLayout(m_parts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.scaled(3));
    for (const auto& part : parts) {
        if (part.lines.isEmpty()) continue;
        auto* heading = makeLabel(m_parts, "muted");
        heading->setText(part.heading);
        column->addWidget(heading);
        auto* lines = makeLabel(m_parts, nullptr);
        lines->setText(part.lines.join(QLatin1Char('\n')));
        column->addWidget(lines);
        column->addSpacing(m_theme.scaled(4));
    }
}

void DetailsView::showNothing()
{
    for (auto* label : {m_code, m_title, m_release}) label->clear();
    showParts({});
    for (auto* chip : {m_billable, m_validity, m_starter}) chip->hide();
}

void DetailsView::showEntry(const CodeEntry& entry)
{
    m_code->setText(qs(entry.displayCode()));
    m_title->setText(titleOfCode(entry));
    m_billable->setText(isUnknown(entry)     ? tr("in no table")
                        : !entry.validOnDate ? tr("not in force")
                        : entry.billable     ? tr("billable")
                                             : tr("header"));
    m_billable->setTone(!entry.validOnDate ? Tone::error : entry.billable ? Tone::done : Tone::warning);
    m_billable->show();
    m_validity->setText(intervalText(entry.valid));
    m_validity->setVisible(!isUnknown(entry));
    m_starter->setVisible(entry.kind == ReleaseKind::starter && !isUnknown(entry));
    showParts({});
    m_release->setText(QStringLiteral("%1 \u00b7 %2").arg(qs(displayName(entry.system)), qs(entry.releaseName)));
    m_area->verticalScrollBar()->setValue(0);
}

std::vector<DetailsView::Part> DetailsView::partsOf(const app::CodeDetails& details)
{
    std::vector<Part> parts;
    parts.push_back({details.entry.validOnDate ? tr("Newer codes for a part of it") : tr("In its place"),
                     linesOf(details.successors)});
    if (details.place) {
        for (const auto& level : details.place->levels) {
            Part part{placeName(level.entry), {}};
            for (const auto& note : level.notes)
                part.lines.append(QStringLiteral("%1: %2").arg(qs(displayName(note.kind)), qs(note.text)));
            parts.push_back(std::move(part));
        }
        if (details.place->isOlderThanCodes)
            parts.push_back({tr("These notes are older than the code table"), {qs(details.place->release)}});
    } else {
        parts.push_back({tr("Below"), linesOf(details.ancestors)});
    }
    Part seventh{tr("Seventh characters"), {}};
    for (const auto& choice : details.seventh)
        seventh.lines.append(
            QStringLiteral("%1  %2").arg(QLatin1Char(choice.character.character)).arg(qs(choice.character.meaning)));
    parts.push_back(std::move(seventh));
    if (details.seventh.empty()) parts.push_back({tr("More specific"), linesOf(details.children)});
    Part facts{tr("In the lists"), {}};
    for (const auto& fact : details.facts) {
        const QString line = QStringLiteral("%1: %2").arg(qs(fact.name), qs(fact.value));
        facts.lines.append(fact.coversDate ? line : tr("%1 (%2)").arg(line, qs(fact.release)));
    }
    parts.push_back(std::move(facts));
    return parts;
}

void DetailsView::showDetails(const app::CodeDetails& details, const QString& usedBefore)
{
    showEntry(details.entry);
    auto parts = partsOf(details);
    if (!usedBefore.isEmpty()) parts.push_back({tr("This patient had it before"), {usedBefore}});
    showParts(parts);
}

}  // namespace cw::ui
