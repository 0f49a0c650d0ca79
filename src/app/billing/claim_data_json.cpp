#include "app/billing/claim_data_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace cw::app {

namespace {

using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

constexpr int mostCoverages = 3;
constexpr std::array<std::string_view, 3> rankNames = {"primary", "secondary", "tertiary"};

/// What a field takes, by the end of its pointer. Empty: any text.
std::vector<std::string> choicesOf(std::string_view pointer)
{
    static const std::map<std::string_view, std::vector<std::string>, std::less<>> choices = {
        {"/patient/sex", {"F", "M", "U"}},
        {"/subscriber/sex", {"F", "M", "U"}},
        {"/relationship",
         {"self", "spouse", "child", "other", "employee", "unknown", "organ_donor", "cadaver_donor", "life_partner"}},
        {"/rank", {"primary", "secondary", "tertiary"}},
        {"/claim/accept_assignment", {"A", "B", "C"}},
        {"/claim/benefits_assigned", {"Y", "N", "W"}},
        {"/claim/release_of_information", {"Y", "I"}},
        {"/claim/frequency_code", {"1", "7", "8"}},
        {"/claim/signature_on_file", {"true", "false"}},
        {"/accident/auto", {"true", "false"}},
        {"/accident/employment", {"true", "false"}},
        {"/accident/other", {"true", "false"}},
        {"/tax_id_type", {"EI", "SY"}}};
    for (const auto& [end, values] : choices)
        if (pointer.ends_with(end)) return values;
    return {};
}

bool isYesNo(std::string_view pointer)
{
    const auto choices = choicesOf(pointer);
    return !choices.empty() && choices.front() == "true";
}

std::string textAt(const Json& header, const std::string& pointer)
{
    const Pointer at(pointer);
    if (!header.contains(at)) return {};
    const auto& value = header.at(at);
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
    return {};
}

std::string placeOf(const ClaimField& field)
{
    std::string place(field.loop);
    if (!field.segment.empty()) {
        place += (place.empty() ? "" : " ") + std::string(field.segment);
        if (field.element > 0) place += (field.element < 10 ? "-0" : "-") + std::to_string(field.element);
    }
    if (!field.box1500.empty()) place += ", box " + std::string(field.box1500);
    if (!field.boxUb04.empty()) place += ", FL " + std::string(field.boxUb04);
    return place;
}

/// "/coverages/#/member_id" for coverage 1.
std::string numbered(std::string_view pointer, int number)
{
    std::string text(pointer);
    if (const auto sign = text.find('#'); sign != std::string::npos) text.replace(sign, 1, std::to_string(number));
    return text;
}

ClaimDataField fieldFor(const ClaimField& field, const Json& header, int number)
{
    ClaimDataField made;
    made.pointer = numbered(field.pointer, number);
    made.label = field.label;
    made.group = field.group;
    if (field.pointer.starts_with("/coverages/#"))
        made.group += " (" + std::string(rankNames.at(static_cast<std::size_t>(number))) + ")";
    made.place = placeOf(field);
    made.value = textAt(header, made.pointer);
    made.choices = choicesOf(made.pointer);
    return made;
}

/// Whether an object or list holds nothing a person would see.
bool isBlank(const Json& value)
{
    if (value.is_null()) return true;
    if (value.is_string()) return value.get_ref<const std::string&>().empty();
    if (value.is_object() || value.is_array()) return std::all_of(value.begin(), value.end(), isBlank);
    return false;
}

/// Only what a change touched is tidied: an empty provider or subscriber is none.
void tidy(Json& header)
{
    if (header.contains("providers"))
        for (auto& provider : header["providers"])
            if (isBlank(provider)) provider = nullptr;
    if (!header.contains("coverages")) return;
    auto& coverages = header["coverages"];
    for (auto& coverage : coverages)
        if (coverage.contains("subscriber") && isBlank(coverage["subscriber"])) coverage["subscriber"] = nullptr;
    while (!coverages.empty()) {
        auto rest = coverages.back();
        rest.erase("rank");
        if (!isBlank(rest)) break;
        coverages.erase(coverages.size() - 1);
    }
}

Status set(Json& header, const std::string& pointer, const std::string& value)
{
    const auto* field = fieldOf(pointer);
    if (field == nullptr || !field->isEditable)
        return Error{ErrorKind::invalidInput, "APP-312", pointer + " is no field of the claim data"};
    const Pointer at(pointer);
    if (isYesNo(pointer)) {
        if (value.empty())
            header[at] = nullptr;
        else if (value == "true" || value == "false")
            header[at] = value == "true";
        else
            return Error{ErrorKind::invalidInput, "APP-313", pointer + " must be true or false"};
        return {};
    }
    // An empty text of a member that is not there stays absent.
    if (value.empty() && !header.contains(at)) return {};
    header[at] = value.empty() ? Json(nullptr) : Json(value);
    return {};
}

}  // namespace

Result<std::vector<ClaimDataField>> claimDataFields(const std::string& header)
{
    const auto json = Json::parse(header, nullptr, false);
    if (json.is_discarded()) return Error{ErrorKind::corrupt, "APP-314", "the encounter's header cannot be read"};
    const int coverages = json.contains("coverages") ? static_cast<int>(json["coverages"].size()) : 0;
    std::vector<ClaimDataField> fields;
    const auto offered = std::min(coverages + 1, std::max(mostCoverages, coverages));
    const auto& table = claimFields();
    for (auto field = table.begin(); field != table.end(); ++field) {
        if (!field->isEditable) continue;
        if (!field->pointer.starts_with("/coverages/#")) {
            if (field->pointer.find('#') == std::string_view::npos) fields.push_back(fieldFor(*field, json, 0));
            continue;
        }
        // The fields of one coverage stand together: the table's run of them is gone through once for each.
        auto last = field;
        while (last != table.end() && last->pointer.starts_with("/coverages/#")) ++last;
        for (int number = 0; number < offered && number < mostCoverages; ++number)
            for (auto one = field; one != last; ++one)
                if (one->isEditable) fields.push_back(fieldFor(*one, json, number));
        field = std::prev(last);
    }
    return fields;
}

Result<std::string> withClaimData(const std::string& header,
                                  const std::vector<std::pair<std::string, std::string>>& values)
{
    auto json = Json::parse(header, nullptr, false);
    if (json.is_discarded()) return Error{ErrorKind::corrupt, "APP-315", "the encounter's header cannot be read"};
    try {
        for (const auto& [pointer, value] : values) CW_CHECK(set(json, pointer, value));
        tidy(json);
        return json.dump();
    } catch (const Json::exception&) {
        return Error{ErrorKind::invalidInput, "APP-316", "a field's pointer leads nowhere in this encounter"};
    }
}

}  // namespace cw::app
