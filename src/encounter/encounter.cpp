#include "encounter/encounter.h"

#include <algorithm>

namespace cw {

std::string_view toString(Setting setting) noexcept
{
    switch (setting) {
    case Setting::professional: return "professional";
    case Setting::outpatient: return "outpatient";
    case Setting::inpatient: return "inpatient";
    }
    return "";
}

Result<Setting> parseSetting(std::string_view text)
{
    for (const auto setting : {Setting::professional, Setting::outpatient, Setting::inpatient})
        if (text == toString(setting)) return setting;
    return Error{ErrorKind::invalidInput, "ENCOUNTER-001", "setting must be professional, outpatient or inpatient"};
}

Date Encounter::codingDate() const
{
    if (setting == Setting::inpatient) {
        if (service.dischargedAt) return service.dischargedAt->date;
        if (service.to) return *service.to;
    }
    return service.from;
}

std::vector<const Diagnosis*> Encounter::claimDiagnoses() const
{
    std::vector<const Diagnosis*> found;
    for (const auto& diagnosis : diagnoses)
        if (diagnosis.role == DiagnosisRole::diagnosis) found.push_back(&diagnosis);
    return found;
}

int Encounter::claimPosition(DiagnosisId id) const
{
    int position = 0;
    for (const auto& diagnosis : diagnoses) {
        if (diagnosis.role != DiagnosisRole::diagnosis) continue;
        ++position;
        if (diagnosis.id == id) return position;
    }
    return 0;
}

Money Encounter::totalCharges() const
{
    Money total;
    for (const auto& line : procedures) total += line.charge.value_or(Money{});
    return total;
}

const Coverage* Encounter::coverage(CoverageRank rank) const
{
    const auto found =
        std::find_if(coverages.begin(), coverages.end(), [rank](const Coverage& c) { return c.rank == rank; });
    return found == coverages.end() ? nullptr : &*found;
}

const Diagnosis* Encounter::find(DiagnosisId id) const
{
    const auto found =
        std::find_if(diagnoses.begin(), diagnoses.end(), [id](const Diagnosis& d) { return d.id == id; });
    return found == diagnoses.end() ? nullptr : &*found;
}

const ProcedureLine* Encounter::find(ProcedureId id) const
{
    const auto found =
        std::find_if(procedures.begin(), procedures.end(), [id](const ProcedureLine& p) { return p.id == id; });
    return found == procedures.end() ? nullptr : &*found;
}

const std::string& Encounter::placeOf(const ProcedureLine& line) const
{
    return line.placeOfService.empty() ? service.placeOfService : line.placeOfService;
}

}  // namespace cw
