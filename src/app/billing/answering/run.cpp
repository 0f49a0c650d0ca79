#include "app/billing/answering/run.h"

#include "base/text.h"

#include <algorithm>

namespace cw::app::answering {

namespace {

/// ISA06 of a file that we wrote: the segment has fixed columns.
std::string senderIn(const std::string& file)
{
    return file.size() < 50 ? std::string() : std::string(text::trim(std::string_view(file).substr(35, 15)));
}

std::size_t weightOf(const answers::Answer& answer)
{
    if (const auto* report = std::get_if<answers::StatusReport>(&answer)) return report->claims.size();
    if (const auto* remittance = std::get_if<answers::Remittance>(&answer)) return remittance->claims.size();
    return 0;
}

}  // namespace

Status applyAll(Run& run, const answers::AnswerFile& file)
{
    run.answers = &file;
    for (const auto& warning : file.warnings) warn(run, warning);
    // Each claim is looked up once and applied once.
    for (const auto& answer : file.answers) run.total += 2 * static_cast<std::int64_t>(weightOf(answer));
    for (const auto& answer : file.answers)
        CW_CHECK(std::visit([&](const auto& one) { return apply(run, one); }, answer));
    return {};
}

Status tick(Run& run)
{
    if (run.progress.isCancelled())
        return Error{ErrorKind::cancelled, "APP-281", "import of answers cancelled; nothing of the file was used"};
    if (run.done % 250 == 0) run.progress.report(run.done, std::max(run.total, run.done), "Applying answers");
    ++run.done;
    return {};
}

void warn(Run& run, std::string sentence)
{
    constexpr std::size_t most = 500;  // A broken file may have one for each of its claims.
    if (run.file.warnings.size() == most) sentence = "There are more warnings; the rest is left out.";
    if (run.file.warnings.size() > most) return;
    run.file.warnings.push_back(std::move(sentence));
}

Status wait(Run& run, WaitingAnswer waiting)
{
    waiting.file = run.file.id;
    ++run.file.waiting;
    ++run.outcome.waiting;
    return run.workspace.answers().addWaiting(run.tx, waiting);
}

Status inChunks(Run& run, std::size_t count, const std::function<ClaimId(std::size_t)>& claimAt,
                const std::function<Status(std::size_t)>& one)
{
    for (std::size_t from = 0; from < count; from += chunk) {
        const auto to = std::min(count, from + chunk);
        std::vector<ClaimId> claims;
        for (auto i = from; i < to; ++i)
            if (claimAt(i).isValid()) claims.push_back(claimAt(i));
        CW_CHECK(run.book.open(claims));
        for (auto i = from; i < to; ++i) {
            CW_CHECK(tick(run));
            CW_CHECK(one(i));
        }
        CW_CHECK(run.book.close());
    }
    return {};
}

Result<bool> isForBatch(Run& run, const Batch& batch, const answers::Origin& origin)
{
    if (origin.sender.empty() || batch.receiverId.empty() || origin.sender == batch.receiverId) return true;
    CW_TRY(const auto file, run.workspace.claims().batchFile(run.tx, batch.id));
    const auto us = senderIn(file);
    return us.empty() || origin.receiver.empty() || origin.receiver == us;
}

std::string textOf(const answers::StatusCode& code)
{
    return code.category + ":" + code.status + (code.entity.empty() ? "" : ":" + code.entity);
}

std::string codesOf(const std::vector<WorkItemCode>& codes)
{
    std::vector<std::string> each;
    for (const auto& one : codes)
        if (std::find(each.begin(), each.end(), one.code) == each.end()) each.push_back(one.code);
    return text::join(each, " ");
}

std::size_t coverageIndex(const Encounter* encounter, CoverageRank billed)
{
    if (encounter == nullptr) return 0;
    for (std::size_t i = 0; i < encounter->coverages.size(); ++i)
        if (encounter->coverages[i].rank == billed) return i;
    return 0;
}

}  // namespace cw::app::answering
