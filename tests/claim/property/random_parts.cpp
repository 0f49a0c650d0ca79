#include "tests/claim/property/random_claims.h"

#include <algorithm>

namespace cw::property {

namespace {

const std::vector<std::string> lastNames = {"Rivera", "Okafor", "Nguyen", "O'Neil",    "Smith-Jones", "van der Berg",
                                            "Adler",  "Silva",  "Li",     "Abernathy", "Muñoz",       "Østergård"};
const std::vector<std::string> firstNames = {"Ana", "Ife",   "Minh", "Ruth", "João",
                                             "Leo", "Bruno", "Zoë",  "Kim",  "Maximilian"};
const std::vector<std::string> cities = {"Dayton", "Columbus", "St. Louis", "Kettering", "Xenia", "Ann Arbor"};
const std::vector<std::string> states = {"OH", "mi", "KY", "IN", "MO", "NY"};
const std::vector<std::string> organisations = {"Elm Street Clinic", "Oak & Ash Medical", "Buckeye Imaging, LLC",
                                                "St. Ann's Hospital", "Lab #7"};
const std::vector<std::string> diagnoses = {
    "E11.9",    "I10",     "j45.909", "M25.561", "R07.9", "S80.01XA", "Z00.00", "N39.0",   "K21.9", "F32.A",
    "G43.909",  "L03.115", "H52.4",   "O80",     "E78.5", "R06.02",   "I21.09", "C50.911", "D64.9", "B34.9",
    "T14.8XXA", "M54.50",  "R51.9",   "Z79.4",   "Z23",   "E66.9",    "N18.30", "J18.9",   "A41.9", "R65.20"};
const std::vector<std::string> externalCauses = {"W18.30XA", "V49.52XA", "Y92.009", "X50.0XXA"};

}  // namespace

Address randomAddress(Dice& dice, bool nineDigits)
{
    Address address;
    address.line1 = std::to_string(dice.from(1, 9999)) + " " + dice.pick(lastNames) + " St";
    if (dice.once(3)) address.line2 = "Apt " + dice.digits(2);
    address.city = dice.pick(cities);
    address.state = dice.pick(states);
    address.postalCode = "4" + dice.digits(4);
    if (nineDigits || dice.once(3)) address.postalCode += (dice.coin() ? "-" : "") + dice.digits(4);
    return address;
}

Person randomPerson(Dice& dice)
{
    Person person;
    person.lastName = dice.pick(lastNames);
    person.firstName = dice.pick(firstNames);
    if (dice.once(3)) person.middleName = dice.pick(firstNames);
    if (dice.once(6)) person.suffix = "Jr";
    person.birthDate = dice.day(Date::of(1930, 1, 1), 31000);
    person.sex = dice.pick(std::vector<Sex>{Sex::female, Sex::male, Sex::unknown});
    person.address = randomAddress(dice, false);
    if (dice.coin()) person.phone = "937555" + dice.digits(4);
    return person;
}

Provider randomProvider(Dice& dice, bool organization)
{
    Provider provider;
    provider.npi = dice.npi();
    if (organization)
        provider.organization = dice.pick(organisations);
    else
        provider.lastName = dice.pick(lastNames), provider.firstName = dice.pick(firstNames);
    if (!organization && dice.once(4)) provider.middleName = "Q";
    if (dice.coin()) provider.taxonomy = "207" + std::string(1, "QRTV"[dice.below(4)]) + "00000X";
    if (dice.once(4)) provider.references = randomReferences(dice, {"G2", "0B"});
    return provider;
}

Provider randomBilling(Dice& dice)
{
    auto provider = randomProvider(dice, true);
    provider.references.clear();
    provider.taxId = dice.digits(2) + (dice.coin() ? "-" : "") + dice.digits(7);
    provider.taxIdType = "EI";
    provider.address = randomAddress(dice, true);
    if (dice.coin()) provider.contactName = "Billing Office", provider.phone = "(937) 555-" + dice.digits(4);
    return provider;
}

void addDiagnoses(Dice& dice, Encounter& encounter, std::size_t most)
{
    auto codes = diagnoses;
    const auto count = 1 + dice.below(most);
    for (std::size_t i = 0; i < count; ++i) {
        Diagnosis one;
        one.id = {static_cast<std::int64_t>(100 + i)};
        const bool external = i > 0 && i <= externalCauses.size() && dice.once(6);
        const auto at = dice.below(codes.size());
        one.code.text = external ? externalCauses[i - 1] : codes[at];
        if (!external) codes.erase(codes.begin() + static_cast<std::ptrdiff_t>(at));
        encounter.diagnoses.push_back(std::move(one));
    }
}

std::vector<QualifiedReference> randomReferences(Dice& dice, const std::vector<std::string>& kinds)
{
    std::vector<QualifiedReference> references;
    for (const auto& kind : kinds)
        if (dice.once(3)) references.push_back({kind, dice.id(1, 20)});
    if (dice.coin()) std::reverse(references.begin(), references.end());
    return references;
}

std::vector<Paperwork> randomPaperwork(Dice& dice)
{
    std::vector<Paperwork> all;
    while (all.size() < 10 && dice.once(3)) {
        const auto way = dice.pick(std::vector<std::string>{"AA", "BM", "EL", "EM", "FT", "FX"});
        all.push_back({dice.pick(std::vector<std::string>{"OZ", "B4", "03", "RR"}), way,
                       way == "AA" && dice.coin() ? "" : dice.id(2, 20)});
    }
    return all;
}

std::vector<std::string> randomModifiers(Dice& dice)
{
    std::vector<std::string> all = {"25", "59", "RT", "LT", "tc", "26", "AA", "QS"};
    std::vector<std::string> picked;
    while (picked.size() < 4 && dice.coin()) {
        const auto at = dice.below(all.size());
        picked.push_back(all[at]);
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return picked;
}

DrugCode randomDrug(Dice& dice)
{
    const auto digits = dice.digits(11);
    const auto code = dice.coin() ? digits : digits.substr(0, 5) + "-" + digits.substr(5, 4) + "-" + digits.substr(9);
    return {.code = code,
            .quantity = Quantity::thousandths(dice.from(1, 99999)),
            .unit = dice.pick(std::vector<std::string>{"F2", "GR", "ME", "ML", "UN"})};
}

}  // namespace cw::property
