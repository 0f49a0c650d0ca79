#include "claim/paper/background.h"
#include "claim/paper/sheet.h"

#include <fmt/format.h>

#include <array>

namespace cw::paper {

namespace {

/// Boxes in all parts of the form.
std::vector<std::string_view> marked(ClaimForm form)
{
    if (form == ClaimForm::cms1500) return {"1a", "2", "9d", "14", "21 A", "24J", "25", "28", "33a"};
    return {"FL 1 PHONE",  "FL 6 FROM", "FL 10", "FL 39 AMOUNT", "FL 47",
            "FL 47 TOTAL", "FL 60",     "FL 67", "FL 76",        "FL 81"};
}

void drawRulers(PdfSheet& sheet)
{
    for (int tenth = 3; tenth <= 82; ++tenth) {
        const double x = tenth * 7.2;
        sheet.line(x, 20, x, tenth % 10 == 0 ? 30 : tenth % 5 == 0 ? 26 : 23, 0.4);
        if (tenth % 10 == 0) sheet.text(Face::helvetica, 6, x - 2, 37, fmt::format("{} in", tenth / 10));
    }
    for (int tenth = 3; tenth <= 107; ++tenth) {
        const double y = tenth * 7.2;
        sheet.line(8, y, tenth % 10 == 0 ? 18 : tenth % 5 == 0 ? 14 : 11, y, 0.4);
        if (tenth % 10 == 0) sheet.text(Face::helvetica, 6, 20, y + 2, fmt::format("{}", tenth / 10));
    }
}

void drawCorners(PdfSheet& sheet, const Grid& grid, const Box& box)
{
    constexpr double arm = 5;
    const double left = grid.x(box.column);
    const double right = left + box.width * Grid::columnWidth;
    const double top = grid.y(box.row);
    const double bottom = top + Grid::rowHeight;
    for (const double y : {top, bottom}) {
        sheet.line(left, y, left + arm, y, 0.6);
        sheet.line(right - arm, y, right, y, 0.6);
    }
    for (const double x : {left, right}) {
        sheet.line(x, top, x, top + 3, 0.6);
        sheet.line(x, bottom - 3, x, bottom, 0.6);
    }
    sheet.text(Face::helvetica, 6, left + 2, bottom - 3.5, std::string(numberOf(box.box)));
}

/// Ten millimetres each way, to read off how far the print is from its box.
void drawCross(PdfSheet& sheet, double x, double y)
{
    constexpr double millimetre = 72 / 25.4;
    sheet.line(x - 10 * millimetre, y, x + 10 * millimetre, y, 0.4);
    sheet.line(x, y - 10 * millimetre, x, y + 10 * millimetre, 0.4);
    for (int i = -10; i <= 10; ++i) {
        const double arm = i % 5 == 0 ? 3 : 1.5;
        sheet.line(x + i * millimetre, y - arm, x + i * millimetre, y + arm, 0.3);
        sheet.line(x - arm, y + i * millimetre, x + arm, y + i * millimetre, 0.3);
    }
}

}  // namespace

Result<std::string> calibrationPdf(ClaimForm form, const Offsets& offsets)
{
    CW_TRY(const auto moved, movedBy(offsets));
    CW_TRY(const auto sheet, PdfSheet::create(fmt::format("{} calibration", displayName(form))));
    const auto grid = gridOf(form);
    sheet->addPage(moved.right, moved.down);
    sheet->ink({});
    drawRulers(*sheet);
    for (const auto name : marked(form)) drawCorners(*sheet, grid, boxOf(boxesOf(form), name));
    drawCross(*sheet, 306, 260);
    const std::array lines = {
        fmt::format("{}: calibration of the printer", displayName(form)),
        fmt::format("Offsets now: {:.1f} mm to the right, {:.1f} mm down", offsets.millimetresRight,
                    offsets.millimetresDown),
        std::string("Print this page on an empty form, in actual size (100 %), and look where the corners fall."),
        std::string("They stand too far left or high: raise the offset by so many millimetres; else lower it."),
        std::string("The cross shows millimetres. Print again until the corners lie in their boxes."),
    };
    double baseline = 342;
    for (const auto& line : lines) {
        sheet->text(Face::helvetica, 9, 120, baseline, line);
        baseline += 13;
    }
    return sheet->bytes();
}

}  // namespace cw::paper
