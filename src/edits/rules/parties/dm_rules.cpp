#include "base/text.h"
#include "edits/rule_families.h"
#include "edits/rules/parties/postal.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

constexpr int oldestAge = 124;

/// A person on the claim: how messages name them, and where they stand in the encounter.
struct NamedPerson {
    const Person* person;
    std::string name;  ///< "The patient"
    std::string path;  ///< "/patient"
    Field field;
};

/// The patient, and the subscriber when that is somebody else.
std::vector<NamedPerson> people(const Encounter& encounter)
{
    std::vector<NamedPerson> found{{&encounter.patient, "The patient", "/patient", Field::patient}};
    if (const Person* subscriber = otherSubscriber(encounter))
        found.push_back({subscriber, "The subscriber of the primary coverage",
                         coveragePath(primaryCoverage(encounter)->index, "subscriber"), Field::subscriber});
    return found;
}

bool isBlank(std::string_view text)
{
    return text::trim(text).empty();
}

bool isSamePerson(const Person& one, const Person& other)
{
    return one.birthDate == other.birthDate && text::upperAscii(one.lastName) == text::upperAscii(other.lastName) &&
           text::upperAscii(one.firstName) == text::upperAscii(other.firstName);
}

/// The eleven places of a Medicare Beneficiary Identifier (CMS): 1 a digit but 0, C a letter, X either, N a digit.
/// Letters are those of the alphabet without S, L, O, I, B and Z.
bool isMedicareId(std::string_view id)
{
    constexpr std::string_view form = "1CXNCXNCCNN";
    constexpr std::string_view letters = "ACDEFGHJKMNPQRTUVWXY";
    if (id.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = id[i] >= '0' && id[i] <= '9';
        const bool letter = letters.find(id[i]) != std::string_view::npos;
        const bool fits = form[i] == 'X'   ? digit || letter
                          : form[i] == 'C' ? letter
                                           : digit && (form[i] == 'N' || id[i] != '0');
        if (!fits) return false;
    }
    return true;
}

}  // namespace

/// DM-1: name, birth date and sex of the patient and of a subscriber who is somebody else.
void checkDemographics(RuleRun& run)
{
    for (const auto& [person, name, path, field] : people(run.encounter())) {
        std::vector<std::string> missing;
        Finding finding{.fix = "Complete the record from the registration.", .field = field};
        const auto need = [&missing, &finding, &root = path](bool present, const char* what, const char* member) {
            if (present) return;
            missing.emplace_back(what);
            finding.at.push_back(fmt::format("{}/{}", root, member));
        };
        need(!isBlank(person->lastName), "last name", "last_name");
        need(!isBlank(person->firstName), "first name", "first_name");
        need(person->birthDate.has_value(), "birth date", "birth_date");
        need(person->sex.has_value(), "sex", "sex");
        if (missing.empty()) continue;
        finding.message = fmt::format("{} has no {}.", name, listed(missing));
        run.report(std::move(finding));
    }
    const auto primary = primaryCoverage(run.encounter());
    if (!primary || primary->coverage->subscriber || !primary->coverage->relationship) return;
    if (*primary->coverage->relationship == Relationship::self) return;
    run.report({.at = {coveragePath(primary->index, "subscriber")},
                .message = "The patient is not the subscriber of the primary coverage, and no subscriber is named.",
                .fix = "Enter the subscriber, or set the relationship to self.",
                .field = Field::subscriber});
}

/// DM-2: born after the first day of service, or older than 124 years on it.
void checkBirthDate(RuleRun& run)
{
    const Date service = run.encounter().service.from;
    for (const auto& [person, name, path, field] : people(run.encounter())) {
        if (!person->birthDate) continue;
        const bool unborn = *person->birthDate > service;
        if (!unborn && person->birthDate->ageOn(service) <= oldestAge) continue;
        run.report({.at = {path + "/birth_date"},
                    .message = unborn ? fmt::format("{} is born after the date of service {}.", name, service.iso())
                                      : fmt::format("{} is older than {} years on {}.", name, oldestAge, service.iso()),
                    .fix = "Correct the birth date or the date of service.",
                    .field = field});
    }
}

/// DM-6: relationship `self` with another person as subscriber, or the patient named as somebody else's subscriber.
void checkRelationship(RuleRun& run)
{
    const auto primary = primaryCoverage(run.encounter());
    if (!primary || !primary->coverage->relationship || !primary->coverage->subscriber) return;
    const bool self = *primary->coverage->relationship == Relationship::self;
    if (self == isSamePerson(run.encounter().patient, *primary->coverage->subscriber)) return;
    run.report({.at = {coveragePath(primary->index, "relationship"), coveragePath(primary->index, "subscriber")},
                .message = self ? "Advisory: the relationship is self, but the subscriber differs from the patient."
                                : "Advisory: the relationship is not self, but the subscriber is the patient.",
                .fix = "Correct the relationship or the subscriber.",
                .field = Field::coverage});
}

/// DM-7: a Medicare member id that is not of the form of a Medicare Beneficiary Identifier. An absent one is ID-12.
void checkMedicareId(RuleRun& run)
{
    const auto& coverages = run.encounter().coverages;
    for (std::size_t i = 0; i < coverages.size(); ++i) {
        const auto& filing = coverages[i].payer.claimFilingCode;
        if ((filing != "MA" && filing != "MB") || coverages[i].memberId.empty() || isMedicareId(coverages[i].memberId))
            continue;
        run.report({.at = {coveragePath(i, "member_id")},
                    .message = "The Medicare member id is not of the form of a Medicare Beneficiary Identifier.",
                    .fix = "Enter the eleven characters of the Medicare card without dashes.",
                    .field = Field::coverage});
    }
}

/// DM-8 (ours): an 837 carries the patient's address always, and no checker of files misses it when it is not there. Of
/// a subscriber who is somebody else it may be left out, but not sent in part.
void checkPatientAddress(RuleRun& run)
{
    for (const auto& [person, name, path, field] : people(run.encounter())) {
        if (field == Field::subscriber && person->address.isEmpty()) continue;
        Finding finding{.fix = "Complete the address from the registration.", .field = field};
        std::vector<std::string> phrases;
        for (const auto& problem : homeProblems(person->address)) {
            phrases.push_back(problem.phrase);
            finding.at.push_back(fmt::format("{}/address/{}", path, problem.member));
        }
        if (phrases.empty()) continue;
        finding.message = fmt::format("{}'s address has {}.", name, listed(phrases));
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
