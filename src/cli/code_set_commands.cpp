#include "app/code_lookup.h"
#include "app/code_sets.h"
#include "app/coding_desk.h"
#include "app/own_codes.h"
#include "cli/code_options.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <algorithm>
#include <ostream>

namespace cw::cli {

namespace {

using Json = nlohmann::ordered_json;

struct SetOptions {
    std::string name;
    std::vector<std::string> codes;
    std::string system;
    std::string note;
    std::string patientType;
    std::string on;
    std::string encounter;
    bool shared = false;
};

/// Of the named system, else of the one whose tables know the code.
Result<CodeKey> keyFor(const CodeLibrary& library, const SetOptions& options, const std::string& code)
{
    CW_TRY(const auto named, systemOf(options.system));
    if (named) return app::codeKey(*named, code);
    CW_TRY(const auto details, app::CodeLookup(library).details(code, std::nullopt, std::nullopt));
    return CodeKey{details.entry.system, details.entry.code};
}

Result<std::vector<CodeKey>> keysFor(const CodeLibrary& library, const SetOptions& options)
{
    std::vector<CodeKey> keys;
    for (const auto& code : options.codes) {
        CW_TRY(auto key, keyFor(library, options, code));
        keys.push_back(std::move(key));
    }
    return keys;
}

Result<int> list(const Runner& runner, app::Workspace& workspace, const SetOptions& options)
{
    CW_TRY(const auto on, dayOf(options.on, runner.console()));
    CW_TRY(const auto sets, app::CodeSets(workspace).list(on));
    Listing rows({"set", "owner", "patient_type", "codes", "flagged", "note"});
    for (const auto& [set, codes, flagged, canChange] : sets)
        rows.add({set.header.name, set.ownerName.empty() ? "shared" : set.ownerName, set.header.patientType,
                  codes.size(), flagged, set.header.note});
    rows.print(runner.console(), runner.general());
    return done;
}

Result<int> show(const Runner& runner, app::Workspace& workspace, const SetOptions& options)
{
    CW_TRY(const auto on, dayOf(options.on, runner.console()));
    CW_TRY(const auto set, app::CodeSets(workspace).find(options.name, on));
    const auto format = formatOf(runner.general(), runner.console());
    Listing rows({"position", "system", "code", "description", "state", "last_day", "successors", "note"});
    for (std::size_t i = 0; i < set.codes.size(); ++i) {
        const auto& code = set.codes[i];
        const auto& key = code.member.key;
        std::vector<std::string> successors;
        for (const auto& entry : code.successors) successors.push_back(entry.displayCode());
        rows.add({i + 1, toString(key.system), displayCode(key.system, key.code), code.title, app::toString(code.state),
                  isoOrNull(code.lastDay), textsCell(successors, format, ","), code.member.note});
    }
    rows.print(runner.console(), runner.general());
    return set.flagged > 0 ? findings : done;
}

/// Makes the set when there is none of that name.
Result<CodeSetId> setNamed(app::CodeSets& sets, const SetOptions& options, Date today)
{
    const auto found = sets.find(options.name, today);
    if (found) return found->set.id;
    if (found.error().kind != ErrorKind::notFound) return found.error();
    return sets.create(options.name, options.patientType, options.note, options.shared);
}

Result<int> add(const Runner& runner, app::Workspace& workspace, const SetOptions& options)
{
    app::CodeSets sets(workspace);
    CW_TRY(const auto keys, keysFor(workspace.library(), options));
    CW_TRY(const auto id, setNamed(sets, options, runner.console().clock.today()));
    CW_CHECK(sets.addAll(id, keys));
    return show(runner, workspace, options);
}

Result<int> remove(const Runner& runner, app::Workspace& workspace, const SetOptions& options)
{
    app::CodeSets sets(workspace);
    CW_TRY(const auto set, sets.find(options.name, runner.console().clock.today()));
    if (options.codes.empty()) {
        CW_CHECK(sets.remove(set.set));
        return done;
    }
    CW_TRY(const auto keys, keysFor(workspace.library(), options));
    for (const auto& key : keys) {
        const auto& members = set.set.members;
        const auto member =
            std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.key == key; });
        if (member == members.end())
            return Error{ErrorKind::notFound, "CLI-030",
                         displayCode(key.system, key.code) + " is not in the code set \"" + options.name + "\""};
        CW_CHECK(sets.removeCode(set.set, *member));
    }
    return show(runner, workspace, options);
}

