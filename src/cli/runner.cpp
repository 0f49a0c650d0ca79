#include "cli/runner.h"

#include "wiring/workspace_factory.h"

#include <ostream>

namespace cw::cli {

std::filesystem::path Runner::folder() const
{
    return m_general.workspace.empty() ? wiring::defaultWorkspace() : std::filesystem::path(m_general.workspace);
}

int Runner::finish(const Result<int>& outcome) const
{
    return outcome ? *outcome : report(outcome.error(), m_console);
}

int Runner::withWorkspace(const std::function<Result<int>(app::Workspace&)>& body) const
{
    const std::string user = m_general.user.empty() ? "admin" : m_general.user;
    auto password = m_console.environment("CHARTWRIGHT_PASSWORD");
    if (!password && wiring::isWorkspace(folder())) password = m_console.askPassword("Password of " + user + ": ");
    if (!password && wiring::isWorkspace(folder()))
        return report({ErrorKind::denied, "CLI-001", "no password: set CHARTWRIGHT_PASSWORD or run in a terminal"},
                      m_console);
    const auto workspace = wiring::openWorkspace(folder(), user, password.value_or(""), m_console.clock);
    if (!workspace) return report(workspace.error(), m_console);
    return finish(body(**workspace));
}

int Runner::withFinder(const std::function<Result<int>(app::CodeFinder&)>& body) const
{
    if (!wiring::isWorkspace(folder()))
        return report({ErrorKind::notFound, "CLI-004", "no workspace in that folder"}, m_console);
    const auto index = wiring::codeIndexOf(folder(), m_console.clock);
    const auto fresh = index->refresh(progressOn(m_console, m_general));
    if (!fresh) return report(fresh.error(), m_console);
    app::CodeFinder finder(*index);
    return finish(body(finder));
}

int Runner::withLibrary(const std::function<Result<int>(const CodeLibrary&)>& body) const
{
    const auto library = wiring::openLibrary(folder());
    if (!library) return report(library.error(), m_console);
    return finish(body(**library));
}

int Runner::withEditTables(const std::function<Result<int>(const std::shared_ptr<const RuleTables>&)>& body) const
{
    const auto tables = wiring::openEditTables(folder());
    if (!tables) return report(tables.error(), m_console);
    return finish(body(*tables));
}

int Runner::withReference(const std::function<Result<int>(const CodeLibrary&, const ReferenceTables&)>& body) const
{
    const auto shelf = wiring::openReference(folder());
    if (!shelf) return report(shelf.error(), m_console);
    return finish(body(*shelf->library, *shelf->tables));
}

void addUnavailable(CLI::App& parent, Chosen& chosen, const std::string& name, const std::string& what)
{
    auto* command = parent.add_subcommand(name, what + " (not available yet)");
    // Whatever follows is for a later version to understand; falling through to the program it would be refused here.
    command->fallthrough(false)->prefix_command();
    command->callback([&chosen, name] {
        chosen = [name](const Runner& runner) {
            return report({ErrorKind::unsupported, "CLI-002", name + ": not available yet"}, runner.console());
        };
    });
}

}  // namespace cw::cli
