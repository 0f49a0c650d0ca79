#include "case_builder.h"
#include "case_defaults.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>

namespace cw::test {

namespace {

std::optional<Provider>* roleOf(Providers& all, std::string_view name)
{
    if (name == "billing") return &all.billing;
    if (name == "rendering") return &all.rendering;
    if (name == "referring") return &all.referring;
    if (name == "supervising") return &all.supervising;
    if (name == "ordering") return &all.ordering;
    if (name == "attending") return &all.attending;
    if (name == "operating") return &all.operating;
    if (name == "facility") return &all.facility;
    return nullptr;
}

}  // namespace

bool CaseBuilder::takeVisit(const CaseKey& key)
{
    auto& all = encounter();
    const auto words = wordsOf(key.value);
    const auto word = [&](std::size_t at) { return at < words.size() && words[at] != "-" ? words[at] : std::string(); };
    if (key.name == "setting" || key.name == "date" || key.name == "discharge" || key.name == "through" ||
        key.name == "today")
        return true;
    if (key.name == "patient") {
        setPerson(key, all.patient);
    } else if (key.name == "subscriber") {
        setPerson(key,
                  all.coverages.front().subscriber.emplace(Person{.lastName = "Quillfeather", .firstName = "Hector"}));
    } else if (key.name == "payer" || key.name == "secondary") {
        setPayer(key);
    } else if (key.name == "adjudication") {
        all.coverages.front().adjudication = key.value;
    } else if (key.name == "place") {
        all.service.placeOfService = word(0);
    } else if (key.name == "tob") {
        all.service.typeOfBill = word(0);
    } else if (key.name == "status") {
        all.service.dischargeStatus = word(0);
    } else if (key.name == "admission") {
        all.service.admissionType = word(0);
        all.service.admissionSource = word(1);
    } else if (key.name == "admitted") {
        all.service.admittedAt =
            key.value == "none" ? std::nullopt : std::optional(mustRead(key, LocalMinute::parse(key.value), key.value));
    } else if (key.name == "discharged") {
        all.service.dischargedAt =
            key.value == "none" ? std::nullopt : std::optional(mustRead(key, LocalMinute::parse(key.value), key.value));
    } else if (key.name == "flags") {
        for (auto& flag : partsOf(key.value)) all.claim.flags.push_back(std::move(flag));
    } else if (key.name == "conditions" || key.name == "occurrences" || key.name == "values") {
        setUbCodes(key);
    } else if (key.name == "claim") {
        setClaim(key);
    } else if (key.name == "provider") {
        setProvider(key);
    } else {
        return false;
    }
    return true;
}

/// "F 63 last=... zip=..."; sex and age may be left out.
void CaseBuilder::setPerson(const CaseKey& key, Person& person)
{
    const std::map<std::string, std::string*, std::less<>> members{
        {"last", &person.lastName},     {"first", &person.firstName},     {"street", &person.address.line1},
        {"city", &person.address.city}, {"state", &person.address.state}, {"zip", &person.address.postalCode}};
    const auto words = wordsOf(key.value);
    std::size_t place = 0;
    for (const auto& word : words) {
        const auto set = setterOf(word);
        if (set.name == "sex" && set.value == "none") {
            person.sex.reset();
        } else if (set.name == "born") {
            person.birthDate = set.value == "none" ? std::nullopt : std::optional(dateOf(key, set.value));
        } else if (const auto member = members.find(set.name); member != members.end()) {
            *member->second = set.value;
        } else if (set.name.empty() && place == 0) {
            if (word != "F" && word != "M" && word != "U") refuse(key, "F, M or U is expected");
            person.sex = word == "F" ? Sex::female : word == "M" ? Sex::male : Sex::unknown;
            ++place;
        } else if (set.name.empty() && place == 1) {
            person.birthDate = birthOf(key, word, encounter().service.from);
            ++place;
        } else {
            refuse(key, "\"" + word + "\" is not known of a person");
        }
    }
}

/// "MB 15202 member=... group=... relation=child", or "none".
void CaseBuilder::setPayer(const CaseKey& key)
{
    auto& coverages = encounter().coverages;
    if (key.value == "none") return coverages.clear();
    const auto words = wordsOf(key.value);
    if (words.size() < 2) refuse(key, "claim filing code and payer id are expected");
    const auto word = [&](std::size_t at) { return words[at] == "-" ? std::string() : words[at]; };
    const bool isFirst = key.name == "payer";
    auto& coverage = isFirst ? coverages.front() : coverages.emplace_back();
    auto subscriber = std::move(coverage.subscriber);
    auto answer = std::move(coverage.adjudication);
    coverage = coverageBy(word(0), word(1));
    coverage.subscriber = std::move(subscriber);
    coverage.adjudication = std::move(answer);
    if (!isFirst) coverage.rank = CoverageRank::secondary;
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto set = setterOf(words[i]);
        if (set.name == "member")
            coverage.memberId = set.value;
        else if (set.name == "group")
            coverage.groupNumber = set.value;
        else if (set.name == "relation")
            coverage.relationship = set.value == "self"     ? std::optional(Relationship::self)
                                    : set.value == "spouse" ? std::optional(Relationship::spouse)
                                    : set.value == "child"  ? std::optional(Relationship::child)
                                    : set.value == "other"  ? std::optional(Relationship::other)
                                                            : std::nullopt;
        else
            refuse(key, "\"" + words[i] + "\" is not known of a payer");
    }
}

