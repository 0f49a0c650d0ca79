#include "tests/claim/property/random_claims.h"
#include "tests/claim/read_back/read_back.h"
#include "tests/claim/strict/strict.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cw {
namespace {

using property::Dice;
using property::RandomClaim;

TradingPartner partner()
{
    TradingPartner partner;
    partner.submitterName = "Elm Street Clinic";
    partner.submitterId = "SUB001";
    partner.contactName = "Billing Office";
    partner.phone = "(937) 555-0111 x22";
    partner.email = "office@elm.example";
    partner.receiverName = "Clearing House";
    partner.receiverId = "CLEAR01";
    return partner;
}

/// Partners as they differ: signs, line feeds, set size, ids, test.
TradingPartner anyPartner(Dice& dice)
{
    auto one = partner();
    if (dice.coin()) one.delimiters = {.element = '|', .repetition = '!', .component = '>', .segment = '\''};
    one.lineFeeds = dice.coin();
    one.wantsTa1 = dice.coin();
    if (dice.coin()) one.characters = CharacterSet::basic;
    if (dice.coin()) one.senderId = "SENDER7", one.senderQualifier = "30";
    if (dice.coin()) one.applicationReceiver = "APPREC";
    one.claimsPerSet = dice.coin() ? 5000 : 3;
    // The e-mail's @ is of the extended set.
    if (one.characters == CharacterSet::basic) one.email.clear();
    return one;
}

ClaimFileRequest requestFor(const std::vector<RandomClaim>& claims, ClaimForm form, const TradingPartner& partner)
{
    ClaimFileRequest request{.form = form,
                             .partner = partner,
                             .numbers = {.interchange = 31, .group = 17, .batch = 219},
                             .day = property::fileDay(),
                             .minuteOfDay = 642};
    for (const auto& claim : claims)
        request.claims.push_back(
            {.encounter = &claim.encounter, .billed = claim.billed, .number = claimNumberOf(claim.encounter, 1)});
    return request;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string all;
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 10); ++i) all += lines[i] + "\n";
    return all;
}

void expectRoundTrip(const ClaimFileRequest& request, const ClaimFile& file)
{
    EXPECT_EQ("", joined(strict::strictFaults(file.bytes)));
    const auto found = read_back::readClaims(file.bytes);
    std::vector<std::size_t> sent;
    for (const auto& claim : file.claims) sent.push_back(claim.index);
    EXPECT_TRUE(std::is_sorted(sent.begin(), sent.end()));
    ASSERT_EQ(sent.size(), found.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const auto& claim = request.claims[sent[i]];
        EXPECT_EQ("",
                  joined(read_back::differences(read_back::normalised(claim, request.form, request.partner), found[i])))
            << claim.encounter->encounterId << "\n"
            << file.claims[i].segments;
        EXPECT_NE(std::string::npos, file.bytes.find(file.claims[i].segments));
        EXPECT_EQ(claim.number, file.claims[i].claimNumber);
    }
}

struct Case {
    ClaimForm form;
    RandomClaim (*make)(Dice&, const std::string&);
    std::uint32_t seed;
};

class ClaimProperty : public testing::TestWithParam<Case> {};

TEST_P(ClaimProperty, WritesCleanAndReadsBackTheSame)
{
    Dice dice(GetParam().seed);
    int written = 0;
    for (int round = 0; round < 150 && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        std::vector<RandomClaim> claims;
        const auto count = 1 + dice.below(14);
        for (std::size_t i = 0; i < count; ++i) {
            claims.push_back(GetParam().make(dice, "v-" + std::to_string(round) + "-" + std::to_string(i)));
            // One billing provider often has several claims behind each other.
            if (i > 0 && dice.coin()) {
                claims[i].encounter.providers.billing = claims[i - 1].encounter.providers.billing;
                claims[i].encounter.providers.payTo = claims[i - 1].encounter.providers.payTo;
            }
        }
        const auto request = requestFor(claims, GetParam().form, anyPartner(dice));
        const auto file = write837(request);
        ASSERT_TRUE(file) << file.error().detail;
        for (const auto& refused : file->refused) ADD_FAILURE() << refused.error.id << " " << refused.error.detail;
        expectRoundTrip(request, *file);
        written += static_cast<int>(file->claims.size());
    }
    EXPECT_GT(written, 1000);
}

