#include "claim/tables/table_rows.h"

#include "base/text.h"
#include "claim/loops/resubmission.h"

namespace cw::tables {

std::optional<Error> refusalOf(const Claim& claim)
{
    if (!claim.encounter->procedures.empty()) return std::nullopt;
    return Error{ErrorKind::invalidInput, "CLAIM-550",
                 "encounter " + claim.encounter->encounterId + ": the claim has no service line"};
}

std::string_view frequencyOf(const Claim& claim) noexcept
{
    static const Coverage none;
    const auto& encounter = *claim.encounter;
    const auto* coverage = encounter.coverage(claim.billed);
    return loops::frequencyOf({.claim = claim,
                               .encounter = encounter,
                               .coverage = coverage != nullptr ? *coverage : none,
                               .form = electronicForm(encounter.setting),
                               .charges = {},
                               .others = {}});
}

std::string cleanText(std::string_view text)
{
    std::string clean = text::isUtf8(text) ? std::string(text) : text::fromCp1252(text);
    for (char& c : clean) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F) c = ' ';
    }
    for (const std::string_view noCharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (auto at = clean.find(noCharacter); at != std::string::npos; at = clean.find(noCharacter, at))
            clean.replace(at, noCharacter.size(), " ");
    return clean;
}

ClaimInFile entryOf(const ClaimFileRequest& request, std::size_t index, std::string text)
{
    const auto& claim = request.claims[index];
    return {.index = index,
            .encounter = claim.encounter->row,
            .encounterId = claim.encounter->encounterId,
            .claimNumber = claim.number,
            .billed = claim.billed,
            .charges = claim.encounter->totalCharges(),
            .segments = std::move(text)};
}

}  // namespace cw::tables
