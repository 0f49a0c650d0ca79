#include "wiring/workspace_factory.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace cw::test {
namespace {

/// Sets a variable of the environment for one test; null takes it away.
class Variable {
public:
    Variable(const char* name, const char* value) : m_name(name)
    {
        if (const char* old = std::getenv(name)) m_old = old;  // NOLINT(concurrency-mt-unsafe): one thread.
        set(value);
    }
    ~Variable() { set(m_old.empty() ? nullptr : m_old.c_str()); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    void set(const char* value) const
    {
        if (value == nullptr)
            ::unsetenv(m_name);  // NOLINT(concurrency-mt-unsafe): one thread.
        else
            ::setenv(m_name, value, 1);  // NOLINT(concurrency-mt-unsafe): one thread.
    }
    const char* m_name;
    std::string m_old;
};

TEST(Places, WorkspaceIsTheOneThatIsNamed)
{
    const Variable named("CHARTWRIGHT_WORKSPACE", "/some/place");
    EXPECT_EQ("/some/place", wiring::defaultWorkspace());
}

TEST(Places, WorkspaceIsElseInThePlatformsDataFolder)
{
    const Variable named("CHARTWRIGHT_WORKSPACE", nullptr);
    const Variable data("XDG_DATA_HOME", "/data");
    EXPECT_EQ("/data/chartwright/workspace", wiring::defaultWorkspace());
}

TEST(Places, WorkspaceIsElseBelowHome)
{
    const Variable named("CHARTWRIGHT_WORKSPACE", nullptr);
    const Variable data("XDG_DATA_HOME", nullptr);
    const Variable home("HOME", "/people/ann");
    EXPECT_EQ("/people/ann/.local/share/chartwright/workspace", wiring::defaultWorkspace());
}

TEST(Places, DataFolderIsTheOneThatIsNamed)
{
    const TemporaryFolder folder;
    folder.write("starter/icd10cm.tsv", "");
    const Variable data("CHARTWRIGHT_DATA", folder.path().c_str());
    EXPECT_EQ(std::filesystem::weakly_canonical(folder.path()), *wiring::dataFolder());
}

}  // namespace
}  // namespace cw::test
