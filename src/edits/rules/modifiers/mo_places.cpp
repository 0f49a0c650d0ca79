#include "edits/place_of_service.h"
#include "edits/rules/line_facts.h"
#include "edits/rules/modifiers/mo_rules.h"

#include <fmt/format.h>

#include <array>

namespace cw::edits {

namespace {

bool isTelehealthPlace(std::string_view place)
{
    return place == "02" || place == "10";
}

/// "place 11 (Office)".
std::string placeName(std::string_view place)
{
    const auto name = placeOfServiceName(place);
    return name ? fmt::format("place {} ({})", place, *name) : std::string("a place of service that is not assigned");
}

void reportPlace(RuleRun& run, const LineView& line, Severity severity, std::string message, std::string fix)
{
    auto finding = findingAt(line, "place_of_service", Field::placeOfService, severity);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

bool hasAnyOf(const LineView& line, std::string_view modifiers)
{
    for (std::size_t at = 0; at + 2 <= modifiers.size(); at += 3)
        if (line.hasModifier(modifiers.substr(at, 2))) return true;
    return false;
}

/// What a payer wants on telehealth lines: payer_codes.tsv, kind telehealth-modifier, value "95" or "93 95".
void checkPayerModifier(RuleRun& run, const LineView& line)
{
    for (const auto& row : run.data().payerCodes) {
        if (row.kind != "telehealth-modifier" || (row.payerId != "*" && row.payerId != run.view().payerId)) continue;
        if (!row.valid.contains(line.from) || !row.codes.matches(line.code) || hasAnyOf(line, row.value)) continue;
        auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::warning);
        finding.message = fmt::format("{} is telehealth in {}, and the payer asks for modifier {}.", nameOf(line),
                                      placeName(line.place), row.value);
        finding.fix = "Append the modifier that the payer asks for.";
        finding.source = row.source;
        run.report(std::move(finding));
        return;
    }
}

/// Visits that belong to places of a kind: the code says where the patient is.
struct PlacesOfVisits {
    std::string_view list;
    std::string_view places;  ///< Allowed, parted by blanks.
    std::string_view where;
};
constexpr std::array<PlacesOfVisits, 4> visitPlaces = {{
    {"emergency-visit", "02 10 23", "an emergency department"},
    {"nursing-visit", "02 10 31 32 54 56", "a nursing facility"},
    {"home-visit", "02 04 09 10 12 13 14 16 27 33 55 99", "a home or residence"},
    {"hospital-visit", "02 06 08 10 19 21 22 23 24 25 26 51 52 53 61", "a hospital"},
}};

bool isAmong(std::string_view places, std::string_view place)
{
    return place.size() == 2 && places.find(place) != std::string_view::npos;
}

}  // namespace

/// MO-14: a telehealth modifier where the place of service is none of telehealth; a payer's own wish.
void checkTelehealth(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || line.place.empty()) continue;
        if (isTelehealthPlace(line.place)) {
            checkPayerModifier(run, line);
            continue;
        }
        if (!line.hasAnyModifier({"93", "95", "GT"})) continue;
        reportPlace(run, line, Severity::warning,
                    fmt::format("{} has a telehealth modifier and {}.", nameOf(line), placeName(line.place)),
                    "Use place 10 when the patient was at home, 02 when elsewhere, or remove the modifier.");
    }
}

/// MO-20: a new patient whom the same person, or the same group and specialty, saw in the three years before.
void checkNewPatient(RuleRun& run)
{
    constexpr int years = 3;
    for (const auto& line : run.view().lines) {
        if (!isListed(run, "new-patient", line)) continue;
        for (const auto& past : run.facts().history) {
            const bool isEarlier = past.isActive && past.setting == Setting::professional && past.from < line.from &&
                                   past.from.ageOn(line.from) < years;
            if (!isEarlier || !run.data().list("face-to-face").has(past.code, past.from) || !isSamePractice(run, past))
                continue;
            auto finding = findingAt(line, Field::procedureCode, Severity::warning);
            finding.codes.push_back(past.code);
            finding.basis = fmt::format("{} {} {}", past.encounterId, past.code, past.from.iso());
            finding.message =
                fmt::format("Advisory: {} is for a new patient, and the practice saw the patient on {} ({}).",
                            nameOf(line), past.from.iso(), past.code);
            finding.fix = "Report the visit of an established patient.";
            run.report(std::move(finding));
            break;
        }
    }
}

/// MO-25: a visit whose code names another kind of place than the line. First hospital care in a place that is no
/// facility is an error (RVU25D: the code is for the hospital only), the rest warns.
void checkPlaceOfCode(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || line.place.empty()) continue;
        if (isListed(run, "office-visit", line) && (line.place == "21" || line.place == "51")) {
            reportPlace(run, line, Severity::warning,
                        fmt::format("{} is an office or outpatient visit, and {} is for inpatients.", nameOf(line),
                                    placeName(line.place)),
                        "Use the code of a hospital visit, or correct the place of service.");
            continue;
        }
        for (const auto& kind : visitPlaces) {
            if (isAmong(kind.places, line.place) || !isListed(run, kind.list, line)) continue;
            const bool isOnlyHospital = isListed(run, "first-hospital-visit", line) &&
                                        !run.data().list("facility-place").has(line.place, line.from);
            reportPlace(run, line, isOnlyHospital ? Severity::error : Severity::warning,
                        fmt::format("{} is a visit in {}, and the line has {}.", nameOf(line), kind.where,
                                    placeName(line.place)),
                        "Correct the place of service or the code.");
        }
    }
}

}  // namespace cw::edits
