#include "app/billing_desk.h"
#include "app/worklist.h"
#include "base/file.h"
#include "cli/listing.h"
#include "cli/runner.h"
#include "import/encounter_json.h"

#include <ostream>

namespace cw::cli {

namespace {

struct ClaimOptions {
    std::vector<std::string> ids;
    bool approved = false;
    std::string form;
    std::string out;
    std::string file;
    bool test = false;
};

Status onlyProfessional(const std::string& form)
{
    if (form == "837p") return {};
    return Error{ErrorKind::unsupported, "CLI-010", "form " + form + ": not available yet; 837p is"};
}

int tellRefused(const Runner& runner, const std::vector<app::Refusal>& refused)
{
    for (const auto& refusal : refused)
        runner.console().err << "refused " << refusal.encounterId << ": " << refusal.reason << '\n';
    return refused.empty() ? done : findings;
}

Result<int> exportClaims(const Runner& runner, app::Workspace& workspace, const ClaimOptions& options)
{
    CW_CHECK(onlyProfessional(options.form));
    auto ids = options.ids;
    if (options.approved) {
        WorklistFilter filter;
        filter.statuses = {EncounterStatus::approved};
        CW_TRY(const auto page, app::Worklist(workspace).page(filter));
        for (const auto& row : page.rows) ids.push_back(row.summary.encounterId);
    }
    CW_TRY(const auto outcome, app::BillingDesk(workspace).exportClaims(
                                   ids, options.out, options.test, progressOn(runner.console(), runner.general())));
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
    Listing list({"file", "payer", "claims"});
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    for (std::size_t i = 0; i < preview->files.size(); ++i) {
        const auto& [payerName, payerId, content] = preview->files[i];
        for (const auto& replacement : content.replacements) runner.console().err << replacement << '\n';
        const auto number = preview->files.size() > 1 ? "-" + std::to_string(i + 1) : std::string();
        const auto file = std::filesystem::path(folder) / ("preview-837p" + number + ".x12");
        CW_CHECK(writeFileAtomically(file, content.bytes, true));
        list.add({file.string(), payerName, content.claims.size()});
    }
    list.print(runner.console(), runner.general());
    return status;
}

Result<int> previewFile(const Runner& runner, const std::shared_ptr<const RuleTables>& tables,
                        const ClaimOptions& options)
{
    CW_CHECK(onlyProfessional(options.form));
    CW_TRY(const auto bytes, readFile(options.file));
    CountingIdSource ids;
    CW_TRY(const auto imported, readEncounterJson(bytes, std::filesystem::path(options.file).filename().string(), ids));
    std::vector<Encounter> encounters;
    for (const auto& one : imported) encounters.push_back(one.encounter);
    return writePreview(runner, app::BillingDesk::previewEncounters(encounters, tables, runner.console().clock),
                        options.out);
}

Result<int> listClaims(const Runner& runner, app::Workspace& workspace, std::int64_t batch)
{
    CW_TRY(const auto claims, app::BillingDesk(workspace).claims(batch > 0 ? std::optional(batch) : std::nullopt));
    Listing list({"batch", "encounter_id", "claim_number", "version", "payer", "charges", "status", "last_response"});
    for (const auto& claim : claims)
        list.add({claim.batchNumber, claim.encounterId, claim.claimNumber, claim.version, claim.payerName,
                  claim.charges.decimal(), claim.status, claim.lastResponse});
    list.print(runner.console(), runner.general());
    return done;
}

}  // namespace

void addClaimCommands(CLI::App& app, Chosen& chosen)
{
    auto* claims = app.add_subcommand("claims", "Claim files");
    claims->require_subcommand(1);
    const auto forms = CLI::IsMember({"837p", "837i", "cms1500", "ub04", "json", "csv", "fhir"});

    auto* send = claims->add_subcommand("export", "Write claim files and mark the encounters exported");
    auto sent = std::make_shared<ClaimOptions>();
    auto* sentIds = send->add_option("ID", sent->ids, "Encounters");
    send->add_flag("--approved", sent->approved, "All approved encounters")->excludes(sentIds);
    send->add_option("--form", sent->form, "Kind of file")->required()->check(forms);
    send->add_option("--out", sent->out, "Folder")->required();
    send->add_flag("--test", sent->test, "A test file: usage indicator T, nothing is marked exported");
    send->callback([&chosen, sent] {
        if (sent->ids.empty() && !sent->approved) throw CLI::RequiredError("ID or --approved");
        chosen = [sent](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return exportClaims(runner, workspace, *sent); });
        };
    });

    auto* preview = claims->add_subcommand("preview", "The same files, nothing stored");
    auto seen = std::make_shared<ClaimOptions>();
    auto* seenIds = preview->add_option("ID", seen->ids, "Encounters");
    preview->add_option("--file", seen->file, "Encounter JSON")->excludes(seenIds);
    preview->add_option("--form", seen->form, "Kind of file")->required()->check(forms);
    preview->add_option("--out", seen->out, "Folder")->required();
    preview->callback([&chosen, seen] {
        if (seen->ids.empty() && seen->file.empty()) throw CLI::RequiredError("ID or --file");
        chosen = [seen](const Runner& runner) {
            if (!seen->file.empty())
                return runner.withEditTables([&](const auto& tables) { return previewFile(runner, tables, *seen); });
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_CHECK(onlyProfessional(seen->form));
                return writePreview(runner, app::BillingDesk(workspace).preview(seen->ids), seen->out);
            });
        };
    });

    auto* list = claims->add_subcommand("list", "Claims, their status and last response");
    auto batch = std::make_shared<std::int64_t>(0);
    list->add_option("--batch", *batch, "Only this batch")->check(CLI::PositiveNumber);
    list->callback([&chosen, batch] {
        chosen = [batch](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return listClaims(runner, workspace, *batch); });
        };
    });

    auto* again = claims->add_subcommand("save-file", "Write a recorded claim file once more, byte for byte");
    auto number = std::make_shared<std::int64_t>(0);
    auto folder = std::make_shared<std::string>();
    again->add_option("BATCH", *number, "Batch number")->required()->check(CLI::PositiveNumber);
    again->add_option("--out", *folder, "Folder")->required();
    again->callback([&chosen, number, folder] {
        chosen = [number, folder](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto file, app::BillingDesk(workspace).saveBatchFile(*number, *folder));
                runner.console().out << file.string() << '\n';
                return done;
            });
        };
    });
    addUnavailable(*claims, chosen, "import", "TA1, 999, 277CA and 835 responses");
}

}  // namespace cw::cli
