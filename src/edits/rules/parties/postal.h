#pragma once

#include "encounter/parties.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

bool isUsState(std::string_view code) noexcept;           ///< States, DC, territories, military mail: "OH", "PR", "AE".
bool isCanadianProvince(std::string_view code) noexcept;  ///< "ON"
bool isPostOfficeBox(std::string_view street);            ///< "P.O. Box 12", "PO BOX 12", "Lock Box 3"
bool isZip(std::string_view code) noexcept;               ///< Five or nine digits.
bool isZip9(std::string_view code) noexcept;              ///< Nine digits, no dash, as N403 carries them.

/// What an address lacks, ready to follow "has": member of the interchange form and phrase.
struct AddressProblem {
    std::string_view member;
    std::string phrase;
};

/// For a place in the United States where services are billed or given: a street (no post office box when
/// `streetOnly`), city, state and a nine-digit ZIP code.
std::vector<AddressProblem> placeProblems(const Address& address, bool streetOnly);
/// For a person, who may live in Canada: street, city, state or province, postal code.
std::vector<AddressProblem> homeProblems(const Address& address);

}  // namespace cw::edits
