#include "base/text.h"
#include "edits/rule_families.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// A value of the encounter and the X12 element it is sent in.
struct Element {
    std::string at;
    std::string_view value;
    std::size_t shortest;
    std::size_t longest;
    bool identifier;  ///< Sent as it is; names and free text are rewritten by the claim file's declared rule.
    Field field;
    ProcedureId line = {};
};

using Elements = std::vector<Element>;

void addText(Elements& out, std::string at, std::string_view value, std::size_t longest, Field field,
             std::size_t shortest = 1)
{
    out.push_back({std::move(at), value, shortest, longest, false, field});
}

void addIdentifier(Elements& out, std::string at, std::string_view value, std::size_t longest, Field field,
                   std::size_t shortest = 1)
{
    out.push_back({std::move(at), value, shortest, longest, true, field});
}

void addAddress(Elements& out, const std::string& path, const Address& address, Field field)
{
    addText(out, path + "/address/line1", address.line1, 55, field);
    addText(out, path + "/address/line2", address.line2, 55, field);
    addText(out, path + "/address/city", address.city, 30, field, 2);
    addIdentifier(out, path + "/address/state", address.state, 2, field, 2);
    addIdentifier(out, path + "/address/postal_code", address.postalCode, 15, field, 3);
}

template <class Named>
void addName(Elements& out, const std::string& path, const Named& person, Field field)
{
    addText(out, path + "/last_name", person.lastName, 60, field);
    addText(out, path + "/first_name", person.firstName, 35, field);
    addText(out, path + "/middle_name", person.middleName, 25, field);
    addText(out, path + "/suffix", person.suffix, 10, field);
}

void addProviders(Elements& out, const Encounter& encounter)
{
    for (const auto& [member, provider] : presentProviders(encounter)) {
        const auto path = fmt::format("/providers/{}", member);
        addText(out, path + "/organization", provider->organization, 60, Field::provider);
        addName(out, path, *provider, Field::provider);
        addIdentifier(out, path + "/taxonomy", provider->taxonomy, 10, Field::provider, 10);
        addAddress(out, path, provider->address, Field::provider);
        addText(out, path + "/contact_name", provider->contactName, 60, Field::provider);
    }
}

void addCoverage(Elements& out, const Encounter& encounter)
{
    const auto primary = primaryCoverage(encounter);
    if (!primary) return;
    const auto& coverage = *primary->coverage;
    const auto path = [&primary](const char* member) { return coveragePath(primary->index, member); };
    addText(out, path("payer/name"), coverage.payer.name, 60, Field::coverage);
    addIdentifier(out, path("payer/payer_id"), coverage.payer.payerId, 80, Field::coverage, 2);
    addAddress(out, path("payer"), coverage.payer.address, Field::coverage);
    addIdentifier(out, path("member_id"), coverage.memberId, 80, Field::coverage, 2);
    addIdentifier(out, path("group_number"), coverage.groupNumber, 50, Field::coverage);
    addText(out, path("group_name"), coverage.groupName, 60, Field::coverage);
    if (const Person* subscriber = otherSubscriber(encounter)) {
        addName(out, path("subscriber"), *subscriber, Field::subscriber);
        addAddress(out, path("subscriber"), subscriber->address, Field::subscriber);
    }
}

/// What goes into the claim file as text, with the lengths of 837-facts (NM1, N3, N4, REF, SBR, NTE, SV101-7, PER).
Elements elementsOf(const Encounter& encounter)
{
    Elements out;
    addIdentifier(out, "/encounter_id", encounter.encounterId, std::string::npos, Field::claim);  // Length: PF-20.
    addName(out, "/patient", encounter.patient, Field::patient);
    addAddress(out, "/patient", encounter.patient.address, Field::patient);
    addCoverage(out, encounter);
    addProviders(out, encounter);
    const auto& claim = encounter.claim;
    addIdentifier(out, "/claim/prior_authorization", claim.priorAuthorization, 50, Field::claim);
    addIdentifier(out, "/claim/referral_number", claim.referralNumber, 50, Field::claim);
    addIdentifier(out, "/claim/clia_number", claim.cliaNumber, 50, Field::claim);
    addIdentifier(out, "/claim/original_reference_number", claim.originalReferenceNumber, 50, Field::claim);
    addText(out, "/claim/note", claim.note, 80, Field::claim);
    for (std::size_t i = 0; i < encounter.procedures.size(); ++i) {
        addText(out, linePath(i, "note"), encounter.procedures[i].note, 80, Field::procedureCode);
        out.back().line = encounter.procedures[i].id;
    }
    return out;
}

/// Characters, not bytes.
std::size_t length(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Printable ASCII without the delimiters of the file.
bool isSendable(char c)
{
    return c >= ' ' && c <= '~' && std::string_view("~*:^").find(c) == std::string_view::npos;
}

/// "/providers/billing/address/line1" as "providers billing address line1", the one way to name any member.
std::string memberName(std::string_view at)
{
    std::string name(at.substr(1));
    std::replace(name.begin(), name.end(), '/', ' ');
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

}  // namespace

/// PF-21, identifiers: a delimiter cannot be sent, and replacing it would send another identifier. Envelope numbers are
/// made by the claim file's writer, which counts them.
void checkIdentifierCharacters(RuleRun& run)
{
    for (const auto& element : elementsOf(run.encounter())) {
        if (!element.identifier || std::all_of(element.value.begin(), element.value.end(), isSendable)) continue;
        run.report({.at = {element.at},
                    .message = fmt::format("The value of {} holds a character that no identifier may hold (~ * : ^, "
                                           "control and non-English characters).",
                                           memberName(element.at)),
                    .fix = "Enter the identifier as it was issued, without that character.",
                    .field = element.field});
    }
}

/// PF-26 (ours): a value that is too long or too short for its element. Nothing is cut in silence.
void checkElementSizes(RuleRun& run)
{
    for (const auto& element : elementsOf(run.encounter())) {
        const auto size = length(text::trim(element.value));
        if (size == 0 || (size >= element.shortest && size <= element.longest)) continue;
        run.report({.at = {element.at},
                    .message = size > element.longest
                                   ? fmt::format("The value of {} has {} characters; the claim file holds {}.",
                                                 memberName(element.at), size, element.longest)
                                   : fmt::format("The value of {} has {} characters; the claim file needs {}.",
                                                 memberName(element.at), size, element.shortest),
                    .fix = "Correct the value, or shorten it in a way the receiver can read.",
                    .field = element.field,
                    .procedure = element.line});
    }
    const auto& billing = run.encounter().providers.billing;
    if (!billing || billing->phone.empty()) return;
    const auto digits =
        std::count_if(billing->phone.begin(), billing->phone.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits == 10) return;
    run.report({.at = {"/providers/billing/phone"},
                .message = "The billing provider's phone number does not have ten digits.",
                .fix = "Enter area code and number, ten digits, without extension.",
                .field = Field::provider});
}

}  // namespace cw::edits
