#include "claim/paper/background.h"

#include "base/text.h"
#include "claim/paper/sheet.h"

#include <algorithm>

namespace cw::paper {

namespace {

constexpr Ink lineInk{0.55, 0.58, 0.62};
constexpr Ink faintInk{0.86, 0.87, 0.89};
constexpr Ink shadeInk{0.94, 0.945, 0.95};
constexpr Ink labelInk{0.30, 0.33, 0.38};

void drawShade(PdfSheet& sheet, const Grid& grid, ClaimForm form)
{
    sheet.ink(shadeInk);
    const bool is1500 = form == ClaimForm::cms1500;
    const int first = is1500 ? 43 : 19;
    const int last = is1500 ? 55 : 42;
    const double right = is1500 ? 80.5 : 82.9;
    for (int row = first; row < last; row += 2) sheet.fill(grid.x(0.5), grid.y(row), grid.x(right), grid.y(row + 1));
}

/// The six lines of box 24: below each other, with the columns of their header.
void drawServiceLines(PdfSheet& sheet, const Grid& grid)
{
    for (const auto& frame : frames1500()) {
        if (frame.top != 41) continue;
        for (double row = 43; row < 55; row += 2)
            sheet.frame(grid.x(frame.left), grid.y(row), grid.x(frame.right), grid.y(row + 2), 0.5);
    }
}

/// Whether data stands below a caption of this width, so that it has only the strip above.
bool isOverData(const Grid& grid, const Frame& frame, double width, ClaimForm form)
{
    const auto& boxes = boxesOf(form);
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
        return box.row == static_cast<int>(frame.top) && box.column + box.width > frame.left &&
               grid.x(box.column) < grid.x(frame.left) + width + 4;
    });
}

void drawCaption(PdfSheet& sheet, const Grid& grid, const Frame& frame, ClaimForm form)
{
    constexpr double usual = 5.4;
    const std::string caption(frame.caption);
    const bool isLow = isOverData(grid, frame, sheet.widthOf(Face::helvetica, usual, caption), form);
    const double size = isLow ? 3.9 : usual;
    const double room = grid.x(frame.right) - grid.x(frame.left) - 3;
    const double width = sheet.widthOf(Face::helvetica, size, caption);
    const double fitting = width > room ? size * room / width : size;
    sheet.text(Face::helvetica, fitting, grid.x(frame.left) + 2, grid.y(frame.top) + (isLow ? 3.7 : 6.2), caption);
}

/// Words right of a box to tick; above it where the next one is near.
void drawTick(PdfSheet& sheet, const Grid& grid, const Box& box)
{
    const double left = grid.x(box.column);
    const double top = grid.y(box.row);
    sheet.ink(lineInk);
    sheet.frame(left - 0.6, top + 3.2, left + 7.4, top + 11.2, 0.5);
    sheet.ink(labelInk);
    const std::string word(box.label);
    const bool isCrowded = numberOf(box.box) == "25" || numberOf(box.box) == "3" || numberOf(box.box) == "6";
    if (isCrowded)
        sheet.text(Face::helvetica, 4, left - 0.4, top + 1.8, word);
    else
        sheet.text(Face::helvetica, 5, left + 9.4, top + 9.4, word);
}

/// "from", "date", "qual" above a part of a box.
void drawPart(PdfSheet& sheet, const Grid& grid, const Box& box)
{
    const auto blank = box.box.find(' ', box.box.starts_with("FL ") ? 3 : 0);
    if (blank == std::string_view::npos || box.box.starts_with("Payer")) return;
    const auto part = box.box.substr(blank + 1);
    if (box.box.starts_with("21 ") && part.size() == 1)
        return sheet.text(Face::helvetica, 6, grid.x(box.column) - 8, grid.y(box.row) + 10, std::string(part));
    for (const std::string_view named : {"FROM", "TO", "THROUGH", "QUAL", "NUMBER", "ROLE", "ID", "LAST", "FIRST",
                                         "DATE", "AREA", "PHONE", "STATE", "IND"})
        if (part == named && !(box.box.starts_with("24") || box.box.starts_with("5 ") || box.box.starts_with("7 ") ||
                               box.box.starts_with("FL 6 ") || box.box.starts_with("FL 74")))
            sheet.text(Face::helvetica, 3.9, grid.x(box.column), grid.y(box.row) + 3.7, text::lowerAscii(part));
}

void drawTitle(PdfSheet& sheet, const Grid& grid, ClaimForm form, const std::string& page)
{
    const double left = grid.x(0.5);
    if (form == ClaimForm::cms1500) {
        sheet.text(Face::helveticaBold, 13, left, grid.y(3.2), "CMS-1500 (02/12)");
        sheet.text(Face::helvetica, 7.5, left, grid.y(4.2), "Claim data to read: not the form that payers take");
        sheet.text(Face::helvetica, 7.5, left, grid.y(5.0), page);
    } else {
        sheet.text(Face::helvetica, 6, left, grid.y(0.9),
                   "UB-04 (CMS-1450), claim data to read: not the form that payers take, " + page);
    }
}

}  // namespace

void drawLabels(PdfSheet& sheet, ClaimForm form, const std::string& page)
{
    const auto grid = gridOf(form);
    const bool is1500 = form == ClaimForm::cms1500;
    drawShade(sheet, grid, form);
    sheet.ink(lineInk);
    const auto& frames = is1500 ? frames1500() : framesUb04();
    for (const auto& frame : frames)
        sheet.frame(grid.x(frame.left), grid.y(frame.top), grid.x(frame.right), grid.y(frame.bottom), 0.5);
    if (is1500) drawServiceLines(sheet, grid);
    sheet.ink(faintInk);
    if (!is1500)
        for (const double row : {44.0, 45.0, 48.0, 49.0, 52.0, 53.0})
            sheet.line(grid.x(0.6), grid.y(row), grid.x(row < 46 ? 67.4 : 82.8), grid.y(row), 0.4);
    sheet.ink(labelInk);
    for (const auto& frame : frames) drawCaption(sheet, grid, frame, form);
    for (const auto& box : boxesOf(form)) {
        const bool isTick = is1500 && box.width == 1 && box.repeats == 1 &&
                            box.box.find(' ') != std::string_view::npos && box.box != "21 IND";
        if (isTick)
            drawTick(sheet, grid, box);
        else
            drawPart(sheet, grid, box);
    }
    drawTitle(sheet, grid, form, page);
}

}  // namespace cw::paper
