#include "app/billing/directory_desk.h"
#include "base/file.h"
#include "cli/claim_parts.h"
#include "cli/directory_json.h"

#include <algorithm>
#include <filesystem>

namespace cw::cli {

namespace {

/// What the three kinds of record differ in.
struct PartnerList {
    using Record = TradingPartner;
    static Result<std::vector<Record>> all(app::DirectoryDesk& desk) { return desk.partners(); }
    static bool isSame(const Record& one, const Record& other) { return one.name == other.name; }
};
struct PayerList {
    using Record = PayerRecord;
    static Result<std::vector<Record>> all(app::DirectoryDesk& desk) { return desk.payers(); }
    static Result<std::vector<Record>> seen(app::DirectoryDesk& desk) { return desk.payersSeen(); }
    static bool isSame(const Record& one, const Record& other) { return one.payerId == other.payerId; }
};
struct ProviderList {
    using Record = ProviderRecord;
    static Result<std::vector<Record>> all(app::DirectoryDesk& desk) { return desk.providers(); }
    static Result<std::vector<Record>> seen(app::DirectoryDesk& desk) { return desk.providersSeen(); }
    static bool isSame(const Record& one, const Record& other)
    {
        return one.kind == other.kind && one.provider.npi == other.provider.npi;
    }
};

template <class Record>
void print(const Runner& runner, const std::vector<Record>& records)
{
    Listing list(columnsOf<Record>());
    for (const auto& record : records) {
        std::vector<Cell> cells;
        const auto json = toJson(record);
        for (const auto& member : json.items()) cells.push_back(member.value());
        list.add(std::move(cells));
    }
    list.print(runner.console(), runner.general());
}

/// The record that an object of a file means: by id, else by what is unique in the list; else a new one.
template <class Kind>
Result<typename Kind::Record> meant(JsonObject& json, const JsonNode& node,
                                    const std::vector<typename Kind::Record>& known)
{
    typename Kind::Record record;
    const auto* id = node.find("id");
    if (id != nullptr && id->kind == JsonNode::Kind::integer && id->integer != 0) {
        const auto found =
            std::find_if(known.begin(), known.end(), [id](const auto& one) { return one.id.value == id->integer; });
        if (found == known.end()) return Error{ErrorKind::notFound, "CLI-072", "no record of that id"};
        record = *found;
        readInto(json, node, record);
        return record;
    }
    readInto(json, node, record);
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& one) { return Kind::isSame(one, record); });
    if (found == known.end()) return record;
    record = *found;
    readInto(json, node, record);
    return record;
}

/// All records of the file are read before the first is saved; one that the lists refuse keeps those before it.
template <class Kind>
Result<int> save(const Runner& runner, app::Workspace& workspace, const std::string& path)
{
    CW_TRY(const auto bytes, readFile(path, jsonSizeLimit));
    const auto name = std::filesystem::path(path).filename().string();
    CW_TRY(const auto document, parseJson(bytes, name));
    app::DirectoryDesk desk(workspace);
    CW_TRY(const auto known, Kind::all(desk));
    const bool isList = document.kind == JsonNode::Kind::array;
    std::vector<typename Kind::Record> records;
    for (std::size_t at = 0; at < (isList ? document.children.size() : 1); ++at) {
        const auto& node = isList ? document.children[at] : document;
        JsonFault fault;
        JsonObject json(&node, isList ? "/" + std::to_string(at) : std::string(), fault);
        CW_TRY(auto record, meant<Kind>(json, node, known));
        if (node.kind != JsonNode::Kind::object) fault.set(isList ? "/" + std::to_string(at) : "", "must be an object");
        if (fault.isSet())
            return Error{ErrorKind::invalidInput, "CLI-073", name + ": " + fault.pointer() + ": " + fault.reason()};
        records.push_back(std::move(record));
    }
    std::vector<typename Kind::Record> saved;
    for (const auto& record : records) {
        CW_TRY(auto one, desk.save(record));
        saved.push_back(std::move(one));
    }
    print(runner, saved);
    return done;
}

template <class Kind>
CLI::App* addList(CLI::App& app, Chosen& chosen, const std::string& name, const std::string& what)
{
    auto* parent = app.add_subcommand(name, what);
    parent->require_subcommand(1);
    auto* list = parent->add_subcommand("list", "All of them");
    runsSignedIn(*list, chosen, [](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        app::DirectoryDesk desk(workspace);
        CW_TRY(const auto all, Kind::all(desk));
        print(runner, all);
        return done;
    });
    auto* put = parent->add_subcommand("save", "Add or change what a JSON file says");
    auto file = std::make_shared<std::string>();
    put->add_option("FILE", *file, "An object, or a list of them")->required();
    runsSignedIn(*put, chosen, [file](const Runner& runner, app::Workspace& workspace) {
        return save<Kind>(runner, workspace, *file);
    });
    return parent;
}

template <class Kind>
void addSeen(CLI::App& parent, Chosen& chosen)
{
    auto* seen = parent.add_subcommand("seen", "Those that encounters name and the list does not have");
    runsSignedIn(*seen, chosen, [](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        app::DirectoryDesk desk(workspace);
        CW_TRY(const auto all, Kind::seen(desk));
        print(runner, all);
        return done;
    });
}

}  // namespace

void addDirectoryCommands(CLI::App& app, Chosen& chosen)
{
    auto* partners = addList<PartnerList>(app, chosen, "partners", "Trading partners: who takes our files");
    auto* standard = partners->add_subcommand("default", "The partner of all payers that name none; 0: none");
    auto id = std::make_shared<std::int64_t>(0);
    standard->add_option("ID", *id)->required()->check(CLI::NonNegativeNumber);
    runsSignedIn(*standard, chosen, [id](const Runner&, app::Workspace& workspace) -> Result<int> {
        CW_CHECK(app::DirectoryDesk(workspace).setDefaultPartner({*id}));
        return done;
    });
    addSeen<PayerList>(*addList<PayerList>(app, chosen, "payers", "Payers"), chosen);
    addSeen<ProviderList>(*addList<ProviderList>(app, chosen, "providers", "Providers and facilities"), chosen);
}

}  // namespace cw::cli
