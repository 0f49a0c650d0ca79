#include "ui/codes/pcs_view.h"

#include "ui/codes/pcs_model.h"
#include "ui/codes/pcs_slots.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

constexpr std::size_t wholeCode = 7;

}  // namespace

PcsView::PcsView(const CodesContext& context, QWidget* parent)
    : CodesView(context, parent),
      m_slots(new PcsSlots(context.page.theme, this)),
      m_header(new PaneHeader(context.page.theme, QStringLiteral("Section"), this)),
      m_table(new ListTable(context.page.theme, QStringLiteral("Values of the axis"), 27, this)),
      m_model(new PcsModel(this)),
      m_state(nullptr),
      m_loader(context.page.lookup, this)
{
    build();
    m_table->installEventFilter(this);
    connect(m_table, &ListTable::rowActivated, this, [this](int row) { pick(m_model->choice(row).value.character); });
    bindCommand("codes.pcsBack", m_table, [this] { goUp(); });
    bindCommand("codes.into", m_table, [this] {
        if (m_table->currentRow() >= 0) pick(m_model->choice(m_table->currentRow()).value.character);
    });
    bindCommand("codes.up", m_table, [this] { goUp(); });
}

void PcsView::build()
{
    m_header->setTopLine(true);
    m_header->addHint(QStringLiteral("0\u2013Z"), QStringLiteral("pick"));
    m_header->addHint(keyHint("codes.pcsBack"), QStringLiteral("back"));
    m_table->setObjectName(QStringLiteral("codes.pcs"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({44, 0, 90}, PcsModel::label);
    m_state = new EmptyState(m_context.page.theme, m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_slots);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
}

void PcsView::activate()
{
    m_table->setFocus();
    load();
}

void PcsView::reload()
{
    load();
}

void PcsView::find()
{
    m_table->setFocus();
}

std::vector<QWidget*> PcsView::panes() const
{
    return {m_table};
}

void PcsView::setPrefix(const std::string& prefix)
{
    m_prefix = prefix.substr(0, wholeCode);
    m_ahead.clear();
    load();
}

bool PcsView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        const QString text = key->text().toUpper();
        if (isPlain && text.size() == 1 && text.front().isLetterOrNumber() && text.front().unicode() < 128) {
            typed(text.front().toLatin1());
            return true;
        }
        if (isPlain && m_step.code && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            emit targetOpened(targetOf(CodeSystem::icd10pcs, m_step.prefix));
            return true;
        }
    }
    return CodesView::eventFilter(watched, event);
}

void PcsView::typed(char character)
{
    // Fast typists are ahead of the list: their keys wait for it.
    if (m_shown != m_prefix || !m_ahead.empty())
        m_ahead += character;
    else
        pick(character);
}

void PcsView::pick(char character)
{
    if (m_prefix.size() >= wholeCode)
        return emit statusText(
            QStringLiteral("The code is complete: %1 takes a character back").arg(keyHint("codes.pcsBack")));
    if (m_model->rowOf(character) < 0) {
        m_ahead.clear();
        return emit statusText(
            QStringLiteral("%1 has no value %2").arg(qs(m_step.axisTitle)).arg(QLatin1Char(character)));
    }
    m_prefix += character;
    emit statusText({});
    load();
}

void PcsView::goUp()
{
    m_ahead.clear();
    if (m_prefix.empty()) return;
    m_prefix.pop_back();
    load();
}

void PcsView::load()
{
    m_loader.ask(
        [prefix = m_prefix, on = m_context.on()](app::Workspace& workspace) {
            return app::CodeBrowser(workspace.library(), workspace.tables()).pcs(prefix, on);
        },
        [this](Result<app::PcsStep> step) {
            if (!step) {
                m_shown = m_prefix;
                m_ahead.clear();
                m_model->setChoices({});
                return m_state->showFailed(step.error());
            }
            showStep(*step);
            emit ready();
        });
}

void PcsView::showStep(const app::PcsStep& step)
{
    m_step = step;
    m_shown = step.prefix;
    m_slots->showStep(step);
    m_model->setChoices(step.choices);
    m_header->setTitle(step.axis > static_cast<int>(wholeCode) ? QStringLiteral("Code") : qs(step.axisTitle));
    m_header->setDetail(
        step.codesLeft
            ? QStringLiteral("%1 codes left").arg(QLocale::c().toString(static_cast<qlonglong>(*step.codesLeft)))
            : QString());
    m_table->selectRow(0);
    showDone(step);
    if (!m_ahead.empty()) {
        const char next = m_ahead.front();
        m_ahead.erase(0, 1);
        pick(next);
    }
}

void PcsView::showDone(const app::PcsStep& step)
{
    if (!step.choices.empty()) {
        m_state->showNothing();
        if (isVisible()) emit targetShown(PcsTarget{step});
        return;
    }
    if (step.prefix.empty()) {
        m_state->showEmpty(QStringLiteral("No ICD-10-PCS table is installed. Admin > Code tables: import "
                                          "icd10pcs_tables.xml or the order file."),
                           keyHint("go.admin"), QStringLiteral("Admin"));
        if (isVisible()) emit nothingShown();
    } else if (step.code) {
        m_state->showEmpty(QStringLiteral("%1  %2").arg(qs(step.code->code), qs(step.code->longTitle)),
                           keyHint("codes.copy"), QStringLiteral("copy the code"));
        if (isVisible()) emit targetShown(targetOf(CodeSystem::icd10pcs, step.prefix));
    } else {
        m_state->showEmpty(step.prefix.size() == wholeCode
                               ? QStringLiteral("The tables allow %1, but no installed code table has it on the date.")
                                     .arg(qs(step.prefix))
                               : QStringLiteral("No code begins with %1.").arg(qs(step.prefix)),
                           keyHint("codes.pcsBack"), QStringLiteral("one character back"));
        if (isVisible()) emit targetShown(PcsTarget{step});
    }
}

}  // namespace cw::ui
