#include "ui/codes/code_details_pane.h"

#include "ui/codes/code_list_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QTextEdit>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

QString chipHtml(const QString& text, const QColor& ink, const QColor& tint)
{
    return QStringLiteral("<span style=\"background:%1;color:%2;font-weight:600\">&nbsp;%3&nbsp;</span> ")
        .arg(tint.name(), ink.name(), text.toHtmlEscaped());
}

QString codeLine(const CodeEntry& entry)
{
    return QStringLiteral("<p style=\"margin:2px 0\"><b>%1</b>&nbsp; %2</p>")
        .arg(qs(entry.displayCode()).toHtmlEscaped(), qs(titleOf(entry)).toHtmlEscaped());
}

}  // namespace

QString detailsHtml(const app::CodeDetails& details, const Tokens& t, double scale)
{
    const auto& entry = details.entry;
    const auto points = [scale](double pixels) { return QString::number(pixels * 0.75 * scale); };
    const auto heading = [&](const QString& text) {
        return QStringLiteral("<p style=\"color:%1;font-size:%2pt;margin:12px 0 2px 0\">%3</p>")
            .arg(t.muted.name(), points(11.5), text.toHtmlEscaped());
    };
    QString html = QStringLiteral("<p style=\"font-size:%1pt;font-weight:600;margin:0 0 2px 0\">%2</p>")
                       .arg(points(15), qs(entry.displayCode()).toHtmlEscaped());
    html += QStringLiteral("<p style=\"margin:0 0 8px 0\">%1</p><p style=\"margin:0\">")
                .arg(qs(titleOf(entry)).toHtmlEscaped());
    html += entry.billable ? chipHtml(QStringLiteral("billable"), t.done, t.doneTint)
                           : chipHtml(QStringLiteral("not billable: choose a code below it"), t.warning, t.warningTint);
    html += chipHtml(validityText(entry.valid), t.muted, t.faintLine);
    if (!entry.validOnDate) html += chipHtml(QStringLiteral("not in force on the date"), t.error, t.errorTint);
    if (!details.isRelease) html += chipHtml(QStringLiteral("starter table"), t.muted, t.faintLine);
    html += QStringLiteral("</p>");
    if (!entry.shortTitle.empty() && entry.shortTitle != titleOf(entry))
        html += heading(QStringLiteral("Short title")) +
                QStringLiteral("<p style=\"margin:0\">%1</p>").arg(qs(entry.shortTitle).toHtmlEscaped());
    html += heading(QStringLiteral("Table")) +
            QStringLiteral("<p style=\"margin:0\">%1, %2</p>")
                .arg(qs(displayName(entry.system)), qs(entry.releaseName).toHtmlEscaped());
    if (!details.ancestors.empty()) {
        html += heading(QStringLiteral("Stands under"));
        for (const auto& ancestor : details.ancestors) html += codeLine(ancestor);
    }
    if (!details.children.empty()) {
        html += heading(QStringLiteral("Below it, %1").arg(details.children.size()));
        for (const auto& child : details.children) html += codeLine(child);
    }
    return html;
}

CodeDetailsPane::CodeDetailsPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, QStringLiteral("Details"), this)),
      m_text(new QTextEdit(this)),
      m_state(nullptr)
{
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setProperty("plain", true);
    m_text->setAccessibleName(QStringLiteral("Details of the code"));
    m_text->document()->setDocumentMargin(theme.scaled(6));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_text, 1);
    m_state = new EmptyState(theme, m_text);
    connect(&theme, &Theme::changed, this, &CodeDetailsPane::render);
    showNothing();
}

void CodeDetailsPane::showCode(const app::CodeDetails& details)
{
    m_details = details;
    m_state->showNothing();
    render();
}

void CodeDetailsPane::showNothing()
{
    m_details.reset();
    m_header->setDetail({});
    m_state->showEmpty(QStringLiteral("The code that you choose is shown here."));
}

void CodeDetailsPane::showFailed(const Error& error)
{
    m_details.reset();
    m_state->showFailed(error);
}

void CodeDetailsPane::render()
{
    if (!m_details) return;
    m_header->setDetail(qs(displayName(m_details->entry.system)));
    m_text->setHtml(detailsHtml(*m_details, m_theme.tokens(), m_theme.scale()));
}

}  // namespace cw::ui
