#include "ui/desk/banner.h"

#include "ui/desk/chart_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

enum FieldIndex : std::size_t { age, mrn, visit, service, place, payer, provider, fileBy, note };

QString providerName(const Providers& providers)
{
    for (const auto* provider : {&providers.rendering, &providers.attending, &providers.billing}) {
        if (*provider) return qs(displayName(**provider));
    }
    return {};
}

}  // namespace

EncounterBanner::EncounterBanner(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_row(new QHBoxLayout(this)),
      m_patient(new QLabel(this)),
      m_status(new Chip(theme, Tone::neutral, {}, this)),
      m_buttons(new QHBoxLayout)
{
    m_patient->setProperty("role", QStringLiteral("heading"));
    m_patient->setTextFormat(Qt::PlainText);
    m_patient->setObjectName(QStringLiteral("bannerPatient"));
    m_row->addWidget(m_patient);
    addField(tr("Age, sex"), 8);
    addField(tr("MRN"), 5);
    addField(tr("Visit"), 9);
    addField(tr("Date of service"), 10);
    addField(tr("Place"), 6);
    addField(tr("Payer"), 7);
    addField(tr("Provider"), 3);
    addField(tr("File by"), 4);
    addField(tr("Note"), 2);
    m_row->addStretch(1);
    m_row->addWidget(m_status);
    m_row->addLayout(m_buttons);
    style();
    connect(&theme, &Theme::changed, this, &EncounterBanner::style);
    showNothing();
}

EncounterBanner::FieldBox& EncounterBanner::addField(const QString& caption, int importance)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* label = new QLabel(caption, box);
    label->setProperty("role", QStringLiteral("label"));
    auto* value = new QLabel(box);
    value->setTextFormat(Qt::PlainText);
    value->setObjectName(QStringLiteral("banner%1").arg(m_fields.size()));
    column->addWidget(label);
    column->addWidget(value);
    m_row->addWidget(box, 0, Qt::AlignVCenter);
    m_fields.push_back({box, value, importance, false});
    return m_fields.back();
}

void EncounterBanner::style()
{
    setFixedHeight(m_theme.scaled(52));
    m_row->setContentsMargins(m_theme.scaled(14), 0, m_theme.scaled(14), 1);
    m_row->setSpacing(m_theme.scaled(18));
    m_buttons->setSpacing(m_theme.scaled(8));
    fit();
    update();
}

void EncounterBanner::setValue(std::size_t field, const QString& text)
{
    auto& entry = m_fields[field];
    entry.value->setText(text);
    entry.value->setToolTip(text);
    entry.hasValue = !text.isEmpty();
}

void EncounterBanner::showChart(const app::OpenedChart& chart, const Encounter& encounter,
                                const WorkflowState& workflow)
{
    m_patient->setText(qs(displayName(encounter.patient)));
    setValue(age, ageAndSex(encounter.patient, encounter.service.from));
    setValue(mrn, qs(encounter.patient.mrn));
    setValue(visit, qs(encounter.encounterId));
    QString dates = qs(encounter.service.from.iso());
    if (encounter.service.to && *encounter.service.to != encounter.service.from) {
        dates += tr(" to %1").arg(shortDate(*encounter.service.to, encounter.service.from));
    }
    setValue(service, dates);
    setValue(place, placeText(encounter.service.placeOfService));
    const auto* coverage = encounter.coverage(CoverageRank::primary);
    setValue(payer, coverage ? qs(coverage->payer.name) : tr("none"));
    setValue(provider, providerName(encounter.providers));
    setValue(fileBy, chart.fileBy ? tr("%1 (%2 d)").arg(qs(chart.fileBy->iso())).arg(chart.daysToFile) : QString());
    showWorkflow(workflow);
}

void EncounterBanner::showWorkflow(const WorkflowState& workflow)
{
    m_status->setText(qs(displayName(workflow.status)));
    m_status->setTone(toneOf(workflow.status));
    m_status->setVisible(true);
    const bool hasReason = workflow.status == EncounterStatus::returned ||
                           workflow.status == EncounterStatus::pending || workflow.status == EncounterStatus::rejected;
    setValue(note, hasReason ? qs(workflow.note) : QString());
    fit();
}

void EncounterBanner::showNothing()
{
    m_patient->setText(tr("No chart open"));
    for (std::size_t i = 0; i < m_fields.size(); ++i) setValue(i, {});
    m_status->setVisible(false);
    fit();
}

void EncounterBanner::addButton(QWidget* button)
{
    m_buttons->addWidget(button);
    fit();
}

void EncounterBanner::fit()
{
    const int spacing = m_row->spacing();
    int needed = 2 * m_theme.scaled(14) + m_patient->sizeHint().width() + m_buttons->sizeHint().width() + 2 * spacing;
    if (!m_status->text().isEmpty()) needed += m_status->sizeHint().width() + spacing;
    std::vector<FieldBox*> order;
    for (auto& field : m_fields) order.push_back(&field);
    std::sort(order.begin(), order.end(), [](auto* a, auto* b) { return a->importance > b->importance; });
    bool fits = true;
    for (auto* field : order) {
        bool isShown = field->hasValue && fits;
        if (isShown) {
            needed += field->box->sizeHint().width() + spacing;
            // The first that does not fit ends the line, so that what is shown does not depend on the length of a name.
            fits = needed <= width();
            isShown = fits;
        }
        field->box->setVisible(isShown);
    }
}

void EncounterBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.tokens().line);
}

void EncounterBanner::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

}  // namespace cw::ui
