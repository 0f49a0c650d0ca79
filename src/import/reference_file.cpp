#include "import/reference_file.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "import/code_table.h"
#include "import/packed_file.h"

#include <algorithm>

namespace cw {

namespace {

constexpr std::size_t headSize = 64U << 10U;

/// What a text is: a list, a code table, or neither.
struct Found {
    const ListReader* reader = nullptr;
    std::optional<TableFormat> table;

    explicit operator bool() const noexcept { return reader != nullptr || table; }
    std::string name() const
    {
        return std::string(reader != nullptr ? displayName(reader->kind) : formOf(table->system));
    }
};

template <class Accept>
const ListReader* firstReader(Accept accept)
{
    for (const auto readers : {icdListReaders(), cmsListReaders()})
        for (const auto& reader : readers)
            if (accept(reader)) return &reader;
    return nullptr;
}

/// Lists first: their layouts are told by titles and headings, a CPT list by little more than its codes. With a kind
/// stated, its own readers are asked before the others.
Found identify(std::string_view bytes, std::string_view name, const CodeFileOptions& options)
{
    const auto head = bytes.substr(0, headSize);
    const auto isIt = [&](const ListReader& reader) { return reader.recognise(head, name); };
    if (const auto* reader =
            firstReader([&](const ListReader& one) { return toString(one.kind) == options.kind && isIt(one); }))
        return {reader, std::nullopt};
    if (const auto* reader = firstReader(isIt)) return {reader, std::nullopt};
    return {nullptr, recogniseTable(head, name)};
}

/// The code system that a list is of; nothing for lists of several or of either.
std::optional<CodeSystem> systemOf(ListKind kind)
{
    switch (kind) {
    case ListKind::tabular:
    case ListKind::index:
    case ListKind::externalIndex:
    case ListKind::neoplasm:
    case ListKind::drugs:
    case ListKind::poaExempt:
    case ListKind::hcc: return CodeSystem::icd10cm;
    case ListKind::pcsTables:
    case ListKind::pcsIndex:
    case ListKind::pcsDefinitions: return CodeSystem::icd10pcs;
    default: return std::nullopt;
    }
}

bool isWanted(const Found& found, const CodeFileOptions& options)
{
    if (found.table) return isWanted(found.table->system, options);
    const auto system = systemOf(found.reader->kind);
    if (options.system && system && *options.system != *system) return false;
    return options.kind.empty() || options.kind == toString(found.reader->kind);
}

/// What the user asks for, in words.
std::string wantedName(const CodeFileOptions& options)
{
    if (const auto kind = parseListKind(options.kind)) return std::string(displayName(*kind));
    if (const auto system = statedSystem(options)) return std::string(formOf(*system));
    return "a known official file: a code table, Tabular List, index, ICD-10-PCS table, addenda, fee schedule, edit list "
           "or map";
}

Result<ParsedList> parseList(const ListReader& reader, const SourceText& text, const std::string& sourceName,
                             const CodeFileOptions& options, const Progress& progress)
{
    CW_TRY(auto list, reader.parse(text, options, progress));
    list.sourceName = sourceName;
    list.sourceDigest = sha256Hex(text.bytes);
    return list;
}

std::vector<std::string> periodNames(const CodeFileOptions& options, std::initializer_list<std::string> names)
{
    std::vector<std::string> all;
    if (!options.releaseName.empty()) all.push_back(options.releaseName);
    all.insert(all.end(), names);
    return all;
}

/// Agencies pack one list in two forms (order and code addenda): the one that says more is kept, the other's member
/// goes to the ignored ones.
void keepFuller(ParsedList list, const std::string& member, std::vector<std::string>& members, ParsedFile& file)
{
    for (std::size_t at = 0; at < file.lists.size(); ++at) {
        auto& other = file.lists[at];
        if (other.kind != list.kind || other.variant != list.variant || other.name != list.name) continue;
        const bool isFuller = list.rowCount > other.rowCount;
        file.ignored.push_back(isFuller ? members[at] : member);
        if (isFuller) {
            other = std::move(list);
            members[at] = member;
        }
        return;
    }
    file.lists.push_back(std::move(list));
    members.push_back(member);
}

/// What a zip holds, before it is read.
struct ZipContents {
    std::vector<TableMember> tables;
    std::vector<std::pair<const ZipArchive::Member*, const ListReader*>> lists;
    std::string others;  ///< Known, but not asked for.
};

Result<ZipContents> contentsOf(const ZipArchive& archive, const CodeFileOptions& options, ParsedFile& file)
{
    ZipContents contents;
    for (const auto& member : archive.members()) {
        CW_TRY(const auto head, archive.readHead(member, headSize));
        const auto found = identify(head, std::filesystem::path(member.name).filename().string(), options);
        if (!found) {
            file.ignored.push_back(member.name);
        } else if (!isWanted(found, options)) {
            contents.others += (contents.others.empty() ? "; it holds " : ", ") + found.name();
        } else if (found.table) {
            contents.tables.push_back({&member, *found.table});
        } else {
            contents.lists.emplace_back(&member, found.reader);
        }
    }
    return contents;
}

Status addTables(const ZipArchive& archive, const ZipContents& contents, const std::string& digest,
                 const CodeFileOptions& options, const Progress& progress, ParsedFile& file)
{
    CW_TRY(const auto tables, bestTables(contents.tables, archive.name()));
    for (const auto& candidate : contents.tables)
        if (std::none_of(tables.begin(), tables.end(), [&](const auto& one) {
                return one.member == candidate.member || (one.format.isPart && candidate.format.isPart);
            }))
            file.ignored.push_back(candidate.member->name);
    for (const auto& table : tables) {
        CW_TRY(const auto text, readTable(archive, table));
        CW_TRY(auto release, parseTable(text, archive.name(), options, progress));
        release.sourceName = archive.name();
        release.sourceDigest = digest;
        file.releases.push_back(std::move(release));
    }
    return {};
}

Result<ParsedFile> parsePlain(UnpackedFile plain, const std::string& name, const std::string& digest, Found found,
                              const CodeFileOptions& options, const Progress& progress)
{
    if (found && !isWanted(found, options))
        return Error{ErrorKind::invalidInput, "IMPORT-119",
                     name + ": is " + found.name() + ", not " + wantedName(options)};
    if (!found) {  // Read as what the user says, so that the message tells what is wrong.
        found.reader = firstReader([&](const ListReader& one) { return toString(one.kind) == options.kind; });
        if (const auto stated = statedSystem(options); found.reader == nullptr && stated)
            found.table = TableFormat{*stated, false};
    }
    if (!found)
        return Error{ErrorKind::invalidInput, "IMPORT-149",
                     name + ": not recognised: it is not " + wantedName(options)};
    ParsedFile file;
    if (found.table) {
        const TableText table{*found.table, std::move(plain.bytes), std::move(plain.name), name};
        CW_TRY(auto release, parseTable(table, name, options, progress));
        release.sourceName = name;
        release.sourceDigest = digest;
        file.releases.push_back(std::move(release));
        return file;
    }
    SourceText text{std::move(plain.bytes), plain.name, name, periodNames(options, {plain.name})};
    CW_TRY(auto list, parseList(*found.reader, text, name, options, progress));
    file.lists.push_back(std::move(list));
    return file;
}

/// For a zip of which no text is known: its spreadsheets. Agencies pack them beside the same list as text, which is
/// quicker to read.
Result<ParsedFile> parseSpreadsheets(const ZipArchive& archive, const std::string& others, const std::string& digest,
                                     const CodeFileOptions& options, const Progress& progress)
{
    ParsedFile file;
    std::vector<std::string> members;  // Of file.lists.
    for (const auto& member : archive.members()) {
        const auto name = std::filesystem::path(member.name).filename();
        const bool isSheet = text::lowerAscii(name.extension().string()) == ".xlsx";
        UnpackedFile sheet;
        if (isSheet) {
            CW_TRY(auto bytes, archive.read(member));
            CW_TRY(sheet, unpackFile(std::move(bytes), name.string()));
        }
        const auto found = isSheet ? identify(sheet.bytes, sheet.name, options) : Found();
        if (!found || !isWanted(found, options)) {
            file.ignored.push_back(member.name);
            continue;
        }
        CW_TRY(auto one,
               parsePlain(std::move(sheet), archive.name() + ": " + member.name, digest, found, options, progress));
        for (auto& release : one.releases) file.releases.push_back(std::move(release));
        for (auto& list : one.lists) keepFuller(std::move(list), member.name, members, file);
    }
    if (file.releases.size() > 1 || (file.releases.empty() && file.lists.empty()))
        return Error{ErrorKind::invalidInput, "IMPORT-122",
                     archive.name() + (file.releases.empty() ? ": no member is " : ": more than one member is ") +
                         wantedName(options) + others};
    return file;
}

Result<ParsedFile> parseZip(UnpackedFile zip, const std::string& digest, const CodeFileOptions& options,
                            const Progress& progress)
{
    ParsedFile file;
    CW_TRY(const auto archive, ZipArchive::open(std::move(zip.bytes), zip.name));
    CW_TRY(const auto contents, contentsOf(archive, options, file));
    if (contents.tables.empty() && contents.lists.empty())
        return parseSpreadsheets(archive, contents.others, digest, options, progress);
    CW_CHECK(addTables(archive, contents, digest, options, progress, file));
    std::vector<std::string> members;  // Of file.lists.
    for (const auto& [member, reader] : contents.lists) {
        SourceText text;
        CW_TRY(text.bytes, archive.read(*member));
        text.name = std::filesystem::path(member->name).filename().string();
        text.label = archive.name() + ": " + member->name;
        text.periodNames = periodNames(options, {text.name, archive.name()});
        CW_TRY(auto list, parseList(*reader, text, text.label, options, progress));
        keepFuller(std::move(list), member->name, members, file);
    }
    return file;
}

}  // namespace

Result<ParsedFile> parseReferenceFile(const std::filesystem::path& file, const CodeFileOptions& options,
                                      const Progress& progress)
{
    CW_TRY(auto bytes, readFile(file));
    return parseReferenceBytes(std::move(bytes), file.filename().string(), options, progress);
}

Result<ParsedFile> parseReferenceBytes(std::string bytes, const std::string& name, const CodeFileOptions& options,
                                       const Progress& progress)
{
    CW_CHECK(checkOptions(options));
    const auto digest = sha256Hex(bytes);
    CW_TRY(auto plain, unpackFile(std::move(bytes), name));
    if (plain.bytes.empty()) return Error{ErrorKind::invalidInput, "IMPORT-120", name + ": the file is empty"};
    // A spreadsheet is a zip file too: a reader that knows it as a whole goes first.
    const auto found = identify(plain.bytes, plain.name, options);
    if (!found && ZipArchive::looksLikeZip(plain.bytes)) return parseZip(std::move(plain), digest, options, progress);
    return parsePlain(std::move(plain), name, digest, found, options, progress);
}

}  // namespace cw
