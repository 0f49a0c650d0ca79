#include "import/code_file.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "import/cpt_file.h"
#include "import/hcpcs_file.h"
#include "import/order_file.h"
#include "import/release_dates.h"
#include "import/zip_archive.h"

#include <array>

namespace cw {

namespace {

constexpr std::size_t headSize = 64U << 10U;
constexpr std::string_view lookedFor =
    "an ICD-10-CM or ICD-10-PCS order file, HCPCS records, or a tab-separated CPT list";

/// The text of one table and where it came from.
struct TableText {
    CodeSystem system = CodeSystem::icd10cm;
    std::string bytes;
    std::string name;   ///< Without folders.
    std::string label;  ///< For messages.
};

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

std::optional<CodeSystem> recognise(std::string_view head, std::string_view name)
{
    if (const auto system = recogniseOrderFile(head, name)) return system;
    if (recogniseHcpcsFile(head)) return CodeSystem::hcpcs;
    if (recogniseCptFile(head)) return CodeSystem::cpt;
    return std::nullopt;
}

bool isWanted(CodeSystem system, const CodeFileOptions& options)
{
    if (options.system && *options.system != system) return false;
    const bool isOrder = system == CodeSystem::icd10cm || system == CodeSystem::icd10pcs;
    return options.kind.empty() || (options.kind == "order" ? isOrder : system == CodeSystem::cpt);
}

/// What the user says the file is, when that is enough to read it.
std::optional<CodeSystem> stated(const CodeFileOptions& options)
{
    if (options.system) return options.system;
    if (options.kind == "cpt") return CodeSystem::cpt;
    if (options.kind == "order") return CodeSystem::icd10cm;
    return std::nullopt;
}

Status checkOptions(const CodeFileOptions& options)
{
    static constexpr std::array<std::string_view, 13> others = {
        "tabular", "index", "tables", "addenda", "ptp", "mue", "aoc", "poa", "mce", "mpfs", "gems", "hcc", "pos"};
    for (const auto other : others)
        if (options.kind == other)
            return Error{ErrorKind::unsupported, "IMPORT-010",
                         "files of kind " + options.kind + " cannot be imported yet"};
    if (!options.kind.empty() && options.kind != "order" && options.kind != "cpt")
        return Error{ErrorKind::invalidInput, "IMPORT-018", "no such kind of file: " + options.kind};
    const bool cptKind = options.kind == "cpt" && options.system.value_or(CodeSystem::cpt) != CodeSystem::cpt;
    const bool orderKind = options.kind == "order" && options.system &&
                           (*options.system == CodeSystem::hcpcs || *options.system == CodeSystem::cpt);
    if (cptKind || orderKind)
        return Error{ErrorKind::invalidInput, "IMPORT-019",
                     "kind " + options.kind + " does not go with system " + std::string(toString(*options.system))};
    return {};
}

Result<TableText> tableOfZip(std::string bytes, const std::string& name, const CodeFileOptions& options)
{
    CW_TRY(const auto archive, ZipArchive::open(std::move(bytes), name));
    const ZipArchive::Member* chosen = nullptr;
    CodeSystem system = CodeSystem::icd10cm;
    std::string others;
    for (const auto& member : archive.members()) {
        CW_TRY(const auto head, archive.readHead(member, headSize));
        const auto found = recognise(head, member.name);
        if (!found) continue;
        if (!isWanted(*found, options)) {
            others += (others.empty() ? "; it holds " : ", ") + std::string(formOf(*found));
            continue;
        }
        if (chosen != nullptr)
            return Error{ErrorKind::invalidInput, "IMPORT-013",
                         name + ": holds more than one code table: " + chosen->name + ", " + member.name +
                             "; give --system, or unpack it and import one"};
        chosen = &member;
        system = *found;
    }
    if (chosen == nullptr)
        return Error{ErrorKind::invalidInput, "IMPORT-012",
                     name + ": no member is " + std::string(stated(options) ? formOf(*stated(options)) : lookedFor) +
                         others};
    TableText table{system, {}, std::filesystem::path(chosen->name).filename().string(), name + ": " + chosen->name};
    CW_TRY(table.bytes, archive.read(*chosen));
    return table;
}

Result<TableText> tableOfText(std::string bytes, const std::string& name, const CodeFileOptions& options)
{
    const auto found = recognise(std::string_view(bytes).substr(0, headSize), name);
    if (found && isWanted(*found, options)) return TableText{*found, std::move(bytes), name, name};
    if (found)
        return Error{ErrorKind::invalidInput, "IMPORT-014",
                     name + ": is " + std::string(formOf(*found)) + ", not " +
                         std::string(stated(options) ? formOf(*stated(options)) : lookedFor)};
    if (const auto system = stated(options)) return TableText{*system, std::move(bytes), name, name};
    return Error{ErrorKind::invalidInput, "IMPORT-011", name + ": not recognised: it is not " + std::string(lookedFor)};
}

Status fillRows(const TableText& table, const Progress& progress, ParsedRelease& release)
{
    if (table.system == CodeSystem::cpt) return parseCptFile(table.bytes, table.label, progress, release);
    if (table.system == CodeSystem::hcpcs) {
        CW_TRY(release.rows, parseHcpcsFile(table.bytes, table.label, progress));
        return {};
    }
    CW_TRY(release.rows, parseOrderFile(table.bytes, table.label, table.system, progress));
    return {};
}

Result<ReleaseDates> datesOf(const TableText& table, const std::vector<std::string>& names,
                             std::optional<Date> effective)
{
    if (table.system == CodeSystem::cpt) return licensedRelease(names, effective);
    if (table.system == CodeSystem::hcpcs) return calendarRelease(names, effective, table.label);
    return fiscalRelease(names, effective, table.label);
}

}  // namespace

Result<ParsedRelease> parseCodeFile(const std::filesystem::path& file, const CodeFileOptions& options,
                                    const Progress& progress)
{
    CW_TRY(auto bytes, readFile(file));
    return parseCodeBytes(std::move(bytes), file.filename().string(), options, progress);
}

Result<ParsedRelease> parseCodeBytes(std::string bytes, const std::string& name, const CodeFileOptions& options,
                                     const Progress& progress)
{
    CW_CHECK(checkOptions(options));
    if (bytes.empty()) return Error{ErrorKind::invalidInput, "IMPORT-009", name + ": the file is empty"};
    ParsedRelease release;
    release.sourceName = name;
    release.sourceDigest = sha256Hex(bytes);
    const bool isZip = ZipArchive::looksLikeZip(bytes);
    CW_TRY(const auto table,
           isZip ? tableOfZip(std::move(bytes), name, options) : tableOfText(std::move(bytes), name, options));
    release.system = table.system;
    release.kind = table.system == CodeSystem::cpt ? ReleaseKind::licensed : ReleaseKind::official;
    CW_CHECK(fillRows(table, progress, release));

    CW_TRY(const auto dates, datesOf(table, {options.releaseName, table.name, name}, options.effective));
    release.name = options.releaseName.empty() ? dates.name : options.releaseName;
    release.inForce = dates.inForce;
    return release;
}

}  // namespace cw
