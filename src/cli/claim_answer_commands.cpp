#include "app/billing/answer_desk.h"
#include "cli/claim_parts.h"

#include <algorithm>
#include <ostream>

namespace cw::cli {

namespace {

/// 3 when no file could be used; 1 when something is for a person: a rejection, a denial, money taken back, what fits
/// no claim, a file that could not be read.
int statusOf(const std::vector<app::AnswerOutcome>& outcomes)
{
    const auto isBad = [](const app::AnswerOutcome& outcome) { return outcome.error.has_value(); };
    if (!outcomes.empty() && std::all_of(outcomes.begin(), outcomes.end(), isBad)) return badInput;
    const auto needsPerson = [&](const app::AnswerOutcome& outcome) {
        return isBad(outcome) || outcome.rejected + outcome.denied + outcome.reversed + outcome.waiting > 0;
    };
    return std::any_of(outcomes.begin(), outcomes.end(), needsPerson) ? findings : done;
}

int tell(const Runner& runner, const std::vector<app::AnswerOutcome>& outcomes)
{
    Listing list({"file", "kinds", "known", "accepted", "rejected", "paid", "denied", "reversed", "waiting",
                  "paid_amount", "warnings"});
    for (const auto& outcome : outcomes) {
        if (outcome.error) {
            runner.console().err << outcome.name << ": " << outcome.error->detail << " [" << outcome.error->id << "]\n";
            continue;
        }
        for (const auto& warning : outcome.warnings) runner.console().err << outcome.name << ": " << warning << '\n';
        list.add({outcome.name, outcome.kinds, outcome.isKnown, outcome.accepted, outcome.rejected, outcome.paid,
                  outcome.denied, outcome.reversed, outcome.waiting, cell(outcome.paidAmount),
                  outcome.warnings.size()});
    }
    list.print(runner.console(), runner.general());
    return statusOf(outcomes);
}

Result<int> importFiles(const Runner& runner, app::Workspace& workspace, const std::vector<std::string>& files)
{
    const auto progress = progressOn(runner.console(), runner.general());
    app::AnswerDesk desk(workspace);
    if (files.empty()) {
        CW_TRY(const auto outcomes, desk.importFolders(progress));
        return tell(runner, outcomes);
    }
    CW_TRY(const auto outcomes, desk.importFiles({files.begin(), files.end()}, progress));
    return tell(runner, outcomes);
}

Result<int> listWaiting(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto all, app::AnswerDesk(workspace).waiting());
    Listing list({"waiting", "kind", "claim_number", "payer_claim_number", "patient", "service_from", "charge", "paid",
                  "reason"});
    for (const auto& one : all)
        list.add({one.id.value, one.kind, orNull(one.claimNumber), orNull(one.payerControlNumber),
                  orNull(one.patientName), cell(one.serviceFrom), cell(one.charge), cell(one.paid), one.reason});
    list.print(runner.console(), runner.general());
    return done;
}

/// The claims that one may belong to, likeliest first; its raw text with --raw.
Result<int> showWaiting(const Runner& runner, app::Workspace& workspace, WaitingAnswerId id, bool raw)
{
    CW_TRY(const auto details, app::AnswerDesk(workspace).waitingDetails(id));
    if (raw) {
        runner.console().out << details.first << (details.first.ends_with('\n') ? "" : "\n");
        return done;
    }
    Listing list({"claim_number", "encounter_id", "patient", "payer", "service_from", "charges", "status", "why"});
    for (const auto& [claim, why] : details.second)
        list.add({claim.claimNumber, claim.encounterId, claim.patientName, claim.payerName, claim.serviceFrom.iso(),
                  cell(claim.charges), toString(claim.status), why});
    list.print(runner.console(), runner.general());
    return done;
}

void addWaiting(CLI::App& claims, Chosen& chosen)
{
    auto* waiting = claims.add_subcommand("waiting", "Answers that fit none of our claims by number");
    auto id = std::make_shared<std::int64_t>(0);
    auto raw = std::make_shared<bool>(false);
    auto* one = waiting->add_option("WAITING-ID", *id, "The claims that this one may belong to");
    waiting->add_flag("--raw", *raw, "Its raw text")->needs(one);
    runsSignedIn(*waiting, chosen, [id, raw](const Runner& runner, app::Workspace& workspace) {
        return *id > 0 ? showWaiting(runner, workspace, {*id}, *raw) : listWaiting(runner, workspace);
    });

    auto* match = claims.add_subcommand("match", "An answer that waits belongs to this claim");
    auto answer = std::make_shared<std::int64_t>(0);
    auto claimNumber = std::make_shared<std::string>();
    match->add_option("WAITING-ID", *answer)->required()->check(CLI::PositiveNumber);
    match->add_option("CLAIM_NUMBER", *claimNumber)->required();
    runsSignedIn(*match, chosen, [answer, claimNumber](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        CW_TRY(const auto claim, claimByNumber(workspace, *claimNumber));
        CW_CHECK(app::AnswerDesk(workspace).match({*answer}, claim.id));
        runner.console().out << *answer << "\tmatched\t" << claim.claimNumber << '\n';
        return done;
    });

    auto* aside = claims.add_subcommand("set-aside", "An answer that waits concerns none of our claims");
    auto reason = std::make_shared<std::string>();
    aside->add_option("WAITING-ID", *answer)->required()->check(CLI::PositiveNumber);
    aside->add_option("--reason", *reason, "Why")->required();
    runsSignedIn(*aside, chosen, [answer, reason](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        CW_CHECK(app::AnswerDesk(workspace).setAside({*answer}, *reason));
        runner.console().out << *answer << "\tset aside\n";
        return done;
    });
}

}  // namespace

void addClaimAnswerCommands(CLI::App& claims, Chosen& chosen)
{
    auto* load = claims.add_subcommand("import", "TA1, 999, 277CA and 835: matched to claims");
    auto files = std::make_shared<std::vector<std::string>>();
    auto folders = std::make_shared<bool>(false);
    auto* named = load->add_option("FILE", *files, "Files");
    load->add_flag("--folders", *folders, "What lies in the partners' folders")->excludes(named);
    load->callback([&chosen, files, folders] {
        if (files->empty() && !*folders) throw CLI::RequiredError("FILE or --folders");
        chosen = [files](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return importFiles(runner, workspace, *files); });
        };
    });
    addWaiting(claims, chosen);
}

}  // namespace cw::cli