INSTANTIATE_TEST_SUITE_P(Forms, ClaimProperty,
                         testing::Values(Case{ClaimForm::professional837, property::professionalClaim, 20250318},
                                         Case{ClaimForm::institutional837, property::institutionalClaim, 20250319}),
                         [](const auto& one) {
                             return std::string(toString(one.param.form)) == "837p" ? "Professional" : "Institutional";
                         });

/// Text as people and their programs send it: accents, delimiters, control characters, broken UTF-8, too much of it, nothing but
/// blanks.
std::string nastyText(Dice& dice)
{
    static const std::vector<std::string> all = {
        "",
        " ",
        "   ",
        "*",
        "~",
        ":",
        "^",
        "A*B~C:D^E",
        "Ren\u00e9e",
        "\u0141ukasz",
        "Stra\u00dfe",
        "\u2019s",
        "\u674e\u660e",
        "\xff\xfe",
        "\xc3",
        "A\nB",
        "A\tB",
        std::string("A\0B", 3),
        "\x7f",
        "~ISA*00*",
        "CLM*X*1~",
        "`",
        "|",
        "'",
        ">",
        "!",
        " lead",
        "trail ",
        "e\u0301",
        "\u00bd",
        "\U0001F600",
        "-",
        "--",
        "lower case",
        "0",
        "(937)",
        "a@b.c",
        "%s%n",
        "\"quoted\"",
        "<b>",
        "{}",
        "\\",
    };
    if (dice.once(8)) return std::string(dice.below(300), 'X');
    if (dice.once(8)) return dice.pick(all) + std::string(dice.below(90), 'y') + dice.pick(all);
    return dice.pick(all);
}

/// All texts of an encounter that come from people or other programs, but first names: who has one alone has it as last name,
/// NM104 is then empty, and whether that is right is for the edits.
std::vector<std::string*> textsOf(Encounter& e)
{
    std::vector<std::string*> all;
    const auto add = [&all](auto&... texts) { (all.push_back(&texts), ...); };
    const auto address = [&](Address& a) { add(a.line1, a.line2, a.city, a.state, a.postalCode); };
    const auto person = [&](Person& p) { add(p.lastName, p.middleName, p.suffix, p.mrn), address(p.address); };
    const auto provider = [&](Provider& p) {
        add(p.lastName, p.middleName, p.suffix, p.npi, p.taxId, p.taxIdType, p.taxonomy, p.contactName, p.phone);
        if (p.isOrganization()) add(p.organization);
        address(p.address);
        for (auto& reference : p.references) add(reference.qualifier, reference.value);
    };
    person(e.patient);
    for (auto& c : e.coverages) {
        add(c.payer.name, c.payer.payerId, c.payer.claimFilingCode, c.memberId, c.groupNumber, c.groupName,
            c.insuranceType, c.providerNumber, c.caseNumber, c.adjudication);
        address(c.payer.address);
        if (c.subscriber) person(*c.subscriber);
    }
    auto& p = e.providers;
    for (auto* one : {&p.billing, &p.rendering, &p.referring, &p.supervising, &p.ordering, &p.attending, &p.operating,
                      &p.facility, &p.payTo, &p.secondReferring, &p.otherOperating})
        if (*one) provider(**one);
    auto& c = e.claim;
    add(c.acceptAssignment, c.benefitsAssigned, c.releaseOfInformation, c.priorAuthorization, c.referralNumber,
        c.cliaNumber, c.originalReferenceNumber, c.frequencyCode, c.note);
    add(c.accident.state, c.patientSignatureSource, c.specialProgram, c.delayReason, c.diagnosisRelatedGroup,
        c.institutional);
    for (auto& one : c.references) add(one.qualifier, one.value);
    for (auto& one : c.dates) add(one.qualifier);
    for (auto& one : c.notes) add(one.code, one.text);
    for (auto& one : c.paperwork) add(one.type, one.transmission, one.controlNumber);
    for (auto& one : c.certifications) add(one.category, one.codes.front());
    for (auto& one : c.fileInformation) add(one);
    for (auto& one : c.anesthesiaProcedures) add(one);
    auto& s = e.service;
    add(s.placeOfService, s.admissionType, s.admissionSource, s.dischargeStatus, s.typeOfBill);
    for (auto& one : e.diagnoses) add(one.code.text, one.presentOnAdmission);
    for (auto& one : e.procedures) {
        add(one.code.text, one.unitBasis, one.placeOfService, one.revenueCode, one.note, one.details.description,
            one.details.prescriptionNumber);
        for (auto& modifier : one.modifiers) add(modifier);
        for (auto& reference : one.details.references) add(reference.qualifier, reference.value);
        for (auto& note : one.details.notes) add(note.code, note.text);
        for (auto& other : one.details.providers) add(other.role), provider(other.provider);
        if (one.ndc) add(one.ndc->code, one.ndc->unit);
        if (one.details.purchased) add(one.details.purchased->providerNumber);
    }
    return all;
}

