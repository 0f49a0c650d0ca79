#pragma once

#include "encounter/encounter.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::paper {

/// Values as paper writes them (NUCC and NUBC manuals by general knowledge, tag K).

std::string sixSplit(Date day);               ///< "01 15 25"
std::string eightSplit(Date day);             ///< "01 15 2025"
std::string sixDigits(Date day);              ///< "011525"
std::string eightDigits(Date day);            ///< "01152025"
std::string hourOf(const LocalMinute& when);  ///< "07"
std::string without(std::string_view signs, std::string_view text);
std::string zipWithDash(std::string_view postalCode);  ///< "45402", "45402-0001"
std::string quantityText(Quantity quantity);           ///< "1", "0.5"

struct Phone {
    std::string area;
    std::string number;
};
/// Of ten digits, with a leading 1 or not; not set for anything else (an extension, a foreign number).
std::optional<Phone> phoneOf(std::string_view text);

/// "RIVERA JR, ANA, M": no comma within a part.
std::string listName(const Person& person);
/// "MINH K NGUYEN", or the organisation.
std::string spokenName(const Provider& provider);
std::string cityLine(const Address& address);    ///< "DAYTON OH 45402-0001"
std::string streetLine(const Address& address);  ///< Both lines.

/// The insured of a coverage: the patient, or the subscriber; nullptr when it is not known.
const Person* insuredOf(const Encounter& encounter, const Coverage& coverage);
/// All but the billed one, by rank.
std::vector<const Coverage*> othersOf(const Encounter& encounter, CoverageRank billed);
/// The claim's own number of a kind, else the first listed one.
std::string_view numberOfKind(const ClaimDetails& claim, std::string_view own, std::string_view qualifier);
/// The number that a payer gave the provider, or nullptr: the first of kind 0B, 1G, G2 or LU.
const QualifiedReference* numberAtPayer(const Provider& provider);

}  // namespace cw::paper
