#include "import/code_file.h"

#include "base/digest.h"
#include "base/file.h"
#include "import/code_table.h"
#include "import/packed_file.h"

namespace cw {

namespace {

constexpr std::size_t headSize = 64U << 10U;
constexpr std::string_view lookedFor =
    "an ICD-10-CM or ICD-10-PCS order file, HCPCS records, or a tab-separated CPT list";

Result<TableText> tableOfZip(std::string bytes, const std::string& name, const CodeFileOptions& options)
{
    CW_TRY(const auto archive, ZipArchive::open(std::move(bytes), name));
    std::vector<TableMember> wanted;
    std::string others;
    for (const auto& member : archive.members()) {
        CW_TRY(const auto head, archive.readHead(member, headSize));
        const auto found = recogniseTable(head, member.name);
        if (!found) continue;
        if (isWanted(found->system, options))
            wanted.push_back({&member, *found});
        else
            others += (others.empty() ? "; it holds " : ", ") + std::string(formOf(found->system));
    }
    CW_TRY(const auto tables, bestTables(wanted, name));
    if (tables.size() > 1)
        return Error{ErrorKind::invalidInput, "IMPORT-013",
                     name + ": holds more than one code table: " + tables[0].member->name + ", " +
                         tables[1].member->name + "; give --system, or unpack it and import one"};
    const auto stated = statedSystem(options);
    if (tables.empty())
        return Error{ErrorKind::invalidInput, "IMPORT-012",
                     name + ": no member is " + std::string(stated ? formOf(*stated) : lookedFor) + others};
    return readTable(archive, tables.front());
}

Result<TableText> tableOfText(UnpackedFile file, const std::string& label, const CodeFileOptions& options)
{
    const auto found = recogniseTable(std::string_view(file.bytes).substr(0, headSize), file.name);
    if (found && isWanted(found->system, options))
        return TableText{*found, std::move(file.bytes), std::move(file.name), label};
    const auto stated = statedSystem(options);
    if (found)
        return Error{ErrorKind::invalidInput, "IMPORT-014",
                     label + ": is " + std::string(formOf(found->system)) + ", not " +
                         std::string(stated ? formOf(*stated) : lookedFor)};
    if (stated) return TableText{{*stated, false}, std::move(file.bytes), std::move(file.name), label};
    return Error{ErrorKind::invalidInput, "IMPORT-011",
                 label + ": not recognised: it is not " + std::string(lookedFor)};
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
    if (!options.kind.empty() && options.kind != "order" && options.kind != "cpt")
        return Error{ErrorKind::invalidInput, "IMPORT-100", "kind " + options.kind + " is no code table"};
    const auto digest = sha256Hex(bytes);
    CW_TRY(auto file, unpackFile(std::move(bytes), name));
    if (file.bytes.empty()) return Error{ErrorKind::invalidInput, "IMPORT-009", name + ": the file is empty"};
    const bool isZip = ZipArchive::looksLikeZip(file.bytes);
    CW_TRY(const auto table,
           isZip ? tableOfZip(std::move(file.bytes), name, options) : tableOfText(std::move(file), name, options));
    CW_TRY(auto release, parseTable(table, name, options, progress));
    release.sourceName = name;
    release.sourceDigest = digest;
    return release;
}

}  // namespace cw