Result<int> favourite(const Runner& runner, app::Workspace& workspace, const SetOptions& options)
{
    CW_TRY(const auto keys, keysFor(workspace.library(), options));
    for (const auto& key : keys) {
        CW_TRY(const bool isNow, app::CodeSets(workspace).toggleFavourite(key.system, key.code));
        runner.console().out << displayCode(key.system, key.code) << '\t'
                             << (isNow ? "favourite" : "no favourite any more") << '\n';
    }
    return done;
}

Result<int> apply(const Runner& runner, app::Workspace& workspace, const SetOptions& options)
{
    app::CodingDesk desk(workspace);
    CW_TRY(const auto set, app::CodeSets(workspace).find(options.name, runner.console().clock.today()));
    CW_TRY(const auto chart, desk.open(options.encounter));
    std::vector<CodeKey> keys;
    for (const auto& member : set.set.members) keys.push_back(member.key);
    const auto& stored = chart.stored;
    CW_TRY(const auto addition, app::addSet(stored.encounter, keys, workspace.library(), workspace.ids()));
    CW_TRY([[maybe_unused]] const auto saved,
           desk.save(stored.encounter, addition.encounter, stored.versions, stored.workflow));
    runner.console().out << options.encounter << '\t' << addition.added << " added\n";
    for (const auto& line : addition.leftOut) runner.console().err << line << '\n';
    return addition.leftOut.empty() ? done : findings;
}

Result<int> recent(const Runner& runner, app::Workspace& workspace, std::size_t limit)
{
    CW_TRY(const auto codes, app::OwnCodes(workspace).recent(limit, runner.console().clock.today()));
    Listing rows({"system", "code", "description", "count", "last_used"});
    for (const auto& [entry, use] : codes)
        rows.add({toString(use.key.system), displayCode(use.key.system, use.key.code), entry.longTitle, use.count,
                  use.lastUsed.iso()});
    rows.print(runner.console(), runner.general());
    return done;
}

using Command = Result<int> (*)(const Runner&, app::Workspace&, const SetOptions&);

void choose(CLI::App& command, Chosen& chosen, const std::shared_ptr<SetOptions>& options, Command run)
{
    command.callback([&chosen, options, run] {
        chosen = [options, run](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return run(runner, workspace, *options); });
        };
    });
}

}  // namespace

void addCodeSetCommands(CLI::App& codes, Chosen& chosen)
{
    auto* sets = codes.add_subcommand("sets", "Favourites and shared code sets");
    sets->require_subcommand(1);
    const auto command = [&](const char* name, const char* what, Command run, bool takesName) {
        auto options = std::make_shared<SetOptions>();
        auto* made = sets->add_subcommand(name, what);
        if (takesName) made->add_option("NAME", options->name, "Name of the set")->required();
        choose(*made, chosen, options, run);
        return std::pair(made, options);
    };
    const auto [all, allOptions] = command("list", "Your own sets and the shared ones", list, false);
    all->add_option("--on", allOptions->on, "Day to judge the codes on (today)");
    const auto [one, oneOptions] = command("show", "The codes of a set; expired ones are flagged", show, true);
    one->add_option("--on", oneOptions->on, "Day to judge the codes on (today)");
    const auto [more, moreOptions] = command("add", "Add codes to a set; makes it when it is new", add, true);
    more->add_option("CODE", moreOptions->codes, "Codes");
    more->add_option("--system", moreOptions->system, "Of the codes, where no table knows them");
    more->add_option("--type", moreOptions->patientType, "Kind of patient the new set is for");
    more->add_option("--note", moreOptions->note, "Note of the new set");
    more->add_flag("--shared", moreOptions->shared, "The new set is for everybody");
    const auto [less, lessOptions] = command("remove", "Take codes out of a set, or the set itself", remove, true);
    less->add_option("CODE", lessOptions->codes, "Codes; none: the whole set");
    less->add_option("--system", lessOptions->system, "Of the codes, where no table knows them");
    const auto [like, likeOptions] = command("favourite", "Make codes favourites, or no more", favourite, false);
    like->add_option("CODE", likeOptions->codes, "Codes")->required();
    like->add_option("--system", likeOptions->system, "Of the codes, where no table knows them");
    const auto [use, useOptions] = command("apply", "Put the codes of a set on an encounter", apply, true);
    use->add_option("ENCOUNTER", useOptions->encounter, "Encounter id")->required();

    auto* last = codes.add_subcommand("recent", "The codes that you coded last");
    auto limit = std::make_shared<std::size_t>(20);
    last->add_option("--limit", *limit, "Most codes")->check(CLI::Range(1, 1000));
    last->callback([&chosen, limit] {
        chosen = [limit](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return recent(runner, workspace, *limit); });
        };
    });
}

}  // namespace cw::cli
