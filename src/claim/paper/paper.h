#pragma once

#include "base/progress.h"
#include "claim/claim_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::paper {

/// A value in its place on a form: column and row of the printing grid (10 characters and 6 lines an inch), both from 1.
struct Print {
    std::string_view box;  ///< "1a", "24D", "FL 42"
    int row = 0, column = 0;
    int width = 0;  ///< Characters that fit.
    std::string text;
};

struct Page {
    std::size_t claim = 0;  ///< Index in the request.
    int number = 1, of = 1;
    std::vector<Print> prints;
};

/// A value that did not fit its box, or characters that paper does not take: "V-1001 box 26: claim number has 20 characters, 14 fit". Numbers
/// and codes are never cut: such a claim is refused. Names and free text are cut and told.
struct Pages {
    std::vector<Page> pages;
    std::vector<RefusedClaim> refused;
    std::vector<std::string> replacements;
};

/// CMS-1500 (02/12): six lines a form, further full forms for more. UB-04 (CMS-1450): 22 lines a form, the total on the last.
/// `claims` by setting; others are refused (CLAIM-500). See claim_fields.h and docs/forms.md for what stands where.
Pages layOut1500(const std::vector<Claim>& claims, Date day);
Pages layOutUb04(const std::vector<Claim>& claims, Date day);

struct Offsets {
    double millimetresRight = 0;  ///< -20 to 20.
    double millimetresDown = 0;
};

enum class Background {
    none,
    labels
};  ///< Data only, for the printed form; or boxes and labels of our own drawing, to read.

/// PDF of Letter pages, Courier 10 pitch, text that can be searched and copied.
Result<std::string> drawPdf(ClaimForm form, const Pages& pages, Background background, const Offsets& offsets);
/// A page with a ruler and marks at the corners of known boxes, to find the offsets of a printer.
Result<std::string> calibrationPdf(ClaimForm form, const Offsets& offsets);

/// One PDF with all claims, as write837() answers.
Result<ClaimFile> writePaper(const ClaimFileRequest& request, Background background, const Offsets& offsets,
                             const Progress& progress = {});

/// The box table that the layouts print by, and a test walks.
struct Box {
    std::string_view box;
    std::string_view label;  ///< Our wording.
    int row = 0, column = 0, width = 0;
    int rowsBetween = 0, repeats = 1;  ///< Line boxes.
    std::string_view pointer;          ///< ClaimField::pointer; empty: computed, said in `source`.
    std::string_view source;           ///< 837 place: "2010BA NM109".
};
const std::vector<Box>& boxes1500();
const std::vector<Box>& boxesUb04();

}  // namespace cw::paper
