#include "ui/codes/details_target.h"

#include <algorithm>
#include <cctype>

namespace cw::ui {

std::string compactOf(const std::string& written)
{
    std::string compact;
    for (const char c : written)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            compact += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return compact;
}

CodeTarget targetOf(const std::vector<std::string>& written, CodeSystem system)
{
    CodeTarget target;
    for (const auto& code : written) {
        CodeLink link{system, compactOf(code)};
        const bool isThere = std::find(target.codes.begin(), target.codes.end(), link) != target.codes.end();
        if (!link.code.empty() && !isThere) target.codes.push_back(std::move(link));
    }
    return target;
}

}  // namespace cw::ui
