#include "import/xlsx_styles.h"

#include "base/date.h"

#include <charconv>
#include <set>
#include <string_view>

namespace cw {

namespace {

constexpr int lastSerial = 73'050;  // End of 2099.

/// ECMA-376 part 1, 18.8.30: the formats 14 to 22 and 45 to 47 are dates and times.
bool isBuiltInDate(unsigned id)
{
    return (id >= 14 && id <= 17) || id == 22;
}

/// True for a format such as "mm/dd/yy;@": a day or year outside quoted text and brackets.
bool isDateFormat(std::string_view code)
{
    bool quoted = false;
    bool bracketed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (c == '[' || c == ']')
            bracketed = c == '[';
        else if (!quoted && !bracketed && (c == 'd' || c == 'D' || c == 'y' || c == 'Y'))
            return true;
    }
    return false;
}

}  // namespace

std::vector<bool> dateStyles(const pugi::xml_document& styles)
{
    std::set<unsigned> dateFormats;
    const auto root = styles.child("styleSheet");
    for (const auto format : root.child("numFmts").children("numFmt"))
        if (isDateFormat(format.attribute("formatCode").value()))
            dateFormats.insert(format.attribute("numFmtId").as_uint());
    std::vector<bool> isDate;
    for (const auto style : root.child("cellXfs").children("xf")) {
        const auto id = style.attribute("numFmtId").as_uint();
        isDate.push_back(isBuiltInDate(id) || dateFormats.contains(id));
    }
    return isDate;
}

std::optional<std::string> dateOfSerial(std::string_view number, bool from1904)
{
    int days = 0;
    const auto whole = number.substr(0, number.find('.'));
    const auto [end, fault] = std::from_chars(whole.data(), whole.data() + whole.size(), days);
    if (fault != std::errc() || end != whole.data() + whole.size() || days < 1 || days > lastSerial)
        return std::nullopt;
    // Day 60 is 29 February 1900, which never was; the table before it is one off, so nothing older is used here.
    if (!from1904 && days < 61) return std::nullopt;
    return (from1904 ? Date::of(1904, 1, 1) : Date::of(1899, 12, 30)).plusDays(days).iso();
}

}  // namespace cw
