#include "base/text.h"
#include "claim/paper/background.h"
#include "claim/paper/sheet.h"

#include <fmt/format.h>

namespace cw::paper {

namespace {

constexpr double pointsPerMillimetre = 72 / 25.4;
constexpr double furthest = 20;  ///< Millimetres.

Status checkOffsets(const Offsets& offsets)
{
    for (const double way : {offsets.millimetresRight, offsets.millimetresDown})
        if (!(way >= -furthest && way <= furthest))
            return Error{ErrorKind::invalidInput, "CLAIM-528", "print is moved by at most 20 mm"};
    return {};
}

/// What an offset would push over the edge would be missing without a word.
Status checkOnPage(const Grid& grid, const Print& print, const Moved& moved)
{
    const double left = grid.x(print.column) + moved.right;
    const double right = left + static_cast<double>(print.text.size()) * Grid::columnWidth;
    const double top = grid.y(print.row) + moved.down;
    if (left >= 0 && right <= PdfSheet::width && top >= 0 && top + Grid::rowHeight <= PdfSheet::height) return {};
    return Error{ErrorKind::invalidInput, "CLAIM-529",
                 fmt::format("these offsets move box {} off the page", numberOf(print.box))};
}

void drawPrint(PdfSheet& sheet, const Grid& grid, const Print& print, Background background)
{
    const double bottom = grid.y(print.row) + Grid::rowHeight;
    const double left = grid.x(print.column);
    // Smaller beside labels, in the same pitch.
    if (background == Background::none)
        sheet.text(Face::courier, 12, left, bottom - 3, print.text);
    else
        sheet.text(Face::courier, 8.8, left, bottom - 1.7, print.text, Grid::columnWidth - 8.8 * 0.6);
}

}  // namespace

Result<Moved> movedBy(const Offsets& offsets)
{
    CW_CHECK(checkOffsets(offsets));
    return Moved{offsets.millimetresRight * pointsPerMillimetre, offsets.millimetresDown * pointsPerMillimetre};
}

Result<std::string> drawPdf(ClaimForm form, const Pages& pages, Background background, const Offsets& offsets)
{
    if (pages.pages.empty()) return std::string();
    CW_TRY(const auto moved, movedBy(offsets));
    CW_TRY(const auto sheet, PdfSheet::create(std::string(displayName(form))));
    const auto grid = gridOf(form);
    for (const auto& page : pages.pages) {
        sheet->addPage(moved.right, moved.down);
        if (background == Background::labels)
            drawLabels(*sheet, form, fmt::format("page {} of {}", page.number, page.of));
        sheet->ink({});
        for (const auto& print : page.prints) {
            CW_CHECK(checkOnPage(grid, print, moved));
            drawPrint(*sheet, grid, print, background);
        }
    }
    return sheet->bytes();
}

}  // namespace cw::paper
