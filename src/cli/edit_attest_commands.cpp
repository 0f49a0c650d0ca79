#include "app/coding_desk.h"
#include "app/edit_desk.h"
#include "base/text.h"
#include "cli/code_options.h"
#include "cli/edit_subjects.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <algorithm>
#include <ostream>

namespace cw::cli {

namespace {

struct AttestOptions {
    std::string encounter;
    std::string rule;
    std::string subjects;
    std::string reason;
    bool withdraw = false;
};

Result<int> withdraw(app::Workspace& workspace, const AttestOptions& options)
{
    CW_TRY(const auto chart, app::CodingDesk(workspace).open(options.encounter));
    app::EditDesk desk(workspace);
    CW_TRY(const auto all, desk.attestations(options.encounter));
    const auto& encounter = chart.stored.encounter;
    std::vector<std::string> names;
    for (const auto part : text::split(options.subjects, ','))
        if (auto name = text::lowerAscii(text::trim(part)); !name.empty()) names.push_back(std::move(name));
    std::sort(names.begin(), names.end());
    std::vector<const Attestation*> found;
    for (const auto& one : all)
        if (one.key.rule == options.rule &&
            (names.empty() || subjectsText(encounter, one.key) == text::join(names, ",")))
            found.push_back(&one);
    if (found.empty())
        return Error{ErrorKind::notFound, "CLI-063",
                     "nobody attested " + options.rule + " for these rows of encounter " + encounter.encounterId};
    if (found.size() > 1)
        return Error{ErrorKind::conflict, "CLI-065",
                     options.rule + " is attested " + std::to_string(found.size()) +
                         " times; name the rows with --subjects"};
    CW_CHECK(desk.withdrawAttestation(options.encounter, found.front()->id));
    return done;
}

Result<int> attest(const Runner& runner, app::Workspace& workspace, const AttestOptions& options)
{
    if (options.withdraw) return withdraw(workspace, options);
    CW_TRY(const auto chart, app::CodingDesk(workspace).open(options.encounter));
    const auto& encounter = chart.stored.encounter;
    CW_TRY(const auto key, findFinding(encounter, chart.report, options.rule, options.subjects));
    std::string seen;  // What the person is shown must be what is attested.
    for (const auto& finding : chart.report.findings)
        if (finding.key == key) seen = basisOf(encounter, finding);
    CW_TRY(const auto made, app::EditDesk(workspace).attest(options.encounter, key, options.reason, seen));
    runner.console().out << "attested\t" << made.key.rule << '\t' << subjectsText(encounter, made.key) << '\n';
    return done;
}

/// "holds" while the edits report the finding on the same facts.
std::string_view standing(const Encounter& encounter, const Attestation& attestation, const EditReport& report)
{
    for (const auto& finding : report.findings)
        if (finding.key == attestation.key)
            return finding.canAttest && basisOf(encounter, finding) == attestation.basis ? "holds" : "lapsed";
    return "not reported";
}

Result<int> list(const Runner& runner, app::Workspace& workspace, const std::string& id)
{
    CW_TRY(const auto chart, app::CodingDesk(workspace).open(id));
    CW_TRY(const auto all, app::EditDesk(workspace).attestations(id));
    const auto& encounter = chart.stored.encounter;
    Listing rows({"rule", "subjects", "state", "by", "when", "why"});
    for (const auto& one : all)
        rows.add({one.key.rule, subjectsText(encounter, one.key), standing(encounter, one, chart.report), one.by.who,
                  one.by.when.iso(), one.by.why});
    rows.print(runner.console(), runner.general());
    return done;
}

Result<int> recheck(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto report, app::EditDesk(workspace).recheck(progressOn(runner.console(), runner.general())));
    const auto format = formatOf(runner.general(), runner.console());
    Listing rows({"encounter_id", "status", "was_ready", "ready", "gone", "added"});
    int worse = 0;
    for (const auto& change : report.changes) {
        rows.add({change.encounterId, toString(change.status), change.wasReady, change.isReady,
                  textsCell(change.gone, format, "; "), textsCell(change.added, format, "; ")});
        worse += change.wasReady && !change.isReady ? 1 : 0;
    }
    rows.print(runner.console(), runner.general());
    runner.console().err << report.checked << " encounters checked, " << report.changes.size() << " changed, "
                         << report.first << " checked for the first time\n";
    return worse > 0 ? findings : done;
}

}  // namespace

void addAttestCommands(CLI::App& edits, Chosen& chosen)
{
    auto* take = edits.add_subcommand("attest", "Take a finding for right as it stands");
    auto options = std::make_shared<AttestOptions>();
    take->add_option("ENCOUNTER", options->encounter, "Encounter")->required();
    take->add_option("RULE", options->rule, "Rule of the finding")->required();
    take->add_option("--subjects", options->subjects,
                     "Its rows: dx1,line2; needed when the rule reports several times");
    auto* reason = take->add_option("--reason", options->reason, "Why the codes are right");
    take->add_flag("--withdraw", options->withdraw, "Take an attestation back")->excludes(reason);
    take->callback([&chosen, options] {
        if (options->reason.empty() && !options->withdraw) throw CLI::RequiredError("--reason or --withdraw");
        chosen = [options](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return attest(runner, workspace, *options); });
        };
    });

    auto* all = edits.add_subcommand("attestations", "Who took what for right, and whether it holds");
    auto id = std::make_shared<std::string>();
    all->add_option("ENCOUNTER", *id, "Encounter")->required();
    all->callback([&chosen, id] {
        chosen = [id](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return list(runner, workspace, *id); });
        };
    });

    edits.add_subcommand("recheck", "Check all unbilled encounters again and tell what changed")->callback([&chosen] {
        chosen = [](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return recheck(runner, workspace); });
        };
    });
}

}  // namespace cw::cli
