#include "app/edit_report.h"

#include "app/edit_cache.h"

#include <algorithm>

namespace cw::app {

namespace {

/// What was entered as a code and is none may be anything, a name too: it is not kept.
bool looksLikeCode(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return text.size() <= 8 && std::any_of(text.begin(), text.end(), isDigit) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return isDigit(c) || (c >= 'A' && c <= 'Z') || c == '.'; });
}

std::string lineOf(const Finding& finding)
{
    auto codes = finding.codes;
    std::sort(codes.begin(), codes.end());
    auto line = finding.key.rule + " " + std::string(toString(finding.severity));
    for (const auto& code : codes) line += looksLikeCode(code) ? " " + code : std::string(" ?");
    if (finding.attested) line += attestedMark;
    return line;
}

}  // namespace

EditCache& editCacheOf(Workspace& workspace)
{
    auto& cache = workspace.editCache();
    if (!cache) cache = std::make_shared<EditCache>();
    return *cache;
}

Result<EditReport> reportOn(Workspace& workspace, ReadTx& tx, const Encounter& encounter)
{
    CW_TRY(const auto setup, editSetup(workspace, tx));
    CW_TRY(auto context, editContext(workspace, tx, encounter));
    CW_TRY(const auto facts, gatherFacts(encounter, setup.tables, std::move(context)));
    return runEdits(encounter, facts, setup.options());
}

Result<EditReport> reportWhileCoding(Workspace& workspace, ReadTx& tx, const Encounter& encounter)
{
    CW_TRY(const auto setup, editSetup(workspace, tx));
    CW_TRY(auto context, rememberedContext(workspace, tx, encounter));
    CW_TRY(const auto facts, gatherFacts(encounter, setup.tables, std::move(context)));
    auto& cache = editCacheOf(workspace);
    if (cache.chart != encounter.row) cache.incremental.forget();
    cache.chart = encounter.row;
    return cache.incremental.run(encounter, facts, setup.options());
}

Result<std::vector<EditReport>> reportsOn(Workspace& workspace, ReadTx& tx,
                                          const std::vector<const Encounter*>& encounters, const Progress& progress)
{
    CW_TRY(const auto setup, editSetup(workspace, tx));
    std::vector<BookEntry> entries;
    entries.reserve(encounters.size());
    for (const auto* encounter : encounters) {
        CW_TRY(auto context, editContext(workspace, tx, *encounter));
        entries.push_back({encounter, std::move(context)});
    }
    return checkBook(entries, setup, progress);
}

Status keepResult(Workspace& workspace, WriteTx& tx, const Encounter& encounter, const EditReport& report)
{
    CW_TRY(const auto setup, editSetup(workspace, tx));
    return workspace.editRecords().setResult(tx, encounter.row,
                                             {resultLines(report), setup.digest, workspace.clock().now()});
}

bool isReadyBy(const std::vector<std::string>& lines)
{
    return std::none_of(lines.begin(), lines.end(), isBlockingLine);
}

int blockers(const EditReport& report)
{
    return static_cast<int>(std::count_if(report.findings.begin(), report.findings.end(),
                                          [](const Finding& finding) { return finding.blocks(); }));
}

std::string firstBlocker(const EditReport& report)
{
    for (const auto& finding : report.findings)
        if (finding.blocks()) return finding.key.rule + ": " + finding.message;
    return {};
}

std::vector<std::string> resultLines(const EditReport& report)
{
    std::vector<std::string> lines;
    for (const auto& finding : report.findings) lines.push_back(lineOf(finding));
    std::sort(lines.begin(), lines.end());
    return lines;
}

}  // namespace cw::app
