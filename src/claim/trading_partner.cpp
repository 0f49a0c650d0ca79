#include "claim/trading_partner.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace cw {

namespace {

constexpr std::array<std::string_view, 3> kindNames = {"billing", "person", "facility"};
/// ISA05 and ISA07 as the guide's appendix lists them.
constexpr std::string_view interchangeQualifiers = "01 14 20 27 28 29 30 33 ZZ";
constexpr int mostDays = 3650;

/// Collects faults field by field.
class Checker {
public:
    Checker() = default;
    /// Ids and names as this partner's files can carry them.
    explicit Checker(const x12::SendableSigns& signs) : m_signs(signs) {}
    void require(std::string_view field, std::string_view value, std::size_t most)
    {
        if (text::trim(value).empty()) return add(field, "is needed");
        atMost(field, value, most);
    }
    /// A name: signs that cannot be sent become others or blanks, but something must be left.
    void name(std::string_view field, std::string_view value)
    {
        require(field, value, 60);
        std::vector<x12::Replacement> replaced;
        if (!text::trim(value).empty() && x12::toSendable(value, replaced, m_signs).empty())
            add(field, "has no character that can be sent");
    }
    void atMost(std::string_view field, std::string_view value, std::size_t most)
    {
        if (text::trim(value).size() > most) add(field, "has more than " + std::to_string(most) + " characters");
    }
    void id(std::string_view field, std::string_view value, std::size_t least, std::size_t most, bool needed)
    {
        value = text::trim(value);
        if (value.empty()) {
            if (needed) add(field, "is needed");
            return;
        }
        const bool sent = std::all_of(value.begin(), value.end(), [this](char c) { return m_signs.sent(c) != 0; });
        if (value.size() < least || value.size() > most)
            add(field, "must have " + std::to_string(least) + " to " + std::to_string(most) + " characters");
        else if (!sent)
            add(field, "has a character that cannot be sent");
    }
    void phone(std::string_view field, std::string_view value)
    {
        if (!text::trim(value).empty() && (value.size() != 10 || !text::isDigits(value)))
            add(field, "must be ten digits");
    }
    void oneOf(std::string_view field, std::string_view value, std::string_view choices)
    {
        const auto all = text::split(choices, ' ');
        if (std::find(all.begin(), all.end(), value) == all.end()) add(field, "must be one of " + std::string(choices));
    }
    void address(std::string_view field, const Address& address, bool nineDigits)
    {
        const std::string at = std::string(field) + ".";
        require(at + "line1", address.line1, 55);
        atMost(at + "line2", address.line2, 55);
        require(at + "city", address.city, 30);
        const auto& state = address.state;
        const bool letters = std::all_of(state.begin(), state.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (state.size() != 2 || !letters) add(at + "state", "must be two capital letters");
        std::string zip = address.postalCode;
        std::erase(zip, '-');
        if (!text::isDigits(zip) || !(zip.size() == 9 || (zip.size() == 5 && !nineDigits)))
            add(at + "postal_code",
                nineDigits ? "must be nine digits (ZIP and four more)" : "must be five or nine digits");
    }
    void days(std::string_view field, const std::optional<int>& days)
    {
        if (days && (*days < 1 || *days > mostDays)) add(field, "must be 1 to " + std::to_string(mostDays) + " days");
    }
    void add(std::string_view field, std::string sentence)
    {
        m_faults.push_back({std::string(field), std::move(sentence)});
    }
    std::vector<FieldFault> take() { return std::move(m_faults); }

private:
    x12::SendableSigns m_signs{};
    std::vector<FieldFault> m_faults;
};

/// 45 CFR 162.406: the check digit is Luhn's over "80840" and the number; the prefix alone adds 24.
bool isNpi(std::string_view npi)
{
    if (npi.size() != 10 || !text::isDigits(npi) || (npi[0] != '1' && npi[0] != '2')) return false;
    int sum = 24;
    for (std::size_t i = 0; i < npi.size(); ++i) {
        int digit = npi[i] - '0';
        if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// Of usable delimiters; the usual ones stand in for others, which have a fault of their own.
x12::SendableSigns signsOf(const TradingPartner& partner)
{
    const auto delimiters = x12::areUsable(partner.delimiters) ? partner.delimiters : x12::Delimiters{};
    return x12::SendableSigns(delimiters, partner.characters == CharacterSet::extended);
}

bool isTaxonomy(std::string_view code)
{
    return code.size() == 10 && code.back() == 'X' && std::all_of(code.begin(), code.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
           });
}

void checkDelimiters(Checker& check, const x12::Delimiters& delimiters)
{
    const std::array<char, 4> all = {delimiters.element, delimiters.repetition, delimiters.component,
                                     delimiters.segment};
    if (std::set<char>(all.begin(), all.end()).size() != all.size())
        check.add("delimiters", "must be four different signs");
    for (const char c : all) {
        const bool isWord = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (isWord || c <= ' ' || c > '~') {
            check.add("delimiters", "cannot be letters, digits, blanks or beyond ASCII");
            return;
        }
        // These stand in names, addresses and amounts: as delimiters they would empty them.
        if (std::string_view(".-,'/&()").find(c) != std::string_view::npos) {
            check.add("delimiters", "cannot be signs that names and amounts need: . - , ' / & ( )");
            return;
        }
    }
}

}  // namespace

std::string_view toString(ProviderKind kind) noexcept
{
    return kindNames.at(static_cast<std::size_t>(kind));
}

Result<ProviderKind> parseProviderKind(std::string_view text)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i)
        if (kindNames.at(i) == text) return static_cast<ProviderKind>(i);
    return Error{ErrorKind::invalidInput, "CLAIM-301", "a provider is one of billing, person, facility"};
}

