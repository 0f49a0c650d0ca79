#include "app/billing/denial_desk.h"
#include "base/file.h"
#include "cli/claim_parts.h"

#include <ostream>

namespace cw::cli {

namespace {

struct ReportOptions {
    WorkItemReport by = WorkItemReport::byCode;
    std::string kind = "denial";
    std::string from, to;
};

Result<int> printReport(const Runner& runner, app::Workspace& workspace, const ReportOptions& options)
{
    DateInterval opened;
    CW_TRY(const auto kind, parseWorkItemKind(options.kind));
    CW_TRY(opened.first, dayOrNone(options.from));
    CW_TRY(opened.last, dayOrNone(options.to));
    CW_TRY(const auto rows, app::DenialDesk(workspace).report(options.by, kind, opened));
    Listing list({"key", "items", "open", "amount", "recovered", "words"});
    for (const auto& row : rows)
        list.add({row.key, row.items, row.open, cell(row.amount), cell(row.recovered), orNull(row.sentence)});
    list.print(runner.console(), runner.general());
    return done;
}

void addAppeal(CLI::App& claims, Chosen& chosen)
{
    struct Options {
        std::int64_t item = 0;
        std::string out, letter;
    };
    auto* appeal = claims.add_subcommand("appeal", "Letter, claim, evidence and rules of a denial as one PDF");
    auto options = std::make_shared<Options>();
    appeal->add_option("ITEM", options->item)->required()->check(CLI::PositiveNumber);
    appeal->add_option("--out", options->out, "The PDF; must not exist")->required();
    appeal->add_option("--letter", options->letter, "Text file with the letter")->required();
    runsSignedIn(*appeal, chosen, [options](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        constexpr std::uintmax_t letterLimit = 1U << 20U;
        CW_TRY(const auto letter, readFile(options->letter, letterLimit));
        CW_TRY(const auto file, app::DenialDesk(workspace).appealPacket({options->item}, options->out, letter));
        runner.console().out << file.string() << '\n';
        return done;
    });
}

}  // namespace

void addClaimReportCommands(CLI::App& claims, Chosen& chosen)
{
    static const std::map<std::string, WorkItemReport> reports = {
        {"code", WorkItemReport::byCode},   {"payer", WorkItemReport::byPayer},
        {"rule", WorkItemReport::byRule},   {"outcome", WorkItemReport::byOutcome},
        {"coder", WorkItemReport::byCoder}, {"root-cause", WorkItemReport::byRootCause}};
    auto* report = claims.add_subcommand("report", "Rejections or denials counted");
    auto options = std::make_shared<ReportOptions>();
    report->add_option("--by", options->by, "What a row stands for")
        ->required()
        ->transform(CLI::Transformer(reports))
        ->type_name("code|payer|rule|outcome|root-cause|coder");
    report->add_option("--kind", options->kind)->check(CLI::IsMember({"rejection", "denial"}))->capture_default_str();
    report->add_option("--from", options->from, "Opened on this day or later");
    report->add_option("--to", options->to, "Opened on this day or earlier");
    runsSignedIn(*report, chosen, [options](const Runner& runner, app::Workspace& workspace) {
        return printReport(runner, workspace, *options);
    });
    addAppeal(claims, chosen);
}

}  // namespace cw::cli
