#include "claim/paper/form.h"

#include "base/text.h"
#include "claim/loops/resubmission.h"
#include "codeset/codes.h"

#include <fmt/format.h>

namespace cw::paper {

namespace {

std::optional<Error> unfit(ClaimForm form, const Claim& claim)
{
    const auto& encounter = *claim.encounter;
    const auto refuse = [&encounter](std::string_view id, std::string_view why) {
        return Error{ErrorKind::invalidInput, id, fmt::format("{}: {}", encounter.encounterId, why)};
    };
    if (!takes(form, encounter.setting))
        return refuse("CLAIM-500",
                      fmt::format("the {} takes no {} encounter", displayName(form), toString(encounter.setting)));
    if (!encounter.coverage(claim.billed)) return refuse("CLAIM-516", "there is no coverage to bill");
    if (!encounter.providers.billing) return refuse("CLAIM-517", "there is no billing provider");
    return std::nullopt;
}

}  // namespace

Pages layOutAll(ClaimForm form, const std::vector<Box>& boxes, const std::vector<Claim>& claims, Date day,
                LayOutClaim layOut)
{
    Pages pages;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const auto& claim = claims[i];
        const auto& encounter = *claim.encounter;
        if (auto error = unfit(form, claim)) {
            pages.refused.push_back({i, encounter.encounterId, std::move(*error)});
            continue;
        }
        Sheet sheet(boxes, claim, i);
        layOut(sheet, {.claim = claim,
                       .encounter = encounter,
                       .coverage = *encounter.coverage(claim.billed),
                       .billing = *encounter.providers.billing,
                       .day = day});
        sheet.finish(pages);
    }
    return pages;
}

std::string frequencyOf(Sheet& sheet, const Form& form, std::string_view box)
{
    const loops::ClaimToWrite claim{.claim = form.claim,
                                    .encounter = form.encounter,
                                    .coverage = form.coverage,
                                    .form = electronicForm(form.encounter.setting),
                                    .charges = {},
                                    .others = {}};
    const auto frequency = loops::frequencyOf(claim);
    const bool hasNumber = !text::trim(form.encounter.claim.originalReferenceNumber).empty();
    const bool isChange = frequency == "7" || frequency == "8";
    const bool isOriginal = frequency == "1" || (claim.isInstitutional() && !isChange);
    if (isChange && !hasNumber)
        sheet.refuse("CLAIM-512", box, "a replaced or voided claim needs the payer's number of it");
    if (isOriginal && hasNumber && !form.claim.referenceOnOriginal)
        sheet.refuse("CLAIM-513", box, "a first claim goes without the payer's claim number");
    return std::string(frequency);
}

std::string diagnosisCode(Sheet& sheet, std::string_view box, const Diagnosis& diagnosis)
{
    const auto code = Icd10CmCode::parse(diagnosis.code.text);
    if (code) return std::string(code->compact());
    sheet.refuse("CLAIM-510", box, "a diagnosis is not a well-formed ICD-10-CM code");
    return {};
}

std::string drugText(Sheet& sheet, std::string_view box, const ProcedureLine& line)
{
    if (!line.ndc) return {};
    const auto code = without("- ", line.ndc->code);
    if (code.size() != 11 || !text::isDigits(code)) sheet.refuse("CLAIM-515", box, "a drug code has not eleven digits");
    return fmt::format("N4{} {}{}", code, text::upperAscii(text::trim(line.ndc->unit)),
                       quantityText(line.ndc->quantity));
}

std::optional<Phone> phoneFor(Sheet& sheet, std::string_view box, std::string_view text)
{
    auto phone = phoneOf(text);
    if (!phone && !text::trim(text).empty()) sheet.leftOut(box, "the phone number", "it has not ten digits");
    return phone;
}

std::string lineName(std::size_t index)
{
    return fmt::format("line {}", index + 1);
}

}  // namespace cw::paper
