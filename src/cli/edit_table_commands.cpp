#include "app/edit_desk.h"
#include "base/file.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <algorithm>
#include <ostream>

namespace cw::cli {

namespace {

using Json = nlohmann::ordered_json;

Result<int> list(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto shipped, app::EditDesk(workspace).shippedRuleFiles());
    CW_TRY(const auto imported, app::EditDesk(workspace).ruleFiles());
    Listing rows({"file", "origin", "in_force", "rows", "sha256", "imported_at", "imported_by"});
    for (const auto& file : shipped) {
        const bool isReplaced = std::any_of(imported.begin(), imported.end(), [&file](const RuleFileRecord& other) {
            return other.isInForce && other.name == file.name;
        });
        rows.add({file.name, "shipped", !isReplaced, file.rows, file.digest, Json(), ""});
    }
    for (const auto& file : imported)
        rows.add({file.name, "imported", file.isInForce, file.rows, file.digest, file.when.iso(), file.who});
    rows.print(runner.console(), runner.general());
    return done;
}

struct TableOptions {
    std::string file;
    std::string name;
    bool dropMany = false;
    bool isDryRun = false;
};

Result<int> import(const Runner& runner, app::Workspace& workspace, const TableOptions& options)
{
    CW_TRY(auto text, readFile(options.file));
    const edits::RuleFile file{options.name, std::move(text)};
    app::EditDesk desk(workspace);
    CW_TRY(const auto preview,
           options.isDryRun ? desk.previewRuleFile(file) : desk.installRuleFile(file, options.dropMany));
    Listing rows({"change", "row"});
    for (const auto& row : preview.dropped) rows.add({"dropped", row});
    for (const auto& row : preview.added) rows.add({"added", row});
    rows.print(runner.console(), runner.general());
    auto& err = runner.console().err;
    err << preview.name << ": " << preview.rows << " rows, before " << preview.rowsBefore
        << (options.isDryRun ? "; dry run, nothing changed" : "") << '\n';
    if (options.isDryRun && preview.dropsMany) err << "more than a tenth of the rows would go; --drop-many is needed\n";
    return options.isDryRun && preview.dropsMany ? findings : done;
}

}  // namespace

void addEditTableCommands(CLI::App& edits, Chosen& chosen)
{
    auto* tables = edits.add_subcommand("tables", "Files of rules, as shipped and as imported");
    tables->require_subcommand(0, 1);
    tables->callback([&chosen, tables] {
        if (!tables->get_subcommands().empty()) return;
        chosen = [](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return list(runner, workspace); });
        };
    });

    auto* load = tables->add_subcommand("import", "Put a file in the place of the shipped one of that name");
    auto options = std::make_shared<TableOptions>();
    load->add_option("FILE", options->file, "Tab separated, in the form of the shipped files")->required();
    load->add_option("--as", options->name, "Its name: coverage.tsv, lists/sepsis.tsv")->required();
    load->add_flag("--drop-many", options->dropMany, "More than a tenth of the rows in force may go");
    load->add_flag("--dry-run", options->isDryRun, "Say what would change; change nothing");
    load->callback([&chosen, options] {
        chosen = [options](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return import(runner, workspace, *options); });
        };
    });

    auto* take = tables->add_subcommand("withdraw", "Back to the shipped file");
    auto name = std::make_shared<std::string>();
    take->add_option("NAME", *name, "As `edits tables` lists it")->required();
    take->callback([&chosen, name] {
        chosen = [name](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_CHECK(app::EditDesk(workspace).withdrawRuleFile(*name));
                return done;
            });
        };
    });
}

}  // namespace cw::cli
