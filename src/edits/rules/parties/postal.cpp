#include "edits/rules/parties/postal.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

using namespace std::string_view_literals;

constexpr std::array usStates = {"AA"sv, "AE"sv, "AK"sv, "AL"sv, "AP"sv, "AR"sv, "AS"sv, "AZ"sv, "CA"sv, "CO"sv, "CT"sv,
                                 "DC"sv, "DE"sv, "FL"sv, "FM"sv, "GA"sv, "GU"sv, "HI"sv, "IA"sv, "ID"sv, "IL"sv, "IN"sv,
                                 "KS"sv, "KY"sv, "LA"sv, "MA"sv, "MD"sv, "ME"sv, "MH"sv, "MI"sv, "MN"sv, "MO"sv, "MP"sv,
                                 "MS"sv, "MT"sv, "NC"sv, "ND"sv, "NE"sv, "NH"sv, "NJ"sv, "NM"sv, "NV"sv, "NY"sv, "OH"sv,
                                 "OK"sv, "OR"sv, "PA"sv, "PR"sv, "PW"sv, "RI"sv, "SC"sv, "SD"sv, "TN"sv, "TX"sv, "UT"sv,
                                 "VA"sv, "VI"sv, "VT"sv, "WA"sv, "WI"sv, "WV"sv, "WY"sv};
constexpr std::array canadianProvinces = {"AB"sv, "BC"sv, "MB"sv, "NB"sv, "NL"sv, "NS"sv, "NT"sv,
                                          "NU"sv, "ON"sv, "PE"sv, "QC"sv, "SK"sv, "YT"sv};
static_assert(std::is_sorted(usStates.begin(), usStates.end()));
static_assert(std::is_sorted(canadianProvinces.begin(), canadianProvinces.end()));

bool isBlank(std::string_view text)
{
    return text::trim(text).empty();
}

/// Upper case words with single blanks between and around them: " P O BOX 12 ".
std::string words(std::string_view text)
{
    std::string out = " ";
    for (const char c : text::upperAscii(text)) {
        const bool kept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (kept)
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    }
    if (out.back() != ' ') out += ' ';
    return out;
}

std::vector<AddressProblem> streetAndCity(const Address& address)
{
    std::vector<AddressProblem> problems;
    if (isBlank(address.line1)) problems.push_back({"line1", "no street line"});
    if (text::trim(address.city).size() < 2) problems.push_back({"city", "no city"});
    return problems;
}

}  // namespace

bool isUsState(std::string_view code) noexcept
{
    return std::binary_search(usStates.begin(), usStates.end(), code);
}

bool isCanadianProvince(std::string_view code) noexcept
{
    return std::binary_search(canadianProvinces.begin(), canadianProvinces.end(), code);
}

bool isPostOfficeBox(std::string_view street)
{
    const std::string line = words(street);
    const auto forms = {" PO BOX "sv, " P O BOX "sv, " POST OFFICE BOX "sv, " POB "sv, " LOCKBOX "sv, " LOCK BOX "sv};
    return line.starts_with(" BOX ") ||
           std::any_of(forms.begin(), forms.end(), [&line](auto form) { return line.find(form) != std::string::npos; });
}

bool isZip(std::string_view code) noexcept
{
    return text::isDigits(code) && (code.size() == 5 || code.size() == 9);
}

bool isZip9(std::string_view code) noexcept
{
    return text::isDigits(code) && code.size() == 9;
}

std::vector<AddressProblem> placeProblems(const Address& address, bool streetOnly)
{
    auto problems = streetAndCity(address);
    if (streetOnly && isPostOfficeBox(address.line1)) problems.push_back({"line1", "a post office box as its street"});
    if (streetOnly && isPostOfficeBox(address.line2)) problems.push_back({"line2", "a post office box as its street"});
    if (!isUsState(address.state)) problems.push_back({"state", "no two-letter state of the United States"});
    if (!isZip9(address.postalCode)) problems.push_back({"postal_code", "no ZIP code of nine digits without dash"});
    return problems;
}

std::vector<AddressProblem> homeProblems(const Address& address)
{
    auto problems = streetAndCity(address);
    const bool canada = isCanadianProvince(address.state);
    if (!canada && !isUsState(address.state)) problems.push_back({"state", "no two-letter state or province"});
    const bool postal = canada ? address.postalCode.size() >= 3 : isZip(address.postalCode);
    if (!postal) problems.push_back({"postal_code", "no ZIP code of five or nine digits without dash"});
    return problems;
}

}  // namespace cw::edits
