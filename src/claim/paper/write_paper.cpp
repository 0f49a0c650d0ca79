#include "base/text.h"
#include "claim/loops/claim_to_write.h"
#include "claim/paper/frames.h"
#include "claim/paper/sheet.h"

#include <fmt/format.h>

namespace cw::paper {

namespace {

/// "24D/1": the number of a box with the line of the claim.
std::string placeOf(const Box& box, const Print& print, int linesBefore)
{
    std::string place(numberOf(print.box));
    if (box.repeats > 1) place += fmt::format("/{}", lineAt(box, print.row) + linesBefore + 1);
    return place;
}

/// What stands behind a tick: "YES" of "27 YES".
std::string wordOf(const Print& print)
{
    const auto blank = print.box.find(' ');
    const bool isTick = print.text == "X" && print.width == 1 && blank != std::string_view::npos;
    return isTick ? std::string(print.box.substr(blank + 1)) : std::string(text::trim(print.text));
}

bool isServiceBox(std::string_view number)
{
    return number.starts_with("24") || number == "FL 42" || number == "FL 43" || number == "FL 44" ||
           number == "FL 45" || number == "FL 46" || number == "FL 47" || number == "FL 48";
}

/// A line of text for each box, its parts side by side.
std::string asText(const std::vector<Box>& boxes, const Page& page, int linesAForm)
{
    std::string out;
    if (page.of > 1) out += fmt::format("page {} of {}\n", page.number, page.of);
    std::string last;
    for (const auto& print : page.prints) {
        const auto& box = boxOf(boxes, print.box);
        const int before = isServiceBox(numberOf(print.box)) ? (page.number - 1) * linesAForm : 0;
        auto place = placeOf(box, print, before);
        if (place == last) {
            out.insert(out.size() - 1, " " + wordOf(print));
            continue;
        }
        out += place + " " + wordOf(print) + "\n";
        last = std::move(place);
    }
    return out;
}

Money chargesOf(const Claim& claim, ClaimForm form)
{
    return form == ClaimForm::ub04 ? loops::serviceCharges(*claim.encounter) : claim.encounter->totalCharges();
}

std::vector<ClaimInFile> claimsOf(const ClaimFileRequest& request, const Pages& pages)
{
    std::vector<ClaimInFile> claims;
    for (const auto& page : pages.pages) {
        if (claims.empty() || claims.back().index != page.claim) {
            const auto& claim = request.claims.at(page.claim);
            claims.push_back({.index = page.claim,
                              .encounter = claim.encounter->row,
                              .encounterId = claim.encounter->encounterId,
                              .claimNumber = claim.number,
                              .billed = claim.billed,
                              .charges = chargesOf(claim, request.form),
                              .segments = {}});
        }
        claims.back().segments += asText(boxesOf(request.form), page, request.form == ClaimForm::ub04 ? 22 : 6);
    }
    return claims;
}

}  // namespace

Result<ClaimFile> writePaper(const ClaimFileRequest& request, Background background, const Offsets& offsets,
                             const Progress& progress)
{
    if (request.form != ClaimForm::cms1500 && request.form != ClaimForm::ub04)
        return Error{ErrorKind::unsupported, "CLAIM-530",
                     fmt::format("{} is no paper form", displayName(request.form))};
    const auto total = static_cast<std::int64_t>(request.claims.size());
    progress.report(0, total, "Filling in forms");
    auto pages = request.form == ClaimForm::ub04 ? layOutUb04(request.claims, request.day)
                                                 : layOut1500(request.claims, request.day);
    if (progress.isCancelled()) return Error{ErrorKind::cancelled, "CLAIM-531", "stopped"};
    ClaimFile file;
    file.claims = claimsOf(request, pages);
    CW_TRY(file.bytes, drawPdf(request.form, pages, background, offsets));
    file.refused = std::move(pages.refused);
    file.replacements = std::move(pages.replacements);
    progress.report(total, total, "Filling in forms");
    return file;
}

}  // namespace cw::paper
