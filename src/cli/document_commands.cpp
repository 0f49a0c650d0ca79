#include "app/audit_packet.h"
#include "app/chart_desk.h"
#include "app/document_list.h"
#include "cli/intake_report.h"
#include "cli/listing.h"

#include <chrono>
#include <ostream>
#include <thread>

namespace cw::cli {

namespace {

std::optional<std::string> named(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

struct ImportArguments {
    std::vector<std::string> paths;
    std::string encounter;
    std::string mrn;
    std::int64_t replaces = 0;
    std::string passwordVariable;
};

Result<int> importDocuments(const Runner& runner, app::Workspace& workspace, const ImportArguments& arguments)
{
    app::IntakeOptions options;
    options.encounterId = named(arguments.encounter);
    options.mrn = named(arguments.mrn);
    if (arguments.replaces != 0) options.replaces = DocumentId{arguments.replaces};
    if (!arguments.passwordVariable.empty()) {
        const auto password = runner.console().environment(arguments.passwordVariable.c_str());
        if (!password)
            return Error{ErrorKind::unsupported, "CLI-040",
                         "no password: " + arguments.passwordVariable + " is not set"};
        options.password = *password;
    }
    options.pages = runner.console().pages;
    const std::vector<std::filesystem::path> from(arguments.paths.begin(), arguments.paths.end());
    CW_TRY(const auto outcome,
           app::Intake(workspace).importFiles(from, options, progressOn(runner.console(), runner.general())));
    return tellIntake(runner, outcome);
}

Result<int> listDocuments(const Runner& runner, app::Workspace& workspace, const std::string& encounter,
                          const std::string& mrn)
{
    CW_TRY(const auto documents, app::documentsOf(workspace, named(encounter), named(mrn)));
    Listing listing({"document_id", "version", "versions", "type", "format", "title", "date", "author", "status",
                     "pages", "unread", "tags", "archived"});
    for (const auto& info : documents)
        listing.add({info.id.value, info.versionNumber, info.versionCount, toString(info.type), toString(info.format),
                     info.title, info.date ? nlohmann::ordered_json(info.date->iso()) : nlohmann::ordered_json(),
                     info.author, info.status, info.pages, info.unread, info.tags, info.isArchived});
    listing.print(runner.console(), runner.general());
    return done;
}

Result<int> searchDocuments(const Runner& runner, app::Workspace& workspace, const std::string& encounter,
                            const std::vector<std::string>& words)
{
    std::string query;
    for (const auto& word : words) query += (query.empty() ? "" : " ") + word;
    CW_TRY(const auto documents, app::documentsOf(workspace, encounter, std::nullopt));
    CW_TRY(const auto row, app::rowOf(workspace, encounter));
    CW_TRY(const auto index, app::ChartDesk(workspace).searchIndex(row));
    Listing listing({"document_id", "title", "page", "begin", "end", "snippet", "recognised"});
    const auto hits = index->find(query, 1000, runner.console().stop);
    for (const auto& hit : hits)
        for (const auto& info : documents)
            if (info.version == hit.version)
                listing.add(
                    {info.id.value, info.title, hit.page + 1, hit.begin, hit.end, hit.snippet, hit.isRecognised});
    listing.print(runner.console(), runner.general());
    return done;
}

/// Sweeps until Ctrl+C. A file is taken when it lay still from one sweep to the next.
Result<int> watchFolder(const Runner& runner, app::Workspace& workspace, const std::string& folder, bool once)
{
    using namespace std::chrono_literals;
    app::IntakeFolder intake(workspace);
    if (!folder.empty()) CW_CHECK(intake.setFolder(folder));
    CW_TRY(const auto watched, intake.folder());
    if (watched.empty()) return Error{ErrorKind::unsupported, "CLI-041", "no folder is watched: name one"};
    app::IntakeFolder::Seen seen;
    // The first sweep only looks: with --once two of them, a moment apart.
    int status = done;
    for (int sweeps = 0; !runner.console().stop.stop_requested(); ++sweeps) {
        CW_TRY(const auto outcome,
               intake.sweep(seen, progressOn(runner.console(), runner.general()), runner.console().pages));
        if (outcome.files > 0 || !outcome.notes.empty()) status = std::max(status, tellIntake(runner, outcome));
        if (once && sweeps == 1) return status;
        for (auto waited = 0ms; waited < (once ? 300ms : 5000ms) && !runner.console().stop.stop_requested();
             waited += 100ms)
            std::this_thread::sleep_for(100ms);
    }
    return status;
}

/// Reads the text of pages that wait for it, and recognises that of scans.
Result<int> readPages(const Runner& runner, app::Workspace& workspace)
{
    if (runner.console().pages == nullptr)
        return Error{ErrorKind::unsupported, "CLI-042", "this build cannot read pages: it was made without Qt"};
    app::DocumentReading reading(workspace);
    app::DocumentReading::Outcome all;
    do {
        CW_TRY(const auto some,
               reading.readWaiting(*runner.console().pages, 1, progressOn(runner.console(), runner.general())));
        all.documents += some.documents;
        all.pages += some.pages;
        all.recognised += some.recognised;
        all.failed += some.failed;
        for (const auto& note : some.notes) runner.console().err << note << '\n';
        all.isMore = some.isMore;
    } while (all.isMore && !runner.console().stop.stop_requested());
    runner.console().out << all.documents << " documents read, " << all.pages << " pages, " << all.recognised
                         << " pages recognised, " << all.failed << " failed\n";
    return all.failed > 0 ? findings : done;
}

void addRead(CLI::App& documents, Chosen& chosen)
{
    documents.add_subcommand("read", "Read the text of pages and recognise that of scans now")->callback([&chosen] {
        chosen = [](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return readPages(runner, workspace); });
        };
    });
}

void addImport(CLI::App& documents, Chosen& chosen)
{
    auto* bring = documents.add_subcommand("import", "Import files or folders of documents and messages");
    auto arguments = std::make_shared<ImportArguments>();
    bring->add_option("PATH", arguments->paths, "Files or folders")->required();
    auto* byEncounter = bring->add_option("--encounter", arguments->encounter, "Encounter they belong to");
    bring->add_option("--mrn", arguments->mrn, "Patient they belong to")->excludes(byEncounter);
    bring->add_option("--replaces", arguments->replaces, "Document of which this is a corrected version");
    bring->add_option("--password-env", arguments->passwordVariable,
                      "Environment variable with the password of a protected PDF or zip");
    bring->callback([&chosen, arguments] {
        chosen = [arguments](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return importDocuments(runner, workspace, *arguments); });
        };
    });
}

