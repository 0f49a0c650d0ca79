#include "store/reference/lists/fact_texts.h"

#include "base/text.h"

#include <array>
#include <span>

namespace cw::store {

namespace {

struct Meaning {
    std::string_view value;
    std::string_view text;
};

std::string_view find(std::span<const Meaning> meanings, std::string_view value) noexcept
{
    for (const auto& meaning : meanings) {
        if (meaning.value == value) return meaning.text;
    }
    return {};
}

constexpr std::array statuses = {
    Meaning{"A", "active, paid separately when covered"},
    Meaning{"B", "bundled, paid within other services"},
    Meaning{"C", "priced by the contractor"},
    Meaning{"D", "deleted"},
    Meaning{"E", "excluded from the fee schedule by regulation"},
    Meaning{"F", "deleted or discontinued"},
    Meaning{"G", "not valid for Medicare, another code is used"},
    Meaning{"H", "component deleted"},
    Meaning{"I", "not valid for Medicare, another code is used"},
    Meaning{"J", "anesthesia service, no relative values"},
    Meaning{"M", "measurement code, for reporting only"},
    Meaning{"N", "not covered by Medicare"},
    Meaning{"P", "bundled or excluded, no separate payment"},
    Meaning{"R", "restricted coverage, priced by the contractor"},
    Meaning{"T", "paid only when nothing else payable is billed that day"},
    Meaning{"X", "outside of physician services by law"},
};
constexpr std::array globals = {
    Meaning{"000", "minor procedure or endoscopy, the same day is included"},
    Meaning{"010", "minor procedure, the day and 10 days after are included"},
    Meaning{"090", "major surgery, the day before and 90 days after are included"},
    Meaning{"MMM", "maternity, the usual global period does not apply"},
    Meaning{"XXX", "no global period"},
    Meaning{"YYY", "the contractor sets the global period"},
    Meaning{"ZZZ", "belongs to another service and lies in its global period"},
};
constexpr std::array components = {
    Meaning{"0", "physician service, modifiers 26 and TC do not apply"},
    Meaning{"1", "diagnostic or radiology service, 26 and TC may be used"},
    Meaning{"2", "professional component only, 26 and TC do not apply"},
    Meaning{"3", "technical component only, 26 and TC do not apply"},
    Meaning{"4", "global test only, 26 and TC do not apply"},
    Meaning{"5", "incident to, not paid in a hospital, 26 and TC do not apply"},
    Meaning{"6", "laboratory interpretation by a physician, TC does not apply"},
    Meaning{"7", "therapy, not paid for hospital patients of a therapist in own practice"},
    Meaning{"8", "interpretation of an abnormal smear of an inpatient, TC does not apply"},
    Meaning{"9", "components do not apply"},
};
constexpr std::array multiples = {
    Meaning{"0", "no reduction for multiple procedures"},
    Meaning{"1", "reduction by the rules before 1995"},
    Meaning{"2", "standard reduction: 100, 50, 50, 50, 50 percent"},
    Meaning{"3", "reduction by endoscopic family"},
    Meaning{"4", "reduction for diagnostic imaging of one family"},
    Meaning{"5", "therapy, practice expense reduced by half"},
    Meaning{"6", "cardiovascular test, technical component reduced by 25 percent"},
    Meaning{"7", "ophthalmologic test, technical component reduced by 20 percent"},
    Meaning{"9", "does not apply"},
};
constexpr std::array bilaterals = {
    Meaning{"0", "no 150 percent for both sides"},
    Meaning{"1", "150 percent for both sides (modifier 50, RT and LT, or two units)"},
    Meaning{"2", "priced for both sides already"},
    Meaning{"3", "each side paid in full"},
    Meaning{"9", "does not apply"},
};
constexpr std::array assistants = {
    Meaning{"0", "paid only with proof of medical necessity"},
    Meaning{"1", "not paid, by law"},
    Meaning{"2", "may be paid"},
    Meaning{"9", "does not apply"},
};
constexpr std::array coSurgeons = {
    Meaning{"0", "not permitted"},
    Meaning{"1", "may be paid with proof of necessity"},
    Meaning{"2", "permitted for two specialties"},
    Meaning{"9", "does not apply"},
};
constexpr std::array teams = {
    Meaning{"0", "not permitted"},
    Meaning{"1", "may be paid with proof of necessity"},
    Meaning{"2", "permitted, paid by report"},
    Meaning{"9", "does not apply"},
};
constexpr std::array supervisions = {
    Meaning{"01", "general supervision by a physician"},
    Meaning{"02", "direct supervision by a physician"},
    Meaning{"03", "personal supervision by a physician"},
    Meaning{"04", "general supervision, none for a qualified psychologist"},
    Meaning{"05", "general supervision, none for a qualified audiologist"},
    Meaning{"06", "physician or certified electrophysiologic physical therapist"},
    Meaning{"09", "does not apply"},
    Meaning{"21", "certified technician under general, else direct supervision"},
    Meaning{"22", "technician in live contact with a physician"},
    Meaning{"66", "physician or physical therapist certified for the procedure"},
    Meaning{"6A", "as 66, and the therapist may supervise another"},
    Meaning{"77", "certified physical therapist, or others under supervision"},
    Meaning{"7A", "as 77, and the therapist may supervise another"},
};

}  // namespace

namespace feeText {

std::string_view status(std::string_view value) noexcept
{
    return find(statuses, value);
}
std::string_view globalDays(std::string_view value) noexcept
{
    return find(globals, value);
}
std::string_view pcTc(std::string_view value) noexcept
{
    return find(components, value);
}
std::string_view multiple(std::string_view value) noexcept
{
    return find(multiples, value);
}
std::string_view bilateral(std::string_view value) noexcept
{
    return find(bilaterals, value);
}
std::string_view assistant(std::string_view value) noexcept
{
    return find(assistants, value);
}
std::string_view coSurgeon(std::string_view value) noexcept
{
    return find(coSurgeons, value);
}
std::string_view team(std::string_view value) noexcept
{
    return find(teams, value);
}
std::string_view supervision(std::string_view value) noexcept
{
    return find(supervisions, value);
}

}  // namespace feeText

std::string withMeaning(std::string_view value, std::string_view meaning)
{
    std::string text(value);
    if (!meaning.empty()) text += ": " + std::string(meaning);
    return text;
}

std::string hundredths(std::int32_t value)
{
    const std::int32_t cents = value < 0 ? -value : value;
    const auto rest = cents % 100;
    return (value < 0 ? "-" : "") + std::to_string(cents / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

std::string mueText(const MueLimit& limit)
{
    const auto units = std::to_string(limit.units);
    switch (limit.adjudication) {
    case '1': return units + " a line";
    case '2': return units + " a day, by policy";
    case '3': return units + " a day, by clinical data";
    default: return units;
    }
}

std::string mapFlags(std::string_view flags)
{
    constexpr std::size_t flagCount = 5;
    if (flags.size() != flagCount || !text::isDigits(flags)) return std::string(flags);
    std::vector<std::string> words;
    if (flags[0] == '1') words.emplace_back("approximate");
    if (flags[2] == '1') words.emplace_back("in combination");
    if (flags[3] != '0') words.push_back("scenario " + std::string(1, flags[3]));
    if (flags[4] != '0') words.push_back("choice list " + std::string(1, flags[4]));
    return text::join(words, ", ");
}

std::string displayIcd9(std::string_view compact)
{
    const std::size_t stem = compact.starts_with('E') ? 4 : 3;
    if (compact.size() <= stem) return std::string(compact);
    return std::string(compact.substr(0, stem)) + "." + std::string(compact.substr(stem));
}

std::string flagName(std::string_view flag)
{
    constexpr std::string_view hcc = "hcc:";
    if (flag.starts_with(hcc)) return "HCC (" + std::string(flag.substr(hcc.size())) + ")";
    std::string name(flag);
    for (auto& c : name) {
        if (c == '-') c = ' ';
    }
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

}  // namespace cw::store