class NastyText : public testing::TestWithParam<Case> {};

TEST_P(NastyText, IsRefusedByNameOrSentClean)
{
    Dice dice(GetParam().seed + 7);
    int refused = 0;
    int written = 0;
    for (int round = 0; round < 500; ++round) {
        SCOPED_TRACE(round);
        std::vector<RandomClaim> claims;
        for (std::size_t i = 0; i < 4; ++i) {
            claims.push_back(GetParam().make(dice, "v-" + std::to_string(round) + "-" + std::to_string(i)));
            const auto texts = textsOf(claims.back().encounter);
            for (auto count = dice.below(3); count > 0; --count) *dice.pick(texts) = nastyText(dice);
        }
        const auto request = requestFor(claims, GetParam().form, anyPartner(dice));
        const auto file = write837(request);
        ASSERT_TRUE(file) << file.error().detail;
        EXPECT_EQ(claims.size(), file->claims.size() + file->refused.size());
        auto without = request;
        without.claims.clear();
        for (const auto& claim : file->claims) without.claims.push_back(request.claims[claim.index]);
        for (const auto& one : file->refused) {
            EXPECT_EQ(request.claims[one.index].encounter->encounterId, one.encounterId);
            EXPECT_EQ(0U, one.error.id.rfind("CLAIM-", 0)) << one.error.id;
            EXPECT_NE(std::string::npos, one.error.detail.find(one.encounterId)) << one.error.detail;
        }
        refused += static_cast<int>(file->refused.size());
        written += static_cast<int>(file->claims.size());
        const auto again = write837(without);
        if (without.claims.empty()) {
            EXPECT_EQ("", file->bytes);
            continue;
        }
        ASSERT_TRUE(again) << again.error().detail;
        EXPECT_EQ(again->bytes, file->bytes);
        EXPECT_EQ("", joined(strict::strictFaults(file->bytes))) << file->bytes;
    }
    EXPECT_GT(refused, 200);
    EXPECT_GT(written, 200);
}

INSTANTIATE_TEST_SUITE_P(Forms, NastyText,
                         testing::Values(Case{ClaimForm::professional837, property::professionalClaim, 1},
                                         Case{ClaimForm::institutional837, property::institutionalClaim, 2}),
                         [](const auto& one) {
                             return std::string(toString(one.param.form)) == "837p" ? "Professional" : "Institutional";
                         });

}  // namespace
}  // namespace cw
