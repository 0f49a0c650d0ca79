#include "app/edit_cache.h"
#include "app/edit_proof.h"
#include "base/digest.h"

namespace cw::app {

namespace {

/// What a follow-up, a frequency limit or a new-patient rule looks back over at most: three years and a day.
constexpr int historyDays = 3 * 365 + 2;
constexpr std::size_t mostProofs = 200;
constexpr std::size_t mostRemembered = 5000;

/// Names all that findings rest on beside the encounter.
Result<std::string> digestOf(Workspace& workspace, const RuleTables& tables, std::int64_t revision)
{
    std::string all = "edits " + std::to_string(revision) + "\n" + tables.data().digest + "\n";
    CW_TRY(const auto releases, workspace.library().releases());
    for (const auto& release : releases) all += release.sourceDigest + " " + release.name + "\n";
    CW_TRY(const auto lists, workspace.tables().lists());
    for (const auto& list : lists) all += list.sourceDigest + " " + list.variant + " " + list.name + "\n";
    for (const auto& rule : ruleCatalogue()) all += std::string(rule.id) + " " + std::to_string(rule.version) + "\n";
    return sha256Hex(all);
}

/// Levels, rules and files are read again only when the store's count of their changes has grown. Never in a transaction
/// that changes them: it could still be rolled back.
Status readDecisions(Workspace& workspace, ReadTx& tx, EditCache& cache)
{
    CW_TRY(const auto revision, workspace.editRecords().revision(tx));
    if (revision == cache.revision) return {};
    CW_TRY(cache.files, workspace.editRecords().ruleFiles(tx));
    CW_TRY(cache.setup.policy, workspace.editRecords().policy(tx));
    CW_TRY(auto rules, workspace.editRecords().siteRules(tx));
    std::erase_if(rules, [](const SiteRule& rule) { return !rule.isActive; });
    cache.setup.siteRules = std::move(rules);
    cache.setup.digest.clear();
    cache.incremental.forget();
    cache.revision = revision;
    return {};
}

Result<std::vector<PastService>> historyOf(Workspace& workspace, ReadTx& tx, const Encounter& encounter)
{
    auto& cache = editCacheOf(workspace);
    const auto from = encounter.service.from.plusDays(-historyDays);
    if (cache.historyOf != encounter.row || cache.historyFrom != from) {
        CW_TRY(cache.history, workspace.editRecords().history(tx, encounter.row, from));
        cache.historyOf = encounter.row;
        cache.historyFrom = from;
    }
    return cache.history;
}

}  // namespace

Result<EditSetup> editSetup(Workspace& workspace, ReadTx& tx)
{
    auto& cache = editCacheOf(workspace);
    CW_CHECK(readDecisions(workspace, tx, cache));
    CW_TRY(auto tables, workspace.editTables(cache.files));
    if (tables != cache.setup.tables || cache.setup.digest.empty()) {
        CW_TRY(cache.setup.digest, digestOf(workspace, *tables, cache.revision));
        cache.setup.tables = std::move(tables);
    }
    return cache.setup;
}

Result<EditContext> editContext(Workspace& workspace, ReadTx& tx, const Encounter& encounter)
{
    auto& cache = editCacheOf(workspace);
    if (cache.historyOf == encounter.row) cache.historyFrom.reset();
    return rememberedContext(workspace, tx, encounter);
}

Result<EditContext> rememberedContext(Workspace& workspace, ReadTx& tx, const Encounter& encounter)
{
    EditContext context;
    context.today = workspace.clock().today();
    if (encounter.row.isValid()) {
        CW_TRY(context.history, historyOf(workspace, tx, encounter));
        CW_TRY(context.attestations, workspace.editRecords().attestations(tx, encounter.row));
    }
    auto& cache = editCacheOf(workspace);
    if (cache.proofs.size() > mostRemembered) cache.proofs.clear();
    ProofReader reader(workspace, tx);
    const auto look = [&](const std::vector<Evidence>& evidence) -> Status {
        for (const auto& one : evidence) {
            if (context.evidence.size() >= mostProofs) return {};
            const auto known = cache.proofs.find(one.id);
            if (known != cache.proofs.end() && known->second.evidence == one) {
                context.evidence.emplace(one.id, known->second.facts);
                continue;
            }
            CW_TRY(auto read, reader.read(one));
            if (read.isFinal) cache.proofs.insert_or_assign(one.id, EditCache::Proof{one, read.facts});
            context.evidence.emplace(one.id, std::move(read.facts));
        }
        return {};
    };
    for (const auto& diagnosis : encounter.diagnoses) CW_CHECK(look(diagnosis.evidence));
    for (const auto& line : encounter.procedures) CW_CHECK(look(line.evidence));
    return context;
}

}  // namespace cw::app