std::vector<FieldFault> faultsOf(const TradingPartner& partner)
{
    Checker check(signsOf(partner));
    check.require("name", partner.name, 60);
    check.name("submitter_name", partner.submitterName);
    check.id("submitter_id", partner.submitterId, 2, 80, true);
    check.name("contact_name", partner.contactName);
    if (partner.phone.empty() && partner.email.empty()) check.add("phone", "or an e-mail address is needed");
    check.phone("phone", partner.phone);
    check.id("email", partner.email, 3, 256, false);
    check.oneOf("sender_qualifier", partner.senderQualifier, interchangeQualifiers);
    check.id("sender_id", partner.senderId.empty() ? partner.submitterId : partner.senderId, 2, 15, true);
    check.id("application_sender", partner.applicationSender, 2, 15, false);
    check.name("receiver_name", partner.receiverName);
    check.id("receiver_id", partner.receiverId, 2, 80, true);
    check.oneOf("receiver_qualifier", partner.receiverQualifier, interchangeQualifiers);
    check.id("interchange_receiver",
             partner.interchangeReceiver.empty() ? partner.receiverId : partner.interchangeReceiver, 2, 15, true);
    check.id("application_receiver", partner.applicationReceiver, 2, 15, false);
    checkDelimiters(check, partner.delimiters);
    if (partner.claimsPerFile < 1 || partner.claimsPerFile > 100'000)
        check.add("claims_per_file", "must be 1 to 100000");
    if (partner.claimsPerSet < 1 || partner.claimsPerSet > 100'000) check.add("claims_per_set", "must be 1 to 100000");
    return check.take();
}

std::vector<FieldFault> faultsOf(const PayerRecord& payer)
{
    Checker check;
    check.id("payer_id", payer.payerId, 2, 80, true);
    check.require("name", payer.name, 60);
    if (!payer.claimFilingCode.empty())
        check.oneOf("claim_filing_code", payer.claimFilingCode,
                    "11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ");
    if (!payer.address.isEmpty()) check.address("address", payer.address, false);
    check.days("initial_days", payer.initialDays);
    check.days("corrected_days", payer.correctedDays);
    check.days("appeal_days", payer.appealDays);
    return check.take();
}

std::vector<FieldFault> faultsOf(const ProviderRecord& record)
{
    Checker check;
    const auto& provider = record.provider;
    if (!isNpi(provider.npi)) check.add("npi", "is no NPI: ten digits whose last one is the check digit");
    if (record.kind == ProviderKind::facility && !provider.isOrganization())
        check.add("organization", "is needed: a facility is an organisation");
    else if (!provider.isOrganization())
        check.require("last_name", provider.lastName, 60);
    check.atMost("organization", provider.organization, 60);
    check.atMost("first_name", provider.firstName, 35);
    if (!provider.taxonomy.empty() && !isTaxonomy(provider.taxonomy))
        check.add("taxonomy", "must be ten capital letters and digits that end in X");
    if (record.kind == ProviderKind::billing || !provider.taxId.empty()) {
        std::string digits = provider.taxId;
        std::erase(digits, '-');
        if (digits.size() != 9 || !text::isDigits(digits)) check.add("tax_id", "must be nine digits");
        check.oneOf("tax_id_type", provider.taxIdType, "EI SY");
    }
    const bool needsAddress = record.kind != ProviderKind::person;
    if (needsAddress || !provider.address.isEmpty()) check.address("address", provider.address, needsAddress);
    check.phone("phone", provider.phone);
    return check.take();
}

TradingPartner partnerFrom(const Encounter& encounter, CoverageRank billed)
{
    TradingPartner partner;
    if (const auto& billing = encounter.providers.billing) {
        partner.submitterName =
            billing->isOrganization() ? billing->organization : billing->lastName + " " + billing->firstName;
        partner.submitterId = billing->taxId;
        std::erase(partner.submitterId, '-');
        partner.contactName = billing->contactName;
        partner.phone = billing->phone;
    }
    if (const auto* coverage = encounter.coverage(billed)) {
        partner.name = coverage->payer.name;
        partner.receiverName = coverage->payer.name;
        partner.receiverId = coverage->payer.payerId;
    }
    return partner;
}

}  // namespace cw
