#pragma once

#include "ui/codes/details_load.h"
#include "ui/theme/theme.h"

#include <QString>

namespace cw::ui {

/// Pieces of rich text in the theme's colours. Everything that comes from a table is escaped here.
class Html {
public:
    Html(const Tokens& tokens, double scale) : m_tokens(tokens), m_scale(scale) {}
    QString heading(const QString& text) const;  ///< Of a section: small and muted, with space above.
    QString headingHtml(const QString& html) const;
    QString chip(const QString& text, const QColor& ink, const QColor& tint) const;
    QString muted(const QString& text) const;
    QString paragraph(const QString& html) const;
    /// "code:icd10cm:E1122": underlined text that can be followed.
    QString codeLink(std::optional<CodeSystem> system, const std::string& compact, const QString& shown) const;
    QString link(const QString& target, const QString& shown) const;
    /// A text of the books; codes in it are links.
    QString noted(const std::string& text) const;
    /// Two columns: links and what they say.
    QString rows(const std::vector<std::pair<QString, QString>>& rows) const;
    QString points(double pixels) const;
    const Tokens& tokens() const { return m_tokens; }

private:
    Tokens m_tokens;
    double m_scale;
};

/// The pane's content.
QString detailsHtml(const DetailsPage& page, const Tokens& tokens, double scale);

/// Parts of it.
QString notesHtml(const Html& html, const std::vector<NotesAtLevel>& levels);
QString factsHtml(const Html& html, const std::vector<CodeFact>& facts);
QString pcsHtml(const Html& html, const app::PcsStep& step);

/// "Diabetes, diabetic > type 2 > with": the terms above and the term.
QString trailText(const std::vector<IndexEntry>& path);
/// What to show a code as where its system is not known: with the dot when it looks like ICD-10-CM.
QString shownCode(std::optional<CodeSystem> system, const std::string& compact);

}  // namespace cw::ui
