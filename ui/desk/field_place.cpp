#include "ui/desk/field_place.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace cw::ui {

namespace {

Field fieldOf(std::string_view name)
{
    if (name == "modifiers") return Field::modifiers;
    if (name == "units" || name == "unit_basis") return Field::units;
    if (name == "charge") return Field::charge;
    if (name == "service_from" || name == "service_to") return Field::serviceDates;
    if (name == "place_of_service") return Field::placeOfService;
    if (name == "diagnosis_pointers") return Field::pointers;
    return Field::procedureCode;
}

}  // namespace

Finding placeOf(const Encounter& encounter, std::string_view pointer)
{
    Finding place;
    std::vector<std::string_view> parts;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const auto end = std::min(pointer.find('/'), pointer.size());
        parts.push_back(pointer.substr(0, end));
        pointer.remove_prefix(end);
    }
    if (parts.size() < 2) return place;
    std::size_t index = 0;
    if (std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), index).ec != std::errc()) return place;
    if (parts[0] == "diagnoses" && index < encounter.diagnoses.size()) {
        place.diagnosis = encounter.diagnoses[index].id;
        place.field = Field::diagnosisCode;
    } else if (parts[0] == "procedures" && index < encounter.procedures.size()) {
        place.procedure = encounter.procedures[index].id;
        place.field = parts.size() > 2 ? fieldOf(parts[2]) : Field::procedureCode;
    }
    return place;
}

}  // namespace cw::ui
