#include "claim/answers/sent_place.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace cw::answers {

namespace {

constexpr std::string_view coverages = "/coverages/";
constexpr std::string_view diagnoses = "/diagnoses/";

/// The number behind `prefix`, and where it ends.
bool readIndex(std::string_view pointer, std::string_view prefix, std::size_t& index, std::string_view& rest)
{
    if (!pointer.starts_with(prefix)) return false;
    const auto text = pointer.substr(prefix.size());
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), index);
    rest = text.substr(static_cast<std::size_t>(end - text.data()));
    return problem == std::errc();
}

std::string compact(std::string_view code)
{
    auto text = text::upperAscii(text::trim(code));
    std::erase(text, '.');
    return text;
}

}  // namespace

std::string pointerIn(const Encounter& encounter, const SentPlace& place)
{
    std::size_t index = 0;
    std::string_view rest;
    if (readIndex(place.pointer, coverages, index, rest)) {
        const auto& list = encounter.coverages;
        const auto found = std::find_if(list.begin(), list.end(), [index](const Coverage& coverage) {
            return static_cast<std::size_t>(coverage.rank) == index;
        });
        if (found == list.end()) return place.pointer;
        return fmt::format("{}{}{}", coverages, found - list.begin(), rest);
    }
    if (!place.code.empty() && (place.pointer == "/diagnoses" || readIndex(place.pointer, diagnoses, index, rest))) {
        const auto& list = encounter.diagnoses;
        const auto code = compact(place.code);
        const auto found = std::find_if(list.begin(), list.end(), [&code](const Diagnosis& diagnosis) {
            return compact(diagnosis.code.text) == code;
        });
        if (found == list.end()) return place.pointer;
        return fmt::format("{}{}{}", diagnoses, found - list.begin(), rest.empty() ? "/code" : rest);
    }
    return place.pointer;
}

}  // namespace cw::answers
