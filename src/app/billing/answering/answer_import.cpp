#include "app/billing/answering/answer_import.h"

#include "base/digest.h"
#include "base/text.h"
#include "claim/answers/read_answers.h"

#include <algorithm>

namespace cw::app::answering {

namespace {

struct KindName {
    std::string operator()(const answers::InterchangeAck&) const { return "TA1"; }
    std::string operator()(const answers::GroupAck&) const { return "999"; }
    std::string operator()(const answers::StatusReport&) const { return "277CA"; }
    std::string operator()(const answers::Remittance&) const { return "835"; }
};

std::string kindsOf(const answers::AnswerFile& file)
{
    std::vector<std::string> kinds;
    for (const auto& answer : file.answers) {
        auto kind = std::visit(KindName(), answer);
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(std::move(kind));
    }
    return text::join(kinds, " ");
}

AnswerOutcome known(std::string_view name, const AnswerFileRecord& before)
{
    AnswerOutcome outcome;
    outcome.name = std::string(name);
    outcome.isKnown = true;
    outcome.kinds = before.kinds;
    return outcome;
}

Result<std::optional<AnswerFileRecord>> seenBefore(Workspace& workspace, const std::string& digest)
{
    CW_TRY(auto tx, workspace.work().beginRead());
    return workspace.answers().byDigest(*tx, digest);
}

std::string auditDetail(const AnswerFileRecord& file)
{
    return file.kinds + ", sha256 " + file.digest + ": " + std::to_string(file.answers) + " answers, " +
           std::to_string(file.matched) + " matched, " + std::to_string(file.waiting) + " wait";
}

Run newRun(Workspace& workspace, WriteTx& tx, BillingLists lists, AnswerFileId file, std::string_view bytes,
           const Progress& progress)
{
    Run run{workspace, tx, progress, std::move(lists), ClaimBook(workspace, tx, file), {}, {}, bytes};
    run.file.id = file;
    return run;
}

}  // namespace

Result<AnswerOutcome> importOne(Workspace& workspace, std::string_view name, std::string_view bytes,
                                const Progress& progress)
{
    AnswerFileRecord record;
    record.name = std::string(name);
    record.digest = sha256Hex(bytes);
    CW_TRY(auto before, seenBefore(workspace, record.digest));
    if (before) return known(name, *before);
    CW_TRY(const auto file, answers::readAnswers(bytes, progress));
    record.kinds = kindsOf(file);
    record.importedAt = workspace.clock().now();
    record.importedBy = workspace.user().name;

    CW_TRY(auto tx, workspace.work().beginWrite());
    // Somebody else may have brought it in while this one was read.
    CW_TRY(before, workspace.answers().byDigest(*tx, record.digest));
    if (before) return known(name, *before);
    CW_TRY(record.id, workspace.answers().addFile(*tx, record, bytes));
    CW_TRY(auto lists, billingLists(workspace, *tx));
    auto run = newRun(workspace, *tx, std::move(lists), record.id, bytes, progress);
    run.file = record;
    CW_CHECK(applyAll(run, file));
    CW_CHECK(workspace.answers().finishFile(*tx, run.file));
    CW_CHECK(workspace.audit().append(*tx, {workspace.user().name, "answers.import", {}, auditDetail(run.file)}));
    CW_CHECK(tx->commit());
    run.outcome.name = record.name;
    run.outcome.kinds = record.kinds;
    run.outcome.warnings = run.file.warnings;
    return std::move(run.outcome);
}

Result<std::unique_ptr<Run>> runOn(Workspace& workspace, WriteTx& tx, AnswerFileId file, std::string_view bytes,
                                   const Progress& progress)
{
    CW_TRY(auto lists, billingLists(workspace, tx));
    return std::make_unique<Run>(newRun(workspace, tx, std::move(lists), file, bytes, progress));
}

}  // namespace cw::app::answering
