#include "app/code_browser.h"
#include "ui/codes/details_html.h"
#include "ui/widgets/text.h"

namespace cw::ui {

QString Html::points(double pixels) const
{
    return QString::number(pixels * 0.75 * m_scale) + QStringLiteral("pt");
}

QString Html::heading(const QString& text) const
{
    return headingHtml(text.toHtmlEscaped());
}

QString Html::headingHtml(const QString& html) const
{
    return QStringLiteral("<p style=\"color:%1;font-size:%2;margin:11px 0 2px 0\">%3</p>")
        .arg(m_tokens.muted.name(), points(11.5), html);
}

QString Html::chip(const QString& text, const QColor& ink, const QColor& tint) const
{
    return QStringLiteral("<span style=\"background:%1;color:%2;font-weight:600;font-size:%3\">&nbsp;%4&nbsp;</span> ")
        .arg(tint.name(), ink.name(), points(11.5),
             text.toHtmlEscaped().replace(QLatin1Char(' '), QStringLiteral("&nbsp;")));
}

QString Html::muted(const QString& text) const
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(m_tokens.muted.name(), text.toHtmlEscaped());
}

QString Html::paragraph(const QString& html) const
{
    return QStringLiteral("<p style=\"margin:1px 0\">%1</p>").arg(html);
}

QString Html::link(const QString& target, const QString& shown) const
{
    return QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:underline\">%3</a>")
        .arg(target.toHtmlEscaped(), m_tokens.text.name(), shown.toHtmlEscaped());
}

QString Html::codeLink(std::optional<CodeSystem> system, const std::string& compact, const QString& shown) const
{
    return link(QStringLiteral("code:%1:%2").arg(system ? qs(toString(*system)) : QString(), qs(compact)), shown);
}

QString Html::noted(const std::string& text) const
{
    QString html;
    std::size_t at = 0;
    for (auto code : app::codesIn(text)) {
        // "E08.-": the dash says that more follows; it belongs to the link.
        if (code.end < text.size() && text[code.end] == '-' && text[code.end - 1] == '.') ++code.end;
        html += qs(text.substr(at, code.begin - at)).toHtmlEscaped();
        html += codeLink(CodeSystem::icd10cm, code.code, qs(text.substr(code.begin, code.end - code.begin)));
        at = code.end;
    }
    html += qs(text.substr(at)).toHtmlEscaped();
    return html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString Html::rows(const std::vector<std::pair<QString, QString>>& rows) const
{
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"0\">");
    for (const auto& [left, right] : rows)
        html += QStringLiteral("<tr><td style=\"padding:1px 10px 1px 0;white-space:nowrap\">%1</td>"
                               "<td style=\"padding:1px 0\">%2</td></tr>")
                    .arg(left, right);
    return html + QStringLiteral("</table>");
}

QString trailText(const std::vector<IndexEntry>& path)
{
    QStringList parts;
    for (const auto& entry : path) parts.append(qs(entry.term.title));
    return parts.join(QStringLiteral(" \u203a "));
}

QString shownCode(std::optional<CodeSystem> system, const std::string& compact)
{
    return qs(displayCode(system.value_or(CodeSystem::cpt), compact));
}

}  // namespace cw::ui