void addList(CLI::App& documents, Chosen& chosen)
{
    auto* list = documents.add_subcommand("list", "Documents of an encounter or a patient, all versions");
    auto encounter = std::make_shared<std::string>();
    auto mrn = std::make_shared<std::string>();
    auto* byEncounter = list->add_option("--encounter", *encounter, "Encounter");
    list->add_option("--mrn", *mrn, "Patient")->excludes(byEncounter);
    list->callback([&chosen, encounter, mrn] {
        if (encounter->empty() && mrn->empty()) throw CLI::RequiredError("--encounter or --mrn");
        chosen = [encounter, mrn](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return listDocuments(runner, workspace, *encounter, *mrn); });
        };
    });
}

void addSearch(CLI::App& documents, Chosen& chosen)
{
    auto* search = documents.add_subcommand("search", "Find words in all documents of an encounter's chart");
    auto encounter = std::make_shared<std::string>();
    auto words = std::make_shared<std::vector<std::string>>();
    search->add_option("--encounter", *encounter, "Encounter")->required();
    search->add_option("QUERY", *words, "Words as they stand there")->required();
    search->callback([&chosen, encounter, words] {
        chosen = [encounter, words](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return searchDocuments(runner, workspace, *encounter, *words); });
        };
    });
}

void addWatch(CLI::App& documents, Chosen& chosen)
{
    auto* watch = documents.add_subcommand("watch", "Import what is put into a folder, until Ctrl+C");
    auto folder = std::make_shared<std::string>();
    auto once = std::make_shared<bool>(false);
    watch->add_option("FOLDER", *folder, "Folder to watch from now on (else the one that is set)");
    watch->add_flag("--once", *once, "Take what lies still and end");
    watch->callback([&chosen, folder, once] {
        chosen = [folder, once](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return watchFolder(runner, workspace, *folder, *once); });
        };
    });
}

}  // namespace

void addDocumentCommands(CLI::App& app, Chosen& chosen)
{
    auto* documents = app.add_subcommand("documents", "Documents of patients");
    documents->require_subcommand(1);
    addImport(*documents, chosen);
    addList(*documents, chosen);
    addSearch(*documents, chosen);
    addWatch(*documents, chosen);
    addRead(*documents, chosen);
    addUnmatchedCommands(*documents, chosen);
}

void addPacketCommand(CLI::App& encounters, Chosen& chosen)
{
    auto* packet = encounters.add_subcommand("packet", "The audit packet of an encounter as a PDF");
    auto id = std::make_shared<std::string>();
    auto out = std::make_shared<std::string>();
    packet->add_option("ID", *id, "Encounter")->required();
    packet->add_option("--out", *out, "A new file")->required();
    packet->callback([&chosen, id, out] {
        chosen = [id, out](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_CHECK(app::exportAuditPacket(workspace, *id, *out));
                runner.console().out << *out << '\n';
                return done;
            });
        };
    });
}

}  // namespace cw::cli
