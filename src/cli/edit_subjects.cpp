#include "cli/edit_subjects.h"

#include "base/text.h"

#include <algorithm>

namespace cw::cli {

std::vector<NamedRow> rowsOf(const Encounter& encounter)
{
    std::vector<NamedRow> rows;
    int admitting = 0;
    int reasons = 0;
    for (const auto& diagnosis : encounter.diagnoses) {
        std::string name;
        switch (diagnosis.role) {
        case DiagnosisRole::diagnosis: name = "dx" + std::to_string(encounter.claimPosition(diagnosis.id)); break;
        case DiagnosisRole::admitting: name = "admitting" + std::to_string(++admitting); break;
        case DiagnosisRole::reasonForVisit: name = "reason" + std::to_string(++reasons); break;
        }
        rows.push_back({std::move(name), diagnosis.id.value});
    }
    int lines = 0;
    int pcs = 0;
    for (const auto& line : encounter.procedures) {
        const bool isPcs = line.system == CodeSystem::icd10pcs;
        rows.push_back({isPcs ? "pcs" + std::to_string(++pcs) : "line" + std::to_string(++lines), line.id.value});
    }
    return rows;
}

std::string subjectsText(const Encounter& encounter, const FindingKey& key)
{
    const auto rows = rowsOf(encounter);
    std::vector<std::string> names;
    for (const auto subject : key.subjects) {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [subject](const NamedRow& row) { return row.id == subject; });
        names.push_back(found == rows.end() ? "gone" : found->name);
    }
    std::sort(names.begin(), names.end());
    return text::join(names, ",");
}

Result<FindingKey> findFinding(const Encounter& encounter, const EditReport& report, const std::string& rule,
                               const std::string& subjects)
{
    const auto rows = rowsOf(encounter);
    std::vector<std::int64_t> wanted;
    for (const auto part : text::split(subjects, ',')) {
        const auto name = text::lowerAscii(text::trim(part));
        if (name.empty()) continue;
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&name](const NamedRow& row) { return row.name == name; });
        if (found == rows.end())
            return Error{ErrorKind::invalidInput, "CLI-062",
                         "encounter " + encounter.encounterId + " has no row " + name +
                             "; rows are named dx1, line1, pcs1, admitting1, reason1"};
        wanted.push_back(found->id);
    }
    std::vector<const Finding*> found;
    for (const auto& finding : report.findings) {
        const auto& own = finding.key.subjects;
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&own](std::int64_t id) {
            return std::find(own.begin(), own.end(), id) != own.end();
        });
        if (finding.key.rule == rule && fits) found.push_back(&finding);
    }
    if (found.size() == 1) return found.front()->key;
    if (found.empty())
        return Error{ErrorKind::notFound, "CLI-060",
                     "the edits do not report " + rule + " for these rows of encounter " + encounter.encounterId};
    std::string choices;
    for (const auto* finding : found)
        choices += (choices.empty() ? "" : " or ") + subjectsText(encounter, finding->key);
    return Error{ErrorKind::conflict, "CLI-061",
                 rule + " is reported " + std::to_string(found.size()) + " times; name the rows: --subjects " +
                     choices};
}

}  // namespace cw::cli
