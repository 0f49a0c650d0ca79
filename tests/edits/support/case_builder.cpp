#include "case_builder.h"

#include "case_defaults.h"

#include <algorithm>
#include <array>

namespace cw::test {

namespace {

const CaseKey* findKey(const CaseText& text, std::string_view name)
{
    const auto found =
        std::find_if(text.keys.begin(), text.keys.end(), [name](const auto& key) { return key.name == name; });
    return found == text.keys.end() ? nullptr : &*found;
}

/// Places that stand for the office or the home, where no other facility is named.
bool needsFacility(std::string_view place)
{
    constexpr std::array<std::string_view, 5> own = {"", "02", "10", "11", "12"};
    return std::find(own.begin(), own.end(), place) == own.end();
}

}  // namespace

CaseBuilder::CaseBuilder(const CaseText& text)
{
    m_case.title = text.title;
    m_case.place = text.place;
    takeFrame(text);
    std::vector<const CaseKey*> later;
    for (const auto& key : text.keys)
        if (!takeRows(key)) later.push_back(&key);
    for (const auto* key : later)
        if (!takeVisit(*key) && !takeFacts(*key) && !takeExpected(*key)) refuse(*key, "no such key");
    fillIn();
}

void CaseBuilder::takeFrame(const CaseText& text)
{
    auto setting = Setting::professional;
    auto date = Date::of(2024, 8, 15);
    if (const auto* key = findKey(text, "setting")) setting = mustRead(*key, parseSetting(key->value), key->value);
    if (const auto* key = findKey(text, "date")) date = dateOf(*key, key->value);
    std::optional<Date> discharge = date.plusDays(3);
    if (const auto* key = findKey(text, "discharge"))
        discharge = key->value == "none" ? std::nullopt : std::optional(dateOf(*key, key->value));
    encounter() = completeEncounter(setting, date, setting == Setting::inpatient ? discharge : std::nullopt);
    if (const auto* key = findKey(text, "through")) encounter().service.to = dateOf(*key, key->value);
    encounter().patient.birthDate = birthOf({}, "63", date);
    encounter().coverages = {coverageBy("CI", "60054")};
    m_case.context.today = date.plusDays(10);
    if (setting == Setting::inpatient && discharge && m_case.context.today < *discharge)
        m_case.context.today = discharge->plusDays(10);
    if (const auto* key = findKey(text, "today")) m_case.context.today = dateOf(*key, key->value);
}

/// What a complete encounter has and the case did not name.
void CaseBuilder::fillIn()
{
    auto& all = encounter();
    const bool isStay = all.setting == Setting::inpatient;
    if (isStay && !m_hasAdmitting && !all.claimDiagnoses().empty())
        all.diagnoses.push_back(
            {.id = {301}, .role = DiagnosisRole::admitting, .code = all.claimDiagnoses().front()->code});
    if (!m_hasLines && !m_namesNoLines)
        addLine({"line",
                 isStay         ? "rev=0120 x3 $4500.00"
                 : isFacility() ? "99213 rev=0510 $125.00"
                                : "99213 $125.00",
                 {}});
    for (auto& line : all.procedures) {
        if (line.system == CodeSystem::icd10pcs || isFacility()) continue;
        if (!m_namesFacility && needsFacility(all.placeOf(line))) all.providers.facility = serviceFacility();
        const auto& place = all.placeOf(line);
        if (!m_namesHospital && (place == "21" || place == "51" || place == "61"))
            all.claim.hospitalizedFrom = all.service.from;
    }
}

CaseUnderTest understood(const CaseText& text)
{
    return CaseBuilder(text).take();
}

}  // namespace cw::test
