#include "edits/rule_families.h"

#include "edits/code_tables.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

using State = CodeStanding::State;

void reportPcs(RuleRun& run, const LineView& procedure, std::string message, std::string fix)
{
    Finding finding = findingAt(procedure, Field::procedureCode, Severity::error);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

/// CV-10: a procedure of a stay that is not of the form of ICD-10-PCS, or not in the table of the day of discharge.
void checkPcsCode(RuleRun& run)
{
    const std::string date = run.view().date.iso();
    for (const auto& procedure : run.view().pcs) {
        const auto name = lineName(procedure.index, *procedure.row);
        if (procedure.code.empty()) {
            reportPcs(run, procedure, fmt::format("{}: the code is not of the form of an ICD-10-PCS code.", name),
                      "Enter seven letters or digits; the letters I and O do not occur.");
            continue;
        }
        const auto* standing = procedure.standing;
        if (!standing) continue;
        constexpr auto fix = "Build the code again from the ICD-10-PCS tables of that day.";
        if (standing->state == State::unknown)
            reportPcs(run, procedure,
                      fmt::format("{} is not in the ICD-10-PCS table {} that covers {}.", procedure.code,
                                  standing->releaseName, date),
                      fix);
        else if (standing->state == State::notInForce)
            reportPcs(run, procedure,
                      fmt::format("{} {}, so it is not in force on {}.", procedure.code,
                                  validityPhrase(*standing, run.view().date), date),
                      fix);
        else if (standing->state == State::header)
            reportPcs(run, procedure, fmt::format("{} is not a complete ICD-10-PCS code on {}.", procedure.code, date),
                      fix);
    }
}

}  // namespace

std::vector<Rule> pcsRules()
{
    return {{.id = "CV-10",
             .title = "ICD-10-PCS code valid on the day of discharge",
             .scope = scope::inpatient,
             .source = "ICD-10-PCS code set of the day of discharge; Medicare Code Editor, edit 1",
             .fix = "Enter a code of the ICD-10-PCS table that covers the day of discharge.",
             .check = checkPcsCode,
             .inputs = part::lines | part::service}};
}

}  // namespace cw::edits
