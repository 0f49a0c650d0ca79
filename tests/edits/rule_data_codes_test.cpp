#include "support/official_tables.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace cw::test {

namespace {

/// Numbers of all CPT codes that published files name.
std::set<std::string, std::less<>> cptNumbers()
{
    std::set<std::string, std::less<>> numbers;
    const char* set = std::getenv("CHARTWRIGHT_SHARED");
    const auto shared =
        set != nullptr ? std::filesystem::path(set) : std::filesystem::path(CW_SOURCE_DIR) / "../shared";
    std::ifstream in(shared / "reference/cpt_numbers/cpt_numbers_no_descriptors.csv");
    for (std::string line; std::getline(in, line);) numbers.insert(line.substr(0, line.find(',')));
    return numbers;
}

/// Whether a code, a header or the beginning of an ICD-10-PCS code stands in any release.
class KnownCodes {
public:
    explicit KnownCodes(const CodeLibrary& library) : m_library(library), m_cpt(cptNumbers()) {}

    bool has(std::string_view compact)
    {
        if (m_cpt.contains(compact)) return true;
        for (const auto system : {CodeSystem::icd10cm, CodeSystem::hcpcs, CodeSystem::cpt, CodeSystem::icd10pcs}) {
            const auto found = m_library.find(system, compact, std::nullopt);
            EXPECT_TRUE(found);
            if (found && *found) return true;
        }
        const auto under = m_library.children(CodeSystem::icd10pcs, compact, std::nullopt);
        return under && !under->empty();
    }

private:
    const CodeLibrary& m_library;
    std::set<std::string, std::less<>> m_cpt;
};

/// Lists of other things than diagnosis and procedure codes.
bool isOfCodes(std::string_view list)
{
    return !list.starts_with("revenue") && list != "facility-place" && list != "patient-status";
}

/// A code written wrong in data/rules never matches, and nobody would notice.
TEST(RuleDataCodes, AllStandInSomeRelease)
{
    std::string reason;
    const auto* official = OfficialTables::shared(reason);
    if (official == nullptr) GTEST_SKIP() << reason;
    const auto& data = official->tables()->data();
    KnownCodes known(official->library());
    const auto check = [&known](const edits::CodePatterns& codes, const std::string& where) {
        for (const auto& pattern : codes.all()) {
            if (pattern.single().empty()) continue;
            EXPECT_TRUE(known.has(pattern.single())) << where << ": " << pattern.text() << " is in no release";
        }
    };
    for (const auto& [name, list] : data.lists) {
        if (!isOfCodes(name)) continue;
        for (const auto& entry : list.entries()) check(entry.codes, "list " + name);
    }
    for (const auto& [rule, pairs] : data.pairs) {
        for (const auto& pair : pairs) {
            check(pair.a, "pairs of " + rule);
            check(pair.b, "pairs of " + rule);
            if (!pair.use.empty()) check(edits::CodePatterns::of(pair.use), "pairs of " + rule);
        }
    }
    for (const auto& row : data.coverage) {
        check(row.procedures, "policy " + row.policy);
        check(row.covered, "policy " + row.policy);
        check(row.excluded, "policy " + row.policy);
    }
    for (const auto& row : data.payerCodes) check(row.codes, "payer codes " + row.kind);
}

TEST(RuleData, EveryRowNamesItsSource)
{
    const auto data = edits::parseRuleData(shippedRuleFiles());
    ASSERT_TRUE(data) << describe(data.error());
    for (const auto& [name, list] : data->lists)
        for (const auto& entry : list.entries()) EXPECT_FALSE(entry.source.empty()) << name;
    for (const auto& [rule, pairs] : data->pairs)
        for (const auto& pair : pairs) EXPECT_FALSE(pair.source.empty()) << rule << " " << pair.a.text();
}

}  // namespace

}  // namespace cw::test
