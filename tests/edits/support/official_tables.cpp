#include "official_tables.h"

#include "base/digest.h"
#include "import/reference_file.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_library.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace cw::test {

namespace {

namespace fs = std::filesystem;

struct Published {
    const char* path;
    const char* effective = "";  ///< Where the file does not tell.
};

/// The add-on list was posted on 2024-06-03 for the quarter that begins in July.
constexpr Published published[] = {
    {"icd10cm_xml/icd10cm_2017_cms_code_descriptions.zip"},
    {"icd10cm_xml/icd10cm-order-Jan-2021.txt.xz"},
    {"icd10cm/icd10cm_2024_cms_code_descriptions_tabular_order.zip"},
    {"icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip"},
    {"icd10cm_xml/icd10cm_tabular_2021.xml.xz"},
    {"icd10cm_xml/ICD10CM_FY2017_Full_XML.zip"},
    {"icd10pcs/icd10pcs_2023_cms_order_file.zip"},
    {"icd10pcs/icd10pcs_2025_cms_order_file.zip"},
    {"hcpcs/hcpcs_level2_2024_jul_rebuilt.csv.xz"},
    {"hcpcs/hcpcs_2025_oct_codes_and_modifiers_longdesc.csv"},
    {"mce/mce_v41.1_fy2024_code_edits.csv"},
    {"poa/POAexemptCodesFY25.zip"},
    {"ncci/ncci_aoc_2024-06-03.csv", "2024-07-01"},
    {"ncci/MCR_MUE_PractitionerServices_Eff_07-01-2024_rebuilt.csv"},
    {"ncci/MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024_rebuilt.csv"},
    {"ncci/MCR_MUE_DMESupplierServices_Eff_07-01-2024_rebuilt.csv"},
    {"ncci/ncci_ptp_practitioner_2024Q3_v302_noeffdate.tsv.xz"},
    {"mpfs/PPRRVU2025_Oct_nodesc.csv.xz"},
    {"mpfs/opps_addendum_b_2026-04_nodesc.csv"},
    {"mpfs/opps_addendum_b_2026-04_nodesc.csv"},
};
fs::path referenceFolder()
{
    const char* set = std::getenv("CHARTWRIGHT_SHARED");
    return (set != nullptr ? fs::path(set) : fs::path(CW_SOURCE_DIR) / ".." / "shared") / "reference";
}

template <class T>
T valueOf(Result<T> result, const std::string& what)
{
    if (!result) throw std::runtime_error(what + ": " + describe(result.error()));
    return std::move(*result);
}

std::string bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

/// Sizes and times of the sources that read the files and store what they hold.
std::string sourcesText()
{
    std::vector<std::string> lines;
    for (const auto* folder : {"src/import", "src/import/cms", "src/import/icd", "src/store/reference",
                               "src/store/reference/lists", "src/store/migrations"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(CW_SOURCE_DIR) / folder)) {
            if (!entry.is_regular_file() || entry.path().filename().string().starts_with("work_")) continue;
            lines.push_back(entry.path().filename().string() + " " +
                            std::to_string(entry.last_write_time().time_since_epoch().count()));
        }
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const auto& line : lines) all += line + "\n";
    return all;
}

/// Changes with every file that goes in and with the code that reads it.
std::string nameOfLibrary()
{
    std::string all = sourcesText();
    for (const auto& file : published)
        all += std::string(file.path) + std::to_string(fs::file_size(referenceFolder() / file.path)) + file.effective;
    for (const auto* table : {"icd10cm", "hcpcs", "cpt", "modifiers"})
        all += bytesOf(fs::path(CW_SOURCE_DIR) / "data/starter" / (std::string(table) + ".tsv"));
    return "edit_tables_" + sha256Hex(all).substr(0, 16) + ".db";
}

/// One process at a time makes the library; the others wait for it.
class MakingLock {
public:
    explicit MakingLock(const fs::path& file) : m_file(::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600))
    {
        if (m_file >= 0) ::flock(m_file, LOCK_EX);
    }
    ~MakingLock()
    {
        if (m_file >= 0) ::close(m_file);
    }
    MakingLock(const MakingLock&) = delete;
    MakingLock& operator=(const MakingLock&) = delete;

private:
    int m_file;
};

