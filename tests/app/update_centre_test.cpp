#include "app/update_centre.h"

#include "tests/app/library_fixture.h"

namespace cw::test {
namespace {

using app::Cycle;
using app::TableState;
using app::TableStatus;
using app::UpdateCentre;

struct DueCase {
    Cycle cycle;
    Date day;
    const char* last;
    const char* next;
};

class Schedule : public testing::TestWithParam<DueCase> {};

TEST_P(Schedule, TellsLastAndNextUpdate)
{
    const auto& one = GetParam();
    EXPECT_EQ(one.last, app::lastUpdate(one.cycle, one.day)->iso());
    EXPECT_EQ(one.next, app::nextUpdate(one.cycle, one.day)->iso());
}

INSTANTIATE_TEST_SUITE_P(Days, Schedule,
                         testing::Values(DueCase{Cycle::halfYearly, Date::of(2025, 1, 20), "2024-10-01", "2025-04-01"},
                                         DueCase{Cycle::halfYearly, Date::of(2025, 4, 1), "2025-04-01", "2025-10-01"},
                                         DueCase{Cycle::halfYearly, Date::of(2025, 12, 31), "2025-10-01", "2026-04-01"},
                                         DueCase{Cycle::quarterly, Date::of(2025, 3, 31), "2025-01-01", "2025-04-01"},
                                         DueCase{Cycle::quarterly, Date::of(2025, 10, 1), "2025-10-01", "2026-01-01"},
                                         DueCase{Cycle::october, Date::of(2025, 9, 30), "2024-10-01", "2025-10-01"},
                                         DueCase{Cycle::january, Date::of(2025, 1, 1), "2025-01-01", "2026-01-01"}));

TEST(ScheduleOfTables, KnowsEveryKindOnceWithAnHttpsAddress)
{
    std::set<std::string_view> keys;
    for (const auto& source : app::tableSources()) {
        EXPECT_TRUE(keys.insert(source.key).second) << source.key;
        EXPECT_NE(source.system.has_value(), source.list.has_value()) << source.key;
        EXPECT_EQ(source.list ? toString(*source.list) : toString(*source.system), source.key);
        EXPECT_TRUE(source.key == "cpt" ? source.address.empty() : source.address.starts_with("https://"))
            << source.key;
        EXPECT_FALSE(source.citation.empty());
    }
    EXPECT_EQ(4U + 20U, keys.size());
    EXPECT_FALSE(app::nextUpdate(Cycle::none, Date::of(2025, 1, 1)));
}

class Updates : public LibraryTest {
protected:
    static TableStatus statusOf(app::Workspace& workspace, std::string_view key, Date on)
    {
        for (auto& one : must(UpdateCentre(workspace).status(on)))
            if (one.source->key == key) return one;
        return {};
    }
    static DateInterval quarter(int year, unsigned month)
    {
        return {Date::of(year, month, 1), app::nextUpdate(Cycle::quarterly, Date::of(year, month, 1))->plusDays(-1)};
    }
};

TEST_F(Updates, AnEmptyWorkspaceHasStartersOnly)
{
    const auto coder = as("coder");
    const auto day = Date::of(2025, 1, 20);
    EXPECT_EQ(TableState::starterOnly, statusOf(*coder, "icd10cm", day).state);
    EXPECT_EQ(TableState::missing, statusOf(*coder, "icd10pcs", day).state);
    EXPECT_EQ(TableState::missing, statusOf(*coder, "ptp", day).state);
    EXPECT_EQ(TableState::notInstalled, statusOf(*coder, "gems", day).state);
    EXPECT_FALSE(needsAttention(TableState::notInstalled));
    EXPECT_TRUE(needsAttention(TableState::starterOnly));
}

TEST_F(Updates, FollowAReleaseThroughItsYear)
{
    const auto admin = as("admin");
    importBothYears(*admin);
    const auto at = [&](int year, unsigned month, unsigned day) {
        return statusOf(*admin, "icd10cm", Date::of(year, month, day));
    };
    EXPECT_EQ(TableState::inForce, at(2025, 1, 20).state);
    EXPECT_EQ("FY2025", at(2025, 1, 20).inForce);
    EXPECT_EQ(Date::of(2025, 4, 1), at(2025, 1, 20).nextDue);
    EXPECT_FALSE(at(2025, 1, 20).isNextInstalled);
    EXPECT_EQ(TableState::updateIsOut, at(2025, 5, 2).state);
    EXPECT_EQ(TableState::expiresSoon, at(2025, 9, 1).state);
    EXPECT_EQ(TableState::olderIsUsed, at(2025, 10, 1).state);
    EXPECT_EQ("FY2025", at(2025, 10, 1).inForce);
    EXPECT_EQ("FY2024", at(2024, 9, 1).inForce);
    EXPECT_TRUE(at(2024, 9, 1).isNextInstalled);
    EXPECT_EQ(TableState::updateIsOut, at(2024, 9, 1).state);
    EXPECT_EQ(3U, at(2024, 9, 1).installed.size());
    EXPECT_EQ("FY2025 ends on 2025-09-30 and nothing installed follows it.", at(2025, 9, 1).sentence);
}

TEST_F(Updates, ListsInVariantsHaveARowEach)
{
    const auto admin = as("admin");
    for (const auto* variant : {"practitioner", "outpatient"}) {
        ParsedList list;
        list.kind = ListKind::mue;
        list.variant = variant;
        list.name = "2025 Q1";
        list.inForce = quarter(2025, 1);
        list.sourceDigest = variant;
        list.rowCount = 1;
        list.content = MueLimits{{{"99213", 1, '2', ""}}};
        must(admin->tablesWriter().installList(list, {}));
    }
    int rows = 0;
    for (const auto& one : must(UpdateCentre(*admin).status(Date::of(2025, 1, 20)))) {
        if (one.source->key != "mue") continue;
        ++rows;
        EXPECT_EQ(TableState::inForce, one.state);
        EXPECT_EQ(Date::of(2025, 3, 31), one.lastDay);
    }
    EXPECT_EQ(2, rows);
    EXPECT_EQ(TableState::expiresSoon, statusOf(*admin, "mue", Date::of(2025, 3, 1)).state);
}

TEST_F(Updates, AdministratorsMayChangeAddresses)
{
    const auto admin = as("admin");
    UpdateCentre centre(*admin);
    must(centre.setAddress("icd10cm", "https://mirror.example/{fy}/icd10cm-{year}.zip"));
    EXPECT_EQ("https://mirror.example/2026/icd10cm-2025.zip",
              must(centre.addressFor("icd10cm", Date::of(2025, 10, 1))));
    EXPECT_TRUE(statusOf(*admin, "icd10cm", Date::of(2025, 1, 1)).isAddressOurs);
    must(centre.setAddress("icd10cm", ""));
    EXPECT_FALSE(statusOf(*admin, "icd10cm", Date::of(2025, 1, 1)).isAddressOurs);
    EXPECT_EQ("APP-110", centre.setAddress("icd9", "https://a.example").error().id);
    EXPECT_EQ("APP-111", centre.setAddress("icd10cm", "file:///etc/passwd").error().id);
    EXPECT_EQ("APP-111", centre.setAddress("icd10cm", "https://a b").error().id);
    EXPECT_EQ("APP-001", UpdateCentre(*as("coder")).setAddress("icd10cm", "").error().id);
    EXPECT_EQ("2", ask(*admin, "SELECT count(*) FROM audit WHERE action = 'updates.address'"));
}

/// Writes a file instead of fetching one.
class FakeDownloads final : public Downloads {
public:
    Result<DownloadedFile> download(const DownloadRequest& request, const Progress&) override
    {
        asked = request.address;
        if (isOffline) return Error{ErrorKind::io, "APP-TEST", "offline"};
        const auto file = request.folder / "icd10cm_order_2025.txt";
        std::ofstream(file) << orderFile(fy2025);
        return DownloadedFile{file, request.address, 1, isPage};
    }
    std::string asked;
    bool isOffline = false;
    bool isPage = false;
};

TEST_F(Updates, DownloadGivesAFileToPreview)
{
    const auto admin = as("admin");
    UpdateCentre centre(*admin);
    FakeDownloads downloads;
    const auto file = must(centre.download(downloads, "icd10cm", out() / "downloads"));
    EXPECT_TRUE(downloads.asked.starts_with("https://ftp.cdc.gov/"));
    EXPECT_EQ("FY2025", must(app::LibraryDesk(*admin).preview(file.file, {})).releases.at(0).summary.release.name);
    downloads.isPage = true;
    EXPECT_EQ("APP-112", centre.download(downloads, "hcpcs", out()).error().id);
    EXPECT_FALSE(std::filesystem::exists(out() / "icd10cm_order_2025.txt"));
    downloads.isOffline = true;
    EXPECT_EQ(ErrorKind::io, centre.download(downloads, "hcpcs", out()).error().kind);
    EXPECT_EQ("APP-113", centre.download(downloads, "cpt", out()).error().id);
    EXPECT_EQ("APP-001", UpdateCentre(*as("coder")).download(downloads, "hcpcs", out()).error().id);
}

}  // namespace
}  // namespace cw::test
