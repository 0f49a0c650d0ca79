#include "edits/rules/mce/age_sex_lists.h"
#include "edits/rules/professional/pf_completeness.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

bool isUpperOrDigit(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

void sayUnfit(RuleRun& run, const DiagnosisView& diagnosis, std::string_view list, std::string_view what)
{
    auto finding = findingAt(diagnosis, Severity::warning);
    finding.at.emplace_back("/patient");
    finding.message =
        fmt::format("Advisory: {} is on the Medicare list for {}, and {}.", diagnosis.dotted(), list, what);
    finding.fix = "Check the code and the patient's data.";
    run.report(std::move(finding));
}

bool isLaboratory(std::string_view code) noexcept
{
    static const auto tests = CodePatterns::of("80047-89398, 0001U-0599U, G0027, G0306-G0307, G0328, P2028-P9615");
    return tests.matches(code);
}

bool isOrdered(std::string_view code) noexcept
{
    static const auto ordered =
        CodePatterns::of("70010-79999, 80047-89398, A4206-A9999, E0100-E8002, K0001-K1035, L0112-L9900");
    return ordered.matches(code);
}

bool isCliaNumber(std::string_view number) noexcept
{
    return number.size() == 10 && number[2] == 'D' && std::all_of(number.begin(), number.begin() + 2, isDigit) &&
           std::all_of(number.begin() + 3, number.end(), isDigit);
}

}  // namespace

/// DM-3: a diagnosis that the Medicare lists tie to another age or sex; the lists of sex ended on 2024-09-30.
void checkDiagnosisFitsPatient(RuleRun& run)
{
    const auto& view = run.view();
    if (view.diagnoses.empty()) return;
    const auto mce = run.tables().mce(view.date);
    if (!mce) return run.notChecked("mce", view.date);
    const AgeGroup groups[] = {newbornGroup, pediatricGroup, maternityGroup(view.date), adultGroup};
    const auto sex = view.encounter.patient.sex.value_or(Sex::unknown);
    const bool asksSex = sex != Sex::unknown && view.date < Date::of(2024, 10, 1);
    const bool isBypassed =
        view.institutional.hasCondition("45") ||
        std::any_of(view.lines.begin(), view.lines.end(), [](const LineView& line) { return line.hasModifier("KX"); });
    for (const auto& diagnosis : view.diagnoses) {
        for (const auto& flag : mce->flagsOf(CodeSystem::icd10cm, diagnosis.code)) {
            if (flag.flag == "age" && view.age) {
                const auto* group = std::find_if(std::begin(groups), std::end(groups),
                                                 [&flag](const AgeGroup& one) { return one.flag == flag.value; });
                if (group != std::end(groups) && (*view.age < group->youngest || group->oldest < *view.age))
                    sayUnfit(run, diagnosis, group->name, fmt::format("the patient is {}", *view.age));
            } else if (flag.flag == "sex" && asksSex && !isBypassed &&
                       (flag.value == "female") != (sex == Sex::female)) {
                sayUnfit(run, diagnosis, flag.value == "female" ? "women" : "men", "the patient's sex differs");
            }
        }
    }
}

/// ID-2: an organization where a person acts; a person as the facility; the billing organization's number for a person.
void checkProviderRoles(RuleRun& run)
{
    const auto& billing = run.encounter().providers.billing;
    for (const auto& [member, provider] : presentProviders(run.encounter())) {
        if (member == "billing") continue;
        const bool isFacility = member == "facility";
        const bool isSame = !isFacility && billing && billing->isOrganization() && !provider->npi.empty() &&
                            provider->npi == billing->npi;
        if (provider->isOrganization() == isFacility && !isSame) continue;
        auto finding = findingAt(fmt::format("/providers/{}", member), Field::provider, Severity::warning);
        finding.message = fmt::format("Advisory: the {} provider {}.", member,
                                      isFacility ? "is a person"
                                      : isSame   ? "has the NPI of the organization that bills"
                                                 : "is an organization");
        finding.fix = isFacility ? "Name the organization with its own NPI." : "Name the person with the own NPI.";
        run.report(std::move(finding));
    }
}

/// ID-4: a taxonomy that is not nine letters or digits and an X. Of professional claims PF-26 tells the wrong length.
void checkTaxonomies(RuleRun& run)
{
    const bool isProfessional = run.encounter().setting == Setting::professional;
    for (const auto& [member, provider] : presentProviders(run.encounter())) {
        const std::string_view code = provider->taxonomy;
        if (code.empty() || (isProfessional && code.size() != 10)) continue;
        if (code.size() == 10 && code.back() == 'X' && std::all_of(code.begin(), code.end(), isUpperOrDigit)) continue;
        auto finding = findingAt(fmt::format("/providers/{}/taxonomy", member), Field::provider, Severity::warning);
        finding.message =
            fmt::format("The taxonomy of the {} provider is not nine letters or digits and an X.", member);
        finding.fix = "Enter the ten characters of the taxonomy code, such as 207Q00000X.";
        run.report(std::move(finding));
    }
}

/// ID-6: a laboratory test without a CLIA number, or with one that is none.
void checkClia(RuleRun& run)
{
    const std::string_view number = run.encounter().claim.cliaNumber;
    const bool isNumber = isCliaNumber(number);
    if (isNumber) return;
    const auto& excluded = run.data().list("clia-excluded");
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || !isLaboratory(line.code) || excluded.has(line.code, line.from)) continue;
        auto finding = findingAt(line, Field::claim, Severity::warning);
        finding.at.emplace_back("/claim/clia_number");
        finding.message =
            fmt::format("Advisory: {} is a laboratory test, and the claim has {}.", lineName(line.index, *line.row),
                        number.empty() ? "no CLIA number" : "a CLIA number of another form");
        finding.fix = "Enter the CLIA number of the laboratory, such as 36D0712345.";
        return run.report(std::move(finding));
    }
}

/// ID-9: a laboratory test, imaging or a supply without the provider who ordered it.
void checkOrderingProvider(RuleRun& run)
{
    const auto& providers = run.encounter().providers;
    const auto hasNumber = [](const std::optional<Provider>& provider) { return provider && !provider->npi.empty(); };
    if (hasNumber(providers.ordering) || hasNumber(providers.referring)) return;
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || !isOrdered(line.code)) continue;
        auto finding = findingAt(line, Field::provider, Severity::warning);
        finding.at.emplace_back("/providers/ordering");
        finding.message =
            fmt::format("Advisory: {} is an ordered service, and no ordering or referring provider is named.",
                        lineName(line.index, *line.row));
        finding.fix = "Add the provider who ordered it, with the NPI.";
        return run.report(std::move(finding));
    }
}

}  // namespace cw::edits
