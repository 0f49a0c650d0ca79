#pragma once

#include "claim/paper/frames.h"
#include "claim/paper/pdf_sheet.h"

namespace cw::paper {

/// Offsets in points.
struct Moved {
    double right = 0;
    double down = 0;
};
/// Fails with invalidInput (CLAIM-528) beyond 20 mm.
Result<Moved> movedBy(const Offsets& offsets);

/// Frames and words of the readable version, below the data of one page.
void drawLabels(PdfSheet& sheet, ClaimForm form, const std::string& page);

}  // namespace cw::paper
