#include "base/text.h"
#include "edits/rules.h"

namespace cw {

bool isValidNpi(std::string_view npi) noexcept
{
    if (npi.size() != 10 || !text::isDigits(npi) || (npi[0] != '1' && npi[0] != '2')) return false;
    // Luhn over "80840" + NPI: the prefix alone adds 24, and of the NPI every second digit from the left is doubled.
    int sum = 24;
    for (std::size_t i = 0; i < npi.size(); ++i) {
        const int digit = npi[i] - '0';
        const int weighted = i % 2 == 0 ? digit * 2 : digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
}

}  // namespace cw