/// Lists that no rule reads take time for nothing.
bool isRead(ListKind kind)
{
    return kind == ListKind::tabular || kind == ListKind::mpfs || kind == ListKind::ptp || kind == ListKind::mue ||
           kind == ListKind::addOn || kind == ListKind::mce || kind == ListKind::poaExempt || kind == ListKind::opps;
}

void removeDatabase(const fs::path& file)
{
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(file.string() + suffix);
}

void makeLibrary(const fs::path& file, const Clock& clock)
{
    removeDatabase(file);
    const auto library =
        valueOf(store::ReferenceLibrary::open(file, clock, store::Database::Mode::create), file.string());
    store::ReferenceLists lists(*library, clock);
    for (const auto system : {CodeSystem::icd10cm, CodeSystem::hcpcs, CodeSystem::cpt}) {
        const auto starter =
            valueOf(parseStarterTables(fs::path(CW_SOURCE_DIR) / "data/starter", system), "data/starter");
        valueOf(library->install(starter, {}), "data/starter");
    }
    for (const auto& one : published) {
        CodeFileOptions options;
        if (*one.effective != '\0') options.effective = valueOf(Date::parse(one.effective), one.path);
        const auto parsed = valueOf(parseReferenceFile(referenceFolder() / one.path, options, {}), one.path);
        for (const auto& release : parsed.releases) valueOf(library->install(release, {}), one.path);
        for (const auto& list : parsed.lists) {
            if (!isRead(list.kind)) continue;
            valueOf(lists.installList(list, {}), one.path);
        }
    }
}

}  // namespace

struct OfficialTables::Store {
    SystemClock clock;
    std::unique_ptr<store::ReferenceLibrary> library;
    std::unique_ptr<store::ReferenceLists> lists;
    std::shared_ptr<const LibrarySource> source;
};

OfficialTables::OfficialTables() : m_store(std::make_unique<Store>()) {}
OfficialTables::~OfficialTables() = default;

const CodeLibrary& OfficialTables::library() const noexcept
{
    return *m_store->library;
}

void OfficialTables::open(const fs::path& file)
{
    {
        const MakingLock lock(fs::path(CW_BINARY_DIR) / "edit_tables.lock");
        if (!fs::exists(file)) {
            const auto making = fs::path(CW_BINARY_DIR) / "edit_tables_making.db";
            makeLibrary(making, m_store->clock);
            for (const auto& entry : fs::directory_iterator(CW_BINARY_DIR))
                if (entry.path().filename().string().starts_with("edit_tables_") && entry.path() != making &&
                    entry.path().extension() == ".db")
                    removeDatabase(entry.path());
            removeDatabase(file);
            fs::rename(making, file);
            removeDatabase(making);
        }
    }
    m_store->library =
        valueOf(store::ReferenceLibrary::open(file, m_store->clock, store::Database::Mode::readOnly), file.string());
    m_store->lists = std::make_unique<store::ReferenceLists>(*m_store->library, m_store->clock);
    m_store->source = std::make_shared<LibrarySource>(*m_store->library, m_store->lists.get());
    auto data = valueOf(edits::parseRuleData(shippedRuleFiles()), "data/rules");
    m_tables = std::make_shared<RuleTables>(m_store->source, std::make_shared<const edits::RuleData>(std::move(data)));
}

const OfficialTables* OfficialTables::shared(std::string& reason)
{
    static std::string missing;
    static const std::unique_ptr<const OfficialTables> tables = []() -> std::unique_ptr<const OfficialTables> {
        for (const auto& file : published) {
            if (fs::exists(referenceFolder() / file.path)) continue;
            missing = "published file not here: " + std::string(file.path);
            if (std::getenv("CHARTWRIGHT_SHARED") != nullptr) throw std::runtime_error(missing);
            return nullptr;
        }
        std::unique_ptr<OfficialTables> made(new OfficialTables);
        made->open(fs::path(CW_BINARY_DIR) / nameOfLibrary());
        return made;
    }();
    reason = missing;
    return tables.get();
}

std::vector<edits::RuleFile> shippedRuleFiles()
{
    const auto folder = fs::path(CW_SOURCE_DIR) / "data/rules";
    std::vector<edits::RuleFile> files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".tsv")
            files.push_back({fs::relative(entry.path(), folder).generic_string(), bytesOf(entry.path())});
    std::sort(files.begin(), files.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
    return files;
}

}  // namespace cw::test
