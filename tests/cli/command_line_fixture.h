#pragma once

#include "base/text.h"
#include "cli/command_line.h"
#include "tests/support/workspace_fixture.h"

#include <map>
#include <sstream>

namespace cw::test {

/// What a command left behind.
struct Ran {
    int status = -1;
    std::string out;
    std::string err;
    /// The lines of `out`, each split at its tabs.
    std::vector<std::vector<std::string>> rows() const
    {
        std::vector<std::vector<std::string>> all;
        for (const auto line : text::lines(out)) {
            all.emplace_back();
            for (const auto cell : text::split(line, '\t')) all.back().emplace_back(cell);
        }
        return all;
    }
    nlohmann::json json() const { return nlohmann::json::parse(out); }
};

void inline PrintTo(const Ran& ran, std::ostream* out)
{
    *out << "status " << ran.status << "\n" << ran.out << "\n" << ran.err;
}

/// Runs commands in the demo workspace. Nothing that goes to standard error may name a patient.
class CommandLineTest : public WorkspaceTest {
protected:
    explicit CommandLineTest(Content content = Content::demo) : WorkspaceTest(content) {}

    /// As `user` with the password in the environment.
    Ran run(const std::string& user, std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"--workspace", place().string(), "--user", user});
        environment["CHARTWRIGHT_PASSWORD"] = "demo-" + user;
        return bare(arguments);
    }
    Ran run(const std::vector<std::string>& arguments) { return run("office", arguments); }
    Ran bare(const std::vector<std::string>& arguments)
    {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        const auto look = [this](const char* name) {
            const auto found = environment.find(name);
            return found == environment.end() ? std::nullopt : std::optional(found->second);
        };
        const auto ask = [this](const std::string&) -> std::optional<std::string> {
            if (typed.empty()) return std::nullopt;
            auto answer = typed.front();
            typed.erase(typed.begin());
            return answer;
        };
        const cli::Console console{in, out, err, isTerminal, look, ask, m_clock, {}};
        Ran ran;
        ran.status = cli::run(arguments, console);
        ran.out = out.str();
        ran.err = err.str();
        for (const auto* name : {"Quenneville", "Odile", "Tolliver", "Brightwell", "Castellane", "Drayton", "Whitlock",
                                 "Pellegrin", "Haverford", "Greaves", "Kowal", "Ferrant", "Amsel", "Osterlund"})
            EXPECT_EQ(std::string::npos, ran.err.find(name)) << ran.err;
        return ran;
    }
    std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }

    std::map<std::string, std::string> environment;
    std::vector<std::string> typed;  ///< Answers to the questions for passwords.
    bool isTerminal = false;
};

}  // namespace cw::test
