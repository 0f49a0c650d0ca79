#include "import/code_table.h"

#include "import/cpt_file.h"
#include "import/cpt_table.h"
#include "import/hcpcs_file.h"
#include "import/hcpcs_table.h"
#include "import/order_file.h"
#include "import/reference_file.h"
#include "import/release_dates.h"
#include "import/titles_file.h"

#include <algorithm>

namespace cw {

namespace {

constexpr std::size_t headSize = 64U << 10U;

bool isIcd(CodeSystem system)
{
    return system == CodeSystem::icd10cm || system == CodeSystem::icd10pcs;
}

Status fillRows(const TableText& table, const Progress& progress, ParsedRelease& release)
{
    const auto system = table.format.system;
    if (system == CodeSystem::cpt) {
        CW_TRY(const auto list, cptListOf(table.bytes, table.name, table.label));
        return parseCptFile(list, table.label, progress, release);
    }
    if (system == CodeSystem::hcpcs && recogniseHcpcsTable(std::string_view(table.bytes).substr(0, headSize)))
        return parseHcpcsTable(table.bytes, table.label, progress, release);
    if (system == CodeSystem::hcpcs) {
        CW_TRY(release.rows, parseHcpcsFile(table.bytes, table.label, progress));
    } else if (table.format.isTitlesOnly) {
        CW_TRY(release.rows, parseTitlesFile(table.bytes, table.label, system, progress));
    } else {
        CW_TRY(release.rows, parseOrderFile(table.bytes, table.label, system, progress));
    }
    return {};
}

Result<ReleaseDates> datesOf(const TableText& table, const std::vector<std::string>& names,
                             std::optional<Date> effective)
{
    if (table.format.system == CodeSystem::cpt) return licensedRelease(names, effective);
    if (table.format.system == CodeSystem::hcpcs) return calendarRelease(names, effective, table.label);
    return fiscalRelease(names, effective, table.label);
}

bool isSecondBest(const TableFormat& format)
{
    return format.isTitlesOnly || format.isNamedTable;
}

}  // namespace

std::string_view formOf(CodeSystem system)
{
    switch (system) {
    case CodeSystem::icd10cm: return "an ICD-10-CM order file";
    case CodeSystem::icd10pcs: return "an ICD-10-PCS order file";
    case CodeSystem::hcpcs: return "HCPCS records";
    case CodeSystem::cpt: return "a CPT list";
    }
    return "";
}

std::optional<TableFormat> recogniseTable(std::string_view head, std::string_view name)
{
    if (const auto system = recogniseOrderFile(head, name)) return TableFormat{*system, false};
    if (recogniseHcpcsFile(head)) return TableFormat{CodeSystem::hcpcs, false};
    if (recogniseHcpcsTable(head)) return TableFormat{CodeSystem::hcpcs, false, true};
    if (isCptPart(head, name)) return TableFormat{CodeSystem::cpt, false, false, true};
    if (recogniseCptFile(head) || recogniseCptTable(head)) return TableFormat{CodeSystem::cpt, false};
    if (const auto system = recogniseTitlesFile(head, name)) return TableFormat{*system, true};
    return std::nullopt;
}

bool isWanted(CodeSystem system, const CodeFileOptions& options)
{
    if (options.system && *options.system != system) return false;
    return options.kind.empty() || (options.kind == "order" && isIcd(system)) ||
           (options.kind == "cpt" && system == CodeSystem::cpt);
}

std::optional<CodeSystem> statedSystem(const CodeFileOptions& options)
{
    if (options.system) return options.system;
    if (options.kind == "cpt") return CodeSystem::cpt;
    if (options.kind == "order") return CodeSystem::icd10cm;
    return std::nullopt;
}

Status checkOptions(const CodeFileOptions& options)
{
    const bool isTableKind = options.kind.empty() || options.kind == "order" || options.kind == "cpt";
    if (!isTableKind && !parseListKind(options.kind))
        return Error{ErrorKind::invalidInput, "IMPORT-018", "no such kind of file: " + options.kind};
    const bool cptKind = options.kind == "cpt" && options.system.value_or(CodeSystem::cpt) != CodeSystem::cpt;
    const bool orderKind = options.kind == "order" && options.system && !isIcd(*options.system);
    if (cptKind || orderKind)
        return Error{ErrorKind::invalidInput, "IMPORT-019",
                     "kind " + options.kind + " does not go with system " + std::string(toString(*options.system))};
    return {};
}

Result<std::vector<TableMember>> bestTables(const std::vector<TableMember>& tables, const std::string& zipName)
{
    std::vector<TableMember> best;
    for (const auto& table : tables) {
        const auto same = std::find_if(best.begin(), best.end(), [&](const TableMember& other) {
            return other.format.system == table.format.system;
        });
        if (same == best.end()) {
            best.push_back(table);
        } else if (same->format.isPart && table.format.isPart) {
            same->otherParts.push_back(table.member);
        } else if (isSecondBest(same->format) && !isSecondBest(table.format)) {
            *same = table;
        } else if (isSecondBest(same->format) == isSecondBest(table.format)) {
            return Error{ErrorKind::invalidInput, "IMPORT-121",
                         zipName + ": holds two code tables of " + std::string(displayName(table.format.system)) +
                             ": " + same->member->name + ", " + table.member->name + "; unpack it and import one"};
        }
    }
    return best;
}

Result<TableText> readTable(const ZipArchive& archive, const TableMember& table)
{
    TableText text{table.format,
                   {},
                   std::filesystem::path(table.member->name).filename().string(),
                   archive.name() + ": " + table.member->name};
    CW_TRY(text.bytes, archive.read(*table.member));
    if (table.otherParts.empty()) return text;
    std::vector<CptPart> parts = {{std::move(text.bytes), text.name}};
    for (const auto* other : table.otherParts) {
        CW_TRY(auto bytes, archive.read(*other));
        parts.push_back({std::move(bytes), other->name});
    }
    CW_TRY(text.bytes, joinCptParts(parts, archive.name()));
    return text;
}

Result<ParsedRelease> parseTable(const TableText& table, const std::string& fileName, const CodeFileOptions& options,
                                 const Progress& progress)
{
    ParsedRelease release;
    release.system = table.format.system;
    release.kind = release.system == CodeSystem::cpt ? ReleaseKind::licensed : ReleaseKind::official;
    CW_CHECK(fillRows(table, progress, release));
    CW_TRY(const auto dates, datesOf(table, {options.releaseName, table.name, fileName}, options.effective));
    release.name = options.releaseName.empty() ? dates.name : options.releaseName;
    release.inForce = dates.inForce;
    return release;
}

}  // namespace cw
