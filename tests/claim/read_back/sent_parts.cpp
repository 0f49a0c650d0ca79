#include "tests/claim/read_back/sent_parts.h"

#include "base/text.h"
#include "codeset/codes.h"
#include "tests/claim/read_back/values.h"

#include <algorithm>
#include <utility>

namespace cw::read_back {

SentParts::SentParts(const TradingPartner& partner)
    : m_signs(partner.delimiters, partner.characters == CharacterSet::extended)
{}

std::string SentParts::text(std::string_view value) const
{
    std::vector<x12::Replacement> replaced;
    return x12::toSendable(value, replaced, m_signs);
}

std::string SentParts::digits(std::string_view value)
{
    std::string out;
    for (const char c : text::trim(value))
        if (std::string_view("()-. +/").find(c) == std::string_view::npos) out += c;
    return out;
}

void SentParts::address(Address& address) const
{
    address.line1 = text(address.line1);
    address.line2 = text(address.line2);
    address.city = text(address.city);
    address.state = text(address.state);
    address.postalCode = digits(address.postalCode);
    address.foreign.clear();
}

void SentParts::person(Person& person) const
{
    for (auto* name : {&person.lastName, &person.firstName, &person.middleName, &person.suffix}) *name = text(*name);
    address(person.address);
    person.phone.clear();
    person.foreign.clear();
}

void SentParts::coverage(Coverage& coverage, bool billed) const
{
    for (auto* value : {&coverage.payer.name, &coverage.payer.payerId, &coverage.payer.claimFilingCode,
                        &coverage.memberId, &coverage.groupNumber, &coverage.groupName, &coverage.insuranceType,
                        &coverage.providerNumber, &coverage.caseNumber})
        *value = text(*value);
    address(coverage.payer.address);
    coverage.payer.foreign = coverage.foreign = coverage.adjudication = {};
    if (!coverage.groupNumber.empty()) coverage.groupName.clear();
    if (!billed) coverage.providerNumber = coverage.caseNumber = {};
    if (coverage.relationship == Relationship::self) coverage.subscriber.reset();
    if (!coverage.subscriber) return;
    auto& subscriber = *coverage.subscriber;
    person(subscriber);
    subscriber.mrn.clear();
    subscriber.birthDate.reset();
    subscriber.sex.reset();
    if (billed) subscriber.address = {};
}

void SentParts::diagnosis(Diagnosis& diagnosis) const
{
    if (const auto code = Icd10CmCode::parse(diagnosis.code.text)) diagnosis.code.text = code->compact();
    diagnosis.evidence.clear();
    diagnosis.foreign.clear();
}

void SentParts::references(std::vector<QualifiedReference>& references, std::string_view kinds) const
{
    const auto wanted = text::split(kinds, ' ');
    std::erase_if(references, [&](const auto& one) {
        return text(one.value).empty() ||
               (!kinds.empty() && std::find(wanted.begin(), wanted.end(), one.qualifier) == wanted.end());
    });
    for (auto& one : references) one.value = text(one.value);
    sortByQualifier(references);
}

void SentParts::dates(std::vector<QualifiedDate>& dates) const
{
    // Only a span (314) keeps its last day when it is the first.
    for (auto& date : dates)
        if (date.last == date.first && date.qualifier != "314") date.last.reset();
}

Provider SentParts::provider(const Provider& provider, Carries carries) const
{
    Provider out;
    out.npi = text(provider.npi);
    out.organization = text(provider.organization);
    if (!provider.isOrganization())
        for (auto name : {&Provider::lastName, &Provider::firstName, &Provider::middleName, &Provider::suffix})
            out.*name = text(provider.*name);
    if (carries.taxonomy) out.taxonomy = text(provider.taxonomy);
    if (carries.address) out.address = provider.address, address(out.address);
    out.references = provider.references;
    if (carries.references.empty()) out.references.clear();
    references(out.references, carries.references);
    return out;
}

namespace {

bool isSame(const std::optional<Provider>& a, const std::optional<Provider>& b)
{
    return a && b && !text::trim(a->npi).empty() && text::trim(a->npi) == text::trim(b->npi);
}

/// Codes without a meaning of their own (837 facts, section 9): unlisted ones end in 99, and the unclassified drugs.
bool isUnlisted(std::string_view code)
{
    return code.ends_with("99") || code == "J3490" || code == "J3590";
}

bool isOtherPlace(const Providers& providers)
{
    const auto& facility = *providers.facility;
    const auto& billing = providers.billing->address;
    const auto same = [](const std::string& a, const std::string& b) {
        return text::upperAscii(text::trim(a)) == text::upperAscii(text::trim(b));
    };
    const bool here = same(facility.address.line1, billing.line1) && same(facility.address.line2, billing.line2) &&
                      same(facility.address.city, billing.city) && same(facility.address.state, billing.state);
    return !here || (!facility.npi.empty() && !isSame(providers.facility, providers.billing));
}

}  // namespace

void SentParts::providers(Encounter& encounter, bool institutional) const
{
    auto& all = encounter.providers;
    const auto before = all;
    const auto billing = *all.billing;
    all.billing =
        provider(billing, {.taxonomy = true, .address = true, .references = institutional ? "LU" : "0B 1G LU"});
    all.billing->taxId = digits(billing.taxId);
    all.billing->taxIdType = billing.taxIdType;
    if (!billing.contactName.empty() && !billing.phone.empty())
        all.billing->contactName = text(billing.contactName), all.billing->phone = digits(billing.phone);
    if (all.payTo) all.payTo = provider({.address = all.payTo->address}, {.address = true});
    const auto& fixed = institutional ? before.attending : before.billing;
    if (all.rendering && isSame(all.rendering, fixed)) all.rendering.reset();
    if (institutional && all.referring && isSame(all.referring, before.attending)) all.referring.reset();
    if (all.facility && (!isOtherPlace(before) || (!institutional && encounter.service.placeOfService == "12")))
        all.facility.reset();
    const auto keep = [this](std::optional<Provider>& one, Carries carries) {
        if (one) one = provider(*one, carries);
    };
    keep(all.rendering, {.taxonomy = !institutional, .references = "0B 1G G2 LU"});
    keep(all.referring, {.references = "0B 1G G2"});
    keep(all.secondReferring, {.references = "0B 1G G2"});
    keep(all.supervising, {.references = "0B 1G G2 LU"});
    keep(all.facility, {.address = true, .references = "0B G2 LU"});
    keep(all.attending, {.taxonomy = true, .references = "0B 1G G2 LU"});
    keep(all.operating, {.references = "0B 1G G2 LU"});
    keep(all.otherOperating, {.references = "0B 1G G2 LU"});
    all.ordering.reset();  // On every line now.
}

void SentParts::lineProviders(const Encounter& encounter, ProcedureLine& line, bool institutional) const
{
    const auto& claims = encounter.providers;
    auto& own = line.details.providers;
    const auto find = [&own](std::string_view role) -> std::optional<Provider> {
        for (const auto& one : own)
            if (one.role == role) return one.provider;
        return {};
    };
    if (!institutional && claims.ordering && !find("ordering")) own.push_back({"ordering", *claims.ordering});
    const auto claimsRendering = claims.rendering || institutional ? claims.rendering : claims.billing;
    const auto rendering = find("rendering") ? find("rendering") : claimsRendering;
    std::erase_if(own, [&](const LineProvider& one) {
        if (one.role == "rendering") return isSame(one.provider, claimsRendering);
        if (one.role == "ordering") return isSame(one.provider, rendering);
        if (one.role == "supervising") return isSame(one.provider, claims.supervising);
        if (one.role == "facility")
            return isSame(one.provider, claims.facility) && one.provider.address == claims.facility->address;
        if (one.role == "operating") return isSame(one.provider, claims.operating);
        if (one.role == "other_operating") return isSame(one.provider, claims.otherOperating);
        if (one.role == "second_referring") return isSame(one.provider, claims.secondReferring);
        return one.role == "referring" && isSame(one.provider, claims.referring);
    });
    for (auto& one : own) {
        Carries carries{.references = "0B 1G G2"};
        if (one.role == "rendering") carries.taxonomy = !institutional;
        if (one.role == "rendering" || one.role == "supervising" || one.role.ends_with("operating"))
            carries.references = "0B 1G G2 LU";
        if (one.role == "facility") carries.references = "G2 LU";
        carries.address = one.role == "facility" || one.role == "ordering";
        one.provider = provider(one.provider, carries);
        // Loop 2420B has no name.
        if (one.role == "purchased") one.provider = {.npi = one.provider.npi, .references = one.provider.references};
    }
}

void SentParts::line(const Encounter& encounter, ProcedureLine& line, bool institutional) const
{
    auto& details = line.details;
    line.evidence.clear();
    line.foreign.clear();
    line.code.text = text(line.code.text);
    for (auto& modifier : line.modifiers) modifier = text(modifier);
    for (auto* value : {&line.note, &details.description, &details.prescriptionNumber}) *value = text(*value);
    if (details.description.empty() && isUnlisted(line.code.text)) details.description = std::exchange(line.note, {});
    references(details.references, {});
    for (auto& note : details.notes) note.text = text(note.text);
    for (auto& one : details.paperwork) one.controlNumber = text(one.controlNumber);
    if (details.purchased) details.purchased->providerNumber = text(details.purchased->providerNumber);
    if (line.ndc) line.ndc->code = digits(line.ndc->code), line.ndc->foreign.clear();
    if (line.serviceFrom && !line.serviceTo) line.serviceTo = line.serviceFrom;
    lineProviders(encounter, line, institutional);
    if (!institutional) {
        line.placeOfService = text::trim(encounter.placeOf(line));
        line.revenueCode.clear();
        details.nonCovered.reset();
        return;
    }
    line.placeOfService.clear();
    line.pointers.clear();
    line.brokenPointers.clear();
    line.note.clear();
    details.isEmergency = details.isEpsdt = details.isFamilyPlanning = false;
    details.purchased.reset();
    if (details.nonCovered == Money{}) details.nonCovered.reset();
    if (line.system == CodeSystem::icd10pcs) {
        line = {
            .system = line.system, .code = line.code, .serviceFrom = line.serviceFrom, .serviceTo = line.serviceFrom};
        return;
    }
    if (line.revenueCode >= "0100" && line.revenueCode <= "0219" && line.unitBasis == "UN") line.unitBasis = "DA";
    if (encounter.setting == Setting::inpatient)
        line.serviceFrom = line.serviceTo = {};
    else if (!line.serviceFrom)
        line.serviceFrom = line.serviceTo = encounter.service.from;
}

void SentParts::lines(Encounter& encounter, bool institutional) const
{
    auto lines = encounter.procedures;
    for (auto& one : lines) line(encounter, one, institutional);
    encounter.procedures = std::move(lines);
}

}  // namespace cw::read_back
