#include "claim/tables/claim_tables.h"
#include "claim/tables/fhir/fhir_claim.h"
#include "claim/tables/table_rows.h"

#include "base/text.h"

#include <algorithm>
#include <iterator>

namespace cw {

namespace {

bool hasCode(const EnteredCode& code)
{
    return !text::trim(code.text).empty();
}

/// FHIR needs a provider, and a code where there is a diagnosis or a procedure.
std::optional<Error> refusalOf(const Claim& claim)
{
    if (auto refusal = tables::refusalOf(claim)) return refusal;
    const auto& encounter = *claim.encounter;
    const auto refuse = [&encounter](std::string_view id, std::string_view why) {
        return Error{ErrorKind::invalidInput, id, "encounter " + encounter.encounterId + ": " + std::string(why)};
    };
    if (encounter.coverage(claim.billed) == nullptr) return refuse("CLAIM-556", "the billed coverage is not there");
    if (!encounter.providers.billing) return refuse("CLAIM-557", "there is no billing provider");
    if (!std::all_of(encounter.diagnoses.begin(), encounter.diagnoses.end(),
                     [](const Diagnosis& diagnosis) { return hasCode(diagnosis.code); }))
        return refuse("CLAIM-558", "a diagnosis has no code");
    if (std::any_of(encounter.procedures.begin(), encounter.procedures.end(),
                    [](const ProcedureLine& line) { return fhir_out::isProcedure(line) && !hasCode(line.code); }))
        return refuse("CLAIM-559", "an ICD-10-PCS procedure has no code");
    return std::nullopt;
}

}  // namespace

Result<ClaimFile> writeFhirClaims(const ClaimFileRequest& request, const Progress& progress)
{
    ClaimFile file;
    fhir_out::Entries entries;
    for (std::size_t index = 0; index < request.claims.size(); ++index) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "CLAIM-555", "cancelled"};
        if (index % 1000 == 0)
            progress.report(static_cast<std::int64_t>(index), static_cast<std::int64_t>(request.claims.size()),
                            "Writing claims");
        const auto& claim = request.claims[index];
        if (auto refusal = refusalOf(claim)) {
            file.refused.push_back({index, claim.encounter->encounterId, std::move(*refusal)});
            continue;
        }
        const auto resource = fhir_out::claimResource(claim, request.day, entries);
        const auto key = "claim " + claim.encounter->providers.billing->npi + " " + claim.number;
        auto told = fhir_out::unsent(claim);
        std::move(told.begin(), told.end(), std::back_inserter(file.replacements));
        file.claims.push_back(tables::entryOf(request, index, entries.addNamed(key, resource)));
    }
    if (!file.claims.empty()) file.bytes = entries.bundle();
    return file;
}

}  // namespace cw
