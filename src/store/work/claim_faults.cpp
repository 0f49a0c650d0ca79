#include "store/work/claim_faults.h"

#include "base/digest.h"
#include "store/work/work_database.h"

#include <array>

namespace cw::store {

namespace {

/// Bytes beside their digest, and the name to tell.
struct Content {
    std::string_view what;
    std::string_view sql;
};
constexpr std::array contents = {
    Content{"claim file of batch ",
            "SELECT b.number, f.bytes, b.digest FROM claim_batch b LEFT JOIN claim_batch_file f ON f.batch = b.id"},
    Content{"snapshot of claim ",
            "SELECT c.claim_number, s.bytes, s.digest FROM claim c LEFT JOIN claim_snapshot s ON s.claim = c.id"},
    Content{"file of answers ",
            "SELECT a.id, f.bytes, a.digest FROM answer_file a LEFT JOIN answer_file_content f ON f.file = a.id"}};

/// A query whose rows are faults: an id in each.
struct Rule {
    std::string_view before;
    std::string_view after;
    std::string_view sql;
};
constexpr std::array rules = {
    Rule{"encounter ", " has no content",
         "SELECT e.encounter_id FROM encounter e LEFT JOIN encounter_header h ON h.encounter = e.id "
         "WHERE h.encounter IS NULL LIMIT 20"},
    Rule{
        "batch ", " does not hold the claims that its record counts",
        "SELECT b.number FROM claim_batch b WHERE b.claim_count <> (SELECT count(*) FROM claim c WHERE c.batch = b.id) "
        "OR b.charge_cents <> (SELECT coalesce(sum(c.charge_cents), 0) FROM claim c WHERE c.batch = b.id) LIMIT 20"},
    Rule{"billing queue ", " has sums that are not those of its claims",
         "SELECT DISTINCT queue FROM (SELECT queue, payer_id, claims, charge_cents, paid_cents FROM queue_total "
         "WHERE claims <> 0 AND queue NOT IN ('ready', 'failing') EXCEPT SELECT queue, payer_id, count(*), "
         "sum(charge_cents), sum(paid_cents) FROM claim WHERE queue <> '' GROUP BY queue, payer_id)"}};

Status checkContent(Database& database, const Content& content, std::vector<std::string>& faults)
{
    CW_TRY(auto select, database.prepare(content.sql));
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        if (select.isNull(1))
            faults.push_back(std::string(content.what) + select.text(0) + " is missing");
        else if (sha256Hex(select.blob(1)) != select.view(2))
            faults.push_back(std::string(content.what) + select.text(0) + " does not fit its digest");
    }
}

Status checkRule(Database& database, const Rule& rule, std::vector<std::string>& faults)
{
    CW_TRY(auto select, database.prepare(rule.sql));
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        faults.push_back(std::string(rule.before) + select.text(0) + std::string(rule.after));
    }
}

}  // namespace

Result<std::vector<std::string>> claimFaults(ReadTx& tx)
{
    std::vector<std::string> faults;
    auto& database = databaseOf(tx);
    for (const auto& content : contents) CW_CHECK(checkContent(database, content, faults));
    for (const auto& rule : rules) CW_CHECK(checkRule(database, rule, faults));
    return faults;
}

}  // namespace cw::store