void CaseBuilder::setUbCodes(const CaseKey& key)
{
    auto& text = encounter().claim.institutional;
    auto codes = text.empty() ? nlohmann::json::object() : nlohmann::json::parse(text);
    for (const auto& part : partsOf(key.value)) {
        const auto words = wordsOf(part);
        nlohmann::json one{{"code", words.front()}};
        if (words.size() > 1) one[key.name == "values" ? "amount" : "date"] = words[1];
        codes[key.name].push_back(std::move(one));
    }
    text = codes.dump();
}

void CaseBuilder::setProvider(const CaseKey& key)
{
    const auto words = wordsOf(key.value);
    auto* role = words.size() < 2 ? nullptr : roleOf(encounter().providers, words[0]);
    if (role == nullptr) refuse(key, "a role and its values are expected");
    if (words[0] == "facility") m_namesFacility = true;
    if (words[1] == "none") {
        role->reset();
        return;
    }
    if (!role->has_value())
        *role = words[0] == "facility" ? serviceFacility() : Provider{.lastName = "Lindqvist", .firstName = "Sanna"};
    auto& provider = **role;
    const std::map<std::string, std::string*, std::less<>> members{{"npi", &provider.npi},
                                                                   {"taxonomy", &provider.taxonomy},
                                                                   {"last", &provider.lastName},
                                                                   {"first", &provider.firstName},
                                                                   {"org", &provider.organization},
                                                                   {"taxid", &provider.taxId},
                                                                   {"taxidtype", &provider.taxIdType},
                                                                   {"street", &provider.address.line1},
                                                                   {"city", &provider.address.city},
                                                                   {"state", &provider.address.state},
                                                                   {"zip", &provider.address.postalCode}};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto set = setterOf(words[i]);
        const auto member = members.find(set.name);
        if (member == members.end()) refuse(key, "\"" + words[i] + "\" is not known of a provider");
        *member->second = set.value;
    }
}

void CaseBuilder::setClaim(const CaseKey& key)
{
    auto& claim = encounter().claim;
    const auto dateOr = [&key](const std::string& text) {
        return text == "none" ? std::optional<Date>() : std::optional(dateOf(key, text));
    };
    const auto text = [](std::string& member) {
        return [&member](const std::string& value) { member = value == "none" ? "" : value; };
    };
    const std::map<std::string, std::function<void(const std::string&)>, std::less<>> members{
        {"frequency", text(claim.frequencyCode)},
        {"original", text(claim.originalReferenceNumber)},
        {"auth", text(claim.priorAuthorization)},
        {"referral", text(claim.referralNumber)},
        {"clia", text(claim.cliaNumber)},
        {"note", text(claim.note)},
        {"assignment", text(claim.acceptAssignment)},
        {"benefits", text(claim.benefitsAssigned)},
        {"release", text(claim.releaseOfInformation)},
        {"number", text(encounter().encounterId)},
        {"state", text(claim.accident.state)},
        {"paid", [&](const std::string& value) { claim.patientPaid = moneyOf(key, value); }},
        {"signature", [&](const std::string& value) { claim.signatureOnFile = yesNo(key, value); }},
        {"onset", [&](const std::string& value) { claim.onsetDate = dateOr(value); }},
        {"lmp", [&](const std::string& value) { claim.lastMenstrualPeriod = dateOr(value); }},
        {"accidentdate", [&](const std::string& value) { claim.accident.date = dateOr(value); }},
        {"accident",
         [&](const std::string& value) {
             (value == "auto"         ? claim.accident.automobile
              : value == "employment" ? claim.accident.employment
                                      : claim.accident.other) = true;
         }},
        {"hospitalized", [&](const std::string& value) {
             m_namesHospital = true;
             const auto dots = value.find("..");
             claim.hospitalizedFrom = dateOr(value.substr(0, dots));
             if (dots != std::string::npos) claim.hospitalizedTo = dateOr(value.substr(dots + 2));
         }}};
    for (const auto& word : wordsOf(key.value)) {
        const auto set = setterOf(word);
        const auto member = members.find(set.name);
        if (member == members.end()) refuse(key, "\"" + word + "\" is not known of a claim");
        member->second(set.value);
    }
}

}  // namespace cw::test
