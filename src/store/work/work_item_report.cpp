#include "base/text.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"
#include "store/work/work_item_repository.h"

#include <algorithm>
#include <map>

namespace cw::store {

namespace {

constexpr std::string_view ofItems = "w.kind = ? AND w.opened_on >= ? AND w.opened_on <= ? ";

void bindItems(Statement& select, WorkItemKind of, const DateInterval& opened)
{
    select.bind(toString(of)).bind(opened.first ? opened.first->iso() : std::string());
    select.bind(opened.last ? opened.last->iso() : std::string("9999-12-31"));
}

/// One row for each item: key, sentence, is open, amount, recovered.
std::string_view keyOf(WorkItemReport kind)
{
    switch (kind) {
    case WorkItemReport::byPayer: return "c.payer_name";
    case WorkItemReport::byOutcome: return "w.outcome";
    case WorkItemReport::byRootCause: return "w.root_cause";
    default: return "w.coder";
    }
}

std::string itemsSql(WorkItemReport kind)
{
    return "SELECT " + std::string(keyOf(kind)) +
           ", '', count(*), sum(w.closed_at IS NULL), sum(w.amount_cents), sum(w.recovered_cents) "
           "FROM work_item w JOIN claim c ON c.id = w.claim WHERE " +
           std::string(ofItems) + "GROUP BY 1";
}

/// A code counts once for each item that names it, with all its amounts.
std::string codesSql()
{
    return "SELECT code, max(sentence), count(*), sum(is_open), sum(amount), sum(recovered) FROM ("
           "SELECT k.code AS code, k.item AS item, max(k.sentence) AS sentence, w.closed_at IS NULL AS is_open, "
           "sum(k.amount_cents) AS amount, w.recovered_cents AS recovered "
           "FROM work_item w JOIN work_item_code k ON k.item = w.id WHERE " +
           std::string(ofItems) + "GROUP BY k.code, k.item) AS q GROUP BY code";
}

Result<std::vector<WorkItemCount>> counted(Statement& select)
{
    std::vector<WorkItemCount> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        found.push_back({select.text(0), select.text(1), smallOf(select, 2), smallOf(select, 3), moneyOf(select, 4),
                         moneyOf(select, 5)});
    }
}

/// Sums over rules, each once for each item; codes that no rule of ours looks for stand under an empty key.
class RuleCounts {
public:
    void add(const Statement& row)
    {
        const auto item = row.integer(0);
        bool isCaught = false;
        for (const auto rule : text::split(row.view(1), ' ')) {
            if (rule.empty()) continue;
            isCaught = true;
            addTo(std::string(rule), item, row);
        }
        if (!isCaught) addTo({}, item, row);
    }
    std::vector<WorkItemCount> take()
    {
        std::vector<WorkItemCount> all;
        for (auto& [rule, sum] : m_sums) all.push_back(std::move(sum.count));
        return all;
    }

private:
    struct Sum {
        WorkItemCount count;
        std::int64_t lastItem = -1;
    };
    void addTo(std::string rule, std::int64_t item, const Statement& row)
    {
        auto& sum = m_sums[rule];
        sum.count.key = rule;
        if (rule.empty()) sum.count.sentence = "No edit of ours looks for it.";
        sum.count.amount += moneyOf(row, 2);
        // Rows come by item.
        if (sum.lastItem == item) return;
        sum.lastItem = item;
        ++sum.count.items;
        sum.count.open += smallOf(row, 3);
        sum.count.recovered += moneyOf(row, 4);
    }
    std::map<std::string, Sum> m_sums;
};

Result<std::vector<WorkItemCount>> byRule(Database& database, WorkItemKind of, const DateInterval& opened)
{
    CW_TRY(auto select, database.prepare("SELECT w.id, k.rules, k.amount_cents, w.closed_at IS NULL, w.recovered_cents "
                                         "FROM work_item w JOIN work_item_code k ON k.item = w.id WHERE " +
                                         std::string(ofItems) + "ORDER BY w.id, k.place"));
    bindItems(select, of, opened);
    RuleCounts counts;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return counts.take();
        counts.add(select);
    }
}

}  // namespace

Result<std::vector<WorkItemCount>> SqliteWorkItemRepository::report(ReadTx& tx, WorkItemReport kind, WorkItemKind of,
                                                                    DateInterval opened) const
{
    auto& database = databaseOf(tx);
    std::vector<WorkItemCount> found;
    if (kind == WorkItemReport::byRule) {
        CW_TRY(found, byRule(database, of, opened));
    } else {
        CW_TRY(auto select, database.prepare(kind == WorkItemReport::byCode ? codesSql() : itemsSql(kind)));
        bindItems(select, of, opened);
        CW_TRY(found, counted(select));
    }
    std::stable_sort(found.begin(), found.end(), [](const WorkItemCount& one, const WorkItemCount& other) {
        return std::pair(other.items, other.amount) < std::pair(one.items, one.amount);
    });
    return found;
}

}  // namespace cw::store
