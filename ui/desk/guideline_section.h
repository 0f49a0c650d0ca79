#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace cw::ui {

/// Where a section of the guidelines begins.
struct GuidelinePlace {
    int page = 0;   ///< 0 is the first.
    int begin = 0;  ///< Characters of the page's text: the heading.
    int end = 0;
};

/// The first section that a source names: "ICD-10-CM Official Guidelines FY2026, I.C.4.a.3" gives "I.C.4.a.3"; empty when it
/// names none.
QString sectionIn(const QString& source);
/// Follows the numbering of the headings from the outside in, past the table of contents. A part that cannot be found ends
/// the way at the one above it; nothing when not even the section is there.
std::optional<GuidelinePlace> findSection(const std::vector<QString>& pages, const QString& section);

}  // namespace cw::ui
