#include "tests/claim/property/dice.h"

#include "base/text.h"
#include "tests/claim/strict/element_format.h"

namespace cw::property {

std::string Dice::digits(std::size_t count)
{
    std::string out;
    while (out.size() < count) out += static_cast<char>('0' + below(10));
    return out;
}

std::string Dice::id(std::size_t least, std::size_t most)
{
    static constexpr std::string_view signs = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789abcxyz";
    const auto size = least + below(most - least + 1);
    std::string out;
    while (out.size() < size) {
        const bool inside = !out.empty() && out.size() + 1 < size;
        out += inside && once(12) ? '-' : signs[below(signs.size())];
    }
    return out;
}

std::string Dice::words(std::size_t most)
{
    static const std::vector<std::string> all = {"left", "knee", "after",   "Fall", "no.",   "complication",
                                                 "seen", "by",   "O'Brien", "50%",  "(new)", "visit",
                                                 "2nd",  "pain", "since",   "1/2",  "day"};
    std::string out;
    const auto count = 1 + below(8);
    for (std::size_t i = 0; i < count; ++i) out += (out.empty() ? "" : " ") + pick(all);
    return std::string(text::trim(std::string_view(out).substr(0, most)));
}

std::string Dice::npi()
{
    for (;;) {
        std::string candidate = (coin() ? "1" : "2") + digits(8);
        for (char check = '0'; check <= '9'; ++check)
            if (strict::isNpi(candidate + check)) return candidate + check;
    }
}

}  // namespace cw::property
