#include "ui/codes/search_filters.h"

#include "ui/codes/chapters.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chip_row.h"
#include "ui/widgets/keep_width.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <array>

namespace cw::ui {

namespace {

constexpr std::array systems = {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::cpt, CodeSystem::hcpcs};

}  // namespace

SearchFilters::SearchFilters(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_billable(new Chip(theme, Tone::neutral, QStringLiteral("Billable only"), this)),
      m_chapter(new QComboBox(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.scaled(6));
    auto* chips = new ChipRow(theme, this);  // With large text the keys reach what does not fit.
    row->addWidget(chips, 1);
    m_systems.push_back(new Chip(theme, Tone::neutral, QStringLiteral("All"), this));
    for (const auto system : systems)
        m_systems.push_back(new Chip(theme, Tone::neutral, qs(displayName(system)), this));
    m_systems.push_back(new Chip(theme, Tone::neutral, QStringLiteral("Modifiers"), this));
    for (std::size_t i = 0; i < m_systems.size(); ++i) {
        auto* chip = m_systems[i];
        chip->setClickable(true);
        chip->setAccessibleName(QStringLiteral("Search in: ") + chip->text());
        chips->add(chip);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { chooseSystem(i); });
    }
    m_billable->setClickable(true);
    m_billable->setAccessibleName(QStringLiteral("Billable codes only"));
    chips->add(m_billable);
    connect(m_billable, &QAbstractButton::clicked, this, [this] {
        m_billable->setTone(m_billable->isChecked() ? Tone::accent : Tone::neutral);
        emit changed();
    });
    m_chapter->setAccessibleName(QStringLiteral("Chapter of ICD-10-CM"));
    m_chapter->setObjectName(QStringLiteral("codes.chapter"));
    m_chapter->addItem(QStringLiteral("All chapters"));
    for (const auto& chapter : chapters())
        m_chapter->addItem(QStringLiteral("%1  %2  %3\u2013%4")
                               .arg(chapter.number)
                               .arg(QString::fromLatin1(chapter.name), QString::fromLatin1(chapter.first),
                                    QString::fromLatin1(chapter.last)));
    keepWidth(theme, *m_chapter, 128, 220);
    m_chapter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_chapter, &QComboBox::currentIndexChanged, this, &SearchFilters::changed);
    chooseSystem(0);
}

void SearchFilters::chooseSystem(std::size_t choice)
{
    m_system = choice;
    for (std::size_t i = 0; i < m_systems.size(); ++i) {
        m_systems[i]->setChecked(i == choice);
        m_systems[i]->setTone(i == choice ? Tone::accent : Tone::neutral);
    }
    emit changed();
}

void SearchFilters::nextSystem()
{
    chooseSystem((m_system + 1) % m_systems.size());
}

void SearchFilters::toggleBillable()
{
    m_billable->click();
}

void SearchFilters::focusChapter()
{
    m_chapter->setFocus();
    m_chapter->showPopup();
}

bool SearchFilters::isNarrowed() const
{
    return m_system != 0 || m_billable->isChecked() || m_chapter->currentIndex() > 0;
}

void SearchFilters::applyTo(search::Query& query) const
{
    if (m_system >= 1 && m_system <= systems.size()) query.system = systems.at(m_system - 1);
    query.modifiers = m_system > systems.size();
    query.billableOnly = m_billable->isChecked();
    if (m_chapter->currentIndex() < 1) return;
    const auto& chapter = chapters().at(static_cast<std::size_t>(m_chapter->currentIndex()) - 1);
    query.system = CodeSystem::icd10cm;
    query.firstCategory = chapter.first;
    query.lastCategory = chapter.last;
}

}  // namespace cw::ui
