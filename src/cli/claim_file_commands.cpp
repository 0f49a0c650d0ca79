#include "app/billing_desk.h"
#include "app/worklist.h"
#include "base/file.h"
#include "cli/claim_parts.h"
#include "import/encounter_json.h"

#include <ostream>

namespace cw::cli {

namespace {

struct FileOptions {
    std::vector<std::string> ids;
    bool approved = false;
    std::string form;
    std::string out;
    std::string file;
    std::string rank;
    bool test = false;
    bool allOrNothing = false;
    bool labels = false;
    bool partnerFolders = false;
};

int tellRefused(const Runner& runner, const std::vector<app::Refusal>& refused)
{
    for (const auto& refusal : refused)
        runner.console().err << "refused " << refusal.encounterId << ": " << refusal.reason << '\n';
    return refused.empty() ? done : findings;
}

Result<app::ExportRequest> requestOf(const FileOptions& options)
{
    app::ExportRequest request;
    request.encounterIds = options.ids;
    CW_TRY(request.form, parseClaimForm(options.form));
    request.folder = options.out;
    request.test = options.test;
    request.usePartnerFolders = options.partnerFolders;
    request.allOrNothing = options.allOrNothing;
    if (!options.rank.empty()) {
        CW_TRY(request.billed, parseRank(options.rank));
    }
    if (options.labels) request.background = paper::Background::labels;
    return request;
}

Result<int> exportClaims(const Runner& runner, app::Workspace& workspace, const FileOptions& options)
{
    CW_TRY(auto request, requestOf(options));
    if (options.approved) {
        WorklistFilter filter;
        filter.statuses = {EncounterStatus::approved};
        CW_TRY(const auto page, app::Worklist(workspace).page(filter));
        // What another form takes is for another export: passed over, not refused.
        std::size_t others = 0;
        for (const auto& row : page.rows) {
            if (takes(*request.form, row.summary.setting))
                request.encounterIds.push_back(row.summary.encounterId);
            else
                ++others;
        }
        if (others > 0)
            runner.console().err << "passed over " << others << " that " << options.form << " does not take\n";
    }
    CW_TRY(const auto outcome,
           app::BillingDesk(workspace).exportClaims(request, progressOn(runner.console(), runner.general())));
    const int status = tellRefused(runner, outcome.refused);
    for (const auto& replacement : outcome.replacements) runner.console().err << replacement << '\n';
    Listing list({"batch", "file", "payer", "claims", "charges", "interchange", "test", "sha256"});
    for (const auto& file : outcome.files)
        list.add({file.batch.number, file.file.string(), file.payerName, file.batch.claims,
                  file.batch.charges.decimal(), file.batch.interchangeControlNumber, file.batch.test,
                  file.batch.digest});
    list.print(runner.console(), runner.general());
    return status;
}

Result<int> writePreview(const Runner& runner, const Result<app::ClaimPreview>& preview, const std::string& folder)
{
    if (!preview) return preview.error();
    const int status = tellRefused(runner, preview->refused);
    Listing list({"file", "payer", "claims", "charges"});
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    for (std::size_t i = 0; i < preview->files.size(); ++i) {
        const auto& one = preview->files[i];
        for (const auto& replacement : one.file.replacements) runner.console().err << replacement << '\n';
        const auto number = preview->files.size() > 1 ? "-" + std::to_string(i + 1) : std::string();
        const auto name =
            "preview-" + std::string(toString(one.form)) + number + "." + std::string(fileExtension(one.form));
        const auto file = std::filesystem::path(folder) / name;
        CW_CHECK(writeFileAtomically(file, one.file.bytes, true));
        list.add({file.string(), one.payerName, one.file.claims.size(), cell(one.charges)});
    }
    list.print(runner.console(), runner.general());
    return status;
}

Result<int> previewFile(const Runner& runner, const std::shared_ptr<const RuleTables>& tables,
                        const FileOptions& options)
{
    CW_TRY(const auto form, parseClaimForm(options.form));
    CW_TRY(const auto bytes, readFile(options.file));
    CountingIdSource ids;
    CW_TRY(const auto imported, readEncounterJson(bytes, std::filesystem::path(options.file).filename().string(), ids));
    std::vector<Encounter> encounters;
    for (const auto& one : imported) encounters.push_back(one.encounter);
    return writePreview(runner, app::BillingDesk::previewEncounters(encounters, tables, runner.console().clock, form),
                        options.out);
}

/// Options that both commands have.
std::shared_ptr<FileOptions> addCommon(CLI::App& command)
{
    auto options = std::make_shared<FileOptions>();
    command.add_option("ID", options->ids, "Encounters");
    command.add_option("--form", options->form, "Kind of file")
        ->required()
        ->check(CLI::IsMember({"837p", "837i", "cms1500", "ub04", "json", "csv", "xlsx", "fhir"}));
    command.add_option("--out", options->out, "Folder")->required();
    command.add_option("--rank", options->rank, "Bill this coverage, not the next one that is open")
        ->check(CLI::IsMember({"primary", "secondary", "tertiary"}));
    command.add_flag("--labels", options->labels, "Paper: with boxes and labels, to read and not to send");
    return options;
}

void addPreview(CLI::App& claims, Chosen& chosen)
{
    auto* preview = claims.add_subcommand("preview", "The same files, nothing stored");
    const auto seen = addCommon(*preview);
    preview->add_option("--file", seen->file, "Encounter JSON")
        ->excludes(preview->get_option("ID"))
        ->excludes(preview->get_option("--rank"));
    preview->callback([&chosen, seen] {
        if (seen->ids.empty() && seen->file.empty()) throw CLI::RequiredError("ID or --file");
        chosen = [seen](const Runner& runner) {
            if (!seen->file.empty())
                return runner.withEditTables([&](const auto& tables) { return previewFile(runner, tables, *seen); });
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto request, requestOf(*seen));
                const auto progress = progressOn(runner.console(), runner.general());
                return writePreview(runner, app::BillingDesk(workspace).preview(request, progress), seen->out);
            });
        };
    });
}

}  // namespace

void addClaimFileCommands(CLI::App& claims, Chosen& chosen)
{
    auto* send = claims.add_subcommand("export", "Write claim files and mark the encounters exported");
    const auto sent = addCommon(*send);
    send->add_flag("--approved", sent->approved, "All approved encounters that the form takes")
        ->excludes(send->get_option("ID"));
    send->add_flag("--test", sent->test, "A test file: usage indicator T, nothing is marked exported");
    send->add_flag("--all-or-nothing", sent->allOrNothing, "One refusal, and nothing is written");
    send->add_flag("--partner-folders", sent->partnerFolders, "Into the partner's own folder where it has one");
    send->callback([&chosen, sent] {
        if (sent->ids.empty() && !sent->approved) throw CLI::RequiredError("ID or --approved");
        chosen = [sent](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return exportClaims(runner, workspace, *sent); });
        };
    });

    addPreview(claims, chosen);

    auto* again = claims.add_subcommand("save-file", "Write a recorded claim file once more, byte for byte");
    auto number = std::make_shared<std::int64_t>(0);
    auto folder = std::make_shared<std::string>();
    again->add_option("BATCH", *number, "Batch number")->required()->check(CLI::PositiveNumber);
    again->add_option("--out", *folder, "Folder")->required();
    runsSignedIn(*again, chosen, [number, folder](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        CW_TRY(const auto file, app::BillingDesk(workspace).saveBatchFile(*number, *folder));
        runner.console().out << file.string() << '\n';
        return done;
    });
}

}  // namespace cw::cli
