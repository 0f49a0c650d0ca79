#include "store/reference/lists/list_comparison.h"

#include <algorithm>

namespace cw::store {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isPart(char c)
{
    return isDigit(c) || isUpper(c);
}

/// ICD-10-CM codes in running text: a letter, a digit, a letter or digit, then nothing or a dot and up to four more.
void findCodes(std::string_view text, std::vector<std::string>& codes)
{
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        const bool isWordStart = at == 0 || !(isPart(text[at - 1]) || (text[at - 1] >= 'a' && text[at - 1] <= 'z'));
        if (!isWordStart || !isUpper(text[at]) || !isDigit(text[at + 1]) || !isPart(text[at + 2])) continue;
        std::string code(text.substr(at, 3));
        std::size_t end = at + 3;
        if (end + 1 < text.size() && text[end] == '.' && isPart(text[end + 1])) {
            for (++end; end < text.size() && isPart(text[end]) && code.size() < 7; ++end) code += text[end];
        }
        const bool isWordEnd = end == text.size() || !(isPart(text[end]) || (text[end] >= 'a' && text[end] <= 'z'));
        if (isWordEnd) codes.push_back(std::move(code));
        at = end - 1;
    }
}

class Collector {
public:
    Collector(ListKind kind, const std::vector<ptp::Column>& packedEdits) : m_kind(kind), m_edits(packedEdits) {}

    void operator()(const Tabular& tabular)
    {
        for (const auto& node : tabular.nodes) {
            if (node.level == TabularLevel::code) codes.icd10cm.push_back(node.name);
            for (const auto& note : node.notes) findCodes(note.text, codes.icd10cm);
        }
    }
    void operator()(const IndexTree& index)
    {
        auto& into = m_kind == ListKind::pcsIndex ? codes.icd10pcs : codes.icd10cm;
        for (const auto& term : index.terms) {
            for (const auto* all : {&term.codes, &term.cells}) {
                for (const auto& written : *all) {
                    if (auto code = bareCode(written); code.size() >= 3) into.push_back(std::move(code));
                }
            }
        }
    }
    void operator()(const PcsTables& tables)
    {
        for (const auto& table : tables.tables) codes.icd10pcs.push_back(table.prefix);
    }
    void operator()(const PcsDefinitions&) {}
    void operator()(const Addenda& addenda)
    {
        for (const auto& change : addenda.changes) {
            if (change.kind != AddendaChange::Kind::deleted) codes.icd10cm.push_back(change.code);
        }
    }
    void operator()(const FeeSchedule& schedule)
    {
        for (const auto& row : schedule.rows) codes.procedures.push_back(row.code);
    }
    void operator()(const PtpEdits&) { codes.procedures = ptp::codesIn(m_edits); }
    void operator()(const MueLimits& limits)
    {
        for (const auto& limit : limits.limits) codes.procedures.push_back(limit.code);
    }
    void operator()(const AddOnCodes& rows)
    {
        for (const auto& row : rows.rows) {
            codes.procedures.push_back(row.code);
            if (row.primary != "CCCCC") codes.procedures.push_back(row.primary);
        }
    }
    void operator()(const CodeFlags& flags)
    {
        for (const auto& flag : flags.flags) {
            switch (flag.system) {
            case CodeSystem::icd10cm: codes.icd10cm.push_back(flag.code); break;
            case CodeSystem::icd10pcs: codes.icd10pcs.push_back(flag.code); break;
            case CodeSystem::hcpcs:
            case CodeSystem::cpt: codes.procedures.push_back(flag.code); break;
            }
        }
    }
    void operator()(const CodeMaps& maps)
    {
        // Of the equivalence mappings only one side is ICD-10-CM.
        for (const auto& map : maps.maps) {
            if (map.map != "icd9-icd10") codes.icd10cm.push_back(map.from);
            if (map.map != "icd10-icd9" && !map.to.empty()) codes.icd10cm.push_back(map.to);
        }
    }
    void operator()(const PlacesOfService&) {}

    NamedCodes codes;

private:
    ListKind m_kind;
    const std::vector<ptp::Column>& m_edits;
};

void sortOnce(std::vector<std::string>& codes)
{
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
}

/// Codes of all complete tables of a system, sorted; empty when none is installed.
Result<std::vector<std::string>> installedCodes(Database& database, CodeSystem system)
{
    CW_TRY(auto query,
           database.prepare("SELECT DISTINCT t.code FROM code_text t WHERE t.system = ? AND t.is_modifier = 0 AND "
                            "EXISTS (SELECT 1 FROM code_in_release r JOIN code_release l ON l.id = r.release_id "
                            "WHERE r.text_id = t.id AND l.kind <> 'starter') ORDER BY t.code"));
    query.bind(toString(system));
    std::vector<std::string> codes;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return codes;
        codes.push_back(query.text(0));
    }
}

Result<std::int64_t> countUnknown(Database& database, CodeSystem system, const std::vector<std::string>& named)
{
    if (named.empty()) return 0;
    CW_TRY(const auto installed, installedCodes(database, system));
    if (installed.empty()) return 0;
    return std::count_if(named.begin(), named.end(), [&](const std::string& code) {
        const auto found = std::lower_bound(installed.begin(), installed.end(), code);
        return found == installed.end() || !found->starts_with(code);
    });
}

bool isHcpcsShape(const std::string& code)
{
    return !code.empty() && isUpper(code.front());
}

}  // namespace

NamedCodes codesNamedIn(ListKind kind, const ListContent& content, const std::vector<ptp::Column>& packedEdits)
{
    Collector collector(kind, packedEdits);
    std::visit(collector, content);
    for (auto* codes : {&collector.codes.icd10cm, &collector.codes.icd10pcs, &collector.codes.procedures})
        sortOnce(*codes);
    return std::move(collector.codes);
}

Result<std::int64_t> countUnknown(Database& database, NamedCodes codes)
{
    const auto cpt = std::stable_partition(codes.procedures.begin(), codes.procedures.end(), isHcpcsShape);
    CW_TRY(const auto cm, countUnknown(database, CodeSystem::icd10cm, codes.icd10cm));
    CW_TRY(const auto pcs, countUnknown(database, CodeSystem::icd10pcs, codes.icd10pcs));
    CW_TRY(const auto level2,
           countUnknown(database, CodeSystem::hcpcs, std::vector<std::string>(codes.procedures.begin(), cpt)));
    CW_TRY(const auto level1,
           countUnknown(database, CodeSystem::cpt, std::vector<std::string>(cpt, codes.procedures.end())));
    return cm + pcs + level2 + level1;
}

}  // namespace cw::store
